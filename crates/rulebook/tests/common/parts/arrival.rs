//! About what else came in.

use rulebook::case::{ArrivalEvent, CaseEvent, Overseas};

use crate::common::{OTHER_REPORT, day};

pub fn golden() -> Vec<CaseEvent> {
    let joined = ArrivalEvent::ReportJoined { report: OTHER_REPORT, on: day("2026-11-20"), attachments: vec![] };
    let overseas = ArrivalEvent::OverseasReceived(Overseas {
        coordinator: "CERT/CC".into(),
        number: "VU#100001".into(),
        day: Some(day("2026-12-10")),
        contact: "cert@example.org".into(),
        on: day("2026-11-20"),
    });
    [joined, overseas].map(CaseEvent::Arrival).into()
}
