//! Words of the desks for what the rulebook names and no other page shows.

use rulebook::action::Action;
use rulebook::edition::Range;
use rulebook::refusal::Refusal;
use rulebook::report::form::{Answer, Consents};
use rulebook::report::{Channel, Condition};
use ui::action::Button;
use ui::{Frame, Lang};

/// A condition of acceptance.
pub(super) fn condition(lang: Lang, condition: Condition) -> String {
    lang.t(format!("desk-condition-{}", condition.word().replace('_', "-"))).into_owned()
}

/// An answer to a yes-or-no item.
pub(super) fn answer(lang: Lang, answer: Answer) -> String {
    lang.t(format!("desk-answer-{}", answer_word(answer))).into_owned()
}

/// Stable word of an answer, as forms carry it.
pub(super) const fn answer_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Unanswered => "unanswered",
        Answer::Yes => "yes",
        Answer::No => "no",
        Answer::Both => "both",
    }
}

/// The three consents with what was answered.
pub(super) fn consents(lang: Lang, consents: Consents) -> [(String, String); 3] {
    [
        (lang.t("desk-consent-share").into_owned(), answer(lang, consents.share_identity)),
        (lang.t("desk-consent-direct").into_owned(), answer(lang, consents.direct_contact)),
        (lang.t("desk-consent-publish").into_owned(), answer(lang, consents.publish_name)),
    ]
}

/// The way in which a report came.
pub(super) fn channel(lang: Lang, channel: Channel) -> String {
    lang.t(match channel {
        Channel::WebForm => "desk-channel-web",
        Channel::TextForm => "desk-channel-text",
        Channel::Mail => "desk-channel-mail",
    })
    .into_owned()
}

/// A range of influence.
pub(super) fn range(lang: Lang, range: Range) -> String {
    lang.t(format!("desk-range-{}", range_word(range))).into_owned()
}

/// Stable word of a range, as forms carry it.
pub(super) const fn range_word(range: Range) -> &'static str {
    match range {
        Range::Wide => "wide",
        Range::Medium => "medium",
        Range::Narrow => "narrow",
    }
}

/// Stable word of an action.
pub(super) fn action_word(action: Action) -> String {
    let mut word = String::new();
    for c in format!("{action:?}").chars() {
        if c.is_ascii_uppercase() && !word.is_empty() {
            word.push('-');
        }
        word.push(c.to_ascii_lowercase());
    }
    word
}

/// What an action is called on its button.
pub(super) fn action(lang: Lang, action: Action) -> String {
    lang.t(format!("desk-action-{}", action_word(action))).into_owned()
}

/// Actions that are not possible now, as buttons with the reason and the clause.
pub(super) fn denied(frame: &Frame, refusals: impl IntoIterator<Item = (Action, Refusal)>) -> Vec<Button> {
    let button = |(what, refusal): (Action, Refusal)| {
        let clause = refusal.clause.or(what.clause()).map(|clause| clause.to_string()).unwrap_or_default();
        let id = format!("denied-{}", action_word(what));
        ui::button(action(frame.lang, what)).secondary().small().denied(id, frame.t(refusal.why.key()), clause)
    };
    refusals.into_iter().map(button).collect()
}

/// Size of a file for people.
pub(super) fn size(bytes: u64) -> String {
    ui::numbers::bytes(bytes)
}
