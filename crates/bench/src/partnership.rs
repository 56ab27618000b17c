//! A partnership to measure on: an office in a new folder, with people at both desks and a clock that is moved by hand.

use std::path::Path;
use std::sync::Arc;

use casework::accounts::NewAccount;
use casework::clock::{Clock, ManualClock, SystemClock};
use casework::sessions::Principal;
use casework::{Actor, Office, Parts, Settings};
use console::Letters;
use jiff::{SignedDuration, Timestamp};
use rulebook::party::{Party, Role};
use rulebook::text::Language;
use store::{Entropy, SeededEntropy, Store};

use crate::Outcome;
use crate::cases;

/// The cases of so many days.
const DAYS: i64 = 60;

/// A partnership with its cases.
pub struct Partnership {
    /// The office.
    pub office: Office,
    /// Somebody at the receiving body.
    pub desk: Actor,
    /// Somebody at the coordinator.
    pub coordinator: Actor,
    /// Its clock.
    pub clock: ManualClock,
    today: Timestamp,
    pause: i64,
    cases: usize,
}

impl Partnership {
    /// Founds one in a new folder, for so many cases.
    pub async fn found(folder: &Path, cases: usize) -> Outcome<Partnership> {
        let today = SystemClock.now();
        let begin = today - SignedDuration::from_hours(24 * DAYS);
        // The same data every time; nothing but this program ever opens them for writing with these numbers.
        let entropy: Arc<dyn Entropy> = Arc::new(SeededEntropy::new(1));
        let store = Store::init(folder, None, entropy.clone(), None, begin).await?;
        let clock = ManualClock::new(begin);
        let office = Office::new(Parts {
            published: store.published_folder(),
            store,
            editions: casework::editions::editions()?,
            calendar: casework::editions::calendar()?,
            settings: settings(),
            clock: Arc::new(clock.clone()),
            wall: Arc::new(clock.clone()),
            entropy,
            correspondence: Arc::new(Letters),
        });
        let desk = person(&office, "uketsuke", Role::ReceivingDesk, Party::ReceivingBody).await?;
        let coordinator = person(&office, "chosei", Role::Coordinator, Party::Coordinator).await?;
        let pause = DAYS * 24 * 60 * 60 / (2 * cases.max(1) as i64);
        Ok(Partnership { office, desk, coordinator, clock, today, pause, cases: 0 })
    }

    /// Makes cases until there are so many.
    pub async fn fill(&mut self, cases: usize) -> Outcome {
        eprintln!("making {} cases …", cases.saturating_sub(self.cases));
        for number in self.cases..cases {
            self.clock.advance(self.pause);
            cases::make(self, number).await?;
        }
        self.cases = cases;
        Ok(())
    }

    /// How many cases there are, beside the big one.
    pub fn cases(&self) -> usize {
        self.cases
    }

    /// Sets the clock to today, as the program's will stand.
    pub fn catch_up(&self) {
        self.clock.set(self.today);
    }

    /// A session of somebody, as the header that a browser sends.
    pub async fn cookie(&self, actor: Actor) -> Outcome<String> {
        let token = self.office.begin_session(Principal::Account(actor.signing()?)).await?;
        Ok(format!("{}={}", console::who::SESSION_COOKIE, token.as_str()))
    }

    /// Closes the store, so that the program can open it.
    pub async fn close(self) {
        self.office.store().clone().close().await;
    }
}

/// Settings with addresses, so that the mails of the road are written as well.
fn settings() -> Settings {
    let mut settings = Settings::default();
    settings.mail.receiving_desk = "desk@receiving.example".into();
    settings.mail.coordinator = "desk@coordinator.example".into();
    settings.web.base_url = "https://noroshi.example".into();
    settings
}

async fn person(office: &Office, login: &str, role: Role, party: Party) -> Outcome<Actor> {
    let new = NewAccount {
        login: login.into(),
        name: format!("{login} 担当"),
        mail: format!("{login}@noroshi.example"),
        role,
        language: Language::Ja,
    };
    Ok(Actor::account(office.add_account(new).await?.id, party))
}
