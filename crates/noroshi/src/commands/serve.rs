//! `noroshi serve`.

use std::net::SocketAddr;
use std::sync::Arc;

use casework::clock::{Clock, SystemClock};

use crate::failure::Outcome;
use crate::out;
use crate::place::{Place, office};
use crate::serve::{self, Service};

/// Serves the data folder until the program is told to stop.
///
/// # Errors
/// What keeps it from starting.
pub async fn run(place: &Place, listen: Option<SocketAddr>) -> Outcome {
    place.folder()?;
    let config = place.load()?.config;
    crate::log::begin(&config.log);
    let address = match listen {
        Some(address) => address,
        None => config.server.address()?,
    };
    let store = place.store(&config).await?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let office = office(store, config.settings(), clock.clone(), clock)?;
    let listener = serve::bind(address).await?;
    // Printed for people and scripts: with port 0 nobody else knows it.
    out::line(format!("Serving on http://{}/", listener.local_addr().unwrap_or(address)));
    serve::serve(Service { office, config, demo: None }, listener).await
}
