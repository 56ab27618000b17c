//! Reminders: a rule of this program, for the guideline says by when, and not how people are kept from forgetting it.
//!
//! They come on business days only: once when the day is near, once when it has come, and then every few business days,
//! each time more plainly, until whoever looks after the other side is told as well.

use jiff::civil::Date;

use crate::calendar::Calendar;
use crate::case::NoticeKind;
use crate::party::Party;

/// So many business days before its day a duty counts as near.
const NEAR: u32 = 3;
/// So many business days lie between two reminders of what is late.
const AGAIN: u32 = 5;
/// With this reminder of what is late, others are told too.
const ESCALATES_AT: u32 = 2;

/// A reminder that is due on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// What it says.
    pub kind: NoticeKind,
    /// Which of its kind it is, from 0: each is sent once.
    pub nth: u32,
}

impl Reminder {
    /// Who is told beside the one who owes it, if it sees the case: of a developer's lateness the coordinator, of a finder's,
    /// an operator's or a member's the desk; of a body's the other one.
    #[must_use]
    pub fn also(self, who: Party) -> Option<Party> {
        if self.kind != NoticeKind::Escalated {
            return None;
        }
        match who {
            Party::Developer(_) | Party::ReceivingBody => Some(Party::Coordinator),
            Party::Finder(_) | Party::SiteOperator(_) | Party::Member(_) | Party::Coordinator => {
                Some(Party::ReceivingBody)
            }
            Party::Program => None,
        }
    }
}

/// The reminder of something due on a day, if one is due today.
#[must_use]
pub fn reminder(due: Date, today: Date, calendar: &Calendar) -> Option<Reminder> {
    if !calendar.is_business_day(today) {
        return None;
    }
    if today < due {
        let left = calendar.business_days_between(today, due).saturating_sub(1);
        return (left <= NEAR).then_some(Reminder { kind: NoticeKind::DueSoon, nth: 0 });
    }
    let late = calendar.business_days_between(due, today).saturating_sub(u32::from(calendar.is_business_day(due)));
    let nth = late / AGAIN;
    let kind = match nth {
        0 => NoticeKind::DueToday,
        nth if nth < ESCALATES_AT => NoticeKind::Overdue,
        _ => NoticeKind::Escalated,
    };
    Some(Reminder { kind, nth })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::MonthDay;
    use crate::ids::{AccountId, DeveloperId};
    use jiff::civil::date;

    fn calendar() -> Calendar {
        Calendar {
            holidays: [date(2026, 11, 23)].into(),
            year_end_from: MonthDay { month: 12, day: 29 },
            year_end_to: MonthDay { month: 1, day: 3 },
        }
    }

    fn on(month: i8, day: i8) -> Option<(NoticeKind, u32)> {
        // Due on Thursday, 26 November 2026; Monday the 23rd is a holiday.
        let today = date(2026, month, day);
        reminder(date(2026, 11, 26), today, &calendar()).map(|reminder| (reminder.kind, reminder.nth))
    }

    #[test]
    fn it_comes_three_business_days_before_the_day_and_never_on_a_free_day() {
        assert_eq!(on(11, 19), None, "four business days are left: 20, 24, 25, 26");
        assert_eq!(on(11, 20), Some((NoticeKind::DueSoon, 0)));
        assert_eq!(on(11, 21), None, "a Saturday");
        assert_eq!(on(11, 23), None, "a holiday");
        assert_eq!(on(11, 25), Some((NoticeKind::DueSoon, 0)), "the same one: it is sent once");
    }

    #[test]
    fn what_is_late_is_said_again_each_week_and_then_to_others() {
        assert_eq!(on(11, 26), Some((NoticeKind::DueToday, 0)));
        assert_eq!(on(12, 2), Some((NoticeKind::DueToday, 0)), "four business days late");
        assert_eq!(on(12, 3), Some((NoticeKind::Overdue, 1)));
        assert_eq!(on(12, 10), Some((NoticeKind::Escalated, 2)));
        assert_eq!(on(12, 17), Some((NoticeKind::Escalated, 3)));
    }

    #[test]
    fn what_stays_late_is_told_to_whoever_can_do_something_about_it() {
        use Party::{Coordinator, ReceivingBody};
        let (developer, member) = (DeveloperId(uuid::Uuid::nil()), AccountId(uuid::Uuid::nil()));
        let escalated = Reminder { kind: NoticeKind::Escalated, nth: 2 };
        assert_eq!(escalated.also(Party::Developer(developer)), Some(Coordinator));
        assert_eq!(escalated.also(Party::Member(member)), Some(ReceivingBody));
        assert_eq!(
            [Coordinator, ReceivingBody].map(|body| escalated.also(body)),
            [ReceivingBody, Coordinator].map(Some)
        );
        assert_eq!(Reminder { kind: NoticeKind::Overdue, nth: 1 }.also(Coordinator), None);
    }

    #[test]
    fn a_day_that_was_a_free_day_is_reminded_of_on_the_next_business_day() {
        let due = date(2026, 11, 22);
        let first = reminder(due, date(2026, 11, 24), &calendar());
        assert_eq!(first.map(|reminder| (reminder.kind, reminder.nth)), Some((NoticeKind::DueToday, 0)));
    }
}
