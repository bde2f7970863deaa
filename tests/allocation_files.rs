//! Files of the allocation tool: what comes in, what goes out, and what is refused.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

use care_tools::json::Json;
use care_tools::tools::allocation::files::values::{self, EventText};
use care_tools::tools::allocation::files::workers::{self, WorkerProblem};
use care_tools::tools::allocation::files::{Field, FileFault, Progress, Reading, Row, Table, export, table};
use proptest::prelude::*;

fn read(text: &str) -> Table {
    table::read(text).unwrap_or_else(|fault| panic!("{fault}\n{text}"))
}

/// The lines and cells of a file, for comparing.
fn cells(table: &Table) -> Vec<(u32, Vec<(&'static str, &str)>)> {
    let each = |row: &'_ Row| row.line;
    table.rows.iter().map(|row| (each(row), row.cells().map(|(field, cell)| (field.id(), cell)).collect())).collect()
}

/// Checks the lines and cells of a file.
#[track_caller]
fn check(text: &str, expected: &[(u32, &[(&str, &str)])]) {
    let table = read(text);
    let expected: Vec<_> = expected.iter().map(|(line, cells)| (*line, cells.to_vec())).collect();
    assert_eq!(cells(&table), expected, "{text:?}");
}

// The two files of the specification's cases.
const I01: &str = "\u{feff}Referral reference,Date received,Function,Immediate danger,Essential care missed,Safeguarding,Carer,Child at risk,End of life,Risk,Need,Support,Urgency,Deadline type,Deterioration,Fluctuation,Postcode\r\n1001,20/06/2025,care act assessment,no,no,none,none relied on,no,no,High,low,minor gaps,no pressure,none,stable,steady,AB1\r\n1002,21/06/2025,care act assessment,no,no,none,none relied on,no,no,moderate,low,minor gaps,no pressure,none,stable,steady,AB1\r\n\r\n1003,22/06/2025,care act assessment,no,,none,,no,no,low,low,,no pressure,none,stable,steady,AB2\r\n1004,31/02/2025,care act assessment,no,no,none,managing,no,no,low,low,secure,no pressure,none,stable,steady,AB2\r\n";
const I02: &str = "Case reference,Answered on,Contact date,Referral date,Function,Immediate danger,Essential care missed,Safeguarding,Carer,Child at risk,End of life,Risk,Need,Support,Urgency,Deadline kind,Deterioration,Fluctuation,\n 1 ,01/06/2025,, 01/06/2025 ,care act assessment,NO,no,None,managing,no,no, Low ,low,minor gaps,no pressure,none,stable,steady,\n,,,,\n2,,02/06/2025,01/01/2025,care act assessment,NO,no,None,managing,no,no, Low ,low,minor gaps,no pressure,none,stable,steady,x\n3,,13/31/2025,,care act assessment,NO,no,None,managing,no,no, Low ,low,minor gaps,no pressure,none,stable,steady,\n";

#[test]
fn the_files_of_the_cases() {
    let first = read(I01);
    assert_eq!(first.ignored_columns, ["Postcode"]);
    assert_eq!(first.missing_columns, []);
    assert_eq!(first.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 3, 5, 6]);
    assert_eq!(first.rows[0].cell(Field::Risk), "High");
    assert_eq!(first.rows[0].cell(Field::DeadlineKind), "none");
    assert_eq!(first.rows[2].cell(Field::EssentialCareMissed), "");
    let second = read(I02);
    assert_eq!(second.ignored_columns, Vec::<String>::new());
    assert_eq!(second.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4, 5]);
    let received: Vec<_> = second.rows.iter().map(|row| row.cell(Field::Received)).collect();
    assert_eq!(received, ["01/06/2025", "02/06/2025", "13/31/2025"]);
    assert_eq!(second.rows[0].cell(Field::Ref), "1");
    assert_eq!(second.rows[0].cell(Field::Risk), "Low");
}

#[test]
fn headings_of_section_14() {
    let accepted = [
        ("ref", "ref, Referral reference, Case reference, Referral ID"),
        ("received", "received, Date received, Referral date, Contact date"),
        ("last_contact", "last_contact, Last contact, Date of last contact"),
        ("answered_on", "answered_on, Answered on, Triage date, Date triaged"),
        ("status", "status"),
        ("allocated_on", "allocated_on, Date allocated, Allocation date"),
        ("function", "function, Work type, Referral type"),
        ("immediate_danger", "immediate_danger, Immediate danger"),
        ("essential_care_missed", "Essential care missed"),
        ("safeguarding", "safeguarding"),
        ("carer", "carer, Carer situation"),
        ("child_at_risk", "Child at risk"),
        ("end_of_life", "End of life"),
        ("risk", "risk, Level of risk"),
        ("need", "need, Level of need"),
        ("support", "support, Current support"),
        ("urgency", "urgency"),
        ("deterioration", "deterioration, Likelihood of deterioration"),
        ("fluctuation", "fluctuation"),
        ("deadline_kind", "deadline_kind, Deadline type"),
        ("deadline", "deadline, Deadline date"),
        ("advocacy", "advocacy"),
        ("informed", "informed, Person informed"),
        ("events", "events"),
    ];
    assert_eq!(accepted.map(|(id, _)| id).as_slice(), Field::ALL.iter().map(|field| field.id()).collect::<Vec<_>>());
    for (id, headings) in accepted {
        for heading in headings.split(", ") {
            for written in
                [heading.to_owned(), heading.to_uppercase(), format!("  {heading}\t"), heading.replace(' ', "_")]
            {
                assert_eq!(Field::headed(&written).map(Field::id), Some(id), "{written}");
            }
        }
        assert_eq!(Field::named(id).map(Field::id), Some(id));
    }
    for other in ["", "RAG", "Risk level", "date  received", "date-received", "name", "reference", "réf", "risk?"] {
        assert_eq!(Field::headed(other), None, "{other}");
    }
}

#[test]
fn cells_lines_and_blanks() {
    let one: &[(&str, &str)] = &[("ref", "1"), ("received", "2")];
    check("ref,received\n1,2\n", &[(2, one)]);
    check("ref,received\n1,2", &[(2, one)]);
    check("ref,received\r\n1,2\r\n", &[(2, one)]);
    check("ref,received\r1,2\r", &[(2, one)]);
    check("\u{feff}ref,received\n1,2\n", &[(2, one)]);
    check("\n\r\n,,\nref,received\n\n , ,\n1,2\n", &[(7, one)]);
    check("ref,received\n1,2,3,4,5\n", &[(2, one)]);
    check("ref,received,risk\n1,2\n", &[(2, one)]);
    check("ref,received\n 1 ,\u{a0}2\n", &[(2, one)]);
    check("ref,received\n'1,' 2\n", &[(2, one)]);
    check("ref,received\n\"1\",\"2\"\n", &[(2, one)]);
    check("ref,ref,received\n,1,2\n1,9,2\n", &[(2, one), (3, one)]);
    check("ref,Case reference,received\n'=x,1,2\n", &[(2, &[("ref", "=x"), ("received", "2")])]);
    // An apostrophe alone says nothing, and only one is taken off.
    check("ref,received\n',2\n',\n''1,2\n", &[(2, &[("received", "2")]), (4, &[("ref", "'1"), ("received", "2")])]);
    // Line breaks inside a cell count as lines of the file.
    check(
        "ref,\"received\",\"a\nb\"\n\"x, \"\"y\"\"\r\nz\",2\n\n3,4\n",
        &[(3, &[("ref", "x, \"y\"\r\nz"), ("received", "2")]), (6, &[("ref", "3"), ("received", "4")])],
    );
    check("ref,received\n", &[]);
}

#[test]
fn columns_that_are_missing_or_not_read_are_named() {
    let table = read("Name,risk,,RAG, Postcode ,RAG\nx,low,y,red,z,\n");
    assert_eq!(table.missing_columns, [Field::Ref, Field::Received]);
    assert_eq!(table.ignored_columns, ["Name", "RAG", "Postcode", "RAG"]);
    assert_eq!(cells(&table), [(2, vec![("risk", "low")])]);
    assert_eq!(read("received\n1\n").missing_columns, [Field::Ref]);
    // A row is there also where none of its columns is read.
    assert_eq!(read("ref,received,Name\n,,x\n").rows.len(), 1);
}

#[test]
fn cells_copied_from_a_spreadsheet() {
    check("ref\treceived\n1\t2\n", &[(2, &[("ref", "1"), ("received", "2")])]);
    let table = read("Address, town\tref\treceived\r\na, b\t1\t\"2\n3\"\r\n");
    assert_eq!(table.ignored_columns, ["Address, town"]);
    assert_eq!(cells(&table), [(2, vec![("ref", "1"), ("received", "2\n3")])]);
    check("ref,received,a\tb\n1,2\t3,\n", &[(2, &[("ref", "1"), ("received", "2\t3")])]);
    check("\t\t\nref\n1\n", &[(3, &[("ref", "1")])]);
}

#[test]
fn a_row_can_be_changed() {
    let row = Row::of(3, [(Field::Risk, " low "), (Field::Ref, " "), (Field::Ref, "R-1"), (Field::Risk, "high")]);
    let changed = row.with(Field::Risk, "").with(Field::Informed, "yes");
    assert_eq!(row.cells().collect::<Vec<_>>(), [(Field::Ref, "R-1"), (Field::Risk, "low")]);
    assert_eq!(changed, Row::of(3, [(Field::Informed, "yes"), (Field::Ref, "R-1")]));
}

#[test]
fn rows_of_a_sheet() {
    let text = "[\n[],\n[\"Referral ID\",\"Date received\",\"RAG\"],\n[],\n[\" 1001 \",\"2025-06-30\",\"red\",\"x\"],\n[\"a\\nb\"]\n]";
    let table = Reading::of_sheet(text).unwrap().finish().unwrap();
    assert_eq!(table.ignored_columns, ["RAG"]);
    assert_eq!(cells(&table), [(4, vec![("ref", "1001"), ("received", "2025-06-30")]), (5, vec![("ref", "a\nb")])]);
    let fault = |text: &str| Reading::of_sheet(text).and_then(Reading::finish).unwrap_err();
    assert_eq!(fault("[]"), FileFault::Empty);
    assert_eq!(fault(""), FileFault::Empty);
    assert_eq!(fault("[\n[],\n[]\n]"), FileFault::Empty);
    assert_eq!(
        fault("[\n[\"ref\"],\n[1]\n]"),
        FileFault::Json("row 2: a cell is a number and should be a text".into())
    );
    assert_eq!(fault("[\n{}\n]").id(), "json");
    assert_eq!(fault("[\n[\"ref\"\n]").id(), "json");
}

#[test]
fn files_that_are_refused() {
    let fault = |bytes: &[u8]| table::read(bytes).unwrap_err();
    assert_eq!(fault(b""), FileFault::Empty);
    assert_eq!(fault(b"\xEF\xBB\xBF\r\n,,\n"), FileFault::Empty);
    assert_eq!(fault(b"PK\x03\x04..."), FileFault::Workbook);
    assert_eq!(fault(b"\xD0\xCF\x11\xE0..."), FileFault::OldWorkbook);
    assert_eq!(fault(b"ref,received\n1,2\n\"a\nb\",Zo\xEB\n"), FileFault::NotUtf8 { line: 4 });
    assert_eq!(fault(b"ref,received\n\"a\n\xEB\",2\n"), FileFault::NotUtf8 { line: 3 });
    // Half a letter in each of two cells.
    assert_eq!(fault(b"ref,received\n\xC3,\xA9\n"), FileFault::NotUtf8 { line: 2 });
    // As Excel saves "Unicode text".
    assert_eq!(fault(b"\xFF\xFEr\0e\0f\0"), FileFault::NotUtf8 { line: 1 });
    assert_eq!(fault(b"ref,received\n1,2\n3,\"4\n5,6\n7,8\n"), FileFault::OpenQuote { line: 3 });
    assert_eq!(fault(b"ref,received\n1,2\n3,\"4"), FileFault::OpenQuote { line: 3 });
    assert_eq!(fault(&vec![b'x'; table::LARGEST + 1]), FileFault::TooLarge);
    assert!(fault(b"ref\n\xE9\n").to_string().contains("line 2 cannot be read. Open the file in your spreadsheet"));
    assert!(fault(b"ref\n\xE9\n").to_string().contains("\"CSV UTF-8\""));
    // A quotation mark inside a cell is only that.
    check("ref,received\n5\" bed,2\n", &[(2, &[("ref", "5\" bed"), ("received", "2")])]);
}

#[test]
fn dates_and_words() {
    let iso = |text: &str| values::date(text).map(|day| day.to_string());
    for (text, day) in [
        ("2025-06-30", Some("2025-06-30")),
        ("30/06/2025", Some("2025-06-30")),
        (" 06/07/2025 ", Some("2025-07-06")),
        ("29/02/2024", Some("2024-02-29")),
        ("29/02/2025", None),
        ("06/30/2025", None),
        ("31/04/2025", None),
        ("2025-13-01", None),
        ("1/6/2025", None),
        ("01/06/25", None),
        ("2025/06/01", None),
        ("01-06-2025", None),
        ("01/06/2025 10:00", None),
        ("01/06/2025/", None),
        ("01/06-01/2025", None),
        ("٠١/٠٦/٢٠٢٥", None),
        ("", None),
    ] {
        assert_eq!(iso(text).as_deref(), day, "{text}");
    }
    let ids = ["none", "none_relied_on", "yes"];
    for (text, id) in [
        ("None Relied ON ", Some("none_relied_on")),
        ("none_relied on", Some("none_relied_on")),
        ("NONE", Some("none")),
        ("none  relied on", None),
        ("none-relied-on", None),
        ("y", None),
        ("", None),
    ] {
        assert_eq!(values::matched(text, ids), id, "{text}");
    }
}

#[test]
fn events_in_a_cell() {
    let text = " fall:2025-06-20; Complaint : 21/06/2025 ;;x; :2025-01-01;a:b:c";
    let pairs: Vec<_> = values::events(text).map(|event| (event.kind, event.date)).collect();
    let expected = [("fall", "2025-06-20"), ("Complaint", "21/06/2025"), ("x", ""), ("", "2025-01-01"), ("a", "b:c")];
    assert_eq!(pairs, expected);
    let written = values::events_cell(values::events(text));
    assert_eq!(values::events(&written).map(|event| (event.kind, event.date)).collect::<Vec<_>>(), expected);
    assert_eq!(values::events("").count(), 0);
    assert_eq!(values::events_cell([EventText { kind: "fall", date: "2025-06-20" }]), "fall:2025-06-20");
}

#[test]
fn what_is_written_is_safe_in_a_spreadsheet() {
    let file =
        export::write(["a", "b"], [["=1+1", "+44"], ["-5", "@x"], ["'q", " =x"], ["\t=x", "a=b"], ["x;y", "é"]]);
    assert_eq!(file, "\u{feff}a,b\r\n'=1+1,'+44\r\n'-5,'@x\r\n''q,\"' =x\"\r\n\"'\t=x\",a=b\r\n\"x;y\",é\r\n");
    assert_eq!(export::write(["a"], [["say \"no\", then\r\ngo"]]), "\u{feff}a\r\n\"say \"\"no\"\", then\r\ngo\"\r\n");
    let template = export::template();
    assert!(template.starts_with("\u{feff}ref,received,last_contact,answered_on,status,allocated_on,function,"));
    assert!(template.ends_with(",advocacy,informed,events\r\n"));
    let back = read(&template);
    assert_eq!((back.rows.len(), back.ignored_columns.len(), back.missing_columns.len()), (0, 0, 0));
}

/// A text as the tool would hold it: nothing outside.
fn held() -> impl Strategy<Value = String> {
    let nasty = prop::sample::select(vec![
        "=",
        "+",
        "-",
        "@",
        "'",
        "\"",
        "\"\"",
        ",",
        ";",
        "\n",
        "\r",
        "\r\n",
        "\t",
        " ",
        "\u{feff}",
        "é",
        "👩‍🦽",
        "x",
        "1",
        "\u{a0}",
        "\u{0}",
        "\\",
        "﹦",
        "ref",
    ]);
    prop::collection::vec(nasty, 0..6).prop_map(|parts| parts.concat().trim().to_owned())
}

fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec(held(), Field::COUNT), 0..8)
}

fn written(rows: &[Vec<String>]) -> String {
    let mut csv = export::Csv::waiting_list();
    for row in rows {
        let cells = Field::ALL.iter().copied().zip(row.iter().map(String::as_str));
        csv.waiting_row(&Row::of(0, cells));
    }
    csv.finish()
}

fn in_slices(bytes: &[u8], most: usize) -> Result<Table, FileFault> {
    let mut reading = Reading::new(bytes)?;
    let mut before = 0;
    while let Progress::More { done, of } = reading.step(most)? {
        assert!(done >= before && done <= of);
        before = done;
    }
    assert_eq!(reading.step(most), Ok(Progress::Done));
    reading.finish()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_export_opened_again_is_the_same(rows in rows()) {
        let back = read(&written(&rows));
        let kept: Vec<&Vec<String>> = rows.iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        prop_assert_eq!(back.rows.len(), kept.len());
        for (row, cells) in back.rows.iter().zip(kept) {
            for (field, cell) in Field::ALL.iter().zip(cells) {
                prop_assert_eq!(row.cell(*field), cell);
            }
        }
    }

    #[test]
    fn no_cell_of_an_export_begins_like_a_formula(cell in "[-=+@'\t\r\n a\"]{0,6}") {
        let file = export::write(["a"], [[&cell]]);
        let raw = file.trim_start_matches("\u{feff}a\r\n");
        let raw = raw.strip_prefix('"').unwrap_or(raw);
        prop_assert!(!raw.trim_start().starts_with(['=', '+', '-', '@']), "{:?}", file);
    }

    #[test]
    fn in_slices_it_is_the_same_as_at_once(bytes in "[a,\"\n\r\t é']{0,80}", most in 1usize..5) {
        let file = [b"ref,received\n".as_slice(), bytes.as_bytes()].concat();
        prop_assert_eq!(in_slices(&file, most), table::read(file.clone()));
    }

    #[test]
    fn no_bytes_whatever_are_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = table::read(bytes.clone());
        let _ = workers::read(&bytes);
        let _ = Reading::of_sheet(String::from_utf8_lossy(&bytes)).and_then(Reading::finish);
    }

    #[test]
    fn every_row_keeps_its_line(breaks in prop::collection::vec(0usize..4, 1..10), end in prop::sample::select(vec!["\n", "\r\n", "\r"])) {
        let mut text = format!("ref,received{end}");
        let mut line = 2;
        let mut lines = Vec::new();
        for (number, blank) in breaks.iter().enumerate() {
            text.push_str(&end.repeat(*blank));
            line += blank;
            lines.push(u32::try_from(line).unwrap());
            text.push_str(&format!("{number},\"{}x\"{end}", end.repeat(*blank)));
            line += blank + 1;
        }
        prop_assert_eq!(read(&text).rows.iter().map(|row| row.line).collect::<Vec<_>>(), lines);
    }
}

#[test]
fn a_cell_of_a_megabyte() {
    let long = "long, \"cell\"\n".repeat(90_000);
    let file = export::write(["ref", "received", "notes"], [["1", "2025-06-30", &long], [&long, "2025-06-30", ""]]);
    let table = read(&file);
    assert_eq!(table.rows.len(), 2);
    assert_eq!(table.rows[1].cell(Field::Ref), long.trim());
    assert_eq!(table.rows[1].line, 90_003);
}

#[test]
#[allow(clippy::print_stdout)]
fn a_hundred_thousand_rows() {
    let mut csv = export::Csv::waiting_list();
    for number in 0..100_000 {
        let reference = format!("R-{number}");
        let cells = Field::ALL
            .iter()
            .map(|field| (*field, if *field == Field::Ref { &*reference } else { "care act assessment" }));
        csv.waiting_row(&Row::of(0, cells));
    }
    let file = csv.finish();
    let start = std::time::Instant::now();
    let whole = table::read(file.as_str()).unwrap();
    println!("100,000 rows, {} bytes: read in {:?}", file.len(), start.elapsed());
    let start = std::time::Instant::now();
    let mut longest = std::time::Duration::ZERO;
    let mut reading = Reading::new(file.as_str()).unwrap();
    loop {
        let slice = std::time::Instant::now();
        let progress = reading.step(1_000).unwrap();
        longest = longest.max(slice.elapsed());
        if progress == Progress::Done {
            break;
        }
    }
    println!("in slices of 1,000: {:?}, the longest {longest:?}", start.elapsed());
    assert!(reading.finish().unwrap() == whole);
    assert_eq!(whole.rows.len(), 100_000);
}

const STAFF: &str = "\
id,Role,registration,registration to,capacity,load,available_from,leaving_on,gender,can supervise,languages,conflicts,skill:dementia,Skill: care act assessment,training:autism_assessor,training:mca,approval:bia,Team
W01,Social Worker,SWE,30/11/2025,40,5,,,Female,yes,BSL; lang:pl,C1;C2,2,3,yes,2026-01-31,2026-01-01,North
W02,social_care_practitioner,none,,30,30,2025-07-20,2026-01-01,,,,,,0,no,,no,North
";

#[test]
fn workers_from_csv() {
    let found = workers::read(STAFF.as_bytes()).unwrap();
    assert_eq!(found.faults, []);
    assert_eq!(found.ignored_columns, ["Team"]);
    let expected = Json::read(
        r#"[
        {"id": "W01", "role": "social_worker", "registration": "swe", "registration_to": "2025-11-30",
         "approvals": [{"id": "bia", "valid_to": "2026-01-01"}],
         "training": [{"id": "autism_assessor"}, {"id": "mca", "valid_to": "2026-01-31"}],
         "skills": {"dementia": 2, "care_act_assessment": 3}, "languages": ["bsl", "lang:pl"],
         "gender": "female", "capacity": 40, "load": 5, "conflicts": ["C1", "C2"], "can_supervise": true},
        {"id": "W02", "role": "social_care_practitioner", "approvals": [], "training": [],
         "skills": {"care_act_assessment": 0}, "languages": [], "gender": "not_held", "capacity": 30, "load": 30,
         "available_from": "2025-07-20", "leaving_on": "2026-01-01", "conflicts": [], "can_supervise": false}]"#,
    )
    .unwrap();
    assert_eq!(Json::List(found.workers), expected);
}

#[test]
fn faults_of_workers() {
    let file = "id,role,capacity,load,leaving_on,gender,can_supervise,skill:x,training:y,approval:bia\n\
        W1,r,40,1,,,,,,\nW2,r,forty,,31/02/2025,f,maybe,4,soon,yes\n,,1,1,,,,,,\nW3,r,1,1,,,,,,\nW3,r,1,1,,,,,,\n";
    let found = workers::read(file.as_bytes()).unwrap();
    assert_eq!(found.workers.iter().filter_map(|worker| worker.get("id")?.as_text()).collect::<Vec<_>>(), ["W1"]);
    use WorkerProblem::*;
    let faults: Vec<_> = found.faults.iter().map(|f| (f.line, &*f.id, &*f.column, &*f.text, f.problem)).collect();
    assert_eq!(
        faults,
        [
            (3, "W2", "approval:bia", "yes", BadDate),
            (3, "W2", "training:y", "soon", BadDate),
            (3, "W2", "skill:x", "4", BadLevel),
            (3, "W2", "gender", "f", BadWord),
            (3, "W2", "capacity", "forty", BadNumber),
            (3, "W2", "load", "", Missing),
            (3, "W2", "leaving_on", "31/02/2025", BadDate),
            (3, "W2", "can_supervise", "maybe", BadWord),
            (4, "", "id", "", Missing),
            (4, "", "role", "", Missing),
            (5, "W3", "id", "W3", Repeated),
            (6, "W3", "id", "W3", Repeated),
        ]
    );
}

#[test]
fn workers_from_json() {
    let list = |text: &str| workers::read(text.as_bytes());
    assert_eq!(list("[{\"id\": \"W1\"}]").unwrap().workers.len(), 1);
    assert_eq!(list("\u{feff} {\"schema\": 1, \"workers\": [{\"id\": \"W1\"}, {}]}").unwrap().workers.len(), 2);
    assert_eq!(list("[]").unwrap().workers.len(), 0);
    for bad in ["{}", "[1]", "{\"workers\": {}}", "[", "[{\"id\": 1, \"id\": 2}]"] {
        assert_eq!(list(bad).unwrap_err().id(), "json", "{bad}");
    }
    assert_eq!(list(" \n").unwrap_err(), FileFault::Empty);
    assert_eq!(list(",,\n").unwrap_err(), FileFault::Empty);
    let many = "{\"id\": \"W1\", \"notes\": \"".to_owned() + &"x".repeat(600) + "\"},";
    let many = format!("[{}]", many.repeat(5_000).trim_end_matches(','));
    assert_eq!(list(&many).unwrap().workers.len(), 5_000);
}
