//! What a journey is.

use super::page::Page;
use crate::places::Places;
use std::path::PathBuf;
use std::pin::Pin;

type Steps = for<'a> fn(&'a Page) -> Pin<Box<dyn Future<Output = Result<(), String>> + 'a>>;

/// A sentence, and the steps that prove it.
#[derive(Debug, Clone, Copy)]
pub struct Journey {
    /// True when the journey passes.
    pub name: &'static str,
    /// The steps.
    pub steps: Steps,
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
}

impl Journey {
    /// A journey on the published build, with an empty console at its end.
    pub fn new(name: &'static str, steps: Steps) -> Journey {
        Journey { name, steps, expected: &[], dist: Dist::Shipped }
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
        })
    }
}
