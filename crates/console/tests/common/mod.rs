//! The shared kit of the console's tests: an office in a fresh folder, with people of every role, and browsers that
//! ask its router for pages. Time stands still until a test moves it; chance comes from a seed.
#![allow(dead_code, reason = "each test file uses its own part of this")]

pub mod browser;
pub mod judged;
pub mod scene;
pub mod sites;

use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use axum::Router;
use casework::accounts::NewAccount;
use casework::clock::ManualClock;
use casework::mail::Postman;
use casework::{Actor, Office, Parts, Principal, Settings};
use console::advisory::AdvisoryPreview;
use console::{Console, DemoPerson, Letters};
use jiff::ToSpan;
use rulebook::case::judgement::Field;
use rulebook::ids::AccountId;
use rulebook::member::Appointment;
use rulebook::party::Role;
use rulebook::text::Language;
use store::{Entropy, SeededEntropy, Store};
use ui::{Frame, Lang};

use portal::{PortalState, Setup};

#[allow(unused_imports, reason = "each test uses its own part of this")]
pub use browser::{Browser, Reply};

/// The day on which tests begin: Saturday 2026-11-21, 10:00 in Japan.
pub const START: &str = "2026-11-21T01:00:00Z";
/// Where the tests' partnership is reached.
pub const BASE: &str = "https://noroshi.example";
/// Everybody's password.
pub const PASSWORD: &str = "kagaribi-no-aikotoba";
/// Everybody's TOTP secret, base32.
pub const TOTP: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// Where a test's data lies.
pub struct Place {
    pub name: &'static str,
    pub dir: PathBuf,
    pub database: Option<String>,
    /// The server on which the database is dropped in the end.
    pub server: Option<String>,
}

impl Place {
    /// A fresh folder with SQLite.
    pub fn sqlite(test: &str) -> Place {
        let dir = std::env::temp_dir().join(format!("noroshi-console-{test}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&dir);
        Place { name: "sqlite", dir, database: None, server: None }
    }

    /// A fresh folder and database on the server that `NOROSHI_TEST_POSTGRES` names.
    pub fn postgres(test: &str) -> Option<Place> {
        let Ok(server) = std::env::var("NOROSHI_TEST_POSTGRES") else {
            assert!(!std::env::var("CI").is_ok_and(|ci| ci == "true"), "NOROSHI_TEST_POSTGRES is not set");
            eprintln!("NOT RUN on PostgreSQL: {test}: NOROSHI_TEST_POSTGRES is not set");
            return None;
        };
        let name = format!("console_{}_{}", test.replace('-', "_"), std::process::id());
        let made = Command::new("psql").args([&server, "-q", "-c", &format!("CREATE DATABASE {name}")]).status();
        assert!(made.expect("psql is installed").success(), "a database can be made");
        let (base, query) = server.split_once('?').map_or((server.as_str(), ""), |(base, query)| (base, query));
        let cut = base.rfind('/').filter(|at| *at > "postgres://".len()).unwrap_or(base.len());
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        let database = format!("{}/{name}{query}", &base[..cut]);
        let mut place = Place::sqlite(&format!("{test}-pg"));
        (place.name, place.database, place.server) = ("postgres", Some(database), Some(server));
        Some(place)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = std::fs::remove_dir_all(&self.dir);
        }
        if let (Some(server), Some(database)) = (&self.server, &self.database) {
            let name = database.split('?').next().and_then(|url| url.rsplit('/').next()).unwrap_or_default();
            let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            let _ = Command::new("psql").args([server, "-q", "-c", &drop]).status();
        }
    }
}

/// An office, its web face, and what a test holds in its hands.
#[derive(Clone)]
pub struct World {
    pub office: Office,
    pub console: Console,
    /// Everything that people reach.
    pub app: Router,
    /// The console alone.
    pub faces: Router,
    pub portal: PortalState,
    pub clock: ManualClock,
    pub postman: Arc<Postman>,
}

impl World {
    /// A fresh world that is no demo.
    pub async fn open(place: &Place) -> World {
        World::with(place, None, Settings::default()).await
    }

    /// A fresh world.
    pub async fn with(place: &Place, demo: Option<Vec<DemoPerson>>, mut settings: Settings) -> World {
        let entropy: Arc<dyn Entropy> = Arc::new(SeededEntropy::new(7));
        let now = START.parse().expect("an instant");
        let store = Store::init(&place.dir, place.database.as_deref(), entropy.clone(), None, now).await;
        let store = store.expect("a new store");
        let clock = ManualClock::new(now);
        settings.mail.receiving_desk = "desk@receiving.example".into();
        settings.mail.coordinator = "desk@coordinator.example".into();
        settings.web.base_url = BASE.into();
        let office = Office::new(Parts {
            published: store.published_folder(),
            store,
            editions: casework::editions::editions().expect("the editions are there"),
            calendar: casework::editions::calendar().expect("the calendar is there"),
            settings,
            clock: Arc::new(clock.clone()),
            wall: Arc::new(clock.clone()),
            entropy,
            correspondence: Arc::new(Letters),
        });
        let portal = public(&office).await;
        let console = Console::new(office.clone(), demo).with_preview(Preview(portal.clone()));
        let faces = console::routes(console.clone());
        // As the program puts its faces together.
        let app = Router::new().merge(ui::assets::routes()).merge(portal::routes(portal.clone()));
        let app = app.merge(faces.clone()).fallback_service(portal::fallback(portal.clone()));
        let postman = Arc::new(Postman::Folder(place.dir.join("mail")));
        World { office, console, app, faces, portal, clock, postman }
    }

    /// A browser without a session, at an address of its own.
    pub fn browser(&self) -> Browser {
        Browser::new(self)
    }

    /// A browser with an open session of somebody.
    pub async fn as_principal(&self, principal: Principal) -> Browser {
        let token = self.office.begin_session(principal).await.expect("a session");
        let mut browser = self.browser();
        browser.enter(token.as_str()).await;
        browser
    }

    /// A browser in which an account is signed in.
    pub async fn as_account(&self, account: AccountId) -> Browser {
        self.as_principal(Principal::Account(account)).await
    }

    /// Makes an account with [`PASSWORD`] and [`TOTP`].
    pub async fn account(&self, login: &str, name: &str, role: Role) -> Actor {
        let mail = format!("{login}@noroshi.example");
        let new = NewAccount { login: login.into(), name: name.into(), mail, role, language: Language::Ja };
        let made = self.office.add_account_with(new, PASSWORD.into(), TOTP.into()).await.expect("an account");
        let party = role.acts_as(made.id).unwrap_or(rulebook::party::Party::Program);
        Actor { party, account: Some(made.id) }
    }

    /// Makes an account of a member of the committee, appointed for two years from today on.
    pub async fn member(&self, login: &str, name: &str, field: Field) -> Actor {
        let member = self.account(login, name, Role::CommitteeMember).await;
        let from = self.office.now().today;
        let until = Some(from.saturating_add(2.years()));
        let appointment = Appointment { field, affiliation: "かなた大学".into(), from, until };
        self.office.appoint(member.account.expect("an account"), appointment).await.expect("appointed");
        member
    }

    /// The code that everybody's authenticator shows now.
    pub fn code(&self) -> String {
        casework::accounts::totp_code(TOTP, self.office.wall()).expect("a code")
    }

    /// Moves both clocks on.
    pub fn days(&self, days: i64) {
        self.clock.advance(days * 24 * 60 * 60);
    }

    /// Does what is due until nothing is, mails included.
    pub async fn settle(&self) -> u32 {
        let mut published = 0;
        loop {
            let round = self.office.tick(&self.postman).await.expect("a round");
            published += round.published;
            if round.jobs == 0 && round.mails == 0 {
                self.portal.refresh();
                return published;
            }
        }
    }
}

/// Shows an unpublished text on the page of the public site, as the program does.
struct Preview(PortalState);

impl AdvisoryPreview for Preview {
    fn render(&self, document_json: &str, _: Lang, frame: Frame) -> Option<String> {
        portal::preview(&self.0, document_json.as_bytes(), frame)
    }
}

/// The public site over the office's published tree.
async fn public(office: &Office) -> PortalState {
    let clock = office.clone();
    let setup = Setup {
        folder: office.published().to_owned(),
        site: Arc::new(console::state::site(office.settings())),
        base_url: office.settings().web.base_url.clone(),
        demo: None,
        scratch: None,
        now: Arc::new(move || clock.now().at),
    };
    tokio::task::spawn_blocking(move || PortalState::open(setup)).await.expect("the tree is read")
}
