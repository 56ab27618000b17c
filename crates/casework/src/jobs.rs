//! What happens by itself: publications on their day, mails, sweeping, daily checkpoints.
//!
//! A worker calls [`Office::tick`] again and again; polling is the contract (decision 19). Several nodes may tick at
//! once: jobs and mails are claimed.

use jiff::{SignedDuration, Timestamp};
use rulebook::ids::{CaseId, ReportId};
use rulebook::moment::Moment;
use rulebook::report::ReportStage;
use store::{Job, NewJob};
use uuid::Uuid;

use crate::cases::PUBLISH_JOB;
use crate::cve::RECORD_JOB;
use crate::enquiries::FORGET_ASKER_JOB;
use crate::error::{Error, Result};
use crate::mail::Postman;
use crate::office::Office;
use crate::reach::LIST_JOB;

pub(crate) const LEASE: SignedDuration = SignedDuration::from_mins(2);
pub(crate) const BATCH: u32 = 20;

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Cases published.
    pub published: u32,
    /// Jobs done.
    pub jobs: u32,
    /// Mails handed over.
    pub mails: u32,
    /// Mails and jobs that failed and are tried again.
    pub failed: u32,
}

impl Office {
    /// Does what is due: jobs by the procedure's clock, mails through the postman.
    ///
    /// # Errors
    /// The store's; a single job or mail that fails is tried again later and is no error here.
    pub async fn tick(&self, postman: &Postman) -> Result<Round> {
        let mut round = Round::default();
        let now = self.now().at;
        for job in self.store().claim_jobs(now, BATCH, LEASE).await? {
            match self.do_job(&job).await {
                Ok(published) => {
                    self.store().job_done(&job).await?;
                    round.jobs += 1;
                    round.published += u32::from(published);
                }
                Err(error) => {
                    let wait = SignedDuration::from_secs(60 << job.attempts.min(8));
                    self.store().job_failed(&job, now + wait, class(&error)).await?;
                    round.failed += 1;
                }
            }
        }
        if self.tree_is_behind().await? {
            self.write_tree().await?;
        }
        self.send_mails(postman, now, &mut round).await?;
        self.send_to_subscribers(postman, now, &mut round).await?;
        Ok(round)
    }

    async fn do_job(&self, job: &Job) -> Result<bool> {
        match job.job.kind.as_str() {
            PUBLISH_JOB => self.publish_due(CaseId(job.job.subject)).await,
            DAILY_JOB => self.daily().await.map(|()| false),
            LIST_JOB => self.write_unreachable().await.map(|()| false),
            RECORD_JOB => self.write_cve_records(CaseId(job.job.subject)).await.map(|()| false),
            FORGET_ASKER_JOB => self.forget_asker(job.job.subject).await.map(|()| false),
            FORGET_JOB => self.forget_person(ReportId(job.job.subject)).await.map(|()| false),
            _ => Ok(false),
        }
    }

    /// Sweeps what is kept too long (decision 26), and comes back tomorrow.
    async fn daily(&self) -> Result<()> {
        let wall = self.wall();
        let store = self.store();
        let mail_days = i64::from(self.settings().retention.sent_mail_days);
        store.sweep_drafts(wall).await?;
        store.sweep_sessions(wall).await?;
        store.sweep_tokens(wall - SignedDuration::from_hours(24 * 30)).await?;
        store.sweep_mails(wall - SignedDuration::from_hours(24 * mail_days)).await?;
        self.forget_unconfirmed().await?;
        store.sweep_orphans(wall - SignedDuration::from_hours(48)).await?;
        self.remind().await?;
        self.write_checkpoint().await?;
        self.write_pages().await?;
        self.renew_website_figures().await?;
        self.prepare_receiving_key().await?;
        self.renew_security_txt().await?;
        self.plan_daily(self.now().at + SignedDuration::from_hours(24)).await
    }

    /// The job that forgets the person of a report that was not accepted, once its time is over (decision 26).
    pub(crate) fn forgetting(&self, report: ReportId, now: Moment) -> NewJob {
        let days = i64::from(self.settings().retention.rejected_person_days);
        NewJob::once(FORGET_JOB, report.0, now.at + SignedDuration::from_hours(24 * days))
    }

    /// Destroys the person's key: contact data and the report as it came are gone, the journal stands.
    async fn forget_person(&self, report: ReportId) -> Result<()> {
        let (state, _) = self.load_report(report).await?;
        if matches!(state.stage, ReportStage::Rejected { .. }) {
            self.store().destroy_person_key(state.person.0, self.now().at).await?;
        }
        Ok(())
    }

    /// Puts the daily job on, unless it is there.
    ///
    /// # Errors
    /// The store's.
    pub async fn plan_daily(&self, at: Timestamp) -> Result<()> {
        Ok(self.store().add_jobs(&[NewJob::once(DAILY_JOB, Uuid::nil(), at)]).await?)
    }

    async fn send_mails(&self, postman: &Postman, now: Timestamp, round: &mut Round) -> Result<()> {
        if !postman.sends() {
            return Ok(());
        }
        for mail in self.store().claim_mails(now, BATCH, LEASE).await? {
            match postman.hand_over(&mail, &self.settings().mail.from).await {
                Ok(()) => {
                    self.store().mail_sent(mail.mail.id, now).await?;
                    round.mails += 1;
                }
                Err(class) => {
                    let next = (mail.attempts < 12).then(|| now + SignedDuration::from_secs(30 << mail.attempts));
                    self.store().mail_failed(mail.mail.id, next, class).await?;
                    round.failed += 1;
                }
            }
        }
        Ok(())
    }
}

/// Job that sweeps and checkpoints once a day.
const DAILY_JOB: &str = "daily";
/// Job that forgets a person.
const FORGET_JOB: &str = "forget";

/// The class of an error, in clear in the store: no data.
fn class(error: &Error) -> &'static str {
    match error {
        Error::Store(_) => "store",
        Error::Publish(_) => "tree",
        Error::Cve(_) => "cve",
        _ => "other",
    }
}
