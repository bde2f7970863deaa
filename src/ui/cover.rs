//! What becomes of a screen that nobody uses.

/// Whether the screen is covered because nobody uses it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Cover {
    /// In use.
    #[default]
    Open,
    /// Soon to be covered; minutes without input.
    Warned(u32),
    /// Covered; when what is behind it will be deleted.
    Covered(String),
}

impl Cover {
    /// Somebody is here: a warning goes, and a cover stays until it is lifted.
    pub fn awake(&mut self) {
        if matches!(self, Cover::Warned(_)) {
            *self = Cover::Open;
        }
    }

    /// Takes away the warning or the cover; whether it was a cover.
    pub fn lift(&mut self) -> bool {
        matches!(std::mem::take(self), Cover::Covered(_))
    }
}

/// Why everything is cleared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cleared {
    /// Somebody wanted that here.
    Here,
    /// Somebody wanted that in another window.
    Elsewhere,
    /// Nobody came back.
    Nobody,
}

impl Cleared {
    /// As the page tells it.
    pub fn told(detail: &str) -> Cleared {
        if detail == "elsewhere" { Cleared::Elsewhere } else { Cleared::Nobody }
    }

    /// The phrase that says so.
    pub fn phrase(self) -> &'static str {
        match self {
            Cleared::Here => "cleared",
            Cleared::Elsewhere => "idle.cleared_elsewhere",
            Cleared::Nobody => "idle.cleared",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_here_lifts_no_cover_by_typing() {
        let mut cover = Cover::Covered("17:00".to_owned());
        cover.awake();
        assert_eq!(cover, Cover::Covered("17:00".to_owned()));
        assert!(cover.lift());
        assert_eq!(cover, Cover::Open);
    }

    #[test]
    fn a_warning_goes_either_way() {
        let mut cover = Cover::Warned(13);
        cover.awake();
        assert_eq!(cover, Cover::Open);
        cover = Cover::Warned(13);
        assert!(!cover.lift());
        assert_eq!(cover, Cover::Open);
    }
}
