//! Settings of a partnership: names, prefixes, addresses, mail. One `noroshi.toml` and the environment.

use std::net::IpAddr;

use formats::cve5::Assigner;
use rulebook::text::Localized;
use serde::{Deserialize, Serialize};

use crate::cve::CveSettings;

/// Everything that can be set. Every part has a default, so that an empty file is a valid one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The partnership and its two bodies.
    pub partnership: PartnershipSettings,
    /// Where it is reached.
    pub web: WebSettings,
    /// Outgoing mail.
    pub mail: MailSettings,
    /// How long things are kept.
    pub retention: RetentionSettings,
    /// The coordinator's letters and public notices.
    pub letters: LetterSettings,
    /// CVE numbers as a CNA.
    pub cve: CveSettings,
    /// What machines are told.
    pub portal: PortalSettings,
    /// The receiving body's papers as the committee's secretariat.
    pub secretariat: SecretariatSettings,
}

/// Names and numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PartnershipSettings {
    /// Name of the partnership.
    pub name: Localized,
    /// Name of the receiving body.
    pub receiving_body: Localized,
    /// Name of the coordinator.
    pub coordinator: Localized,
    /// What the numbers of reports begin with.
    pub report_prefix: String,
    /// What the numbers of cases begin with.
    pub case_prefix: String,
    /// What the numbers of website cases begin with.
    pub site_prefix: String,
    /// How to reach the desk.
    pub contact: Localized,
}

impl Default for PartnershipSettings {
    fn default() -> Self {
        PartnershipSettings {
            name: Localized::new(
                "情報セキュリティ早期警戒パートナーシップ",
                "Information Security Early Warning Partnership",
            ),
            receiving_body: Localized::new("受付機関", "Receiving body"),
            coordinator: Localized::new("調整機関", "Coordinator"),
            report_prefix: "VR".into(),
            case_prefix: "VC".into(),
            site_prefix: rulebook::site::NUMBER_PREFIX.into(),
            contact: Localized::default(),
        }
    }
}

/// Where the program is reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WebSettings {
    /// Address that people use, without a slash at the end.
    pub base_url: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Name of the CSAF publisher's address space; the base URL when empty.
    pub namespace: String,
}

impl Default for WebSettings {
    fn default() -> Self {
        WebSettings { base_url: "http://127.0.0.1:8787".into(), trusted_proxies: Vec::new(), namespace: String::new() }
    }
}

/// Outgoing mail (decision 15).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailSettings {
    /// Sender address.
    pub from: String,
    /// SMTP server as `smtps://user@host:port` or `smtp://host:port`; empty: mail is held, or written as files.
    pub smtp: String,
    /// Folder for mail as files; only for demos and tests.
    pub folder: String,
    /// Where the desk of the receiving body reads its notices.
    pub receiving_desk: String,
    /// Where the coordinator reads its notices.
    pub coordinator: String,
}

/// How long things are kept (decision 26).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RetentionSettings {
    /// Drafts of forms, in hours.
    pub draft_hours: u32,
    /// Sent mail, in days.
    pub sent_mail_days: u32,
    /// Persons of reports that were not accepted, in days.
    pub rejected_person_days: u32,
}

impl Default for RetentionSettings {
    fn default() -> Self {
        RetentionSettings { draft_hours: 24, sent_mail_days: 30, rejected_person_days: 365 }
    }
}

/// What stands at the head of the coordinator's letters, and where developers that are looked for get in touch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LetterSettings {
    /// The unit that writes.
    pub department: Localized,
    /// Its postal code, `113-6591`.
    pub postal_code: String,
    /// Its postal address.
    pub address: Localized,
    /// Its telephone.
    pub phone: String,
    /// Its mail address; `mail.coordinator` when empty.
    pub mail: String,
    /// Mail address for developers on the list of unreachable developers (付録5.1); the unit's when empty.
    pub inquiries: String,
}

/// What stands at the head of the receiving body's papers about a judgement on publication, and whom they name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SecretariatSettings {
    /// The unit that writes.
    pub department: Localized,
    /// Its postal code, `113-6591`.
    pub postal_code: String,
    /// Its postal address.
    pub address: Localized,
    /// Its telephone.
    pub phone: String,
    /// Its mail address; `mail.receiving_desk` when empty.
    pub mail: String,
    /// The committee (公表判定委員会).
    pub committee: Localized,
    /// The minister who confirms the procedure (Ⅳ.3.(2).7.ア.1).
    pub minister: Localized,
}

impl Default for SecretariatSettings {
    fn default() -> Self {
        SecretariatSettings {
            department: Localized::default(),
            postal_code: String::new(),
            address: Localized::default(),
            phone: String::new(),
            mail: String::new(),
            committee: Localized::new("公表判定委員会", "Publication committee"),
            minister: Localized::new("経済産業大臣", "Minister of Economy, Trade and Industry"),
        }
    }
}

/// What the public site tells machines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PortalSettings {
    /// How the MyJVN API says that it found nothing.
    pub nothing_found: NothingFoundSetting,
}

/// How the MyJVN API says that it found nothing: in service and in its documentation it does it in two ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NothingFoundSetting {
    /// With an entry whose title says so, as the service in Japan does.
    #[default]
    Entry,
    /// With the status alone, as its documentation says.
    Status,
}

/// What is wrong with the settings, in one sentence for the person at the keyboard.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// The file is no TOML, or has a name that is not known.
    #[error("the settings cannot be read: {0}")]
    Unreadable(String),
    /// A value cannot be used.
    #[error("{name} cannot be used: {why}")]
    Unusable {
        /// Its name, such as `web.base_url`.
        name: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
}

impl Settings {
    /// Reads a `noroshi.toml`.
    ///
    /// # Errors
    /// What is wrong, naming the value.
    pub fn parse(text: &str) -> Result<Self, SettingsError> {
        let settings: Settings =
            toml::from_str(text).map_err(|error| SettingsError::Unreadable(error.message().to_owned()))?;
        settings.check()?;
        Ok(settings)
    }

    /// Checks that the values can be used.
    ///
    /// # Errors
    /// The first value that cannot.
    pub fn check(&self) -> Result<(), SettingsError> {
        let unusable = |name, why| Err(SettingsError::Unusable { name, why });
        let base = &self.web.base_url;
        if !(base.starts_with("http://") || base.starts_with("https://")) || base.ends_with('/') {
            return unusable("web.base_url", "it begins with http:// or https:// and has no slash at the end");
        }
        let prefixes = [
            ("partnership.report_prefix", &self.partnership.report_prefix),
            ("partnership.case_prefix", &self.partnership.case_prefix),
            ("partnership.site_prefix", &self.partnership.site_prefix),
        ];
        for (name, prefix) in prefixes {
            let letters = prefix.chars().all(|c| c.is_ascii_uppercase());
            if prefix.is_empty() || prefix.len() > 8 || !letters {
                return unusable(name, "it is one to eight capital letters");
            }
        }
        if !self.cve.org_id.is_empty() && uuid::Uuid::parse_str(&self.cve.org_id).is_err() {
            return unusable("cve.org_id", "it is the UUID that the CVE program gave");
        }
        if !self.mail.smtp.is_empty() && self.mail.from.is_empty() {
            return unusable("mail.from", "mail needs a sender address");
        }
        if let Some((name, why)) = self.cve.fault() {
            return unusable(name, why);
        }
        Ok(())
    }

    /// Address of a page, from its path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.web.base_url)
    }

    /// Mail address of the unit that writes the coordinator's letters.
    #[must_use]
    pub fn letter_mail(&self) -> &str {
        if self.letters.mail.is_empty() { &self.mail.coordinator } else { &self.letters.mail }
    }

    /// Mail address of the committee's secretariat.
    #[must_use]
    pub fn secretariat_mail(&self) -> &str {
        if self.secretariat.mail.is_empty() { &self.mail.receiving_desk } else { &self.secretariat.mail }
    }

    /// Mail address for developers on the list of unreachable developers (付録5.1).
    #[must_use]
    pub fn inquiries(&self) -> &str {
        if self.letters.inquiries.is_empty() { self.letter_mail() } else { &self.letters.inquiries }
    }

    /// Who assigns CVE numbers here, if anybody does: then CVE records are published beside each advisory.
    #[must_use]
    pub fn assigner(&self) -> Option<Assigner> {
        let CveSettings { org, org_id, .. } = &self.cve;
        let named = !org.is_empty() && !org_id.is_empty();
        named.then(|| Assigner { org_id: org_id.to_lowercase(), short_name: org.clone() })
    }

    /// Whether the address that people use is https, as CSAF asks of a provider (decision 23).
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.web.base_url.starts_with("https://")
    }
}
