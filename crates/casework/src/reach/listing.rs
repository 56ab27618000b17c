//! The row of a developer on the public list of unreachable developers (付録5): its number, its words, its card.

use jiff::Timestamp;
use jiff::civil::Date;
use letters::{ContactDeadline, DeveloperKind, Paper, UnreachableNotice};
use rulebook::case::reach::{Addressee, DelistReason, Listing, ProductNotice, ReachEvent, is_public};
use rulebook::case::{CaseCommand, CaseFile, ReachCommand};
use rulebook::ids::{CaseId, DeveloperId};
use rulebook::text::Language;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use store::{Append, CardRow, Claim, NewJob, Version};
use uuid::Uuid;

use crate::cases::RowText;
use crate::error::{Error, Result};
use crate::office::{Actor, Office};
use crate::papers::{paper_language, print};
use crate::settings::Settings;

/// Kind of the claim on the number of a row.
pub(crate) const INQUIRY_NUMBER: &str = "inquiry_number";
/// Job that writes the list again: it stands until the list is written.
pub(crate) const LIST_JOB: &str = "unreachable-list";
/// State of a row that stands on the list.
pub(crate) const LISTED: &str = "listed";
/// State of a row that was taken off because an advisory was published (⑤).
const PUBLISHED: &str = "published";

/// A row of the public list: all of it is public, and nothing of the case is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicRow {
    /// 問合せ番号.
    pub number: String,
    /// 開発者名.
    pub name: Option<String>,
    /// 関連情報: a link, or nothing.
    pub reference: String,
    /// 備考.
    pub remark: String,
    /// 一覧追加日.
    pub listed_on: Date,
    /// When it last changed or was looked over.
    pub updated_on: Date,
    /// 製品情報.
    pub product: Option<PublicNotice>,
    /// Number of the advisory with which it came off the list (⑤).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advisory: Option<String>,
}

/// The notice about a product (付録5.2), as public as its row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicNotice {
    /// Name of the product.
    pub product: String,
    /// Its versions, or nothing.
    pub versions: String,
    /// To whom it speaks.
    pub addressee: Addressee,
    /// 公開日.
    pub published_on: Date,
    /// The last day for an answer.
    pub deadline: Option<Date>,
    /// 更新日.
    pub updated_on: Option<Date>,
}

impl From<&Listing> for PublicRow {
    fn from(row: &Listing) -> Self {
        PublicRow {
            number: row.number.clone(),
            name: row.name.clone(),
            reference: row.reference.clone(),
            remark: row.remark.clone(),
            listed_on: row.listed_on,
            updated_on: row.updated_on,
            product: row.product.as_ref().map(PublicNotice::from),
            advisory: None,
        }
    }
}

impl From<&ProductNotice> for PublicNotice {
    fn from(notice: &ProductNotice) -> Self {
        PublicNotice {
            product: notice.product.clone(),
            versions: notice.versions.clone(),
            addressee: notice.addressee,
            published_on: notice.published_on,
            deadline: notice.deadline,
            updated_on: notice.updated_on,
        }
    }
}

/// The words of a notice about a product, in one language (付録5.2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoticeText {
    /// Title.
    pub title: String,
    /// Whom it asks, and until when.
    pub paragraphs: Vec<String>,
    /// 連絡先, 公開日, 更新日.
    pub foot: Vec<String>,
    /// What to write into the subject.
    pub subject: String,
}

/// The notice of a row, in the words of its template: the same on the page, on paper and before it is published.
#[must_use]
pub fn notice_text(settings: &Settings, number: &str, notice: &PublicNotice, language: Language) -> NoticeText {
    let words = words(settings, number, notice, language);
    NoticeText {
        title: words.title(),
        paragraphs: words.paragraphs(),
        foot: words.foot(),
        subject: words.subject_line(),
    }
}

fn words(settings: &Settings, number: &str, notice: &PublicNotice, language: Language) -> UnreachableNotice {
    UnreachableNotice {
        language: paper_language(language),
        publisher: settings.partnership.coordinator.get(language).to_owned(),
        number: number.to_owned(),
        product: notice.product.clone(),
        version: notice.versions.clone(),
        developer: match notice.addressee {
            Addressee::Organisation => DeveloperKind::Organisation,
            Addressee::Individual => DeveloperKind::PersonOrCommunity,
        },
        contact: settings.inquiries().to_owned(),
        published_on: notice.published_on,
        deadline: notice
            .deadline
            .map(|until| ContactDeadline { until, updated_on: notice.updated_on.unwrap_or(notice.published_on) }),
    }
}

impl Office {
    /// The command that lists a developer, under a number drawn like all others.
    pub(crate) fn list_name(&self, developer: DeveloperId, row: RowText) -> CaseCommand {
        let number = format!("DID#{}", self.entropy().eight_digits());
        let RowText { name, reference, remark } = row;
        CaseCommand::Reach(ReachCommand::ListName { developer, number, name: Some(name), reference, remark })
    }

    /// The notice about the product of a listed developer, as PDF with its file name.
    ///
    /// # Errors
    /// `NotFound` while no product is published; [`Error::Paper`], [`Error::Unprintable`], the store's.
    pub async fn notice_paper(
        &self,
        case: CaseId,
        actor: Actor,
        developer: DeveloperId,
        language: Language,
    ) -> Result<(String, Vec<u8>)> {
        let view = self.case_page(case, actor).await?.view;
        let row = view.reach.developers.into_iter().find(|side| side.developer == developer);
        let row = row.and_then(|side| side.listing).ok_or(Error::NotFound)?;
        let notice = PublicNotice::from(row.product.as_ref().ok_or(Error::NotFound)?);
        let paper = Paper::UnreachableNotice(words(self.settings(), &row.number, &notice, language));
        Ok((format!("{}.pdf", row.number.replace('#', "")), print(paper).await?))
    }

    /// All rows that stand on the list, the newest first.
    pub(crate) async fn listed_rows(&self) -> Result<Vec<PublicRow>> {
        self.rows_in(LISTED).await
    }

    /// All rows that came off the list with an advisory (⑤), the newest first.
    pub(crate) async fn published_rows(&self) -> Result<Vec<PublicRow>> {
        self.rows_in(PUBLISHED).await
    }

    async fn rows_in(&self, state: &'static str) -> Result<Vec<PublicRow>> {
        let filter = store::CardFilter { states: &[state], ..store::CardFilter::default() };
        let (cards, _) = self.store().cards("listing", filter, store::CardOrder::Number).await?;
        let read = |card: &CardRow| serde_json::from_slice(&card.card).map_err(|_| Error::Unreadable("a listing"));
        let mut rows: Vec<PublicRow> = cards.iter().map(read).collect::<Result<_>>()?;
        rows.sort_by_key(|row| std::cmp::Reverse(row.listed_on));
        Ok(rows)
    }
}

/// What an event does to the list: the claim on a new number, the card of the row, and the job that writes the list.
pub(crate) fn listed(append: &mut Append, after: &CaseFile, event: &ReachEvent) {
    if !is_public(event) {
        return;
    }
    if let ReachEvent::DeveloperListed { number, .. } = event {
        append.claims.push(Claim { kind: INQUIRY_NUMBER, value: number.clone(), subject: after.case.id.0 });
    }
    let version = append.rows.first().map_or(0, |row| row.version);
    let (rows, at) = (listing_rows(after, append.at, version), append.at);
    append.rows.retain(|row| rows.iter().all(|new| new.id != row.id));
    append.rows.extend(rows);
    let job = NewJob::once(LIST_JOB, Uuid::nil(), at);
    append.jobs.retain(|other| other.key != job.key);
    append.jobs.push(job);
}

/// Cards of the rows of a case, those that were taken off the list included.
pub(crate) fn listing_rows(file: &CaseFile, at: Timestamp, version: Version) -> Vec<CardRow> {
    let sides = file.case.developers.iter();
    let rows = sides.filter_map(|side| {
        let row = side.reach.listing.as_ref()?;
        let published = matches!(side.reach.delisted, Some((_, DelistReason::Published)));
        let published = published && !file.case.publications.is_empty();
        let state = match side.reach.listed() {
            Some(_) => LISTED,
            None if published => PUBLISHED,
            None => "removed",
        };
        let number = file.case.advisory.as_ref().map(|(_, number)| number.as_str().to_owned());
        let public = PublicRow { advisory: number.filter(|_| state == PUBLISHED), ..PublicRow::from(row) };
        Some(CardRow {
            id: row_id(file.case.id, side.id),
            kind: "listing".into(),
            number: row.number.clone(),
            state: state.into(),
            owner: None,
            sort: 0,
            due: None,
            changed_at: at,
            version,
            card: serde_json::to_vec(&public).expect("a row is plain data"),
        })
    });
    rows.collect()
}

/// One card for each developer of a case; which case it was cannot be read from it.
fn row_id(case: CaseId, developer: DeveloperId) -> Uuid {
    let hash = Sha256::new().chain_update(case.0).chain_update(developer.0).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}
