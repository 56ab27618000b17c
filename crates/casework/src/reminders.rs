//! Reminders of what is due, once a day: number and link only, each sent once (a claim in the same transaction says so).

use rulebook::case::reminder::{Reminder, reminder};
use rulebook::case::{DutyKind, Notice};
use rulebook::ids::{CaseId, ReportId, SiteCaseId};
use rulebook::party::Party;
use store::{Append, Claim, Duty, StoreError};

use crate::error::Result;
use crate::office::Office;
use crate::project::DutyCard;
use crate::sites::SITE;

/// So many calendar days ahead a duty can be near: three business days over the longest row of free days.
const AHEAD: i64 = 14;

impl Office {
    /// Reminds everybody of what is due soon, due, or late. How many reminders were sent.
    ///
    /// # Errors
    /// The store's.
    pub async fn remind(&self) -> Result<u32> {
        let today = self.now().today;
        let until = today.saturating_add(jiff::Span::new().days(AHEAD));
        let mut sent = 0;
        for duty in self.store().duties_due(until).await? {
            sent += u32::from(self.remind_of(&duty, today).await?);
        }
        Ok(sent)
    }

    /// Adds the mails to those who see what the duty is about; false where it is about nothing that people are reminded of.
    async fn mails_of_subject(&self, append: &mut Append, duty: &Duty, mut told: Vec<Notice>) -> Result<bool> {
        match duty.card.as_ref().map(|card| card.kind.as_str()) {
            Some("case") => {
                let file = self.load_case(CaseId(duty.subject)).await?.file;
                told.retain(|notice| file.is_seen_by(notice.to));
                self.mails_of_case(append, &file, &told).await?;
            }
            Some(SITE) => {
                let file = self.load_site(SiteCaseId(duty.subject)).await?.file;
                told.retain(|notice| file.is_seen_by(notice.to));
                self.mails_of_site(append, &file, &told).await?;
            }
            Some("report") => {
                // A report is the desk's and its finder's alone.
                told.retain(|notice| notice.to != Party::Coordinator);
                let (report, _) = self.load_report(ReportId(duty.subject)).await?;
                let form = self.form_of(&report).await?.unwrap_or_default();
                self.mails_of_report(append, &report, &form, &told);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    async fn remind_of(&self, duty: &Duty, today: jiff::civil::Date) -> Result<bool> {
        let card: DutyCard = crate::lists::read(&duty.row.card)?;
        let (Some(due), Some(who), false) = (duty.row.due, Party::of_key(&duty.row.party), card.waits) else {
            return Ok(false);
        };
        let kind = DutyKind::of_word(&duty.row.kind);
        if kind.is_some_and(DutyKind::is_advice) {
            return Ok(false);
        }
        let Some(found) = reminder(due, today, self.calendar()) else { return Ok(false) };
        let mut append = Append::new(self.now().at, duty.subject);
        append.claims.push(Claim { kind: "reminder", value: once(duty, &card, found), subject: duty.subject });
        let clause = kind.map(DutyKind::clause);
        let notice = |to| Notice { to, kind: found.kind, clause };
        let told: Vec<Notice> = [Some(who), found.also(who)].into_iter().flatten().map(notice).collect();
        if !self.mails_of_subject(&mut append, duty, told).await? {
            return Ok(false);
        }
        match self.store().append(append).await {
            Ok(()) => Ok(true),
            // Another round, or another node, was there before.
            Err(StoreError::Taken { kind: "reminder" }) => Ok(false),
            Err(other) => Err(other.into()),
        }
    }
}

/// What makes a reminder the same one: whose duty, of what, about whom, for which day, and which reminder it is.
fn once(duty: &Duty, card: &DutyCard, found: Reminder) -> String {
    let row = &duty.row;
    let about = card.about.as_deref().unwrap_or_default();
    let day = row.due.map(|day| day.to_string()).unwrap_or_default();
    let (kind, nth) = (found.kind.word(), found.nth);
    [&duty.subject.to_string(), &row.party, &row.kind, about, &day, kind, &nth.to_string()].join("|")
}
