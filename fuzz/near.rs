//! A short run of a fuzzer inside an ordinary test: inputs near those of the corpus, cut, doubled, spliced and
//! overwritten; always the same for the same seed, so that a failure comes again.
//!
//! Included by the test programs `fuzz` of the crates that read foreign bytes. `NOROSHI_FUZZ_RUNS=100000` makes a long run.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// Takes bytes, and comes back.
pub type Reader = fn(&[u8]);

/// Longest input that is made, in bytes.
const LONGEST: usize = 64 * 1024;

/// What means something in one of the formats.
const TOKENS: [&str; 48] = [
    "\"",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "<",
    "</",
    "/>",
    "&",
    "&#x0;",
    "&a;",
    "<!DOCTYPE a [<!ENTITY a \"&a;\">]>",
    "]]>",
    "<!--",
    "<?",
    "\0",
    "\u{feff}",
    "\u{202e}",
    "　",
    "%",
    "%00",
    "%zz",
    "+",
    "../",
    "-1",
    "1e999",
    "99999999999999999999",
    "0x",
    "null",
    "true",
    "\\u0000",
    "\\ud800",
    "\r\n\r\n",
    "\n--",
    "boundary=\"\"",
    "=?utf-8?B?",
    "=?=",
    "Content-Type: ",
    "CVSS:4.0/",
    "cpe:2.3:",
    "vers:",
    "pkg:",
    "CVE-",
    "T99:99:99Z",
    "CSAF: ",
    "://",
];

/// Runs each reader on what the corpus of each has, then on inputs near its own.
pub fn run(readers: &[(&str, Reader)], runs: usize) {
    let runs = std::env::var("NOROSHI_FUZZ_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(runs);
    let corpora: Vec<Vec<Vec<u8>>> = readers.iter().map(|(name, _)| corpus(name)).collect();
    for ((name, reader), own) in readers.iter().zip(&corpora) {
        // A document of one format is foreign bytes to the others.
        for (at, input) in corpora.iter().flatten().enumerate() {
            tried(name, *reader, input, &format!("file {at} of the corpus"));
        }
        for seed in 0..runs as u64 {
            tried(name, *reader, &near(own, seed), &format!("seed {seed}"));
        }
    }
}

/// The files of a target's corpus in the order of their names.
fn corpus(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(name);
    let files = fs::read_dir(folder).unwrap_or_else(|_| panic!("{name} has no corpus"));
    let mut paths: Vec<_> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{name} has an empty corpus");
    paths.iter().map(|path| fs::read(path).expect("a file")).collect()
}

fn tried(name: &str, reader: Reader, input: &[u8], from: &str) {
    let outcome = catch_unwind(AssertUnwindSafe(|| reader(input)));
    assert!(outcome.is_ok(), "{name} panics on {from}: {}", input.escape_ascii());
}

/// A few changes to one of the inputs.
fn near(corpus: &[Vec<u8>], seed: u64) -> Vec<u8> {
    let mut dice = Dice(seed);
    let mut input = corpus[dice.below(corpus.len())].clone();
    for _ in 0..=dice.below(6) {
        change(&mut input, corpus, &mut dice);
    }
    input.truncate(LONGEST);
    input
}

fn change(input: &mut Vec<u8>, corpus: &[Vec<u8>], dice: &mut Dice) {
    let at = dice.below(input.len() + 1);
    let end = (at + dice.below(40)).min(input.len());
    match dice.below(8) {
        0 => drop(input.drain(at..end)),
        1 => input.truncate(at),
        2 => drop(input.splice(at..at, TOKENS[dice.below(TOKENS.len())].bytes())),
        3 => drop(input.splice(at..end, TOKENS[dice.below(TOKENS.len())].bytes())),
        4 => {
            let piece = input[at..end].repeat(dice.below(300));
            input.splice(at..at, piece);
        }
        5 => {
            let other = &corpus[dice.below(corpus.len())];
            let from = dice.below(other.len() + 1);
            let piece = other[from..(from + dice.below(400)).min(other.len())].to_vec();
            input.splice(at..end, piece);
        }
        6 => input.iter_mut().skip(at).take(3).for_each(|byte| *byte = dice.below(256) as u8),
        _ => {
            if let Some(digit) = input[at..].iter_mut().find(|byte| byte.is_ascii_digit()) {
                *digit = b'0' + dice.below(10) as u8;
            }
        }
    }
}

/// SplitMix64.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % bound.max(1) as u64) as usize
    }
}
