//! On which line of a JSON text something stands.

use crate::json::Json;

/// The line, from 1, of what a path such as `contacts.2.link` names; where the last step is missing, that of the
/// nearest step before it. Entries of lists count from 1; keys may have dots in them.
///
/// The text is JSON. In any other text the line may be any.
pub fn line_of(text: &str, path: &str) -> usize {
    let mut scan = Scan { bytes: text.as_bytes(), at: 0 };
    let found = scan.find(path).unwrap_or(0);
    1 + text.as_bytes().iter().take(found).filter(|byte| **byte == b'\n').count()
}

struct Scan<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Scan<'_> {
    fn peek(&mut self) -> Option<u8> {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
        self.bytes.get(self.at).copied()
    }

    /// Where the rest of a path stands in the value that begins here. The value is read to its end only where the path is
    /// not in it.
    fn find(&mut self, path: &str) -> Option<usize> {
        let begins = self.peek().map(|_| self.at)?;
        if path.is_empty() {
            return Some(begins);
        }
        match self.peek()? {
            b'{' => {
                self.at += 1;
                while self.peek()? == b'"' {
                    let key_at = self.at;
                    let key = self.text();
                    if self.peek()? == b':' {
                        self.at += 1;
                    }
                    let rest = path.strip_prefix(key.as_str());
                    match rest.map(|rest| (rest, rest.strip_prefix('.'))) {
                        Some(("", _)) => return Some(key_at),
                        Some((_, Some(rest))) => return self.find(rest).or(Some(key_at)),
                        _ => self.skip(),
                    }
                    if self.peek()? == b',' {
                        self.at += 1;
                    }
                }
                Some(begins)
            }
            b'[' => {
                self.at += 1;
                let (first, rest) = path.split_once('.').unwrap_or((path, ""));
                let wanted: usize = first.parse().ok()?;
                let mut entry = 1;
                while self.peek()? != b']' {
                    if entry == wanted {
                        let here = self.at;
                        return self.find(rest).or(Some(here));
                    }
                    self.skip();
                    if self.peek()? == b',' {
                        self.at += 1;
                    }
                    entry += 1;
                }
                Some(begins)
            }
            _ => Some(begins),
        }
    }

    /// Reads a text, which begins here.
    fn text(&mut self) -> String {
        let begins = self.at;
        self.skip_text();
        let quoted = self.bytes.get(begins..self.at).unwrap_or_default();
        let read = std::str::from_utf8(quoted).ok().and_then(|quoted| Json::read(quoted).ok());
        read.as_ref().and_then(Json::as_text).unwrap_or_default().to_owned()
    }

    fn skip_text(&mut self) {
        self.at += 1;
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'\\' => self.at += 2,
                b'"' => break,
                _ => self.at += 1,
            }
        }
        self.at += 1;
    }

    /// Goes past a value.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => self.skip_text(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => self.at += 1,
                b',' | b':' | b'}' | b']' => return,
                _ => {
                    while self.bytes.get(self.at).is_some_and(|byte| !b",:]} \n\r\t".contains(byte)) {
                        self.at += 1;
                    }
                }
            }
            if depth == 0 {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::line_of;

    const TEXT: &str = r#"{
  "words": {
    "all": { "say.continue": "a \" , } ] b" },
    "advocacy": {
      "questions.person_role.hint": "x"
    }
  },
  "contacts": [
    { "name": "One", "packs": [] },
    { "name": "Two",
      "link": "y", "packs": ["R1",
        "R9"] }
  ],
  "idle_minutes": 2
}"#;

    #[test]
    fn keys_entries_and_keys_with_dots_are_found() {
        assert_eq!(line_of(TEXT, "words.all.say.continue"), 3);
        assert_eq!(line_of(TEXT, "words.advocacy.questions.person_role.hint"), 5);
        assert_eq!(line_of(TEXT, "contacts.1.name"), 9);
        assert_eq!(line_of(TEXT, "contacts.2.link"), 11);
        assert_eq!(line_of(TEXT, "contacts.2.packs.2"), 12);
        assert_eq!(line_of(TEXT, "idle_minutes"), 14);
    }

    #[test]
    fn what_is_missing_stands_where_it_would_be() {
        assert_eq!(line_of(TEXT, "contacts.2.detail"), 10);
        assert_eq!(line_of(TEXT, "contacts.7.link"), 8);
        assert_eq!(line_of(TEXT, "version"), 1);
        assert_eq!(line_of(TEXT, ""), 1);
    }

    #[test]
    fn any_text_has_an_end() {
        for cut in 0..TEXT.len() {
            assert!(line_of(&TEXT[..cut], "contacts.2.packs.2") >= 1);
        }
    }
}
