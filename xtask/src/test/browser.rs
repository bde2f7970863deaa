//! Finding a browser and its driver, and installing them where that is ours to do.

use super::engine::Engine;
use super::screen::Screen;
use crate::places::Places;
use crate::{commands, tools};
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

/// The driver of Firefox: no distribution that we know packs it, so cargo compiles it once.
const GECKODRIVER: [&str; 2] = ["geckodriver", "0.37.0"];

/// A browser and the program that steers it.
#[derive(Debug, Clone)]
pub struct Browser {
    /// Its engine.
    pub engine: Engine,
    /// The browser.
    pub browser: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
    /// Where it draws, when it needs a screen.
    pub screen: Option<Arc<Screen>>,
}

/// What is looked for: variables of the environment, which win, and names on the path or whole paths.
struct Wanted {
    variables: [&'static str; 2],
    browsers: &'static [&'static str],
    drivers: &'static [&'static str],
    debian: &'static [&'static str],
    ubuntu: &'static [&'static str],
}

impl Engine {
    fn wanted(self) -> Wanted {
        match self {
            Engine::Chromium => Wanted {
                variables: ["CHROME", "CHROMEDRIVER"],
                browsers: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
                drivers: &["chromedriver", "chromium.chromedriver"],
                debian: &["chromium", "chromium-driver", "fonts-dejavu-core"],
                ubuntu: &["chromium-browser", "chromium-chromedriver", "fonts-dejavu-core"],
            },
            Engine::Firefox => Wanted {
                variables: ["FIREFOX", "GECKODRIVER"],
                browsers: &["firefox-esr", "firefox"],
                drivers: &["geckodriver"],
                debian: &["firefox-esr", "fonts-dejavu-core"],
                ubuntu: &["firefox", "fonts-dejavu-core"],
            },
            Engine::WebKit => Wanted {
                variables: ["MINIBROWSER", "WEBKITWEBDRIVER"],
                browsers: &[
                    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
                ],
                drivers: &["WebKitWebDriver"],
                debian: &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb", "fonts-dejavu-core"],
                ubuntu: &["webkit2gtk-driver", "libwebkit2gtk-4.1-0", "xvfb", "fonts-dejavu-core"],
            },
        }
    }
}

/// Finds both, or installs them from the packages of Debian or Ubuntu.
///
/// # Errors
/// When one is missing and cannot be installed. The words say what to install.
pub fn find(places: &Places, engine: Engine) -> Result<Browser, String> {
    named_are_there(engine)?;
    let mut why = Vec::new();
    if look(places, engine).is_none() {
        let wanted = engine.wanted();
        let missing = found(wanted.variables[0], wanted.browsers).is_none() || engine != Engine::Firefox;
        match packages(engine) {
            Some(packages) if missing && is_root() => why.extend(install(packages).err()),
            _ => {}
        }
        if engine == Engine::Firefox && look(places, engine).is_none() {
            why.extend(tools::compiled(places, GECKODRIVER, "the driver of Firefox", &[]).err());
        }
    }
    let mut browser = look(places, engine).ok_or_else(|| missing(engine, &why))?;
    if engine == Engine::WebKit {
        browser.screen = Some(Arc::new(Screen::start()?));
    }
    Ok(browser)
}

/// Whether we are the administrator, in whose name Chromium refuses to build its sandbox.
pub fn is_root() -> bool {
    commands::output(Command::new("id").arg("-u")).is_ok_and(|words| words.trim() == "0")
}

fn look(places: &Places, engine: Engine) -> Option<Browser> {
    let wanted = engine.wanted();
    let [browser, driver] = wanted.variables;
    let compiled = || tools::there(places, GECKODRIVER).filter(|_| engine == Engine::Firefox);
    let driver = found(driver, wanted.drivers).or_else(compiled)?;
    Some(Browser { engine, browser: found(browser, wanted.browsers)?, driver, screen: None })
}

/// A wrong name is a mistake to tell, not a reason to install anything.
fn named_are_there(engine: Engine) -> Result<(), String> {
    for variable in engine.wanted().variables {
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
    // A whole path stays what it is when it is joined to a folder.
    names.iter().map(file).flat_map(|file| folders.iter().map(move |it| it.join(&file))).find(|path| path.is_file())
}

/// What the distribution calls them; nothing for a distribution that we do not know.
fn packages(engine: Engine) -> Option<&'static [&'static str]> {
    let about = std::fs::read_to_string("/etc/os-release").ok()?;
    let id = about.lines().find_map(|line| line.strip_prefix("ID="))?.trim_matches('"').to_owned();
    match id.as_str() {
        "debian" => Some(engine.wanted().debian),
        "ubuntu" => Some(engine.wanted().ubuntu),
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

fn missing(engine: Engine, why: &[String]) -> String {
    let packages = packages(engine).map(|names| format!(" (here: `apt-get install {}`)", names.join(" ")));
    let why = why.iter().map(|words| format!(". Installing them failed: {words}"));
    let [browser, driver] = engine.wanted().variables;
    format!(
        "the journeys in {} need it and its driver. Install them{}, or name them in the variables {browser} and \
         {driver}{}",
        engine.name(),
        packages.unwrap_or_default(),
        why.collect::<String>()
    )
}
