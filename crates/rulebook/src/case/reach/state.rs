//! What is known about reaching a developer, and about the case of one that cannot be reached.

use jiff::civil::Date;
use serde::Serialize;

use super::event::{Address, Addressee, DelistReason, Outcome, ReachEvent, Source, Template};
use crate::case::event::AttemptOutcome;
use crate::report::state::Attachment;

/// A source that was looked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// Where.
    pub source: Source,
    /// On which day.
    pub on: Date,
    /// What was found; nothing when empty.
    pub found: Vec<Address>,
    /// How it was looked for.
    pub note: String,
}

/// What became of an attempt later, or what proves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttemptNote {
    /// Which attempt, 1 for the first.
    pub attempt: u32,
    /// On which day.
    pub on: Date,
    /// What came of it, where that was new.
    pub outcome: Option<AttemptOutcome>,
    /// Reference number of the letter.
    pub letter: Option<String>,
    /// Files: the letter as it was sent, what proves the attempt.
    pub files: Vec<Attachment>,
    /// Anything worth keeping.
    pub note: String,
}

/// The notice about a product (付録5.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProductNotice {
    /// Name of the product.
    pub product: String,
    /// Its versions.
    pub versions: String,
    /// To whom it speaks.
    pub addressee: Addressee,
    /// 公開日.
    pub published_on: Date,
    /// The last day for an answer.
    pub deadline: Option<Date>,
    /// 更新日: when the deadline was appended; the other texts have none.
    pub updated_on: Option<Date>,
}

impl ProductNotice {
    /// Which of the four texts it is (付録5.2.1–付録5.2.4).
    #[must_use]
    pub const fn template(&self) -> Template {
        match (self.addressee, self.deadline) {
            (Addressee::Organisation, None) => Template::Organisation,
            (Addressee::Organisation, Some(_)) => Template::OrganisationDeadline,
            (Addressee::Individual, None) => Template::Individual,
            (Addressee::Individual, Some(_)) => Template::IndividualDeadline,
        }
    }
}

/// A row of the list of unreachable developers (付録5.1): public as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listing {
    /// 問合せ番号.
    pub number: String,
    /// 開発者名; 「－」 when nothing.
    pub name: Option<String>,
    /// 関連情報: a link, or nothing.
    pub reference: String,
    /// 一覧追加日.
    pub listed_on: Date,
    /// 製品情報.
    pub product: Option<ProductNotice>,
    /// 備考.
    pub remark: String,
    /// When the row last changed or was looked over.
    pub updated_on: Date,
}

/// What is known about reaching one developer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ReachSide {
    /// Sources looked through, oldest first.
    pub checks: Vec<Checked>,
    /// Since when the finder is to be asked, and has not answered.
    pub finder_asked_on: Option<Date>,
    /// What became of attempts later.
    pub notes: Vec<AttemptNote>,
    /// The row, if it was ever listed; the newest one.
    pub listing: Option<Listing>,
    /// When it was taken off the list, and why.
    pub delisted: Option<(Date, DelistReason)>,
    /// When a listed developer was reached.
    pub resumed_on: Option<Date>,
}

impl ReachSide {
    /// Takes in one more event about this developer.
    pub fn evolve(&mut self, event: &ReachEvent) {
        match event.clone() {
            ReachEvent::SourceChecked { source, on, found, note, .. } => {
                if source == Source::Finder {
                    self.finder_asked_on = None;
                }
                self.checks.push(Checked { source, on, found, note });
            }
            ReachEvent::FinderAsked { on, .. } => self.finder_asked_on = Some(on),
            ReachEvent::AttemptNoted { attempt, on, outcome, letter, files, note, .. } => {
                self.notes.push(AttemptNote { attempt, on, outcome, letter, files, note });
            }
            ReachEvent::DeveloperListed { number, name, reference, remark, on, .. } => {
                let (listed_on, updated_on, product) = (on, on, None);
                self.listing = Some(Listing { number, name, reference, listed_on, product, remark, updated_on });
                (self.delisted, self.resumed_on) = (None, None);
            }
            ReachEvent::Delisted { reason, on, .. } => self.delisted = Some((on, reason)),
            ReachEvent::ContactResumed { on, .. } => self.resumed_on = Some(on),
            other => self.evolve_row(other),
        }
    }

    fn evolve_row(&mut self, event: ReachEvent) {
        let Some(row) = &mut self.listing else { return };
        match event {
            ReachEvent::ProductListed { product, versions, addressee, on, .. } => {
                let (deadline, updated_on) = (None, None);
                row.product =
                    Some(ProductNotice { product, versions, addressee, published_on: on, deadline, updated_on });
                row.updated_on = on;
            }
            ReachEvent::DeadlineAppended { deadline, on, .. } => {
                if let Some(notice) = &mut row.product {
                    (notice.deadline, notice.updated_on) = (Some(deadline), Some(on));
                }
                row.updated_on = on;
            }
            ReachEvent::ListingUpdated { name, reference, remark, on, .. } => {
                (row.name, row.reference, row.remark, row.updated_on) = (name, reference, remark, on);
            }
            _ => {}
        }
    }

    /// The row, as long as it stands on the list.
    #[must_use]
    pub fn listed(&self) -> Option<&Listing> {
        self.listing.as_ref().filter(|_| self.delisted.is_none())
    }

    /// Addresses that the checklist brought up, each once.
    #[must_use]
    pub fn addresses(&self) -> Vec<&Address> {
        let mut found: Vec<&Address> = Vec::new();
        for address in self.checks.iter().flat_map(|check| &check.found) {
            if !found.iter().any(|known| known.is(address.means, &address.to)) {
                found.push(address);
            }
        }
        found
    }

    /// Sources of the checklist that nobody looked through; the finder is asked as fits.
    #[must_use]
    pub fn open_sources(&self) -> Vec<Source> {
        let open = |source: &Source| *source != Source::Finder && !self.checks.iter().any(|c| c.source == *source);
        Source::ALL.into_iter().filter(open).collect()
    }
}

impl Address {
    /// Whether it is this address, however it is spaced and capitalised.
    #[must_use]
    pub fn is(&self, means: crate::case::event::ContactMeans, to: &str) -> bool {
        let plain = |text: &str| text.split_whitespace().collect::<String>().to_lowercase();
        self.means == means && plain(&self.to) == plain(to)
    }
}

/// What the receiving body judged, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Judged<T> {
    /// What.
    pub what: T,
    /// Why.
    pub reason: String,
    /// On which day.
    pub on: Date,
}

/// What was judged of a case whose developer cannot be reached. The newest word holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reach {
    /// Whether the vulnerability can be verified.
    pub verifiable: Option<Judged<bool>>,
    /// Whether the case is worth what verifying costs.
    pub worth: Option<Judged<bool>>,
    /// Another way than the table.
    pub individual: Option<Judged<Outcome>>,
}

impl Reach {
    /// Takes in one more event about the whole case.
    pub fn evolve(&mut self, event: &ReachEvent) {
        match event.clone() {
            ReachEvent::VerifiabilityJudged { verifiable: what, reason, on } => {
                self.verifiable = Some(Judged { what, reason, on });
            }
            ReachEvent::HandlingValueJudged { worth: what, reason, on } => {
                self.worth = Some(Judged { what, reason, on })
            }
            ReachEvent::ConsideredIndividually { outcome: what, reason, on } => {
                self.individual = Some(Judged { what, reason, on });
            }
            _ => {}
        }
    }
}
