//! Measuring: processor time of the whole process, statements, time on the wall.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};
use store::Store;

use crate::Outcome;
use crate::quiet::{self, Heard, ROUNDS, Rounds};

/// Processor time that a round takes at least.
const ROUND_MS: f64 = 2.0;
/// The same between two readings of the yardstick, where many things are done in a round.
const BETWEEN_MS: f64 = 4.0;
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
        Mark { cpu_ms: rested_cpu_ms(), wall: Instant::now(), queries: Store::queries() }
    }

    /// What was spent since, on each of so many requests.
    pub fn since(&self, times: usize) -> Cost {
        let (times, wall) = (times.max(1) as f64, self.wall.elapsed());
        Cost {
            cpu_ms: (rested_cpu_ms() - self.cpu_ms) / times,
            wall_ms: wall.as_secs_f64() * 1000.0 / times,
            queries: (Store::queries() - self.queries) as f64 / times,
        }
    }
}

/// A figure of processor time or of the clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The least that was measured: whatever else goes on only adds.
    least: f64,
    /// What it comes to while the yardstick is at its best: all that was measured, over how many times as long as that the
    /// yardstick took meanwhile.
    levelled: f64,
    /// Whether enough of it was measured in quiet, so that the least needs no levelling.
    was_quiet: bool,
}

impl Figure {
    /// What counts; and what was measured, where that is something else.
    pub fn shown(self) -> (f64, Option<f64>) {
        match self.was_quiet || self.levelled >= self.least {
            true => (self.least, None),
            false => (self.levelled, Some(self.least)),
        }
    }

    /// How many times as much as another figure of the same run: of what each comes to when levelled, for it may have been
    /// louder while one of them was measured.
    pub fn over(self, other: Figure) -> f64 {
        self.levelled / other.levelled
    }
}

impl From<f64> for Figure {
    fn from(value: f64) -> Self {
        Figure { least: value, levelled: value, was_quiet: true }
    }
}

/// Of so many rounds one at least was quiet, where enough of them were: here and there a loud round looks quiet, because it was
/// loud between the readings only.
const QUIET_ONE_OF: usize = 8;

/// How long things took and how loud it was meanwhile.
#[derive(Clone, Debug, Default)]
struct Level {
    took: f64,
    times: f64,
    rounds: usize,
}

impl Level {
    fn add(&mut self, took: f64, heard: Heard) {
        self.took += took;
        self.times += heard.times();
        self.rounds += 1;
    }

    fn levelled(&self) -> f64 {
        if self.rounds == 0 { 0.0 } else { self.took / self.times }
    }
}

/// What counts of some rounds.
#[derive(Clone, Debug, Default)]
pub struct Settling {
    least: Option<f64>,
    all: Level,
    loud: Level,
}

impl Settling {
    /// What a round took.
    pub fn add(&mut self, took: f64, heard: Heard) {
        self.least = Some(self.least.map_or(took, |least| least.min(took)));
        self.all.add(took, heard);
        if !heard.is_quiet() {
            self.loud.add(took, heard);
        }
    }

    /// What counts.
    pub fn figure(&self) -> Figure {
        let quiet = self.all.rounds - self.loud.rounds;
        let was_quiet = quiet >= ROUNDS && quiet * QUIET_ONE_OF >= self.all.rounds;
        let least = self.least.unwrap_or_default();
        if was_quiet && self.loud.rounds >= ROUNDS {
            COMPARISONS.lock().unwrap_or_else(PoisonError::into_inner).push(self.loud.levelled() / least);
        }
        Figure { least, levelled: self.all.levelled(), was_quiet }
    }
}

/// What loud rounds come to when levelled over the least of quiet ones, wherever there were both.
static COMPARISONS: Mutex<Vec<f64>> = Mutex::new(Vec::new());

/// How well loud rounds are levelled, in words; nothing where that is not known.
pub fn compared() -> Option<String> {
    let mut all = COMPARISONS.lock().unwrap_or_else(PoisonError::into_inner).clone();
    all.sort_by(f64::total_cmp);
    let (low, high) = (all.first()?, all.last()?);
    let (count, middle) = (all.len(), median(all.clone()));
    Some(format!(
        "where rows had quiet rounds and loud ones ({count}), the loud ones levelled came to {middle:.2} times the least of the \
         quiet ones in the median, {low:.2} to {high:.2}"
    ))
}

/// What one request costs in the end.
#[derive(Clone, Copy, Debug)]
pub struct Settled {
    /// Processor time of all threads, in milliseconds.
    pub cpu: Figure,
    /// Time that passes, in milliseconds: the median.
    pub wall_ms: f64,
    /// Statements sent to the database: the median.
    pub queries: f64,
}

/// What counts of some rounds of requests.
pub fn settled(rounds: &[(Cost, Heard)]) -> Settled {
    let mut cpu = Settling::default();
    rounds.iter().for_each(|(cost, heard)| cpu.add(cost.cpu_ms, *heard));
    let middle = |figure: fn(&Cost) -> f64| median(rounds.iter().map(|(cost, _)| figure(cost)).collect());
    Settled { cpu: cpu.figure(), wall_ms: middle(|cost| cost.wall_ms), queries: middle(|cost| cost.queries) }
}

/// What it costs to do something again and again, the first round not counted.
pub async fn again(mut once: impl AsyncFnMut() -> Outcome) -> Outcome<Settled> {
    let (mut done, mut rounds) = (Vec::new(), Rounds::short());
    while let Some(round) = rounds.begin() {
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
        let (cost, heard) = (begin.since(times), rounds.end());
        if round > 0 {
            done.push((cost, heard));
        }
    }
    Ok(settled(&done))
}

/// What one of many different things costs in the mean, in milliseconds of CPU, each done once in a round: of a few together
/// the least of all rounds counts, for a neighbour that makes a round loud does not make all of it loud. `fresh` makes what a
/// round works with. The first round warms up, and tells how many things there are between two readings of the yardstick.
pub async fn each<T, S>(
    things: &[T],
    mut fresh: impl AsyncFnMut() -> Outcome<S>,
    mut once: impl AsyncFnMut(&S, &T) -> Outcome,
) -> Outcome<Figure> {
    let (with, begin) = (fresh().await?, Mark::now());
    for thing in things {
        once(&with, thing).await?;
    }
    let between = (BETWEEN_MS / begin.since(things.len()).cpu_ms).max(1.0) as usize;
    let (mut settling, mut rounds) = (Settling::default(), Rounds::many());
    let mut least = vec![f64::INFINITY; things.len().div_ceil(between)];
    while rounds.begin().is_some() {
        let with = fresh().await?;
        for (least, some) in least.iter_mut().zip(things.chunks(between)) {
            let (before, begin) = (quiet::read(), Mark::now());
            for thing in some {
                once(&with, thing).await?;
            }
            let took = begin.since(1).cpu_ms;
            *least = least.min(took);
            settling.add(took / some.len() as f64, Heard::since(before));
        }
        rounds.end();
    }
    settling.least = Some(least.iter().sum::<f64>() / things.len().max(1) as f64);
    Ok(settling.figure())
}

/// What 99 of 100 questions take at most on the clock: of those of quiet rounds, where they are enough. Gives as well how many
/// they are.
pub fn late(asked: &[(f64, Heard)]) -> (Figure, usize) {
    /// Of fewer, too few take longer than 99 of 100 do.
    const ENOUGH: usize = 500;
    let quiet: Vec<f64> = asked.iter().filter(|(_, heard)| heard.is_quiet()).map(|(took, _)| *took).collect();
    let was_quiet = quiet.len() >= ENOUGH;
    let counted = if was_quiet { quiet } else { asked.iter().map(|(took, _)| *took).collect() };
    let (count, levelled) = (counted.len(), asked.iter().map(|(took, heard)| took / heard.times()).collect());
    (Figure { least: ninety_nine(counted), levelled: ninety_nine(levelled), was_quiet }, count)
}

/// The one that 99 of 100 do not exceed. Nothing is 0.
fn ninety_nine(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() * 99 / 100).copied().unwrap_or_default()
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

/// The same when threads that have done their part are asleep. Of one that runs the system counts the time when it stops, or a
/// tick later: what a request took would be missing here and come on top of the next one.
fn rested_cpu_ms() -> f64 {
    const REST: Duration = Duration::from_micros(100);
    std::thread::sleep(REST);
    cpu_ms()
}

/// User and system time of this thread.
pub fn thread_cpu() -> Duration {
    let spent = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(spent.tv_sec.unsigned_abs(), spent.tv_nsec as u32)
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
    fn where_it_was_quiet_the_least_counts() {
        let mut settling = Settling::default();
        for took in [9.0, 8.0, 9.0, 9.0, 9.0] {
            settling.add(took, Heard::of(1.1));
        }
        settling.add(7.5, Heard::of(2.0));
        assert_eq!(settling.figure().shown(), (7.5, None), "what else goes on only adds");
    }

    #[test]
    fn where_it_was_loud_the_yardstick_levels() {
        let mut settling = Settling::default();
        for (took, times) in [(12.0, 2.0), (10.0, 1.5), (8.0, 1.5), (10.0, 3.0)] {
            (0..2).for_each(|_| settling.add(took, Heard::of(times)));
        }
        settling.add(8.0, Heard::of(1.0));
        let (shown, measured) = settling.figure().shown();
        assert!((shown - 88.0 / 17.0).abs() < 0.001, "one round alone may have been loud in between: {shown}");
        assert_eq!(measured, Some(8.0));
    }

    #[test]
    fn of_questions_those_in_quiet_count_where_they_are_enough() {
        let quiet = (1..=500).map(|took| (f64::from(took), Heard::of(1.0)));
        let loud = (0..500).map(|_| (1000.0, Heard::of(4.0)));
        let all: Vec<_> = quiet.chain(loud).collect();
        let (figure, count) = late(&all);
        assert_eq!((figure.shown(), count), ((496.0, None), 500));
        let (figure, count) = late(&all[100..]);
        let (shown, measured) = figure.shown();
        assert!((shown - 492.0).abs() < 0.001, "400 are too few: {shown}");
        assert_eq!((measured, count), (Some(1000.0), 900));
    }

    #[test]
    fn a_ratio_is_that_of_like_and_like() {
        let loud = Figure { least: 10.0, levelled: 6.0, was_quiet: false };
        let quiet = Figure { least: 3.5, levelled: 4.0, was_quiet: true };
        assert_eq!(loud.over(quiet), 1.5);
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
