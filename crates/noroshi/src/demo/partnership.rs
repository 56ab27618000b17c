//! The demo's partnership: its names, its settings, its beginning. All of it is invented.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};
use rulebook::text::Localized;

use crate::config::{Config, FILE_NAME};

/// So many days before now the demo begins.
pub const DAYS: i64 = 300;

/// When the demo begins.
#[must_use]
pub fn begin(now: Timestamp) -> Timestamp {
    now - SignedDuration::from_hours(24 * DAYS)
}

/// The demo's invented place in the CVE program.
const CNA: &str = "5f2f3a86-6a3c-4d0b-9c1e-2f7d0a9b4c11";

/// The demo's settings; address and folder are known at the start only.
#[must_use]
pub fn config() -> Config {
    let mut config = Config::default();
    let partnership = &mut config.partnership;
    partnership.name =
        Localized::new("みはらし早期警戒パートナーシップ（デモ）", "Miharashi Early Warning Partnership (demo)");
    partnership.receiving_body =
        Localized::new("みはり情報セキュリティ受付センター", "Mihari Information Security Reception Center");
    partnership.coordinator = Localized::new("のろし調整センター", "Noroshi Coordination Center");
    partnership.report_prefix = "MVR".into();
    partnership.case_prefix = "MVC".into();
    partnership.site_prefix = "MVW".into();
    partnership.contact = Localized::new(
        "みはり情報セキュリティ受付センター\nuketsuke@mihari.example",
        "Mihari Information Security Reception Center\nuketsuke@mihari.example",
    );
    // It can be asked for nothing: its place in the CVE program is invented, and nobody listens there.
    config.cve.endpoint = "http://127.0.0.1:9".into();
    config.cve.org = "miharashi".into();
    config.cve.org_id = CNA.into();
    config.cve.user = "demo@noroshi.example".into();
    config.cve.key_file = "/nonexistent/cve.key".into();
    config.mail.from = "みはらし早期警戒パートナーシップ <noroshi@mihari.example>".into();
    config.mail.folder = "mail".into();
    config.mail.receiving_desk = "uketsuke@mihari.example".into();
    config.mail.coordinator = "chosei@noroshi.example".into();
    let letters = &mut config.letters;
    letters.department = Localized::new("製品調整グループ", "Product coordination");
    letters.postal_code = "100-0000".into();
    letters.address =
        Localized::new("架空県架空市火の見通り1-2-3\nのろしビル5階", "5F Noroshi Bldg., 1-2-3 Hinomi-dori, Kakuu");
    letters.phone = "03-0000-0119".into();
    letters.inquiries = "jvn@noroshi.example".into();
    let secretariat = &mut config.secretariat;
    secretariat.department = Localized::new("公表判定委員会事務局", "Secretariat of the publication committee");
    secretariat.postal_code = "100-0001".into();
    secretariat.address =
        Localized::new("架空県架空市見張り台4-5-6\nみはりタワー12階", "12F Mihari Tower, 4-5-6 Miharidai, Kakuu");
    secretariat.phone = "03-0000-0177".into();
    config
}

/// Writes the settings into the folder, so that the other commands read the same names.
pub fn write_settings(folder: &Path) -> std::io::Result<()> {
    let config = config();
    let part = |name: &str, value: Result<toml::Value, toml::ser::Error>| {
        value.map(|value| (name.to_owned(), value)).map_err(std::io::Error::other)
    };
    let parts = [
        part("partnership", toml::Value::try_from(&config.partnership))?,
        part("mail", toml::Value::try_from(&config.mail))?,
        part("letters", toml::Value::try_from(&config.letters))?,
        part("secretariat", toml::Value::try_from(&config.secretariat))?,
    ];
    let table: toml::Table = parts.into_iter().collect();
    let text = toml::to_string_pretty(&table).map_err(std::io::Error::other)?;
    std::fs::write(folder.join(FILE_NAME), format!("# Settings of a demo: everything here is invented.\n\n{text}"))
}
