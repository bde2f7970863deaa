//! Finding a browser and its driver, and installing them where that is ours to do.

use crate::commands;
use std::path::PathBuf;
use std::process::Command;

/// Variables of the environment that win over the path.
const BROWSER: &str = "CHROME";
const DRIVER: &str = "CHROMEDRIVER";
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVERS: &[&str] = &["chromedriver", "chromium.chromedriver"];

/// A browser and the program that steers it.
#[derive(Debug)]
pub struct Browser {
    /// Chromium or Chrome.
    pub browser: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

/// Finds both, or installs them from the packages of Debian or Ubuntu.
///
/// # Errors
/// When one is missing and cannot be installed. The words say what to install.
pub fn find() -> Result<Browser, String> {
    named_are_there()?;
    if let Some(browser) = look() {
        return Ok(browser);
    }
    let why = match packages() {
        Some(packages) if is_root() => install(packages).err(),
        _ => None,
    };
    look().ok_or_else(|| missing(why.as_deref()))
}

/// Whether we are the administrator, in whose name Chromium refuses to build its sandbox.
pub fn is_root() -> bool {
    commands::output(Command::new("id").arg("-u")).is_ok_and(|words| words.trim() == "0")
}

fn look() -> Option<Browser> {
    Some(Browser { browser: found(BROWSER, BROWSERS)?, driver: found(DRIVER, DRIVERS)? })
}

/// A wrong name is a mistake to tell, not a reason to install anything.
fn named_are_there() -> Result<(), String> {
    for variable in [BROWSER, DRIVER] {
        if let Some(path) = std::env::var_os(variable).map(PathBuf::from).filter(|path| !path.is_file()) {
            return Err(format!("the variable {variable} names `{}`, which is not there", path.display()));
        }
    }
    Ok(())
}

/// The program that a variable of the environment names, else the first that is on the path.
fn found(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(variable) {
        return Some(path.into());
    }
    let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
    let file = |name: &&str| format!("{name}{}", std::env::consts::EXE_SUFFIX);
    names.iter().map(file).flat_map(|file| folders.iter().map(move |it| it.join(&file))).find(|path| path.is_file())
}

/// What the distribution calls them; nothing for a distribution that we do not know.
fn packages() -> Option<&'static [&'static str]> {
    let about = std::fs::read_to_string("/etc/os-release").ok()?;
    let id = about.lines().find_map(|line| line.strip_prefix("ID="))?.trim_matches('"').to_owned();
    match id.as_str() {
        "debian" => Some(&["chromium", "chromium-driver", "fonts-dejavu-core"]),
        "ubuntu" => Some(&["chromium-browser", "chromium-chromedriver", "fonts-dejavu-core"]),
        _ => None,
    }
}

/// Installs packages of Debian or Ubuntu.
///
/// # Errors
/// When the package manager refuses.
pub fn install(packages: &[&str]) -> Result<(), String> {
    println!("Installing {}", packages.join(", "));
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
        apt
    };
    commands::run(apt().arg("update"))?;
    commands::run(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

fn missing(why: Option<&str>) -> String {
    let packages = packages().map(|names| format!(" (here: `apt-get install {}`)", names.join(" ")));
    let why = why.map(|words| format!(". Installing them failed: {words}"));
    format!(
        "the browser tests need Chromium or Chrome and the driver of the same version. Install `chromium` and \
         `chromedriver`{}, or name them in the variables {BROWSER} and {DRIVER}{}",
        packages.unwrap_or_default(),
        why.unwrap_or_default()
    )
}
