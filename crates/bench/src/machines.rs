//! Searching, by people and machines, over all advisories: each question a new one, for what was found is kept.

use std::ops::Range;
use std::time::{Duration, Instant};

use crate::Outcome;
use crate::figures::{Figure, Mark, late, settled};
use crate::public;
use crate::quiet::{Heard, Rounds};
use crate::table::{Row, Unit};
use crate::tree::Published;
use crate::visitor::Visitor;

/// Questions of a round.
const QUESTIONS: usize = 10;
/// Their numbers: all have three digits, so that each finds about as much.
const NUMBERS: Range<usize> = 100..1_000;
/// How long the search may take to be made.
const PATIENCE: Duration = Duration::from_secs(600);
/// Words that are in all texts, in some, in few; a number stands behind them.
const WORDS: [(&str, &str); 3] = [
    ("Japanese words", "\u{8a8d}\u{8a3c}\u{56de}\u{907f}"),
    ("English words", "management page"),
    ("a name and a number", "Kitakami"),
];

/// More of the first kind, that nobody has asked for.
const OTHER_WORDS: &str = "\u{4efb}\u{610f}\u{306e}\u{547d}\u{4ee4}";

/// A portal whose search is made.
pub struct Searching {
    /// Its reader.
    pub visitor: Visitor,
    made: f64,
}

/// Begins a portal and waits until its search is made.
pub async fn open(published: &Published) -> Outcome<Searching> {
    eprintln!("making the search …");
    let visitor = public::visitor(published).await?;
    let begin = Instant::now();
    while !is_complete(&visitor).await? {
        if begin.elapsed() > PATIENCE {
            return Err("the search was not made in time".into());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Ok(Searching { visitor, made: begin.elapsed().as_secs_f64() })
}

/// What questions cost.
pub struct Answers {
    /// Each in milliseconds of CPU.
    pub cpu: Figure,
    /// How long each took, in milliseconds, and how loud it was meanwhile.
    walls: Vec<(f64, Heard)>,
}

/// Asks for pages of Japanese words, once for each portal: asked for again, they cost less.
pub async fn japanese(searching: &Searching) -> Outcome<Answers> {
    asked(&searching.visitor, "/ja/advisories", WORDS[0].1).await
}

/// The rows of search and API; what Japanese words cost is known already.
pub async fn rows(searching: &Searching, published: &Published, japanese: Answers) -> Outcome<Vec<Row>> {
    eprintln!("searching …");
    let Searching { visitor, made } = searching;
    let all = published.advisories;
    let what = format!("search over {all} advisories");
    let mut rows =
        vec![Row::of(&format!("{what} made"), None, Unit::Seconds, Ok(*made), "in the background of a start")];
    let mut walls = Vec::new();
    let mut add = |how: &str, answers: Answers| {
        walls.extend(answers.walls);
        rows.push(Row::of(&what, Some(2.0), Unit::Ms, Ok(answers.cpu), how));
    };
    add("page of 25 with filters, Japanese words", japanese);
    for (kind, words) in &WORDS[1..] {
        add(&format!("page of 25 with filters, {kind}"), asked(visitor, "/ja/advisories", words).await?);
    }
    add("JSON of 25, other Japanese words", asked(visitor, "/api/search", OTHER_WORDS).await?);
    let (late, count) = late(&walls);
    rows.push(Row::of(&what, Some(10.0), Unit::Ms, Ok(late), &format!("p99 on the clock of {count} questions")));
    rows.push(myjvn(visitor).await?);
    Ok(rows)
}

async fn is_complete(visitor: &Visitor) -> Outcome<bool> {
    Ok(visitor.text("/api/search?per_page=1").await?.contains("\"complete\":true"))
}

/// Asks many questions with these words.
async fn asked(visitor: &Visitor, path: &str, words: &str) -> Outcome<Answers> {
    let (mut done, mut walls, mut rounds) = (Vec::new(), Vec::new(), Rounds::short());
    while let Some(round) = rounds.begin() {
        let (begin, mut took) = (Mark::now(), Vec::with_capacity(QUESTIONS));
        for question in 0..QUESTIONS {
            let asked = round * QUESTIONS + question;
            let number = NUMBERS.start + asked % NUMBERS.len();
            // In another order they are another question.
            let words = if asked < NUMBERS.len() { format!("{words} {number}") } else { format!("{number} {words}") };
            let at = Instant::now();
            visitor.read(&public::with_words(path, &words)).await?;
            took.push(at.elapsed().as_secs_f64() * 1000.0);
        }
        let (cost, heard) = (begin.since(QUESTIONS), rounds.end());
        if round > 0 {
            done.push((cost, heard));
            walls.extend(took.into_iter().map(|took| (took, heard)));
        }
    }
    Ok(Answers { cpu: settled(&done).cpu, walls })
}

/// An overview of the MyJVN API; its catalogue is made before.
async fn myjvn(visitor: &Visitor) -> Outcome<Row> {
    let path =
        "/myjvn?method=getVulnOverviewList&feed=hnd&rangeDatePublic=n&rangeDatePublished=n&rangeDateFirstPublished=n";
    visitor.read(path).await?;
    let cost = crate::figures::again(async || visitor.read(path).await.map(drop)).await?;
    Ok(Row::of("MyJVN API, overview of 50", None, Unit::Ms, Ok(cost.cpu), "50 documents read, XML written"))
}
