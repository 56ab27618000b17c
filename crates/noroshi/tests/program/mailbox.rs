//! A mailbox: by hand, and watched by a server.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::tools::{Folder, Server, form, numbers, run};

fn mailbox(folder: &Folder) -> PathBuf {
    let root = folder.path("Maildir");
    for name in ["new", "cur", "tmp"] {
        std::fs::create_dir_all(root.join(name)).expect("a mailbox");
    }
    root
}

fn deliver(root: &std::path::Path, number: usize) {
    let mail = format!(
        "From: homura@hinomi.example\r\nMessage-ID: <{number}@hinomi.example>\r\nMIME-Version: 1.0\r\nSubject: x\r\n\
         Content-Type: text/plain; charset=utf-8\r\n\r\n{}",
        form(number)
    );
    let tmp = root.join(format!("tmp/{number}.host"));
    std::fs::write(&tmp, mail).expect("a mail");
    std::fs::rename(tmp, root.join(format!("new/{number}.host"))).expect("delivered");
}

#[test]
fn by_hand_a_mailbox_is_taken_in_once() {
    let folder = Folder::made("data");
    let (data, root) = (folder.arg("data"), mailbox(&folder));
    let take = || run(&["mail", "take", "--data", &data, &folder.arg("Maildir")]);
    deliver(&root, 1);
    assert!(take().fine().out.starts_with("1 reports, 0 of them to be read"));
    assert!(take().fine().out.starts_with("0 reports"));
    assert_eq!(numbers(&data).len(), 1);
    std::fs::write(root.join("new/2.host"), "From: a@x.example\nMessage-ID: <s@x>\n\nbuy\n").expect("a mail");
    assert_eq!(take().code, Some(2), "somebody has to read it");
    assert!(root.join("cur/1.host:2,S").is_file() && root.join("cur/2.host:2,S").is_file());
    run(&["mail", "take", "--data", &data, &folder.arg("data")]).refused("is no mailbox that can be used");
}

#[test]
fn a_server_watches_its_mailbox() {
    let folder = Folder::made("data");
    let (data, root) = (folder.arg("data"), mailbox(&folder));
    let server = Server::start(&data, &[("NOROSHI_INTAKE_MAILDIR", &folder.arg("Maildir"))]);
    deliver(&root, 1);
    let patience = Instant::now() + Duration::from_secs(120);
    while !root.join("cur/1.host:2,S").is_file() {
        assert!(Instant::now() < patience, "nobody took the mail");
        assert_eq!(server.get("/healthz").0, 200);
    }
    let (code, log) = server.stop();
    assert_eq!(code, Some(0));
    assert!(log.contains("mail taken in") && !log.contains("hinomi"), "{log}");
    assert_eq!(numbers(&data).len(), 1);
}

#[test]
fn a_server_does_not_start_without_the_mailbox_it_was_told_of() {
    let folder = Folder::made("data");
    let wrong = folder.arg("nowhere");
    let mut command = crate::tools::program();
    command.args(["serve", "--data", &folder.arg("data"), "--listen", "127.0.0.1:0"]);
    crate::tools::done(command.env("NOROSHI_INTAKE_MAILDIR", wrong)).refused("is no mailbox that can be used");
}
