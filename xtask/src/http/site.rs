//! A built folder, served with the headers of a careful production server.

use super::{Answer, Answers, Delivery};
use std::path::{Path, PathBuf};

/// What a page may do: run our own scripts and WebAssembly, and nothing from elsewhere.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; \
    base-uri 'none'; form-action 'none'";

/// A folder to serve. Nothing outside it is ever read.
#[derive(Debug, Clone)]
pub struct Site {
    folder: PathBuf,
}

impl Site {
    /// Serves a folder, which may be replaced while we do.
    pub fn new(folder: impl Into<PathBuf>) -> Site {
        Site { folder: folder.into() }
    }

    fn file(&self, path: &Path) -> Option<Vec<u8>> {
        // A link inside the folder may lead out of it.
        let (folder, path) = (self.folder.canonicalize().ok()?, self.folder.join(path).canonicalize().ok()?);
        if path.starts_with(folder) { std::fs::read(path).ok() } else { None }
    }

    fn not_found(&self) -> Answer {
        let page = self.file(Path::new("404.html")).unwrap_or_else(|| b"Page not found".to_vec());
        Answer { status: 404, ..answer("404.html", page) }
    }
}

impl Answers for Site {
    fn answer(&self, path: &str) -> Answer {
        let Some(mut name) = inside(path) else { return self.not_found() };
        if self.folder.join(&name).is_dir() {
            // Without the final `/`, the links of the page would lead elsewhere.
            if !path.ends_with('/') {
                return moved(&format!("{path}/"));
            }
            name.push("index.html");
        }
        match self.file(&name) {
            Some(body) => answer(&name.to_string_lossy(), body),
            // Every browser asks for it unbidden. The icon is the authority's, and its absence no error of ours.
            None if path == "/favicon.ico" => answer("favicon.ico", Vec::new()),
            None => self.not_found(),
        }
    }
}

/// A whole answer with the headers for a file of that name.
pub fn answer(name: &str, body: Vec<u8>) -> Answer {
    let headers = vec![
        ("Content-Type", content_type(name).to_owned()),
        ("Content-Security-Policy", POLICY.to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cache-Control", keeping(name).to_owned()),
    ];
    Answer { status: 200, headers, body, delivery: Delivery::Whole }
}

fn moved(to: &str) -> Answer {
    let mut answer = Answer { status: 301, ..answer("moved.txt", Vec::new()) };
    answer.headers.push(("Location", to.to_owned()));
    answer
}

/// The file that a path names, relative to the folder; nothing when it leads outside.
fn inside(path: &str) -> Option<PathBuf> {
    let path = decoded(path)?;
    let mut file = PathBuf::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part == ".." || part == "." || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    Some(file)
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}

/// A file with a hash in its name never changes. All others are asked for afresh.
fn keeping(name: &str) -> &'static str {
    if is_hashed(name) { "public, max-age=31536000, immutable" } else { "no-store" }
}

/// Whether a name changes with the content, so that the file never does.
pub fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map(|(stem, _)| stem);
    let hash = stem.and_then(|it| it.rsplit_once('-')).map(|(_, hash)| hash);
    hash.is_some_and(|it| it.len() == 8 && it.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// A folder with a secret beside the site. It goes when this is dropped.
    struct Planted(std::path::PathBuf);

    impl Planted {
        fn new(name: &str) -> Result<Planted, std::io::Error> {
            let folder = std::env::temp_dir().join(format!("care-tools-site-{name}-{}", std::process::id()));
            fs::create_dir_all(folder.join("dist/logic"))?;
            fs::write(folder.join("secret.txt"), "secret")?;
            fs::write(folder.join("dist/index.html"), "home")?;
            fs::write(folder.join("dist/404.html"), "lost")?;
            fs::write(folder.join("dist/logic/index.html"), "logic")?;
            Ok(Planted(folder))
        }

        fn answer(&self, path: &str) -> Answer {
            Site::new(self.0.join("dist")).answer(path)
        }
    }

    impl Drop for Planted {
        fn drop(&mut self) {
            drop(fs::remove_dir_all(&self.0));
        }
    }

    #[test]
    fn files_and_folders_are_served() -> Result<(), std::io::Error> {
        let site = Planted::new("served")?;
        assert_eq!(site.answer("/").body, b"home");
        assert_eq!(site.answer("/index.html").body, b"home");
        assert_eq!(site.answer("/logic/").body, b"logic");
        assert_eq!(site.answer("/logic").status, 301);
        Ok(())
    }

    #[test]
    fn nothing_outside_is_served() -> Result<(), std::io::Error> {
        let site = Planted::new("outside")?;
        let paths = "/../secret.txt /%2e%2e/secret.txt /logic/../../secret.txt /..%2fsecret.txt /..%5csecret.txt \
                     //../secret.txt /%00 /%zz /% /C:/secret.txt";
        for path in paths.split(' ') {
            let answer = site.answer(path);
            assert_eq!((answer.status, answer.body.as_slice()), (404, b"lost".as_slice()), "{path}");
        }
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_outside_is_not_followed() -> Result<(), std::io::Error> {
        let site = Planted::new("link")?;
        std::os::unix::fs::symlink("../secret.txt", site.0.join("dist/link.txt"))?;
        assert_eq!(site.answer("/link.txt").status, 404);
        Ok(())
    }

    #[test]
    fn only_hashed_files_may_be_kept() {
        assert!(is_hashed("care-tools-0123abcd.wasm"));
        assert!(!is_hashed("care-tools.js"));
        assert!(!is_hashed("team-suitability.html"));
    }

    #[test]
    fn the_policy_is_one_line() {
        assert!(!POLICY.contains("  ") && POLICY.ends_with("form-action 'none'"));
    }
}
