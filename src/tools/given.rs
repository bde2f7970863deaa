//! Reading what an authority supplies, with every fault kept.

use crate::json::Json;

/// Faults so far, each with its place.
#[derive(Debug, Default)]
pub struct Faults(pub Vec<(String, String)>);

impl Faults {
    /// Keeps a fault.
    pub fn fault(&mut self, at: &str, what: impl Into<String>) {
        self.0.push((at.to_owned(), what.into()));
    }

    /// The pairs of an object.
    pub fn pairs<'a>(&mut self, at: &str, value: &'a Json) -> &'a [(String, Json)] {
        value.as_object().unwrap_or_else(|| {
            self.fault(at, format!("is {} and should be an object", value.kind()));
            &[]
        })
    }

    /// The items of a list.
    pub fn items<'a>(&mut self, at: &str, value: &'a Json) -> &'a [Json] {
        value.as_list().unwrap_or_else(|| {
            self.fault(at, format!("is {} and should be a list", value.kind()));
            &[]
        })
    }

    /// A text.
    pub fn text(&mut self, at: &str, value: &Json) -> String {
        value.as_text().map(|text| text.trim().to_owned()).unwrap_or_else(|| {
            self.fault(at, format!("is {} and should be a text", value.kind()));
            String::new()
        })
    }

    /// A list of texts.
    pub fn texts(&mut self, at: &str, value: &Json) -> Vec<String> {
        self.items(at, value).iter().map(|text| self.text(at, text)).collect()
    }

    /// A whole number between two, both included; the least where it is not one.
    pub fn whole(&mut self, at: &str, value: &Json, least: i64, most: i64) -> i64 {
        match value {
            Json::Whole(number) if (least..=most).contains(number) => *number,
            _ => {
                self.fault(at, format!("should be a whole number from {least} to {most}"));
                least
            }
        }
    }

    /// An address, or nothing.
    pub fn address(&mut self, at: &str, value: &Json) -> String {
        let address = self.text(at, value);
        if !address.is_empty() && !is_address(&address) {
            self.fault(
                at,
                format!("`{address}` is not a web address, a page of this site, an e-mail or a telephone link"),
            );
        }
        address
    }
}

/// Web, mail and telephone addresses, and pages of the same site; nothing that could run.
pub fn is_address(address: &str) -> bool {
    let plain = address.chars().all(|c| !c.is_whitespace() && !c.is_control() && c != '\\' && c != '"' && c != '<');
    let known = ["https://", "http://", "mailto:", "tel:"].iter().any(|start| address.starts_with(start));
    // A relative address has no scheme: nothing before the first slash may hold a colon.
    let relative =
        !address.split(['/', '?', '#']).next().unwrap_or_default().contains(':') && !address.starts_with("//");
    plain && !address.is_empty() && (known || relative)
}
