//! The upper part of a letter: for whom, from whom, when, under which number; and where the sheet is folded.

use crate::compose::{Align, Composer, Style};
use crate::error::Error;
use crate::fonts::Role;
use crate::sheet::{Item, Kind, LEFT, MEASURE, RULE, mm};
use crate::words;
use jiff::civil::Date;

/// Place of the address (DIN 5008 form B, ISO 11180): seen through the window of a DL or 長形3号 envelope when the sheet is folded
/// at the marks.
const WINDOW: (f32, f32, f32, f32) = (mm(20.0), mm(48.0), mm(84.0), mm(42.0));
/// Where the sheet is folded for it, and its middle, from the upper edge.
const FOLDS: [(f32, f32); 3] = [(mm(105.0), mm(5.0)), (mm(148.5), mm(7.0)), (mm(210.0), mm(5.0))];
/// The sender's column.
const SENDER: (f32, f32, f32) = (mm(120.0), mm(48.0), mm(65.0));
/// Upper edge of the letter's text.
const TEXT: f32 = mm(98.0);

/// The language of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// 日本語
    Japanese,
    /// English
    English,
}

impl Language {
    /// The value for this language.
    pub(crate) fn choose<T>(self, japanese: T, english: T) -> T {
        match self {
            Language::Japanese => japanese,
            Language::English => english,
        }
    }
}

/// Who sends the paper, as printed at its upper right.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Full name.
    pub name: String,
    /// The unit that handles the matter.
    pub department: Option<String>,
    /// `113-6591`, without 〒.
    pub postal_code: String,
    /// Address, its lines divided by line ends.
    pub address: String,
    /// Telephone number of the unit.
    pub phone: String,
    /// Mail address of the unit.
    pub mail: String,
    /// Address of the public site, where everybody can check that the letter is genuine.
    pub website: String,
}

/// To whom the paper goes, as printed in the window of the envelope.
#[derive(Debug, Clone, Default)]
pub struct Addressee {
    /// Company, authority, community or shop; none for a private person.
    pub organisation: Option<String>,
    /// The unit in it.
    pub department: Option<String>,
    /// A person; then the honorific is 様, otherwise 御中.
    pub person: Option<String>,
    /// `100-8901`, without 〒; none when the paper goes by mail only.
    pub postal_code: Option<String>,
    /// Address, its lines divided by line ends; empty when the paper goes by mail only.
    pub address: String,
}

/// What every letter and notice starts with.
#[derive(Debug, Clone)]
pub struct Letterhead {
    /// In what language the paper speaks.
    pub language: Language,
    /// Who sends it.
    pub from: Organisation,
    /// Who gets it.
    pub to: Addressee,
    /// Reference number (文書番号), repeated at the foot of each page.
    pub reference: String,
    /// The day that the paper bears.
    pub date: Date,
}

/// How formal a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// A letter.
    Letter,
    /// An official notice; sent without the seal, and says so as offices do (公印省略).
    Notice,
    /// The same, to the holder of an office (殿).
    ToOffice,
}

impl Composer<'_> {
    /// Puts the head on the first page; the text starts below it.
    pub(crate) fn letterhead(&mut self, head: &Letterhead, manner: Manner) -> Result<(), Error> {
        self.marks();
        self.numbers(head);
        self.address(&head.to, manner)?;
        self.sender(&head.from, manner);
        Ok(())
    }

    fn marks(&mut self) {
        for (y, length) in FOLDS {
            self.fixed.push(Item::fill(mm(4.0), y, length, 0.4, RULE));
        }
    }

    fn numbers(&mut self, head: &Letterhead) {
        let style = Style { role: Role::Serif, size: 10.0, leading: 1.5, indent: 0.0, align: Align::Right };
        let text = format!("{}\n{}", head.reference, words::day(head.date, head.language));
        self.block(&text, style, (LEFT, mm(20.0), MEASURE));
    }

    fn address(&mut self, to: &Addressee, manner: Manner) -> Result<(), Error> {
        let (x, y, width, height) = WINDOW;
        let text = match self.language {
            Language::Japanese => japanese_address(to, manner),
            Language::English => english_address(to),
        };
        let plain = Style { role: Role::Serif, size: 11.0, leading: 1.4, indent: 0.0, align: Align::Left };
        for size in [11.0, 10.0, 9.0, 8.0] {
            let style = Style { size, ..plain };
            let lines = self.set(&text, style, width).len();
            if lines as f32 * size * style.leading <= height {
                self.block(&text, style, (x, y, width));
                return Ok(());
            }
        }
        Err(Error::AddressDoesNotFit)
    }

    fn sender(&mut self, from: &Organisation, manner: Manner) {
        let bold = Style { role: Role::SerifBold, size: 10.5, leading: 1.45, indent: 0.0, align: Align::Left };
        let plain = Style { role: Role::Serif, size: 9.0, leading: 1.5, ..bold };
        let (x, y, width) = SENDER;
        let mut below = self.block(&from.name, bold, (x, y, width));
        if let Some(department) = &from.department {
            below = self.block(department, Style { size: 9.5, role: Role::Serif, ..bold }, (x, below, width));
        }
        if manner != Manner::Letter && self.language == Language::Japanese {
            below = self.block("（公印省略）", Style { align: Align::Right, ..plain }, (x, below, width));
        }
        let text = self.sender_lines(from).join("\n");
        let below = self.block(&text, plain, (x, below + mm(1.0), width));
        self.top = TEXT.max(below + mm(6.0));
    }

    /// Address and ways to the sender; what is not known leaves no line behind.
    fn sender_lines(&self, from: &Organisation) -> Vec<String> {
        let line = |before: &str, text: &str, after: &str| {
            (!text.trim().is_empty()).then(|| format!("{before}{}{after}", text.trim()))
        };
        let lines = match self.language {
            Language::Japanese => [
                line("〒", &from.postal_code, ""),
                line("", &from.address, ""),
                line("電話　", &from.phone, ""),
                line("メール　", &from.mail, ""),
                line("", &from.website, ""),
            ],
            Language::English => [
                line("", &from.address, ""),
                line("", &from.postal_code, ", Japan"),
                line("Tel. ", &from.phone, ""),
                line("", &from.mail, ""),
                line("", &from.website, ""),
            ],
        };
        lines.into_iter().flatten().collect()
    }

    /// Lines at a fixed place of the first page; answers their lower edge.
    fn block(&mut self, text: &str, style: Style, (x, mut y, width): (f32, f32, f32)) -> f32 {
        let node = self.node(Kind::Paragraph);
        for placed in self.set(text, style, width) {
            self.fixed.push(Self::item(&placed, style, x, y, node));
            y += style.size * style.leading;
        }
        y
    }
}

fn japanese_address(to: &Addressee, manner: Manner) -> String {
    let mut lines = Vec::new();
    lines.extend(to.postal_code.as_ref().map(|code| format!("〒{code}")));
    lines.extend(to.address.lines().map(String::from));
    if !lines.is_empty() {
        lines.push(String::new());
    }
    let mut names: Vec<String> =
        [&to.organisation, &to.department, &to.person].into_iter().flatten().cloned().collect();
    let honorific = match (manner, &to.person) {
        (Manner::ToOffice, _) => "殿",
        (_, Some(_)) => "様",
        (_, None) => "御中",
    };
    if let Some(last) = names.last_mut() {
        *last = format!("{last}　{honorific}");
    }
    lines.extend(names);
    lines.join("\n")
}

fn english_address(to: &Addressee) -> String {
    let names = [&to.person, &to.department, &to.organisation].into_iter().flatten().cloned();
    names.chain(to.address.lines().map(String::from)).chain(to.postal_code.clone()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn to(organisation: Option<&str>, person: Option<&str>) -> Addressee {
        Addressee { organisation: organisation.map(Into::into), person: person.map(Into::into), ..Addressee::default() }
    }

    #[test]
    fn the_honorific_follows_who_is_addressed() {
        assert_eq!(japanese_address(&to(Some("株式会社雲"), None), Manner::Letter), "株式会社雲　御中");
        assert_eq!(japanese_address(&to(Some("株式会社雲"), Some("山田")), Manner::Notice), "株式会社雲\n山田　様");
        assert_eq!(japanese_address(&to(None, Some("経済産業大臣")), Manner::ToOffice), "経済産業大臣　殿");
    }

    #[test]
    fn the_address_stands_in_the_window() {
        let (x, y, width, height) = WINDOW;
        assert!(x >= mm(20.0) && x + width <= mm(105.0) && y >= mm(45.0) && y + height <= mm(90.0));
        assert!(FOLDS[0].0 > y + height);
    }
}
