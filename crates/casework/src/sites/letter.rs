//! A link and its code that do not go by mail: in a letter, in the form of the site itself, or read out. What is handed
//! out is logged as an attempt in the same transaction in which the link begins to work (Ⅴ.3.5).

use jiff::civil::Date;
use letters::{Letterhead, OperatorLetter, Paper};
use rulebook::case::{AttemptOutcome, ContactMeans, Notice, NoticeKind};
use rulebook::clause::Clause;
use rulebook::ids::SiteCaseId;
use rulebook::party::Party;
use rulebook::report::problems::is_mail_address;
use rulebook::site::{SiteCommand, SiteFile, decide};
use rulebook::text::Language;
use store::StoreError;

use super::way::SiteWay;
use crate::error::{Error, Result};
use crate::notify::Address;
use crate::office::{Actor, Office};
use crate::pages::Digest;
use crate::papers::{addressee, paper_language, print};
use crate::reach::LetterAddress;
use crate::reports::TRIES;

/// An attempt to reach an operator whose link does not go by mail.
#[derive(Clone, Debug)]
pub struct SiteContact {
    /// By what means.
    pub means: ContactMeans,
    /// Where to.
    pub to: String,
    /// Anything worth keeping.
    pub note: String,
}

impl SiteContact {
    fn command(&self, on: Date) -> SiteCommand {
        SiteCommand::ContactOperator {
            means: self.means,
            to: self.to.clone(),
            on,
            outcome: AttemptOutcome::Waiting,
            link: true,
            note: self.note.clone(),
        }
    }
}

/// A telephone call with somebody of the operator.
#[derive(Clone, Debug)]
pub struct SiteCall {
    /// The number that was called.
    pub phone: String,
    /// The address that was said, to which the link goes.
    pub mail: String,
    /// In which language.
    pub language: Language,
}

/// A letter to an operator as it is asked for.
#[derive(Clone, Debug)]
pub struct SiteLetterOrder {
    /// By post or fax, and where to.
    pub contact: SiteContact,
    /// What stands in the window of the envelope.
    pub address: LetterAddress,
    /// In which language.
    pub language: Language,
    /// The day by which an answer is asked for.
    pub answer_by: Date,
}

impl Office {
    /// A letter to the operator with a fresh link and code, as PDF under a file name that tells nothing; logged as an
    /// attempt. The paper is made before the append: what cannot be printed changes nothing.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], [`Error::Paper`], [`Error::Unprintable`], `NotFound`, or the store's.
    pub async fn operator_letter(
        &self,
        site: SiteCaseId,
        actor: Actor,
        seen: Option<&Digest>,
        order: &SiteLetterOrder,
    ) -> Result<(String, Vec<u8>)> {
        let loaded = self.load_site(site).await?;
        self.check_site_seen(&loaded.file, actor, seen)?;
        let (now, rules) = (self.now(), self.rules(&loaded.file.site.edition));
        let command = order.contact.command(now.today);
        // Whoever may not write gets no paper made.
        decide(&loaded.file, actor.party, command.clone(), rules, now)?;
        let way = self.site_way(site, false);
        let paper = print(self.letter_of(&loaded.file, order, &way)).await?;
        self.act_with_way(site, actor, seen, &command, way).await?;
        Ok((format!("{}.pdf", loaded.file.site.number), paper))
    }

    fn letter_of(&self, file: &SiteFile, order: &SiteLetterOrder, way: &SiteWay) -> Paper {
        let head = Letterhead {
            language: paper_language(order.language),
            from: self.secretariat_head(order.language),
            to: addressee(&order.address),
            reference: file.site.number.clone(),
            date: self.now().today,
        };
        Paper::OperatorLetter(OperatorLetter {
            head,
            site: file.site.site(),
            answer_link: self.operator_url(order.language, &way.token),
            code: way.code.clone(),
            answer_by: order.answer_by,
        })
    }

    /// A fresh link and code to be typed into a form of the site or read out; logged as an attempt. Gives both.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound`, or the store's.
    pub async fn operator_words(
        &self,
        site: SiteCaseId,
        actor: Actor,
        seen: Option<&Digest>,
        contact: &SiteContact,
        language: Language,
    ) -> Result<(String, String)> {
        let way = self.site_way(site, false);
        let given = (self.operator_url(language, &way.token), way.code.clone());
        let command = contact.command(self.now().today);
        self.act_with_way(site, actor, seen, &command, way).await?;
        Ok(given)
    }

    /// A telephone call: the link goes by mail to the address that was said on the phone, and the code is given back, to
    /// be read out; neither opens anything without the other. Logged as an attempt at the number that was called.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound`, [`Error::Unusable`] for what is no address, or the store's.
    pub async fn operator_call(
        &self,
        site: SiteCaseId,
        actor: Actor,
        seen: Option<&Digest>,
        call: &SiteCall,
    ) -> Result<String> {
        if !is_mail_address(&call.mail) {
            return Err(Error::Unusable("a mail address"));
        }
        let way = self.site_way(site, false);
        let code = way.code.clone();
        let contact = SiteContact { means: ContactMeans::Phone, to: call.phone.clone(), note: call.mail.clone() };
        let command = contact.command(self.now().today);
        self.act_with_way_to(site, actor, seen, &command, way, Some(call)).await?;
        Ok(code)
    }

    /// Does something in a website case and makes a link work, in one transaction.
    pub(super) async fn act_with_way(
        &self,
        site: SiteCaseId,
        actor: Actor,
        seen: Option<&Digest>,
        command: &SiteCommand,
        way: SiteWay,
    ) -> Result<()> {
        self.act_with_way_to(site, actor, seen, command, way, None).await
    }

    /// The same; after a call the link goes out by mail without its code.
    async fn act_with_way_to(
        &self,
        site: SiteCaseId,
        actor: Actor,
        seen: Option<&Digest>,
        command: &SiteCommand,
        way: SiteWay,
        call: Option<&SiteCall>,
    ) -> Result<()> {
        for _ in 0..TRIES {
            let loaded = self.load_site(site).await?;
            self.check_site_seen(&loaded.file, actor, seen)?;
            let (now, rules) = (self.now(), self.rules(&loaded.file.site.edition));
            let events = decide(&loaded.file, actor.party, command.clone(), rules, now)?;
            let mut append = self.site_append(&loaded, actor, &events, now).await?;
            if let Some(call) = call {
                let to = Party::SiteOperator(site);
                let notice = Notice { to, kind: NoticeKind::SiteNotice, clause: Some(Clause::new("Ⅴ.3.5")) };
                let address = Address {
                    to: call.mail.clone(),
                    language: call.language,
                    number: loaded.file.site.number.clone(),
                    link: self.operator_url(call.language, &way.token),
                    code: String::new(),
                };
                self.push_mail(&mut append, notice, Some(address), site.0);
            }
            self.push_way(&mut append, way.again());
            match self.store().append(append).await {
                Err(StoreError::Conflict { .. }) => {}
                other => return Ok(other.map(|_| ())?),
            }
        }
        Err(Error::Stale)
    }
}
