//! CVE numbers beside the text: those that are reserved and free to take, those that are kept for this case, and what
//! became of their records.

use casework::Error;
use casework::cve::CveLine;
use rulebook::ids::CaseId;
use ui::{Choice, Frame, Mark};

use crate::forms::Fields;
use crate::who::Staff;

/// Free numbers that are offered.
const OFFERED: usize = 30;
/// What a button sends to take the chosen number.
pub(super) const TAKE: &str = "cve";
/// What a button sends to try the records again.
pub(super) const RETRY: &str = "cve-retry";
/// What a button sends to give a number back, before the number.
pub(super) const GIVE_BACK: &str = "cve-back-";

/// The numbers of a case.
#[derive(Default)]
pub(crate) struct Numbers {
    pub(super) kept: Vec<NumberLine>,
    pub(super) free: Vec<Choice>,
    pub(super) has_trouble: bool,
}

/// A number that is kept for the case.
pub(crate) struct NumberLine {
    pub(super) id: String,
    pub(super) mark: Mark,
    pub(super) state: String,
    /// What sends it back, while nothing was published under it.
    pub(super) give_back: Option<String>,
}

/// What the viewer is shown of the numbers of a case; `named` are those of its text.
pub(super) async fn of(staff: &Staff, frame: &Frame, case: CaseId, named: &[String]) -> Result<Numbers, Error> {
    let office = &staff.visitor.console.office;
    let kept = office.cve_of(case, staff.actor).await?;
    let free = office.free_cve().await?;
    Ok(Numbers {
        has_trouble: kept.iter().any(|line| line.trouble.is_some()),
        kept: kept.iter().map(|number| line(frame, number, named)).collect(),
        free: free.into_iter().take(OFFERED).map(|id| Choice::new(&id, &id)).collect(),
    })
}

/// What became of a number, in words; `named` are the numbers of the text. A record follows a text that names its number.
pub(crate) fn state(frame: &Frame, number: &CveLine, named: &[String]) -> (Mark, String) {
    match (&number.trouble, number.written_at, number.state.as_str()) {
        (Some(trouble), _, _) => (Mark::Urgent, frame.t1("cve-trouble", "why", trouble)),
        (None, _, "rejected") => (Mark::Waiting, frame.t("cve-rejected").into_owned()),
        (None, Some(at), "published") => (Mark::Done, frame.t1("cve-published", "at", frame.instant_text(at))),
        (None, None, "published") => (Mark::Done, frame.t("cve-published-elsewhere").into_owned()),
        _ if named.contains(&number.id) => (Mark::Active, frame.t("cve-reserved").into_owned()),
        _ => (Mark::Soon, frame.t("cve-aside").into_owned()),
    }
}

fn line(frame: &Frame, number: &CveLine, named: &[String]) -> NumberLine {
    let (mark, state) = state(frame, number, named);
    let is_reserved = number.state == "reserved";
    NumberLine {
        give_back: is_reserved.then(|| format!("{GIVE_BACK}{}", number.id)),
        id: number.id.clone(),
        mark,
        state,
    }
}

/// Takes or gives back a number, or tries the records again, and says so in the field of the form.
pub(super) async fn change(staff: &Staff, case: CaseId, fields: &Fields) -> Result<Vec<String>, Error> {
    let office = &staff.visitor.console.office;
    let mut typed: Vec<String> = fields.get("cve").split([',', ' ', '、', '，']).map(str::to_owned).collect();
    typed.retain(|id| !id.trim().is_empty());
    match fields.get("then") {
        TAKE => {
            let id = fields.get("cve_free").to_owned();
            office.keep_cve(case, staff.actor, &id).await?;
            if !typed.contains(&id) {
                typed.push(id);
            }
        }
        RETRY => office.retry_cve(case, staff.actor).await?,
        then => {
            let id = then.strip_prefix(GIVE_BACK).unwrap_or_default();
            office.give_back_cve(case, staff.actor, id).await?;
            typed.retain(|other| other != id);
        }
    }
    Ok(typed)
}
