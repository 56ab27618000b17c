//! The calendar feed: the days of a party under a secret address, for calendars that cannot sign in.
//!
//! An entry is a day, a number and one of two words. Finders and developers get theirs from their own views; the two
//! bodies (and members of the committee) from the rows of what they owe, for cases that the person looks after and those that nobody does. An address
//! is a secret like that of a receipt (decision 16): a keyed hash is all that is kept, and it works until it is renewed
//! or revoked.

use jiff::civil::Date;
use rulebook::case::CaseView;
use rulebook::ids::{AccountId, CaseId, ReportId, SiteCaseId};
use rulebook::party::Party;
use serde_json::{from_slice, to_vec};
use store::{Append, CardFilter, CardOrder, NewToken, Token};
use uuid::Uuid;

use crate::cases::REACHED;
use crate::error::{Error, Result};
use crate::lists::read;
use crate::office::{Actor, Office};
use crate::project::CaseCard;
use crate::sessions::Principal;

/// Kind of the secret in the address.
const FEED: &str = "calendar";
/// States of a case whose day is still to come.
const OPEN: [&str; 6] = ["accepted", "handed-over", "contacted", "details-sent", "verified", "date-agreed"];
/// Most duties and most cases that a feed holds: no calendar shows more.
const MOST: u32 = 2_000;

/// What a day is for. Nothing more is said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayOf {
    /// Something is due.
    Due,
    /// The publication, as it is set or aimed at.
    Publication,
}

/// An entry of a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// The day.
    pub day: Date,
    /// What it is for.
    pub of: DayOf,
    /// Number of the case, or of the report for a finder.
    pub number: String,
    /// The same for the same thing in the same feed, and unlike any id of ours.
    pub uid: Uuid,
}

/// A day before it has its id: what it belongs to, and which of its days it is.
struct Found {
    day: Date,
    of: DayOf,
    number: String,
    key: String,
}

fn due(day: Date, number: &str, subject: Uuid, what: &str) -> Found {
    Found { day, of: DayOf::Due, number: number.to_owned(), key: format!("{subject} {what}") }
}

fn publication(day: Date, number: &str, case: Uuid) -> Found {
    Found { day, of: DayOf::Publication, number: number.to_owned(), key: format!("{case} publication") }
}

impl Office {
    /// Whether somebody has an address for its feed.
    ///
    /// # Errors
    /// The store's.
    pub async fn has_calendar(&self, who: Principal) -> Result<bool> {
        Ok(self.store().has_tokens(FEED, self.feed_of(who)).await?)
    }

    /// Makes the secret of an address; the one before stops working.
    ///
    /// # Errors
    /// The store's.
    pub async fn make_calendar(&self, who: Principal) -> Result<Token> {
        let token = self.entropy().token();
        let subject = self.feed_of(who);
        let mut append = Append::new(self.now().at, Uuid::nil());
        append.tokens.push(NewToken {
            token: token.clone(),
            kind: FEED.into(),
            subject,
            data: to_vec(&who).expect("ids always serialise"),
            expires_at: None,
            single_use: false,
        });
        self.store().revoke_tokens(FEED, subject).await?;
        self.store().append(append).await?;
        Ok(token)
    }

    /// Makes the address of a feed stop working.
    ///
    /// # Errors
    /// The store's.
    pub async fn revoke_calendar(&self, who: Principal) -> Result<()> {
        self.store().revoke_tokens(FEED, self.feed_of(who)).await?;
        Ok(())
    }

    /// The days behind a secret, in order.
    ///
    /// # Errors
    /// `NotFound` when nobody was ever given it, when it was revoked, and when the account is closed.
    pub async fn calendar_days(&self, secret: &str) -> Result<Vec<CalendarDay>> {
        let grant = self.store().find_token(FEED, secret, self.wall()).await?.live().ok_or(Error::NotFound)?;
        let who: Principal = from_slice(&grant.data).map_err(|_| Error::Unreadable("a calendar"))?;
        let found = match who {
            Principal::Account(account) => self.days_of_account(account).await?,
            Principal::Finder(report) => self.days_of_finder(report).await?,
            Principal::Developer { developer, case } => {
                self.days_in_cases(Actor::bearer(Party::Developer(developer)), &[case.0]).await?
            }
            Principal::Operator { site, .. } => self.days_of_operator(site).await?,
        };
        Ok(self.in_order(grant.subject, found))
    }

    /// One entry for each kind of duty at its earliest day, and not two words for the same day of a case.
    fn in_order(&self, feed: Uuid, mut found: Vec<Found>) -> Vec<CalendarDay> {
        found.sort_by(|a, b| (a.day, a.of, &a.number, &a.key).cmp(&(b.day, b.of, &b.number, &b.key)));
        let mut days: Vec<CalendarDay> = Vec::new();
        for Found { day, of, number, key } in found {
            let uid = self.store().blind_id("calendar-day", &format!("{feed} {key}"));
            let is_there = |one: &CalendarDay| one.uid == uid || (one.day, one.of, &one.number) == (day, of, &number);
            if !days.iter().any(is_there) {
                days.push(CalendarDay { day, of, number, uid });
            }
        }
        days
    }

    /// What the tokens of somebody's feed hang on.
    fn feed_of(&self, who: Principal) -> Uuid {
        let name = match who {
            Principal::Account(account) => format!("account {account}"),
            Principal::Finder(report) => format!("finder {report}"),
            Principal::Developer { developer, case } => format!("developer {developer} {case}"),
            Principal::Operator { site, contractor } => format!("operator {site} {contractor}"),
        };
        self.store().blind_id("calendar-feed", &name)
    }

    /// What the operator of a website owes, as its own view says.
    async fn days_of_operator(&self, site: SiteCaseId) -> Result<Vec<Found>> {
        let loaded = self.load_site(site).await?;
        let view = self.view_site(&loaded.file, Actor::bearer(Party::SiteOperator(site)))?;
        let owed = view.duties.iter().filter_map(|duty| Some((duty.due?, duty.what.word())));
        Ok(owed.map(|(day, what)| due(day, &view.number, site.0, what)).collect())
    }

    async fn days_of_account(&self, account: AccountId) -> Result<Vec<Found>> {
        let state = self.account(account).await?;
        let party = state.role.acts_as(account).filter(|_| !state.closed).ok_or(Error::NotFound)?;
        let actor = Actor::account(account, party);
        match party {
            Party::Developer(developer) => {
                let ids = self.store().linked_to(REACHED, developer.0).await?;
                self.days_in_cases(actor, &ids).await
            }
            Party::ReceivingBody | Party::Coordinator => self.days_of_desk(actor, account).await,
            _ => self.days_owed(actor).await,
        }
    }

    /// The days of what a party owes that has no cases of its own: a member of the committee.
    async fn days_owed(&self, actor: Actor) -> Result<Vec<Found>> {
        let (duties, _) = self.store().duties(&actor.party.key(), MOST, 0).await?;
        let days = duties.iter().filter_map(|duty| {
            let (day, card) = (duty.row.due?, duty.card.as_ref()?);
            Some(due(day, &card.number, duty.subject, &duty.row.kind))
        });
        Ok(days.collect())
    }

    async fn days_of_finder(&self, report: ReportId) -> Result<Vec<Found>> {
        let page = self.report_page(report, Actor::bearer(Party::Finder(report))).await?;
        if page.view.withdrawn_on.is_some() {
            return Ok(Vec::new());
        }
        let number = &page.view.number;
        Ok(page.cases.iter().flat_map(|case| days_of_view(&case.view, number)).collect())
    }

    /// The days of cases as the actor sees each of them.
    async fn days_in_cases(&self, actor: Actor, ids: &[Uuid]) -> Result<Vec<Found>> {
        let filter = CardFilter { states: &OPEN, ids: Some(ids), limit: Some(MOST), ..CardFilter::default() };
        let mut found = Vec::new();
        for card in self.store().card_page("case", filter, CardOrder::Due).await? {
            let loaded = self.load_case(CaseId(card.id)).await?;
            // One that it is no longer shown, or not yet, has no days for it.
            if let Ok(view) = self.view_case(&loaded.file, actor) {
                found.extend(days_of_view(&view, &view.number));
            }
        }
        Ok(found)
    }

    /// The days of a desk, as far as they are this person's or nobody's.
    async fn days_of_desk(&self, actor: Actor, account: AccountId) -> Result<Vec<Found>> {
        let own = |owner: Option<Uuid>| owner.is_none_or(|owner| owner == account.0);
        let coordinator = actor.party == Party::Coordinator;
        let owner_of = |kind: &str, card: &store::Card| -> Result<Option<Uuid>> {
            if !coordinator || kind != "case" {
                return Ok(card.owner);
            }
            Ok(read::<CaseCard>(&card.card)?.coordinator_owner.map(|owner| owner.0))
        };
        let mut found = Vec::new();
        let (duties, _) = self.store().duties(&actor.party.key(), MOST, 0).await?;
        for duty in duties {
            let (Some(day), Some(card)) = (duty.row.due, &duty.card) else { continue };
            if own(owner_of(&card.kind, card)?) {
                found.push(due(day, &card.number, duty.subject, &duty.row.kind));
            }
        }
        let states = if coordinator { &OPEN[1..] } else { &OPEN[..] };
        let filter = CardFilter { states, limit: Some(MOST), ..CardFilter::default() };
        for card in self.store().card_page("case", filter, CardOrder::Due).await? {
            if let (Some(day), true) = (card.due, own(owner_of("case", &card)?)) {
                found.push(publication(day, &card.number, card.id));
            }
        }
        Ok(found)
    }
}

/// What the viewer itself owes on a day, and the one date.
fn days_of_view(view: &CaseView, number: &str) -> Vec<Found> {
    let own = view.duties.iter().filter(|duty| duty.who == view.viewer);
    let mut found: Vec<Found> =
        own.filter_map(|duty| Some(due(duty.due?, number, view.id.0, duty.what.word()))).collect();
    let is_over = !view.publications.is_empty() || view.ending.stopped.is_some() || view.ending.dropped.is_some();
    let day = view.day.or(view.target_day).filter(|_| !is_over);
    found.extend(day.map(|day| publication(day, number, view.id.0)));
    found
}
