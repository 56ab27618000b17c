//! Advisories by mail: nothing without a yes, nothing twice, nothing left of whoever leaves. On both databases
//! (`NOROSHI_TEST_POSTGRES`).

mod common;

use std::sync::atomic::{AtomicBool, Ordering};

use casework::Error;
use casework::subscriptions::{PublicSearch, Rhythm, Topic, Wishes};
use common::{Bureau, Place, places};
use formats::cvss::Cvss;
use formats::document::{Publisher, Vulnerability};
use formats::{AdvisoryNumber, Localized, PublicDocument, Severity};
use rulebook::text::Language;
use store::{Append, NewPublication};
use uuid::Uuid;

const READER: &str = "yomite@mail.example";
const VISITOR: &str = "198.51.100.7";
/// 9.8 and 5.3 (FIRST, CVSS v3.1 specification, examples of base scores).
const CRITICAL: &str = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
const MEDIUM: &str = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N";

/// A search that finds advisories whose title holds `q`; its index can be behind.
#[derive(Default)]
struct Titles {
    known: std::sync::Mutex<Vec<(AdvisoryNumber, u32, String)>>,
    is_behind: AtomicBool,
}

impl PublicSearch for Titles {
    fn finds(&self, search: &[(String, String)], id: &AdvisoryNumber, revision: u32) -> Option<bool> {
        if self.is_behind.load(Ordering::Relaxed) {
            return None;
        }
        let known = self.known.lock().expect("no test panics while it holds this");
        let (_, _, title) = known.iter().find(|(known, at, _)| known == id && *at >= revision)?;
        Some(search.iter().all(|(name, value)| name == "q" && title.contains(value)))
    }
}

struct Desk {
    bureau: Bureau,
    titles: Titles,
}

impl Desk {
    async fn open(place: &Place) -> Desk {
        Desk { bureau: Bureau::open(place).await, titles: Titles::default() }
    }

    /// Publishes a revision of an advisory, as the commit of a publication leaves it in the store.
    async fn publish(&self, digits: u32, revision: u32, title: &str, vector: &str) {
        let number: AdvisoryNumber = format!("JVN#{digits:08}").parse().expect("a number");
        let publisher = Publisher {
            name: Localized::new("機関", "Body"),
            namespace: "https://noroshi.example".into(),
            contact: Localized::default(),
            authority: Localized::default(),
        };
        let at = self.bureau.office.now().at;
        let mut document = PublicDocument::new(number.clone(), publisher, Localized::new(title, title), at);
        document.revision = revision;
        let cvss = vec![Cvss::parse(vector).expect("a vector")];
        document.vulnerabilities = vec![Vulnerability { cvss, ..Vulnerability::default() }];
        let path = format!("advisories/{}/{revision}/document.json", number.slug());
        let advisory = Uuid::from_u128(u128::from(digits));
        let mut append = Append::new(at, Uuid::nil());
        append.publications.push(NewPublication {
            advisory,
            revision: i64::from(revision),
            files: vec![(path, document.to_json().into_bytes())],
        });
        self.bureau.office.store().append(append).await.expect("published");
        self.titles.known.lock().expect("a list").push((number, revision, title.to_owned()));
    }

    async fn tell(&self) -> u32 {
        self.bureau.office.tell_subscribers(&self.titles).await.expect("a round")
    }

    /// Asks, and gives the secret of the mail that asks; none when no mail came.
    async fn ask(&self, topic: Topic, wishes: Wishes) -> Option<String> {
        let before = self.mails().await.len();
        self.bureau.office.subscribe(READER, topic, wishes, VISITOR).await.expect("asked for");
        let mails = self.mails().await;
        let fresh = mails.iter().find(|mail| mail.contains("confirm at"))?;
        (mails.len() > before).then(|| secret(fresh, "/subscribe/confirm/"))
    }

    async fn subscribed(&self, topic: Topic, wishes: Wishes) -> String {
        let question = self.ask(topic, wishes).await.expect("a mail that asks");
        let link = self.bureau.office.confirm_subscription(&question, VISITOR).await.expect("confirmed");
        self.empty();
        link
    }

    /// All mails that left, as they are.
    async fn mails(&self) -> Vec<String> {
        self.bureau.office.tick(&self.bureau.postman).await.expect("a round");
        let Ok(files) = std::fs::read_dir(self.bureau.dir.join("mail")) else { return Vec::new() };
        let read = |file: std::io::Result<std::fs::DirEntry>| std::fs::read_to_string(file.expect("a file").path());
        files.map(|file| read(file).expect("a mail").replace("=\r\n", "")).collect()
    }

    fn empty(&self) {
        let _ = std::fs::remove_dir_all(self.bureau.dir.join("mail"));
    }
}

fn secret(mail: &str, way: &str) -> String {
    let rest = mail.split(way).nth(1).expect("a link");
    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
}

fn wishes(rhythm: Rhythm, updates: bool) -> Wishes {
    Wishes { language: Language::En, rhythm, updates }
}

fn about(word: &str, least: Option<Severity>) -> Topic {
    Topic::new(|name| (name == "q" && !word.is_empty()).then_some(word), least)
}

#[tokio::test]
async fn nothing_is_sent_without_a_yes_and_nothing_twice() {
    for place in places("subscriptions") {
        let desk = Desk::open(&place).await;
        let office = &desk.bureau.office;
        let question = desk.ask(about("router", None), wishes(Rhythm::AtOnce, true)).await.expect("a mail");
        desk.empty();
        desk.publish(1, 1, "router one", MEDIUM).await;
        assert_eq!(desk.tell().await, 0, "nobody said yes yet");
        let (topic, _) = office.subscription_asked(&question, VISITOR).await.expect("the question");
        assert_eq!(topic, about("router", None));
        let link = office.confirm_subscription(&question, VISITOR).await.expect("yes");
        assert_eq!(office.confirm_subscription(&question, VISITOR).await.expect("yes again"), link);

        desk.publish(2, 1, "printer", MEDIUM).await;
        desk.publish(3, 1, "router two", CRITICAL).await;
        desk.titles.is_behind.store(true, Ordering::Relaxed);
        assert_eq!(desk.tell().await, 0, "the search has not read it yet");
        desk.titles.is_behind.store(false, Ordering::Relaxed);
        // Two workers at once: one tells.
        let (a, b) = tokio::join!(desk.tell(), desk.tell());
        assert_eq!(a + b, 1);
        assert_eq!(desk.tell().await, 0);
        let mails = desk.mails().await;
        assert_eq!(mails.len(), 1, "{mails:?}");
        let mail = &mails[0];
        assert!(mail.contains("JVN#00000003") && !mail.contains("JVN#00000002") && !mail.contains("JVN#00000001"));
        let leave = format!("List-Unsubscribe: <https://noroshi.example/en/subscriptions/{link}/leave>");
        assert!(mail.replace("\r\n ", " ").contains(&leave), "{mail}");
        assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"));
        desk.empty();

        desk.publish(3, 2, "router two", CRITICAL).await;
        assert_eq!((desk.tell().await, desk.tell().await), (1, 0), "an update is told once too");
        office.leave_subscription(&link, VISITOR).await.expect("left");
        office.leave_subscription(&link, VISITOR).await.expect("a second click gets the same answer");
        assert!(desk.mails().await.is_empty(), "what was on its way is gone as well");
        assert!(matches!(office.subscription(&link, VISITOR).await, Err(Error::NotFound)));
        desk.publish(4, 1, "router three", CRITICAL).await;
        assert_eq!(desk.tell().await, 0);
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

#[tokio::test]
async fn a_kill_between_any_two_steps_loses_no_mail_and_doubles_none() {
    for place in places("subscribed-kill") {
        let desk = Desk::open(&place).await;
        desk.subscribed(about("", None), wishes(Rhythm::AtOnce, true)).await;
        for digits in 1..=40 {
            desk.publish(digits, 1, "anything", MEDIUM).await;
        }
        // A round that is broken off at any instant, again and again: its future is dropped like a killed process.
        for patience in 0..60_u64 {
            let round = desk.bureau.office.tell_subscribers(&desk.titles);
            let _ = tokio::time::timeout(std::time::Duration::from_micros(patience * 150), round).await;
        }
        // What was broken off may still commit while the next round reads; calm rounds then bring the rest.
        for _ in 0..10 {
            desk.tell().await;
        }
        let mails = desk.mails().await;
        for digits in 1..=40 {
            let told = mails.iter().filter(|mail| mail.contains(&format!("JVN#{digits:08}"))).count();
            assert_eq!(told, 1, "advisory {digits}");
        }
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

#[tokio::test]
async fn a_threshold_holds_back_and_a_daily_mail_waits_for_the_morning() {
    for place in places("subscribed-daily") {
        let desk = Desk::open(&place).await;
        // It is 10:00 in Japan; the daily mail is made at 9:00.
        desk.subscribed(about("", Some(Severity::High)), wishes(Rhythm::Daily, false)).await;
        desk.publish(1, 1, "one", CRITICAL).await;
        desk.publish(2, 1, "two", MEDIUM).await;
        desk.bureau.clock.advance(60 * 60);
        desk.publish(3, 1, "three", CRITICAL).await;
        desk.publish(1, 2, "one", CRITICAL).await;
        assert_eq!(desk.tell().await, 0);
        desk.bureau.clock.advance(21 * 60 * 60);
        assert_eq!(desk.tell().await, 0, "it is 8:00");
        desk.bureau.clock.advance(60 * 60);
        assert_eq!((desk.tell().await, desk.tell().await), (1, 0));
        let mails = desk.mails().await;
        assert_eq!(mails.len(), 1);
        let found: Vec<bool> = (1..=3).map(|n| mails[0].contains(&format!("JVN#{n:08}"))).collect();
        assert_eq!(found, [true, false, true]);
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

#[tokio::test]
async fn nobody_learns_who_is_subscribed_and_no_mailbox_is_filled() {
    for place in places("subscribed-secret") {
        let desk = Desk::open(&place).await;
        let office = &desk.bureau.office;
        let link = desk.subscribed(about("router", None), wishes(Rhythm::AtOnce, true)).await;
        // Four more questions of the day are mailed, the others are not; whoever asks is told the same.
        for nth in 2..=9 {
            let mailed = desk.ask(about(&format!("word{nth}"), None), wishes(Rhythm::Daily, false)).await;
            assert_eq!(mailed.is_some(), nth <= 5, "question {nth}");
            desk.empty();
        }
        let own = office.subscription(&link, VISITOR).await.expect("the subscription");
        assert_eq!((own.topics.len(), own.wishes.rhythm), (1, Rhythm::AtOnce), "nobody else changes it");
        assert_eq!(own.address, "y…@mail.example");
        assert!(matches!(
            office.subscribe("no address", Topic::default(), own.wishes, VISITOR).await,
            Err(Error::Unusable(_))
        ));
        let none = office.change_subscription(&link, own.wishes, vec![], VISITOR).await;
        assert!(matches!(none, Err(Error::Unusable(_))), "one topic stays");
        office.change_subscription(&link, wishes(Rhythm::Daily, true), own.topics, VISITOR).await.expect("changed");
        assert_eq!(office.subscription(&link, VISITOR).await.expect("it").wishes.rhythm, Rhythm::Daily);
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}

#[tokio::test]
async fn a_mailbox_that_is_gone_and_a_question_without_answer_are_forgotten() {
    for place in places("subscribed-gone") {
        let desk = Desk::open(&place).await;
        let office = &desk.bureau.office;
        office.plan_daily(office.now().at).await.expect("planned");
        let question = desk.ask(about("", None), wishes(Rhythm::AtOnce, true)).await.expect("a mail");
        desk.bureau.days(3);
        desk.mails().await;
        assert_eq!(office.store().subscriber_at(READER).await.expect("the store"), None);
        assert!(matches!(office.confirm_subscription(&question, VISITOR).await, Err(Error::NotFound)));

        desk.empty();
        let link = desk.subscribed(about("", None), wishes(Rhythm::AtOnce, true)).await;
        desk.publish(1, 1, "one", MEDIUM).await;
        assert_eq!(desk.tell().await, 1);
        let mails = desk.mails().await;
        let id = mails[0].split("Message-ID: <").nth(1).and_then(|rest| rest.split('>').next()).expect("an id");
        let reader = office.store().subscriber_at(READER).await.expect("the store").expect("a subscriber");
        assert!(id.starts_with(&format!("news.{}.", reader.id.simple())), "{id}");
        assert!(office.subscription(&link, VISITOR).await.is_ok());
        let _ = std::fs::remove_dir_all(&place.dir);
    }
}
