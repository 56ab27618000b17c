//! Sharing groups (2.1).

use super::super::finding::Findings;
use super::super::subject::Subject;
use super::{m, o};

const MAX: &str = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const NIL: &str = "00000000-0000-0000-0000-000000000000";
const GROUP: &str = "/document/distribution/sharing_group";

/// 6.1.38 – 6.1.41, 6.2.28 – 6.2.30.
pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    let Some(group) = subject.document.at(&["distribution", "sharing_group"]) else { return };
    let (id, name) = (group.text("id").unwrap_or_default(), group.text("name"));
    let label = subject.tlp().unwrap_or_default();
    let clear = label == "CLEAR";
    let draft = subject.tracking.text("status") == Some("draft");
    if id == MAX && !clear {
        findings.add(m(38), "/document/distribution/tlp/label", &[label]);
    }
    if clear && id != MAX && !(id == NIL && draft) {
        findings.add(m(39), format!("{GROUP}/id"), &[id]);
    }
    for (reserved, owner) in [("Public", MAX), ("No sharing allowed", NIL)] {
        if name == Some(reserved) && id != owner {
            findings.add(m(40), format!("{GROUP}/name"), &[reserved, owner]);
        }
        if name != Some(reserved) && id == owner {
            findings.add(m(41), GROUP, &[reserved, owner]);
        }
    }
    if id == MAX {
        findings.add(o(28), format!("{GROUP}/id"), &[]);
    }
    if id == NIL {
        findings.add(o(29), format!("{GROUP}/id"), &[]);
    }
    if clear {
        findings.add(o(30), GROUP, &[]);
    }
}
