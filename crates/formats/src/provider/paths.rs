//! Where everything lies in the published tree.

use crate::csaf::{Edition, Profile};
use crate::document::PublicDocument;
use crate::number::{AdvisoryNumber, csaf_file_name};
use crate::summary::AdvisorySummary;
use crate::text::Language;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// Folder of the documents of CSAF 2.0.
pub const CSAF_FOLDER: &str = csaf_folder(Edition::V2_0);
/// The ROLIE feed of all documents of CSAF 2.0.
pub const FEED_PATH: &str = feed_path(Edition::V2_0);
/// The ROLIE service document of CSAF 2.0.
pub const SERVICE_PATH: &str = service_path(Edition::V2_0);
/// Where the provider's metadata must lie (requirement 9): those of the edition that counts.
pub const METADATA_PATH: &str = ".well-known/csaf/provider-metadata.json";

/// What a CSAF document of an advisory is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The advisory itself.
    Advisory,
    /// What holds for each product, for tools that ask nothing else (VEX).
    Vex,
}

impl Kind {
    /// Both.
    pub const ALL: [Kind; 2] = [Kind::Advisory, Kind::Vex];

    /// Those that an advisory has: VEX is written where the document says what the profile demands.
    pub fn of(document: &PublicDocument) -> impl Iterator<Item = Kind> {
        Kind::ALL.into_iter().filter(|kind| *kind == Kind::Advisory || Profile::Vex.fits(document))
    }

    /// The tracking id of an advisory's document of this kind.
    #[must_use]
    pub fn tracking_id(self, id: &AdvisoryNumber, language: Language) -> String {
        let profile = match self {
            Kind::Advisory => Profile::SecurityAdvisory,
            Kind::Vex => Profile::Vex,
        };
        profile.tracking_id(id, language)
    }
}

/// Folder of the documents of an edition: the label of what everybody may read.
#[must_use]
pub const fn csaf_folder(edition: Edition) -> &'static str {
    match edition {
        Edition::V2_0 => "csaf/white",
        Edition::V2_1 => "csaf/clear",
    }
}

/// The ROLIE feed of all documents of an edition (requirement 15).
#[must_use]
pub const fn feed_path(edition: Edition) -> &'static str {
    match edition {
        Edition::V2_0 => "csaf/white/csaf-feed-tlp-white.json",
        Edition::V2_1 => "csaf/clear/csaf-feed-tlp-clear.json",
    }
}

/// The ROLIE feed of the documents of a year.
#[must_use]
pub fn year_feed_path(edition: Edition, year: i16) -> String {
    let all = feed_path(edition);
    format!("{}-{year:04}.json", all.trim_end_matches(".json"))
}

/// The ROLIE service document of an edition, next to its metadata (requirement 16).
#[must_use]
pub const fn service_path(edition: Edition) -> &'static str {
    match edition {
        Edition::V2_0 => ".well-known/csaf/v2.0/service.json",
        Edition::V2_1 => ".well-known/csaf/v2.1/service.json",
    }
}

/// The provider's metadata of an edition (CSAF 2.1, 7.4.2).
#[must_use]
pub const fn edition_metadata_path(edition: Edition) -> &'static str {
    match edition {
        Edition::V2_0 => ".well-known/csaf/v2.0/provider-metadata.json",
        Edition::V2_1 => ".well-known/csaf/v2.1/provider-metadata.json",
    }
}

/// Everything that is in the tree only while we are a provider.
#[must_use]
pub fn provider_paths(summaries: &[AdvisorySummary]) -> Vec<String> {
    let years: BTreeSet<i16> = summaries.iter().map(|summary| year(summary.published_at)).collect();
    let of_edition = |edition| {
        let fixed = [feed_path(edition), service_path(edition), edition_metadata_path(edition)].map(str::to_owned);
        fixed.into_iter().chain(years.iter().map(move |&year| year_feed_path(edition, year)))
    };
    Edition::ALL.into_iter().flat_map(of_edition).chain([METADATA_PATH.to_owned()]).collect()
}

/// Where the signature of a file belongs.
#[must_use]
pub fn signature_path(path: &str) -> String {
    format!("{path}.asc")
}

/// Where a public key belongs; retired ones stay.
#[must_use]
pub fn key_path(fingerprint: &str) -> String {
    format!("openpgp/{}.asc", fingerprint.to_ascii_lowercase())
}

/// The folder of a revision, which never changes once written.
#[must_use]
pub fn revision_folder(id: &AdvisoryNumber, revision: u32) -> String {
    format!("advisories/{}/{revision}", id.slug())
}

/// The document of a revision.
#[must_use]
pub fn document_path(id: &AdvisoryNumber, revision: u32) -> String {
    format!("{}/document.json", revision_folder(id, revision))
}

/// The CVE record of one of a revision's vulnerabilities.
#[must_use]
pub fn cve_path(id: &AdvisoryNumber, revision: u32, cve: &str) -> String {
    format!("{}/{cve}.json", revision_folder(id, revision))
}

/// The OSV entry of a revision.
#[must_use]
pub fn osv_path(id: &AdvisoryNumber, revision: u32) -> String {
    format!("{}/osv.json", revision_folder(id, revision))
}

/// The STIX bundle of a revision in one language.
#[must_use]
pub fn stix_path(id: &AdvisoryNumber, revision: u32, language: Language) -> String {
    format!("{}/stix-{}.json", revision_folder(id, revision), language.tag())
}

/// The year in UTC, as documents say it (requirement 11).
pub(super) fn year(published_at: Timestamp) -> i16 {
    published_at.to_zoned(TimeZone::UTC).year()
}

/// Path of a CSAF document of an advisory: the folder is the year of its first release.
#[must_use]
pub fn csaf_path(
    id: &AdvisoryNumber,
    published_at: Timestamp,
    language: Language,
    edition: Edition,
    kind: Kind,
) -> String {
    let name = csaf_file_name(&kind.tracking_id(id, language));
    format!("{}/{:04}/{name}", csaf_folder(edition), year(published_at))
}

/// Paths of all CSAF documents that an advisory can have, whichever of them this revision has.
pub fn csaf_paths(document: &PublicDocument) -> impl Iterator<Item = String> {
    let (id, at) = (&document.id, document.published_at);
    let of_language = move |edition, kind| Language::ALL.map(|language| csaf_path(id, at, language, edition, kind));
    let of_edition = move |edition| Kind::ALL.into_iter().flat_map(move |kind| of_language(edition, kind));
    Edition::ALL.into_iter().flat_map(of_edition)
}
