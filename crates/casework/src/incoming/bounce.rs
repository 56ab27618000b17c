//! Notices that a mail of ours did not arrive.

use intake::{Bounce, Letter};
use rulebook::case::{AttemptOutcome, CaseCommand, ContactMeans};
use rulebook::ids::{CaseId, DeveloperId, SiteCaseId};
use rulebook::party::Party;
use rulebook::site::SiteCommand;
use store::{Mail, SentMail, StoreError};
use uuid::Uuid;

use super::words::{Why, undeliverable};
use super::{IMPORT, Taken, claim, local_part};
use crate::error::{Error, Result};
use crate::mail::reader_of;
use crate::office::{Actor, Office};

/// What the first mail to a developer is for.
const FIRST_CONTACT: &str = "first-contact";
/// And to the operator of a website.
const SITE_NOTICE: &str = "site-notice";

impl Office {
    /// Records that a mail did not arrive: it stands among the mails that did not leave, and where it was the first to
    /// a developer or an operator, the attempt to reach it there is on record as undeliverable: it is the body's turn.
    pub(super) async fn take_bounce(&self, letter: &Letter, bounce: &Bounce, bytes: &[u8]) -> Result<Taken> {
        let key = letter.key.to_string();
        if !bounce.failed {
            return self.ignore(&key).await;
        }
        if self.news_came_back(bounce).await? {
            return self.keep_claim(&key).await.map(|new| if new { Taken::Bounce } else { Taken::Known });
        }
        let Some(sent) = self.bounced(bounce).await? else {
            return self.let_read(letter, None, Why::UnknownBounce, bytes).await;
        };
        let Some(mail) = self.store().mail_bounced(sent.id).await? else {
            let number = match sent.subject_id {
                Some(subject) => self.number_of(subject).await?,
                None => String::new(),
            };
            return self.let_read(letter, None, Why::OldBounce(number), bytes).await;
        };
        match self.record_attempt(&mail, bounce, &key).await {
            Ok(true) => return Ok(Taken::Bounce),
            Err(Error::Store(StoreError::Taken { kind: IMPORT })) => return Ok(Taken::Known),
            // The case has gone on without that address: the mail is marked, and nobody's turn changes.
            Ok(false) | Err(Error::Refused(_) | Error::NotFound) => {}
            Err(other) => return Err(other),
        }
        self.keep_claim(&key).await.map(|new| if new { Taken::Bounce } else { Taken::Known })
    }

    /// Forgets the subscriber whose mail came back for good; says whether the notice is about such a mail.
    async fn news_came_back(&self, bounce: &Bounce) -> Result<bool> {
        let Some(reader) = bounce.ids.iter().take(20).find_map(|id| reader_of(local_part(id))) else {
            return Ok(false);
        };
        self.store().erase_subscriber(reader, self.now().at).await?;
        Ok(true)
    }

    /// The mail of ours that a notice names.
    async fn bounced(&self, bounce: &Bounce) -> Result<Option<SentMail>> {
        for id in bounce.ids.iter().take(20) {
            if let Some(sent) = self.store().sent_mail(local_part(id), "").await? {
                return Ok(Some(sent));
            }
        }
        Ok(None)
    }

    /// Writes an undeliverable attempt down; says whether there was one to write down. Once a developer or an operator is
    /// confirmed, a mail that came back is no attempt any more.
    async fn record_attempt(&self, mail: &Mail, bounce: &Bounce, key: &str) -> Result<bool> {
        let Some(subject) = mail.mail.subject_id else { return Ok(false) };
        match mail.mail.purpose.as_str() {
            FIRST_CONTACT => self.developer_missed(subject, &mail.mail.to, bounce, key).await,
            SITE_NOTICE => self.operator_missed(subject, &mail.mail.to, bounce, key).await,
            _ => Ok(false),
        }
    }

    async fn developer_missed(&self, subject: Uuid, to: &str, bounce: &Bounce, key: &str) -> Result<bool> {
        let case = CaseId(subject);
        let file = self.load_case(case).await?.file;
        let mut sides =
            file.case.developers.iter().filter(|side| {
                side.contact.is_none() && side.links.iter().any(|link| link.item.eq_ignore_ascii_case(to))
            });
        let (Some(side), None) = (sides.next(), sides.next()) else { return Ok(false) };
        let command = attempt(side.id, to, self.now().today, bounce);
        // The coordinator sent the mail, and the program tells it what came back.
        let actor = Actor { party: Party::Coordinator, account: None };
        self.act_once(case, actor, None, command.into(), &[claim(key, subject)]).await?;
        Ok(true)
    }

    /// The same for the operator of a website: the receiving body sent the mail.
    async fn operator_missed(&self, subject: Uuid, to: &str, bounce: &Bounce, key: &str) -> Result<bool> {
        let id = SiteCaseId(subject);
        let site = self.load_site(id).await?.file.site;
        let waiting = site.attempts.iter().rposition(|one| {
            let mailed = one.means == ContactMeans::Mail && one.outcome == AttemptOutcome::Waiting;
            mailed && one.to.eq_ignore_ascii_case(to)
        });
        let Some(place) = waiting.filter(|_| site.contact.is_none()) else { return Ok(false) };
        let command = SiteCommand::NoteAttempt {
            attempt: u32::try_from(place + 1).unwrap_or(u32::MAX),
            outcome: AttemptOutcome::Undeliverable,
            note: undeliverable(bounce.status.as_deref()),
        };
        let actor = Actor { party: Party::ReceivingBody, account: None };
        self.act_on_site_once(id, actor, None, &command.into(), &[claim(key, subject)]).await?;
        Ok(true)
    }
}

fn attempt(developer: DeveloperId, to: &str, on: jiff::civil::Date, bounce: &Bounce) -> CaseCommand {
    CaseCommand::RecordContactAttempt {
        developer,
        means: ContactMeans::Mail,
        to: to.to_owned(),
        on,
        outcome: AttemptOutcome::Undeliverable,
        note: undeliverable(bounce.status.as_deref()),
    }
}
