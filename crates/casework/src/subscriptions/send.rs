//! Handing over the mails to subscribers, after those that cases wait for.

use jiff::{SignedDuration, Timestamp};

use crate::error::Result;
use crate::jobs::{BATCH, LEASE, Round};
use crate::mail::Postman;
use crate::office::Office;

/// A mail that cannot be handed over so often is given up: somewhat more than a day.
const TRIES: u32 = 11;

impl Office {
    pub(crate) async fn send_to_subscribers(&self, postman: &Postman, now: Timestamp, round: &mut Round) -> Result<()> {
        if !postman.sends() {
            return Ok(());
        }
        for waiting in self.store().claim_list_mails(now, BATCH, LEASE).await? {
            let id = waiting.mail.id;
            match postman.hand_over_news(&waiting, &self.settings().mail.from).await {
                Ok(()) => {
                    self.store().list_mail_done(id).await?;
                    round.mails += 1;
                }
                Err("refused") => self.store().list_mail_done(id).await?,
                Err(_) if waiting.attempts >= TRIES => self.store().list_mail_done(id).await?,
                Err(_) => {
                    let wait = SignedDuration::from_secs(30 << waiting.attempts);
                    self.store().list_mail_failed(id, now + wait).await?;
                    round.failed += 1;
                }
            }
        }
        Ok(())
    }
}
