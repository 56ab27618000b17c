//! What is found, by which words, and what the filters count.

#[path = "../../formats/tests/samples/mod.rs"]
mod samples;

use formats::document::{Affectedness, Product, PublicDocument, Vendor};
use formats::{AdvisoryNumber, AdvisorySummary, Language, Localized, Severity};
use jiff::civil::date;
use proptest::prelude::*;
use search::text::fold;
use search::{Engine, Entry, Kind, Question, Searched, Sort};

fn entry(document: &PublicDocument) -> Entry {
    let day = document.published_at.to_zoned(jiff::tz::TimeZone::UTC).date();
    Entry::of(&AdvisorySummary::from(document), day, Some(document))
}

fn engine(documents: &[PublicDocument]) -> Engine {
    let engine = Engine::new();
    engine.change(documents.iter().map(entry), []).expect("an index in memory");
    engine
}

fn document(number: u32, ja: &str, en: &str, vendor: (&str, &str), product: (&str, &str)) -> PublicDocument {
    let mut document = samples::one_vendor();
    document.id = AdvisoryNumber::new("JVN", number).expect("a number");
    document.title = Localized::new(ja, en);
    document.vendors = vec![Vendor {
        products: vec![Product { name: Localized::new(product.0, product.1), ..Product::default() }],
        ..Vendor::new(Localized::new(vendor.0, vendor.1), Affectedness::Affected)
    }];
    for one in &mut document.vulnerabilities {
        one.cve = Some(format!("CVE-2026-{number}"));
    }
    document
}

fn some() -> Vec<PublicDocument> {
    let mut documents = vec![
        document(
            1,
            "グループウェアの脆弱性",
            "Groupware is vulnerable",
            ("サイボウズ株式会社", "Cybozu, Inc."),
            ("Garoon", "Garoon"),
        ),
        document(10, "帳票ソフトの不備", "A flaw", ("青葉通信", "Aoba Networks"), ("みどり帳票", "Midori Report")),
        document(100, "ルータの欠陥", "Router", ("Example", "Example"), ("AX-200", "AX-200")),
    ];
    documents[0].overview =
        Localized::new("クロスサイトスクリプティングが存在します。", "Cross-site scripting exists.");
    documents[1].overview =
        Localized::new("ＳＱＬインジェクションが存在します。wp-config.php を読まれます。", "SQL injection.");
    documents[2].overview = Localized::new("鍵の扱いに不備があります。", "Keys are mishandled.");
    documents
}

fn numbers(searched: &Searched, question: &Question) -> Vec<u32> {
    let found = searched.find(question);
    let mut numbers: Vec<u32> = searched.page(&found, 1, 100).map(AdvisoryNumber::digits).collect();
    numbers.sort_unstable();
    numbers
}

fn found(searched: &Searched, text: &str) -> Vec<u32> {
    numbers(searched, &Question::new(text))
}

#[test]
fn words_inside_the_text_are_found() {
    let searched = engine(&some()).current();
    for (text, wanted) in [
        ("クロスサイト スクリプティング", vec![1]),
        ("ｸﾛｽｻｲﾄ", vec![1]),
        ("スクリプタ", vec![]),
        ("sqlインジェクション", vec![10]),
        ("SQL注入", vec![]),
        ("injection", vec![10]),
        ("INJECT", vec![10]),
        ("wp-config.php", vec![10]),
        ("config wp", vec![10]),
        ("鍵", vec![100]),
        ("の扱い", vec![100]),
        ("mishandled", vec![100]),
    ] {
        assert_eq!(found(&searched, text), wanted, "{text}");
    }
}

#[test]
fn names_are_found_by_part_by_reading_and_misspelt() {
    let searched = engine(&some()).current();
    for text in ["サイボウズ", "さいぼうず", "サイボー", "saibozu", "Cybozu", "cyboz", "Cyboze", "Sybozu", "ybo"]
    {
        assert_eq!(found(&searched, text), [1], "{text}");
    }
    for text in ["ミドリ", "みどり", "midori", "Modori", "青葉", "あおば", "アオバ", "Aoba Netwroks", "ミドリ帳票"]
    {
        assert_eq!(found(&searched, text), [10], "{text}");
    }
    assert_eq!(found(&searched, "zzzzzz"), [] as [u32; 0]);
    let nearly = |text: &str| searched.find(&Question::new(text)).nearly;
    assert!(nearly("Modori") && !nearly("Midori"));
}

#[test]
fn numbers_are_found_exactly() {
    let searched = engine(&some()).current();
    for text in ["CVE-2026-1", "cve-2026-1", "ＣＶＥ-2026-1", "JVN#00000001", "jvn00000001"] {
        assert_eq!(found(&searched, text), [1], "{text}: 10 and 100 begin so, too");
    }
    assert_eq!(found(&searched, "CVE-2026"), [1, 10, 100], "no number of its own, so a part of one");
    assert_eq!(found(&searched, "00000100"), [100]);
    assert_eq!(found(&searched, &some()[0].vulnerabilities[0].cwes[0]), [1, 10, 100]);
}

/// A number that another begins with is another number; a word goes on.
#[test]
fn numbers_in_the_text_are_found_whole() {
    let mut documents = some();
    documents[0].overview = Localized::new("待ち受けるのは 8443 番です。", "It listens on port 8443, build rc84431.");
    documents[1].overview = Localized::new("待ち受けるのは ８４４ 番です。", "It listens on port 844.");
    documents[2].overview = Localized::new("版は 84.4 です。", "Version 84.4, kb84431");
    let searched = engine(&documents).current();
    for (text, wanted) in [
        ("8443", vec![1]),
        ("844", vec![10]),
        ("84", vec![100]),
        ("84.4", vec![100]),
        ("rc844", vec![1]),
        ("kb8", vec![100]),
    ] {
        assert_eq!(found(&searched, text), wanted, "{text}");
    }
}

#[test]
fn filters_count_what_they_would_leave() {
    let mut documents = some();
    documents[2].vendors[0].status = Affectedness::NotAffected;
    documents[2].published_at = "2025-02-03T00:00:00Z".parse().expect("an instant");
    let searched = engine(&documents).current();
    let all = searched.find(&Question::default());
    assert_eq!(all.len(), 3);
    assert_eq!(all.counts.statuses[&Affectedness::Affected], 2);
    assert_eq!(all.counts.years.values().copied().collect::<Vec<_>>(), [2, 1]);
    let named = |place: u32| searched.names().get(place).expect("a name").shown(Language::En).to_owned();
    assert_eq!(all.counts.vendors.iter().map(|(place, count)| (named(*place), *count)).collect::<Vec<_>>().len(), 3);

    let of = |vendor: &str| Question { vendor: Some(vendor.into()), ..Question::default() };
    assert_eq!(numbers(&searched, &of("aoba-networks")), [10]);
    assert_eq!(numbers(&searched, &of("青葉通信")), [10]);
    assert_eq!(numbers(&searched, &of("nobody")), [] as [u32; 0]);
    assert_eq!(searched.find(&of("aoba-networks")).counts.vendors.len(), 3, "the other vendors stay in reach");
    let status = Question { status: Some(Affectedness::NotAffected), ..Question::default() };
    assert_eq!(numbers(&searched, &status), [100]);
    assert_eq!(numbers(&searched, &Question { vendor: Some("Example".into()), ..status }), [100]);
    let days = Question { from: Some(date(2025, 2, 3)), to: Some(date(2025, 2, 3)), ..Question::default() };
    assert_eq!(numbers(&searched, &days), [100]);
    let product = Question { product: Some("midori-report".into()), ..Question::default() };
    assert_eq!(numbers(&searched, &product), [10]);
    let severity = all.counts.severities.keys().next().copied().expect("a severity");
    assert_eq!(searched.find(&Question { severity: Some(severity), ..Question::default() }).len(), 3);
    let none = Severity::ALL.into_iter().find(|one| !all.counts.severities.contains_key(one));
    assert_eq!(searched.find(&Question { severity: none, ..Question::default() }).len(), 0);
    let cwe = Question { cwe: Some("cwe-9999".into()), ..Question::default() };
    assert!(searched.find(&cwe).is_empty());
}

#[test]
fn what_fits_best_comes_first() {
    let mut documents = some();
    documents[2].overview.en = "Compared with groupware, this one is small.".into();
    let searched = engine(&documents).current();
    let best = Question { sort: Sort::Relevance, ..Question::new("groupware") };
    let found = searched.find(&best);
    let order: Vec<u32> = searched.page(&found, 1, 10).map(AdvisoryNumber::digits).collect();
    assert_eq!(order, [1, 100], "the title before the text");
    assert_eq!(searched.page(&found, 99, 25).count(), 0);
    assert_eq!(searched.page(&found, usize::MAX, usize::MAX).count(), 0);
}

#[test]
fn changes_are_seen_and_the_gone_are_gone() {
    let mut documents = some();
    let engine = engine(&documents);
    let before = engine.current();
    documents[0].revision = 2;
    documents[0].title = Localized::new("まったく別の題", "Another title");
    let gone = documents[1].id.clone();
    engine.change([entry(&documents[0])], [&gone]).expect("an index in memory");
    let after = engine.current();
    assert_eq!((before.total(), after.total()), (3, 2));
    assert_eq!(after.revision(&documents[0].id), Some(2));
    assert_eq!(found(&after, "まったく別"), [1]);
    assert_eq!(found(&after, "グループウェア"), [] as [u32; 0]);
    assert_eq!(found(&after, "帳票"), [] as [u32; 0]);
    assert_eq!(found(&before, "帳票"), [10], "who has begun to read reads on");
}

#[test]
fn vendors_and_products_are_listed_and_suggested() {
    let searched = engine(&some()).current();
    let shown = |place: u32| searched.names().get(place).expect("a name").shown(Language::En).to_owned();
    let vendors: Vec<String> = searched.vendors(Language::En).into_iter().map(|(place, _)| shown(place)).collect();
    assert_eq!(vendors, ["Aoba Networks", "Cybozu, Inc.", "Example"]);
    let aoba = searched.names().vendor("aoba-networks").expect("it is there");
    assert_eq!(
        searched.products(aoba).into_iter().map(|(place, _)| shown(place)).collect::<Vec<_>>(),
        ["Midori Report"]
    );
    let suggested = searched.suggest("さいぼ", 5);
    assert_eq!(suggested.len(), 1);
    assert_eq!((suggested[0].kind, shown(suggested[0].place)), (Kind::Vendor, "Cybozu, Inc.".to_owned()));
}

#[test]
fn imported_advisories_are_filtered_by_their_source() {
    let engine = Engine::new();
    let day = jiff::civil::date(2026, 1, 2);
    let made = |number: u32, source: Option<&str>| {
        let document = document(number, "題", "Title", ("Vendor", "Vendor"), ("Product", "Product"));
        let summary = AdvisorySummary::from(&document);
        match source {
            Some(source) => Entry::imported(source, &summary, day, &document),
            None => Entry::of(&summary, day, Some(&document)),
        }
    };
    let all = [made(1, Some("a.example")), made(2, Some("a.example")), made(3, Some("b.example")), made(4, None)];
    engine.change(all, []).expect("an index in memory");
    let searched = engine.current();
    let of = |source: &str| {
        let found = searched.find(&Question { source: Some(source.to_owned()), ..Question::new("title") });
        (found.len(), found.counts.sources)
    };
    let counts = vec![("a.example".to_owned(), 2), ("b.example".to_owned(), 1)];
    assert_eq!(of("a.example"), (2, counts.clone()));
    assert_eq!(of("b.example"), (1, counts.clone()));
    assert_eq!(of("c.example"), (0, counts));
    assert_eq!(searched.find(&Question::default()).len(), 4);
}

#[test]
fn nothing_that_is_asked_is_an_error() {
    let searched = engine(&some()).current();
    let long = "a".repeat(100_000);
    let nasty = [
        "\"", "*", "(", "a AND", "\\", "title:x", "[a TO", "\u{0}", "\u{202E}", "🙂", "ﾞ", "%", "-", "~2", &long, "・",
        "ー",
    ];
    for text in nasty {
        let _ = searched.find(&Question { sort: Sort::Relevance, ..Question::new(text) });
        let _ = searched.suggest(text, 8);
    }
    let empty = Engine::new().current();
    assert!(empty.find(&Question::new("x")).is_empty() && empty.find(&Question::default()).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// No cut of a title is lost, wherever it is made and whatever it is written in.
    #[test]
    fn any_two_characters_of_a_title_find_it(title in "[ぁ-んァ-ヶ一-龠a-zA-Z0-9ｱ-ﾝ０-９・ー#/() ]{2,24}") {
        let document = document(7, &title, "", ("Vendor", "Vendor"), ("Product", "Product"));
        let searched = engine(&[document]).current();
        let folded: Vec<char> = fold(&title).chars().collect();
        for two in folded.windows(2).map(|two| two.iter().collect::<String>()).filter(|two| !two.trim().is_empty()) {
            prop_assert_eq!(found(&searched, &two), [7], "{:?} in {:?}", two, title);
        }
    }

    /// Whatever is asked is answered.
    #[test]
    fn every_question_has_an_answer(text in any::<String>()) {
        let searched = engine(&some()).current();
        let found = searched.find(&Question { sort: Sort::Relevance, ..Question::new(&text) });
        prop_assert!(found.len() <= 3);
        let _ = (searched.suggest(&text, 3), search::names::slug(&text));
        let words = Question::new(&text).words;
        let pieces = search::mark::marked(&text, &words);
        prop_assert_eq!(pieces.into_iter().map(|piece| piece.text).collect::<String>(), text.clone());
        let _ = search::mark::snippet(&text, &words, 10);
    }
}

/// A name in kanji is found by the reading that the register has: in kana of either kind, in Latin letters, while typing,
/// and misspelt.
#[test]
fn a_reading_that_is_known_finds_a_name_in_kanji() {
    let mut one = document(31, "題", "Title", ("暁星電機株式会社", "Dawnstar Electric"), ("製品", "Product"));
    one.vendors[0].reading = "ぎょうせいでんき".to_owned();
    let other = document(32, "題", "Title", ("青葉通信", "Aoba Networks"), ("製品", "Product"));
    let engine = engine(&[one, other]);
    let searched = engine.current();
    for text in ["ぎょうせい", "ギョウセイデンキ", "gyousei", "gyosei", "gyouseidenki", "gyosiedenki", "暁星"]
    {
        let found = searched.find(&Question::new(text));
        let ids: Vec<u32> = searched.page(&found, 1, 9).map(AdvisoryNumber::digits).collect();
        assert_eq!(ids, [31], "{text}");
    }
    let suggested = searched.suggest("ぎょうせ", 5);
    assert_eq!(
        suggested.first().and_then(|one| searched.names().get(one.place)).expect("it").slug,
        "dawnstar-electric"
    );
}
