//! What the desks ask beside reports and cases: who works there, who read what, and which mails did not leave.

use std::collections::BTreeMap;

use jiff::Timestamp;
use models::from_case::from_case;
use models::prefill::{self, Prefill};
use rulebook::ids::{AccountId, DeveloperId};
use rulebook::party::Party;
use store::{CardFilter, CardOrder, OutboxCounts};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::files::Loaded;
use crate::office::{Actor, Office};
use crate::pages::{CasePage, Shown};
use crate::project::{CaseCard, ReportCard};
use crate::sites::{SITE, SiteCard};

/// Somebody who can be given a report or a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The account.
    pub account: AccountId,
    /// Login name: the handle that forms carry.
    pub login: String,
    /// Name of the person.
    pub name: String,
}

/// Somebody who read a report or the details of a case (decision 17).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// For which developer, if it is one.
    pub developer: Option<DeveloperId>,
    /// Name of the person; empty behind a receipt or a one-time link.
    pub name: String,
    /// How often.
    pub times: u32,
    /// First time.
    pub first: Timestamp,
    /// Last time.
    pub last: Timestamp,
}

/// What a mail is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// A report.
    Report,
    /// A case of a product.
    Case,
    /// A website case.
    Site,
}

/// A mail that did not leave: never what is in it, and never whose address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StuckMail {
    /// Handle that tells nothing: the mail's Message-ID.
    pub handle: String,
    /// What it is for.
    pub purpose: String,
    /// What it is about, by number.
    pub number: Option<(String, About)>,
    /// When it is tried next, unless nobody tries any more.
    pub next: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
    /// Class of the failure.
    pub class: String,
    /// Nobody tries any more.
    pub given_up: bool,
}

/// A case on a desk.
pub struct CaseDesk {
    /// The case.
    pub page: CasePage,
    /// Who read its details.
    pub readers: Vec<Reader>,
    /// Who can look after it.
    pub colleagues: Vec<Colleague>,
    /// Who rated the influence, in the order of the ratings.
    pub raters: Vec<Rater>,
    /// What the case says to SSVC: the table about publishing once there is a text, before it the one about triage.
    pub ssvc: Prefill,
}

/// Who rated the influence: a person of the reader's own side by name, anybody else by the body alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rater {
    /// Word of the body ([`Party::word`]); the program when there is no account.
    pub party: &'static str,
    /// Name of the person, on the reader's own side.
    pub name: Option<String>,
}

/// The outgoing mail as the desks see it.
#[derive(Clone, Debug)]
pub struct MailRoom {
    /// How many mails are where.
    pub counts: OutboxCounts,
    /// What did not leave, oldest first.
    pub stuck: Vec<StuckMail>,
    /// Whether mail leaves at all: without a server it is held (decision 15).
    pub held: bool,
}

impl Office {
    /// The open accounts of an actor's own side, by name.
    ///
    /// # Errors
    /// `NotFound` for everybody but the two bodies; the store's.
    pub async fn colleagues(&self, actor: Actor) -> Result<Vec<Colleague>> {
        let role = match actor.party {
            Party::ReceivingBody => "receiving-desk",
            Party::Coordinator => "coordinator",
            _ => return Err(Error::NotFound),
        };
        let accounts = self.accounts().await?.into_iter();
        let own = accounts.filter(|(_, card, closed)| !closed && card.role == role);
        let mut own: Vec<_> =
            own.map(|(account, card, _)| Colleague { account, login: card.login, name: card.name }).collect();
        own.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(own)
    }

    /// Who read a report or the details of a case, latest first. The receiving body sees all of it, the coordinator
    /// its own people and the developers.
    ///
    /// # Errors
    /// `NotFound` for everybody else; the store's.
    pub async fn readers(&self, subject: Uuid, actor: Actor) -> Result<Vec<Reader>> {
        if !actor.party.is_staff() {
            return Err(Error::NotFound);
        }
        let reads = self.store().readers(subject, &["report", "details"]).await?;
        let people = self.people(reads.iter().map(|read| AccountId(read.actor)).collect()).await?;
        let mut readers = Vec::with_capacity(reads.len());
        for read in reads {
            let card = people.get(&AccountId(read.actor));
            let others = ["receiving-desk", "committee-member"];
            let hidden = card.is_some_and(|card| others.contains(&card.role.as_str()));
            if hidden && actor.party == Party::Coordinator {
                continue;
            }
            let developer = match card {
                Some(card) => card.developer,
                None => Some(DeveloperId(read.actor)),
            };
            let name = card.map(|card| card.name.clone()).unwrap_or_default();
            let times = u32::try_from(read.times).unwrap_or(u32::MAX);
            readers.push(Reader { developer, name, times, first: read.first, last: read.last });
        }
        Ok(readers)
    }

    /// A case on a desk of the two bodies, by its number: everything that its page needs, with the messages of the threads
    /// that it shows.
    ///
    /// # Errors
    /// `NotFound` when there is none for the actor; the store's.
    pub async fn case_desk(&self, number: &str, actor: Actor, shown: &Shown<'_>) -> Result<CaseDesk> {
        let Loaded { file, raters, .. } = self.load_case_numbered(number).await?;
        let page = self.show_case(&file, actor, shown).await?;
        let readers = self.readers(file.case.id.0, actor).await?;
        let colleagues = self.colleagues(actor).await?;
        let raters = self.raters(raters, actor).await?;
        let model = from_case(&file, self.rules(&file.case.edition), self.now().today);
        let ssvc = if file.advisory.is_some() { prefill::publish(&model, &file) } else { prefill::triage(&model) };
        Ok(CaseDesk { page, readers, colleagues, raters, ssvc })
    }

    async fn raters(&self, accounts: Vec<AccountId>, actor: Actor) -> Result<Vec<Rater>> {
        let people = self.people(accounts.clone()).await?;
        let rater = |account: &AccountId| {
            let card = people.get(account);
            let party = match card.map(|card| card.role.as_str()) {
                Some("receiving-desk") => Party::ReceivingBody,
                Some("coordinator") => Party::Coordinator,
                _ => Party::Program,
            };
            let name = card.filter(|_| party == actor.party).map(|card| card.name.clone());
            Rater { party: party.word(), name }
        };
        Ok(accounts.iter().map(rater).collect())
    }

    /// The outgoing mail: counts, and what did not leave. A mail about a report, or about a case that the coordinator
    /// does not have, is the receiving body's.
    ///
    /// # Errors
    /// `NotFound` for everybody but the two bodies; the store's.
    pub async fn mail_room(&self, actor: Actor) -> Result<MailRoom> {
        if !actor.party.is_staff() {
            return Err(Error::NotFound);
        }
        let counts = self.store().outbox_counts().await?;
        let mails = self.store().failed_mails().await?;
        let mut subjects: Vec<Uuid> = mails.iter().filter_map(|mail| mail.mail.subject_id).collect();
        subjects.sort();
        subjects.dedup();
        let numbers = self.numbers(actor, &subjects).await?;
        let mut stuck = Vec::with_capacity(mails.len());
        for mail in mails {
            let number = mail.mail.subject_id.and_then(|id| numbers.get(&id).cloned());
            if mail.mail.subject_id.is_some() && number.is_none() {
                continue;
            }
            stuck.push(StuckMail {
                handle: mail.message_id,
                purpose: mail.mail.purpose,
                number,
                next: mail.mail.not_before,
                attempts: mail.attempts,
                class: mail.error_class.unwrap_or_default(),
                given_up: mail.given_up,
            });
        }
        let settings = &self.settings().mail;
        let held = settings.smtp.is_empty() && settings.folder.is_empty();
        Ok(MailRoom { counts, stuck, held })
    }

    /// Numbers of reports and cases of both tracks that an actor may know, by id.
    async fn numbers(&self, actor: Actor, ids: &[Uuid]) -> Result<BTreeMap<Uuid, (String, About)>> {
        let filter = CardFilter { ids: Some(ids), ..CardFilter::default() };
        let mut numbers = BTreeMap::new();
        let (cases, _) = self.store().cards("case", filter, CardOrder::default()).await?;
        for card in cases {
            if actor.party == Party::Coordinator && card.state == "accepted" {
                continue;
            }
            let read: CaseCard = crate::lists::read(&card.card)?;
            numbers.insert(card.id, (read.number, About::Case));
        }
        if actor.party == Party::ReceivingBody {
            let (reports, _) = self.store().cards("report", filter, CardOrder::default()).await?;
            for card in reports {
                let read: ReportCard = crate::lists::read(&card.card)?;
                numbers.insert(card.id, (read.number, About::Report));
            }
            for card in self.store().card_page(SITE, filter, CardOrder::default()).await? {
                let read: SiteCard = crate::lists::read(&card.card)?;
                numbers.insert(card.id, (read.number, About::Site));
            }
        }
        Ok(numbers)
    }

    /// Tries a mail again that did not leave.
    ///
    /// # Errors
    /// `NotFound` when the actor sees no such mail; the store's.
    pub async fn retry_mail(&self, actor: Actor, handle: &str) -> Result<()> {
        let seen = self.mail_room(actor).await?.stuck.iter().any(|mail| mail.handle == handle);
        let mails = self.store().failed_mails().await?;
        let mail = mails.iter().find(|mail| seen && mail.message_id == handle).ok_or(Error::NotFound)?;
        Ok(self.store().retry_mail(mail.mail.id, self.now().at).await?)
    }

    /// Names in the developer register, for the administrator who makes an account for one.
    ///
    /// # Errors
    /// The store's.
    pub async fn developer_names(&self) -> Result<Vec<(DeveloperId, String)>> {
        let (cards, _) = self.store().cards("developer", CardFilter::default(), CardOrder::default()).await?;
        let mut named = Vec::with_capacity(cards.len());
        for card in cards {
            let read: crate::project::DeveloperCard = crate::lists::read(&card.card)?;
            named.push((DeveloperId(card.id), (read.reading, read.name)));
        }
        named.sort_by(|a, b| a.1.cmp(&b.1));
        Ok(named.into_iter().map(|(id, (_, name))| (id, name)).collect())
    }
}
