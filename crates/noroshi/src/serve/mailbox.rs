//! The mailbox that is watched (`intake.maildir`). Looking every few seconds is the contract: it works on every disk,
//! and after every crash.

use std::path::Path;
use std::time::Duration;

use casework::Office;
use casework::incoming::{Maildir, Round};
use tokio::sync::watch;

use crate::config::IntakeSettings;
use crate::failure::{Failure, Outcome};

/// Between two looks.
const PAUSE: Duration = Duration::from_secs(3);
/// So many looks until what was put off is tried again: some hours.
const PATIENCE: u32 = 4_800;

/// Opens a mailbox.
///
/// # Errors
/// When the folder is none, or cannot be written.
pub fn open(folder: &Path) -> Outcome<Maildir> {
    Maildir::open(folder).map_err(|error| {
        let why = match error.kind() {
            std::io::ErrorKind::NotFound => "it has no folders new and cur".to_owned(),
            kind => kind.to_string(),
        };
        Failure::new(format!("{} is no mailbox that can be used: {why}", folder.display()))
    })
}

/// The mailbox of the settings, if one is named.
///
/// # Errors
/// When it cannot be used: a server that silently reads no mail is worse than none.
pub fn of(settings: &IntakeSettings) -> Outcome<Option<Maildir>> {
    let folder = settings.maildir.trim();
    if folder.is_empty() { Ok(None) } else { open(Path::new(folder)).map(Some) }
}

/// Takes mail in until `stop` says so; a mail at work is finished. What fails is logged by its class and tried again.
pub async fn watch(office: Office, maildir: Option<Maildir>, mut stop: watch::Receiver<bool>) {
    let Some(maildir) = maildir else { return };
    let mut looks = 0_u32;
    loop {
        if looks.is_multiple_of(PATIENCE) && maildir.call_back().is_err() {
            tracing::error!("mails that were put off cannot be moved");
        }
        looks = looks.wrapping_add(1);
        match office.take_maildir(&maildir).await {
            Ok(round) if round != Round::default() => tell(round),
            Ok(_) => {}
            Err(error) => tracing::error!(kind = ?error.kind(), "the mailbox cannot be read and is tried again"),
        }
        if tokio::time::timeout(PAUSE, stop.wait_for(|stop| *stop)).await.is_ok() {
            return;
        }
    }
}

/// Numbers only: nothing of a mail is logged.
fn tell(round: Round) {
    let Round { reports, to_read, joined, bounces, ignored, unread, later, failed } = round;
    tracing::info!(reports, to_read, joined, bounces, ignored, unread, later, failed, "mail taken in");
}
