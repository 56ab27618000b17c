//! The demo: filled once, kept, and never served over anything else.

use crate::tools::{Folder, Server, numbers, program, run};

fn demo(data: &str) -> Server {
    Server::spawn(program().args(["demo", "--data", data, "--listen", "127.0.0.1:0"]))
}

#[test]
fn a_demo_is_filled_once_and_kept() {
    let folder = Folder::new();
    let data = folder.arg("demo");
    let server = demo(&data);
    let (status, page) = server.get("/ja/demo");
    assert_eq!(status, 200);
    for login in ["hayami", "mori", "kitamura", "okonkwo", "takase", "lindqvist", "kanri", "horiguchi"] {
        assert!(page.contains(login), "{login} can be anybody");
    }
    let (_, list) = server.get("/ja/advisories");
    let (_, found) = list.split_once("href=\"/ja/advisories/JVN").expect("something is published");
    let advisory = format!("/ja/advisories/JVN{}", &found[..8]);
    let page = || server.get(&advisory).1.split_once("\r\n\r\n").expect("a head and a page").1.to_owned();
    assert_eq!(page(), page(), "written, then kept");
    let (code, log) = server.stop();
    assert_eq!(code, Some(0));
    assert_eq!(log.matches("route=\"/ja/advisories/{id}\" status=200").count(), 2, "{log}");
    assert!(!log.contains("ERROR"), "{log}");

    let made = numbers(&data);
    assert_eq!(made.len(), 96, "69 stories, two of them reported once more, 13 sites, 12 of one finder");
    run(&["journal", "verify", "--data", &data]).fine();
    run(&["projections", "rebuild", "--data", &data]).fine();
    let mails = std::fs::read_dir(folder.path("demo/mail")).expect("the folder of mails").count();
    assert!(mails > 60, "each report has a receipt: {mails}");

    let (tar, keys, there) = (folder.arg("demo.tar"), folder.arg("demo.keys"), folder.arg("there"));
    run(&["backup", "--data", &data, &tar]).fine();
    run(&["key", "export", "--data", &data, &keys]).fine();
    run(&["restore", "--data", &there, &tar]).fine();
    run(&["key", "import", "--data", &there, &keys]).fine();
    run(&["journal", "verify", "--data", &there]).fine();
    assert_eq!(published(&folder, "there"), published(&folder, "demo"), "the public site comes along");

    let again = demo(&data);
    assert_eq!(again.get("/ja/demo").0, 200);
    assert_eq!(again.stop().0, Some(0));
    assert_eq!(numbers(&data), made);
}

/// Every file of a published tree.
fn published(folder: &Folder, data: &str) -> Vec<String> {
    let root = folder.path(data).join("published");
    let (mut folders, mut files) = (vec![root.clone()], Vec::new());
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).expect("a folder of the tree") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path.strip_prefix(&root).expect("inside").to_string_lossy().into_owned());
            }
        }
    }
    files.sort();
    assert!(files.len() > 50, "ten advisories with their formats: {}", files.len());
    files
}

#[test]
fn other_data_are_never_served_as_a_demo() {
    let folder = Folder::made("data");
    run(&["demo", "--data", &folder.arg("data"), "--listen", "127.0.0.1:0"]).refused("is no demo; nothing was changed");
}

#[test]
fn a_fill_that_was_broken_off_is_begun_anew() {
    let folder = Folder::new();
    std::fs::create_dir(folder.path(".demo.filling")).expect("a folder");
    std::fs::write(folder.path(".demo.filling/noroshi.db"), "half").expect("a file");
    let server = demo(&folder.arg("demo"));
    assert_eq!(server.get("/readyz").0, 200);
    assert!(!folder.path(".demo.filling").exists());
}
