//! Files that leave the tools, read by programs of other people: LibreOffice, and Python's `icalendar`, `holidays`,
//! `zoneinfo` and `jsonschema`.

use super::browser::{install, is_root};
use crate::build::files::said;
use crate::commands;
use crate::places::Places;
use care_tools::cases::Case;
use care_tools::engine::{Calendar, dates};
use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::plans::Model;
use care_tools::plans::export::{Format, Out, Switch};
use care_tools::record::plan_file;
use care_tools::record::shape::schema::schema;
use care_tools::record::{self, Stamp};
use care_tools::sheet::{Desk, Draft};
use care_tools::tools::{self, action_planning};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

const SCRIPT: &str = include_str!("readers.py");
const PACKAGES: &[&str] = &[
    "libreoffice-writer-nogui",
    "libreoffice-calc-nogui",
    "python3-icalendar",
    "python3-holidays",
    "python3-jsonschema",
    "tzdata",
];
const NOW: &str = "2026-11-20T15:10:00.000Z";
const FIRST: &str = "2025-01-01";
/// A text in which a spreadsheet could see a formula.
const FORMULA: &str = "=1+1";

/// Runs every check.
///
/// # Errors
/// When a program is missing and cannot be installed, or reads something else than was written.
pub fn run(places: &Places) -> Result<(), String> {
    let python = programs()?;
    let folder = places.target.join("readers");
    fs::create_dir_all(&folder).map_err(|fault| said(&folder, &fault))?;
    let readers = Readers { folder, python };
    let example = example(&places.root)?;
    println!("Other programs read what the tools write");
    readers.dates()?;
    readers.moments()?;
    readers.calendar(&example)?;
    readers.word(&example)?;
    readers.table(&example)?;
    readers.records(&places.root, &example)
}

/// Makes sure that the programs are there. Gives the Python that has the libraries.
fn programs() -> Result<PathBuf, String> {
    let ready = || {
        let python = python();
        let libraries =
            Command::new(&python).args(["-c", "import icalendar, holidays, zoneinfo, jsonschema"]).output();
        let office = Command::new("soffice").arg("--version").output();
        (libraries.is_ok_and(|it| it.status.success()) && office.is_ok_and(|it| it.status.success()))
            .then_some(python)
    };
    if let Some(python) = ready() {
        return Ok(python);
    }
    let why = if is_root() { install(PACKAGES).err() } else { None };
    ready().ok_or_else(|| {
        format!(
            "the tests of exported files need LibreOffice, and Python with `icalendar`, `holidays` and `jsonschema` (on Debian and \
             Ubuntu: `apt-get install {}`){}",
            PACKAGES.join(" "),
            why.map(|words| format!(". Installing them failed: {words}")).unwrap_or_default()
        )
    })
}

/// The distribution's own Python, where its packages put libraries; else whatever is called that.
fn python() -> PathBuf {
    let own = PathBuf::from("/usr/bin/python3");
    if own.is_file() { own } else { PathBuf::from("python3") }
}

/// The example plan, opened as on its page, with a text that looks like a formula.
fn example(root: &Path) -> Result<Model, String> {
    let case = Json::read(&crate::build::files::read(&root.join("examples/plan.json"))?)?;
    let facts = case.get("facts").ok_or("`examples/plan.json` has no facts")?;
    let text = crate::build::example_plan::written(facts)?;
    let saved = plan_file::read(&text).map_err(|faults| format!("{faults:?}"))?;
    let words = tools::words("action_planning")?;
    let desk = Rc::new(Desk::new(action_planning::tool_once(), words, Locality::default()));
    let mut model = Model::new(desk, dates::from_iso("2026-11-20"), Stamp::default());
    model.take_up(saved);
    if let Some(action) = model.actions.iter_mut().find(|action| action.id == "A5") {
        FORMULA.clone_into(&mut action.support);
    }
    Ok(model)
}

struct Readers {
    folder: PathBuf,
    python: PathBuf,
}

impl Readers {
    fn write(&self, name: &str, content: &[u8]) -> Result<PathBuf, String> {
        let path = self.folder.join(name);
        fs::write(&path, content).map_err(|fault| said(&path, &fault))?;
        Ok(path)
    }

    fn python(&self, what: &str, file: &Path) -> Result<String, String> {
        let script = self.write("readers.py", SCRIPT.as_bytes())?;
        let output = Command::new(&self.python).arg(script).arg(what).arg(file).output();
        let output = output.map_err(|fault| format!("Python could not be started: {fault}"))?;
        let words = String::from_utf8_lossy(&output.stdout).into_owned();
        match output.status.success() {
            true => Ok(words),
            false => Err(format!("{what}: {words}{}", String::from_utf8_lossy(&output.stderr))),
        }
    }

    /// Working days over every day that the table of bank holidays covers.
    fn dates(&self) -> Result<(), String> {
        let calendar = Calendar::default();
        let first = dates::from_iso(FIRST).ok_or("no first day")?;
        let covered = first.iter_days().take_while(|day| calendar.covers(*day));
        let iso = |day: Option<_>| day.map(dates::to_iso).unwrap_or_default();
        let line = |day| {
            let later = [0, 1, 5].map(|days| iso(calendar.later(day, days))).join(",");
            format!("{},{},{later},{}\n", dates::to_iso(day), calendar.works(day), calendar.between(first, day))
        };
        // The last days count on into a year that no table has; both sides then know only weekends and rules.
        let lines: Vec<String> = covered.map(line).collect();
        let known = lines.len().saturating_sub(12);
        let file = self.write("dates.txt", lines.get(..known).unwrap_or_default().concat().as_bytes())?;
        self.python("dates", &file).map(|_| println!("  {known} days, as Python's holidays has them"))
    }

    /// The day in England at every hour of the days around each change of the clocks, and late on every day.
    fn moments(&self) -> Result<(), String> {
        let first = dates::from_iso(FIRST).ok_or("no first day")?;
        let mut lines = String::new();
        let mut count = 0;
        for day in first.iter_days().take(4 * 365) {
            for (hour, minute) in (0..24).map(|hour| (hour, 0)).chain([(0, 59), (22, 59), (23, 30)]) {
                let text = format!("{}T{hour:02}:{minute:02}:00Z", dates::to_iso(day));
                let moment = action_planning::day::moment(&text).ok_or("no moment")?;
                lines.push_str(&format!("{text},{}\n", dates::to_iso(action_planning::day::in_england(moment))));
                count += 1;
            }
        }
        let file = self.write("moments.txt", lines.as_bytes())?;
        self.python("moments", &file).map(|_| println!("  {count} moments, as Python's zoneinfo has them"))
    }

    /// The calendar file, as usual and with everything that may be asked for.
    fn calendar(&self, example: &Model) -> Result<(), String> {
        let id = &example.calendar_id;
        let usual = [
            format!("VEVENT|{id}-A3|0|2026-11-27|CONFIRMED|0|Action A3 due: Practitioner"),
            format!("VEVENT|{id}-A4|2|2026-12-02|CONFIRMED|0|Action A4 due: The person"),
            format!("VEVENT|{id}-A5|0|2026-12-11|CONFIRMED|0|Action A5 due: The person"),
            format!("VEVENT|{id}-review|0|2026-12-14|CONFIRMED|0|Review action plan"),
        ];
        self.entries(example, "usual.ics", &usual)?;
        let mut all = self.again(example)?;
        for switch in [Switch::Overdue, Switch::Ended, Switch::Reminder, Switch::Text] {
            *all.choices.slot(switch) = true;
        }
        let more = [
            format!(
                "VEVENT|{id}-A1|1|2026-11-16|CONFIRMED|0|Action A1 due: Reablement or support worker (done). Show the person the kettle tipper and leave it out"
            ),
            format!(
                "VEVENT|{id}-A2|0|2026-11-18|CONFIRMED|1|Action A2 due: Practitioner. Phone the equipment service about the bath step"
            ),
            format!(
                "VEVENT|{id}-A3|0|2026-11-27|CONFIRMED|1|Action A3 due: Practitioner. Ask the daughter what worries her about mornings"
            ),
            format!(
                "VEVENT|{id}-A4|2|2026-12-02|CONFIRMED|1|Action A4 due: The person. Walk to the corner shop with a worker on Tuesday and Friday"
            ),
            format!(
                "VEVENT|{id}-A5|0|2026-12-11|CONFIRMED|1|Action A5 due: The person. Try washing without help on two mornings"
            ),
            format!("VEVENT|{id}-review|0|2026-12-14|CONFIRMED|1|Review action plan"),
        ];
        self.entries(&all, "all.ics", &more)?;
        println!("  calendar files, as Python's icalendar has them");
        Ok(())
    }

    fn again(&self, model: &Model) -> Result<Model, String> {
        let saved = plan_file::read(&model.record(NOW).write()).map_err(|faults| format!("{faults:?}"))?;
        let mut again = Model::new(model.desk.clone(), model.today, Stamp::default());
        again.take_up(saved);
        Ok(again)
    }

    fn entries(&self, model: &Model, name: &str, should: &[String]) -> Result<(), String> {
        let Out::File(_, _, text) = model.export(Format::Calendar, NOW) else {
            return Err("a calendar is a file".to_owned());
        };
        let read = self.python("calendar", &self.write(name, text.as_bytes())?)?;
        let read: Vec<&str> = read.lines().collect();
        if read == should {
            Ok(())
        } else {
            Err(format!("`{name}` is read as\n{}\nand should be\n{}", read.join("\n"), should.join("\n")))
        }
    }

    fn office(&self, from: &Path, to: &str, more: &[&str]) -> Result<String, String> {
        let profile = format!("-env:UserInstallation=file://{}", self.folder.join("office").display());
        let mut office = Command::new("soffice");
        office
            .arg(profile)
            .args(["--headless", "--convert-to", to])
            .args(more)
            .arg("--outdir")
            .arg(&self.folder)
            .arg(from);
        commands::output(&mut office)?;
        let ending = to.split(':').next().unwrap_or_default();
        let made = from.with_extension(ending);
        let bytes = fs::read(&made).map_err(|fault| said(&made, &fault))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// The Word document: headings, a table with a repeated head, the language and every action.
    fn word(&self, example: &Model) -> Result<(), String> {
        let Out::Word(_, document) = example.export(Format::Word, NOW) else {
            return Err("a Word document is one".to_owned());
        };
        let file = self.write("plan.docx", &care_tools_office::docx(&document)?)?;
        let read = self.office(&file, "fodt", &[])?;
        let mut wanted = vec![
            "table:table-header-rows",
            "fo:language=\"en\" fo:country=\"GB\"",
            "text:outline-level=\"2\"",
            "Agreed actions",
        ];
        let actions: Vec<String> = example.actions.iter().map(|action| action.what.clone()).collect();
        wanted.extend(actions.iter().map(String::as_str));
        for words in wanted {
            if !read.contains(words) {
                return Err(format!("LibreOffice does not find `{words}` in the Word document"));
            }
        }
        println!("  the Word document, as LibreOffice has it");
        Ok(())
    }

    /// Records of every worked case, of the examples and of a plan: they fit the published schema, and their hashes are
    /// the same where another program works them out.
    fn records(&self, root: &Path, example: &Model) -> Result<(), String> {
        let mut good = vec![example.record(NOW)];
        for tool in tools::all().iter().filter(|tool| tool.groups.is_empty()) {
            let text = crate::build::files::read(&root.join(format!("src/tools/{}/cases.json", tool.id)))?;
            let cases = Json::read(&text)?;
            let list = cases.get("cases").unwrap_or(&cases).as_list().unwrap_or_default();
            let words = tools::words(tool.id)?;
            for case in list.iter().filter_map(|case| Case::read(tool, case).ok()) {
                let mut desk = Desk::new(tool, words.clone(), Locality::default());
                desk.settings = case.settings.clone();
                let draft = Draft { answers: case.answers, ..Draft::default() };
                let stamp = Stamp { id: example.stamp.id.clone(), made_at: NOW.into(), ..Stamp::default() };
                good.push(record::data(&desk, &draft, &stamp));
            }
        }
        let facts = crate::build::files::read(&root.join("examples/records.json"))?;
        for (name, text) in crate::build::example_records::written(&facts)? {
            // The one that was changed on purpose has another hash.
            if !name.contains("changed") {
                good.push(Json::read(&text)?);
            }
        }
        let bad = |key: &str, value: Json| {
            let mut record = good.first().cloned().unwrap_or(Json::Null);
            record.set(key, value);
            record
        };
        let bad = vec![
            bad("more", Json::Null),
            bad("status", Json::text("done")),
            bad("law_on", Json::text("soon")),
            bad("answers", Json::object([("shoe_size", Json::text("9"))])),
            bad("supervision", Json::List(vec![Json::Null])),
        ];
        let count = good.len();
        let all = [("schema", schema()), ("good", Json::List(good)), ("bad", Json::List(bad))];
        let file = self.write("records.json", Json::object(all).write().as_bytes())?;
        self.python("records", &file)
            .map(|_| println!("  {count} records, as Python's jsonschema and hashlib have them"))
    }

    /// The table: every action in a row of its own, and no cell is a formula.
    fn table(&self, example: &Model) -> Result<(), String> {
        let Out::File(_, _, text) = example.export(Format::Table, NOW) else {
            return Err("a table is a file".to_owned());
        };
        let file = self.write("plan.csv", text.as_bytes())?;
        let read = self.office(&file, "fods", &["--infilter=CSV:44,34,76,1"])?;
        if read.contains("table:formula") {
            return Err("LibreOffice finds a formula in the table".to_owned());
        }
        for action in &example.actions {
            if !read.contains(&action.what) {
                return Err(format!("LibreOffice does not find `{}` in the table", action.what));
            }
        }
        if !read.contains(&format!("'{FORMULA}").replace('\'', "&apos;")) && !read.contains(&format!("'{FORMULA}")) {
            return Err("LibreOffice does not find the text that looks like a formula".to_owned());
        }
        println!("  the table, as LibreOffice has it");
        Ok(())
    }
}
