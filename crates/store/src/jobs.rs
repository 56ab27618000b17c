//! Jobs: what has to be done at an instant, claimed by one worker at a time.

use jiff::{SignedDuration, Timestamp};
use sqlx::AnyConnection;
use uuid::Uuid;

use crate::db::{BATCH, Columns, Sql};
use crate::error::Result;
use crate::store::Store;

/// Work to be done. All of it is stored in clear: it names, it does not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJob {
    /// What has to be done, such as `publish`.
    pub kind: String,
    /// On what.
    pub subject: Uuid,
    /// Not before this instant; one that passed while the program was down is done at the next start.
    pub due_at: Timestamp,
    /// At most one job has this key; a newer one takes the older one's place.
    pub key: String,
}

impl NewJob {
    /// A job of which there is one per kind and subject.
    pub fn once(kind: &str, subject: Uuid, due_at: Timestamp) -> Self {
        NewJob { kind: kind.to_owned(), subject, due_at, key: format!("{kind}/{subject}") }
    }
}

/// A job that a worker has claimed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// What has to be done, when, on what.
    pub job: NewJob,
    /// How often it was tried, this time included.
    pub attempts: u32,
    /// The class of the last failure.
    pub error_class: Option<String>,
    run: i64,
}

pub(crate) async fn enqueue(tx: &mut AnyConnection, jobs: &[NewJob]) -> Result<()> {
    for jobs in jobs.chunks(BATCH) {
        Sql::new("INSERT INTO jobs (id, kind, subject, due_at, run, leased_until, attempts) VALUES ")
            .rows(jobs, |job, row| {
                row.bind(job.key.as_str()).bind(job.kind.as_str()).bind(job.subject.to_string());
                row.bind(job.due_at.as_microsecond()).bind(0_i64).bind(0_i64).bind(0_i64);
            })
            // The run tells a worker that still holds the older job that its answer is out of date.
            .push(
                " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, subject = excluded.subject,
                 due_at = excluded.due_at, run = jobs.run + 1, leased_until = 0, attempts = 0, error_class = NULL",
            )
            .execute(tx)
            .await?;
    }
    Ok(())
}

impl Store {
    /// Adds jobs outside an append, such as the daily ones.
    pub async fn add_jobs(&self, jobs: &[NewJob]) -> Result<()> {
        let mut tx = self.db().begin().await?;
        enqueue(&mut tx, jobs).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Claims up to `n` jobs that are due. Another worker gets them again when `lease` has passed without an answer.
    pub async fn claim_jobs(&self, now: Timestamp, n: u32, lease: SignedDuration) -> Result<Vec<Job>> {
        let rows = Sql::new(
            "UPDATE jobs SET attempts = attempts + 1, leased_until = $1 WHERE id IN (SELECT id FROM jobs
             WHERE due_at <= $2 AND leased_until <= $2 ORDER BY due_at, id LIMIT $3",
        )
        .bind((now + lease).as_microsecond())
        .bind(now.as_microsecond())
        .bind(i64::from(n))
        .push(self.db().skip_locked())
        .push(") RETURNING id, kind, subject, due_at, run, attempts, error_class")
        .fetch_all(&mut *self.db().write().await?)
        .await?;
        let mut jobs = Vec::with_capacity(rows.len());
        for row in &rows {
            let job = NewJob { key: row.text(0)?, kind: row.text(1)?, subject: row.uuid(2)?, due_at: row.instant(3)? };
            let attempts = u32::try_from(row.int(5)?).unwrap_or(u32::MAX);
            jobs.push(Job { job, run: row.int(4)?, attempts, error_class: row.maybe_text(6)? });
        }
        jobs.sort_by(|a, b| (a.job.due_at, &a.job.key).cmp(&(b.job.due_at, &b.job.key)));
        Ok(jobs)
    }

    /// The job is done; when it was put on again meanwhile, the new one stays.
    pub async fn job_done(&self, job: &Job) -> Result<()> {
        let delete = Sql::new("DELETE FROM jobs WHERE id = $1 AND run = $2").bind(job.job.key.as_str()).bind(job.run);
        delete.execute(&mut *self.db().write().await?).await?;
        Ok(())
    }

    /// The job could not be done; it is tried again at `next_at`. The class of the error is stored in clear.
    pub async fn job_failed(&self, job: &Job, next_at: Timestamp, error_class: &str) -> Result<()> {
        Sql::new("UPDATE jobs SET due_at = $1, leased_until = 0, error_class = $2 WHERE id = $3 AND run = $4")
            .bind(next_at.as_microsecond())
            .bind(error_class)
            .bind(job.job.key.as_str())
            .bind(job.run)
            .execute(&mut *self.db().write().await?)
            .await?;
        Ok(())
    }

    /// Takes a job off; says whether there was one.
    pub async fn cancel_job(&self, key: &str) -> Result<bool> {
        let delete = Sql::new("DELETE FROM jobs WHERE id = $1").bind(key);
        Ok(delete.execute(&mut *self.db().write().await?).await? > 0)
    }

    /// How many jobs there are, and how many of them are due.
    pub async fn job_counts(&self, now: Timestamp) -> Result<(u64, u64)> {
        let row = Sql::new("SELECT COUNT(*), COALESCE(SUM(CASE WHEN due_at <= $1 THEN 1 ELSE 0 END), 0) FROM jobs")
            .bind(now.as_microsecond())
            .fetch_one(&mut *self.db().read().await?)
            .await?;
        Ok((u64::try_from(row.int(0)?).unwrap_or(0), u64::try_from(row.int(1)?).unwrap_or(0)))
    }

    /// When the next job is due, so that a worker knows how long it may rest.
    pub async fn next_job_at(&self) -> Result<Option<Timestamp>> {
        let select = Sql::new("SELECT due_at FROM jobs ORDER BY due_at LIMIT 1");
        let row = select.fetch_optional(&mut *self.db().read().await?).await?;
        row.map(|row| row.instant(0)).transpose()
    }
}
