//! The log: text for people or JSON lines, on stderr. What is logged never holds a secret, an address or a path.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::layer;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::{LogFormat, LogSettings};

/// Begins the log.
pub fn begin(settings: &LogSettings) {
    // The crates of others quote what they handle; of them only warnings are kept.
    let filter = EnvFilter::new(format!(
        "warn,noroshi={0},casework={0},console={0},portal={0},store={0}",
        settings.level.word()
    ));
    let registry = tracing_subscriber::registry().with(filter);
    let begun = match settings.format {
        LogFormat::Json => registry.with(layer().json().flatten_event(true).with_writer(std::io::stderr)).try_init(),
        LogFormat::Text => {
            let colours = std::io::IsTerminal::is_terminal(&std::io::stderr());
            registry
                .with(layer().compact().with_target(false).with_ansi(colours).with_writer(std::io::stderr))
                .try_init()
        }
    };
    // A second call, in a test, leaves the first log in place.
    begun.ok();
    std::panic::set_hook(Box::new(|info| {
        // The message may quote what was being handled: only the place is told.
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "the program made a mistake");
    }));
}
