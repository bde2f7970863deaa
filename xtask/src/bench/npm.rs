//! What others ship, from the npm registry: fetched once, checked, and kept under cargo's target folder.

use crate::build::files::said;
use crate::commands;
use sha2::{Digest, Sha512};
use std::fs;
use std::path::Path;
use std::process::Command;

/// A package at a fixed version.
struct Package {
    name: &'static str,
    version: &'static str,
    /// The registry's `integrity` of this version, in hexadecimal digits.
    sha512: &'static str,
}

const SURVEY_CORE: Package = Package {
    name: "survey-core",
    version: "2.5.38",
    sha512: "b88ff9a1c334f0adcb2826ba3359e3b3c61b46eb85ff8bf17c0170ca8d116889\
             a80157462a46b2c6dda036a6a94ce6f4ab0617e8e15d0d3904a923208d8b16f2",
};
const SURVEY_UI: Package = Package {
    name: "survey-js-ui",
    version: "2.5.38",
    sha512: "059fb3425b7f3ef47be8c803d25ae50f6ad98cea10efc42dd66769c691e7815b\
             9f0fab09513237c463891a26182f1561df6f18b54d3a4cef2f6e15f1a436f3e7",
};
const GOVUK: Package = Package {
    name: "govuk-frontend",
    version: "6.6.0",
    sha512: "c5cb645ab42f2e7bd0b7b7f28d0dcc197f52d30cf4c74450b8bc427a85c5facf\
             048c62021bcd7f0d840628de6a80efb42954f5d9401a47052c198e9fba545c46",
};

/// The files of SurveyJS that a page loads.
#[derive(Debug)]
pub struct Survey {
    /// The model.
    pub core: String,
    /// The view.
    pub ui: String,
    /// The style sheet that its guide names. It asks another site for fonts.
    pub css: String,
    /// The same without those fonts.
    pub css_without_fonts: String,
}

/// What could be fetched.
#[derive(Debug)]
pub struct Others {
    /// SurveyJS.
    pub survey: Result<Survey, String>,
    /// The style sheet of GOV.UK Frontend.
    pub govuk: Result<String, String>,
}

/// Fetches what is not in the folder yet.
pub fn fetch(folder: &Path) -> Others {
    Others { survey: survey(folder), govuk: file(folder, &GOVUK, "dist/govuk/govuk-frontend.min.css") }
}

fn survey(folder: &Path) -> Result<Survey, String> {
    Ok(Survey {
        core: file(folder, &SURVEY_CORE, "survey.core.min.js")?,
        ui: file(folder, &SURVEY_UI, "survey-js-ui.min.js")?,
        css: file(folder, &SURVEY_CORE, "survey-core.min.css")?,
        css_without_fonts: file(folder, &SURVEY_CORE, "survey-core.fontless.min.css")?,
    })
}

/// The text of one file of a package.
fn file(folder: &Path, package: &Package, path: &str) -> Result<String, String> {
    let archive = folder.join(format!("{}-{}.tgz", package.name, package.version));
    if !archive.is_file() {
        let name = format!("{}@{}", package.name, package.version);
        commands::output(Command::new("npm").current_dir(folder).args(["pack", "--silent", &name]))?;
    }
    // Checked at every use: the folder may be a cache that others write to.
    let bytes = fs::read(&archive).map_err(|fault| said(&archive, &fault))?;
    if digest(&bytes) != package.sha512 {
        drop(fs::remove_file(&archive));
        return Err(format!("{} {} is not the file that we know; it was removed", package.name, package.version));
    }
    let inside = format!("package/{path}");
    commands::output(Command::new("tar").current_dir(folder).arg("-xzOf").arg(&archive).arg(inside))
}

fn digest(bytes: &[u8]) -> String {
    Sha512::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
