//! The forms that a reader may use now, what is owed first.

use std::borrow::Cow;

use casework::committee::Candidate;
use casework::{CasePage, Error, Office};
use rulebook::action::Action;
use rulebook::case::ContactMeans;
use rulebook::case::judgement::{BallotVote, Finding, FourCondition, Ground, Seat, Verdict};
use rulebook::ids::DeveloperId;
use rulebook::party::Party;
use rulebook::refusal::Refusal;
use ui::field::{Choice, Field};
use ui::markup::Markup;
use ui::{Form, Frame, Lang};

use super::table::{FieldOf, Row, Special, TABLE};
use super::word;
use crate::desk::sent::{self, Sent};
use crate::names;
use crate::parts::{self, Part};

/// Everybody who may be called to the committee about a case: appointed, and without an interest in it.
///
/// # Errors
/// The store's.
pub(crate) async fn candidates(office: &Office, page: &CasePage) -> Result<Vec<Candidate>, Error> {
    let all = office.candidates(office.now().today).await?.into_iter();
    Ok(all.filter(|one| !page.view.judgement.is_conflicted(one.id)).collect())
}

/// A case with the reader before whom it lies.
pub(crate) struct Bench<'a> {
    pub frame: &'a Frame,
    pub page: &'a CasePage,
    pub party: Party,
    pub candidates: &'a [Candidate],
}

impl Bench<'_> {
    /// The forms that may be used now; what is owed comes first. Each goes to `base`, `/` and the word of its action.
    pub fn parts(&self, base: &str, sent: Option<&Sent>) -> Vec<Part> {
        let rows = TABLE.iter().filter(|row| self.may(row.action));
        let mut parts: Vec<Part> = rows.map(|row| self.part(row, base, sent)).collect();
        parts.sort_by_key(|part| !part.owed);
        parts
    }

    fn part(&self, row: &Row, base: &str, sent: Option<&Sent>) -> Part {
        let (frame, name) = (self.frame, row.action.word());
        let form = sent::form(sent, frame.lang, name, |_| {});
        let own = |duty: &&rulebook::case::Duty| duty.who == self.party && Some(duty.what) == row.duty;
        let duty = self.page.view.duties.iter().find(own);
        let title = frame.t(format!("desk-action-{name}")).into_owned();
        Part {
            name,
            button: title.clone(),
            title,
            confirm: String::new(),
            lead: String::new(),
            clause: row.action.clause(),
            open: sent::open(frame, name, format!("{base}/{name}"), self.page.digest.as_str()),
            fields: self.fields(row.fields, &form),
            owed: duty.is_some(),
            due: duty.and_then(|duty| duty.due),
            first: sent.is_some_and(|sent| sent.is(name)),
            form,
        }
    }

    /// What the reader cannot do now about the round that is open, and why.
    pub fn denied(&self) -> Vec<(Action, Refusal)> {
        if self.page.view.judgement.round().is_none() {
            return Vec::new();
        }
        let mine = TABLE.iter().map(|row| row.action).filter(|action| action.belongs_to(self.party));
        // A notice is about a developer, and stands on the developer's page.
        let of_the_round = mine.filter(|action| *action != Action::NotifyImpossible);
        of_the_round.filter_map(|action| Some((action, self.page.refusal(action)?))).collect()
    }

    /// Whether the reader may do this now, about the case or about one of its developers.
    pub fn may(&self, action: Action) -> bool {
        self.page.refusal(action).is_none()
            || self.page.view.developers.iter().any(|side| self.page.refusal_about(side.id, action).is_none())
    }

    fn fields(&self, fields: &[FieldOf], form: &Form) -> Vec<Markup> {
        let field = |field: &FieldOf| {
            let own = |label: Cow<'static, str>, kind| {
                self.special(field.0, &label, kind, form).iter().map(Markup::of).collect()
            };
            parts::field(self.frame.lang, form, *field, own)
        };
        fields.iter().flat_map(field).collect()
    }

    fn special(&self, name: &str, label: &str, kind: Special, form: &Form) -> Option<Field> {
        let lang = self.frame.lang;
        let field = match kind {
            Special::Conditions => form.checks(name, label, &conditions(lang)),
            Special::Developer => form.select(name, label, &self.developers()).required(),
            Special::Seats if self.candidates.is_empty() => {
                form.checks(name, label, &[]).hint(lang.t("judgement-no-seats"))
            }
            Special::Seats => {
                let seats: Vec<Choice> = self.candidates.iter().map(|one| self.seat(one)).collect();
                form.checks(name, label, &seats).hint(lang.t("judgement-seats-hint")).required()
            }
            Special::Member if matches!(self.party, Party::Member(_)) => return None,
            Special::Member => form.radios(name, label, &self.seated()).required(),
            Special::Attended => form.checks(name, label, &self.seated()),
            Special::From if matches!(self.party, Party::Developer(_)) => return None,
            Special::From => form.text(name, label).required(),
        };
        Some(field)
    }

    /// A candidate with what speaks for and against it: field, affiliation, term.
    fn seat(&self, one: &Candidate) -> Choice {
        let field = word(self.frame.lang, one.appointment.field.word());
        let term = names::term(self.frame, &one.appointment);
        let said = [field, one.appointment.affiliation.clone(), term];
        let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
        Choice::new(&one.login, &one.name).hint(said.join(self.frame.lang.pick("・", " · ")))
    }

    fn developers(&self) -> Vec<Choice> {
        let sides = self.page.view.developers.iter().enumerate();
        let may = |id: DeveloperId| self.page.refusal_about(id, Action::NotifyImpossible).is_none();
        sides.filter(|(_, side)| may(side.id)).map(|(place, side)| Choice::new(place + 1, &side.name)).collect()
    }

    /// The members who are on the case, with the place of each in the meeting, from 1.
    pub(super) fn seats(&self) -> Vec<(usize, &Seat)> {
        let round = self.page.view.judgement.round();
        let seats = round.into_iter().flat_map(|round| round.seats());
        seats.enumerate().map(|(place, seat)| (place + 1, seat)).collect()
    }

    fn seated(&self) -> Vec<Choice> {
        self.seats().into_iter().map(|(place, seat)| Choice::new(place, &seat.name)).collect()
    }
}

fn plain(lang: Lang, of_list: &'static str) -> Choice {
    Choice::new(of_list, word(lang, of_list))
}

pub(super) fn accepted(lang: Lang) -> Vec<Choice> {
    ["accepted", "declined"].map(|one| plain(lang, one)).to_vec()
}

pub(super) fn grounds(lang: Lang) -> Vec<Choice> {
    Ground::ALL.map(|one| plain(lang, one.word()).hint(one.clause().to_string())).to_vec()
}

pub(super) fn conditions(lang: Lang) -> Vec<Choice> {
    FourCondition::ALL.map(|one| plain(lang, one.word()).hint(one.clause().to_string())).to_vec()
}

pub(super) fn findings(lang: Lang) -> Vec<Choice> {
    Finding::ALL.map(|one| plain(lang, one.word())).to_vec()
}

pub(super) fn verdicts(lang: Lang) -> Vec<Choice> {
    Verdict::ALL.map(|one| plain(lang, one.word())).to_vec()
}

pub(super) fn votes(lang: Lang) -> Vec<Choice> {
    BallotVote::ALL.map(|one| plain(lang, one.word())).to_vec()
}

pub(super) fn means(lang: Lang) -> Vec<Choice> {
    ContactMeans::ALL.map(|one| Choice::new(one.word(), names::means(lang, one))).to_vec()
}
