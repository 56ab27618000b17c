//! What can go wrong when somebody wants something done.

use rulebook::refusal::Refusal;
use store::StoreError;

/// Why it was not done. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The rules do not allow it now.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There is nothing here for this person: it does not exist, or its existence is secret to it.
    #[error("not found")]
    NotFound,
    /// The page was older than what its reader can see now (decision 10).
    #[error("what you saw has changed in the meantime")]
    Stale,
    /// Name, password or code do not fit, or the account is closed.
    #[error("sign-in failed")]
    SignIn,
    /// Too many tries; the number is the seconds to wait.
    #[error("too many tries")]
    TooMany {
        /// Seconds until the next try is taken.
        wait: u64,
    },
    /// Something written cannot be used.
    #[error("{0} cannot be used")]
    Unusable(&'static str),
    /// A file holds no report at all.
    #[error(transparent)]
    NotTaken(intake::Unreadable),
    /// It is there already.
    #[error("{0} is there already")]
    Taken(&'static str),
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something the program wrote itself cannot be read back.
    #[error("stored data cannot be read: {0}")]
    Unreadable(&'static str),
    /// The advisory cannot be published like this: what has to be put right first.
    #[error("the advisory cannot be published like this: {}", first(.0))]
    Findings(Vec<formats::Finding>),
    /// The key that signs publications cannot be made, read or used.
    #[error("the signing key cannot be used: {0}")]
    Signing(&'static str),
    /// A paper could not be made.
    #[error("the paper could not be made: {0}")]
    Paper(#[from] letters::Error),
    /// A paper holds characters that no font has.
    #[error("a paper holds characters that cannot be printed")]
    Unprintable(String),
    /// The CVE Services did not do what was asked.
    #[error(transparent)]
    Cve(#[from] crate::cve::CveError),
    /// A file of the published tree could not be written.
    #[error("the published tree could not be written: {0}")]
    Publish(&'static str),
}

/// The result of everything in this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The first of the findings in a sentence, and where in the document it is.
fn first(findings: &[formats::Finding]) -> String {
    let text = |finding: &formats::Finding| format!("{}: {}", finding.at, finding.text(formats::Language::En));
    findings.first().map(text).unwrap_or_default()
}

impl Error {
    /// Whether a paper failed for its address alone: a shorter one can be typed.
    #[must_use]
    pub const fn is_about_address(&self) -> bool {
        matches!(self, Error::Paper(letters::Error::AddressDoesNotFit))
    }
}
