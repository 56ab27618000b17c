//! What remains until the text is public, and whose turn it is: draft, preview, approval, co-signature, day.

use casework::CasePage;
use jiff::Timestamp;
use rulebook::advisory::state::Signature;
use rulebook::case::DutyKind;
use rulebook::case::view::AdvisoryView;
use rulebook::party::Party;
use ui::{Frame, Mark};

use crate::names;

/// A step on the way.
pub(super) struct Step {
    pub(super) mark: Mark,
    pub(super) name: String,
    pub(super) said: String,
    /// Whose turn it is, when it is this step's.
    pub(super) turn: Option<String>,
}

/// The five steps; the rules' duties say which is next.
pub(super) fn road(frame: &Frame, page: &CasePage, draft: &AdvisoryView) -> Vec<Step> {
    let (mut steps, lacks) = (
        [draft_step, preview_step, approval, co_signature, publication].map(|step| step(frame, page, draft)),
        lacks(draft),
    );
    let turn = if lacks > 0 { Some((0, Party::Coordinator)) } else { next(page) };
    if let Some((at, who)) = turn {
        let step = &mut steps[at];
        step.turn = Some(frame.t1("advisory-turn", "who", names::party(frame.lang, who)));
        if step.mark == Mark::Waiting {
            step.mark = Mark::Active;
        }
    }
    steps.into()
}

/// The step to which the next duty belongs, and who owes it.
fn next(page: &CasePage) -> Option<(usize, Party)> {
    let step = |what: DutyKind| match what {
        DutyKind::DraftAdvisory | DutyKind::UpdateAdvisory => Some(0),
        DutyKind::SendPreview => Some(1),
        DutyKind::ApproveAdvisory => Some(2),
        DutyKind::CoSignAdvisory => Some(3),
        DutyKind::SetDay | DutyKind::Publish | DutyKind::PublishUpdate => Some(4),
        _ => None,
    };
    page.view.duties.iter().filter_map(|duty| Some((step(duty.what)?, duty.who))).min_by_key(|(at, _)| *at)
}

fn lacks(draft: &AdvisoryView) -> usize {
    draft.content.as_ref().map_or(0, |content| content.lacks().len())
}

fn step(frame: &Frame, key: &str, mark: Mark, said: String) -> Step {
    Step { mark, name: frame.t(key).into_owned(), said, turn: None }
}

fn draft_step(frame: &Frame, page: &CasePage, draft: &AdvisoryView) -> Step {
    let news = page.view.duties.iter().any(|duty| duty.what == DutyKind::UpdateAdvisory);
    let (mark, said) = match lacks(draft) {
        0 if news => (Mark::Active, frame.t("advisory-step-news").into_owned()),
        0 => (Mark::Done, frame.t("advisory-step-whole").into_owned()),
        count => (Mark::Active, frame.t1("advisory-step-lacks", "count", count)),
    };
    step(frame, "advisory-step-draft", mark, said)
}

fn preview_step(frame: &Frame, page: &CasePage, draft: &AdvisoryView) -> Step {
    let asked = page.view.developers.iter().any(|side| side.details.is_some());
    let (mark, said) = match draft.preview_at {
        Some(_) if draft.changed_since_preview => (Mark::Soon, frame.t("advisory-step-changed").into_owned()),
        Some(at) => (Mark::Done, frame.instant_text(at)),
        None if asked => (Mark::Waiting, frame.t("advisory-step-not-shown").into_owned()),
        None => (Mark::Stopped, frame.t("advisory-step-nobody").into_owned()),
    };
    step(frame, "advisory-step-preview", mark, said)
}

fn approval(frame: &Frame, page: &CasePage, draft: &AdvisoryView) -> Step {
    signature(frame, page, "advisory-step-approval", draft.approved)
}

fn co_signature(frame: &Frame, page: &CasePage, draft: &AdvisoryView) -> Step {
    signature(frame, page, "advisory-step-co-signature", draft.co_signed)
}

fn signature(frame: &Frame, page: &CasePage, key: &str, signed: Option<Signature>) -> Step {
    match signed {
        Some(signature) => step(frame, key, Mark::Done, signed_by(frame, page, signature)),
        None => step(frame, key, Mark::Waiting, frame.t("advisory-step-not-signed").into_owned()),
    }
}

fn signed_by(frame: &Frame, page: &CasePage, signature: Signature) -> String {
    let name = page.names.get(&signature.by).map_or("", String::as_str);
    frame.t2("advisory-signed-by", "name", name, "when", when(frame, signature.at))
}

fn when(frame: &Frame, at: Timestamp) -> String {
    frame.instant_text(at)
}

fn publication(frame: &Frame, page: &CasePage, draft: &AdvisoryView) -> Step {
    let key = "advisory-step-publication";
    if let Some(last) = draft.revisions.last() {
        let number = last.number;
        return if draft.has_unpublished_text {
            step(frame, key, Mark::Waiting, frame.t1("advisory-step-update", "revision", number + 1))
        } else {
            step(
                frame,
                key,
                Mark::Done,
                frame.t2("advisory-step-published", "revision", number, "when", when(frame, last.at)),
            )
        };
    }
    match page.view.day {
        Some(day) => {
            let mark = if day < frame.today { Mark::Urgent } else { Mark::Waiting };
            step(frame, key, mark, frame.t2("advisory-step-day", "day", frame.day_text(day), "left", frame.left(day)))
        }
        None => step(frame, key, Mark::Waiting, frame.t("advisory-step-no-day").into_owned()),
    }
}
