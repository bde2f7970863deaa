//! The commands of the house, run as `cargo xtask COMMAND`. Nothing here is shipped.
//!
//! This file only passes the command on. Each command has a file, or a folder, of its own name.

mod bench;
mod build;
mod commands;
mod council;
mod decide;
mod example_list;
#[cfg(test)]
mod features;
mod first_file;
mod fuzz;
mod http;
mod journeys;
mod logic;
mod places;
mod serve;
mod setup;
mod snippet;
mod supply;
mod test;
mod tools;
mod verify;

use std::process::ExitCode;

const HELP: &str = "\
Commands of this project, run as `cargo xtask COMMAND`:

  build   writes dist/: what a web editor uploads
  serve   builds, then shows the example pages on this computer and rebuilds on every change
            --port N   use this port
  test    runs every test, native and in a browser, and installs what they need where it may
            --native      only the tests without a browser
            --readers     only exported files, read by other programs
            --browser     only the journeys in a browser
            --only WORDS  only the journeys whose name has these words
            --again       the journeys on what was built the last time
            --every-fault the table of faults in every engine, and not in Chromium alone
            --browsers E  in which engines journeys run: chromium, firefox, webkit, or all (chromium)
  decide TOOL [FILE]
          decides the cases in FILE, or from standard input, without a browser
  verify FILE
          checks a saved record: its hashes, and whether the rules of today give the same result
  check-locality FILE
          checks a council's settings file: every fault with its line, and every word that it changes
  catalogue
          prints every text with where it stands (--language TAG: an empty translation)
  check-language FILE
          says what a translation lacks
  changes FROM TO
          rules that begin or end between two days, and worked cases decided otherwise
            --locality FILE  with a council's own dates
  bench   measures size, load, latency and scale beside others, and prints a table (--quick: less; --publish: the figures go
          into the README and the page of numbers)
  first-file
          looks which functions the first questions need, and writes down which others the build may leave to the second
          file of code
  fuzz [TARGET]
          looks for texts and files that the tools read wrongly: every parser, or one
            --seconds N   for so long each (60)
            --keep        what takes new ways through the code is added to the corpus in fuzz/corpus/
  example-list
          prints an invented waiting list as CSV, or invented workers, always the same for the same words
            --rows N      a waiting list of so many rows
            --faults      some of its rows have faults
            --workers N   so many workers instead
            --seed S      another list
            --as-of DATE  as it stands on this day
  snippet ELEMENT
          prints the lines to paste into a page, for example `snippet care-advocacy --heading-level 3`
            --ATTRIBUTE VALUE  an attribute of the element
            --base ADDRESS     where the files lie (/care-tools/)
            --pinned           names and hashes of the last build, so that nothing else is ever used
            --frame            a frame, for systems that let no script into a page
  supply  checks licences, banned crates and sources of what comes from others, and builds once more in another folder
            --advisories FOLDER  also looks up known faults in this copy of the RustSec database
            --quick              builds only the guided form once more
  logic   writes only the pages of questions, rules, outcomes and sources, into dist/logic/
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((command, rest)) = words.split_first() else {
        print!("{HELP}");
        return ExitCode::SUCCESS;
    };
    let outcome = match command.as_str() {
        "build" => build::run(rest),
        "serve" => serve::run(rest),
        "test" => test::run(rest),
        "decide" => decide::run(rest),
        "verify" => verify::run(rest),
        "check-locality" => council::check_locality(rest),
        "check-language" => council::check_language(rest),
        "catalogue" => council::catalogue(rest),
        "changes" => council::changes(rest),
        "example-list" => example_list::run(rest),
        "snippet" => snippet::run(rest),
        "logic" => logic::run(rest),
        "first-file" => first_file::run(rest),
        "fuzz" => fuzz::run(rest),
        "bench" => bench::run(rest),
        "supply" => supply::run(rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no command `{other}`\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("error: {words}");
            ExitCode::FAILURE
        }
    }
}
