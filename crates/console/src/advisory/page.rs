//! What the editor's templates show.

use std::borrow::Cow;

use askama::Template;
use casework::CasePage;
use casework::advisory_check::weakness_name;
use casework::scores::score;
use jiff::Timestamp;
use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::advisory::AdvisoryContent;
use rulebook::case::view::{AdvisoryView, DeveloperView};
use rulebook::case::{Affectedness, Countermeasure, DutyKind};
use rulebook::text::Localized;
use ui::field::Field;
use ui::notice::Notice;
use ui::{Button, Choice, Form, Frame, Lang, Mark};

use super::checks::{Check, is_newer};
use super::credit::Credit;
use super::form::{MOST_PRODUCTS, Rows, in_words};
use super::history::{self, Change, RevisionLine};
use super::numbers::{Numbers, RETRY, TAKE};
use super::part::{self, TextPart};
use super::road::Step;
use crate::letters::language;
use crate::names;

/// Before there is a text.
#[derive(Template)]
#[template(path = "advisory/begin.html")]
pub(super) struct BeginPage {
    pub(super) frame: Frame,
    pub(super) done: Option<Notice>,
    pub(super) page: CasePage,
    pub(super) acting: Form,
}

/// The editor; for the receiving body, the same text to read.
#[derive(Template)]
#[template(path = "advisory/editor.html")]
pub(super) struct EditorPage {
    pub(super) frame: Frame,
    pub(super) done: Option<Notice>,
    pub(super) page: CasePage,
    pub(super) draft: AdvisoryView,
    pub(super) content: AdvisoryContent,
    pub(super) form: Form,
    pub(super) rows: Rows,
    /// Fingerprint of the text alone: whether a page that is too old has another text, or only another case around it.
    pub(super) base: String,
    /// Whether the viewer writes.
    pub(super) edits: bool,
    /// Whether the form holds something that is not saved.
    pub(super) is_unsaved: bool,
    /// What was typed against what somebody else saved meanwhile.
    pub(super) conflict: Option<Vec<Change>>,
    pub(super) checks: Vec<Check>,
    pub(super) written: Vec<(Mark, &'static str, String)>,
    pub(super) road: Vec<Step>,
    pub(super) vendors: Vec<VendorLine>,
    pub(super) comments: Comments,
    pub(super) has_news: bool,
    pub(super) credit: Option<Credit>,
    pub(super) revisions: Vec<RevisionLine>,
    pub(super) update: Vec<Change>,
    /// The form of the steps: what is wrong with one, and the summary of an update.
    pub(super) acting: Form,
    pub(super) has_preview: bool,
    /// CVE numbers that were reserved.
    pub(super) numbers: Numbers,
}

/// Fix and workaround, each with its name.
type Measures = Vec<(Cow<'static, str>, String)>;

/// A developer's part of the text.
pub(super) struct VendorLine {
    pub(super) name: String,
    pub(super) mark: Mark,
    pub(super) status: String,
    pub(super) products: Vec<String>,
    pub(super) statement: Localized,
    pub(super) view: Localized,
    pub(super) measures: Measures,
    pub(super) link: String,
    pub(super) on: Option<Date>,
    /// Whether it has said something else since.
    pub(super) newer: bool,
}

/// What developers say to the text that they were last shown.
pub(super) struct Comments {
    /// Those that wrote something, whoever does not agree first.
    pub(super) said: Vec<CommentLine>,
    /// The others by what there is to say of them.
    pub(super) others: Vec<CommentGroup>,
}

/// What a developer says to the text.
pub(super) struct CommentLine {
    pub(super) name: String,
    pub(super) mark: Mark,
    pub(super) key: &'static str,
    /// Its comments, the newest first.
    pub(super) said: Vec<(Timestamp, String)>,
}

/// Developers of which the same is to be said.
pub(super) struct CommentGroup {
    pub(super) mark: Mark,
    pub(super) key: &'static str,
    pub(super) names: Vec<String>,
}

impl Comments {
    fn is_empty(&self) -> bool {
        self.said.is_empty() && self.others.is_empty()
    }
}

/// The developers' parts as the text has them; those that have said something else since come first.
pub(super) fn vendors(frame: &Frame, page: &CasePage, content: &AdvisoryContent) -> Vec<VendorLine> {
    let written = content.vendors.iter().map(|entry| VendorLine {
        name: entry.name.clone(),
        mark: mark(entry.status.affected),
        status: names::affectedness(frame.lang, entry.status.affected),
        products: entry
            .status
            .products
            .iter()
            .map(|one| {
                let range = history::range(frame, &one.from, &one.to, one.until_fixed);
                format!("{} {range} {}", one.product, names::affectedness(frame.lang, one.affected))
            })
            .collect(),
        statement: entry.status.statement.clone(),
        view: entry.view.clone(),
        measures: measures(frame, &entry.countermeasure),
        link: entry.status.link.clone(),
        on: entry.on,
        newer: is_newer(page, content, entry.developer),
    });
    let mut lines: Vec<VendorLine> = written.collect();
    lines.sort_by_key(|line| !line.newer);
    lines
}

/// What a developer offers, as far as it offers something.
fn measures(frame: &Frame, offered: &Countermeasure) -> Measures {
    let parts = [("advisory-fix", &offered.fix), ("advisory-workaround", &offered.workaround)];
    parts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (frame.t(key), text.clone())).collect()
}

const fn mark(affected: Affectedness) -> Mark {
    match affected {
        Affectedness::Affected => Mark::Urgent,
        Affectedness::AffectedInvestigating | Affectedness::NotAffectedInvestigating => Mark::Active,
        Affectedness::NotAffected => Mark::Done,
        Affectedness::Unknown => Mark::Waiting,
    }
}

/// What the developers that have the details say to the text that they were last shown.
pub(super) fn comments(page: &CasePage, draft: &AdvisoryView) -> Comments {
    let asked = page.view.developers.iter().filter(|side| side.details.is_some());
    let (mut said, silent): (Vec<CommentLine>, Vec<CommentLine>) =
        asked.map(|side| comment(side, draft)).partition(|line| !line.said.is_empty());
    said.sort_by_key(|line| line.mark != Mark::Soon);
    let mut others: Vec<CommentGroup> = Vec::new();
    for line in silent {
        match others.iter_mut().find(|group| group.key == line.key) {
            Some(group) => group.names.push(line.name),
            None => others.push(CommentGroup { mark: line.mark, key: line.key, names: vec![line.name] }),
        }
    }
    Comments { said, others }
}

fn comment(side: &DeveloperView, draft: &AdvisoryView) -> CommentLine {
    let own = draft.comments.iter().rev().filter(|comment| comment.item.developer == side.id);
    let (mark, key) = match (own.clone().next(), draft.preview_at) {
        (_, None) => (Mark::Waiting, "advisory-comment-not-shown"),
        (None, Some(_)) => (Mark::Waiting, "advisory-comment-silent"),
        (Some(last), Some(shown)) if last.at < shown => (Mark::Waiting, "advisory-comment-older"),
        (Some(last), _) if last.item.agrees => (Mark::Done, "advisory-comment-agrees"),
        _ => (Mark::Soon, "advisory-comment-disagrees"),
    };
    let said = own.filter(|comment| !comment.item.comment.is_empty());
    CommentLine {
        name: side.name.clone(),
        mark,
        key,
        said: said.map(|one| (one.at, one.item.comment.clone())).collect(),
    }
}

/// A button, or the reason and the clause for which it cannot be pressed.
fn step(frame: &Frame, page: &CasePage, action: Action, label: Cow<'_, str>) -> Button {
    let button = ui::button(label);
    match page.refusal(action) {
        None => button,
        Some(refusal) => {
            let clause = refusal.clause.map_or_else(String::new, |clause| clause.to_string());
            let id = format!("denied-{action:?}").to_lowercase();
            button.secondary().denied(id, frame.t(refusal.why.key()), clause)
        }
    }
}

impl BeginPage {
    fn url(&self, way: &str) -> String {
        self.frame.href(format!("/desk/cases/{}{way}", self.page.view.number))
    }

    fn begin(&self) -> Button {
        step(&self.frame, &self.page, Action::StartAdvisory, self.frame.t("advisory-begin"))
    }

    fn writes(&self) -> bool {
        Action::StartAdvisory.belongs_to(self.page.view.viewer)
    }
}

impl EditorPage {
    fn url(&self, way: &str) -> String {
        self.frame.href(format!("/desk/cases/{}{way}", self.page.view.number))
    }

    /// The title in the language of the page, or that there is none yet.
    fn title(&self) -> Cow<'_, str> {
        match self.content.title.get(language(self.frame.lang)) {
            "" => self.frame.t("advisory-title"),
            title => Cow::Borrowed(title),
        }
    }

    fn part(&self, word: &str) -> String {
        part::name(self.frame.lang, word)
    }

    /// The editor's address at one of its parts: where a button leads that only shows the form again.
    fn at(&self, word: &str) -> String {
        format!("{}#part-{word}", self.url("/advisory"))
    }

    fn refresh_button(&self) -> Button {
        let button = ui::button(self.frame.t("advisory-refresh")).small().sends("then", "refresh");
        if self.has_news { button.secondary() } else { button.quiet() }
    }

    fn hint(&self, part: TextPart) -> Cow<'static, str> {
        self.frame.t(format!("advisory-hint-{}", part.word()))
    }

    /// The fields of a part, side by side.
    fn pair(&self, part: TextPart) -> ui::field::Pair {
        let (word, label) = (part.word(), self.part(part.word()));
        let pair = self.form.area_pair(word, label).rows(part.rows()).hint(self.hint(part)).limit(part.limit());
        let needed = [TextPart::Title, TextPart::Overview, TextPart::Impact, TextPart::Solution];
        if needed.contains(&part) { pair.required() } else { pair }
    }

    /// The part as it stands, to read.
    fn text(&self, part: TextPart) -> &Localized {
        part.of(&self.content)
    }

    /// The products whose support has ended, to be ticked; nothing in a case without one.
    fn stop_using(&self) -> Option<Field> {
        let mut products: Vec<&String> = self.page.view.ending.support.iter().map(|one| &one.support.product).collect();
        products.extend(self.content.stop_using.iter());
        products.sort();
        products.dedup();
        let choices: Vec<Choice> = products.into_iter().map(|product| Choice::new(product, product)).collect();
        let field = self.form.checks("stop_using", self.part("stop-using"), &choices);
        (!choices.is_empty()).then(|| field.hint(self.frame.t("advisory-hint-stop-using")))
    }

    fn bounds(&self) -> Vec<Choice> {
        ["fixed", "last"].map(|word| Choice::new(word, self.frame.t(format!("advisory-bound-{word}")))).into()
    }

    fn field(&self, name: &str, row: &usize) -> String {
        format!("{name}-{row}")
    }

    /// The score of what is written as a vector, in tenths.
    fn tenths(&self, row: &usize) -> Option<u8> {
        score(self.form.value(&format!("cvss-{row}"))).ok().map(|scored| scored.tenths)
    }

    /// The vectors of the text with their scores.
    fn vectors(&self) -> Vec<(String, Option<u8>)> {
        let scored = |vector: &String| (vector.clone(), score(vector).ok().map(|scored| scored.tenths));
        self.content.cvss.iter().map(scored).collect()
    }

    /// The score by which the case was rated.
    fn rating(&self) -> Option<(String, String)> {
        let rating = &self.page.view.ratings.last()?.item;
        Some((in_words(rating.score_tenths), rating.vector.clone()))
    }

    /// Takes the number that is chosen.
    fn take_number(&self) -> Button {
        ui::button(self.frame.t("cve-take")).secondary().small().sends("then", TAKE).to(self.at("cve"))
    }

    /// Gives a number back.
    fn give_back(&self, then: &str) -> Button {
        ui::button(self.frame.t("cve-give-back")).quiet().small().sends("then", then).to(self.at("cve"))
    }

    /// Tries the records again.
    fn retry_numbers(&self) -> Button {
        ui::button(self.frame.t("cve-retry")).quiet().small().sends("then", RETRY).to(self.at("cve"))
    }

    /// The weaknesses of the text with their names.
    fn weaknesses(&self) -> Vec<(String, &'static str)> {
        let language = language(self.frame.lang);
        self.content.cwe.iter().map(|id| (id.clone(), weakness_name(id, language).unwrap_or_default())).collect()
    }

    /// Whether a row has a name for machines, so that its fields are shown at once.
    fn has_machine_names(&self, row: &usize) -> bool {
        ["cpe", "purl"].iter().any(|name| !self.form.value(&format!("{name}-{row}")).is_empty())
    }

    fn products(&self) -> Vec<(&str, &str, String, Vec<String>)> {
        let range = |row: &rulebook::advisory::AffectedProduct| {
            history::range(&self.frame, &row.from, &row.to, row.until_fixed)
        };
        let names = |row: &rulebook::advisory::AffectedProduct| {
            [&row.cpe, &row.purl].into_iter().filter(|name| !name.is_empty()).cloned().collect()
        };
        let rows = self.content.affected.iter();
        rows.map(|row| (row.vendor.as_str(), row.product.as_str(), range(row), names(row))).collect()
    }

    /// Rows of a table too long for the form.
    fn more_products(&self) -> usize {
        self.content.affected.len().saturating_sub(MOST_PRODUCTS)
    }

    /// What developers say to be done now, to write the solution from.
    fn countermeasures(&self) -> Vec<(&str, Measures)> {
        let stated =
            self.page.view.developers.iter().filter_map(|side| Some((side, &side.countermeasure.as_ref()?.item)));
        stated.map(|(side, stated)| (side.name.as_str(), measures(&self.frame, stated))).collect()
    }

    fn owes(&self, kind: DutyKind) -> bool {
        let own = self.page.view.viewer;
        self.page.view.duties.iter().any(|duty| duty.what == kind && duty.who == own)
    }

    /// A step; the one that is owed stands out.
    fn step(&self, action: Action, kind: DutyKind, key: &str) -> Button {
        let button = step(&self.frame, &self.page, action, self.frame.t(key));
        if self.owes(kind) { button } else { button.secondary() }
    }

    fn show_step(&self) -> Button {
        self.step(Action::SendPreview, DutyKind::SendPreview, "advisory-do-show")
    }

    fn approve_step(&self) -> Button {
        self.step(Action::ApproveAdvisory, DutyKind::ApproveAdvisory, "advisory-do-approve")
    }

    fn co_sign_step(&self) -> Button {
        self.step(Action::CoSignAdvisory, DutyKind::CoSignAdvisory, "advisory-do-co-sign")
    }

    fn publish_step(&self) -> Button {
        let (kind, key, question) = match self.is_public() {
            false => (DutyKind::Publish, "advisory-do-publish", "advisory-do-publish-sure"),
            true => (DutyKind::PublishUpdate, "advisory-do-update", "advisory-do-update-sure"),
        };
        self.step(Action::Publish, kind, key).confirm(self.frame.t(question))
    }

    fn may_publish(&self) -> bool {
        self.page.refusal(Action::Publish).is_none()
    }

    fn is_public(&self) -> bool {
        !self.draft.revisions.is_empty()
    }

    fn is_signed(&self) -> bool {
        self.draft.approved.is_some() || self.draft.co_signed.is_some()
    }

    /// The status of the text in a word.
    fn status(&self) -> (Mark, Cow<'static, str>) {
        let (mark, key) = match (self.is_public(), self.draft.has_unpublished_text) {
            (true, false) => (Mark::Done, "advisory-status-public"),
            (true, true) => (Mark::Active, "advisory-status-update"),
            (false, _) if self.draft.co_signed.is_some() => (Mark::Done, "advisory-status-signed"),
            (false, _) if self.draft.approved.is_some() => (Mark::Active, "advisory-status-approved"),
            (false, _) => (Mark::Active, "advisory-status-draft"),
        };
        (mark, self.frame.t(key))
    }

    /// The page for the public in one of the languages.
    fn preview(&self, lang: Lang) -> String {
        format!("/{}/desk/cases/{}/advisory/preview", lang.tag(), self.page.view.number)
    }

    fn public_page(&self) -> String {
        self.frame.href(format!("/advisories/{}", self.draft.number.replace('#', "")))
    }
}
