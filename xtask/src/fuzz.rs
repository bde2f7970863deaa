//! `cargo xtask fuzz [TARGET] [--seconds N] [--keep]`: looks for texts and files that the tools read wrongly.
//!
//! It needs neither `cargo-fuzz` nor another toolchain than the one that builds the tools: the compiler counts which
//! ways through the code an input takes, and the library in `fuzz/` makes new inputs from those that took new ways.

use crate::commands;
use crate::places::Places;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What makes the compiler count ways through the code.
const COUNTING: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "--cfg=fuzzing",
];
/// For how long each target runs where nothing is said.
const SECONDS: u32 = 60;
/// The longest input that is made, in bytes: some more than the largest example.
const LONGEST: &str = "-max_len=16384";
/// The most seconds that one input may take.
const SLOWEST: &str = "-timeout=5";
/// The most memory that a target may take, in megabytes.
const MEMORY: &str = "-rss_limit_mb=1024";
/// How many lines are shown of what a target said before it stopped.
const LAST_WORDS: usize = 40;

/// What was asked for.
struct Asked {
    target: Option<String>,
    seconds: u32,
    keep: bool,
}

/// Builds the targets and runs each for a while.
///
/// # Errors
/// When a target cannot be built, there is none of that name, or an input is read wrongly; then with where it is kept.
pub fn run(words: &[String]) -> Result<(), String> {
    let asked = asked(words)?;
    let places = Places::find()?;
    let home = Home { repository: places.root.join("fuzz"), target: places.target.join("fuzz") };
    let every = home.targets()?;
    let chosen: Vec<&String> =
        every.iter().filter(|name| asked.target.as_ref().is_none_or(|wanted| wanted == *name)).collect();
    if chosen.is_empty() {
        return Err(format!("there is no such target. There are: {}", every.join(", ")));
    }
    let host = host()?;
    build(&home, &host)?;
    let mut wrong = Vec::new();
    for name in chosen {
        match home.look(name, &host, &asked) {
            Ok(line) => println!("{line}"),
            Err(fault) => {
                println!("{name:<14} reads an input wrongly");
                wrong.push(fault);
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n\n")) }
}

fn asked(words: &[String]) -> Result<Asked, String> {
    let mut asked = Asked { target: None, seconds: SECONDS, keep: false };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--seconds" => {
                let number = words.next().and_then(|number| number.parse().ok()).filter(|number| *number > 0);
                asked.seconds = number.ok_or("say how many seconds: `--seconds 60`")?;
            }
            "--keep" => asked.keep = true,
            flag if flag.starts_with('-') => return Err(format!("this command does not know `{flag}`")),
            name if asked.target.is_none() => asked.target = Some(name.to_owned()),
            name => return Err(format!("one target at a time, or all: `{name}` is one too many")),
        }
    }
    Ok(asked)
}

/// What this computer is to the compiler. Naming it keeps what only helps to build from being counted.
fn host() -> Result<String, String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let about = commands::output(Command::new(rustc).arg("-vV"))?;
    let host = about.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "the compiler does not say what this computer is".to_owned())
}

fn build(home: &Home, host: &str) -> Result<(), String> {
    println!("Building the targets");
    let mut cargo = commands::cargo();
    cargo.args(["build", "--quiet", "--locked", "--release", "--target", host]);
    cargo.arg("--manifest-path").arg(home.repository.join("Cargo.toml"));
    cargo.arg("--target-dir").arg(&home.target);
    // Flags from outside would build everything twice, and these are set for the targets only.
    cargo.env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", COUNTING.join(" "));
    commands::run(&mut cargo)
}

/// Where the targets are, and where they are built.
struct Home {
    repository: PathBuf,
    target: PathBuf,
}

impl Home {
    /// The names of the targets.
    fn targets(&self) -> Result<Vec<String>, String> {
        let folder = self.repository.join("fuzz_targets");
        let entries = std::fs::read_dir(&folder).map_err(|fault| format!("{}: {fault}", folder.display()))?;
        let files = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut names: Vec<String> = files.filter_map(|file| file.strip_suffix(".rs").map(str::to_owned)).collect();
        names.sort_unstable();
        Ok(names)
    }

    fn program(&self, name: &str, host: &str) -> Command {
        let mut command = Command::new(self.target.join(host).join("release").join(name));
        command.args([LONGEST, SLOWEST, MEMORY]);
        let words = self.repository.join("dictionaries").join(format!("{name}.dict"));
        if words.is_file() {
            command.arg(format!("-dict={}", words.display()));
        }
        command
    }

    /// Runs a target over the kept inputs and what it makes of them. What it finds stays out of the repository.
    fn look(&self, name: &str, host: &str, asked: &Asked) -> Result<String, String> {
        let kept = self.repository.join("corpus").join(name);
        let found = fresh(&self.target.join("found").join(name))?;
        let wrong = self.target.join("wrong");
        std::fs::create_dir_all(&wrong).map_err(|fault| format!("{}: {fault}", wrong.display()))?;
        let mut command = self.program(name, host);
        command.arg(format!("-max_total_time={}", asked.seconds)).arg("-print_final_stats=1");
        command.arg(format!("-artifact_prefix={}/{name}-", wrong.display())).arg(&found).arg(&kept);
        let output = ended(&mut command)?;
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(format!("{}\n`{name}` read an input wrongly. {}", last(&said), written(&said)));
        }
        if asked.keep {
            ended(self.program(name, host).arg("-merge=1").arg(&kept).arg(&found))?;
        }
        Ok(format!("{name:<14} {}", counted(&said, asked.seconds)))
    }
}

/// An empty folder.
fn fresh(folder: &Path) -> Result<PathBuf, String> {
    let named = |fault: std::io::Error| format!("{}: {fault}", folder.display());
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(named)?;
    }
    std::fs::create_dir_all(folder).map_err(named)?;
    Ok(folder.to_owned())
}

fn ended(command: &mut Command) -> Result<Output, String> {
    command.output().map_err(|fault| format!("`{}` could not be started: {fault}", command.get_program().display()))
}

fn last(said: &str) -> String {
    let lines: Vec<&str> = said.lines().filter(|line| !line.starts_with('#')).collect();
    lines.get(lines.len().saturating_sub(LAST_WORDS)..).unwrap_or_default().join("\n")
}

fn written(said: &str) -> String {
    match said.lines().find_map(|line| line.split_once("Test unit written to ")) {
        Some((_, path)) => format!("It is kept as {path}"),
        None => "It was not kept.".to_owned(),
    }
}

/// How many inputs were tried, how quickly, how many ways through the code they took, and how many are worth keeping.
fn counted(said: &str, seconds: u32) -> String {
    let done = said.lines().rev().find(|line| line.split_whitespace().nth(1) == Some("DONE")).unwrap_or_default();
    let words: Vec<&str> = done.split_whitespace().collect();
    let after = |name: &str| words.iter().position(|word| *word == name).and_then(|at| words.get(at + 1)).copied();
    let tried: u64 = words.first().and_then(|word| word.trim_start_matches('#').parse().ok()).unwrap_or_default();
    let kept = after("corp:").and_then(|corpus| corpus.split('/').next()).unwrap_or("0");
    let speed = tried / u64::from(seconds);
    format!("{tried:>9} inputs, {speed:>6} a second, {:>6} ways, corpus of {kept}", after("cov:").unwrap_or("0"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn what_was_asked_for() -> Result<(), String> {
        let given = asked(&words("record --seconds 5 --keep"))?;
        assert_eq!((given.target.as_deref(), given.seconds, given.keep), (Some("record"), 5, true));
        assert_eq!(asked(&[])?.seconds, SECONDS);
        for wrong in ["--seconds", "--seconds 0", "--other", "json record"] {
            assert!(asked(&words(wrong)).is_err(), "{wrong}");
        }
        Ok(())
    }

    #[test]
    fn the_counts_and_the_kept_input() {
        let said = "#1\tINITED\n#5120\tDONE   cov: 321 ft: 900 corp: 12/345b lim: 64 exec/s: 512 rss: 60Mb\n";
        assert_eq!(counted(said, 10), "     5120 inputs,    512 a second,    321 ways, corpus of 12");
        assert_eq!(written("x Test unit written to /a/json-crash-1"), "It is kept as /a/json-crash-1");
    }

    #[test]
    fn every_target_is_found() -> Result<(), String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
        let home = Home { repository: root, target: PathBuf::new() };
        assert!(home.targets()?.len() > 10);
        Ok(())
    }
}
