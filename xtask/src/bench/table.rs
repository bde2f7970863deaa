//! The table: a row for each figure, a column for each contender.

/// The columns, in order.
pub const CONTENDERS: [&str; COLUMNS] = ["Care Tools", "SurveyJS", "RJSF", "LHC-Forms", "GOV.UK HTML"];
/// How many they are.
pub const COLUMNS: usize = 5;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A figure.
    Figure(f64),
    /// There is nothing to measure there.
    Nothing,
    /// It could not be measured, and why.
    NotMeasured(String),
}

/// A figure, or why there is none.
impl From<Result<f64, String>> for Cell {
    fn from(figure: Result<f64, String>) -> Cell {
        figure.map_or_else(Cell::NotMeasured, Cell::Figure)
    }
}

/// How a figure is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Thousands of bytes.
    Kilobytes,
    /// Thousandths of a second.
    Milliseconds,
    /// Millionths of a second.
    Microseconds,
    /// How many.
    Count,
    /// Hundredths.
    Percent,
    /// How many times as much.
    Times,
}

impl Unit {
    fn write(self, figure: f64) -> String {
        match self {
            Unit::Kilobytes => format!("{:.1} KB", figure / 1000.0),
            Unit::Milliseconds if figure < 100.0 => format!("{figure:.1} ms"),
            Unit::Milliseconds => format!("{figure:.0} ms"),
            Unit::Microseconds => format!("{figure:.1} µs"),
            Unit::Count => format!("{figure:.0}"),
            Unit::Percent => format!("{figure:.1}%"),
            Unit::Times => format!("{figure:.2} times"),
        }
    }
}

/// One figure for every contender.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    what: String,
    unit: Unit,
    cells: [Cell; COLUMNS],
    bar_and_aim: Option<(f64, f64)>,
}

impl Row {
    /// A row for all of them.
    pub fn new(what: impl Into<String>, unit: Unit, cells: [Cell; COLUMNS]) -> Row {
        Row { what: what.into(), unit, cells, bar_and_aim: None }
    }

    /// A row that only we have a figure for.
    pub fn ours(what: impl Into<String>, unit: Unit, ours: impl Into<Cell>) -> Row {
        let mut cells = [const { Cell::Nothing }; COLUMNS];
        cells[0] = ours.into();
        Row::new(what, unit, cells)
    }

    /// What our figure must not exceed, and what we would like.
    #[must_use]
    pub fn bar(mut self, bar: f64, aim: f64) -> Row {
        self.bar_and_aim = Some((bar, aim));
        self
    }

    fn line(&self) -> String {
        format!("| {} |", self.texts().join(" | "))
    }

    /// What it says, cell by cell: what is measured, every contender, the bar with the aim, and the verdict.
    pub fn texts(&self) -> Vec<String> {
        let first = match self.cells.first() {
            Some(Cell::Figure(figure)) if *figure > 0.0 => Some(*figure),
            _ => None,
        };
        let cells = self.cells.iter().enumerate().map(|(at, cell)| match (cell, first) {
            (Cell::Figure(figure), Some(first)) if at > 0 => {
                format!("{} ({:.1}×)", self.unit.write(*figure), figure / first)
            }
            (Cell::Figure(figure), _) => self.unit.write(*figure),
            (Cell::Nothing, _) => "–".to_owned(),
            (Cell::NotMeasured(why), _) => format!("not measured: {}", one_line(why)),
        });
        std::iter::once(self.what.clone()).chain(cells).chain(self.verdict()).collect()
    }

    fn verdict(&self) -> [String; 2] {
        let Some((bar, aim)) = self.bar_and_aim else { return ["–", "–"].map(str::to_owned) };
        let verdict = match self.cells.first() {
            Some(Cell::Figure(figure)) if *figure <= aim => "aim met",
            Some(Cell::Figure(figure)) if *figure <= bar => "bar met",
            Some(Cell::Figure(_)) => "missed",
            _ => "not known",
        };
        [format!("{} / {}", self.unit.write(bar), self.unit.write(aim)), verdict.to_owned()]
    }
}

/// All rows, and what they were measured with.
#[derive(Debug, Default)]
pub struct Table {
    /// The day, the browser and the machine.
    pub about: String,
    rows: Vec<Row>,
}

impl Table {
    /// Adds rows at the end.
    pub fn extend(&mut self, rows: Vec<Row>) {
        self.rows.extend(rows);
    }

    /// The rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many cells have no figure although they should.
    pub fn not_measured(&self) -> usize {
        let cells = self.rows.iter().flat_map(|row| &row.cells);
        cells.filter(|cell| matches!(cell, Cell::NotMeasured(_))).count()
    }

    /// As Markdown. A factor in brackets compares with the first column.
    pub fn markdown(&self) -> String {
        let heads = heads();
        let head = format!("| {} |\n|{}\n", heads.join(" | "), "---|".repeat(heads.len()));
        let lines: String = self.rows.iter().map(|row| row.line() + "\n").collect();
        format!("{}\n\n{head}{lines}", self.about)
    }
}

/// What stands above the cells of a row.
pub fn heads() -> Vec<&'static str> {
    std::iter::once("what").chain(CONTENDERS).chain(["bar / aim", ""]).collect()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_compared_with_the_first() {
        let mut cells = [const { Cell::Nothing }; COLUMNS];
        (cells[0], cells[1]) = (Cell::Figure(100_000.0), Cell::Figure(310_000.0));
        let line = Row::new("size", Unit::Kilobytes, cells).bar(150_000.0, 90_000.0).line();
        assert_eq!(line, "| size | 100.0 KB | 310.0 KB (3.1×) | – | – | – | 150.0 KB / 90.0 KB | bar met |");
    }

    #[test]
    fn what_is_missing_is_said_and_counted() {
        let mut table = Table::default();
        table.extend(vec![Row::ours("load", Unit::Milliseconds, Err("no\nbrowser".to_owned()))]);
        assert_eq!(table.not_measured(), 1);
        assert!(table.markdown().contains("not measured: no browser"));
    }
}
