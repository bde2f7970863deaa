//! axe-core, the accessibility checker: text to put into pages. Fetched once, checked, and kept under
//! cargo's target folder; never part of what we ship.

use crate::build::files::{read, said};
use crate::{commands, places::Places};
use sha2::{Digest, Sha512};
use std::fs;
use std::path::Path;
use std::process::Command;

const VERSION: &str = "4.10.3";
/// The registry's `integrity` of this version, in hexadecimal digits.
const SHA512: &str = "5e6edba515e70d25f6604d9815f064d859c5d1ea7ab661bbc4f87c88779ef0c2\
                      1cae0abbeb636471ef39e9d62d2582e4b88a1866f19f4ecfcf6d986275e4dc12";
const REGISTRY: &str = "https://registry.npmjs.org";

/// The text of axe-core.
///
/// # Errors
/// When it is not here yet and cannot be fetched, or is not what it should be.
pub fn text(places: &Places) -> Result<String, String> {
    let folder = places.target.join("axe-core");
    let package = folder.join(format!("axe-core-{VERSION}.tgz"));
    fs::create_dir_all(&folder).map_err(|fault| said(&folder, &fault))?;
    if !package.is_file() {
        fetch(&folder, &package)?;
    }
    // Checked at every use: the folder may be a cache that others write to.
    let bytes = fs::read(&package).map_err(|fault| said(&package, &fault))?;
    if digest(&bytes) != SHA512 {
        drop(fs::remove_file(&package));
        return Err(format!(
            "axe-core {VERSION} from the npm registry is not the file that we know. It was removed; try again"
        ));
    }
    commands::run(Command::new("tar").current_dir(&folder).arg("-xzf").arg(&package).arg("package/axe.min.js"))?;
    read(&folder.join("package/axe.min.js"))
}

/// With npm where there is one, as it knows of a mirror; else plainly.
fn fetch(folder: &Path, package: &Path) -> Result<(), String> {
    let name = format!("axe-core@{VERSION}");
    let address = format!("{REGISTRY}/axe-core/-/axe-core-{VERSION}.tgz");
    let mut npm = Command::new("npm");
    npm.current_dir(folder).args(["pack", "--silent", &name]);
    let mut curl = Command::new("curl");
    curl.args(["--fail", "--silent", "--show-error", "--location", "--max-time", "120", "--output"])
        .arg(package)
        .arg(&address);
    let mut wget = Command::new("wget");
    wget.arg("--quiet").arg("--output-document").arg(package).arg(&address);
    let mut faults = Vec::new();
    for mut command in [npm, curl, wget] {
        match commands::output(&mut command) {
            Ok(_) => return Ok(()),
            Err(fault) => faults.push(fault),
        }
    }
    drop(fs::remove_file(package));
    Err(format!(
        "the accessibility tests need axe-core {VERSION} from the npm registry, and it could not be fetched. \
         Connect this machine, or put `{address}` at {}. {}",
        package.display(),
        faults.join(". ")
    ))
}

fn digest(bytes: &[u8]) -> String {
    Sha512::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
