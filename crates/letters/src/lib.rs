//! Papers: the letters, notices, minutes and agreements of the Partnership, as PDF.
//!
//! [`render`] is a pure function of a [`Paper`] and the [`Fonts`] of the system: the same paper gives the same bytes. A PDF is
//! A4, embeds what it needs of its fonts, and keeps to PDF/A-2a (it can be archived) and PDF/UA-1 (it can be heard).
//!
//! | module | what it does |
//! |---|---|
//! | [`papers`] | what each paper has to say, typed, with its words in Japanese and English |
//! | [`letterhead`] | who writes to whom, in the window of an envelope |
//! | `compose`, `table` | texts, lists, tables, frames into strips of paper |
//! | `shape`, `lines` | characters into glyphs, glyphs into lines (禁則処理) |
//! | `flow`, `draw` | strips onto pages, pages into bytes |
//! | [`fonts`] | Japanese fonts of the system, by family |
//!
//! What it knows: paper, type, and the words of official letters.
//!
//! What it must not know: cases, clocks, the database, the network. The day on a paper is a field of it. The disk is read in
//! [`Fonts::find`] only. Every text that comes in is data: there is no markup language in between, so nothing in a text can be
//! one. What no font has is printed as 〓, and [`unprintable`] tells it beforehand. Text runs from left to right.

mod compose;
mod draw;
pub mod error;
mod flow;
pub mod fonts;
pub mod letterhead;
mod lines;
pub mod papers;
mod qr;
mod shape;
mod sheet;
mod table;
mod words;

pub use error::Error;
pub use fonts::Fonts;
pub use letterhead::{Addressee, Language, Letterhead, Organisation};
pub use papers::{
    AgreementPurpose, Condition, ConfirmationRequest, ContactDeadline, ContactLetter, DeveloperKind, EarlierContact,
    HistoryEntry, JudgementNotice, MemberPresent, MinutesCase, MinutesSummary, NonDisclosureAgreement, OperatorLetter,
    Outcome, Party, ProcedureStep, Recipient, ResultNotice, UnreachableNotice, Vote,
};

use compose::Composer;
use papers::Sheet;

/// No paper is longer.
pub const MOST_PAGES: usize = 200;

/// Everything that can be printed.
#[derive(Debug, Clone)]
pub enum Paper {
    /// To a developer whom mails do not reach (Ⅳ.4.2).
    ContactLetter(ContactLetter),
    /// To the owner of a small website (Ⅴ.3.3).
    OperatorLetter(OperatorLetter),
    /// That the committee will judge (Ⅳ.3.(2).3).
    JudgementNotice(JudgementNotice),
    /// What came of it (Ⅳ.3.(2).6).
    ResultNotice(ResultNotice),
    /// To the minister (Ⅳ.3.(2).7.ア).
    ConfirmationRequest(ConfirmationRequest),
    /// 議事概要 of a meeting of the committee.
    MinutesSummary(MinutesSummary),
    /// The public notice about a developer who cannot be reached (付録5.2).
    UnreachableNotice(UnreachableNotice),
    /// With those outside who are handed information (秘密保持契約).
    NonDisclosureAgreement(NonDisclosureAgreement),
}

impl Paper {
    fn sheet(&self) -> &dyn Sheet {
        match self {
            Paper::ContactLetter(paper) => paper,
            Paper::OperatorLetter(paper) => paper,
            Paper::JudgementNotice(paper) => paper,
            Paper::ResultNotice(paper) => paper,
            Paper::ConfirmationRequest(paper) => paper,
            Paper::MinutesSummary(paper) => paper,
            Paper::UnreachableNotice(paper) => paper,
            Paper::NonDisclosureAgreement(paper) => paper,
        }
    }
}

/// The paper as PDF. The same paper and fonts give the same bytes.
pub fn render(paper: &Paper, fonts: &Fonts) -> Result<Vec<u8>, Error> {
    let composed = compose(paper, fonts)?;
    let mut pages = flow::paginate(&composed.strips, composed.top);
    if pages.len() > MOST_PAGES {
        return Err(Error::TooLong);
    }
    pages[0].splice(0..0, composed.fixed);
    draw::write(&paper.sheet().about(), fonts, &composed.nodes, &pages)
}

/// The characters of a paper that no font has, in the order of their code points. A name with one of them is best checked by
/// a person before the letter goes out: [`render`] prints 〓 in its place.
pub fn unprintable(paper: &Paper, fonts: &Fonts) -> Result<Vec<char>, Error> {
    Ok(compose(paper, fonts)?.shaper.missing.into_iter().collect())
}

fn compose<'a>(paper: &Paper, fonts: &'a Fonts) -> Result<Composer<'a>, Error> {
    let sheet = paper.sheet();
    let mut composer = Composer::new(fonts, sheet.about().language);
    sheet.compose(&mut composer)?;
    Ok(composer)
}
