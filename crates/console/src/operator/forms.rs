//! The forms of the operator's page: each says who reads what is written, and asks for no more than is needed.

use askama::Template;
use rulebook::report::form::{MAX_ATTACHMENT_BYTES, MAX_TEXT};
use rulebook::site::{LeakItem, OperatorAnswer, OperatorConsent, SiteAction};
use ui::field::{Choice, Field};
use ui::form::ErrorSummary;
use ui::markup::Markup;
use ui::{Form, Frame};

use super::kebab;
use super::page::Matter;

/// A form of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It is gone.
    Fixed,
    /// It will be fixed.
    WillFix,
    /// It goes to the contractor.
    Forward,
    /// Help is needed.
    Help,
    /// It is no problem, or nothing will be done.
    Disagree,
    /// A message to the desk.
    Message,
    /// Consent or not.
    Consent,
    /// A leak was made public.
    Leak,
    /// The wish to talk with whoever found it.
    Wish,
    /// The answer to such a wish.
    Talk,
    /// A message to whoever found it.
    Direct,
    /// The contractor's access ends.
    TakeBack,
}

impl Kind {
    /// The five of the first screen.
    pub const FIRST: [Kind; 5] = [Kind::Fixed, Kind::WillFix, Kind::Forward, Kind::Help, Kind::Disagree];

    /// Its word: anchor on the page, ids of its fields, and what is said when it was taken (`done-operator-WORD`).
    pub const fn word(self) -> &'static str {
        match self {
            Kind::Fixed => "fixed",
            Kind::WillFix => "will-fix",
            Kind::Forward => "forward",
            Kind::Help => "help",
            Kind::Disagree => "disagree",
            Kind::Message => "message",
            Kind::Consent => "consent",
            Kind::Leak => "leak",
            Kind::Wish => "wish",
            Kind::Talk => "talk",
            Kind::Direct => "direct",
            Kind::TakeBack => "take-back",
        }
    }

    /// The form with this word.
    pub fn of(word: &str) -> Option<Kind> {
        Kind::FIRST.into_iter().find(|kind| kind.word() == word)
    }

    /// The answers that it offers, the likeliest first.
    pub const fn answers(self) -> &'static [OperatorAnswer] {
        match self {
            Kind::Fixed => &[
                OperatorAnswer::Fixed,
                OperatorAnswer::AvoidedByOperation,
                OperatorAnswer::PageRemoved,
                OperatorAnswer::KnownAndFixed,
            ],
            Kind::WillFix => &[OperatorAnswer::WillFix],
            Kind::Help => &[OperatorAnswer::NeedsHelp, OperatorAnswer::CannotReproduce],
            Kind::Disagree => &[OperatorAnswer::NotVulnerability, OperatorAnswer::WillNotAct],
            _ => &[],
        }
    }

    /// What it does.
    pub const fn action(self) -> SiteAction {
        match self {
            Kind::Fixed | Kind::WillFix | Kind::Help | Kind::Disagree => SiteAction::Answer,
            Kind::Forward => SiteAction::Forward,
            Kind::Message => SiteAction::Write,
            Kind::Consent => SiteAction::GiveConsent,
            Kind::Leak => SiteAction::PublishLeak,
            Kind::Wish => SiteAction::WishTalk,
            Kind::Talk => SiteAction::AnswerTalk,
            Kind::Direct => SiteAction::WriteDirectly,
            Kind::TakeBack => SiteAction::TakeBack,
        }
    }

    /// Whether the contractor may do it for the operator: what was done and what is asked, but no decision.
    pub const fn is_contractors(self) -> bool {
        matches!(self, Kind::Fixed | Kind::WillFix | Kind::Help | Kind::Message)
    }

    /// Last part of its address.
    pub const fn way(self) -> &'static str {
        match self {
            Kind::Fixed | Kind::WillFix | Kind::Help | Kind::Disagree => "answer",
            other => other.word(),
        }
    }
}

#[derive(Template)]
#[template(path = "operator/form.html")]
struct FormBox<'a> {
    frame: &'a Frame,
    wrong: ErrorSummary,
    action: String,
    files: bool,
    seen: &'a str,
    hidden: Vec<(&'static str, String)>,
    lead: String,
    fields: Vec<Field>,
    button: String,
}

/// A form, ready to stand on the page; `hidden` goes along with it.
pub(super) fn markup(matter: &Matter, kind: Kind, hidden: Vec<(&'static str, String)>) -> Markup {
    let frame = &matter.frame;
    let form = matter.form(kind, &hidden);
    let (lead, fields) = parts(frame, &form, kind);
    let own = [("form", kind.word().to_owned())];
    Markup::of(&FormBox {
        frame,
        wrong: form.summary(),
        action: frame.href(format!("/operator/{}", kind.way())),
        files: kind == Kind::Message,
        seen: matter.page.digest.as_str(),
        hidden: own.into_iter().chain(hidden).collect(),
        lead,
        fields,
        button: frame.t(format!("operator-send-{}", kind.word())).into_owned(),
    })
}

/// What stands above the fields, and the fields.
fn parts(frame: &Frame, form: &Form, kind: Kind) -> (String, Vec<Field>) {
    let lead = frame.t(format!("operator-lead-{}", kind.word())).into_owned();
    let area = |key: &str| form.area("text", frame.t(key)).rows(3_usize).limit(MAX_TEXT);
    let fields = match kind {
        Kind::Fixed => vec![answers(frame, form, kind), area("operator-words-fixed").optional()],
        Kind::WillFix => vec![
            form.day("ready_on", frame.t("operator-ready-on")).hint(frame.t("operator-ready-hint")).optional(),
            area("operator-words-will-fix").optional(),
        ],
        Kind::Help | Kind::Disagree => {
            let key = if kind == Kind::Help { "operator-words-help" } else { "operator-words-disagree" };
            vec![answers(frame, form, kind), area(key).required()]
        }
        Kind::Forward => {
            vec![form.text("to", frame.t("operator-forward-to")).hint(frame.t("operator-forward-hint")).required()]
        }
        Kind::Message | Kind::Direct => {
            let text = area("operator-message").required();
            let files = form.file("attachments", frame.t("operator-message-files")).several();
            let files = files.max_bytes(MAX_ATTACHMENT_BYTES).optional();
            if kind == Kind::Message { vec![text, files] } else { vec![text] }
        }
        Kind::Consent | Kind::Talk => vec![yes_no(frame, form)],
        Kind::Leak => {
            let items: Vec<Choice> = LeakItem::ALL
                .into_iter()
                .map(|item| Choice::new(item.word(), frame.t(format!("operator-leak-{}", kebab(item.word())))))
                .collect();
            vec![
                form.url("url", frame.t("operator-leak-url")).required(),
                form.checks("items", frame.t("operator-leak-items"), &items).required(),
            ]
        }
        Kind::Wish | Kind::TakeBack => Vec::new(),
    };
    (lead, fields)
}

fn answers(frame: &Frame, form: &Form, kind: Kind) -> Field {
    let choice = |answer: &OperatorAnswer| {
        let word = kebab(answer.word());
        let label = frame.t(format!("site-answer-{word}"));
        Choice::new(answer.word(), label).hint(frame.t(format!("site-answer-hint-{word}")))
    };
    let choices: Vec<Choice> = kind.answers().iter().map(choice).collect();
    form.radios("answer", frame.t(format!("operator-which-{}", kind.word())), &choices).required()
}

fn yes_no(frame: &Frame, form: &Form) -> Field {
    let choices = [Choice::new("yes", frame.t("operator-yes")), Choice::new("no", frame.t("operator-no"))];
    form.radios("agrees", frame.t("operator-agree"), &choices).required()
}

/// What is asked for with a consent.
pub(super) fn consent(frame: &Frame, what: OperatorConsent) -> String {
    frame.t(format!("site-consent-{}", kebab(what.word()))).into_owned()
}
