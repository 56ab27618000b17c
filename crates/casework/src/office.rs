//! The office: everything that a command needs at hand.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

use jiff::civil::Date;
use rulebook::calendar::Calendar;
use rulebook::case::Notice;
use rulebook::edition::{Edition, Editions, Rules};
use rulebook::ids::{AccountId, DeveloperId};
use rulebook::moment::Moment;
use rulebook::party::Party;
use rulebook::text::Language;
use store::{Entropy, Store};
use uuid::Uuid;

use crate::clock::Clock;
use crate::duplicates::Compared;
use crate::enquiries::EnquiryLetter;
use crate::error::{Error, Result};
use crate::limits::Limits;
use crate::people::People;
use crate::settings::Settings;
use crate::sites::Cells;
use crate::subscriptions::{NewsLetter, QuestionLetter};

/// Who gives a command: for which party, and as which person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The party.
    pub party: Party,
    /// The account, when it signed in; none for a receipt or a one-time link.
    pub account: Option<AccountId>,
}

impl Actor {
    /// A person with an account.
    #[must_use]
    pub const fn account(account: AccountId, party: Party) -> Self {
        Actor { party, account: Some(account) }
    }

    /// A party that holds a receipt or a one-time link.
    #[must_use]
    pub const fn bearer(party: Party) -> Self {
        Actor { party, account: None }
    }

    /// The program itself.
    pub const PROGRAM: Actor = Actor { party: Party::Program, account: None };

    /// What the journal's header says: the account, else the party's own id, else nil for the program.
    #[must_use]
    pub fn id(self) -> Uuid {
        if let Some(account) = self.account {
            return account.0;
        }
        match self.party {
            Party::Finder(report) => report.0,
            Party::Developer(DeveloperId(id)) => id,
            Party::Member(account) => account.0,
            Party::SiteOperator(site) => site.0,
            Party::ReceivingBody | Party::Coordinator | Party::Program => Uuid::nil(),
        }
    }

    /// The account, where an action is signed by name.
    ///
    /// # Errors
    /// `NotFound` for those who have none.
    pub fn signing(self) -> Result<AccountId> {
        self.account.ok_or(Error::NotFound)
    }
}

/// What a mail about a notice says: number and link, never what is in the case.
#[derive(Clone, Debug)]
pub struct Letter<'a> {
    /// The notice.
    pub notice: Notice,
    /// Number of the report or case.
    pub number: &'a str,
    /// Where to look.
    pub link: &'a str,
    /// What the page behind the link asks for before it opens; empty when it asks for nothing.
    pub code: &'a str,
    /// In which language.
    pub language: Language,
    /// The settings, for names.
    pub settings: &'a Settings,
}

/// Puts mails into words. The texts live in the message catalogue, which this crate does not know.
pub trait Correspondence: Send + Sync {
    /// Subject and text of a mail.
    fn mail(&self, letter: &Letter<'_>) -> (String, String);

    /// Subject and text of the first mail to a developer: who writes, why it is genuine, what the link does.
    fn first_contact(&self, letter: &Letter<'_>) -> (String, String);

    /// Subject and text of the mail that replaces a finder's lost receipt: what the link opens, and for how long.
    fn fresh_link(&self, letter: &Letter<'_>) -> (String, String) {
        self.mail(letter)
    }

    /// Subject and text of the mail that answers an enquiry about a publication.
    fn enquiry_answer(&self, letter: &EnquiryLetter<'_>) -> (String, String) {
        (letter.number.to_owned(), format!("{}\n\n{}", letter.answer, letter.link))
    }

    /// Subject and text of the mail that asks whether somebody wants advisories by mail. Nothing in it was written by
    /// whoever asked for it.
    fn subscription_question(&self, letter: &QuestionLetter<'_>) -> (String, String) {
        ("Subscription".to_owned(), format!("confirm at {}", letter.link))
    }

    /// Subject and text of the mail that tells of advisories: what is public, and nothing else.
    fn news(&self, letter: &NewsLetter<'_>) -> (String, String) {
        let lines = letter.items.iter().map(|item| format!("{} {} {}", item.number, item.title, item.link));
        let lines: Vec<String> = lines.collect();
        let ways = format!("change at {}\nleave at {}", letter.manage, letter.leave);
        (format!("{} advisories", letter.items.len()), format!("{}\n\n{ways}", lines.join("\n")))
    }
}

/// What an office is made of.
pub struct Parts {
    /// The opened store.
    pub store: Store,
    /// All editions.
    pub editions: Editions,
    /// The partnership's calendar.
    pub calendar: Calendar,
    /// Settings.
    pub settings: Settings,
    /// The procedure's clock.
    pub clock: Arc<dyn Clock>,
    /// The wall clock, for sessions and codes.
    pub wall: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// Words of mails.
    pub correspondence: Arc<dyn Correspondence>,
    /// The published tree.
    pub published: PathBuf,
}

/// Everything that a command needs at hand. Cheap to clone.
#[derive(Clone)]
pub struct Office {
    parts: Arc<Parts>,
    pub(crate) limits: Arc<Limits>,
    pub(crate) tree: Arc<tokio::sync::Mutex<()>>,
    pub(crate) people: Arc<People>,
    pub(crate) site_cells: Arc<OnceLock<Cells>>,
    /// What a new report is compared with.
    pub(crate) compared: Arc<tokio::sync::Mutex<Compared>>,
    /// The quarter up to which the figures of websites were written.
    pub(crate) figured: Arc<Mutex<Option<Date>>>,
}

impl Office {
    /// Opens the office.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Office {
            parts: Arc::new(parts),
            limits: Arc::new(Limits::default()),
            tree: Arc::new(tokio::sync::Mutex::new(())),
            people: Arc::default(),
            site_cells: Arc::default(),
            compared: Arc::default(),
            figured: Arc::default(),
        }
    }

    /// The store.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.parts.store
    }

    /// The settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.parts.settings
    }

    /// All editions.
    #[must_use]
    pub fn editions(&self) -> &Editions {
        &self.parts.editions
    }

    /// Randomness and ids.
    #[must_use]
    pub fn entropy(&self) -> &dyn Entropy {
        self.parts.entropy.as_ref()
    }

    /// Folder of the published tree.
    #[must_use]
    pub fn published(&self) -> &Path {
        &self.parts.published
    }

    pub(crate) fn correspondence(&self) -> &dyn Correspondence {
        self.parts.correspondence.as_ref()
    }

    /// The procedure's moment.
    #[must_use]
    pub fn now(&self) -> Moment {
        let at = self.parts.clock.now();
        let newest = self.parts.editions.in_force(rulebook::moment::day_of(at, 0));
        Moment::new(at, newest.utc_offset_hours)
    }

    /// The wall clock's instant, for sessions, codes and limits.
    #[must_use]
    pub fn wall(&self) -> jiff::Timestamp {
        self.parts.wall.now()
    }

    /// A new id of today.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.entropy().uuid_v7(self.now().at)
    }

    /// The edition in force today.
    #[must_use]
    pub fn edition_in_force(&self) -> &Edition {
        self.parts.editions.in_force(self.now().today)
    }

    pub(crate) fn calendar(&self) -> &rulebook::calendar::Calendar {
        &self.parts.calendar
    }

    /// The rules by which a case is handled: those of the edition that it is pinned to (decision 7).
    #[must_use]
    pub fn rules(&self, edition: &str) -> Rules<'_> {
        let edition = self.parts.editions.get(edition).unwrap_or_else(|| self.edition_in_force());
        Rules { edition, calendar: &self.parts.calendar }
    }
}
