//! The search of the public site for the subscriptions by mail: casework tells, the portal finds, and neither knows the
//! other.

use casework::subscriptions::PublicSearch;
use formats::AdvisoryNumber;
use portal::PortalState;

/// The portal's search for casework.
pub struct PortalSearch(pub PortalState);

impl PublicSearch for PortalSearch {
    fn finds(&self, search: &[(String, String)], id: &AdvisoryNumber, revision: u32) -> Option<bool> {
        self.0.finds(search, id, revision)
    }
}
