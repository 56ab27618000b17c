//! An office in a fresh folder, with a clock that is moved by hand; on SQLite, and on PostgreSQL when there is one.
#![allow(dead_code, reason = "each test file uses its own part of this")]

pub mod matters;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use casework::accounts::NewAccount;
use casework::clock::ManualClock;
use casework::mail::Postman;
use casework::{Actor, Correspondence, Letter, Office, Parts, Settings};
use rulebook::party::{Party, Role};
use rulebook::text::Language;
use store::{Entropy, SeededEntropy, Store};

/// The day on which tests begin: Saturday 2026-11-21, 10:00 in Japan.
pub const START: &str = "2026-11-21T01:00:00Z";

/// Mails in the plainest words: number and link.
pub struct PlainWords;

impl Correspondence for PlainWords {
    fn mail(&self, letter: &Letter<'_>) -> (String, String) {
        (format!("{} {}", letter.number, letter.notice.kind.word()), format!("see {}", letter.link))
    }

    fn first_contact(&self, letter: &Letter<'_>) -> (String, String) {
        (format!("{} first contact", letter.number), format!("answer at {}", letter.link))
    }
}

/// A database to test on.
pub struct Place {
    pub name: &'static str,
    pub dir: PathBuf,
    pub database: Option<String>,
}

/// SQLite, and PostgreSQL where `NOROSHI_TEST_POSTGRES` names a server.
pub fn places(test: &str) -> Vec<Place> {
    let folder = |name: &str| {
        let dir = std::env::temp_dir().join(format!("noroshi-casework-{test}-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&dir);
        dir
    };
    let mut places = vec![Place { name: "sqlite", dir: folder("sqlite"), database: None }];
    match std::env::var("NOROSHI_TEST_POSTGRES") {
        Ok(server) => {
            let database = fresh_database(&server, test);
            places.push(Place { name: "postgres", dir: folder("postgres"), database: Some(database) });
        }
        Err(_) => println!("{test}: PostgreSQL was not run (NOROSHI_TEST_POSTGRES is not set)"),
    }
    places
}

fn fresh_database(server: &str, test: &str) -> String {
    let name = format!("casework_{}_{}", test.replace('-', "_"), std::process::id());
    let made = Command::new("psql").args([server, "-q", "-c", &format!("CREATE DATABASE {name}")]).status();
    assert!(made.expect("psql is installed").success(), "a database can be made");
    let (base, query) = server.split_once('?').map_or((server, ""), |(base, query)| (base, query));
    let cut = base.rfind('/').filter(|at| *at > "postgres://".len()).unwrap_or(base.len());
    let query = if query.is_empty() { String::new() } else { format!("?{query}") };
    format!("{}/{name}{query}", &base[..cut])
}

/// An office with people in it.
pub struct Bureau {
    pub office: Office,
    pub clock: ManualClock,
    pub dir: PathBuf,
    pub desk: Actor,
    pub coordinator: Actor,
    pub postman: Postman,
}

impl Bureau {
    pub async fn open(place: &Place) -> Bureau {
        Bureau::open_with(place, |_| {}).await
    }

    /// The same with other settings.
    pub async fn open_with(place: &Place, set: impl FnOnce(&mut Settings)) -> Bureau {
        let entropy: Arc<dyn Entropy> = Arc::new(SeededEntropy::new(7));
        let now = START.parse().expect("an instant");
        let store = Store::init(&place.dir, place.database.as_deref(), entropy.clone(), None, now).await;
        Bureau::with(store.expect("a new store"), entropy, &place.dir, set).await
    }

    async fn with(store: Store, entropy: Arc<dyn Entropy>, dir: &Path, set: impl FnOnce(&mut Settings)) -> Bureau {
        let clock = ManualClock::new(START.parse().expect("an instant"));
        let mut settings = Settings::default();
        settings.mail.receiving_desk = "desk@receiving.example".into();
        settings.mail.coordinator = "desk@coordinator.example".into();
        settings.web.base_url = "https://noroshi.example".into();
        set(&mut settings);
        let office = Office::new(Parts {
            published: store.published_folder(),
            store,
            editions: casework::editions::editions().expect("the editions are there"),
            calendar: casework::editions::calendar().expect("the calendar is there"),
            settings,
            clock: Arc::new(clock.clone()),
            wall: Arc::new(clock.clone()),
            entropy,
            correspondence: Arc::new(PlainWords),
        });
        let desk = person(&office, "desk", Role::ReceivingDesk, Party::ReceivingBody).await;
        let coordinator = person(&office, "coordinator", Role::Coordinator, Party::Coordinator).await;
        let postman = Postman::Folder(dir.join("mail"));
        Bureau { office, clock, dir: dir.to_owned(), desk, coordinator, postman }
    }

    pub fn days(&self, days: i64) {
        self.clock.advance(days * 24 * 60 * 60);
    }
}

async fn person(office: &Office, login: &str, role: Role, party: Party) -> Actor {
    let new = NewAccount {
        login: login.into(),
        name: format!("{login} さん"),
        mail: format!("{login}@noroshi.example"),
        role,
        language: Language::Ja,
    };
    let made = office.add_account_with(new, "a long password".into(), "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".into()).await;
    Actor::account(made.expect("an account").id, party)
}
