//! The table of what is done, `docs/rules.md`: every clause, what it means, what the program does for it and where.
//!
//! `UPDATE_RULES=1 cargo test -p rulebook --test rules_table` writes it anew from `clauses::coverage`.

mod common;

use std::fmt::Write as _;

use common::notifications::{By, ROWS, Row};
use common::site_notifications::SITE_ROWS;
use rulebook::clause::Clause;
use rulebook::clauses::coverage::{Coverage, coverage};
use rulebook::clauses::{Chapter, ClauseText, all, chapters};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rules.md");

const HEAD: &str = "\
# What the program does for each clause

Written by the test `rules_table` of the crate `rulebook` from its table of clauses, and compared with it at every run:
`UPDATE_RULES=1 cargo test -p rulebook --test rules_table` writes it anew. The meaning is in our own words; the guideline
(12th edition, 2019) decides. Functions and tests are paths inside the crate `rulebook` unless they begin with the name of
another; *edition* names the values that are taken from the edition in force. How a clause becomes a rule is told in
[adding-a-rule.md](adding-a-rule.md).

- **done**: functions do it, and the tests beside them would notice if they did not.
- **people**: no program can do it; the reason stands beside it.
- **not yet**: a program could do it, or more of it; this one does not.
";

/// Done, for people, not yet.
fn counts(chapter: &Chapter) -> [usize; 3] {
    let mut counts = [0; 3];
    for text in chapter.clauses {
        counts[match coverage(text.clause) {
            Coverage::Done(_) => 0,
            Coverage::Outside { .. } => 1,
            Coverage::NotYet => 2,
        }] += 1;
    }
    counts
}

fn table() -> String {
    let mut page = String::from(HEAD);
    page.push_str("\n| chapter | done | people | not yet | clauses |\n|---|--:|--:|--:|--:|\n");
    let mut sum = [0; 3];
    for chapter in chapters() {
        let counts = counts(&chapter);
        (0..3).for_each(|column| sum[column] += counts[column]);
        push_counts(&mut page, chapter.title.en, counts);
    }
    push_counts(&mut page, "**all**", sum);
    for chapter in chapters() {
        write!(page, "\n## {}\n\n", chapter.title.en).expect("a string takes all");
        page.push_str("| clause | what it means | what the program does | function | tests |\n|---|---|---|---|---|\n");
        for text in chapter.clauses {
            push_clause(&mut page, text);
        }
    }
    push_notifications(&mut page, NOTIFICATIONS, ROWS);
    push_notifications(&mut page, SITE_NOTIFICATIONS, SITE_ROWS);
    page
}

/// Who is told what, and by what the program does it.
fn push_notifications(page: &mut String, head: &str, rows: &[Row]) {
    page.push_str(head);
    page.push_str("\n| clause | what | from | to | by |\n|---|---|---|---|---|\n");
    for row in rows {
        let by: Vec<String> = row.by.iter().map(in_words).collect();
        let cells = [row.clause, row.what, row.from, row.to, &by.join(", ")].join(" | ");
        writeln!(page, "| {cells} |").expect("a string takes all");
    }
}

fn in_words(by: &By) -> String {
    match by {
        By::Told(kind) => format!("notice `{}`", kind.word()),
        By::Owed(kind) => format!("duty `{}`", kind.word()),
        By::Offered(action) => format!("action `{}`", action.word()),
        By::InSite(action) => format!("website action `{}`", action.word()),
        By::Written(function) => format!("`{function}`"),
        By::People(why) => format!("**people** {why}"),
        By::Later => "**not yet**".to_owned(),
    }
}

const NOTIFICATIONS: &str = "
## Who is told what (products)

Every place at which the guideline has somebody told about something in the product track, and by what the program does it:
a notice that is sent, a duty that somebody owes, an action that a page offers, or a function. The test `notifications`
holds that each of them comes about in a history.
";

const SITE_NOTIFICATIONS: &str = "
## Who is told what (websites)

The same for the website track; the test `site_notifications` holds it.
";

fn push_counts(page: &mut String, name: &str, [done, people, not_yet]: [usize; 3]) {
    let all = done + people + not_yet;
    writeln!(page, "| {name} | {done} | {people} | {not_yet} | {all} |").expect("a string takes all");
}

fn push_clause(page: &mut String, text: &ClauseText) {
    let summary = coverage(text.clause).summary();
    let status = match summary.status {
        "done" => "**done**",
        "outside" => "**people**",
        _ => "**not yet**",
    };
    let does = summary.does.map(|does| format!(" {}", does.en)).unwrap_or_default();
    let mut functions = code(&summary.functions, "<br>");
    if !summary.values.is_empty() {
        functions += &format!("<br>*edition:* {}", code(&summary.values, ", "));
    }
    let (id, ja, en) = (text.clause.id(), text.title.ja, text.title.en);
    let means = format!("**{en}.** {}", text.meaning.en);
    let cells = [format!("{id} {ja}"), means, status.to_owned() + &does, functions, code(&summary.tests, "<br>")];
    writeln!(page, "| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | ")).expect("a string takes all");
}

fn code(names: &[&str], between: &str) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(between)
}

#[test]
fn the_table_is_the_one_on_file() {
    let table = table();
    if std::env::var_os("UPDATE_RULES").is_some() {
        std::fs::write(FILE, &table).expect("docs can be written");
    }
    let on_file = std::fs::read_to_string(FILE).unwrap_or_default();
    let changed = table.lines().zip(on_file.lines()).find(|(now, then)| now != then);
    assert!(on_file == table, "docs/rules.md says something else, first here (now, on file): {changed:#?}");
}

/// By hand: what is not there is not claimed. Priority provision, statistics of products.
#[test]
fn what_is_missing_is_not_claimed() {
    let missing = ["Ⅳ.3.(1).12", "Ⅳ.4.8", "Ⅳ.1.9", "Ⅳ.3.(1).14"];
    for begin in missing {
        let mut found = all().filter(|text| text.clause.id().starts_with(begin)).peekable();
        assert!(found.peek().is_some(), "{begin} is no clause");
        for text in found {
            assert!(!matches!(coverage(text.clause), Coverage::Done(_)), "{} is claimed", text.clause);
        }
    }
}

/// By hand: the main road is done.
#[test]
fn the_road_is_done() {
    let road = [
        "Ⅳ.2.3",
        "Ⅳ.2.5",
        "Ⅳ.3.(1).1",
        "Ⅳ.3.(1).2",
        "Ⅳ.3.(1).4",
        "Ⅳ.3.(1).6",
        "Ⅳ.3.(1).13",
        "Ⅳ.4.1",
        "Ⅳ.4.2",
        "Ⅳ.4.3",
        "Ⅳ.4.4",
        "Ⅳ.4.7",
        "Ⅳ.4.9",
        "Ⅳ.5.1",
        "Ⅳ.5.2",
        "Ⅳ.5.3",
        "Ⅳ.5.7",
        "Ⅳ.6.2",
        "付録4",
    ];
    for id in road {
        assert!(matches!(coverage(Clause::new(id)), Coverage::Done(_)), "{id} is not there");
    }
}
