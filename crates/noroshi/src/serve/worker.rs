//! What happens by itself: publications on their day, mails, daily work. Polling is the contract (decision 19).

use std::time::Duration;

use casework::Office;
use casework::mail::Postman;
use jiff::SignedDuration;
use portal::PortalState;
use tokio::sync::watch;

use crate::failure::Outcome;
use crate::subscribing::PortalSearch;

/// Between two rounds; each node adds up to a quarter, so that several do not ask at the same instant.
const ROUND: Duration = Duration::from_millis(1_000);

/// Makes good what a crash left: the tree is brought up to what was committed, and the daily work is put on.
///
/// # Errors
/// When the store or the tree does not work: then nothing should begin.
pub async fn prepare(office: &Office) -> Outcome {
    office.prepare_receiving_key().await?;
    office.catch_up_tree().await?;
    let soon = office.now().at + SignedDuration::from_mins(1);
    Ok(office.plan_daily(soon).await?)
}

/// Works until `stop` says so. What fails is logged by its class and tried again.
pub async fn work(office: Office, postman: Postman, portal: PortalState, mut stop: watch::Receiver<bool>) {
    // The lists in the tree are whole, and may be of other settings: nobody has to wait until they are made anew.
    match office.write_tree().await {
        Ok(()) => portal.notify(),
        Err(error) => tracing::error!(%error, "the published tree could not be written anew"),
    }
    loop {
        match office.tick(&postman).await {
            Ok(round) => {
                if round.published > 0 {
                    portal.notify();
                }
                if round != casework::jobs::Round::default() {
                    let (published, jobs, mails, failed) = (round.published, round.jobs, round.mails, round.failed);
                    tracing::info!(published, jobs, mails, failed, "work done");
                }
            }
            Err(error) => tracing::error!(%error, "the round broke off and is tried again"),
        }
        match tell(&office, &portal).await {
            Ok(0) => {}
            Ok(told) => tracing::info!(told, "subscribers told"),
            Err(error) => tracing::error!(%error, "telling subscribers broke off and is tried again"),
        }
        let rest = ROUND + jitter(&office);
        if tokio::time::timeout(rest, stop.wait_for(|stop| *stop)).await.is_ok() {
            return;
        }
    }
}

/// Searching keeps a thread busy, and the runtime has others to serve.
async fn tell(office: &Office, portal: &PortalState) -> casework::Result<u32> {
    let (office, search) = (office.clone(), PortalSearch(portal.clone()));
    let runtime = tokio::runtime::Handle::current();
    let telling = tokio::task::spawn_blocking(move || runtime.block_on(office.tell_subscribers(&search)));
    telling.await.unwrap_or(Ok(0))
}

fn jitter(office: &Office) -> Duration {
    let mut byte = [0];
    office.entropy().fill(&mut byte);
    Duration::from_millis(u64::from(byte[0]))
}
