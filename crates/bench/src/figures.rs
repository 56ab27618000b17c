//! Measuring: processor time of the whole process, statements, time on the wall.

use std::time::Instant;

use rustix::time::{ClockId, clock_gettime};
use store::Store;

use crate::Outcome;
use crate::quiet::{self, short_rounds};

/// Processor time that a round takes at least.
const ROUND_MS: f64 = 2.0;
/// The field of `stat` with the user time of children that have ended, and the first one behind the program's name.
const CHILDREN: usize = 16;
const AFTER_NAME: usize = 3;
/// Milliseconds of a tick: Linux shows processes' times in hundredths of a second on every machine it runs on.
const TICK_MS: f64 = 10.0;

/// What one request costs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cost {
    /// Processor time of all threads, in milliseconds.
    pub cpu_ms: f64,
    /// Time that passes, in milliseconds.
    pub wall_ms: f64,
    /// Statements sent to the database.
    pub queries: f64,
}

/// A moment of the process.
pub struct Mark {
    cpu_ms: f64,
    wall: Instant,
    queries: u64,
}

impl Mark {
    /// Now.
    pub fn now() -> Mark {
        Mark { cpu_ms: cpu_ms(), wall: Instant::now(), queries: Store::queries() }
    }

    /// What was spent since, on each of so many requests.
    pub fn since(&self, times: usize) -> Cost {
        let times = times.max(1) as f64;
        Cost {
            cpu_ms: (cpu_ms() - self.cpu_ms) / times,
            wall_ms: self.wall.elapsed().as_secs_f64() * 1000.0 / times,
            queries: (Store::queries() - self.queries) as f64 / times,
        }
    }
}

/// What it costs to do something again and again, the first round not counted.
pub async fn again(mut once: impl AsyncFnMut() -> Outcome) -> Outcome<Cost> {
    let mut done = Vec::new();
    for round in short_rounds() {
        // The yardstick has filled the processor's memory with its own.
        once().await?;
        let begin = Mark::now();
        let mut times = 0;
        // Looked at ever more rarely: looking is work too.
        let mut look_at = 1;
        while times < look_at {
            once().await?;
            times += 1;
            if times == look_at && cpu_ms() - begin.cpu_ms < ROUND_MS {
                look_at *= 2;
            }
        }
        if round > 0 {
            done.push(begin.since(times));
        }
    }
    Ok(settled(&done))
}

/// What one of many different things costs in the mean, in milliseconds of CPU, each done once in a round: of each the least of
/// all rounds counts, for a neighbour that makes a round loud does not make all of it loud. `fresh` makes what a round works
/// with.
pub async fn each<T, S>(
    things: &[T],
    mut fresh: impl AsyncFnMut() -> Outcome<S>,
    mut once: impl AsyncFnMut(&S, &T) -> Outcome,
) -> Outcome<f64> {
    let mut least = vec![f64::INFINITY; things.len()];
    for _ in quiet::rounds() {
        let with = fresh().await?;
        for (least, thing) in least.iter_mut().zip(things) {
            let begin = Mark::now();
            once(&with, thing).await?;
            *least = least.min(begin.since(1).cpu_ms);
        }
    }
    Ok(least.iter().sum::<f64>() / things.len().max(1) as f64)
}

/// What counts of some rounds: of processor time the least, for whatever else goes on only adds to it; of the rest the
/// median.
pub fn settled(rounds: &[Cost]) -> Cost {
    let of = |figure: fn(&Cost) -> f64| rounds.iter().map(figure);
    Cost {
        cpu_ms: of(|cost| cost.cpu_ms).min_by(f64::total_cmp).unwrap_or_default(),
        wall_ms: median(of(|cost| cost.wall_ms).collect()),
        queries: median(of(|cost| cost.queries).collect()),
    }
}

/// The middle one; of an even number the upper of the two. Nothing is 0.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

/// User and system time of this process, all threads, ended ones too.
fn cpu_ms() -> f64 {
    let spent = clock_gettime(ClockId::ProcessCPUTime);
    spent.tv_sec as f64 * 1e3 + spent.tv_nsec as f64 / 1e6
}

/// User and system time of all programs that this one started and that have ended (proc(5), `stat`, fields 16 and 17).
pub fn child_cpu_ms() -> Outcome<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    // The second field is the program's name in brackets, which may hold anything.
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks =
        fields.split_whitespace().skip(CHILDREN - AFTER_NAME).take(2).filter_map(|field| field.parse::<f64>().ok());
    Ok(ticks.sum::<f64>() * TICK_MS)
}

/// Memory of a process that is resident, in megabytes of 2^20 bytes (proc(5), `status`).
pub fn resident_mb(process: u32) -> Outcome<f64> {
    status_mb(process, "VmRSS:")
}

/// The same at its most.
pub fn most_resident_mb(process: u32) -> Outcome<f64> {
    status_mb(process, "VmHWM:")
}

fn status_mb(process: u32, name: &str) -> Outcome<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)).ok_or("the system tells no memory")?;
    let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kilobytes / 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_one_counts() {
        assert_eq!(median(vec![3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(vec![100.0, 1.0, 1.0, 1.0, 1.0]), 1.0);
        assert_eq!(median(Vec::new()), 0.0);
    }

    #[test]
    fn the_system_tells_times_and_memory() {
        let begin = Mark::now();
        // Work that cannot be left out, until the system has counted a tick of it.
        let mut sum = 0_u64;
        while begin.since(1).cpu_ms == 0.0 {
            sum = (0..100_000).fold(sum, |sum, n| std::hint::black_box(sum ^ n));
        }
        assert!(resident_mb(std::process::id()).expect("memory") > 1.0);
    }
}
