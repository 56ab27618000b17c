//! The appointment of a member of the publication committee (公表判定委員).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::judgement::{Field, Seat};
use crate::ids::AccountId;

/// What the receiving body appoints somebody as (Ⅳ.3.(2).1.第4段): an expert of a field, without interest in the
/// cases. Where the person belongs to is known so that an interest can be seen; it is no ground by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// Expert of what.
    pub field: Field,
    /// Where the person belongs to.
    pub affiliation: String,
    /// First day of the term of office.
    pub from: Date,
    /// Its last day; without one the term is open.
    pub until: Option<Date>,
}

impl Appointment {
    /// Whether the term holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether the member may still be called to a meeting to come: the term is not over.
    #[must_use]
    pub fn may_be_called(&self, today: Date) -> bool {
        self.until.is_none_or(|until| today <= until)
    }

    /// Whether the days of the term are in order.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        self.until.is_none_or(|until| self.from <= until)
    }
}

/// Somebody who is called to a meeting, with what makes a member of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointed {
    /// The account.
    pub account: AccountId,
    /// The name.
    pub name: String,
    /// As what, and for how long.
    pub appointment: Appointment,
}

impl Appointed {
    /// The seat in the meeting.
    #[must_use]
    pub fn seat(&self) -> Seat {
        Seat { account: self.account, name: self.name.clone(), field: self.appointment.field }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn term(until: Option<Date>) -> Appointment {
        let from = date(2026, 4, 1);
        Appointment { field: Field::Law, affiliation: "かなた大学".into(), from, until }
    }

    #[test]
    fn a_term_holds_from_its_first_day_to_its_last() {
        let two_years = term(Some(date(2028, 3, 31)));
        assert!(!two_years.holds_on(date(2026, 3, 31)));
        assert!(two_years.holds_on(date(2026, 4, 1)));
        assert!(two_years.holds_on(date(2028, 3, 31)));
        assert!(!two_years.holds_on(date(2028, 4, 1)));
        assert!(term(None).holds_on(date(2050, 1, 1)), "an open term goes on");
    }

    #[test]
    fn nobody_is_called_after_the_term_and_somebody_may_be_before_it() {
        let next = term(Some(date(2028, 3, 31)));
        assert!(next.may_be_called(date(2026, 3, 1)), "for a meeting in April");
        assert!(!next.may_be_called(date(2028, 4, 1)));
        assert!(next.is_in_order());
        assert!(!term(Some(date(2026, 3, 31))).is_in_order());
    }
}
