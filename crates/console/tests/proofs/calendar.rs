//! The calendar feed: what RFC 5545 asks of its lines, the days that its owner is shown, and nothing of any case.

use axum::http::StatusCode;
use casework::Principal;
use rulebook::case::{CaseCommand, Weighing};

use crate::common::scene::Scene;
use crate::common::{Browser, Place, Reply, World};
use crate::visitors::Kind;

/// An entry as a calendar program reads it: names with their parameters, and values.
type Entry = Vec<(String, String)>;

/// Reads a feed by the grammar of RFC 5545, 3.1 and 3.4: lines end with CRLF, a line that begins with a space goes on.
fn read(reply: &Reply) -> Vec<Entry> {
    assert_eq!(reply.status, StatusCode::OK);
    assert_eq!(reply.header("content-type"), "text/calendar; charset=utf-8");
    let text = reply.text();
    assert!(text.ends_with("END:VCALENDAR\r\n"), "{text}");
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert!(lines.iter().all(|line| !line.contains(['\r', '\n']) && line.len() <= 75), "{text}");
    assert_eq!(lines[0], "BEGIN:VCALENDAR");
    let unfolded = text.replace("\r\n ", "");
    let mut entries: Vec<Entry> = Vec::new();
    let mut inside = false;
    for line in unfolded.split_terminator("\r\n") {
        let (name, value) = line.split_once(':').expect("a name and a value");
        match (name, value) {
            ("BEGIN", "VEVENT") => {
                entries.push(Entry::new());
                inside = true;
            }
            ("END", "VEVENT") => inside = false,
            _ if inside => entries.last_mut().expect("an entry").push((name.into(), unescaped(value))),
            _ => {}
        }
    }
    for entry in &entries {
        for needed in ["UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"] {
            assert_eq!(entry.iter().filter(|(name, _)| name == needed).count(), 1, "{needed} in {entry:?}");
        }
    }
    entries
}

/// A text value (RFC 5545, 3.3.11).
fn unescaped(value: &str) -> String {
    value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}

fn value<'a>(entry: &'a Entry, name: &str) -> &'a str {
    entry.iter().find(|(found, _)| found == name).map_or("", |(_, value)| value)
}

/// Days and words of a feed.
fn told(entries: &[Entry]) -> Vec<String> {
    let mut told: Vec<String> = entries
        .iter()
        .map(|entry| format!("{} {}", value(entry, "DTSTART;VALUE=DATE"), value(entry, "SUMMARY")))
        .collect();
    told.sort();
    told
}

/// The path of the feed that somebody makes on its page.
async fn address(browser: &mut Browser) -> String {
    let page = browser.post("/ja/calendar", &[]).await;
    assert_eq!(page.status, StatusCode::OK);
    let text = page.text();
    let rest = text.split("/ja/calendar/").find(|rest| rest.contains(".ics")).expect("the address is shown");
    let token = rest.split(".ics").next().expect("a secret");
    assert!(token.len() >= 43, "256 bits as base64: {token}");
    format!("/ja/calendar/{token}.ics")
}

async fn days_of(scene: &Scene, kind: Kind) -> (String, Vec<Entry>) {
    let way = address(&mut kind.browser(scene).await).await;
    let feed = scene.world.browser().get(&way).await;
    let entries = read(&feed);
    (way, entries)
}

#[tokio::test]
async fn everybody_finds_its_own_days_and_nothing_of_a_case() {
    let place = Place::sqlite("calendar");
    let scene = Scene::play(World::open(&place).await).await;
    let (main, other) = (&scene.main.number, &scene.other.number);
    let (number, waiting) = (&scene.main.receipt.number, &scene.waiting.number);
    // The scene begins on 2026-11-21; the first contact is that day, and 45 days later is 2027-01-05.
    let main_day = format!("20270105 {main} 公表日（予定）");
    let other_day = format!("20270105 {other} 公表日（予定）");
    let other_due = format!("20270105 {other} 期限");
    // Who got the details is advised to acknowledge them within seven days (付録6.3).
    let other_first = format!("20261128 {other} 期限");
    let main_due = format!("20270105 {main} 期限");
    let of_other = [other_first, other_due, other_day.clone()];
    let expected = [
        (Kind::First, [&[main_due.clone(), main_day.clone()], of_other.as_slice()].concat()),
        (Kind::FirstLink, vec![main_due.clone(), main_day.clone()]),
        (Kind::OtherLink, of_other.to_vec()),
        (Kind::Second, vec![main_due, main_day.clone()]),
        (Kind::Third, vec![]),
        (Kind::Finder, vec![format!("20270105 {number} 公表日（予定）")]),
        (Kind::OtherFinder, vec![]),
    ];
    for (kind, mut days) in expected {
        days.sort();
        let (_, entries) = days_of(&scene, kind).await;
        assert_eq!(told(&entries), days, "{kind:?}");
    }
    for kind in [Kind::Desk, Kind::Coordinator] {
        let (_, entries) = days_of(&scene, kind).await;
        let told = told(&entries);
        assert!(told.contains(&main_day) && told.contains(&other_day), "{kind:?}: {told:?}");
    }
    // What stands in the cases stands in no feed.
    let secrets = ["みはらし", "のろし電機", "かがり", "発見", "花子", "クロスサイト", "検証", &waiting.clone()];
    for kind in ACTING {
        let (way, _) = days_of(&scene, *kind).await;
        let text = scene.world.browser().get(&way).await.text();
        for secret in secrets {
            assert!(!text.contains(secret), "{secret} for {kind:?}: {text}");
        }
    }
}

const ACTING: &[Kind] = &[
    Kind::Desk,
    Kind::Coordinator,
    Kind::First,
    Kind::FirstLink,
    Kind::OtherLink,
    Kind::Second,
    Kind::Third,
    Kind::Finder,
    Kind::OtherFinder,
];

#[tokio::test]
async fn a_feed_changes_only_when_its_days_do_and_keeps_its_names() {
    let place = Place::sqlite("calendar-tag");
    let scene = Scene::play(World::open(&place).await).await;
    let (way, before) = days_of(&scene, Kind::Second).await;
    let mut calendar = scene.world.browser();
    let first = calendar.get(&way).await;
    // What another developer does is nothing to it.
    let stated = CaseCommand::ProposeDay { day: None, comment: "早めに".into() };
    scene.act(scene.first.member, stated).await;
    assert_eq!(calendar.get(&way).await.bytes, first.bytes);
    let mut again = calendar.clone();
    again.extra.push(("if-none-match", first.header("etag").to_owned()));
    let unchanged = again.get(&way).await;
    assert_eq!((unchanged.status, unchanged.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    // The day is moved: the same entry stands on another day.
    let day = "2027-01-12".parse().expect("a day");
    let moved = CaseCommand::SetDay { day, reason: "準備のため".into(), weighed: Weighing::default() };
    scene.act(scene.coordinator, moved).await;
    let changed = again.get(&way).await;
    assert_ne!(changed.header("etag"), first.header("etag"));
    let uid = |entries: &[Entry]| {
        let found = entries.iter().find(|entry| value(entry, "SUMMARY").contains("公表日")).expect("a publication");
        (value(found, "UID").to_owned(), value(found, "DTSTART;VALUE=DATE").to_owned())
    };
    let (then, now) = (uid(&before), uid(&read(&changed)));
    assert_eq!(then.0, now.0);
    assert_eq!((then.1.as_str(), now.1.as_str()), ("20270105", "20270112"));
}

#[tokio::test]
async fn an_address_ends_when_it_is_renewed_revoked_or_its_account_closed() {
    let place = Place::sqlite("calendar-end");
    let scene = Scene::play(World::open(&place).await).await;
    let mut desk = scene.browser(scene.desk).await;
    let mut calendar = scene.world.browser();
    let first = address(&mut desk).await;
    let second = address(&mut desk).await;
    let nothing = calendar.get("/ja/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics").await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    assert_eq!(calendar.get(&first).await.status, StatusCode::NOT_FOUND, "renewed");
    assert_eq!(calendar.get(&second).await.status, StatusCode::OK);
    assert!(!desk.get("/ja/calendar").await.text().contains(".ics"), "the address is shown once");
    let revoked = desk.post("/ja/calendar/revoke", &[]).await;
    assert!(desk.follow(revoked).await.text().contains("取り消しました"));
    assert_eq!(calendar.get(&second).await.status, StatusCode::NOT_FOUND, "revoked");
    let third = address(&mut desk).await;
    let account = scene.desk.account.expect("an account");
    scene.world.office.close_account(account).await.expect("closed");
    assert_eq!(calendar.get(&third).await.status, StatusCode::NOT_FOUND, "closed");
    // The link of a case opens that case alone.
    let link = Principal::Developer { developer: scene.first.id, case: scene.other.case };
    let way = address(&mut scene.world.as_principal(link).await).await;
    assert!(!calendar.get(&way).await.text().contains(&scene.main.number));
}
