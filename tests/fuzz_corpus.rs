//! What the fuzzer found, and what it began with, once more: no input of the corpus is read wrongly.
//!
//! The checks are the fuzzer's own, compiled here without it. Those of office files are in `office/tests`.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, missing_docs)]

#[path = "../fuzz/src/changes.rs"]
mod changes;
#[path = "../fuzz/src/checks.rs"]
mod checks;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The longest that reading one input may take. The fuzzer allows the same.
const LONGEST: Duration = Duration::from_secs(5);

fn fuzz() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

/// The names of what is in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()));
    entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect()
}

#[test]
fn no_kept_input_is_read_wrongly() {
    for (target, check) in checks::TARGETS {
        let folder = fuzz().join("corpus").join(target);
        for name in names(&folder) {
            let bytes = std::fs::read(folder.join(&name)).expect("an input");
            let start = Instant::now();
            let held = std::panic::catch_unwind(|| check(&bytes));
            assert!(held.is_ok(), "the input `{target}/{name}` of the corpus is read wrongly; see above");
            assert!(start.elapsed() < LONGEST, "`{target}/{name}` took {:?}", start.elapsed());
        }
    }
}

#[test]
fn no_changed_input_is_read_wrongly() {
    for (target, check) in checks::TARGETS {
        assert!(
            changes::short_run(target, &fuzz().join("corpus").join(target), check) > 0,
            "`{target}` was not tried"
        );
    }
}

#[test]
fn every_target_has_a_check_a_corpus_and_a_place_in_the_manifest() {
    let manifest = std::fs::read_to_string(fuzz().join("Cargo.toml")).expect("the manifest");
    let targets: BTreeSet<String> =
        names(&fuzz().join("fuzz_targets")).iter().map(|name| name.trim_end_matches(".rs").to_owned()).collect();
    assert_eq!(names(&fuzz().join("corpus")), targets, "a folder of the corpus for each target");
    let listed =
        manifest.lines().filter_map(|line| line.strip_prefix("path = \"fuzz_targets/")?.strip_suffix(".rs\""));
    assert_eq!(listed.map(str::to_owned).collect::<BTreeSet<_>>(), targets, "the manifest");
    let mut here = BTreeSet::new();
    for target in &targets {
        assert!(!names(&fuzz().join("corpus").join(target)).is_empty(), "the corpus of `{target}` is empty");
        let text = std::fs::read_to_string(fuzz().join(format!("fuzz_targets/{target}.rs"))).expect("a target");
        if text.contains("checks::") {
            here.insert(target.as_str());
        }
    }
    assert_eq!(checks::TARGETS.iter().map(|(name, _)| *name).collect::<BTreeSet<_>>(), here);
}

#[test]
fn the_corpus_stays_small() {
    let corpus = fuzz().join("corpus");
    let of = |target: &String| {
        let folder = corpus.join(target);
        names(&folder).iter().map(|name| folder.join(name).metadata().expect("a size").len()).sum::<u64>()
    };
    let bytes: u64 = names(&corpus).iter().map(of).sum();
    assert!(bytes < 1_000_000, "{bytes} bytes");
}
