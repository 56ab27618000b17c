//! `noroshi mail take`: one pass over a mailbox, for those who have cron and no server at the same place.

use std::path::Path;

use casework::incoming::{Maildir, Round};

use crate::failure::{Failure, Outcome};
use crate::out;
use crate::place::Place;
use crate::serve::mailbox;

/// At least one mail was not taken in.
const NOT_TAKEN: u8 = 1;
/// Everything was taken in; something needs reading.
const NEEDS_READING: u8 = 2;

/// Takes in what lies in a mailbox and says how much became what.
///
/// # Errors
/// When the folder is no mailbox, or nothing could be begun.
pub async fn take(place: &Place, folder: &Path) -> Outcome<u8> {
    let maildir = mailbox::open(folder)?;
    let office = place.office().await?;
    office.prepare_receiving_key().await?;
    let taken = all(&office, &maildir).await;
    office.store().clone().close().await;
    let round = taken?;
    let Round { reports, to_read, joined, bounces, ignored, unread, later, failed } = round;
    out::line(format!(
        "{reports} reports, {to_read} of them to be read; {joined} answers; {bounces} returned mails; {ignored} others; \
         {unread} unreadable; {later} put off; {failed} not taken"
    ));
    Ok(code(&round))
}

/// Rounds until nothing is left, or something fails.
async fn all(office: &casework::Office, maildir: &Maildir) -> Outcome<Round> {
    let unusable = |error: std::io::Error| Failure::new(format!("the mailbox cannot be used: {}", error.kind()));
    maildir.call_back().map_err(unusable)?;
    let mut whole = Round::default();
    loop {
        let round = office.take_maildir(maildir).await.map_err(unusable)?;
        whole.add(round);
        if round == Round::default() || round.failed > 0 {
            return Ok(whole);
        }
    }
}

fn code(round: &Round) -> u8 {
    match round {
        Round { failed: 1.., .. } => NOT_TAKEN,
        Round { to_read: 1.., .. } | Round { unread: 1.., .. } => NEEDS_READING,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_taken_weighs_most() {
        assert_eq!(code(&Round { reports: 1, ..Round::default() }), 0);
        assert_eq!(code(&Round { reports: 1, to_read: 1, ..Round::default() }), 2);
        assert_eq!(code(&Round { to_read: 1, failed: 1, ..Round::default() }), 1);
    }
}
