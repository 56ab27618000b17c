//! 200 kills in a stream of reports: whatever was acknowledged is there, and the journal is whole.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::tools::{Folder, numbers, program, run, write_form};

const KILLS: usize = 200;
/// Reports that are on their way when a process is killed.
const REPORTS: usize = 5;

#[test]
fn what_was_acknowledged_survives_two_hundred_kills() {
    let folder = Folder::made("data");
    let data = folder.arg("data");
    let mut acknowledged = BTreeSet::new();
    for kill in 0..KILLS {
        acknowledged.extend(import_until_killed(&folder, &data, kill));
    }
    let kept: BTreeSet<String> = numbers(&data).into_iter().collect();
    let lost: Vec<_> = acknowledged.difference(&kept).collect();
    assert!(lost.is_empty(), "acknowledged and lost: {lost:?}");
    assert!(acknowledged.len() > KILLS, "the stream was running: {}", acknowledged.len());
    run(&["journal", "verify", "--data", &data]).fine();
    run(&["projections", "rebuild", "--data", &data]).fine();
    assert_eq!(numbers(&data).into_iter().collect::<BTreeSet<_>>(), kept);
}

/// Imports until some reports were acknowledged and some time has passed, each time another one; then kill -9.
fn import_until_killed(folder: &Folder, data: &str, kill: usize) -> Vec<String> {
    let forms: Vec<String> = (0..REPORTS).map(|place| write_form(folder, kill * REPORTS + place)).collect();
    let mut command = program();
    command.args(["report", "import", "--data", data]).args(&forms);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut said = Vec::new();
    said.extend(lines.by_ref().take(kill % REPORTS).map(|line| line.expect("a line")));
    let moment = Instant::now();
    let patience = Duration::from_micros((kill as u64 * 7_919) % 15_000);
    while moment.elapsed() < patience {
        std::hint::spin_loop();
    }
    child.kill().expect("it can be killed");
    // What it said before it died counts, too.
    said.extend(lines.map_while(Result::ok));
    child.wait().expect("it is dead");
    said.iter().filter_map(|line| line.split("Report number ").nth(1)).map(str::to_owned).collect()
}
