//! How long `decide`, `standing` and `what_if` take, over every worked case of every tool.
//!
//! Prints, in microseconds, the case in the middle and the slowest. Each case is timed many times and
//! its middle time counts, so that one interruption by another program does not. Run it with
//! `cargo run --profile fast --example decide_speed`.

use care_tools::cases::Case;
use care_tools::json::Json;
use care_tools::tools::{self, Tool};
use std::hint::black_box;
use std::time::{Duration, Instant};

const ROUNDS: usize = 31;
/// One round lasts at least this long, far above the step of the clock.
const ROUND: Duration = Duration::from_micros(100);

fn main() -> Result<(), String> {
    println!("{:<20}{:<12}{:>12}{:>12}{:>8}", "tool", "what", "median µs", "worst µs", "cases");
    for tool in tools::all() {
        let cases = cases(tool)?;
        if cases.is_empty() {
            continue;
        }
        let law = &tool.law;
        print(tool, "decide", &cases, |case| drop(black_box(law.decide(&case.answers, &case.settings))));
        print(tool, "standing", &cases, |case| drop(black_box(law.standing(&case.answers, &case.settings))));
        print(tool, "what_if", &cases, |case| drop(black_box(law.what_if(&case.answers, &case.settings))));
    }
    Ok(())
}

/// Every case that is a sheet of answers. Whole waiting lists, workers and plans are cases too, and are decided elsewhere.
fn cases(tool: &Tool) -> Result<Vec<Case>, String> {
    let path = format!("{}/src/tools/{}/cases.json", env!("CARGO_MANIFEST_DIR"), tool.id);
    let text = std::fs::read_to_string(&path).map_err(|fault| format!("`{path}`: {fault}"))?;
    let read = Json::read(&text)?;
    let cases = read.as_list().unwrap_or_else(|| read.list_at("cases"));
    Ok(cases.iter().filter_map(|case| Case::read(tool, case).ok()).collect())
}

fn print(tool: &Tool, what: &str, cases: &[Case], work: impl Fn(&Case)) {
    let mut times: Vec<f64> = cases.iter().map(|case| middle_time(|| work(black_box(case)))).collect();
    times.sort_by(f64::total_cmp);
    let (median, worst) = (times.get(times.len() / 2), times.last());
    let (median, worst) = (median.copied().unwrap_or_default(), worst.copied().unwrap_or_default());
    println!("{:<20}{what:<12}{median:>12.2}{worst:>12.2}{:>8}", tool.id, times.len());
}

/// Microseconds for one call: the middle of the rounds.
fn middle_time(work: impl Fn()) -> f64 {
    let (mut calls, mut took) = (1_u32, time(1, &work));
    while took < ROUND {
        calls *= 2;
        took = time(calls, &work);
    }
    let mut rounds: Vec<Duration> = (0..ROUNDS).map(|_| time(calls, &work)).collect();
    rounds.sort_unstable();
    rounds.get(ROUNDS / 2).map_or(0.0, |round| round.as_secs_f64() * 1e6 / f64::from(calls))
}

fn time(calls: u32, work: impl Fn()) -> Duration {
    let start = Instant::now();
    (0..calls).for_each(|_| work());
    start.elapsed()
}
