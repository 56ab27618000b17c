//! The papers. Each module has what one paper needs to say, typed, and its words in both languages.

mod agreement_words;
mod confirmation_request;
mod contact_letter;
mod judgement_notice;
mod minutes_summary;
mod nda;
mod operator_letter;
mod result_notice;
mod unreachable_notice;

pub use confirmation_request::{ConfirmationRequest, ProcedureStep};
pub use contact_letter::{ContactLetter, EarlierContact};
pub use judgement_notice::{HistoryEntry, JudgementNotice};
pub use minutes_summary::{Condition, MemberPresent, MinutesCase, MinutesSummary, Vote};
pub use nda::{AgreementPurpose, NonDisclosureAgreement, Party};
pub use operator_letter::OperatorLetter;
pub use result_notice::{Outcome, Recipient, ResultNotice};
pub use unreachable_notice::{ContactDeadline, DeveloperKind, UnreachableNotice};

use crate::Error;
use crate::compose::Composer;
use crate::draw::About;
use crate::letterhead::Letterhead;

/// What every paper can do.
pub(crate) trait Sheet {
    /// What the PDF says about itself.
    fn about(&self) -> About;
    /// Everything on the paper, from top to bottom.
    fn compose(&self, to: &mut Composer) -> Result<(), Error>;
}

/// Where the sender is asked back, with the number to name; what is not known leaves no line behind.
fn contact_lines(head: &Letterhead) -> String {
    let (us, reference) = (&head.from, &head.reference);
    let names = head.language.choose(["文書番号：", "電話：", "メール："], ["Reference: ", "Telephone: ", "Mail: "]);
    let lines = names.into_iter().zip([reference, &us.phone, &us.mail]);
    let known = lines.filter(|(_, text)| !text.is_empty()).map(|(name, text)| format!("{name}{text}"));
    known.collect::<Vec<_>>().join("\n")
}

/// The description of a paper with a letterhead.
fn about(head: &Letterhead, title: &str) -> About {
    About {
        title: title.into(),
        author: head.from.name.clone(),
        language: head.language,
        date: head.date,
        reference: head.reference.clone(),
    }
}
