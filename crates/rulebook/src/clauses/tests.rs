use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::*;

/// Every clause of the 12th edition, in its order.
#[rustfmt::skip]
const IDS: [&str; 267] = [
    "Ⅰ", "Ⅱ.1", "Ⅱ.2", "Ⅱ.2.1", "Ⅱ.2.2", "Ⅱ.2.3", "Ⅱ.3", "Ⅱ.3.1", "Ⅱ.3.2", "Ⅱ.4", "Ⅱ.5", "Ⅱ.6", "Ⅱ.7", "Ⅱ.8",
    "Ⅱ.9", "Ⅱ.9.1", "Ⅱ.9.2", "Ⅱ.9.2.注1", "Ⅱ.10", "Ⅱ.11", "Ⅱ.12", "Ⅱ.13", "Ⅲ", "Ⅲ.1", "Ⅲ.2", "Ⅲ.3", "Ⅳ.1.1",
    "Ⅳ.1.2", "Ⅳ.1.3", "Ⅳ.1.4", "Ⅳ.1.5", "Ⅳ.1.6", "Ⅳ.1.7", "Ⅳ.1.8", "Ⅳ.1.9", "Ⅳ.1.図1注", "Ⅳ.2.1", "Ⅳ.2.2",
    "Ⅳ.2.3", "Ⅳ.2.3.第2段", "Ⅳ.2.3.第3段", "Ⅳ.2.3.注2", "Ⅳ.2.4", "Ⅳ.2.4.第2段", "Ⅳ.2.4.第3段", "Ⅳ.2.4.注4", "Ⅳ.2.5",
    "Ⅳ.2.5.ア", "Ⅳ.2.5.イ", "Ⅳ.2.5.ウ", "Ⅳ.2.5.エ", "Ⅳ.2.5.オ", "Ⅳ.2.5.カ", "Ⅳ.2.5.キ", "Ⅳ.2.5.ク", "Ⅳ.2.5.ケ", "Ⅳ.2.6",
    "Ⅳ.2.7", "Ⅳ.3.(1).1", "Ⅳ.3.(1).2", "Ⅳ.3.(1).2.ア", "Ⅳ.3.(1).2.イ", "Ⅳ.3.(1).2.ウ", "Ⅳ.3.(1).2.エ",
    "Ⅳ.3.(1).2.オ", "Ⅳ.3.(1).2.第2段", "Ⅳ.3.(1).3", "Ⅳ.3.(1).4", "Ⅳ.3.(1).5", "Ⅳ.3.(1).5.ア", "Ⅳ.3.(1).5.イ",
    "Ⅳ.3.(1).5.イ.第2段", "Ⅳ.3.(1).5.第2段", "Ⅳ.3.(1).6", "Ⅳ.3.(1).7", "Ⅳ.3.(1).7.ア", "Ⅳ.3.(1).7.イ", "Ⅳ.3.(1).7.ウ",
    "Ⅳ.3.(1).7.エ", "Ⅳ.3.(1).7.オ", "Ⅳ.3.(1).8", "Ⅳ.3.(1).9", "Ⅳ.3.(1).10", "Ⅳ.3.(1).11", "Ⅳ.3.(1).12",
    "Ⅳ.3.(1).13", "Ⅳ.3.(1).13.第2段", "Ⅳ.3.(1).13.第3段", "Ⅳ.3.(1).14", "Ⅳ.3.(2).1", "Ⅳ.3.(2).1.ア", "Ⅳ.3.(2).1.イ",
    "Ⅳ.3.(2).1.第3段", "Ⅳ.3.(2).1.第4段", "Ⅳ.3.(2).2", "Ⅳ.3.(2).3", "Ⅳ.3.(2).3.ア", "Ⅳ.3.(2).3.イ", "Ⅳ.3.(2).3.イ.第2段",
    "Ⅳ.3.(2).3.第2段", "Ⅳ.3.(2).4", "Ⅳ.3.(2).5", "Ⅳ.3.(2).5.ア", "Ⅳ.3.(2).5.イ", "Ⅳ.3.(2).5.ウ", "Ⅳ.3.(2).5.エ",
    "Ⅳ.3.(2).6", "Ⅳ.3.(2).7", "Ⅳ.3.(2).7.ア", "Ⅳ.3.(2).7.ア.1", "Ⅳ.3.(2).7.ア.2", "Ⅳ.3.(2).7.ア.3", "Ⅳ.3.(2).7.ア.4",
    "Ⅳ.3.(2).7.ア.5", "Ⅳ.3.(2).7.ア.6", "Ⅳ.3.(2).7.イ", "Ⅳ.3.(2).7.ウ", "Ⅳ.4.1", "Ⅳ.4.1.第2段", "Ⅳ.4.1.第3段", "Ⅳ.4.2",
    "Ⅳ.4.2.第2段", "Ⅳ.4.2.第3段", "Ⅳ.4.2.第5段", "Ⅳ.4.2.第6段.1", "Ⅳ.4.2.第6段.2", "Ⅳ.4.3", "Ⅳ.4.3.①", "Ⅳ.4.3.②",
    "Ⅳ.4.3.③", "Ⅳ.4.3.第2段", "Ⅳ.4.4", "Ⅳ.4.4.第2段", "Ⅳ.4.4.ア", "Ⅳ.4.4.イ", "Ⅳ.4.4.ウ", "Ⅳ.4.4.エ", "Ⅳ.4.4.オ",
    "Ⅳ.4.5", "Ⅳ.4.5.ア", "Ⅳ.4.5.イ", "Ⅳ.4.5.ウ", "Ⅳ.4.5.第2段", "Ⅳ.4.5.第3段", "Ⅳ.4.6", "Ⅳ.4.7", "Ⅳ.4.8", "Ⅳ.4.8.ア",
    "Ⅳ.4.8.イ", "Ⅳ.4.8.ウ", "Ⅳ.4.8.第3段", "Ⅳ.4.8.第4段", "Ⅳ.4.9", "Ⅳ.4.9.第2段", "Ⅳ.4.9.第3段", "Ⅳ.4.10", "Ⅳ.4.10.第2段",
    "Ⅳ.4.10.第3段", "Ⅳ.4.10.注8", "Ⅳ.5.1", "Ⅳ.5.1.第2段", "Ⅳ.5.1.第3段", "Ⅳ.5.2", "Ⅳ.5.2.第2段", "Ⅳ.5.3", "Ⅳ.5.4",
    "Ⅳ.5.5", "Ⅳ.5.6", "Ⅳ.5.7", "Ⅳ.5.8", "Ⅳ.5.9", "Ⅳ.5.9.第2段", "Ⅳ.5.10", "Ⅳ.5.10.第2段", "Ⅳ.6.1", "Ⅳ.6.1.第2段",
    "Ⅳ.6.2", "Ⅴ.1.1", "Ⅴ.1.2", "Ⅴ.1.3", "Ⅴ.1.4", "Ⅴ.1.5", "Ⅴ.2.1", "Ⅴ.2.2", "Ⅴ.2.2.第2段", "Ⅴ.2.2.注9", "Ⅴ.2.3",
    "Ⅴ.2.4", "Ⅴ.2.4.ア", "Ⅴ.2.4.イ", "Ⅴ.2.4.ウ", "Ⅴ.2.4.エ", "Ⅴ.2.4.オ", "Ⅴ.2.4.カ", "Ⅴ.2.4.キ", "Ⅴ.2.4.ク", "Ⅴ.2.5",
    "Ⅴ.2.6", "Ⅴ.3.1", "Ⅴ.3.2", "Ⅴ.3.2.ア", "Ⅴ.3.2.イ", "Ⅴ.3.2.ウ", "Ⅴ.3.2.エ", "Ⅴ.3.2.オ", "Ⅴ.3.2.第2段", "Ⅴ.3.3",
    "Ⅴ.3.4", "Ⅴ.3.4.ア", "Ⅴ.3.4.イ", "Ⅴ.3.4.ウ", "Ⅴ.3.4.エ", "Ⅴ.3.4.オ", "Ⅴ.3.4.オ.1", "Ⅴ.3.4.オ.2", "Ⅴ.3.4.カ",
    "Ⅴ.3.4.キ", "Ⅴ.3.4.第2段", "Ⅴ.3.5", "Ⅴ.3.5.第2段", "Ⅴ.3.6", "Ⅴ.3.7", "Ⅴ.3.7.ア", "Ⅴ.3.7.イ", "Ⅴ.3.7.ウ", "Ⅴ.3.7.エ",
    "Ⅴ.3.8", "Ⅴ.3.8.但書", "Ⅴ.3.9", "Ⅴ.3.10", "Ⅴ.3.11", "Ⅴ.4.1", "Ⅴ.4.2", "Ⅴ.4.3", "Ⅴ.4.4", "Ⅴ.4.4.但書",
    "Ⅴ.4.4.第2段", "Ⅴ.4.5", "Ⅴ.4.5.1", "Ⅴ.4.5.2", "Ⅴ.4.5.3", "Ⅴ.4.5.4", "Ⅴ.4.5.5", "Ⅴ.4.5.6", "Ⅴ.4.5.第2段",
    "付録1.1", "付録1.5", "付録1.7", "付録2.図3", "付録2.図4", "付録3.1-1.(3)", "付録4", "付録4.1", "付録4.1.①", "付録4.1.②",
    "付録4.1.③", "付録4.2", "付録5.1", "付録5.2", "付録5.2.1", "付録5.2.2", "付録5.2.3", "付録5.2.4", "付録6.1", "付録6.2", "付録6.3",
    "付録6.4",
];

#[test]
fn the_table_has_every_clause_once_and_in_order() {
    let ids: Vec<_> = all().map(|text| text.clause.id()).collect();
    assert_eq!(ids, IDS);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 267);
}

#[test]
fn every_text_is_there_and_in_its_language() {
    let is_japanese = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}');
    for text in all() {
        for words in [text.title, text.meaning] {
            assert!(!words.ja.trim().is_empty() && !words.en.trim().is_empty(), "{}", text.clause);
            assert!(words.ja.contains(is_japanese), "{}: {}", text.clause, words.ja);
            assert!(!words.en.contains(is_japanese), "{}: {}", text.clause, words.en);
        }
        assert!(text.meaning.ja.contains(is_japanese) && text.meaning.ja.ends_with('。'), "{}", text.clause);
        assert!(text.meaning.en.ends_with('.'), "{}", text.clause);
    }
}

#[test]
fn what_others_are_asked_to_do_is_never_worded_as_an_obligation() {
    let obligations = ["しなければな", "義務があ", "must", "shall", "obliged", "required to"];
    for text in all().filter(|text| matches!(text.actor, Actor::Finder | Actor::Developer | Actor::SiteOperator)) {
        for word in obligations {
            let meaning = text.meaning;
            assert!(!meaning.ja.contains(word) && !meaning.en.contains(word), "{}: {word}", text.clause);
        }
    }
}

#[test]
fn a_clause_is_found_by_its_id() {
    assert_eq!(find("Ⅳ.4.3").unwrap().actor, Actor::Coordinator);
    assert!(find("Ⅳ.4.99").is_none());
}

/// Reads the sources: a literal that looks like the number of a clause is one.
#[test]
fn every_clause_named_in_the_sources_exists() {
    let mut seen = 0;
    for file in sources(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        if file.components().any(|part| part.as_os_str() == "clauses") {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        for id in text.split('"').filter(|literal| looks_like_a_clause(literal)) {
            assert!(find(id).is_some(), "{} names {id}, which is no clause", file.display());
            seen += 1;
        }
    }
    assert!(seen > 0, "no source names a clause");
}

fn looks_like_a_clause(literal: &str) -> bool {
    literal.starts_with(['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ', '付']) && !literal.contains(char::is_whitespace)
}

/// Every Rust file below a folder.
fn sources(folder: PathBuf) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}
