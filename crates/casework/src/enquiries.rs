//! Whoever enquires about a publication: its name and address lie under a key of its own, the answer goes to it by mail, and
//! it is forgotten after its time.

use std::collections::BTreeMap;

use formats::AdvisoryNumber;
use jiff::SignedDuration;
use rulebook::case::aftercare::Enquiry;
use rulebook::case::{Asker, CaseFile, Enquirer};
use rulebook::ids::{BodyId, PersonId};
use rulebook::report::problems::is_mail_address;
use rulebook::text::Language;
use serde::{Deserialize, Serialize};
use store::{Append, KeyOwner, NewBody, NewJob, NewMail};
use uuid::Uuid;

use crate::error::Result;
use crate::office::Office;
use crate::settings::Settings;

/// Job that forgets whoever enquired.
pub(crate) const FORGET_ASKER_JOB: &str = "forget-asker";

/// Who enquires, as it left its name and address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskerCard {
    /// The name, and any other way to reach it.
    pub name: String,
    /// Its mail address; empty where it left none.
    pub mail: String,
    /// In which language it is answered.
    pub language: Language,
}

/// An enquiry as a body writes it down.
#[derive(Clone, Debug)]
pub struct EnquiryOrder {
    /// Who enquires.
    pub from: Enquirer,
    /// Its name and address.
    pub asker: AskerCard,
    /// What is asked.
    pub question: String,
    /// Day on which it came.
    pub on: jiff::civil::Date,
}

/// What the mail says that answers an enquiry. All of it is about a publication.
#[derive(Clone, Copy, Debug)]
pub struct EnquiryLetter<'a> {
    /// The number of the advisory.
    pub number: &'a str,
    /// Its page.
    pub link: &'a str,
    /// What was asked.
    pub question: &'a str,
    /// What is answered.
    pub answer: &'a str,
    /// In which language.
    pub language: Language,
    /// The settings, for names.
    pub settings: &'a Settings,
}

impl Office {
    /// Seals whoever enquires under a key of its own.
    pub(crate) fn sealed_asker(&self, card: &AskerCard) -> (Asker, NewBody) {
        let person = PersonId(self.id());
        let bytes = serde_json::to_vec(card).expect("texts always serialise");
        let body = self.body(KeyOwner::Person(person.0), bytes);
        (Asker::Sealed { person, body: BodyId(body.id) }, body)
    }

    /// Who enquired, by the number of the enquiry; nobody whose key was destroyed.
    pub(crate) async fn askers(&self, enquiries: &[Enquiry]) -> Result<BTreeMap<u32, AskerCard>> {
        let sealed = enquiries.iter().filter_map(|one| body_of(&one.asker)).collect::<Vec<_>>();
        let opened = if sealed.is_empty() { Default::default() } else { self.open(&sealed).await? };
        let card = |one: &Enquiry| match &one.asker {
            Asker::Sealed { body, .. } => opened.get(body).and_then(|bytes| serde_json::from_slice(bytes).ok()),
            Asker::Plain(name) => Some(AskerCard { name: name.clone(), ..AskerCard::default() }),
        };
        Ok(enquiries.iter().filter_map(|one| Some((one.number, card(one)?))).collect())
    }

    /// What an answer brings: the mail to whoever left an address, and the day on which it is forgotten.
    pub(crate) async fn push_enquiry_answer(&self, append: &mut Append, after: &CaseFile, enquiry: u32) -> Result<()> {
        let found = after.case.aftercare.enquiries.iter().find(|one| one.number == enquiry);
        let Some(one) = found else { return Ok(()) };
        if let Asker::Sealed { person, .. } = &one.asker {
            let days = i64::from(self.settings().retention.rejected_person_days);
            let at = append.at + SignedDuration::from_hours(24 * days);
            append.jobs.push(NewJob::once(FORGET_ASKER_JOB, person.0, at));
        }
        let card = self.askers(std::slice::from_ref(one)).await?.remove(&enquiry);
        let Some(card) = card.filter(|card| is_mail_address(card.mail.trim())) else { return Ok(()) };
        let (Some(answer), Some(advisory)) = (&one.answer, &after.advisory) else { return Ok(()) };
        let slug = advisory.number.parse::<AdvisoryNumber>().map(|number| number.slug()).unwrap_or_default();
        let letter = EnquiryLetter {
            number: &advisory.number,
            link: &self.settings().url(&format!("/{}/advisories/{slug}", card.language.tag())),
            question: &one.question,
            answer: &answer.text,
            language: card.language,
            settings: self.settings(),
        };
        let (subject, body_text) = self.correspondence().enquiry_answer(&letter);
        append.mails.push(NewMail {
            id: self.id(),
            to: card.mail.trim().to_owned(),
            subject,
            body_text,
            language: card.language.tag().into(),
            purpose: "enquiry-answered".into(),
            subject_id: Some(after.case.id.0),
            not_before: append.at,
        });
        Ok(())
    }

    /// Destroys the key of whoever enquired: name and address are gone, question and answer stand.
    pub(crate) async fn forget_asker(&self, person: Uuid) -> Result<()> {
        self.store().destroy_person_key(person, self.now().at).await?;
        Ok(())
    }
}

const fn body_of(asker: &Asker) -> Option<BodyId> {
    match asker {
        Asker::Sealed { body, .. } => Some(*body),
        Asker::Plain(_) => None,
    }
}
