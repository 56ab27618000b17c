//! Telling subscribers of what was published. How far each was told lies in the store and moves with its mail, in one
//! transaction: a crash repeats work, never a mail.

use formats::{AdvisoryNumber, Language, PublicDocument, Severity};
use store::{ListMail, StoreError, Subscriber, SubscriberEffects};
use uuid::Uuid;

use super::{Known, NewsItem, NewsLetter, PublicSearch, Topic, known};
use crate::error::{Error, Result};
use crate::office::Office;

/// Subscribers that are looked at in one round.
const SUBSCRIBERS: u32 = 100;
/// Publications that are looked at in one round.
const PUBLICATIONS: u32 = 32;

/// A revision that was published.
struct News {
    seq: i64,
    advisory: Uuid,
    document: PublicDocument,
}

impl News {
    fn id(&self) -> &AdvisoryNumber {
        &self.document.id
    }

    fn is_of(&self, topic: &Topic, search: &dyn PublicSearch) -> Option<bool> {
        let severity = self.document.max_severity();
        let is_bad_enough = topic.least.is_none_or(|least: Severity| severity.is_some_and(|found| found >= least));
        if is_bad_enough { search.finds(&topic.search, self.id(), self.document.revision) } else { Some(false) }
    }

    /// Whether one of the topics finds it; `None` when that cannot be said yet.
    fn concerns(&self, topics: &[Topic], search: &dyn PublicSearch) -> Option<bool> {
        let found: Option<Vec<bool>> = topics.iter().map(|topic| self.is_of(topic, search)).collect();
        found.map(|found| found.contains(&true))
    }
}

impl Office {
    /// Makes the mails to subscribers of what was published since they were told last; says how many. Called again and
    /// again; several nodes may do so at once.
    ///
    /// # Errors
    /// The store's.
    pub async fn tell_subscribers(&self, search: &dyn PublicSearch) -> Result<u32> {
        let due = self.store().due_subscribers(self.now().at, SUBSCRIBERS).await?;
        let Some(first) = due.first().map(|one| one.seen) else { return Ok(0) };
        let head = self.store().newest_publication().await?;
        let news = self.news_after(first).await?;
        let mut told = 0;
        for one in due {
            told += u32::from(self.tell(one, &news, head, search).await?);
        }
        Ok(told)
    }

    async fn news_after(&self, seq: i64) -> Result<Vec<News>> {
        let publications = self.store().publications_after(seq, PUBLICATIONS).await?;
        let news = |publication: store::Publication| {
            let found = publication.files.iter().find(|(path, _)| path.ends_with("/document.json"));
            let (_, bytes) = found.ok_or(Error::Unreadable("a publication"))?;
            let document = PublicDocument::from_json(bytes).map_err(|_| Error::Unreadable("a publication"))?;
            Ok(News { seq: publication.seq, advisory: publication.advisory, document })
        };
        publications.into_iter().map(news).collect()
    }

    /// Tells one subscriber; says whether there was something to tell.
    async fn tell(&self, mut one: Subscriber, news: &[News], head: i64, search: &dyn PublicSearch) -> Result<bool> {
        let known = known(&one)?;
        let mut found: Vec<&News> = Vec::new();
        let mut seen = one.seen;
        for piece in news.iter().filter(|piece| piece.seq > one.seen) {
            // The search is still reading it: the rest is for a later round.
            let Some(concerns) = piece.concerns(&known.topics, search) else { break };
            seen = piece.seq;
            if concerns && (known.wishes.updates || piece.document.revision == 1) {
                // Of two revisions that came together the newer one is told.
                found.retain(|other| other.advisory != piece.advisory);
                found.push(piece);
            }
        }
        if seen == one.seen {
            return Ok(false);
        }
        let advisories: Vec<Uuid> = found.iter().map(|piece| piece.advisory).collect();
        let before = self.store().subscriber_told(one.id, &advisories).await?;
        found.retain(|piece| !before.contains(&(piece.advisory, i64::from(piece.document.revision))));
        let effects = self.news(&one, &known, &found);
        one.seen = seen;
        if seen == head {
            one.next_at = self.next_news(known.wishes.rhythm);
        }
        match self.store().change_subscriber(&one, &effects, self.now().at).await {
            Ok(()) => Ok(!found.is_empty()),
            // Another node told it, it changed its wishes, or it left.
            Err(StoreError::Taken { .. } | StoreError::NoKey { .. }) => Ok(false),
            Err(other) => Err(other.into()),
        }
    }

    fn news(&self, one: &Subscriber, known: &Known, found: &[&News]) -> SubscriberEffects {
        if found.is_empty() {
            return SubscriberEffects::default();
        }
        let tag = known.wishes.language.tag();
        let language = match known.wishes.language {
            rulebook::text::Language::Ja => Language::Ja,
            rulebook::text::Language::En => Language::En,
        };
        let item = |piece: &&News| NewsItem {
            number: piece.id().shown(),
            title: piece.document.title.get(language).to_owned(),
            severity: piece.document.max_severity(),
            is_update: piece.document.revision > 1,
            link: self.settings().url(&format!("/{tag}/advisories/{}", piece.id().slug())),
        };
        let items: Vec<NewsItem> = found.iter().map(item).collect();
        let manage = self.settings().url(&format!("/{tag}/subscriptions/{}", known.link));
        let leave = format!("{manage}/leave");
        let letter = NewsLetter {
            items: &items,
            wishes: known.wishes,
            manage: &manage,
            leave: &leave,
            settings: self.settings(),
        };
        let (subject, body_text) = self.correspondence().news(&letter);
        let mail = ListMail {
            // The same for the same step, whoever makes it.
            id: self.store().blind_id("subscriber-mail", &format!("{}/{}", one.id, one.version)),
            to: known.address.clone(),
            subject,
            body_text,
            leave: Some(leave),
            not_before: self.now().at,
        };
        let told = found.iter().map(|piece| (piece.advisory, i64::from(piece.document.revision))).collect();
        SubscriberEffects { tokens: vec![], mails: vec![mail], told }
    }
}
