//! Events to bytes and back: JSON with the version of its shape in the journal's header (decision 2).

use rulebook::advisory::AdvisoryEvent;
use rulebook::case::CaseEvent;
use rulebook::developer::DeveloperEvent;
use rulebook::report::ReportEvent;
use rulebook::site::SiteEvent;
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{Event, NewEvent};

use crate::accounts::AccountEvent;
use crate::error::{Error, Result};

/// An event type of a stream: its name in the header and the version of its shape.
pub(crate) trait Recorded: Serialize + DeserializeOwned {
    /// Version of the JSON shape; older ones are read through upcasters.
    const SCHEMA: u32 = 1;

    /// Name in the header.
    fn kind(&self) -> &'static str;
}

impl Recorded for ReportEvent {
    fn kind(&self) -> &'static str {
        ReportEvent::kind(self)
    }
}

impl Recorded for CaseEvent {
    fn kind(&self) -> &'static str {
        CaseEvent::kind(self)
    }
}

impl Recorded for SiteEvent {
    fn kind(&self) -> &'static str {
        SiteEvent::kind(self)
    }
}

impl Recorded for AdvisoryEvent {
    fn kind(&self) -> &'static str {
        AdvisoryEvent::kind(self)
    }
}

impl Recorded for DeveloperEvent {
    fn kind(&self) -> &'static str {
        DeveloperEvent::kind(self)
    }
}

impl Recorded for AccountEvent {
    fn kind(&self) -> &'static str {
        AccountEvent::kind(self)
    }
}

/// An event as the journal takes it.
pub(crate) fn encode<E: Recorded>(event: &E) -> NewEvent {
    let payload = serde_json::to_vec(event).expect("events are plain data");
    NewEvent { kind: event.kind().to_owned(), schema: E::SCHEMA, payload }
}

/// An event as the journal gives it back.
pub(crate) fn decode<E: Recorded>(event: &Event) -> Result<E> {
    if event.header.schema > E::SCHEMA {
        return Err(Error::Unreadable("an event of a newer version of the program"));
    }
    // Looked through once, and not again for each of its texts.
    let text = simdutf8::basic::from_utf8(&event.payload).map_err(|_| Error::Unreadable("an event"))?;
    serde_json::from_str(text).map_err(|_| Error::Unreadable("an event"))
}
