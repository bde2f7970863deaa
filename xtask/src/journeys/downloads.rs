//! Files that a page saves.

use super::wait::until;
use crate::build::files::said;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A folder that one browser saves into. It goes when this is dropped.
#[derive(Debug)]
pub struct Downloads {
    folder: PathBuf,
    before: Vec<PathBuf>,
    /// Whether the folder is ours, and goes with this.
    is_ours: bool,
}

impl Downloads {
    /// An empty folder.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new() -> Result<Downloads, String> {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("care-tools-downloads-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).map_err(|fault| said(&folder, &fault))?;
        Ok(Downloads { folder, before: Vec::new(), is_ours: true })
    }

    /// For a browser that saves into its user's own folder: whatever is new there from now on. What it saved there before
    /// goes, since the next file may have the same name.
    pub fn in_home(folder: &Path) -> Downloads {
        let all = paths(folder).unwrap_or_default();
        let (saved, before) = all.into_iter().partition(|path: &PathBuf| path.is_file() && !is_hidden(path));
        let saved: Vec<PathBuf> = saved;
        saved.iter().for_each(|path| drop(fs::remove_file(path)));
        Downloads { folder: folder.to_owned(), before, is_ours: false }
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Waits for a file with this ending, and gives its name and its text.
    ///
    /// # Errors
    /// When none comes.
    pub async fn file(&self, ending: &str) -> Result<(String, String), String> {
        let (path, bytes) = self.saved(ending).await?;
        let text = String::from_utf8(bytes).map_err(|_| format!("the `.{ending}` file is not text"))?;
        Ok((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text))
    }

    /// Waits for a file with this ending, and gives what is in it.
    ///
    /// # Errors
    /// When none comes.
    pub async fn bytes(&self, ending: &str) -> Result<Vec<u8>, String> {
        self.saved(ending).await.map(|(_, bytes)| bytes)
    }

    async fn saved(&self, ending: &str) -> Result<(PathBuf, Vec<u8>), String> {
        until(async || {
            let new = paths(&self.folder)?.into_iter().filter(|path| !self.before.contains(path));
            // Until a file is complete, the browser gives it another ending.
            let path = new.into_iter().find(|path| path.extension().is_some_and(|it| it == ending));
            let path = path.ok_or_else(|| format!("no `.{ending}` file was saved"))?;
            let bytes = fs::read(&path).map_err(|fault| said(&path, &fault))?;
            if bytes.is_empty() {
                return Err(format!("the `.{ending}` file is still empty"));
            }
            Ok((path, bytes))
        })
        .await
    }
}

impl Drop for Downloads {
    fn drop(&mut self) {
        if self.is_ours {
            drop(fs::remove_dir_all(&self.folder));
        }
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn paths(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|fault| said(folder, &fault))?;
    Ok(entries.flatten().map(|entry| entry.path()).collect())
}
