//! The mailbox: what lies where when the program ends at any moment.

use std::fs;
use std::path::{Path, PathBuf};

use casework::incoming::{Fate, Maildir, Round, Taken};

use crate::common::Bureau;
use crate::scene::*;

fn mailbox(bureau: &Bureau) -> (PathBuf, Maildir) {
    let root = bureau.dir.join("Maildir");
    for folder in ["new", "cur", "tmp"] {
        fs::create_dir_all(root.join(folder)).expect("a mailbox");
    }
    let maildir = Maildir::open(&root).expect("a mailbox");
    (root, maildir)
}

/// Names of all mails, with their folders.
fn lying(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for folder in ["new", "cur", ".Taking/new", ".Unread/new", ".Later/new"] {
        for entry in fs::read_dir(root.join(folder)).expect("a folder") {
            found.push(format!("{folder}/{}", entry.expect("an entry").file_name().to_string_lossy()));
        }
    }
    found.sort();
    found
}

fn reports(number: u32) -> Round {
    Round { reports: number, ..Round::default() }
}

#[tokio::test]
async fn what_is_taken_in_is_seen() {
    on_each("box-seen", async |bureau| {
        let (root, maildir) = mailbox(&bureau);
        fs::write(root.join("new/1.host"), form()).expect("a mail");
        fs::write(root.join("new/2.host"), mail("a@x.example", "s@x", "Subject: buy", "now")).expect("a mail");
        fs::write(root.join("new/.3.host"), "half a mail").expect("work in progress");
        let round = bureau.office.take_maildir(&maildir).await.expect("a round");
        assert_eq!(round, Round { reports: 2, to_read: 1, ..Round::default() });
        assert_eq!(lying(&root), ["cur/1.host:2,S", "cur/2.host:2,S", "new/.3.host"]);
        assert_eq!(bureau.office.take_maildir(&maildir).await.expect("a round"), Round::default());
    })
    .await;
}

#[tokio::test]
async fn a_crash_at_any_moment_loses_nothing_and_takes_nothing_twice() {
    on_each("box-crash", async |bureau| {
        let (root, maildir) = mailbox(&bureau);
        let office = &bureau.office;
        // After the claim, before anything is stored.
        fs::write(root.join("new/1.host"), form()).expect("a mail");
        drop(maildir.claim(&root.join("new/1.host")).expect("a claim").expect("it is ours"));
        assert_eq!(lying(&root), [".Taking/new/1.host"]);
        assert_eq!(office.take_maildir(&maildir).await.expect("a round"), reports(1));
        assert_eq!(lying(&root), ["cur/1.host:2,S"]);
        // After it is stored, before the file is moved.
        let second = String::from_utf8(form()).expect("text").replace("form@", "second@").into_bytes();
        fs::write(root.join("new/2.host"), &second).expect("a mail");
        let mut claimed = maildir.claim(&root.join("new/2.host")).expect("a claim").expect("it is ours");
        let bytes = claimed.read().expect("bytes");
        assert!(matches!(office.take_mail(&bytes).await.expect("taken"), Taken::Report { .. }));
        drop(claimed);
        assert_eq!(office.take_maildir(&maildir).await.expect("a round"), Round { ignored: 1, ..Round::default() });
        assert_eq!(lying(&root), ["cur/1.host:2,S", "cur/2.host:2,S"]);
        // After the move was lost by a power cut: the mail lies in `new` once more.
        fs::rename(root.join("cur/2.host:2,S"), root.join("new/2.host")).expect("moved back");
        assert_eq!(office.take_maildir(&maildir).await.expect("a round"), Round { ignored: 1, ..Round::default() });
        let (_, all) = office.store().cards("report", Default::default(), Default::default()).await.expect("reports");
        assert_eq!(all, 2);
    })
    .await;
}

#[tokio::test]
async fn of_two_nodes_one_takes_a_mail() {
    on_each("box-nodes", async |bureau| {
        let (root, maildir) = mailbox(&bureau);
        let other = Maildir::open(&root).expect("the same mailbox");
        fs::write(root.join("new/1.host"), form()).expect("a mail");
        let seen_by_both = other.pending().expect("a list");
        let held = maildir.claim(&seen_by_both[0]).expect("a claim").expect("it is ours");
        assert!(other.claim(&seen_by_both[0]).expect("no error").is_none(), "it is gone from there");
        let taking = other.pending().expect("a list");
        assert_eq!(taking, [root.join(".Taking/new/1.host")]);
        assert!(other.claim(&taking[0]).expect("no error").is_none(), "somebody is at work");
        assert_eq!(bureau.office.take_maildir(&other).await.expect("a round"), Round::default());
        held.settle(Fate::Seen).expect("moved");
        assert!(other.claim(&taking[0]).expect("no error").is_none(), "it is done");
        // Both at full speed.
        for i in 0..30 {
            let one = mail(&format!("a{i}@x.example"), &format!("{i}@x"), "Subject: x", "text");
            fs::write(root.join(format!("new/m{i:02}")), one).expect("a mail");
        }
        let (a, b) = tokio::join!(bureau.office.take_maildir(&maildir), bureau.office.take_maildir(&other));
        let (a, b) = (a.expect("a round"), b.expect("a round"));
        assert_eq!((a.reports + b.reports, a.ignored + b.ignored), (30, 0));
        assert_eq!(lying(&root).len(), 31);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_read_is_kept_for_people() {
    on_each("box-unread", async |bureau| {
        let (root, maildir) = mailbox(&bureau);
        let maildir = maildir.with_largest(10_000);
        fs::write(root.join("new/1.empty"), "\r\n\r\n").expect("a mail");
        let large = mail("a@x.example", "large@x", "Subject: everything", &"x".repeat(20_000));
        fs::write(root.join("new/2.large"), large).expect("a mail");
        std::os::unix::fs::symlink("/etc/passwd", root.join("new/3.link")).expect("a link");
        let round = bureau.office.take_maildir(&maildir).await.expect("a round");
        assert_eq!(round, Round { reports: 1, to_read: 1, unread: 1, ..Round::default() });
        assert_eq!(lying(&root), [".Unread/new/1.empty", ".Unread/new/2.large", "new/3.link"]);
        let listed = bureau.office.store().cards("report", Default::default(), Default::default()).await;
        let (cards, _) = listed.expect("reports");
        let number = cards[0].number.clone();
        let waiting = to_read(&bureau, &Taken::Report { number, needs_reading: true }).await;
        assert_eq!(waiting.view.title, "everything");
        assert!(note(&waiting).contains(".Unread"));
    })
    .await;
}

#[tokio::test]
async fn what_is_too_much_for_today_comes_back() {
    on_each("box-later", async |bureau| {
        let (root, maildir) = mailbox(&bureau);
        for i in 0..52 {
            let one = mail("spam@x.example", &format!("{i}@x"), "Subject: buy", "now");
            fs::write(root.join(format!("new/m{i:02}")), one).expect("a mail");
        }
        let round = bureau.office.take_maildir(&maildir).await.expect("a round");
        assert_eq!((round.reports, round.later), (50, 2));
        maildir.call_back().expect("brought back");
        bureau.days(1);
        assert_eq!(bureau.office.take_maildir(&maildir).await.expect("a round").reports, 2);
        assert!(lying(&root).iter().all(|name| name.starts_with("cur/")));
    })
    .await;
}

#[tokio::test]
async fn a_store_that_fails_keeps_the_mail_waiting() {
    on_each("box-store", async |bureau| {
        let (root, maildir) = mailbox(&bureau);
        fs::write(root.join("new/1.host"), form()).expect("a mail");
        bureau.office.store().clone().close().await;
        let round = bureau.office.take_maildir(&maildir).await.expect("a round");
        assert_eq!(round, Round { failed: 1, ..Round::default() });
        assert_eq!(lying(&root), [".Taking/new/1.host"]);
    })
    .await;
}

#[test]
fn a_folder_that_is_no_mailbox_is_refused() {
    let dir = std::env::temp_dir().join(format!("noroshi-no-mailbox-{}", std::process::id()));
    fs::create_dir_all(&dir).expect("a folder");
    assert!(Maildir::open(&dir).is_err());
    fs::remove_dir_all(dir).expect("removed");
}
