//! Serving: both web faces behind one address, the worker beside them, and a graceful end.

mod connections;
mod door;
mod health;
pub mod mailbox;
mod metrics;
mod routes;
mod watch;
mod worker;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use casework::clock::AheadClock;
use casework::mail::Postman;
use console::{Console, DemoPerson};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use self::door::Door;
use crate::config::Config;
use crate::failure::{Failure, Outcome};
use crate::preview::PortalPreview;
use casework::Office;

/// What is served.
pub struct Service {
    /// The office, opened.
    pub office: Office,
    /// The settings.
    pub config: Config,
    /// In a demo, who one can be.
    pub demo: Option<(Vec<DemoPerson>, AheadClock)>,
}

/// Binds an address, so that a port in use is told before anything else is done.
///
/// # Errors
/// When it cannot be had.
pub async fn bind(address: SocketAddr) -> Outcome<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| {
        let why = match error.kind() {
            std::io::ErrorKind::AddrInUse => "another program listens there".to_owned(),
            std::io::ErrorKind::PermissionDenied => "the system does not allow it".to_owned(),
            kind => kind.to_string(),
        };
        Failure::new(format!("Cannot listen on {address}: {why}"))
    })
}

/// Serves until the program is told to stop (SIGINT or SIGTERM); running requests are finished.
///
/// # Errors
/// When it cannot begin.
pub async fn serve(service: Service, listener: TcpListener) -> Outcome {
    let Service { office, config, demo } = service;
    let postman = postman(&office, &config)?;
    let mut figures = match config.metrics.address()? {
        Some(address) => Some(bind(address).await?),
        None => None,
    };
    let maildir = mailbox::of(&config.intake)?;
    worker::prepare(&office).await?;
    let counters = Arc::new(metrics::Counters::default());
    let portal = routes::portal(&office, demo.is_some()).await?;
    let (people, clock) = demo.unzip();
    let mut console = Console::new(office.clone(), people).with_preview(PortalPreview(portal.clone()));
    console.demo_clock = clock;
    let routes = routes::app(console, portal.clone(), counters.clone(), &config.server);
    let app = Door { portal: portal.clone(), counters: counters.clone(), routes };
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let working = tokio::spawn(worker::work(office.clone(), postman, portal.clone(), stopped.clone()));
    let watching = tokio::spawn(mailbox::watch(office.clone(), maildir, stopped.clone()));
    let following = tokio::spawn(portal::follow(portal));
    if let Some(listener) = figures.take() {
        let private = routes::private(office.clone(), counters);
        tokio::spawn(connections::accept(listener, private, config.server.clone(), stopped.clone()));
    }
    let serving = tokio::spawn(connections::accept(listener, app, config.server.clone(), stopped));
    told_to_stop().await?;
    tracing::info!("stopping: running requests are finished first");
    stop.send(true).ok();
    let patience = Duration::from_secs(u64::from(config.server.stop_seconds) + 5);
    let _ = tokio::time::timeout(patience, async { (serving.await, working.await, watching.await) }).await;
    following.abort();
    office.store().clone().close().await;
    tracing::info!("stopped");
    Ok(())
}

async fn told_to_stop() -> Outcome {
    let failed = |_| Failure::new("The system does not tell the program when to stop");
    let mut terminate = signal(SignalKind::terminate()).map_err(failed)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(failed)?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

/// A folder for mails lies in the data folder.
fn postman(office: &Office, config: &Config) -> Outcome<Postman> {
    let mut mail = config.mail.clone();
    if !mail.folder.is_empty() {
        mail.folder = office.store().folder().join(&mail.folder).to_string_lossy().into_owned();
    }
    let postman = Postman::of(&mail).map_err(Failure::new)?;
    match &postman {
        Postman::Holding => tracing::warn!("no mail server is set (mail.smtp): mails are kept and not sent"),
        Postman::Folder(_) => tracing::info!("mails are written into the folder of mail.folder and not sent"),
        Postman::Smtp(_) => {}
    }
    Ok(postman)
}
