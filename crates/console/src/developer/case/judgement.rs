//! A judgement on publication as its developer sees it: what is judged and on what grounds, its opinion, the result with
//! its reason, and the view that it wishes to have shown beside the publication (Ⅳ.3.(2), Ⅳ.5.10).

use askama::Template;
use casework::CaseOrder;
use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::judgement::{FourCondition, Opinion, Round, Verdict, View};
use rulebook::case::{CaseCommand, JudgementCommand};
use rulebook::clause::Clause;
use rulebook::report::form::MAX_TEXT;
use rulebook::text::Localized;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame, Lang, Mark};

use super::Matter;
use super::forms::{self, Kind};
use super::more::{More, some_text};
use crate::developer::statements::Wrong;
use crate::forms::Fields;
use crate::judgement::word;

/// Something that may be said now and was not said yet.
pub(super) struct Asked {
    pub kind: Kind,
    pub what: &'static str,
    pub clause: Clause,
    pub due: Date,
}

/// The round that the developer was told of last.
fn round(matter: &Matter) -> Option<&Round> {
    matter.page.view.judgement.round()
}

/// What it may say until a day and has not said yet: its opinion, then its view.
pub(super) fn asked(matter: &Matter) -> Option<Asked> {
    let round = round(matter)?;
    let today = matter.frame.today;
    let opinion = round.announcement.as_ref().filter(|told| told.deadline >= today && round.opinions.is_empty());
    let view = round.view_asked.filter(|(_, until)| *until >= today && round.view.is_none());
    if let Some((_, due)) = view.filter(|_| matter.may(Action::GiveView)) {
        let clause = Clause::new("Ⅳ.3.(2).7.ア.3");
        return Some(Asked { kind: Kind::More(More::View), what: "judged-view-asked", clause, due });
    }
    let told = opinion.filter(|_| matter.may(Action::GiveOpinion))?;
    let clause = Clause::new("Ⅳ.3.(2).4");
    Some(Asked { kind: Kind::More(More::Opinion), what: "judged-opinion-asked", clause, due: told.deadline })
}

/// A round as the page shows it.
struct Shown<'a> {
    mark: Mark,
    state: String,
    on: Option<Date>,
    lead: &'static str,
    reason: Option<&'a str>,
    deadline: Option<Markup>,
    send_to: &'a str,
    told: Vec<(&'static str, &'a str)>,
    told_on: Option<Date>,
    folded: bool,
    opinions: &'a [Opinion],
    view: Option<&'a View>,
}

/// A form that is not asked for above.
struct Fold {
    id: &'static str,
    title: &'static str,
    form: Markup,
    open: bool,
}

#[derive(Template)]
#[template(path = "developer/case/judgement.html")]
struct Section<'a> {
    frame: &'a Frame,
    rounds: Vec<Shown<'a>>,
    conditions: Vec<String>,
    undecided: bool,
    folds: Vec<Fold>,
}

/// The whole of it; nothing as long as the developer was told of no judgement.
pub(super) fn section(matter: &Matter, due: &[Kind]) -> Option<Markup> {
    let (frame, judgement) = (&matter.frame, &matter.page.view.judgement);
    let last = judgement.round()?;
    let forms = [(More::Opinion, "judged-opinion-more"), (More::View, "judged-view-more")];
    let may = |more: More| !due.contains(&Kind::More(more)) && matter.may(more.action());
    let fold = |(more, title): (More, &'static str)| Fold {
        id: more.word(),
        title,
        form: forms::markup(matter, Kind::More(more), false),
        open: matter.came_back(Kind::More(more)),
    };
    Some(Markup::of(&Section {
        frame,
        rounds: judgement.rounds.iter().rev().map(|round| shown(frame, round)).collect(),
        conditions: FourCondition::ALL.map(|one| word(frame.lang, one.word())).to_vec(),
        undecided: last.ruling.is_none() && last.returned.is_none(),
        folds: forms.into_iter().filter(|(more, _)| may(*more)).map(fold).collect(),
    }))
}

fn shown<'a>(frame: &Frame, round: &'a Round) -> Shown<'a> {
    let ruling = round.ruling.as_ref();
    let verdict = ruling.map(|ruling| ruling.verdict);
    let over = verdict.is_some() || round.returned.is_some();
    let told = round.announcement.as_ref();
    let (mark, state) = match verdict {
        Some(verdict) => (Mark::Done, word(frame.lang, verdict.word())),
        None if over => (Mark::Stopped, frame.t("judged-returned").into_owned()),
        None => (Mark::Active, frame.t("judged-waits").into_owned()),
    };
    Shown {
        mark,
        state,
        on: ruling.map(|ruling| ruling.on).or(round.returned.as_ref().map(|(on, _)| *on)),
        lead: lead(verdict, over),
        reason: ruling.map(|ruling| ruling.reason.as_str()),
        deadline: told.filter(|_| !over).map(|told| super::page::with_left(frame, told.deadline)),
        send_to: told.map_or("", |told| told.send_to.as_str()),
        told: told.map_or_else(Vec::new, |told| {
            vec![
                ("judged-information", told.information.as_str()),
                ("judged-grounds", &told.grounds),
                ("judged-history", &told.history),
                ("judged-draft", &told.draft),
            ]
        }),
        told_on: told.map(|told| told.on),
        folded: over,
        opinions: &round.opinions,
        view: round.view.as_ref(),
    }
}

/// What it means for the developer.
const fn lead(verdict: Option<Verdict>, over: bool) -> &'static str {
    match verdict {
        Some(Verdict::Publish) => "judged-publish-lead",
        Some(Verdict::NotPublish) => "judged-not-publish-lead",
        Some(Verdict::SentBack) => "judged-sent-back-lead",
        None if over => "judged-returned-lead",
        None => "judged-lead",
    }
}

/// The opinion.
pub(super) fn opinion(frame: &Frame, form: &Form) -> Vec<Field> {
    let text = form.area("text", frame.t("judged-opinion")).hint(frame.t("judged-opinion-hint"));
    vec![text.shown_to(frame.t("judged-opinion-seen")).rows(6_usize).required()]
}

/// Whether a view is to be shown, and the view in both languages.
pub(super) fn view(frame: &Frame, form: &Form) -> Vec<Field> {
    let choices = [Choice::new("yes", frame.t("judged-view-yes")), Choice::new("no", frame.t("judged-view-no"))];
    vec![
        form.radios("shown", frame.t("judged-view-question"), &choices).required(),
        form.area("text_ja", frame.t("judgement-view-ja"))
            .hint(frame.t("judged-view-hint"))
            .shown_to(frame.t("judged-view-seen"))
            .rows(5_usize)
            .optional(),
        form.area("text_en", frame.t("judgement-view-en"))
            .hint(frame.t("judged-view-en-hint"))
            .rows(4_usize)
            .optional(),
    ]
}

/// What was said last, to be changed.
pub(super) fn filled(mut form: Form, matter: &Matter) -> Form {
    if let Some(view) = round(matter).and_then(|round| round.view.as_ref()) {
        form.set("shown", if view.shown { "yes" } else { "no" });
        form.set("text_ja", &view.text.ja);
        form.set("text_en", &view.text.en);
    }
    form
}

pub(super) fn read_opinion(lang: Lang, fields: &Fields) -> Result<CaseOrder, Wrong> {
    let text = some_text(lang, fields, "text")?;
    Ok(CaseCommand::Judgement(JudgementCommand::GiveOpinion { from: String::new(), text }).into())
}

/// A view that is to be shown says something.
pub(super) fn read_view(lang: Lang, fields: &Fields) -> Result<CaseOrder, Wrong> {
    let wrong = |field: &str, key: &'static str| (field.to_owned(), lang.t(key).into_owned());
    let shown = match fields.get("shown") {
        "yes" => true,
        "no" => false,
        _ => return Err(wrong("shown", "judged-view-choose")),
    };
    let text = Localized::new(fields.get("text_ja"), fields.get("text_en"));
    for (name, text) in [("text_ja", &text.ja), ("text_en", &text.en)] {
        if text.chars().count() > MAX_TEXT {
            return Err(wrong(name, "refusal-text-too-long"));
        }
    }
    if shown && text.is_empty() {
        return Err(wrong("text_ja", "judged-view-missing"));
    }
    Ok(CaseCommand::Judgement(JudgementCommand::GiveView { text, shown }).into())
}
