//! The style sheet of GOV.UK Frontend, from the npm registry: fetched once, checked, and kept under cargo's target folder.

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

const GOVUK: Package = Package {
    name: "govuk-frontend",
    version: "6.6.0",
    sha512: "c5cb645ab42f2e7bd0b7b7f28d0dcc197f52d30cf4c74450b8bc427a85c5facf\
             048c62021bcd7f0d840628de6a80efb42954f5d9401a47052c198e9fba545c46",
};

/// The style sheet of GOV.UK Frontend, fetched when it is not in the folder yet.
///
/// # Errors
/// When it cannot be fetched.
pub fn govuk(folder: &Path) -> Result<String, String> {
    file(folder, &GOVUK, "dist/govuk/govuk-frontend.min.css")
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
