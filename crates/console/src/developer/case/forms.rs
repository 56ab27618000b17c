//! The forms of the page, each ready to stand where it is asked for: who sees what is written stands in each.

use askama::Template;
use rulebook::action::Action;
use rulebook::case::DutyKind;
use rulebook::report::form::MAX_ATTACHMENT_BYTES;
use ui::field::{Choice, Field};
use ui::form::ErrorSummary;
use ui::markup::Markup;
use ui::{Form, Frame, Lang};

use super::more::{self, More};
use super::{Matter, judgement, page, signal, text};
use crate::brought::WITH_MESSAGE;
use crate::developer::statements;

/// A form of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Confirm,
    Verification,
    Countermeasure,
    Status,
    Day,
    Comment,
    Message,
    Signal,
    /// One of those that are folded at the end of the page.
    More(More),
}

impl Kind {
    /// Its word: last part of its address, anchor on the page, and what is said when it was taken (`done-WORD`).
    pub const fn word(self) -> &'static str {
        match self {
            Kind::Confirm => "confirm",
            Kind::Verification => "verification",
            Kind::Countermeasure => "countermeasure",
            Kind::Status => "status",
            Kind::Day => "day",
            Kind::Comment => "comment",
            Kind::Message => "message",
            Kind::Signal => "signal",
            Kind::More(more) => more.word(),
        }
    }

    /// What it does.
    pub const fn action(self) -> Action {
        match self {
            Kind::Confirm => Action::ConfirmContact,
            Kind::Verification => Action::StateVerification,
            Kind::Countermeasure => Action::StateCountermeasure,
            Kind::Status => Action::StateStatus,
            Kind::Day => Action::ProposeDay,
            Kind::Comment => Action::CommentPreview,
            Kind::Message => Action::WriteToDeveloper,
            Kind::Signal => Action::ReportSignal,
            Kind::More(more) => more.action(),
        }
    }

    /// The form by which a duty is done.
    pub const fn of(duty: DutyKind) -> Option<Self> {
        Some(match duty {
            DutyKind::ConfirmContact => Kind::Confirm,
            DutyKind::AnswerVerification => Kind::Verification,
            DutyKind::StateCountermeasure => Kind::Countermeasure,
            DutyKind::StateStatus => Kind::Status,
            DutyKind::CommentPreview => Kind::Comment,
            DutyKind::CommentOverseasDay => Kind::Day,
            DutyKind::AnswerCoordinator => Kind::Message,
            other => match More::of(other) {
                Some(more) => Kind::More(more),
                None => return None,
            },
        })
    }
}

/// Beginning of each form: what is wrong with it, where it goes, and which page it stood on.
#[derive(Template)]
#[template(
    source = r#"{{ wrong }}<form method="post" action="{{ action }}" class="command"{% if files.clone() %} enctype="multipart/form-data"{% endif %} novalidate data-guard>{{ csrf }}<input type="hidden" name="seen" value="{{ seen }}">"#,
    ext = "html"
)]
struct Open {
    wrong: ErrorSummary,
    action: String,
    files: bool,
    csrf: Markup,
    seen: String,
}

#[derive(Template)]
#[template(path = "developer/case/confirm.html")]
struct Confirm<'a> {
    frame: &'a Frame,
    open: Markup,
    form: Form,
}

#[derive(Template)]
#[template(path = "developer/case/verification.html")]
struct Verification<'a> {
    frame: &'a Frame,
    open: Markup,
    form: Form,
    results: Field,
}

#[derive(Template)]
#[template(path = "developer/case/countermeasure.html")]
struct Countermeasure<'a> {
    frame: &'a Frame,
    open: Markup,
    form: Form,
}

#[derive(Template)]
#[template(path = "developer/case/status.html")]
struct Status<'a> {
    frame: &'a Frame,
    open: Markup,
    form: Form,
    affected: Field,
    rows: Vec<Row>,
}

/// A product of a status.
struct Row {
    legend: String,
    fields: Vec<Field>,
}

#[derive(Template)]
#[template(path = "developer/case/day.html")]
struct Day<'a> {
    frame: &'a Frame,
    open: Markup,
    form: Form,
}

#[derive(Template)]
#[template(path = "developer/case/comment.html")]
struct Comment<'a> {
    frame: &'a Frame,
    open: Markup,
    form: Form,
    text: Option<Markup>,
    agrees: Field,
}

#[derive(Template)]
#[template(path = "developer/case/message.html")]
struct Message<'a> {
    frame: &'a Frame,
    open: Markup,
    form: Form,
    files: Field,
    last: Option<page::Line>,
}

/// A form as it is to stand on the page; `due` when it is asked for now, so that what it answers stands with it.
pub(super) fn markup(matter: &Matter, kind: Kind, due: bool) -> Markup {
    let frame = &matter.frame;
    let form = form(matter, kind);
    let open = Markup::of(&Open {
        wrong: form.summary(),
        action: matter.url(kind.word()),
        files: kind == Kind::Message,
        csrf: frame.csrf_field(),
        seen: matter.page.digest.as_str().to_owned(),
    });
    match kind {
        Kind::Confirm => Markup::of(&Confirm { frame, open, form }),
        Kind::Verification => {
            let results = form.radios("result", frame.t("developer-result"), &statements::results(frame.lang));
            let results = results.shown_to(frame.t("developer-seen-verification")).required();
            Markup::of(&Verification { frame, open, results, form })
        }
        Kind::Countermeasure => Markup::of(&Countermeasure { frame, open, form }),
        Kind::Status => status(frame, open, form),
        Kind::Day => Markup::of(&Day { frame, open, form }),
        Kind::Comment => {
            let choices =
                [Choice::new("yes", frame.t("developer-agree")), Choice::new("no", frame.t("developer-disagree"))];
            let agrees = form.radios("agrees", frame.t("developer-agree-question"), &choices).in_line();
            let agrees = agrees.shown_to(frame.t("developer-seen-comment")).required();
            let text = due.then(|| text::markup(matter)).flatten();
            Markup::of(&Comment { frame, open, text, agrees, form })
        }
        Kind::Signal => signal::markup(matter, open, form),
        Kind::More(more) => more::markup(matter, more, open, &form),
        Kind::Message => {
            let last = due.then(|| page::messages(matter).pop()).flatten();
            let files = form.file(WITH_MESSAGE.field, frame.t("message-files"));
            let files = files.hint(frame.t("developer-message-files-hint")).several();
            Markup::of(&Message { frame, open, files: files.max_bytes(MAX_ATTACHMENT_BYTES).optional(), form, last })
        }
    }
}

/// What was sent, or what was stated before.
fn form(matter: &Matter, kind: Kind) -> Form {
    if let Some(sent) = matter.sent.as_ref().filter(|sent| sent.kind == kind) {
        return sent.form.clone();
    }
    let form = Form::new(matter.frame.lang).with_ids(kind.word());
    match kind {
        Kind::Verification => statements::verification_form(form, &matter.own),
        Kind::Countermeasure => statements::countermeasure_form(form, &matter.own),
        Kind::Status => statements::status_form(form, &matter.own),
        Kind::More(More::View) => judgement::filled(form, matter),
        _ => form,
    }
}

fn status(frame: &Frame, open: Markup, form: Form) -> Markup {
    let affected = form.radios("affected", frame.t("developer-affected"), &statements::affected_choices(frame.lang));
    let affected = affected.in_line().shown_to(frame.t("developer-seen-status")).required();
    let rows = (0..statements::rows(&form)).map(|row| product(frame.lang, &form, row)).collect();
    Markup::of(&Status { frame, open, affected, rows, form })
}

fn product(lang: Lang, form: &Form, row: usize) -> Row {
    let name = |field: &str| format!("{field}-{row}");
    let bounds =
        [Choice::new("fixed", lang.t("developer-bound-fixed")), Choice::new("last", lang.t("developer-bound-last"))];
    let mut affected = vec![Choice::new("", lang.t("developer-as-whole"))];
    affected.extend(statements::affected_choices(lang));
    Row {
        legend: lang.t1("developer-product", "number", row + 1),
        fields: vec![
            form.text(&name("product"), lang.t("developer-product-name")),
            form.text(&name("from"), lang.t("developer-from")),
            form.text(&name("to"), lang.t("developer-to")),
            form.select(&name("bound"), lang.t("developer-bound"), &bounds),
            form.select(&name("affected"), lang.t("developer-product-affected"), &affected),
        ],
    }
}
