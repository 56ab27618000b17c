//! Serving: health, figures, limits, the log, and an end that waits for answers.

use std::io::{Read, Write};

use crate::tools::{Folder, Server, done, get, numbers, program, read, run, write_form};

#[test]
fn it_is_ready_when_it_says_where_it_serves() {
    let folder = Folder::made("data");
    let server = Server::start(&folder.arg("data"), &[]);
    for path in ["/healthz", "/readyz", "/ja/", "/en/"] {
        assert_eq!(server.get(path).0, 200, "{path}");
    }
    assert_eq!(server.get("/metrics").0, 404, "figures are on a listener of their own");
    assert_eq!(server.get("/ja/nowhere").0, 404);
    let (code, err) = server.stop();
    assert_eq!(code, Some(0));
    assert!(err.contains("mails are kept and not sent"), "{err}");
}

#[test]
fn the_demo_s_sign_in_is_not_there() {
    let folder = Folder::made("data");
    let server = Server::start(&folder.arg("data"), &[]);
    assert_eq!(server.get("/ja/demo").0, 404);
}

#[test]
fn figures_are_told_on_this_machine_only() {
    let folder = Folder::made("data");
    let port = free_port();
    let listen = format!("127.0.0.1:{port}");
    let server = Server::start(&folder.arg("data"), &[("NOROSHI_METRICS_LISTEN", &listen)]);
    assert_eq!(server.get("/en/sign-in?to=/en/desk").0, 200);
    assert_eq!(server.get("/en/answer/a-very-secret-token").0 / 100, 4);
    let (status, figures) = get(listen.parse().expect("an address"), "/metrics");
    assert_eq!(status, 200);
    for line in [
        "noroshi_build_info{version=\"",
        "noroshi_requests_total{route=\"/{lang}/sign-in\",method=\"GET\",status=\"200\"} 1\n",
        "noroshi_mails{state=\"waiting\"} 0\n",
        "noroshi_jobs 1\n",
        "noroshi_jobs_due 0\n",
    ] {
        assert!(figures.contains(line), "{line} in {figures}");
    }
    assert!(!figures.contains("secret") && !figures.contains("to="), "{figures}");
    assert_eq!(get(listen.parse().expect("an address"), "/readyz").0, 200);
}

/// A port that was free a moment ago.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("its address").port()
}

#[test]
fn the_log_names_routes_and_nobody() {
    let folder = Folder::made("data");
    let server = Server::start(&folder.arg("data"), &[("NOROSHI_LOG", "json")]);
    server.get("/ja/answer/a-very-secret-token");
    server.get("/ja/progress?number=VR12345678");
    let (_, log) = server.stop();
    let lines: Vec<serde_json::Value> =
        log.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    assert!(lines.iter().any(|line| line["route"] == "/{lang}/progress" || line["route"] == "(none)"), "{log}");
    for secret in ["a-very-secret-token", "VR12345678", "127.0.0.1"] {
        assert!(!log.contains(secret), "{secret} in {log}");
    }
}

#[test]
fn a_form_that_is_too_large_is_refused() {
    let folder = Folder::made("data");
    let server = Server::start(&folder.arg("data"), &[]);
    let head = "POST /ja/sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\
                Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2000000\r\n\r\n";
    let mut stream = server.send(head.as_bytes());
    // The server may hang up before it has read everything: that is what is wanted.
    let _ = stream.write_all(&vec![b'a'; 2_000_000]);
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 413");
}

#[test]
fn whoever_sends_nothing_is_let_go() {
    let folder = Folder::made("data");
    let server = Server::start(&folder.arg("data"), &[("NOROSHI_SERVER_IDLE_SECONDS", "1")]);
    let mut slow = server.send(b"GET /ja/ HTTP/1.1\r\nHost: a\r\nX-Slow: ");
    let mut rest = Vec::new();
    slow.read_to_end(&mut rest).expect("the server hangs up");
    assert!(!String::from_utf8_lossy(&rest).contains(" 200 "));
    assert_eq!(server.get("/healthz").0, 200, "and serves others");
}

#[test]
fn what_runs_when_it_stops_is_answered() {
    let folder = Folder::made("data");
    let server = Server::start(&folder.arg("data"), &[]);
    let body = "login=mori&password=none&code=000000";
    let head = format!(
        "POST /en/sign-in HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let mut running = server.send(head.as_bytes());
    // The request has begun once something else is answered on a later connection.
    assert_eq!(server.get("/healthz").0, 200);
    server.terminate();
    running.write_all(body.as_bytes()).expect("it still reads");
    let (status, _) = read(running);
    assert!((200..500).contains(&status), "{status}");
    assert_eq!(server.stop_waiting(), Some(0));
}

#[test]
fn two_do_not_listen_at_one_address() {
    let folder = Folder::made("data");
    let server = Server::start(&folder.arg("data"), &[]);
    let address = server.address.to_string();
    run(&["serve", "--data", &folder.arg("data"), "--listen", &address]).refused("another program listens there");
}

#[test]
fn beside_a_server_one_imports_and_backs_up_but_does_not_rebuild() {
    let folder = Folder::made("data");
    let data = folder.arg("data");
    let server = Server::start(&data, &[]);
    run(&["report", "import", "--data", &data, &write_form(&folder, 1)]).fine();
    assert_eq!(numbers(&data).len(), 1);
    run(&["journal", "verify", "--data", &data]).fine();
    run(&["backup", "--data", &data, &folder.arg("b.tar")]).fine();
    run(&["projections", "rebuild", "--data", &data]).refused("in use by another process");
    run(&["key", "rotate", "--data", &data]).refused("in use by another process");
    assert_eq!(server.stop().0, Some(0));
    run(&["projections", "rebuild", "--data", &data]).fine();
}

#[test]
fn the_master_key_may_come_from_the_environment() {
    let folder = Folder::new();
    let data = folder.arg("data");
    let key = "5a".repeat(32);
    let with_key = |args: &[&str]| done(program().args(args).env("NOROSHI_MASTER_KEY", &key));
    with_key(&["init", "--data", &data]).fine();
    assert!(!folder.path("data/keys/master.key").exists(), "it is written nowhere");
    with_key(&["journal", "verify", "--data", &data]).fine();
    with_key(&["key", "rotate", "--data", &data]).refused("the new one must be too");
}
