//! The files of a build, held in memory until all of them are there.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Files by path, with `/` between folders on every system.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Adds a file.
    ///
    /// # Errors
    /// When there is one of that name: two sources must not fight over a file.
    pub fn add(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Result<(), String> {
        let path = path.into();
        match self.0.insert(path.clone(), bytes.into()) {
            None => Ok(()),
            Some(_) => Err(format!("two sources give the file `{path}`")),
        }
    }

    /// Adds a file under a name that changes with its content, so that a browser may keep it for ever.
    /// Returns the name.
    ///
    /// # Errors
    /// As [`Files::add`].
    pub fn add_hashed(&mut self, stem: &str, ending: &str, bytes: impl Into<Vec<u8>>) -> Result<String, String> {
        let bytes = bytes.into();
        let name = format!("{stem}-{}.{ending}", hash8(&bytes));
        self.add(name.clone(), bytes)?;
        Ok(name)
    }

    /// A file's content.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn content(&self, path: &str) -> Result<&[u8], String> {
        self.0.get(path).map(Vec::as_slice).ok_or_else(|| format!("there is no file `{path}`"))
    }

    /// A file's hash, as a browser compares it before it uses the file.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn integrity(&self, path: &str) -> Result<String, String> {
        Ok(format!("sha256-{}", STANDARD.encode(Sha256::digest(self.content(path)?))))
    }

    /// Paths and contents, in order of path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// The paths that are not in both, or not the same in both.
    pub fn differences<'a>(&'a self, other: &'a Files) -> Vec<&'a str> {
        let unlike = |one: &'a Files, two: &'a Files| {
            one.iter()
                .filter(|(path, bytes)| two.0.get(*path).map(Vec::as_slice) != Some(bytes))
                .map(|(path, _)| path)
        };
        let mut paths: Vec<&str> = unlike(self, other).chain(unlike(other, self)).collect();
        paths.sort_unstable();
        paths.dedup();
        paths
    }

    /// Puts these files in the place of a folder, as a whole: beside it first, then by a change of name.
    /// A failure before that leaves the folder as it was.
    ///
    /// # Errors
    /// When the file system refuses.
    pub fn replace(&self, folder: &Path) -> Result<(), String> {
        let (new, old) = (beside(folder, "new"), beside(folder, "old"));
        remove(&new)?;
        remove(&old)?;
        self.write(&new).inspect_err(|_| drop(remove(&new)))?;
        if folder.exists() {
            fs::rename(folder, &old).map_err(|fault| said(folder, &fault))?;
        }
        fs::rename(&new, folder).map_err(|fault| said(folder, &fault))?;
        remove(&old)
    }

    fn write(&self, folder: &Path) -> Result<(), String> {
        for (path, bytes) in self.iter() {
            let path = folder.join(path);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(|fault| said(parent, &fault))?;
            }
            fs::write(&path, bytes).map_err(|fault| said(&path, &fault))?;
        }
        Ok(())
    }
}

/// A file's text, with an error that names it.
///
/// # Errors
/// When it is not there or not text.
pub fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|fault| said(path, &fault))
}

/// The first eight hexadecimal digits of the SHA-256 of some bytes.
pub fn hash8(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

fn beside(folder: &Path, word: &str) -> std::path::PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}-{word}"))
}

fn remove(folder: &Path) -> Result<(), String> {
    if folder.exists() { fs::remove_dir_all(folder).map_err(|fault| said(folder, &fault)) } else { Ok(()) }
}

/// A fault of the file system, with the path.
pub fn said(path: &Path, fault: &std::io::Error) -> String {
    format!("`{}`: {fault}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_follows_the_content() {
        let mut files = Files::default();
        assert_eq!(files.add_hashed("a", "txt", "abc"), Ok("a-ba7816bf.txt".to_owned()));
    }

    #[test]
    fn two_sources_of_one_file_are_refused() {
        let mut files = Files::default();
        assert_eq!(files.add("a", "1"), Ok(()));
        assert!(files.add("a", "2").is_err());
    }

    #[test]
    fn differences_are_named_once() -> Result<(), String> {
        let (mut one, mut two) = (Files::default(), Files::default());
        one.add("same", "1")?;
        two.add("same", "1")?;
        one.add("other", "1")?;
        two.add("other", "2")?;
        two.add("more", "1")?;
        assert_eq!(one.differences(&two), ["more", "other"]);
        Ok(())
    }

    #[test]
    fn a_folder_is_replaced_as_a_whole() -> Result<(), String> {
        let folder = std::env::temp_dir().join(format!("care-tools-files-{}", std::process::id())).join("dist");
        let mut first = Files::default();
        first.add("old.txt", "1")?;
        first.replace(&folder)?;
        let mut second = Files::default();
        second.add("deep/new.txt", "2")?;
        second.replace(&folder)?;
        assert!(!folder.join("old.txt").exists());
        assert_eq!(read(&folder.join("deep/new.txt"))?, "2");
        folder.parent().map_or(Ok(()), remove)
    }
}
