//! The developer register, and the one-time links by which a developer answers without an account.

use rulebook::case::{CaseCommand, CaseFile, DeveloperSide};
use rulebook::case::{Notice, NoticeKind};
use rulebook::developer::{
    DeveloperEntry, DeveloperEvent, DeveloperState, ListedDeveloper, in_order, register, review_window,
};
use rulebook::ids::{CaseId, DeveloperId};
use rulebook::party::Party;
use store::{Append, CardFilter, CardOrder, NewMail, StreamAppend, StreamId, StreamKind, Token, TokenState};

use crate::codec::encode;
use crate::error::{Error, Result};
use crate::limits::Limit;
use crate::notify::LinkGrant;
use crate::office::{Actor, Letter, Office};
use crate::pages::Digest;
use crate::project::{DeveloperCard, developer_rows};
use crate::sessions::Principal;

/// Most developers listed at once.
const MOST_LISTED: u32 = 5_000;

/// What a one-time link says before it is spent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// It works: the number of its case and the name of the developer.
    Live {
        /// Number of the case.
        number: String,
        /// Name in the register.
        developer: String,
    },
    /// It was used already.
    Used,
    /// It is too old, or was never given.
    Dead,
}

impl Office {
    /// An entry of the register, with its digest. The coordinator sees all; a developer its own.
    ///
    /// # Errors
    /// `NotFound`.
    pub async fn developer(&self, id: DeveloperId, actor: Actor) -> Result<(DeveloperState, Digest)> {
        let allowed = actor.party == Party::Coordinator || actor.party == Party::Developer(id);
        if !allowed {
            return Err(Error::NotFound);
        }
        let (state, _) = self.load_developer(id).await?;
        let digest = Digest::of(&state);
        Ok((state, digest))
    }

    /// All entries, by reading and name.
    ///
    /// # Errors
    /// `NotFound` for everybody but the coordinator.
    pub async fn developers(&self, actor: Actor) -> Result<Vec<(DeveloperId, DeveloperCard)>> {
        if actor.party != Party::Coordinator {
            return Err(Error::NotFound);
        }
        let filter = CardFilter { limit: Some(MOST_LISTED), ..CardFilter::default() };
        let (cards, _) = self.store().cards("developer", filter, CardOrder::default()).await?;
        let mut listed = Vec::with_capacity(cards.len());
        for card in cards {
            let read: DeveloperCard =
                serde_json::from_slice(&card.card).map_err(|_| Error::Unreadable("a register card"))?;
            listed.push((DeveloperId(card.id), read));
        }
        let key = |card: &DeveloperCard| (card.reading.clone(), card.name.clone());
        listed.sort_by_key(|(_, card)| key(card));
        Ok(listed)
    }

    /// Puts a developer into the register (Ⅳ.4.1).
    ///
    /// # Errors
    /// A refusal, or the store's.
    pub async fn register_developer(&self, actor: Actor, entry: DeveloperEntry) -> Result<DeveloperId> {
        let id = DeveloperId(self.id());
        let events = register(None, actor.party, entry, self.now().today)?;
        self.append_developer(id, actor, 0, &events, None).await?;
        Ok(id)
    }

    /// Changes an entry (Ⅳ.4.1, Ⅳ.5.1).
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], or the store's.
    pub async fn change_developer(
        &self,
        id: DeveloperId,
        actor: Actor,
        seen: Option<&Digest>,
        entry: DeveloperEntry,
    ) -> Result<()> {
        let (state, version) = self.load_developer(id).await?;
        if seen.is_some_and(|seen| *seen != Digest::of(&state)) {
            return Err(Error::Stale);
        }
        let events = register(Some(&state), actor.party, entry, self.now().today)?;
        if events.is_empty() {
            return Ok(());
        }
        self.append_developer(id, actor, version, &events, Some(state)).await
    }

    /// Looks at a developer's window for direct reports before it is listed (Ⅳ.4.1.第3段).
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound`, or the store's.
    pub async fn review_window(
        &self,
        id: DeveloperId,
        actor: Actor,
        seen: Option<&Digest>,
        listed: bool,
        looked_at: String,
    ) -> Result<()> {
        let (state, version) = self.load_developer(id).await?;
        if seen.is_some_and(|seen| *seen != Digest::of(&state)) {
            return Err(Error::Stale);
        }
        let events = review_window(&state, actor.party, listed, looked_at, self.now().today)?;
        if events.is_empty() {
            return Ok(());
        }
        self.append_developer(id, actor, version, &events, Some(state)).await
    }

    /// The public part of the register, in the order of the readings (Ⅳ.4.1.第2段).
    pub(crate) async fn listed_developers(&self) -> Result<Vec<ListedDeveloper>> {
        let (cards, _) = self.store().cards("developer", CardFilter::default(), CardOrder::default()).await?;
        let mut listed = Vec::new();
        for card in cards {
            let read: DeveloperCard =
                serde_json::from_slice(&card.card).map_err(|_| Error::Unreadable("a register card"))?;
            listed.extend(read.public);
        }
        Ok(in_order(listed))
    }

    async fn append_developer(
        &self,
        id: DeveloperId,
        actor: Actor,
        version: i64,
        events: &[DeveloperEvent],
        before: Option<DeveloperState>,
    ) -> Result<()> {
        let now = self.now();
        let was = before.as_ref().and_then(DeveloperState::listed);
        let state = match before {
            Some(mut state) => {
                events.iter().for_each(|event| state.evolve(event));
                Some(state)
            }
            None => DeveloperState::replay(id, events),
        };
        let state = state.ok_or(Error::Unreadable("a register entry"))?;
        let mut append = Append::new(now.at, actor.id());
        let (row, duties) = developer_rows(&state, now.at, version + events.len() as i64);
        append.rows.push(row);
        append.duties.push(duties);
        let stream = StreamId::new(StreamKind::Developer, id.0);
        append.streams.push(StreamAppend { stream, expected: version, events: events.iter().map(encode).collect() });
        self.store().append(append).await?;
        if state.listed() != was
            && let Err(error) = self.write_developers().await
        {
            tracing::error!(%error, "the public list of developers is behind and will be written later");
        }
        Ok(())
    }

    /// Puts a developer of the register on a case, by its name there.
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], `NotFound`, or the store's.
    pub async fn add_developer(
        &self,
        case: CaseId,
        actor: Actor,
        seen: Option<&Digest>,
        developer: DeveloperId,
    ) -> Result<()> {
        let (state, _) = self.developer(developer, actor).await?;
        let command = CaseCommand::AddDeveloper { developer, name: state.entry.name };
        self.act(case, actor, seen, command.into()).await
    }

    /// The mail that carries a one-time link to an address that the coordinator gave.
    pub(crate) async fn push_answer_link(
        &self,
        append: &mut Append,
        file: &CaseFile,
        developer: DeveloperId,
        to: &str,
    ) -> Result<()> {
        let (state, _) = self.load_developer(developer).await?;
        let language = state.entry.language;
        let token = self.answer_token(append, file.case.id, developer);
        let link = self.answer_url(language, &token);
        let notice = Notice { to: Party::Developer(developer), kind: NoticeKind::Message, clause: None };
        let letter =
            Letter { notice, number: &file.case.number, link: &link, code: "", language, settings: self.settings() };
        let (subject, body_text) = self.correspondence().first_contact(&letter);
        append.mails.push(NewMail {
            id: self.id(),
            to: to.to_owned(),
            subject,
            body_text,
            language: language.tag().into(),
            purpose: "first-contact".into(),
            subject_id: Some(file.case.id.0),
            not_before: append.at,
        });
        Ok(())
    }

    /// What a one-time link is, without spending it.
    ///
    /// # Errors
    /// [`Error::TooMany`], or the store's.
    pub async fn look_at_link(&self, token: &str, address: &str) -> Result<LinkState> {
        self.limits.count(Limit::Receipt, address, self.wall())?;
        Ok(match self.store().find_token("answer_link", token, self.wall()).await? {
            TokenState::Live(grant) => {
                let grant: LinkGrant = read_grant(&grant.data)?;
                let file = self.load_kept_case(grant.case).await?.file;
                let side = file.case.developer(grant.developer).ok_or(Error::NotFound)?;
                LinkState::Live { number: file.case.number.clone(), developer: side.name.clone() }
            }
            TokenState::Spent => LinkState::Used,
            _ => LinkState::Dead,
        })
    }

    /// Spends a one-time link and opens a session for its developer in its case.
    ///
    /// # Errors
    /// `NotFound` when it does not work any more; [`Error::TooMany`].
    pub async fn spend_link(&self, token: &str, address: &str) -> Result<Token> {
        self.limits.count(Limit::Receipt, address, self.wall())?;
        let grant = self.store().spend_token("answer_link", token, self.wall()).await?.live();
        let grant: LinkGrant = read_grant(&grant.ok_or(Error::NotFound)?.data)?;
        let case = self.kept_case(grant.case).await?;
        self.begin_session(Principal::Developer { developer: grant.developer, case }).await
    }

    /// Sends a fresh one-time link for a case: only ever to the confirmed address (decision 16). Whoever asks learns
    /// nothing about whether there is one.
    ///
    /// # Errors
    /// [`Error::TooMany`], or the store's.
    pub async fn request_link(&self, number: &str, mail: &str, address: &str) -> Result<()> {
        self.limits.count(Limit::Receipt, address, self.wall())?;
        let Ok(case) = self.case_id(number).await else { return Ok(()) };
        let file = self.load_kept_case(case).await?.file;
        let same = |side: &&DeveloperSide| {
            side.contact.as_ref().is_some_and(|contact| contact.mail.eq_ignore_ascii_case(mail.trim()))
        };
        let Some(side) = file.case.developers.iter().find(same) else { return Ok(()) };
        let mut append = Append::new(self.now().at, side.id.0);
        self.push_answer_link(&mut append, &file, side.id, mail.trim()).await?;
        Ok(self.store().append(append).await?)
    }

    /// A developer confirms that it was reached, on the case and in the register (Ⅳ.5.1).
    ///
    /// # Errors
    /// A refusal, [`Error::Stale`], or the store's.
    pub async fn confirm_contact(
        &self,
        case: CaseId,
        actor: Actor,
        seen: Option<&Digest>,
        developer: DeveloperId,
        person: String,
        mail: String,
    ) -> Result<()> {
        if !rulebook::report::problems::is_mail_address(&mail) {
            return Err(Error::Unusable("the mail address"));
        }
        let command = CaseCommand::ConfirmContact { developer, person, mail };
        self.act(case, actor, seen, command.into()).await?;
        let (state, version) = self.load_developer(developer).await?;
        let event = DeveloperEvent::WindowConfirmed { on: self.now().today };
        self.append_developer(developer, actor, version, &[event], Some(state)).await
    }
}

fn read_grant(data: &[u8]) -> Result<LinkGrant> {
    serde_json::from_slice(data).map_err(|_| Error::Unreadable("a one-time link"))
}
