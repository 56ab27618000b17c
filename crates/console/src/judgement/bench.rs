//! The forms that a reader may use now, what is owed first.

use casework::{CasePage, Error, Office};
use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::ContactMeans;
use rulebook::case::judgement::{BallotVote, Field as Expert, Finding, FourCondition, Ground, Seat, Verdict};
use rulebook::clause::Clause;
use rulebook::ids::{AccountId, DeveloperId};
use rulebook::party::{Party, Role};
use ui::field::{Choice, Field};
use ui::{Form, Frame, Lang};

use super::table::{FieldOf, Kind, List, Row, TABLE};
use super::word;
use crate::desk::sent::{self, Open, Sent};
use crate::names;

/// Somebody who may be called to the committee.
pub(crate) struct Candidate {
    pub(super) id: AccountId,
    pub(super) login: String,
    pub(super) name: String,
}

/// Everybody who may be called to the committee.
///
/// # Errors
/// The store's.
pub(crate) async fn candidates(office: &Office) -> Result<Vec<Candidate>, Error> {
    let all = office.accounts().await?.into_iter();
    let members = all.filter(|(_, card, closed)| !closed && card.role == Role::CommitteeMember.word());
    Ok(members.map(|(id, card, _)| Candidate { id, login: card.login, name: card.name }).collect())
}

/// A case with the reader before whom it lies.
pub(crate) struct Bench<'a> {
    pub frame: &'a Frame,
    pub page: &'a CasePage,
    pub party: Party,
    pub candidates: &'a [Candidate],
}

/// A form as it stands on a page.
pub(crate) struct Part {
    pub name: &'static str,
    pub title: String,
    pub clause: Option<Clause>,
    pub open: Open,
    pub form: Form,
    pub fields: Vec<Field>,
    /// Whether it is owed now.
    pub owed: bool,
    pub due: Option<Date>,
    pub first: bool,
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
        Part {
            name,
            title: frame.t(format!("desk-action-{name}")).into_owned(),
            clause: row.action.clause(),
            open: sent::open(frame, name, format!("{base}/{name}"), self.page.digest.as_str()),
            fields: self.fields(row.fields, &form),
            owed: duty.is_some(),
            due: duty.and_then(|duty| duty.due),
            first: sent.is_some_and(|sent| sent.is(name)),
            form,
        }
    }

    /// Whether the reader may do this now, about the case or about one of its developers.
    pub fn may(&self, action: Action) -> bool {
        self.page.refusal(action).is_none()
            || self.page.view.developers.iter().any(|side| self.page.refusal_about(side.id, action).is_none())
    }

    fn fields(&self, fields: &[FieldOf], form: &Form) -> Vec<Field> {
        fields.iter().flat_map(|field| self.field(*field, form)).collect()
    }

    fn field(&self, (name, key, kind): FieldOf, form: &Form) -> Vec<Field> {
        let (lang, label) = (self.frame.lang, self.frame.t(key));
        let field = match kind {
            Kind::Line => form.text(name, label).required(),
            Kind::Text => form.area(name, label).rows(4_usize).required(),
            Kind::Maybe => form.area(name, label).rows(3_usize).optional(),
            Kind::Day => form.day(name, label).required(),
            Kind::MaybeDay => form.day(name, label).optional(),
            Kind::Check => form.check(name, label),
            Kind::One(list) => form.radios(name, label, &choices(lang, list)).required(),
            Kind::Conditions => form.checks(name, label, &choices(lang, List::Condition)),
            Kind::Developer => form.select(name, label, &self.developers()).required(),
            Kind::Seats => return self.candidates.iter().map(|one| self.seat(one, form)).collect(),
            Kind::Member if matches!(self.party, Party::Member(_)) => return Vec::new(),
            Kind::Member => form.radios(name, label, &self.seated()).required(),
            Kind::Attended => form.checks(name, label, &self.seated()),
            Kind::From if matches!(self.party, Party::Developer(_)) => return Vec::new(),
            Kind::From => form.text(name, label).required(),
        };
        vec![field]
    }

    fn seat(&self, one: &Candidate, form: &Form) -> Field {
        let lang = self.frame.lang;
        let mut choices = vec![Choice::new("", lang.t("judgement-not-seated"))];
        choices.extend(Expert::ALL.map(|field| Choice::new(field.word(), word(lang, field.word()))));
        form.select(&format!("seat-{}", one.login), lang.t1("judgement-seat", "name", &one.name), &choices)
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

fn choices(lang: Lang, list: List) -> Vec<Choice> {
    let plain = |word_of: &'static str| Choice::new(word_of, word(lang, word_of));
    match list {
        List::Accepted => ["accepted", "declined"].map(plain).to_vec(),
        List::Ground => Ground::ALL.map(|one| plain(one.word()).hint(one.clause().to_string())).to_vec(),
        List::Condition => FourCondition::ALL.map(|one| plain(one.word()).hint(one.clause().to_string())).to_vec(),
        List::Finding => Finding::ALL.map(|one| plain(one.word())).to_vec(),
        List::Verdict => Verdict::ALL.map(|one| plain(one.word())).to_vec(),
        List::Vote => BallotVote::ALL.map(|one| plain(one.word())).to_vec(),
        List::Means => ContactMeans::ALL.map(|one| Choice::new(one.word(), names::means(lang, one))).to_vec(),
    }
}
