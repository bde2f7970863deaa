//! Each promise of `SECURITY.md` names what holds it: journeys by their sentences, tests by their names. They are there.

#![allow(clippy::expect_used, missing_docs)]

use std::path::Path;

fn text(folder: &Path) -> String {
    let mut found = String::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.push_str(&text(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push_str(&std::fs::read_to_string(&path).expect("a source"));
        }
    }
    found
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(open).skip(1).filter_map(move |rest| rest.split_once(close)).map(|(inside, _)| inside)
}

#[test]
fn what_holds_each_promise_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = ["tests", "xtask/src"].map(|folder| text(&root.join(folder))).concat();
    let security = std::fs::read_to_string(root.join("SECURITY.md")).expect("the file");
    let mut named = 0;
    for line in security.lines().filter(|line| line.starts_with('|')) {
        let Some(held_by) = line.trim_end_matches('|').rsplit('|').next() else { continue };
        // A sentence that ends in dots stands for all that begin with it.
        for sentence in between(held_by, "“", "”") {
            let words = sentence.trim_end_matches('…').trim();
            assert!(
                sources.contains(&format!("\"{words}")),
                "`SECURITY.md` names a journey that is not there: {sentence}"
            );
            named += 1;
        }
        for test in between(held_by, "`", "`").filter(|name| name.contains('_') && !name.contains(['.', '/', ' '])) {
            assert!(sources.contains(&format!("fn {test}")), "`SECURITY.md` names a test that is not there: {test}");
            named += 1;
        }
    }
    assert!(named > 15, "only {named} were found");
}
