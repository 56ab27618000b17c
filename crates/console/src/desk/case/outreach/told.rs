//! Telling others: NDAs, who was told, what came back, and what the vulnerability means for other products.

use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::CaseContent;
use rulebook::case::outreach::{Disclosure, DisclosureGround, Nda, RecipientKind, Tlp};
use ui::Form;
use ui::field::{Choice, Field};

use super::super::{handover, release};
use super::{AFFECTS, AGREEMENT, ANALYSIS, DISCLOSE, Desk, NDA};
use crate::desk::sent::Open;
use crate::names;

/// An NDA on record.
pub(super) struct NdaLine<'a> {
    pub number: u32,
    pub with: &'a str,
    pub by: String,
    pub on: Date,
    pub until: Option<Date>,
    pub reference: &'a str,
    /// Whether it holds today.
    pub holds: bool,
}

pub(super) fn ndas<'a>(desk: &'a Desk<'_>) -> Vec<NdaLine<'a>> {
    let line = |nda: &'a Nda| NdaLine {
        number: nda.number,
        with: &nda.with,
        by: names::party(desk.frame.lang, nda.by),
        on: nda.on,
        until: nda.until,
        reference: &nda.reference,
        holds: nda.holds_on(desk.frame.today),
    };
    desk.page.view.outreach.ndas.iter().map(line).collect()
}

/// Somebody outside who was told.
pub(super) struct ToldLine<'a> {
    pub on: Date,
    pub name: &'a str,
    pub kind: String,
    pub by: String,
    pub ground: String,
    pub purpose: &'a str,
    pub tlp: String,
    pub nda: Option<u32>,
    pub consent: &'a str,
    pub results: &'a [(Date, String)],
    /// The hand-over package in English and as data; only of what the own body told.
    pub package: Option<String>,
}

pub(super) fn told<'a>(desk: &'a Desk<'_>) -> Vec<ToldLine<'a>> {
    let lang = desk.frame.lang;
    let own = desk.party();
    let line = |told: &'a Disclosure| ToldLine {
        on: told.on,
        name: &told.recipient.name,
        kind: names::recipient(lang, told.recipient.kind),
        by: names::party(lang, told.by),
        ground: names::disclosure_ground(lang, told.ground),
        purpose: &told.purpose,
        tlp: names::tlp(told.tlp),
        nda: told.nda,
        consent: &told.consent,
        results: &told.results,
        package: (told.by == own)
            .then(|| format!("/en/desk/cases/{}/outreach/packages/{}", desk.page.view.number, told.number)),
    };
    desk.page.view.outreach.disclosures.iter().rev().map(line).collect()
}

/// The form that puts an NDA on record.
pub(super) fn nda_form(desk: &Desk<'_>) -> Option<(Open, Form)> {
    let form = || desk.form(NDA, |form| form.set("on", desk.frame.today));
    desk.may(Action::RecordNda).then(|| (desk.open(NDA, "outreach/nda"), form()))
}

/// The form that prints an agreement to be signed.
pub(super) struct Agreement {
    pub open: Open,
    pub form: Form,
    pub purposes: Field,
    pub languages: Field,
    pub back: bool,
}

pub(super) fn agreement_form(desk: &Desk<'_>) -> Option<Agreement> {
    let frame = &desk.frame;
    if !desk.may(Action::RecordNda) {
        return None;
    }
    let form = desk.form(AGREEMENT, |form| {
        form.set("on", frame.today);
        form.set("years", 3);
        form.set("purpose", if desk.is_coordinator() { "overseas" } else { "analysis" });
        form.set("language", if desk.is_coordinator() { "en" } else { "ja" });
    });
    let choice = |word: &str, key: &str| Choice::new(word, frame.t(key));
    let purposes =
        [choice("analysis", "outreach-agreement-analysis"), choice("overseas", "outreach-agreement-overseas")];
    let languages = [choice("ja", "desk-language-ja"), choice("en", "desk-language-en")];
    Some(Agreement {
        open: desk.open(AGREEMENT, "outreach/agreement"),
        purposes: form.radios("purpose", frame.t("outreach-purpose"), &purposes).required(),
        languages: form.radios("language", frame.t("desk-entry-language"), &languages).in_line().required(),
        back: desk.came_back(AGREEMENT),
        form,
    })
}

/// The form that tells somebody outside.
pub(super) struct Disclose {
    pub open: Open,
    pub form: Form,
    pub grounds: Field,
    pub kinds: Field,
    pub ndas: Field,
    pub developers: Option<Field>,
    pub lines: Vec<release::Line>,
    pub files: Option<Field>,
    pub tlp: Field,
    pub back: bool,
}

pub(super) fn disclose_form(desk: &Desk<'_>) -> Option<Disclose> {
    let (frame, view) = (&desk.frame, &desk.page.view);
    if !desk.may(Action::Disclose) {
        return None;
    }
    // Never more than the copy that was handed over; before that, what the receiving body has itself.
    let copy = match (&view.handed_over, &view.content) {
        (Some(copy), _) => copy.content.clone(),
        (None, Some(content)) => content.clone(),
        (None, None) => CaseContent::default(),
    };
    let form = desk.form(DISCLOSE, |form| {
        release::tick_all(form, &copy);
        form.set("tlp", Tlp::AmberStrict.word());
    });
    let own = DisclosureGround::ALL.into_iter().filter(|ground| ground.belongs_to(desk.party()));
    let ground = |ground: DisclosureGround| {
        let key = if ground.needs_nda() { "outreach-needs-nda" } else { "outreach-needs-no-nda" };
        Choice::new(ground.word(), names::disclosure_ground(frame.lang, ground)).hint(frame.t(key))
    };
    let own: Vec<DisclosureGround> = own.collect();
    let grounds: Vec<Choice> = own.iter().map(|one| ground(*one)).collect();
    let fits = |kind: &RecipientKind| own.iter().any(|ground| ground.recipients().contains(kind));
    let kinds: Vec<Choice> = RecipientKind::ALL
        .into_iter()
        .filter(fits)
        .map(|kind| Choice::new(kind.word(), names::recipient(frame.lang, kind)))
        .collect();
    let mut ndas = vec![Choice::new("", frame.t("outreach-nda-none"))];
    let holding = view.outreach.ndas.iter().filter(|nda| nda.holds_on(frame.today));
    ndas.extend(holding.map(|nda| Choice::new(nda.number, format!("{} {}", nda.number, nda.with))));
    let files = handover::choices(&view.attachments);
    let tlp: Vec<Choice> = Tlp::ALL.into_iter().map(|tlp| Choice::new(tlp.word(), names::tlp(tlp))).collect();
    Some(Disclose {
        open: desk.open(DISCLOSE, "outreach/disclose"),
        grounds: form.radios("ground", frame.t("outreach-ground"), &grounds).required(),
        kinds: form.select("kind", frame.t("outreach-kind"), &kinds).required(),
        ndas: form.select("nda", frame.t("outreach-nda"), &ndas).hint(frame.t("outreach-nda-hint")),
        developers: developers(desk, &form, &own),
        lines: release::lines(frame.lang, &form, &copy),
        files: (!files.is_empty())
            .then(|| form.checks("file", frame.t("desk-release-files"), &files).hint(frame.t("desk-files-approve"))),
        tlp: form.select("tlp", frame.t("outreach-tlp"), &tlp).hint(frame.t("outreach-tlp-hint")),
        back: desk.came_back(DISCLOSE),
        form,
    })
}

/// The developers of the case that may need data to reproduce it.
fn developers(desk: &Desk<'_>, form: &Form, own: &[DisclosureGround]) -> Option<Field> {
    if !own.contains(&DisclosureGround::ReproductionData) {
        return None;
    }
    let sides = desk.page.view.developers.iter().enumerate().filter(|(_, side)| side.details.is_some());
    let mut choices = vec![Choice::new("", desk.frame.t("outreach-no-developer"))];
    choices.extend(sides.map(|(place, side)| Choice::new(place + 1, &side.name)));
    let field = form.select("developer", desk.frame.t("outreach-developer"), &choices);
    (choices.len() > 1).then(|| field.hint(desk.frame.t("outreach-developer-hint")))
}

/// The form that records what an analysis came to: of those told that wait for one.
pub(super) fn analysis_form(desk: &Desk<'_>) -> Option<(Open, Form, Field)> {
    let frame = &desk.frame;
    if !desk.may(Action::RecordAnalysis) {
        return None;
    }
    let all = desk.page.view.outreach.disclosures.iter();
    let waits = all.filter(|one| one.by == desk.party() && one.ground.asks_for_analysis() && one.results.is_empty());
    let choices: Vec<Choice> = waits.map(|one| Choice::new(one.number, &one.recipient.name)).collect();
    let form = desk.form(ANALYSIS, |_| {});
    let of = form.select("disclosure", frame.t("outreach-analysis-of"), &choices).required();
    Some((desk.open(ANALYSIS, "outreach/analysis"), form, of))
}

/// What the vulnerability means for other products, as one body analysed it.
pub(super) struct AffectsLine<'a> {
    pub on: Date,
    pub by: String,
    pub summary: &'a str,
    pub passed_on: Option<Date>,
    pub pass: Option<(Open, u32)>,
}

pub(super) fn affects<'a>(desk: &'a Desk<'_>) -> Vec<AffectsLine<'a>> {
    let may = desk.may(Action::PassInfluence);
    let all = desk.page.view.outreach.analyses.iter().rev();
    all.map(|one| AffectsLine {
        on: one.on,
        by: one.by.map_or_else(String::new, |by| names::party(desk.frame.lang, by)),
        summary: &one.summary,
        passed_on: one.passed_on,
        pass: (may && one.passed_on.is_none())
            .then(|| (desk.open(&format!("pass-{}", one.number), "outreach/pass"), one.number)),
    })
    .collect()
}

pub(super) fn affects_form(desk: &Desk<'_>) -> Option<(Open, Form)> {
    let may = desk.may(Action::AnalyseInfluence);
    may.then(|| (desk.open(AFFECTS, "outreach/affects"), desk.form(AFFECTS, |_| {})))
}
