//! CSAF 2.0 (OASIS Standard with Errata 01): the profile Security Advisory, as it is published for every advisory. The
//! other profiles and 2.1: [`crate::csaf`].

pub use crate::csaf::{Csaf as Csaf20, Links};
pub(crate) use crate::csaf::{PublisherObject, publisher_of};

use crate::check::Finding;
use crate::csaf::{Edition, Profile, Refusal, csaf};
use crate::document::PublicDocument;
use crate::text::Language;

/// Makes the CSAF document of an advisory in one language; the same bytes for the same document, for ever.
///
/// # Errors
/// What must be put right before the advisory may be published: a faulty document makes no CSAF.
pub fn csaf20(document: &PublicDocument, language: Language, links: &Links) -> Result<Csaf20, Vec<Finding>> {
    csaf(document, language, links, Edition::V2_0, Profile::SecurityAdvisory).map_err(|refusal| match refusal {
        Refusal::Faults(faults) => faults,
        Refusal::Profile(_) => Vec::new(),
    })
}
