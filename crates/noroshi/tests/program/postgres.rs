//! The same commands over PostgreSQL: `--database URL` beside `--data`.

use std::process::Command;

use crate::tools::{Done, Folder, Server, done, program, run, write_form};

#[test]
fn a_database_that_does_not_answer_is_told() {
    let folder = Folder::new();
    let away = "postgres://nobody:geheim@127.0.0.1:1/none";
    let told = run(&["init", "--data", &folder.arg("data"), "--database", away]).refused("does not answer");
    assert!(!told.err.contains("geheim"));
    run(&["init", "--data", &folder.arg("data"), "--database", "nonsense"]).refused("address of the database");
}

#[test]
fn the_whole_way_on_postgresql() {
    let Ok(server) = std::env::var("NOROSHI_TEST_POSTGRES") else {
        assert_ne!(std::env::var("CI").as_deref(), Ok("true"), "NOROSHI_TEST_POSTGRES is not set");
        eprintln!("NOT RUN on PostgreSQL: NOROSHI_TEST_POSTGRES is not set");
        return;
    };
    let database = Database::new(&server);
    let folder = Folder::new();
    let data = folder.arg("data");
    let on = |args: &[&str]| on(&database.url, &data, args);
    on(&["init"]).fine();
    assert!(!folder.path("data/noroshi.db").exists(), "the folder holds keys and files only");
    on(&["init"]).refused("nothing was changed");
    on(&["report", "import", &write_form(&folder, 1), &write_form(&folder, 2)]).fine();
    on(&["account", "add", "--role", "coordinator", "--login", "kitamura", "--name", "北村", "--mail", "k@a.example"])
        .fine();
    assert_eq!(on(&["report", "list"]).fine().out.lines().count(), 2);
    on(&["projections", "rebuild"]).fine();
    on(&["journal", "verify"]).fine();
    run(&["journal", "verify", "--data", &data]).refused("no Noroshi data here");

    let mut command = program();
    command.args(["serve", "--data", &data, "--listen", "127.0.0.1:0"]).env("NOROSHI_DATABASE", &database.url);
    let serving = Server::spawn(&mut command);
    assert_eq!(serving.get("/readyz").0, 200);
    assert_eq!(serving.stop().0, Some(0));

    // A backup of one engine is restored into the other.
    let (tar, keys, there) = (folder.arg("b.tar"), folder.arg("b.keys"), folder.arg("there"));
    on(&["backup", &tar]).fine();
    on(&["key", "export", &keys]).fine();
    run(&["restore", "--data", &there, &tar]).fine();
    run(&["key", "import", "--data", &there, &keys]).fine();
    run(&["journal", "verify", "--data", &there]).fine();
    assert_eq!(run(&["report", "list", "--data", &there]).fine().out, on(&["report", "list"]).fine().out);
}

fn on(database: &str, data: &str, args: &[&str]) -> Done {
    run(&[args, &["--data", data, "--database", database]].concat())
}

/// A database of its own on the tests' server.
struct Database {
    server: String,
    name: String,
    url: String,
}

impl Database {
    fn new(server: &str) -> Database {
        let name = format!("noroshi_program_{}", std::process::id());
        let (address, options) = server.split_once('?').map_or((server, String::new()), |(a, o)| (a, format!("?{o}")));
        let (scheme, rest) = address.split_once("://").expect("the server's address");
        let host = rest.split('/').next().expect("a host");
        let url = format!("{scheme}://{host}/{name}{options}");
        let database = Database { server: server.to_owned(), name, url };
        database.sql("CREATE DATABASE");
        database
    }

    fn sql(&self, words: &str) {
        let statement = format!("{words} {}", self.name);
        let said = done(Command::new("psql").args(["-q", "-d", &self.server, "-c", &statement]));
        assert_eq!(said.code, Some(0), "{}", said.err);
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.sql("DROP DATABASE IF EXISTS");
    }
}
