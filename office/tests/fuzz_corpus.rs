//! What the fuzzer found in office files, and what it began with, once more.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "../../fuzz/src/changes.rs"]
mod changes;
#[path = "../../fuzz/src/office.rs"]
mod office;

use std::path::Path;
use std::time::{Duration, Instant};

/// The longest that one input may take. The fuzzer allows the same.
const LONGEST: Duration = Duration::from_secs(5);

#[test]
fn no_kept_input_is_read_wrongly() {
    for (target, check) in office::TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target);
        let mut inputs = 0;
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an input").path();
            let bytes = std::fs::read(&path).expect("an input");
            let start = Instant::now();
            let held = std::panic::catch_unwind(|| check(&bytes));
            assert!(held.is_ok(), "{} is read wrongly; see above", path.display());
            assert!(start.elapsed() < LONGEST, "{} took {:?}", path.display(), start.elapsed());
            inputs += 1;
        }
        assert!(inputs > 0, "the corpus of `{target}` is empty");
    }
}

#[test]
fn no_changed_input_is_read_wrongly() {
    for (target, check) in office::TARGETS {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(target);
        assert!(changes::short_run(target, &corpus, check) > 0, "`{target}` was not tried");
    }
}
