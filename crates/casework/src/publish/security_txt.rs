//! `security.txt` (RFC 9116): where to report a vulnerability, and the key to encrypt it with.

use formats::csaf::Edition;
use formats::provider::{SECURITY_TXT_PATH, edition_metadata_path};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::receiving::contact_key_path;
use super::sign::PublicHalf;
use crate::settings::Settings;

/// The file, where it may be there at all: it counts on https only (RFC 9116, 3). The same month gives the same bytes.
pub(super) fn security_txt(settings: &Settings, keys: &[PublicHalf], provides: bool, today: Date) -> Option<String> {
    if !settings.is_https() {
        return None;
    }
    let mut text = String::new();
    let mut field = |name: &str, value: &str| text.extend([name, ": ", value, "\n"]);
    let address = super::mail_address(settings);
    if rulebook::report::problems::is_mail_address(address) {
        field("Contact", &format!("mailto:{address}"));
    }
    field("Contact", &settings.url("/ja/report"));
    field("Expires", &expires(today)?.to_string());
    if let Some(key) = keys.first() {
        field("Encryption", &settings.url(&format!("/{}", contact_key_path(&key.fingerprint))));
    }
    field("Preferred-Languages", "ja, en");
    field("Canonical", &settings.url(&format!("/{SECURITY_TXT_PATH}")));
    field("Policy", &settings.url("/en/process"));
    if provides {
        for edition in Edition::ALL {
            field("CSAF", &settings.url(&format!("/{}", edition_metadata_path(edition))));
        }
    }
    Some(text)
}

/// Six months after the first of this month: less than a year ahead (RFC 9116, 2.5.5), and written anew in time.
fn expires(today: Date) -> Option<Timestamp> {
    let day = today.first_of_month().checked_add(6.months()).ok()?;
    day.to_zoned(jiff::tz::TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}
