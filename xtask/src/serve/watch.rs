//! Noticing that a source has changed, with the standard library alone.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use std::{fs, thread};

const WATCHED: &[&str] = &["src", "www", "Cargo.toml", "xtask/src", "xtask/Cargo.toml"];
const EVERY: Duration = Duration::from_millis(500);

/// When each watched file was last written.
pub type Seen = BTreeMap<PathBuf, SystemTime>;

/// Looks at every watched file.
pub fn look(root: &Path) -> Seen {
    let mut seen = Seen::new();
    WATCHED.iter().for_each(|name| look_at(&root.join(name), &mut seen));
    seen
}

/// Waits until a file was written, added or removed, and returns what was seen then.
pub fn wait_for_change(root: &Path, before: &Seen) -> Seen {
    loop {
        thread::sleep(EVERY);
        let now = look(root);
        if now != *before {
            return now;
        }
    }
}

/// A file that vanishes between two looks counts as removed, which is what it is.
fn look_at(path: &Path, seen: &mut Seen) {
    if let Ok(entries) = fs::read_dir(path) {
        entries.flatten().for_each(|entry| look_at(&entry.path(), seen));
    } else if let Ok(time) = fs::metadata(path).and_then(|it| it.modified()) {
        seen.insert(path.to_owned(), time);
    }
}
