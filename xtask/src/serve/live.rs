//! The built pages, or the compiler's words while the build is broken.

use crate::http::site::{self, Site};
use crate::http::{Answer, Answers};
use std::sync::{Mutex, PoisonError};

const PAGE: &str = r#"<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <title>The build is broken</title>
  </head>
  <body>
    <h1>The build is broken</h1>
    <p>Put this right and load the page again.</p>
    <pre>{words}</pre>
  </body>
</html>
"#;

/// What `serve` shows.
#[derive(Debug)]
pub struct Live {
    site: Site,
    broken: Mutex<Option<String>>,
}

impl Live {
    /// A site that is taken to be in order.
    pub fn new(site: Site) -> Live {
        Live { site, broken: Mutex::default() }
    }

    /// Takes note of a build: in order, or broken with the compiler's words.
    pub fn built(&self, build: Result<(), String>) {
        *self.broken.lock().unwrap_or_else(PoisonError::into_inner) = build.err();
    }
}

impl Answers for Live {
    /// Pages tell what is broken. Other files stay as last built, so that an open page still works.
    fn answer(&self, path: &str) -> Answer {
        let broken = self.broken.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match broken {
            Some(words) if path.ends_with('/') || path.ends_with(".html") => {
                site::answer("broken.html", page(&words).into())
            }
            _ => self.site.answer(path),
        }
    }
}

fn page(words: &str) -> String {
    PAGE.replace("{words}", &escaped(words))
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_build_shows_the_words_escaped_until_it_is_mended() {
        let live = Live::new(Site::new("no such folder"));
        live.built(Err("expected `Vec<u8>` & found <script>".into()));
        let shown = live.answer("/index.html");
        let text = String::from_utf8_lossy(&shown.body).into_owned();
        assert!(text.contains("expected `Vec&lt;u8&gt;` &amp; found &lt;script&gt;"), "{text}");
        assert_eq!(live.answer("/care-tools.js").status, 404);
        live.built(Ok(()));
        assert_eq!(live.answer("/index.html").status, 404);
    }
}
