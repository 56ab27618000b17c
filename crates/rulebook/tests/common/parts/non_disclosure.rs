//! About the non-disclosure request.

use proptest::prelude::*;
use rulebook::case::NonDisclosureCommand;
use rulebook::case::decide::CaseCommand;
use rulebook::party::Party;

use crate::common::{DESK, FINDER, REPORT, body};

pub fn tries() -> impl Strategy<Value = (Party, CaseCommand)> {
    prop_oneof![
        Just((FINDER, NonDisclosureCommand::AskRelease)),
        Just((DESK, NonDisclosureCommand::ExplainDelay { report: REPORT, body: body(20) })),
        Just((DESK, NonDisclosureCommand::Release { report: REPORT })),
    ]
    .prop_map(|(party, command)| (party, CaseCommand::NonDisclosure(command)))
}
