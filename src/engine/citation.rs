//! Where a rule comes from.

/// An instrument, a piece of guidance or a procedure that can be cited.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// The name a reader knows it by; empty where the provision says it all.
    pub name: &'static str,
    /// Where it can be read; empty where it has no public address.
    pub address: &'static str,
}

/// One provision of one source, as relied on by a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The instrument.
    pub source: &'static Source,
    /// The provision in it, for example `s.67(3)`.
    pub at: &'static str,
    /// What a lawyer has still to confirm; empty where nothing is.
    pub confirm: &'static str,
}

impl Citation {
    /// A provision of a source.
    pub const fn new(source: &'static Source, at: &'static str) -> Self {
        Self { source, at, confirm: "" }
    }

    /// The same, with a part that was not seen in a source and is to be confirmed.
    #[must_use]
    pub const fn confirm(mut self, what: &'static str) -> Self {
        self.confirm = what;
        self
    }

    /// The citation as a reader sees it.
    pub fn text(&self) -> String {
        match (self.source.name, self.at) {
            (name, "") => name.to_owned(),
            ("", at) => at.to_owned(),
            (name, at) => format!("{name} {at}"),
        }
    }

    /// The address of the provision, or of the whole where the provision has none.
    ///
    /// Acts on legislation.gov.uk are addressed by section, regulations by
    /// regulation and schedules by schedule; only the first provision named is used.
    pub fn address(&self) -> Option<String> {
        let base = self.source.address;
        if base.is_empty() {
            return None;
        }
        if !base.starts_with("https://www.legislation.gov.uk/") {
            return Some(base.to_owned());
        }
        let part = ["ss.", "s.", "regs ", "reg ", "Sch "].iter().find_map(|word| {
            let number: String =
                self.at.strip_prefix(word)?.chars().take_while(char::is_ascii_alphanumeric).collect();
            let kind = match *word {
                "ss." | "s." => "section",
                "Sch " => "schedule",
                _ => "regulation",
            };
            (!number.is_empty()).then(|| format!("{base}/{kind}/{number}"))
        });
        Some(part.unwrap_or_else(|| base.to_owned()))
    }
}
