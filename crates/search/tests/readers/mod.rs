//! The reader of what people type that this crate has, under the name of its fuzz target.

use std::sync::OnceLock;

use formats::document::{Affectedness, Publisher, Vendor};
use formats::{AdvisorySummary, Localized, PublicDocument};
use search::mark::{marked, snippet};
use search::{Engine, Entry, Question};

/// Reads bytes of whatever kind; panics when it should not have.
pub type Reader = fn(&[u8]);

/// Name of the fuzz target and the reader.
pub const READERS: &[(&str, Reader)] = &[("search_question", asked)];

/// An index of one advisory.
fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| {
        let publisher = Publisher {
            name: Localized::same("Body"),
            namespace: "https://noroshi.example".into(),
            contact: Localized::default(),
            authority: Localized::default(),
        };
        let id = "JVN00000001".parse().expect("a number");
        let title = Localized::new("みどり帳票の脆弱性 ＡＢＣ", "Midori Report is vulnerable");
        let mut document = PublicDocument::new(id, publisher, title, jiff::Timestamp::UNIX_EPOCH);
        document.vendors = vec![Vendor::new(Localized::new("青葉通信", "Aoba Networks"), Affectedness::Affected)];
        let engine = Engine::new();
        let entry = Entry::of(&AdvisorySummary::from(&document), jiff::civil::date(1970, 1, 1), Some(&document));
        engine.change([entry], []).expect("an index in memory");
        engine
    })
}

/// Whatever is typed is a question; what is marked is the text that was there.
fn asked(bytes: &[u8]) {
    let typed = String::from_utf8_lossy(bytes);
    let question = Question::new(&typed);
    let searched = engine().current();
    assert!(searched.find(&question).len() <= 1);
    assert!(searched.suggest(&typed, 5).len() <= 5);
    let text: String = typed.chars().take(500).collect();
    let whole: String = marked(&text, &question.words).into_iter().map(|piece| piece.text).collect();
    assert_eq!(whole, text);
    std::hint::black_box(snippet(&text, &question.words, 100));
}
