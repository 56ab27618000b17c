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
    for login in ["hayami", "mori", "kitamura", "okonkwo", "takase", "lindqvist", "kanri"] {
        assert!(page.contains(login), "{login} can be anybody");
    }
    assert!(server.get("/ja/advisories").1.contains("JVN#"), "something is published");
    let (code, log) = server.stop();
    assert_eq!(code, Some(0));
    assert!(!log.contains("ERROR"), "{log}");

    let made = numbers(&data);
    assert_eq!(made.len(), 60);
    run(&["journal", "verify", "--data", &data]).fine();
    run(&["projections", "rebuild", "--data", &data]).fine();
    let mails = std::fs::read_dir(folder.path("demo/mail")).expect("the folder of mails").count();
    assert!(mails > 60, "each report has a receipt: {mails}");

    let again = demo(&data);
    assert_eq!(again.get("/ja/demo").0, 200);
    assert_eq!(again.stop().0, Some(0));
    assert_eq!(numbers(&data), made);
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
