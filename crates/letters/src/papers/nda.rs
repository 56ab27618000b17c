//! The non-disclosure agreement with outside analysis bodies and overseas coordinators (秘密保持契約).

use crate::Error;
use crate::compose::{Align, Composer, Style};
use crate::draw::About;
use crate::fonts::Role;
use crate::letterhead::Language;
use crate::papers::Sheet;
use crate::papers::agreement_words::{Words, english, japanese};
use crate::table::Table;
use crate::words;
use jiff::civil::Date;

/// A form of two pages, to be signed before vulnerability-related information is handed to somebody outside (Ⅳ.3.(1).5,
/// Ⅳ.4.5, Ⅴ.3.7). A standard text: who signs it has it read by counsel.
#[derive(Debug, Clone)]
pub struct NonDisclosureAgreement {
    /// In what language the paper speaks.
    pub language: Language,
    /// Number of the agreement, repeated at the foot of each page.
    pub reference: String,
    /// Who hands over.
    pub discloser: Party,
    /// Who receives.
    pub receiver: Party,
    /// For what.
    pub purpose: AgreementPurpose,
    /// The case it is for; none for a standing agreement.
    pub case_number: Option<String>,
    /// The day from which it binds.
    pub effective_on: Date,
    /// For how many years information has to be kept secret after the agreement has ended.
    pub years: u8,
}

/// One side of an agreement.
#[derive(Debug, Clone)]
pub struct Party {
    /// Full name.
    pub name: String,
    /// Address in one line.
    pub address: String,
    /// Who signs: office and name; none leaves an empty line.
    pub signatory: Option<String>,
}

/// What the information may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgreementPurpose {
    /// Technical analysis by an outside body.
    OutsideAnalysis,
    /// Coordination by an overseas coordinator.
    OverseasCoordination,
}

impl Sheet for NonDisclosureAgreement {
    fn about(&self) -> About {
        About {
            title: self.words().title.into(),
            author: self.discloser.name.clone(),
            language: self.language,
            date: self.effective_on,
            reference: self.reference.clone(),
        }
    }

    fn compose(&self, to: &mut Composer) -> Result<(), Error> {
        let words = self.words();
        to.body = Style { size: 9.5, leading: to.language.choose(1.6, 1.42), indent: 0.0, ..to.body };
        to.title(words.title);
        to.paragraph(&words.preamble);
        for (heading, text) in &words.articles {
            to.heading(heading);
            to.paragraph(text);
        }
        to.paragraph(&words.closing);
        self.signatures(to);
        Ok(())
    }
}

impl NonDisclosureAgreement {
    fn words(&self) -> Words {
        self.language.choose(japanese as fn(&Self) -> Words, english)(self)
    }

    fn signatures(&self, to: &mut Composer) {
        let day = words::day(self.effective_on, self.language);
        to.stay();
        to.aligned(&self.language.choose(format!("契約日　{day}"), format!("Dated {day}")), Align::Left);
        to.stay();
        let names = self
            .language
            .choose(["所在地", "名称", "署名者", "署名または記名押印"], ["Address", "Name", "Signed by", "Signature"]);
        let blank = self.language.choose("　\n　\n　", "\n\n");
        let value = |party: &Party| {
            let signatory = party.signatory.clone().unwrap_or_default();
            [party.address.clone(), party.name.clone(), signatory, blank.into()]
        };
        let (one, other) = (value(&self.discloser), value(&self.receiver));
        let rows = names.into_iter().zip(one).zip(other).map(|((name, one), other)| vec![name.into(), one, other]);
        let head = self.language.choose(["", "甲（開示者）", "乙（受領者）"], ["", "Discloser", "Receiver"]);
        let first = to.strips.len();
        to.table(Table {
            columns: &[0.2, 0.4, 0.4],
            head: Some(head.map(String::from).to_vec()),
            rows: rows.collect(),
            first_is_head: true,
        });
        // Nobody signs a page without the names.
        to.strips[first..].iter_mut().for_each(|strip| strip.with_next = true);
        let style = Style { role: Role::Sans, size: 8.0, leading: 1.5, indent: 0.0, align: Align::Left };
        let body = std::mem::replace(&mut to.body, style);
        to.paragraph(self.language.choose(
            "本契約の成立を証するため本書二通を作成し、甲乙が署名または記名押印のうえ各自一通を保有する。電磁的に作成するときは、双方が電子署名を付した電磁的記録を保有する。",
            "Made in two copies and signed, of which each party keeps one; if made electronically, each party keeps the record signed by both.",
        ));
        to.body = body;
    }
}
