//! CVE numbers as a CNA: reserved ahead, kept for a case by its desk, and their records written when the advisory was
//! published.
//!
//! A record follows a publication and nothing else: both bodies have signed the text, the commit stands, and a job of that
//! commit writes the record, again and again until it is there. Only numbers that were reserved here are written.

mod client;
mod follow;

use jiff::Timestamp;
use rulebook::ids::CaseId;
use rulebook::party::Party;
use serde::{Deserialize, Serialize};
use store::{CveNumber, NewJob};

pub use self::client::{CveError, CveServices, ToldNumber, Written};
use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::pages::CasePage;

/// Job that writes the records of a case's newest publication.
pub(crate) const RECORD_JOB: &str = "cve-record";
/// A number that nothing was published under.
const RESERVED: &str = "reserved";
/// Most numbers of one reservation.
pub const MOST_RESERVED: u32 = 100;

/// `[cve]`: as which CNA to work with the CVE Services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CveSettings {
    /// Address of the API, without a slash at the end; the default is the test instance.
    pub endpoint: String,
    /// Short name of the organisation; empty: no CNA.
    pub org: String,
    /// UUID of the organisation, as records name it.
    pub org_id: String,
    /// Name of the user.
    pub user: String,
    /// File that holds the user's API key, readable by its owner alone.
    pub key_file: String,
    /// Whether records follow publications by themselves.
    pub publish: bool,
}

impl Default for CveSettings {
    fn default() -> Self {
        CveSettings {
            endpoint: "https://cveawg-test.mitre.org/api".into(),
            org: String::new(),
            org_id: String::new(),
            user: String::new(),
            key_file: String::new(),
            publish: false,
        }
    }
}

impl CveSettings {
    /// Whether an organisation is named.
    #[must_use]
    pub const fn is_set_up(&self) -> bool {
        !self.org.is_empty()
    }

    /// Whether records follow publications.
    #[must_use]
    pub const fn follows(&self) -> bool {
        self.is_set_up() && self.publish
    }

    /// What is wrong with the values: the name of one, and a sentence.
    #[must_use]
    pub fn fault(&self) -> Option<(&'static str, &'static str)> {
        let is_local = ["http://127.0.0.1:", "http://localhost:"].iter().any(|start| self.endpoint.starts_with(start));
        if !self.endpoint.starts_with("https://") && !is_local {
            return Some(("cve.endpoint", "it begins with https://; http is for this machine alone"));
        }
        if self.is_set_up() && (self.user.is_empty() || self.key_file.is_empty()) {
            return Some(("cve.org", "an organisation needs cve.user and cve.key_file"));
        }
        None
    }
}

/// What is known of a number beside its state; sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Known {
    reserved_at: Option<Timestamp>,
    written_at: Option<Timestamp>,
    /// The advisory's revision that the record says.
    revision: Option<u32>,
    /// Why the last try failed, in a word.
    trouble: Option<String>,
}

/// A number as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CveLine {
    /// The number.
    pub id: String,
    /// `reserved`, `published` or `rejected`.
    pub state: String,
    /// The case that it is kept for.
    pub case: Option<CaseId>,
    /// When its record was written last.
    pub written_at: Option<Timestamp>,
    /// The advisory's revision that the record says.
    pub revision: Option<u32>,
    /// Why the last try failed: a word of the CVE Services, or one of ours.
    pub trouble: Option<String>,
}

impl CveLine {
    /// Whether it can still be rejected.
    #[must_use]
    pub fn is_alive(&self) -> bool {
        self.state != "rejected"
    }
}

impl From<CveNumber> for CveLine {
    fn from(number: CveNumber) -> Self {
        let known = known(&number);
        CveLine {
            case: number.subject.map(CaseId),
            id: number.id,
            state: number.state,
            written_at: known.written_at,
            revision: known.revision,
            trouble: known.trouble,
        }
    }
}

fn known(number: &CveNumber) -> Known {
    serde_json::from_slice(&number.data).unwrap_or_default()
}

fn sealed(known: &Known) -> Vec<u8> {
    serde_json::to_vec(known).expect("words and instants always serialise")
}

/// A call that blocks, away from the threads that serve others.
async fn call<T: Send + 'static>(
    services: CveServices,
    ask: impl FnOnce(&CveServices) -> Result<T, CveError> + Send + 'static,
) -> Result<T> {
    let asked = tokio::task::spawn_blocking(move || ask(&services)).await;
    Ok(asked.map_err(|_| CveError::Unreachable)??)
}

impl Office {
    /// The services as the settings name them.
    fn cve_services(&self) -> Result<CveServices> {
        Ok(CveServices::open(&self.settings().cve)?)
    }

    /// Reserves numbers of this year, or of the year given.
    ///
    /// # Errors
    /// [`Error::Cve`], [`Error::Unusable`] for too many, or the store's.
    pub async fn reserve_cve(&self, amount: u32, year: Option<i16>) -> Result<Vec<String>> {
        if amount == 0 || amount > MOST_RESERVED {
            return Err(Error::Unusable("the number of CVE numbers"));
        }
        let year = year.unwrap_or_else(|| self.now().today.year());
        let told = call(self.cve_services()?, move |services| services.reserve(amount, year)).await?;
        self.learn(&told).await?;
        Ok(told.into_iter().map(|number| number.cve_id).collect())
    }

    /// Asks the services what has become of all numbers of the organisation.
    ///
    /// # Errors
    /// [`Error::Cve`], or the store's.
    pub async fn refresh_cve(&self) -> Result<()> {
        let told = call(self.cve_services()?, CveServices::numbers).await?;
        self.learn(&told).await
    }

    async fn learn(&self, told: &[ToldNumber]) -> Result<()> {
        for number in told {
            let id = crate::advisory_check::cve_number(&number.cve_id).ok_or(CveError::Unreadable)?;
            let state = number.state.to_lowercase();
            let new = Known { reserved_at: Some(self.now().at), ..Known::default() };
            let new = CveNumber { id: id.clone(), state: state.clone(), subject: None, data: sealed(&new) };
            if self.store().add_cve_number(&new).await? {
                continue;
            }
            if let Some(mut known) = self.store().cve_number(&id).await?.filter(|known| known.state != state) {
                known.state = state;
                self.store().put_cve_number(&known).await?;
            }
        }
        Ok(())
    }

    /// All numbers, in their order.
    ///
    /// # Errors
    /// The store's.
    pub async fn cve_lines(&self) -> Result<Vec<CveLine>> {
        Ok(self.store().cve_numbers(None).await?.into_iter().map(CveLine::from).collect())
    }

    /// Numbers that are reserved and kept for no case.
    ///
    /// # Errors
    /// The store's.
    pub async fn free_cve(&self) -> Result<Vec<String>> {
        let reserved = self.store().cve_numbers(Some(RESERVED)).await?;
        Ok(reserved.into_iter().filter(|number| number.subject.is_none()).map(|number| number.id).collect())
    }

    /// The numbers that are kept for a case, for those who write its text.
    ///
    /// # Errors
    /// `NotFound` where the actor does not see the case's text.
    pub async fn cve_of(&self, case: CaseId, actor: Actor) -> Result<Vec<CveLine>> {
        self.sees_text(case, actor).await?;
        Ok(self.store().cve_numbers_of(case.0).await?.into_iter().map(CveLine::from).collect())
    }

    /// The same for somebody who has the case open: nothing where its text is not to be seen, or we are no CNA.
    ///
    /// # Errors
    /// The store's.
    pub async fn cve_on(&self, page: &CasePage) -> Result<Vec<CveLine>> {
        let sees = page.view.viewer.is_staff() && page.view.advisory.is_some();
        if !sees || !self.settings().cve.is_set_up() {
            return Ok(Vec::new());
        }
        Ok(self.store().cve_numbers_of(page.view.id.0).await?.into_iter().map(CveLine::from).collect())
    }

    /// Keeps a free number for a case.
    ///
    /// # Errors
    /// [`Error::Taken`] when another case has it, `NotFound` where the actor does not see the case's text.
    pub async fn keep_cve(&self, case: CaseId, actor: Actor, id: &str) -> Result<()> {
        self.sees_text(case, actor).await?;
        if self.store().keep_cve_number(id, case.0).await? { Ok(()) } else { Err(Error::Taken("this CVE number")) }
    }

    /// Gives a number back that was kept for a case, as long as nothing was published under it.
    ///
    /// # Errors
    /// `NotFound` when it is not kept for the case, or there is a record.
    pub async fn give_back_cve(&self, case: CaseId, actor: Actor, id: &str) -> Result<()> {
        self.sees_text(case, actor).await?;
        let given = self.store().free_cve_number(id, case.0, RESERVED).await?;
        if given { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Tries again to write the records of a case's publication.
    ///
    /// # Errors
    /// `NotFound` where the actor does not see the case's text.
    pub async fn retry_cve(&self, case: CaseId, actor: Actor) -> Result<()> {
        self.sees_text(case, actor).await?;
        Ok(self.store().add_jobs(&[NewJob::once(RECORD_JOB, case.0, self.now().at)]).await?)
    }

    /// Rejects a number of a case whose publication was withdrawn: the record says so instead of what was wrong.
    ///
    /// # Errors
    /// `NotFound` where nothing was withdrawn, the number is not kept for the case, or the actor is not the coordinator;
    /// as [`Office::reject_cve`].
    pub async fn reject_withdrawn_cve(&self, case: CaseId, actor: Actor, id: &str, reason: &str) -> Result<()> {
        let kept = self.cve_of(case, actor).await?;
        let withdrawn = self.load_case(case).await?.file.case.aftercare.withdrawn.is_some();
        let number = kept.iter().find(|line| line.id == id && line.is_alive());
        let number = number.filter(|_| withdrawn && actor.party == Party::Coordinator).ok_or(Error::NotFound)?;
        self.reject_cve(&number.id, reason, Vec::new()).await
    }

    /// Numbers belong to the text, and only the two bodies see that before it is public.
    async fn sees_text(&self, case: CaseId, actor: Actor) -> Result<()> {
        let loaded = self.load_case(case).await?;
        let view = self.view_case(&loaded.file, actor)?;
        if actor.party.is_staff() && view.advisory.is_some() { Ok(()) } else { Err(Error::NotFound) }
    }

    /// Rejects a number, and its record with it.
    ///
    /// # Errors
    /// [`Error::Cve`], `NotFound` when it is none of ours, [`Error::Unusable`] without a reason.
    pub async fn reject_cve(&self, id: &str, reason: &str, replaced_by: Vec<String>) -> Result<()> {
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Error::Unusable("the reason"));
        }
        let mut number = self.store().cve_number(id).await?.ok_or(Error::NotFound)?;
        let own = number.id.clone();
        call(self.cve_services()?, move |services| services.reject(&own, &reason, &replaced_by)).await?;
        let new = Known { written_at: Some(self.now().at), trouble: None, ..known(&number) };
        (number.state, number.data) = ("rejected".into(), sealed(&new));
        Ok(self.store().put_cve_number(&number).await?)
    }
}
