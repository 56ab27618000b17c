//! A developer that never answers, on both databases (`NOROSHI_TEST_POSTGRES`): the checklist, the letter, the public
//! list rung by rung over simulated months, and contact after all. The list holds nothing of the case.

mod common;

use std::process::{Command, Stdio};

use casework::reach::{AttemptNoteOrder, AttemptOrder, LetterAddress, LetterOrder};
use casework::{Actor, CaseOrder, Error, ReceivedFile, RowText};
use common::matters::{handed_over, shy, tried, with_developer};
use common::{Bureau, Place, places};
use jiff::ToSpan;
use rulebook::case::reach::{Address, Addressee, Rung, Source};
use rulebook::case::{AttemptOutcome, CaseCommand, CaseContent, ContactMeans, ReachCommand};
use rulebook::developer::DeveloperEntry;
use rulebook::ids::{AttachmentId, CaseId, DeveloperId};
use rulebook::party::Party;
use rulebook::refusal::Why;
use rulebook::text::Language;
use serde_json::Value;

/// Everything that is secret about the case.
const SECRETS: [&str; 6] = ["篝 火ノ子", "kagari", "クロスサイト", "CWE-79", "攻撃者が画面を", "内部だけの話"];
const POST: &str = "架空県架空市一丁目2番3号";
const MAIL: &str = "info@miharashi.example";

struct Silent {
    case: CaseId,
    developer: DeveloperId,
    numbers: Vec<String>,
}

async fn silent(bureau: &Bureau) -> Silent {
    let content = CaseContent {
        product: "みはらしポータル".into(),
        kind: "クロスサイト・スクリプティング（CWE-79）".into(),
        steps: "内部だけの話".into(),
        threat: "攻撃者が画面を書き換える".into(),
        ..CaseContent::default()
    };
    let (receipt, case) = handed_over(bureau, shy("みはらしポータル"), content).await;
    let entry = DeveloperEntry {
        name: "株式会社みはらし".into(),
        name_en: "Miharashi Inc.".into(),
        ..DeveloperEntry::default()
    };
    let developer = with_developer(bureau, case, entry).await;
    let number = bureau.office.case_page(case, bureau.desk).await.expect("the case").view.number;
    Silent { case, developer, numbers: vec![number, receipt.number] }
}

impl Silent {
    async fn go(&self, bureau: &Bureau, actor: Actor, order: impl Into<CaseOrder>) -> Result<(), Error> {
        tried(bureau, self.case, actor, order).await
    }

    async fn reach(&self, bureau: &Bureau, command: ReachCommand) -> Result<(), Error> {
        self.go(bureau, bureau.coordinator, CaseCommand::Reach(command)).await
    }

    async fn attempt(&self, bureau: &Bureau, files: Vec<ReceivedFile>) {
        let order = AttemptOrder {
            developer: self.developer,
            means: ContactMeans::Mail,
            to: MAIL.into(),
            on: bureau.office.now().today,
            outcome: AttemptOutcome::Waiting,
            note: "問い合わせ窓口に送った".into(),
            files,
        };
        let done = bureau.office.log_attempt(self.case, bureau.coordinator, None, order).await;
        done.expect("an attempt is logged");
    }

    async fn check(&self, bureau: &Bureau) {
        let on = bureau.office.now().today;
        for source in Source::ALL.into_iter().filter(|source| *source != Source::Finder) {
            let post = Address { means: ContactMeans::Post, to: POST.into() };
            let found = if source == Source::Registry { vec![post] } else { vec![] };
            let note = "内部だけの話".to_owned();
            let developer = self.developer;
            self.reach(bureau, ReachCommand::CheckSource { developer, source, on, found, note })
                .await
                .expect("checked");
        }
    }

    fn letter(&self, bureau: &Bureau) -> LetterOrder {
        LetterOrder {
            developer: self.developer,
            to: POST.into(),
            address: LetterAddress {
                organisation: "株式会社みはらし".into(),
                postal_code: "〒100-0000".into(),
                address: POST.into(),
                ..LetterAddress::default()
            },
            names_product: true,
            language: Language::Ja,
            answer_by: bureau.office.now().today.saturating_add(14.days()),
        }
    }

    async fn rung(&self, bureau: &Bureau) -> Option<Rung> {
        let view = bureau.office.case_page(self.case, bureau.coordinator).await.expect("the case").view;
        view.reach.developers.first().and_then(|side| side.rung)
    }

    /// The public list, which tells nothing of the case.
    fn list(&self, bureau: &Bureau) -> Value {
        let text = std::fs::read_to_string(bureau.office.published().join("unreachable.json")).expect("the list");
        for secret in SECRETS.into_iter().chain(self.numbers.iter().map(String::as_str)) {
            assert!(!text.contains(secret), "the list says {secret}");
        }
        for id in [self.case.0, self.developer.0] {
            assert!(!text.contains(&id.to_string()), "the list names an id");
        }
        serde_json::from_str(&text).expect("JSON")
    }
}

async fn file(bureau: &Bureau, name: &str, bytes: &[u8]) -> ReceivedFile {
    let mut writer = bureau.office.new_file().await.expect("a file");
    writer.write(bytes).await.expect("written");
    ReceivedFile { name: name.into(), sealed: writer.finish().await.expect("sealed") }
}

/// The words of a PDF without spaces; none where pdftotext is not installed.
fn words(pdf: &[u8]) -> Option<String> {
    let name = format!("noroshi-letter-{}-{:?}.pdf", std::process::id(), std::thread::current().id());
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, pdf).expect("a file");
    let run = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").stderr(Stdio::null()).output();
    std::fs::remove_file(&path).expect("it was there");
    let text = String::from_utf8(run.ok()?.stdout).expect("UTF-8");
    Some(text.chars().filter(|c| !c.is_whitespace()).collect())
}

/// A paper that is kept with an attempt.
async fn printed(bureau: &Bureau, silent: &Silent, file: AttachmentId) -> Vec<u8> {
    let (_, mut reader) = bureau.office.attempt_file(silent.case, bureau.desk, file).await.expect("it is kept");
    let mut pdf = Vec::new();
    while let Some(piece) = reader.next_chunk().await.expect("it can be read") {
        pdf.extend_from_slice(&piece);
    }
    assert!(pdf.starts_with(b"%PDF-"));
    pdf
}

/// The letter is logged as the second contact, kept with the case, and its link opens the developer's side.
async fn letter(bureau: &Bureau, silent: &Silent) {
    let office = &bureau.office;
    let mut long = silent.letter(bureau);
    long.address.address = ["長い住所の行"; 40].join("\n");
    let refused = office.contact_letter(silent.case, bureau.coordinator, None, &long).await;
    assert!(matches!(refused, Err(Error::Paper(_))), "an address that no window shows");
    let not_hers = office.contact_letter(silent.case, bureau.desk, None, &silent.letter(bureau)).await;
    assert!(matches!(not_hers, Err(Error::Refused(_))), "the coordinator writes");
    let number = office.contact_letter(silent.case, bureau.coordinator, None, &silent.letter(bureau)).await;
    let number = number.expect("a letter");
    let page = office.case_page(silent.case, bureau.coordinator).await.expect("the case");
    let side = &page.view.reach.developers[0];
    let note = side.notes.last().expect("the letter is noted");
    assert_eq!((note.attempt, note.letter.as_deref()), (2, Some(number.as_str())));
    assert_eq!(side.campaign.as_ref().map(|campaign| campaign.contacts.len()), Some(2));
    assert!(side.campaign.as_ref().is_some_and(|campaign| campaign.untried.is_empty()), "the address counts as tried");
    assert_eq!(note.files[0].name, format!("{number}.pdf"));
    let pdf = printed(bureau, silent, note.files[0].id).await;
    let Some(text) = words(&pdf) else { return println!("pdftotext is not installed: the letter was not read") };
    for said in
        ["株式会社みはらし御中", "〒100-0000", POST, "みはらしポータル", &number, "https://noroshi.example/ja/answer/"]
    {
        let bare: String = said.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(text.contains(&bare), "the letter says {said}: {text}");
    }
    assert!(SECRETS.iter().all(|secret| !text.contains(secret)), "a letter may be opened by others");
    let token = text.split("/ja/answer/").nth(1).expect("a link");
    let token: String = token.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
    let found = (40..=token.len()).rev().map(|end| &token[..end]);
    let mut works = false;
    for token in found {
        let state = office.look_at_link(token, "192.0.2.1").await.expect("looked at");
        works |= matches!(state, casework::developers::LinkState::Live { .. });
        if works {
            break;
        }
    }
    assert!(works, "the link of the letter works");
}

async fn walk(place: &Place) {
    let bureau = Bureau::open(place).await;
    let office = &bureau.office;
    let silent = silent(&bureau).await;
    let developer = silent.developer;
    silent.attempt(&bureau, vec![file(&bureau, "送信記録.eml", b"Message-ID: <1@x>").await]).await;
    silent.check(&bureau).await;
    bureau.days(14);
    letter(&bureau, &silent).await;
    bureau.days(4);
    let returned = AttemptNoteOrder {
        developer,
        attempt: 2,
        on: office.now().today,
        outcome: Some(AttemptOutcome::Undeliverable),
        note: "宛先不明で戻った".into(),
        files: vec![file(&bureau, "封筒.png", b"\x89PNG").await],
    };
    office.note_attempt(silent.case, bureau.coordinator, None, returned).await.expect("noted");
    bureau.days(10);
    silent.attempt(&bureau, vec![]).await;

    // 19 December and one month.
    let row = RowText {
        name: "株式会社みはらし".into(),
        reference: "https://miharashi.example/".into(),
        remark: String::new(),
    };
    let list = |row: &RowText| CaseOrder::ListName { developer, row: row.clone() };
    bureau.days(30);
    let early = silent.go(&bureau, bureau.coordinator, list(&row)).await;
    assert!(matches!(early, Err(Error::Refused(refusal)) if refusal.why == Why::TooSoon), "18 January");
    bureau.days(1);
    let telling = RowText { remark: format!("{} の件", silent.numbers[0]), ..row.clone() };
    let refused = silent.go(&bureau, bureau.coordinator, list(&telling)).await;
    assert!(matches!(refused, Err(Error::Refused(refusal)) if refusal.why == Why::TellsOfCase));
    silent.go(&bureau, bureau.coordinator, list(&row)).await.expect("the name is listed");
    let public = silent.list(&bureau);
    let number = public["rows"][0]["number"].as_str().expect("a number").to_owned();
    assert!(number.strip_prefix("DID#").is_some_and(|digits| digits.len() == 8), "{number}");
    assert_eq!(public["rows"][0]["listed_on"], "2027-01-19");
    assert!(public["rows"][0].get("notice").is_none() && public["rows"][0]["product"].is_null());

    // Three months later the product, with the words of 付録5.2.3; three months later the deadline (付録5.2.4).
    bureau.days(90);
    let product = || ReachCommand::ListProduct {
        developer,
        product: "みはらしポータル".into(),
        versions: "3.2.0".into(),
        addressee: Addressee::Individual,
    };
    silent.reach(&bureau, product()).await.expect("the product is listed");
    let notice = silent.list(&bureau)["rows"][0]["notice"]["ja"].clone();
    assert_eq!(notice["title"], "みはらしポータル の製品開発者に関する情報");
    let asked = notice["paragraphs"][0].as_str().expect("a paragraph");
    assert!(
        asked.starts_with("製品名みはらしポータル、バージョン 3.2.0 の作者、または著作権を有している製品開発者の方、")
    );
    assert!(asked.ends_with("修正版の提供が可能な方からのご連絡もお待ちしています。"));
    assert_eq!(notice["paragraphs"].as_array().map(Vec::len), Some(1));
    assert_eq!(notice["foot"][1], "公開日：2027年4月19日");
    bureau.days(91);
    let deadline = jiff::civil::date(2027, 10, 1);
    silent.reach(&bureau, ReachCommand::AppendDeadline { developer, deadline }).await.expect("a deadline");
    let notice = silent.list(&bureau)["rows"][0]["notice"]["ja"].clone();
    assert_eq!(notice["paragraphs"][1], "本件に関するご連絡は、2027年10月1日まで受け付けます。");
    assert_eq!(notice["foot"][2], "更新日：2027年7月19日（連絡期限追記）");
    let (name, paper) = office
        .notice_paper(silent.case, bureau.coordinator, developer, Language::Ja)
        .await
        .expect("the notice can be printed");
    assert_eq!(name, format!("{}.pdf", number.replace('#', "")));
    assert!(paper.starts_with(b"%PDF-"));

    // A tree that was wiped, and projections that are made again, show the same list.
    let before = silent.list(&bureau);
    std::fs::remove_file(office.published().join("unreachable.json")).expect("wiped");
    office.rebuild_projections().await.expect("rebuilt");
    office.write_tree().await.expect("written");
    assert_eq!(silent.list(&bureau), before);

    // After all, somebody gets in touch with the number.
    bureau.days(20);
    let note = "一覧を見た開発者から電話".to_owned();
    silent.reach(&bureau, ReachCommand::ResumeContact { developer, note, delist: true }).await.expect("resumed");
    assert_eq!(silent.list(&bureau)["rows"], Value::Array(vec![]));
    assert_eq!(silent.rung(&bureau).await, Some(Rung::Resumed));
}

#[tokio::test]
async fn a_silent_developer_is_written_to_listed_and_found_after_all() {
    for place in places("unreachable") {
        println!("on {}", place.name);
        walk(&place).await;
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

/// On an English paper a developer is called as the register calls it in English, and what somebody typed otherwise stands.
#[tokio::test]
async fn an_english_letter_names_the_developer_in_english() {
    for place in places("english") {
        let bureau = Bureau::open(&place).await;
        let silent = silent(&bureau).await;
        let english = LetterOrder { language: Language::En, ..silent.letter(&bureau) };
        let mut typed = english.clone();
        typed.address.organisation = "Miharashi Portal Division".into();
        let mut said = Vec::new();
        for order in [english, typed] {
            bureau.office.contact_letter(silent.case, bureau.coordinator, None, &order).await.expect("a letter");
            let view = bureau.office.case_page(silent.case, bureau.coordinator).await.expect("the case").view;
            let note = view.reach.developers[0].notes.last().expect("the letter is noted").files[0].id;
            said.push(words(&printed(&bureau, &silent, note).await));
        }
        let [Some(english), Some(typed)] = &said[..] else {
            return println!("pdftotext is not installed: the letters were not read");
        };
        assert!(english.contains("MiharashiInc.") && !english.contains("株式会社みはらし"), "{english}");
        assert!(typed.contains("MiharashiPortalDivision") && !typed.contains("MiharashiInc."), "{typed}");
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

/// Nobody else may have the number, and the file of an attempt is for the two bodies alone.
#[tokio::test]
async fn what_proves_an_attempt_is_for_staff() {
    for place in places("evidence") {
        let bureau = Bureau::open(&place).await;
        let silent = silent(&bureau).await;
        silent.attempt(&bureau, vec![file(&bureau, "a.eml", b"x").await]).await;
        let view = bureau.office.case_page(silent.case, bureau.coordinator).await.expect("the case").view;
        let id = view.reach.developers[0].notes[0].files[0].id;
        let developer = Actor::bearer(Party::Developer(silent.developer));
        assert!(matches!(bureau.office.attempt_file(silent.case, developer, id).await, Err(Error::NotFound)));
        assert!(bureau.office.attempt_file(silent.case, bureau.desk, id).await.is_ok());
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}
