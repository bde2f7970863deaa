//! How fast deciding is, without a browser: what `examples/decide_speed.rs` prints.

use super::pages::TOOL;
use super::table::{Row, Unit};
use crate::commands;
use crate::places::Places;

/// The rows about deciding.
pub fn rows(places: &Places) -> Vec<Row> {
    let printed = run(places);
    let row = |what: &str, name: &str, column: usize| {
        let figure = printed.as_ref().map_err(Clone::clone).and_then(|text| figure(text, name, column));
        Row::ours(what, Unit::Microseconds, figure)
    };
    vec![
        row("`decide`, native, median case", "decide", 2).bar(20.0, 5.0),
        row("`decide`, native, worst case", "decide", 3).bar(20.0, 5.0),
        row("`standing`, native, median case", "standing", 2),
        row("`standing`, native, worst case", "standing", 3),
        row("`what_if`, native, median case", "what_if", 2),
        row("`what_if`, native, worst case", "what_if", 3),
    ]
}

fn run(places: &Places) -> Result<String, String> {
    let mut cargo = commands::cargo();
    cargo.current_dir(&places.root);
    cargo.args(["run", "--quiet", "--profile", "fast", "--package", "care-tools", "--example", "decide_speed"]);
    commands::output(&mut cargo)
}

/// A figure from the lines `TOOL NAME MEDIAN WORST`.
fn figure(text: &str, name: &str, column: usize) -> Result<f64, String> {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
    let line = lines.into_iter().find(|words| words.first() == Some(&TOOL) && words.get(1) == Some(&name));
    let figure = line.and_then(|words| words.get(column)?.parse().ok());
    figure.ok_or_else(|| format!("the example prints no `{name}` for `{TOOL}`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_read() {
        let text = "tool what median worst\nadvocacy decide 3.25 9.50 cases\n";
        assert_eq!(figure(text, "decide", 2), Ok(3.25));
        assert_eq!(figure(text, "decide", 3), Ok(9.5));
        assert!(figure(text, "standing", 2).is_err());
    }
}
