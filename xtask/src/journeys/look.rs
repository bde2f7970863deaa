//! Ways in which a person's computer shows a page.

use serde_json::{Value, json};

/// One way of showing pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// As most see it.
    Plain,
    /// Dark mode.
    Dark,
    /// The system's own few colours, as in Windows' contrast themes.
    ForcedColours,
    /// No movement.
    ReducedMotion,
    /// On paper.
    Print,
}

impl Look {
    /// The parameters of `Emulation.setEmulatedMedia`. What is not named goes back to normal.
    pub fn parameters(self) -> Value {
        let feature =
            |name: &str, value: &str| json!({ "media": "", "features": [{ "name": name, "value": value }] });
        match self {
            Look::Plain => json!({ "media": "", "features": [] }),
            Look::Dark => feature("prefers-color-scheme", "dark"),
            Look::ForcedColours => feature("forced-colors", "active"),
            Look::ReducedMotion => feature("prefers-reduced-motion", "reduce"),
            Look::Print => json!({ "media": "print", "features": [] }),
        }
    }
}
