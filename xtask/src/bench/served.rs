//! The server of the bench: all files from memory, packed beforehand, as a good host would send them.

use crate::http::{Answer, Answers, site};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

const QUALITY: i32 = 11;
const WINDOW: i32 = 22;

/// What a page may load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// The policy of a careful host, which we run under.
    Strict,
    /// Anything from its own site. What it wants from other sites is refused, and so can be counted
    /// without depending on a network.
    OwnSite,
}

const OWN_SITE: &str = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";

/// A file in both forms.
#[derive(Debug, Clone)]
pub struct File {
    /// As it is.
    pub bytes: Vec<u8>,
    /// With Brotli.
    pub packed: Vec<u8>,
    policy: Policy,
}

/// Everything that the pages of the bench load, by path without the leading `/`.
#[derive(Debug, Clone, Default)]
pub struct Contents(BTreeMap<String, File>);

impl Contents {
    /// Adds a file that runs under the strict policy.
    pub fn add(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.add_under(Policy::Strict, path, bytes);
    }

    /// Adds a file with a policy of its own, if it is a page.
    pub fn add_under(&mut self, policy: Policy, path: &str, bytes: impl Into<Vec<u8>>) {
        let bytes = bytes.into();
        self.0.insert(path.to_owned(), File { packed: packed(&bytes), bytes, policy });
    }

    /// The file at a path.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.0.get(path)
    }

    /// The sum of the packed lengths of files; an error names the one that is not there.
    ///
    /// # Errors
    /// When one is not there.
    pub fn packed_length<'a>(&self, paths: impl IntoIterator<Item = &'a str>) -> Result<usize, String> {
        paths.into_iter().try_fold(0, |sum, path| {
            let file = self.file(path).ok_or_else(|| format!("there is no `{path}`"))?;
            Ok(sum + file.packed.len())
        })
    }

    /// The paths of our own files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// Serves contents and keeps a list of what was asked for.
#[derive(Debug)]
pub struct Served {
    contents: Contents,
    asked: Mutex<Vec<String>>,
}

impl Served {
    /// A server of these files.
    pub fn new(contents: Contents) -> Served {
        Served { contents, asked: Mutex::default() }
    }

    /// What was asked for since the last time.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *locked(&self.asked))
    }
}

impl Answers for Served {
    fn answer(&self, path: &str) -> Answer {
        locked(&self.asked).push(path.to_owned());
        let name = path.trim_start_matches('/');
        let Some(file) = self.contents.file(name) else {
            return Answer { status: 404, ..site::answer("404.txt", b"Not found".to_vec()) };
        };
        let mut answer = site::answer(name, file.bytes.clone());
        let policies = answer.headers.iter_mut().filter(|(header, _)| *header == "Content-Security-Policy");
        if file.policy == Policy::OwnSite {
            policies.for_each(|(_, policy)| OWN_SITE.clone_into(policy));
        }
        if file.packed.len() < file.bytes.len() {
            answer.headers.push(("Content-Encoding", "br".to_owned()));
            answer.body.clone_from(&file.packed);
        }
        answer
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams { quality: QUALITY, lgwin: WINDOW, ..Default::default() };
    let mut packed = Vec::new();
    // Writing to memory cannot fail.
    match brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters) {
        Ok(_) => packed,
        Err(_) => bytes.to_vec(),
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_goes_out_packed() {
        let mut contents = Contents::default();
        contents.add_under(Policy::OwnSite, "a.html", "word ".repeat(100));
        let served = Served::new(contents);
        let answer = served.answer("/a.html");
        assert!(answer.headers.contains(&("Content-Encoding", "br".to_owned())));
        assert!(answer.headers.contains(&("Content-Security-Policy", OWN_SITE.to_owned())));
        assert!(answer.body.len() < 100);
        assert_eq!(served.answer("/b.html").status, 404);
        assert_eq!(served.asked(), ["/a.html", "/b.html"]);
    }
}
