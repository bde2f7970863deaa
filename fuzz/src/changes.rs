//! Inputs of the corpus, changed by chance: the short run that every test run has, without the fuzzer.
//!
//! The same number makes the same change, so that what is found can be made again.

use std::path::Path;
use std::time::{Duration, Instant};

/// How long each target is tried.
const SHORT: Duration = Duration::from_secs(2);
/// The longest that one input may take. The fuzzer allows the same.
const LONGEST: Duration = Duration::from_secs(5);
/// Bytes that mean something in JSON, CSV, dates and packed law.
const TELLING: &[u8] = b"\0\"'{}[]:,;=-+.0129eE\\\n\r\t \x7f\x80\xc2\xe2\xef\xff";

/// Tries changed inputs of a folder for a short while, and returns how many.
pub fn short_run(target: &str, corpus: &Path, check: fn(&[u8])) -> u64 {
    let mut paths: Vec<_> = std::fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let inputs: Vec<Vec<u8>> = paths.iter().map(|path| std::fs::read(path).unwrap()).collect();
    let start = Instant::now();
    let mut number = 0;
    while start.elapsed() < SHORT {
        let mut chance = Chance(number);
        let at = chance.below(inputs.len());
        let bytes = changed(&inputs[at], &inputs[chance.below(inputs.len())], &mut chance);
        let one = Instant::now();
        let held = std::panic::catch_unwind(|| check(&bytes));
        let name = paths[at].file_name().unwrap().to_string_lossy();
        assert!(held.is_ok(), "`{target}/{name}` with change {number} is read wrongly; see above");
        assert!(one.elapsed() < LONGEST, "`{target}/{name}` with change {number} took {:?}", one.elapsed());
        number += 1;
    }
    number
}

/// An input with a few changes, some of them taken from another.
fn changed(bytes: &[u8], other: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        if bytes.is_empty() {
            return other.to_vec();
        }
        let (from, to) = {
            let from = chance.below(bytes.len());
            (from, from + chance.below((bytes.len() - from).min(64) + 1))
        };
        match chance.below(6) {
            0 => bytes[from] ^= 1 << chance.below(8),
            1 => bytes[from] = TELLING[chance.below(TELLING.len())],
            2 => drop(bytes.drain(from..to)),
            3 => {
                let part = bytes[from..to].to_vec();
                drop(bytes.splice(from..from, part));
            }
            4 => bytes.truncate(from),
            _ if other.is_empty() => {}
            _ => {
                let start = chance.below(other.len());
                let end = (start + 64).min(other.len());
                drop(bytes.splice(from..to, other[start..end].iter().copied()));
            }
        }
    }
    bytes
}

/// Numbers by chance, the same for the same beginning: SplitMix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) as usize % most.max(1)
    }
}
