//! What a journey is.

use super::named::Row;
use super::page::Page;
use crate::places::Places;
use std::path::PathBuf;
use std::pin::Pin;

type Steps = for<'a> fn(&'a Page) -> Pin<Box<dyn Future<Output = Result<(), String>> + 'a>>;

/// What a journey does.
#[derive(Debug, Clone, Copy)]
enum Walk {
    Steps(Steps),
    /// A fault that is made on purpose, and what has to hold then.
    Row(&'static Row),
}

/// A sentence, and the steps that prove it.
#[derive(Debug, Clone, Copy)]
pub struct Journey {
    /// True when the journey passes.
    pub name: &'static str,
    walk: Walk,
    /// Words that the console will show, because the journey provokes them. Each has to turn up.
    pub expected: &'static [&'static str],
    /// Which build it needs.
    pub dist: Dist,
}

/// Which build a journey needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dist {
    /// As published.
    Shipped,
    /// With the switch that makes a widget crash.
    Faults,
    /// As published, with functions that note that they ran.
    Counted,
}

impl Journey {
    /// A journey on the published build, with an empty console at its end.
    pub fn new(name: &'static str, steps: Steps) -> Journey {
        Journey { name, walk: Walk::Steps(steps), expected: &[], dist: Dist::Shipped }
    }

    /// A row of the table of faults.
    pub fn of(row: &'static Row) -> Journey {
        Journey { name: row.name, walk: Walk::Row(row), expected: row.console, dist: row.dist }
    }

    /// Whether it is a row of the table of faults.
    pub fn is_a_fault(&self) -> bool {
        matches!(self.walk, Walk::Row(_))
    }

    /// Does what the journey is about.
    ///
    /// # Errors
    /// What did not hold.
    pub async fn walk(&self, page: &Page<'_>) -> Result<(), String> {
        match self.walk {
            Walk::Steps(steps) => steps(page).await,
            Walk::Row(row) => row.walk(page).await,
        }
    }

    /// Expects words in the console.
    pub fn expecting(self, expected: &'static [&'static str]) -> Journey {
        Journey { expected, ..self }
    }

    /// Runs on another build.
    pub fn with(self, dist: Dist) -> Journey {
        Journey { dist, ..self }
    }

    /// The name as part of a file's name.
    pub fn slug(&self) -> String {
        self.name
            .to_lowercase()
            .split(|it: char| !it.is_alphanumeric())
            .filter(|it| !it.is_empty())
            .collect::<Vec<_>>()
            .join("-")
    }
}

impl Dist {
    /// Where the build is.
    pub fn folder(self, places: &Places) -> PathBuf {
        places.journeys().join(match self {
            Dist::Shipped => "dist",
            Dist::Faults => "dist-faults",
            Dist::Counted => "dist-counted",
        })
    }
}
