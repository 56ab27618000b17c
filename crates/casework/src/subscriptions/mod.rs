//! Advisories by mail: whoever asks for it and confirms its address is told of what a search of the public site finds.
//!
//! - Nothing is sent but a question, until the address was confirmed; whoever asks is told the same whether the address
//!   is known or not, and the question holds no word of whoever asked.
//! - A subscriber is no account and no part of the journal. One secret link, in every mail, shows and changes what it
//!   gets; leaving erases everything.
//! - What goes with a mail is public: advisories are told when they are in the published tree, as its search finds them.

mod send;
mod tell;

use formats::{AdvisoryNumber, Severity};
use jiff::{SignedDuration, Timestamp};
use rulebook::moment::instant_of;
use rulebook::report::problems::is_mail_address;
use rulebook::text::Language;
use serde::{Deserialize, Serialize};
use store::{ListMail, NewToken, StoreError, Subscriber, SubscriberEffects, Token};

use crate::error::{Error, Result};
use crate::limits::Limit;
use crate::office::Office;
use crate::settings::Settings;

/// Kind of the secret in the mail that asks.
const QUESTION: &str = "subscription_question";
/// Kind of the secret link to somebody's subscription.
const LINK: &str = "subscription";
/// So long a question can be answered.
pub const QUESTION_HOURS: i64 = 48;
/// Most searches of one subscriber.
pub const MOST_TOPICS: usize = 50;
/// Hour of the day, in the partnership's zone, at which the daily mail is made.
const DAILY_HOUR: i8 = 9;
/// What of a search is kept: names of its address on the public site. Days make no sense for what is still to come, and
/// the severity is a threshold of its own.
pub const SEARCH_NAMES: [&str; 5] = ["q", "vendor", "product", "cwe", "status"];
/// Longest value of a search, in characters.
const SEARCH_VALUE: usize = 200;

/// The search of the public site, as this crate needs it.
pub trait PublicSearch: Send + Sync {
    /// Whether a search, as names and values of its address, finds an advisory; `None` while the search has not read
    /// this revision yet.
    fn finds(&self, search: &[(String, String)], id: &AdvisoryNumber, revision: u32) -> Option<bool>;
}

/// What somebody wants to be told of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Names and values of a search; none finds everything.
    pub search: Vec<(String, String)>,
    /// Only advisories of this severity or a worse one.
    pub least: Option<Severity>,
}

impl Topic {
    /// A topic of known names and bounded values, in one order, so that the same search is the same topic.
    #[must_use]
    pub fn new<'a>(values: impl Fn(&str) -> Option<&'a str>, least: Option<Severity>) -> Self {
        let value = |name: &&str| {
            let value: String = values(name)?.trim().chars().take(SEARCH_VALUE).collect();
            (!value.is_empty()).then(|| ((*name).to_owned(), value))
        };
        Topic { search: SEARCH_NAMES.iter().filter_map(value).collect(), least }
    }
}

/// How often somebody is written to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rhythm {
    /// When something was published.
    #[default]
    AtOnce,
    /// Once a day, when there is something.
    Daily,
}

impl Rhythm {
    /// The word for forms and messages.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Rhythm::AtOnce => "at-once",
            Rhythm::Daily => "daily",
        }
    }
}

/// How somebody wants to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishes {
    /// In which language.
    pub language: Language,
    /// How often.
    pub rhythm: Rhythm,
    /// Of updates too, not only when an advisory is published for the first time.
    pub updates: bool,
}

/// A subscription as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Subscription {
    /// The address, most of it covered: the link to this may be passed on.
    pub address: String,
    /// How it is told.
    pub wishes: Wishes,
    /// Of what.
    pub topics: Vec<Topic>,
}

/// What the mail says that asks whether somebody wants mails.
#[derive(Clone, Copy, Debug)]
pub struct QuestionLetter<'a> {
    /// Where to say yes.
    pub link: &'a str,
    /// In which language.
    pub language: Language,
    /// The settings, for names.
    pub settings: &'a Settings,
}

/// An advisory in a mail to a subscriber.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsItem {
    /// Its number as people read it.
    pub number: String,
    /// Its title in the reader's language.
    pub title: String,
    /// The worst severity in it.
    pub severity: Option<Severity>,
    /// Whether it was published before and is told of again.
    pub is_update: bool,
    /// Its page.
    pub link: String,
}

/// What the mail says that tells of advisories.
#[derive(Clone, Copy, Debug)]
pub struct NewsLetter<'a> {
    /// The advisories, in the order of their publication; at least one.
    pub items: &'a [NewsItem],
    /// How the reader wants to be told.
    pub wishes: Wishes,
    /// Where it sees and changes that.
    pub manage: &'a str,
    /// Where it leaves.
    pub leave: &'a str,
    /// The settings, for names.
    pub settings: &'a Settings,
}

/// What is known of a subscriber; sealed under its own key.
#[derive(Clone, Serialize, Deserialize)]
struct Known {
    address: String,
    /// The secret of its link; empty until it confirmed.
    link: String,
    wishes: Wishes,
    topics: Vec<Topic>,
}

/// What a question is about.
#[derive(Clone, Serialize, Deserialize)]
struct Question {
    topic: Topic,
    wishes: Wishes,
}

impl Office {
    /// Asks by mail whether somebody wants to be told of a topic. Whoever asks learns nothing about the address.
    ///
    /// # Errors
    /// [`Error::Unusable`] when it is no address, [`Error::TooMany`] by visitor, or the store's.
    pub async fn subscribe(&self, address: &str, topic: Topic, wishes: Wishes, visitor: &str) -> Result<()> {
        let wall = self.wall();
        let address = address.trim();
        if !is_mail_address(address) {
            return Err(Error::Unusable("the address"));
        }
        self.limits.count(Limit::Subscribe, visitor, wall)?;
        // Nobody's mailbox is filled by others; that, too, is kept from whoever asks.
        let mailbox = self.limits.count(Limit::Mailbox, &address.to_lowercase(), wall);
        if mailbox.and_then(|()| self.limits.count(Limit::AllMailboxes, "", wall)).is_err() {
            return Ok(());
        }
        let question = Question { topic, wishes };
        match self.ask(address, &question).await {
            // Somebody else asked at the same instant; now it is known.
            Err(Error::Store(StoreError::Taken { .. })) => self.ask(address, &question).await,
            other => other,
        }
    }

    async fn ask(&self, address: &str, question: &Question) -> Result<()> {
        let at = self.now().at;
        let ends = self.wall() + SignedDuration::from_hours(QUESTION_HOURS);
        if let Some(mut known) = self.store().subscriber_at(address).await? {
            known.expires_at = known.expires_at.map(|_| ends);
            let effects = self.question(&known, address, question, ends);
            return Ok(self.store().change_subscriber(&known, &effects, at).await?);
        }
        let known =
            Known { address: address.to_owned(), link: String::new(), wishes: question.wishes, topics: Vec::new() };
        let new = Subscriber {
            id: self.id(),
            active: false,
            data: sealed(&known),
            seen: 0,
            next_at: Timestamp::UNIX_EPOCH,
            expires_at: Some(ends),
            version: 0,
        };
        let effects = self.question(&new, address, question, ends);
        Ok(self.store().add_subscriber(address, &new, &effects, at).await?)
    }

    fn question(&self, of: &Subscriber, address: &str, question: &Question, ends: Timestamp) -> SubscriberEffects {
        let token = self.entropy().token();
        let language = question.wishes.language;
        let link = self.settings().url(&format!("/{}/subscribe/confirm/{}", language.tag(), token.as_str()));
        let letter = QuestionLetter { link: &link, language, settings: self.settings() };
        let (subject, body_text) = self.correspondence().subscription_question(&letter);
        let mail = ListMail {
            id: self.id(),
            to: address.to_owned(),
            subject,
            body_text,
            leave: None,
            not_before: self.now().at,
        };
        let data = serde_json::to_vec(question).expect("texts always serialise");
        SubscriberEffects {
            tokens: vec![grant(QUESTION, token, of, data, Some(ends))],
            mails: vec![mail],
            told: vec![],
        }
    }

    /// What a link of a mail that asks is about. Looking changes nothing, so that a scanner of mails says yes to nothing.
    ///
    /// # Errors
    /// `NotFound` when it does not work any more; [`Error::TooMany`]; the store's.
    pub async fn subscription_asked(&self, secret: &str, visitor: &str) -> Result<(Topic, Wishes)> {
        let (_, question) = self.asked(secret, visitor).await?;
        Ok((question.topic, question.wishes))
    }

    async fn asked(&self, secret: &str, visitor: &str) -> Result<(Subscriber, Question)> {
        let grant = self.presented(QUESTION, secret, visitor).await?;
        let question = serde_json::from_slice(&grant.data).map_err(|_| Error::Unreadable("a question"))?;
        Ok((self.store().subscriber(grant.subject).await?.ok_or(Error::NotFound)?, question))
    }

    /// Says yes: the topic is added, and the subscription begins if it was not there. Gives the secret of its link. A
    /// second yes to the same question changes nothing.
    ///
    /// # Errors
    /// `NotFound` when the link does not work any more, [`Error::Taken`] when there are too many topics,
    /// [`Error::TooMany`], or the store's.
    pub async fn confirm_subscription(&self, secret: &str, visitor: &str) -> Result<String> {
        let (mut subscriber, question) = self.asked(secret, visitor).await?;
        let mut known = known(&subscriber)?;
        if !known.topics.contains(&question.topic) {
            if known.topics.len() >= MOST_TOPICS {
                return Err(Error::Taken("every place for a search"));
            }
            known.topics.push(question.topic);
        }
        let mut effects = SubscriberEffects::default();
        if !subscriber.active {
            let token = self.entropy().token();
            token.as_str().clone_into(&mut known.link);
            known.wishes = question.wishes;
            effects.tokens.push(grant(LINK, token, &subscriber, Vec::new(), None));
            subscriber.active = true;
            subscriber.expires_at = None;
            subscriber.seen = self.store().newest_publication().await?;
            subscriber.next_at = self.next_news(known.wishes.rhythm);
        }
        subscriber.data = sealed(&known);
        self.store().change_subscriber(&subscriber, &effects, self.now().at).await?;
        Ok(known.link)
    }

    /// What somebody gets who holds the link to it.
    ///
    /// # Errors
    /// `NotFound` when there is no such subscription (any more); [`Error::TooMany`]; the store's.
    pub async fn subscription(&self, secret: &str, visitor: &str) -> Result<Subscription> {
        let known = known(&self.owned(secret, visitor).await?)?;
        Ok(Subscription { address: covered(&known.address), wishes: known.wishes, topics: known.topics })
    }

    /// Changes what somebody gets and how; at least one topic stays.
    ///
    /// # Errors
    /// As [`Office::subscription`], and [`Error::Unusable`] without a topic.
    pub async fn change_subscription(
        &self,
        secret: &str,
        wishes: Wishes,
        topics: Vec<Topic>,
        visitor: &str,
    ) -> Result<()> {
        if topics.is_empty() || topics.len() > MOST_TOPICS {
            return Err(Error::Unusable("the searches"));
        }
        let mut subscriber = self.owned(secret, visitor).await?;
        let mut known = known(&subscriber)?;
        if known.wishes.rhythm != wishes.rhythm {
            subscriber.next_at = self.next_news(wishes.rhythm);
        }
        (known.wishes, known.topics) = (wishes, topics);
        subscriber.data = sealed(&known);
        let changed = self.store().change_subscriber(&subscriber, &SubscriberEffects::default(), self.now().at).await;
        match changed {
            // A mail was made meanwhile: nobody's work is lost by being asked to do it again.
            Err(StoreError::Taken { .. }) => Err(Error::Stale),
            other => Ok(other?),
        }
    }

    /// Leaves: everything that is known of the subscriber is erased. A link that does not work (any more) is left too:
    /// whoever asks learns nothing.
    ///
    /// # Errors
    /// [`Error::TooMany`], or the store's.
    pub async fn leave_subscription(&self, secret: &str, visitor: &str) -> Result<()> {
        match self.presented(LINK, secret, visitor).await {
            Ok(grant) => self.store().erase_subscriber(grant.subject, self.now().at).await.map(|_| ())?,
            Err(Error::NotFound) => {}
            Err(other) => return Err(other),
        }
        Ok(())
    }

    /// Forgets those who never confirmed.
    pub(crate) async fn forget_unconfirmed(&self) -> Result<()> {
        for id in self.store().expired_subscribers(self.wall()).await? {
            self.store().erase_subscriber(id, self.now().at).await?;
        }
        Ok(())
    }

    async fn owned(&self, secret: &str, visitor: &str) -> Result<Subscriber> {
        let grant = self.presented(LINK, secret, visitor).await?;
        self.store().subscriber(grant.subject).await?.ok_or(Error::NotFound)
    }

    /// What a secret stands for. Only wrong ones are counted: the servers that leave for many readers share an address.
    async fn presented(&self, kind: &str, secret: &str, visitor: &str) -> Result<store::Grant> {
        match self.store().find_token(kind, secret, self.wall()).await?.live() {
            Some(grant) => Ok(grant),
            None => {
                self.limits.count(Limit::Receipt, visitor, self.wall())?;
                Err(Error::NotFound)
            }
        }
    }

    /// When somebody with this rhythm is looked at next.
    fn next_news(&self, rhythm: Rhythm) -> Timestamp {
        if rhythm == Rhythm::AtOnce {
            return Timestamp::UNIX_EPOCH;
        }
        let now = self.now();
        let offset = self.edition_in_force().utc_offset_hours;
        let at = |day| instant_of(day, DAILY_HOUR, offset);
        let next = at(now.today).filter(|at| *at > now.at).or_else(|| at(now.today.tomorrow().ok()?));
        next.unwrap_or(now.at)
    }
}

fn grant(kind: &str, token: Token, of: &Subscriber, data: Vec<u8>, expires_at: Option<Timestamp>) -> NewToken {
    NewToken { token, kind: kind.to_owned(), subject: of.id, data, expires_at, single_use: false }
}

fn sealed(known: &Known) -> Vec<u8> {
    serde_json::to_vec(known).expect("texts always serialise")
}

fn known(subscriber: &Subscriber) -> Result<Known> {
    serde_json::from_slice(&subscriber.data).map_err(|_| Error::Unreadable("a subscription"))
}

/// `reader@mail.example` as `r…@mail.example`.
fn covered(address: &str) -> String {
    let (local, domain) = address.split_once('@').unwrap_or((address, ""));
    let first: String = local.chars().take(1).collect();
    format!("{first}…@{domain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_holds_known_names_and_bounded_values() {
        let values = |name: &str| match name {
            "q" => Some("  ルーター "),
            "vendor" => Some(""),
            "sort" => Some("-score"),
            _ => None,
        };
        let topic = Topic::new(values, Some(Severity::High));
        assert_eq!(topic.search, [("q".to_owned(), "ルーター".to_owned())]);
        let long = "あ".repeat(10_000);
        let topic = Topic::new(|_| Some(&long), None);
        assert!(topic.search.iter().all(|(_, value)| value.chars().count() == SEARCH_VALUE));
    }

    #[test]
    fn an_address_is_covered() {
        assert_eq!(covered("reader@mail.example"), "r…@mail.example");
    }
}
