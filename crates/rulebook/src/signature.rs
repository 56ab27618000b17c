//! Two signatures are those of two persons.

use crate::ids::AccountId;
use crate::refusal::{Refusal, Why, require};

/// Who signs, as far as one can tell persons apart: somebody may have an account at both bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signatory<'a> {
    /// The account.
    pub account: AccountId,
    /// The mail address of its holder; empty where it is not known.
    pub mail: &'a str,
}

/// The two bodies sign a publication and its withdrawal so that two people have read it. That needs two holders of
/// accounts; the guideline speaks of the bodies alone, so this is a rule of ours.
///
/// # Errors
/// The refusal.
pub fn of_two_persons(first: Signatory<'_>, second: Signatory<'_>) -> Result<(), Refusal> {
    let mail = |one: Signatory<'_>| one.mail.trim().to_lowercase();
    let same = first.account == second.account || !mail(first).is_empty() && mail(first) == mail(second);
    require(!same, Refusal::plain(Why::SamePerson))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const fn signatory(account: u128, mail: &str) -> Signatory<'_> {
        Signatory { account: AccountId(Uuid::from_u128(account)), mail }
    }

    #[test]
    fn nobody_signs_for_both_bodies() {
        let first = signatory(1, "hayami@mihari.example");
        assert!(of_two_persons(first, signatory(2, "kitamura@mihari.example")).is_ok());
        for same in [signatory(1, "kitamura@mihari.example"), signatory(2, " Hayami@Mihari.example")] {
            assert_eq!(of_two_persons(first, same).expect_err("one person").why, Why::SamePerson);
        }
        assert!(of_two_persons(signatory(1, ""), signatory(2, "")).is_ok(), "nothing is known of either");
    }
}
