//! The letter to a developer whom mails do not reach (Ⅳ.4.2): made, sealed and logged as an attempt by post, with a
//! one-time link that begins to work in the same transaction.

use jiff::civil::Date;
use letters::{ContactLetter, EarlierContact, Letterhead, Paper};
use rulebook::case::{AttemptOutcome, CaseFile, ContactMeans};
use rulebook::ids::{CaseId, DeveloperId};
use rulebook::moment::Moment;
use rulebook::text::Language;
use store::Claim;

use super::{AttemptOrder, owner};
use crate::cases::Decided;
use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::pages::Digest;
use crate::papers::{addressee, paper_language, print};
use crate::reports::{ReceivedFile, adopt};

/// Kind of the claim on the number of a letter.
const LETTER: &str = "letter";
/// Earlier contacts that a letter names at most.
const MOST_EARLIER: usize = 6;

/// What stands in the window of the envelope.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterAddress {
    /// Company, authority, community; nothing for a private person.
    pub organisation: String,
    /// The unit in it, or nothing.
    pub department: String,
    /// A person, or nothing.
    pub person: String,
    /// `100-8901`, or nothing.
    pub postal_code: String,
    /// Its lines divided by line ends.
    pub address: String,
}

/// A letter as it is asked for.
#[derive(Clone, Debug)]
pub struct LetterOrder {
    /// The developer.
    pub developer: DeveloperId,
    /// The address as the checklist has it: by that one the attempt is counted.
    pub to: String,
    /// What stands on the letter.
    pub address: LetterAddress,
    /// Whether the letter names the product.
    pub names_product: bool,
    /// In which language.
    pub language: Language,
    /// The day by which an answer is asked for.
    pub answer_by: Date,
}

impl Office {
    /// Makes a letter with a fresh one-time link and logs it as an attempt by post; gives its number. The paper is made
    /// before the append and kept sealed with the case, so that it can be printed again.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], [`Error::Paper`], [`Error::Unprintable`], `NotFound`, or the store's; then no
    /// link works and nothing is logged.
    pub async fn contact_letter(
        &self,
        case: CaseId,
        actor: Actor,
        seen: Option<&Digest>,
        order: &LetterOrder,
    ) -> Result<String> {
        let now = self.now();
        let file = self.load_case(case).await?.file;
        self.check_case_seen(&file, actor, seen)?;
        let mut order = order.clone();
        let organisation = &order.address.organisation;
        order.address.organisation = self.named_in(order.language, Some(order.developer), organisation).await?;
        let mut attempt = attempt(&order, now);
        // Whoever may not write gets no paper made.
        self.attempt_events(&file, actor, &attempt, None, now)?;
        let number = format!("L-{}", self.entropy().eight_digits());
        let token = self.entropy().token();
        let link = self.answer_url(order.language, &token);
        let paper = self.letter(&file, &order, &number, link, now)?;
        attempt.files = vec![self.keep(format!("{number}.pdf"), print(paper).await?).await?];
        let decided = |file: &CaseFile, now: Moment| {
            let events = self.attempt_events(file, actor, &attempt, Some(&number), now)?;
            let attachments = adopt(&attempt.files, owner(case));
            let tokens = vec![self.answer_grant(token.clone(), case, order.developer)];
            let claims = vec![Claim { kind: LETTER, value: number.clone(), subject: case.0 }];
            Ok(Decided { events, attachments, tokens, claims, bodies: vec![] })
        };
        self.commit(case, actor, seen, &decided).await?;
        Ok(number)
    }

    /// Seals a paper as a file. Nothing of the case is in its name.
    async fn keep(&self, name: String, bytes: Vec<u8>) -> Result<ReceivedFile> {
        let mut writer = self.new_file().await?;
        writer.write(&bytes).await?;
        Ok(ReceivedFile { name, sealed: writer.finish().await? })
    }

    fn letter(&self, file: &CaseFile, order: &LetterOrder, number: &str, link: String, now: Moment) -> Result<Paper> {
        let side = file.case.developer(order.developer).ok_or(Error::NotFound)?;
        let language = order.language;
        let silent = |outcome| matches!(outcome, AttemptOutcome::Waiting | AttemptOutcome::Undeliverable);
        let tried: Vec<_> = side.attempts.iter().filter(|attempt| silent(attempt.outcome)).collect();
        let earlier = tried.iter().skip(tried.len().saturating_sub(MOST_EARLIER));
        let content = file.case.handed_over.as_ref().map_or(&file.case.content, |copy| &copy.content);
        let product = content.product.trim();
        Ok(Paper::ContactLetter(ContactLetter {
            head: Letterhead {
                language: paper_language(language),
                from: self.coordinator_head(language),
                to: addressee(&order.address),
                reference: number.to_owned(),
                date: now.today,
            },
            product: (order.names_product && !product.is_empty()).then(|| product.to_owned()),
            earlier: earlier
                .map(|attempt| EarlierContact { date: attempt.on, means: means(attempt.means, language).to_owned() })
                .collect(),
            answer_link: link,
            answer_by: order.answer_by,
        }))
    }
}

fn attempt(order: &LetterOrder, now: Moment) -> AttemptOrder {
    AttemptOrder {
        developer: order.developer,
        means: ContactMeans::Post,
        to: order.to.clone(),
        on: now.today,
        outcome: AttemptOutcome::Waiting,
        note: String::new(),
        files: Vec::new(),
    }
}

/// A means as the letter names it. To whom is left out: an address may be a person's.
const fn means(means: ContactMeans, language: Language) -> &'static str {
    match (means, language) {
        (ContactMeans::Mail, Language::Ja) => "電子メール",
        (ContactMeans::Mail, Language::En) => "E-mail",
        (ContactMeans::Phone, Language::Ja) => "電話",
        (ContactMeans::Phone, Language::En) => "Telephone",
        (ContactMeans::Fax, Language::Ja) => "FAX",
        (ContactMeans::Fax, Language::En) => "Fax",
        (ContactMeans::Post, Language::Ja) => "郵便",
        (ContactMeans::Post, Language::En) => "Post",
        (ContactMeans::WebForm, Language::Ja) => "ウェブサイトの問い合わせフォーム",
        (ContactMeans::WebForm, Language::En) => "Contact form of the website",
        (ContactMeans::Sns, Language::Ja) => "SNS",
        (ContactMeans::Sns, Language::En) => "Social network",
    }
}
