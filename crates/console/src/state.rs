//! What every handler has at hand.

use std::sync::Arc;

use casework::clock::AheadClock;
use casework::{Office, Settings};
use ui::{Site, Zone};

use crate::advisory::AdvisoryPreview;

/// Somebody to be in the demo.
#[derive(Clone, Debug)]
pub struct DemoPerson {
    /// Login name of the account.
    pub login: String,
    /// What this person does, in Japanese and English.
    pub part: (String, String),
}

/// What every handler has at hand. Cheap to clone.
#[derive(Clone)]
pub struct Console {
    /// Everything that a command needs.
    pub office: Office,
    /// What stays the same on every page.
    pub site: Arc<Site>,
    /// In a demo, who one can be; none otherwise, and then nobody signs in without password and code.
    pub demo: Option<Arc<Vec<DemoPerson>>>,
    /// In a demo, the clock that people let run ahead.
    pub demo_clock: Option<AheadClock>,
    /// Shows an unpublished text on the public page; without it there is no preview.
    pub preview: Option<Arc<dyn AdvisoryPreview>>,
}

impl Console {
    /// A console over an office.
    #[must_use]
    pub fn new(office: Office, demo: Option<Vec<DemoPerson>>) -> Self {
        let site = Arc::new(site(office.settings()));
        Console { office, site, demo: demo.map(Arc::new), demo_clock: None, preview: None }
    }

    /// The same console with something that shows an unpublished text on the public page.
    #[must_use]
    pub fn with_preview(mut self, preview: impl AdvisoryPreview + 'static) -> Self {
        self.preview = Some(Arc::new(preview));
        self
    }

    /// Cookies go over https alone where the site is on https.
    #[must_use]
    pub fn secure_cookies(&self) -> bool {
        self.office.settings().is_https()
    }
}

/// What every page of a partnership says of it.
#[must_use]
pub fn site(settings: &Settings) -> Site {
    let partnership = &settings.partnership;
    let both = |ja: &str, en: &str| if ja == en { ja.to_owned() } else { format!("{ja}・{en}") };
    Site {
        name_ja: partnership.name.ja.clone(),
        name_en: partnership.name.en.clone(),
        operator_ja: both(&partnership.receiving_body.ja, &partnership.coordinator.ja),
        operator_en: format!("{} and {}", partnership.receiving_body.en, partnership.coordinator.en),
        zone: Zone::jst(),
    }
}
