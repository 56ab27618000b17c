//! The forms that a reader may use now, what is owed first.

use casework::committee::Candidate;
use casework::{CasePage, Error, Office};
use jiff::civil::Date;
use rulebook::action::Action;
use rulebook::case::ContactMeans;
use rulebook::case::judgement::{BallotVote, Finding, FourCondition, Ground, Seat, Verdict};
use rulebook::clause::Clause;
use rulebook::ids::DeveloperId;
use rulebook::party::Party;
use ui::field::{Choice, Field};
use ui::{Form, Frame, Lang};

use super::table::{FieldOf, Kind, List, Row, TABLE};
use super::word;
use crate::desk::sent::{self, Open, Sent};
use crate::names;

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
            Kind::Seats if self.candidates.is_empty() => {
                form.checks(name, label, &[]).hint(lang.t("judgement-no-seats"))
            }
            Kind::Seats => {
                let seats: Vec<Choice> = self.candidates.iter().map(|one| self.seat(one)).collect();
                form.checks(name, label, &seats).hint(lang.t("judgement-seats-hint")).required()
            }
            Kind::Member if matches!(self.party, Party::Member(_)) => return Vec::new(),
            Kind::Member => form.radios(name, label, &self.seated()).required(),
            Kind::Attended => form.checks(name, label, &self.seated()),
            Kind::From if matches!(self.party, Party::Developer(_)) => return Vec::new(),
            Kind::From => form.text(name, label).required(),
        };
        vec![field]
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
