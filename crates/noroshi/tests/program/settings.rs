//! `config check`.

use crate::tools::{Folder, done, program, run};

#[test]
fn every_value_is_shown_with_where_it_comes_from() {
    let folder = Folder::new();
    let file = "[web]\nbase_url = 'https://noroshi.example'\n[mail]\nsmtp = 'smtps://desk:geheim@mail.example'\nfrom = 'a@b.example'\n";
    std::fs::write(folder.path("noroshi.toml"), file).expect("a file");
    let mut command = program();
    command.args(["config", "check", "--data", &folder.arg("")]);
    command.env("NOROSHI_LOG", "json").env("NOROSHI_WEB_BASE_URI", "x");
    let checked = done(&mut command).fine();
    for line in [
        "web.base_url = \"https://noroshi.example\"  # file",
        "log.format = \"json\"  # NOROSHI_LOG",
        "server.listen = \"127.0.0.1:8787\"  # default",
        "mail.smtp = \"smtps://desk:***@mail.example\"  # file",
        "NOROSHI_WEB_BASE_URI is in the environment and is no setting",
    ] {
        assert!(checked.out.contains(line), "{line} in {}", checked.out);
    }
    assert!(!checked.out.contains("geheim"), "a password is shown to nobody");
}

#[test]
fn what_cannot_be_used_is_named() {
    let wrong = [
        ("[web]\nbase_uri = 'x'", "line 2"),
        ("[web]\nbase_url = 'noroshi.example/'", "web.base_url"),
        ("[mail]\nsmtp = 'smtp://mail.example'", "mail.from"),
        ("[metrics]\nlisten = '0.0.0.0:9187'", "metrics.listen"),
        ("[server]\nconnections = 0", "server.connections"),
        ("[partnership]\nreport_prefix = 'vr'", "partnership.report_prefix"),
        ("this is no settings file", "line 1"),
    ];
    let folder = Folder::new();
    for (text, named) in wrong {
        std::fs::write(folder.path("noroshi.toml"), text).expect("a file");
        run(&["config", "check", "--data", &folder.arg("")]).refused(named);
    }
    run(&["config", "check", "--config", &folder.arg("missing.toml")]).refused("missing.toml");
}
