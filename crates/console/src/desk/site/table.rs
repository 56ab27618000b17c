//! The table of the forms: what each does, on which page it stands, which duties it carries out, and its fields.

use rulebook::case::{AttemptOutcome, ContactMeans, DutyKind};
use rulebook::site::{FixCheck, OperatorCategory, OperatorConsent, SiteAction};
use ui::Lang;
use ui::field::Choice;

use super::Place;
use super::words;
use crate::brought::WITH_MESSAGE;
use crate::parts::{self, Kind as K};
use crate::{names, site_names};

/// What a field of these forms is beside the plain ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Special {
    /// Kind, effects, cause.
    Classified,
    /// CVSS and what is known of the range.
    Rating,
    /// The five conditions of acceptance.
    Conditions,
    /// What the finder of a report is told, in its language.
    Reason,
    /// Addresses with their means.
    Addresses,
    /// Where was looked.
    Source,
    /// Which attempt.
    Attempt,
    /// Fields of the copy.
    Fields,
    /// Files of the case.
    Files,
    /// What the operator says.
    Answer,
    /// A finder that waits for an answer.
    Enquirer,
    /// A consent that was asked for.
    Consent,
    /// A wish to talk that nobody passed on.
    Wish,
    /// The finder of such a talk.
    TalkWith,
    /// What a public word of a leak says.
    LeakItems,
    /// Why somebody outside is told.
    Ground,
    /// Somebody outside who owes a result.
    Disclosure,
    /// Files that go with a message.
    Attached,
    /// How it ends.
    Ending,
    /// To whom it is given.
    Owner,
}

pub(super) type FieldOf = parts::FieldOf<Special>;

/// A form.
pub(super) struct Row {
    pub action: SiteAction,
    pub place: Place,
    /// The duties that it carries out.
    pub duties: &'static [DutyKind],
    /// What the page says afterwards.
    pub done: &'static str,
    pub fields: &'static [FieldOf],
}

/// The row of an action.
pub(super) fn row(action: SiteAction) -> Option<&'static Row> {
    TABLE.iter().find(|row| row.action == action)
}

const fn row_of(
    action: SiteAction,
    place: Place,
    duties: &'static [DutyKind],
    done: &'static str,
    fields: &'static [FieldOf],
) -> Row {
    Row { action, place, duties, done, fields }
}

const KEPT: &str = "site-kept";
const NOTE: FieldOf = ("note", "site-desk-note", K::Maybe);
const FIELDS: FieldOf = ("field", "site-desk-fields", K::Own(Special::Fields));
const FILES: FieldOf = ("file", "desk-files", K::Own(Special::Files));
const ON: FieldOf = ("on", "site-desk-on", K::Day);

/// Every form, in the order of the road; an end is thought of first where it is what an answer asks for.
pub(super) const TABLE: &[Row] = &[
    row_of(
        SiteAction::Close,
        Place::Ending,
        &[DutyKind::JudgeOperatorAnswer, DutyKind::JudgeSilence, DutyKind::CloseSite],
        "site-closed",
        &[
            ("ending", "site-desk-ending", K::Own(Special::Ending)),
            ("to_finder", "site-desk-to-finder", K::Text),
            ("to_operator", "site-desk-to-operator", K::Maybe),
        ],
    ),
    row_of(SiteAction::Reopen, Place::Ending, &[], "site-reopened", &[("reason", "site-desk-reason", K::Text)]),
    row_of(
        SiteAction::LinkAlert,
        Place::Ending,
        &[],
        KEPT,
        &[("title", "site-desk-title", K::Line), ("url", "site-desk-url", K::Line), ("on", "site-desk-since", K::Day)],
    ),
    row_of(
        SiteAction::Classify,
        Place::Case,
        &[DutyKind::ClassifySite],
        KEPT,
        &[("kind", "site-desk-kind", K::Own(Special::Classified))],
    ),
    row_of(
        SiteAction::Rate,
        Place::Case,
        &[DutyKind::RateInfluence],
        "rated",
        &[("vector", "desk-vector", K::Own(Special::Rating))],
    ),
    row_of(
        SiteAction::JoinReport,
        Place::Case,
        &[],
        "site-joined",
        &[
            ("report", "site-desk-report", K::Line),
            ("confirmed", "site-desk-conditions", K::Own(Special::Conditions)),
            ("reason", "site-desk-accept-reason", K::Own(Special::Reason)),
        ],
    ),
    row_of(SiteAction::Own, Place::Case, &[], "owned", &[("owner", "desk-owner-to", K::Own(Special::Owner))]),
    row_of(SiteAction::Note, Place::Case, &[], "noted", &[("text", "desk-note", K::Text)]),
    row_of(
        SiteAction::CheckSource,
        Place::Operator,
        &[DutyKind::FindOperator],
        KEPT,
        &[
            ("source", "desk-reach-where", K::Own(Special::Source)),
            ("found", "site-desk-found", K::Check),
            ("note", "desk-reach-how", K::Maybe),
        ],
    ),
    row_of(
        SiteAction::IdentifyOperator,
        Place::Operator,
        &[DutyKind::FindOperator],
        KEPT,
        &[
            ("name", "site-desk-operator", K::Line),
            ("category", "site-desk-category", K::One(categories)),
            ("addresses", "site-desk-addresses", K::Own(Special::Addresses)),
        ],
    ),
    row_of(
        SiteAction::ContactOperator,
        Place::Operator,
        &[DutyKind::ContactOperator],
        "site-contacted",
        &[
            ("means", "desk-attempt-means", K::One(means)),
            ("to", "desk-attempt-to", K::Line),
            ("on", "desk-attempt-on", K::Day),
            ("outcome", "desk-attempt-outcome", K::One(outcomes)),
            ("link", "site-desk-link", K::Check),
            NOTE,
        ],
    ),
    row_of(
        SiteAction::NoteAttempt,
        Place::Operator,
        &[],
        KEPT,
        &[
            ("attempt", "site-desk-attempt", K::Own(Special::Attempt)),
            ("outcome", "desk-attempt-outcome", K::One(outcomes)),
            NOTE,
        ],
    ),
    row_of(
        SiteAction::ConfirmOperator,
        Place::Operator,
        &[DutyKind::ConfirmOperator],
        KEPT,
        &[("person", "site-desk-person", K::Line), ("mail", "site-desk-mail", K::MaybeLine)],
    ),
    row_of(
        SiteAction::SendDetails,
        Place::Talk,
        &[DutyKind::SendSiteDetails],
        "site-sent",
        &[FIELDS, ("advice", "site-desk-advice", K::Maybe), FILES],
    ),
    row_of(SiteAction::ReceiveDetails, Place::Talk, &[], KEPT, &[]),
    row_of(
        SiteAction::Answer,
        Place::Talk,
        &[],
        KEPT,
        &[
            ("answer", "site-desk-answer", K::Own(Special::Answer)),
            ("words", "site-desk-words", K::Maybe),
            ("ready_on", "site-desk-ready-on", K::MaybeDay),
        ],
    ),
    row_of(
        SiteAction::Write,
        Place::Talk,
        &[DutyKind::AnswerOperator, DutyKind::HelpOperator, DutyKind::FollowUpSite, DutyKind::JudgeOperatorAnswer],
        "written",
        &[
            ("text", "desk-message", K::Text),
            ("question", "site-desk-question", K::Check),
            (WITH_MESSAGE.field, "message-files", K::Own(Special::Attached)),
        ],
    ),
    row_of(
        SiteAction::Consult,
        Place::Talk,
        &[DutyKind::ConsultOperator],
        "site-asked",
        &[("enquirer", "site-desk-enquirer", K::Own(Special::Enquirer)), ("text", "desk-message", K::Text)],
    ),
    row_of(
        SiteAction::AskConsent,
        Place::Talk,
        &[],
        "site-asked",
        &[("what", "site-desk-consent-to", K::One(consents))],
    ),
    row_of(
        SiteAction::GiveConsent,
        Place::Talk,
        &[],
        KEPT,
        &[("what", "site-desk-consent-to", K::Own(Special::Consent)), ("agrees", "site-desk-said", K::One(agreed))],
    ),
    row_of(
        SiteAction::CheckFix,
        Place::Talk,
        &[],
        KEPT,
        &[("result", "site-desk-seen", K::One(checks)), ("note", "site-desk-seen-how", K::Maybe)],
    ),
    row_of(
        SiteAction::PassTalk,
        Place::Talk,
        &[DutyKind::PassSiteTalk],
        "site-passed",
        &[("wish", "site-desk-wish", K::Own(Special::Wish)), ("with", "site-desk-with", K::Own(Special::TalkWith))],
    ),
    row_of(
        SiteAction::AnswerTalk,
        Place::Talk,
        &[],
        "site-declined",
        &[("wish", "site-desk-wish", K::Own(Special::Wish))],
    ),
    row_of(
        SiteAction::SuspectLeak,
        Place::Outside,
        &[],
        KEPT,
        &[("suspected", "site-desk-leak", K::One(feared)), ("note", "site-desk-why", K::Text)],
    ),
    row_of(
        SiteAction::PublishLeak,
        Place::Outside,
        &[],
        KEPT,
        &[("url", "site-desk-url", K::Line), ("item", "site-desk-leak-items", K::Own(Special::LeakItems))],
    ),
    row_of(
        SiteAction::RecordNda,
        Place::Outside,
        &[],
        KEPT,
        &[
            ("with", "site-desk-nda-with", K::Line),
            ON,
            ("until", "site-desk-until", K::MaybeDay),
            ("reference", "site-desk-reference", K::MaybeLine),
        ],
    ),
    row_of(
        SiteAction::Disclose,
        Place::Outside,
        &[],
        "site-told",
        &[
            ("ground", "site-desk-ground", K::Own(Special::Ground)),
            ("to", "site-desk-told-to", K::Line),
            FIELDS,
            FILES,
            ("purpose", "site-desk-purpose", K::Text),
        ],
    ),
    row_of(
        SiteAction::RecordResult,
        Place::Outside,
        &[DutyKind::RecordSiteResult],
        KEPT,
        &[("disclosure", "site-desk-disclosure", K::Own(Special::Disclosure)), ("result", "site-desk-result", K::Text)],
    ),
    row_of(
        SiteAction::HandToProduct,
        Place::Outside,
        &[DutyKind::HandToProduct],
        "site-handed",
        &[
            ("product", "content-product", K::Line),
            ("developer", "content-developer", K::MaybeLine),
            ("versions", "content-versions", K::MaybeLine),
            ("environment", "content-environment", K::Maybe),
            ("kind", "content-kind", K::Line),
            ("steps", "content-steps", K::Text),
            ("threat", "content-threat", K::Maybe),
            ("name_site", "site-desk-name-site", K::Check),
        ],
    ),
];

fn categories(lang: Lang) -> Vec<Choice> {
    let choice = |one: OperatorCategory| {
        let choice = Choice::new(one.word(), site_names::category(lang, one));
        match one.special_way() {
            Some((ground, _)) => choice.hint(lang.t1("site-desk-special", "clause", ground.clause().to_string())),
            None => choice,
        }
    };
    OperatorCategory::ALL.map(choice).to_vec()
}

pub(super) fn means(lang: Lang) -> Vec<Choice> {
    ContactMeans::ALL.map(|one| Choice::new(one.word(), names::means(lang, one))).to_vec()
}

fn outcomes(lang: Lang) -> Vec<Choice> {
    AttemptOutcome::ALL.map(|one| Choice::new(one.word(), names::outcome(lang, one))).to_vec()
}

fn consents(lang: Lang) -> Vec<Choice> {
    let choice =
        |one: OperatorConsent| Choice::new(one.word(), words::consent(lang, one)).hint(one.clause().to_string());
    OperatorConsent::ALL.map(choice).to_vec()
}

fn checks(lang: Lang) -> Vec<Choice> {
    FixCheck::ALL.map(|one| Choice::new(one.word(), words::check(lang, one))).to_vec()
}

fn agreed(lang: Lang) -> Vec<Choice> {
    vec![Choice::new("yes", lang.t("site-desk-agrees")), Choice::new("no", lang.t("site-desk-declines"))]
}

fn feared(lang: Lang) -> Vec<Choice> {
    vec![Choice::new("yes", lang.t("site-desk-feared")), Choice::new("no", lang.t("site-desk-not-feared"))]
}
