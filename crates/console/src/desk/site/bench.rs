//! The forms that may be used now: on the first page what is owed, elsewhere what belongs to the page.

use std::borrow::Cow;

use jiff::civil::Date;
use rulebook::case::{Duty, DutyKind};
use rulebook::party::Party;
use rulebook::report::form::MAX_ATTACHMENT_BYTES;
use rulebook::site::{SiteAction, SiteEnding, SiteField};
use ui::Form;
use ui::field::{Choice, Field};
use ui::markup::Markup;

use super::table::{FieldOf, Row, Special, TABLE, means};
use super::{Desk, Place, fresh, words};
use crate::desk::case::cvss::{self, Calculator};
use crate::desk::case::influence;
use crate::desk::{classified, side};
use crate::parts::{self, Part};
use crate::{names, site_names};

/// Names of the inputs of an operator's addresses.
pub(super) const ADDRESSES: [(&str, &str); 3] = [("means_1", "to_1"), ("means_2", "to_2"), ("means_3", "to_3")];

/// A case with the forms that its desk has.
pub(super) struct Bench<'a> {
    pub desk: &'a Desk<'a>,
}

/// Actions whose forms stand beside the case, not among the others.
const BESIDE: [SiteAction; 2] = [SiteAction::Own, SiteAction::Note];

impl<'a> Bench<'a> {
    pub fn of(desk: &'a Desk<'a>) -> Bench<'a> {
        Bench { desk }
    }

    fn may(&self, action: SiteAction) -> bool {
        self.desk.refusal(action).is_none()
    }

    fn owed(&self) -> impl Iterator<Item = &'a Duty> {
        self.desk.view().duties.iter().filter(|duty| duty.who == Party::ReceivingBody)
    }

    /// The forms of what is owed now, each once, under the name of its duty; and the duties that are done elsewhere.
    pub fn tasks(&self) -> (Vec<Part>, Vec<&'a Duty>) {
        let (mut parts, mut elsewhere): (Vec<Part>, Vec<&Duty>) = (Vec::new(), Vec::new());
        let mut told: Vec<DutyKind> = Vec::new();
        for duty in self.owed() {
            if told.contains(&duty.what) {
                continue;
            }
            told.push(duty.what);
            let rows: Vec<&Row> = TABLE.iter().filter(|row| row.duties.contains(&duty.what)).collect();
            if rows.is_empty() || !rows.iter().any(|row| self.may(row.action)) {
                elsewhere.push(duty);
                continue;
            }
            for (nth, row) in rows.into_iter().filter(|row| self.may(row.action)).enumerate() {
                if parts.iter().any(|part| part.name == row.action.word()) {
                    continue;
                }
                let mut part = self.part(row, Some(duty));
                if nth == 0 {
                    part.title = names::duty(self.desk.frame.lang, duty.what);
                    part.clause = Some(duty.what.clause());
                }
                parts.push(part);
            }
        }
        parts.sort_by_key(|part| part.due.is_some_and(|due| due > self.desk.frame.today));
        self.open_first(&mut parts);
        (parts, elsewhere)
    }

    /// The first form stands open when it is its time, unless another came back.
    fn open_first(&self, parts: &mut [Part]) {
        let come = |due: Option<Date>| due.is_none_or(|due| due <= self.desk.frame.today);
        if let Some(first) = parts.first_mut().filter(|part| self.desk.sent.is_none() && come(part.due)) {
            first.first = true;
        }
    }

    /// The forms of a page beside those that are shown already; what is owed comes first.
    pub fn parts(&self, place: Place, shown: &[Part]) -> Vec<Part> {
        let here = |row: &&Row| {
            let beside = BESIDE.contains(&row.action) || shown.iter().any(|part| part.name == row.action.word());
            row.place == place && !beside && self.may(row.action)
        };
        let owed = |row: &Row| self.owed().find(|duty| row.duties.contains(&duty.what));
        let mut parts: Vec<Part> = TABLE.iter().filter(here).map(|row| self.part(row, owed(row))).collect();
        parts.sort_by_key(|part| !part.owed);
        if place != Place::Case {
            let owed = parts.first().is_some_and(|part| part.owed);
            if owed {
                self.open_first(&mut parts);
            }
        }
        parts
    }

    /// The actions of a page that cannot be done now.
    pub fn denied(&self, place: Place) -> Vec<SiteAction> {
        let rows = TABLE.iter().filter(|row| row.place == place);
        rows.map(|row| row.action).filter(|action| !self.may(*action)).collect()
    }

    fn part(&self, row: &Row, duty: Option<&Duty>) -> Part {
        let (frame, name) = (&self.desk.frame, row.action.word());
        let form = self.desk.form(name, |form| fresh::fill(self.desk, row.action, form));
        let open = self.desk.open(name, row.action);
        let known = |key: String| frame.lang.find(&key).unwrap_or_default().to_owned();
        Part {
            name,
            button: words::action(frame.lang, row.action),
            title: words::action(frame.lang, row.action),
            confirm: known(format!("site-desk-sure-{name}")),
            lead: known(format!("site-desk-lead-{name}")),
            clause: row.action.clause(),
            open: if row.action == SiteAction::Write { open.with_files() } else { open },
            fields: self.fields(row.fields, &form),
            owed: duty.is_some(),
            due: duty.and_then(|duty| duty.due),
            first: self.desk.came_back(name) || (row.action == SiteAction::Close && fresh::asked(self.desk).is_some()),
            form,
        }
    }

    fn fields(&self, fields: &[FieldOf], form: &Form) -> Vec<Markup> {
        let field = |field: &FieldOf| {
            let own = |label: Cow<'static, str>, kind| self.special(field.0, &label, kind, form);
            parts::field(self.desk.frame.lang, form, *field, own)
        };
        fields.iter().flat_map(field).collect()
    }

    fn special(&self, name: &str, label: &str, kind: Special, form: &Form) -> Vec<Markup> {
        let (frame, view) = (&self.desk.frame, self.desk.view());
        let lang = frame.lang;
        let field = match kind {
            Special::Classified => {
                let inputs = classified::inputs(lang, &self.desk.edition().lists, form);
                return inputs.iter().map(Markup::of).collect();
            }
            Special::Rating => {
                let settled = if form.is_wrong() { None } else { fresh::vector(self.desk) };
                let sheet = cvss::markup(frame, form, Calculator::Three, settled.as_ref());
                return vec![sheet, influence::range_fields(frame, form)];
            }
            Special::Addresses => return self.addresses(form),
            Special::Reason => form.area(name, label).hint(frame.t("site-desk-accept-theirs")).required(),
            Special::Conditions => form.checks(name, label, &self.conditions()).required(),
            Special::Source => form.radios(name, label, &self.sources()).required(),
            Special::Attempt => form.select(name, label, &self.attempts()).required(),
            Special::Fields => form.checks(name, label, &self.said()).required(),
            Special::Files if view.attachments.is_empty() => return Vec::new(),
            Special::Files => {
                let files = view.attachments.iter().enumerate();
                let files: Vec<Choice> = files.map(|(at, file)| Choice::new(at + 1, &file.name)).collect();
                form.checks(name, label, &files).hint(frame.t("desk-files-approve"))
            }
            Special::Attached => {
                let files = form.file(name, label).hint(frame.t("site-desk-message-files")).several();
                files.max_bytes(MAX_ATTACHMENT_BYTES).optional()
            }
            Special::Answer => form.radios(name, label, &self.answers()).required(),
            Special::Enquirer => form.radios(name, label, &self.reports(|report| report.waits)).required(),
            Special::Consent => form.radios(name, label, &self.consents()).required(),
            Special::Wish => form.radios(name, label, &self.wishes()).required(),
            Special::TalkWith => form.select(name, label, &self.reports(|_| true)).hint(frame.t("site-desk-with-hint")),
            Special::LeakItems => form.checks(name, label, &self.leak_items()).required(),
            Special::Ground => form.radios(name, label, &self.grounds()).required(),
            Special::Disclosure => form.select(name, label, &self.disclosures()).required(),
            Special::Ending => form.radios(name, label, &self.endings()).required(),
            Special::Owner => {
                form.select(name, label, &side::colleagues(frame, &self.desk.case.colleagues, view.owner))
            }
        };
        vec![Markup::of(&field)]
    }

    fn addresses(&self, form: &Form) -> Vec<Markup> {
        let frame = &self.desk.frame;
        let mut all = vec![Choice::new("", frame.t("desk-reach-no-means"))];
        all.extend(means(frame.lang));
        let field = |(means, to): (&str, &str)| -> [Field; 2] {
            let to = form.text(to, frame.t("desk-attempt-to")).autocomplete("off");
            [form.select(means, frame.t("desk-attempt-means"), &all).short(), to]
        };
        let rows = ADDRESSES.map(field);
        rows.iter().map(|[means, to]| Markup::of(&Address { means, to })).collect()
    }

    fn conditions(&self) -> Vec<Choice> {
        let lang = self.desk.frame.lang;
        let all = rulebook::report::Condition::ALL;
        all.map(|one| Choice::new(one.word(), crate::desk::words::condition(lang, one))).to_vec()
    }

    fn sources(&self) -> Vec<Choice> {
        let (frame, lists) = (&self.desk.frame, &self.desk.edition().lists);
        let choice = |source: rulebook::site::OperatorSource| {
            let done = self.desk.view().lookups.iter().any(|one| one.source == source);
            let choice = Choice::new(source.word(), words::source(frame.lang, lists, source));
            if done { choice.hint(frame.t("desk-reach-checked")) } else { choice }
        };
        rulebook::site::OperatorSource::ALL.map(choice).to_vec()
    }

    fn attempts(&self) -> Vec<Choice> {
        let frame = &self.desk.frame;
        let attempts = self.desk.view().attempts.iter().enumerate().rev();
        let label = |(at, attempt): (usize, &rulebook::site::record::SiteAttempt)| {
            let means = names::means(frame.lang, attempt.means);
            Choice::new(at + 1, format!("{} {means} {}", frame.day_text(attempt.on), attempt.to))
        };
        attempts.map(label).collect()
    }

    /// The fields of the copy that say something.
    fn said(&self) -> Vec<Choice> {
        let Some(content) = &self.desk.view().content else { return Vec::new() };
        let said = SiteField::ALL.into_iter().filter(|field| !content.get(*field).trim().is_empty());
        let choice = |field: SiteField| {
            let begins: String = content.get(field).chars().take(80).collect();
            Choice::new(field.word(), site_names::field(self.desk.frame.lang, field)).hint(begins)
        };
        said.map(choice).collect()
    }

    fn answers(&self) -> Vec<Choice> {
        let lang = self.desk.frame.lang;
        rulebook::site::OperatorAnswer::ALL.map(|one| Choice::new(one.word(), words::answer(lang, one))).to_vec()
    }

    fn reports(&self, wanted: impl Fn(&casework::sites::SiteReport) -> bool) -> Vec<Choice> {
        let reports = self.desk.case.reports.iter().enumerate().filter(|(_, report)| wanted(report));
        reports.map(|(at, report)| Choice::new(at + 1, &report.number)).collect()
    }

    fn consents(&self) -> Vec<Choice> {
        let lang = self.desk.frame.lang;
        let asked = self.desk.view().consents.iter().filter(|consent| consent.answer.is_none());
        asked.map(|one| Choice::new(one.what.word(), words::consent(lang, one.what))).collect()
    }

    fn wishes(&self) -> Vec<Choice> {
        let lang = self.desk.frame.lang;
        fresh::wishes(self.desk).map(|(at, talk)| Choice::new(at, names::party(lang, talk.wisher))).collect()
    }

    fn leak_items(&self) -> Vec<Choice> {
        let (lang, lists) = (self.desk.frame.lang, &self.desk.edition().lists);
        rulebook::site::LeakItem::ALL.map(|one| Choice::new(one.word(), words::leak_item(lang, lists, one))).to_vec()
    }

    fn grounds(&self) -> Vec<Choice> {
        let (lang, edition) = (self.desk.frame.lang, self.desk.edition());
        let choice = |one: rulebook::site::SiteDisclosureGround| {
            let agency = edition.agency(one.agency()).map(|name| lang.pick(&name.ja, &name.en));
            let hint = format!("{} {}", agency.unwrap_or_default(), one.clause());
            Choice::new(one.word(), words::ground(lang, &edition.lists, one)).hint(hint.trim())
        };
        rulebook::site::SiteDisclosureGround::ALL.map(choice).to_vec()
    }

    fn disclosures(&self) -> Vec<Choice> {
        let open = self.desk.view().disclosures.iter().filter(|one| one.result.is_none());
        open.map(|one| Choice::new(one.number, &one.to)).collect()
    }

    /// The endings that are possible now; the page of endings says what stands against the others.
    fn endings(&self) -> Vec<Choice> {
        let (lang, lists) = (self.desk.frame.lang, &self.desk.edition().lists);
        let possible = self.desk.case.endings.iter().filter(|(_, refusal)| refusal.is_none());
        let choice = |(ending, _): &(SiteEnding, Option<rulebook::refusal::Refusal>)| {
            Choice::new(ending.word(), site_names::ending(lang, lists, *ending)).hint(ending.clause().to_string())
        };
        possible.map(choice).collect()
    }
}

/// An address: its means, and where.
#[derive(askama::Template)]
#[template(source = r#"<div class="reach-address">{{ means }}{{ to }}</div>"#, ext = "html")]
struct Address<'a> {
    means: &'a Field,
    to: &'a Field,
}
