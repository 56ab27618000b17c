//! The client of CVE Services 2.x (RSUS) for a CNA, by its published OpenAPI: numbers are reserved at `/cve-id`, records
//! are written with the CNA container at `/cve/{id}/cna` and taken back at `/cve/{id}/reject`. Three headers say who
//! asks. Calls block; nothing of the key or of an answer is ever in an error.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use ureq::Agent;
use ureq::http::Request;
use zeroize::Zeroizing;

use super::CveSettings;

/// Seconds for one call.
const PATIENCE: Duration = Duration::from_secs(30);
/// Bytes of an answer: a record has at most about one.
const MOST: u64 = 8 * 1024 * 1024;
/// Pages of a list that are read.
const PAGES: u64 = 1_000;

/// Why the CVE Services did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CveError {
    /// The settings name no organisation.
    #[error("the settings do not say as which CNA to work: set cve.org, cve.user and cve.key_file")]
    NotSetUp,
    /// The file with the key cannot be used.
    #[error("the file of cve.key_file cannot be used: {0}")]
    KeyFile(&'static str),
    /// The services were not reached, or broke off.
    #[error("the CVE Services were not reached")]
    Unreachable,
    /// They refused: the status, and the word of the OpenAPI for why.
    #[error("the CVE Services refused: {status} {word}")]
    Refused {
        /// Status of the answer.
        status: u16,
        /// Such as `CVE_RECORD_EXISTS`; `-` when there was none.
        word: String,
    },
    /// The answer is not what the OpenAPI says.
    #[error("the CVE Services gave an answer that cannot be read")]
    Unreadable,
    /// This number is none of ours, or has nothing to be published.
    #[error("{0}")]
    Nothing(&'static str),
}

impl CveError {
    /// Whether the same may work later without anybody changing anything.
    #[must_use]
    pub const fn is_passing(&self) -> bool {
        match self {
            CveError::Unreachable | CveError::Unreadable => true,
            CveError::Refused { status, .. } => *status == 429 || *status >= 500,
            CveError::NotSetUp | CveError::KeyFile(_) | CveError::Nothing(_) => false,
        }
    }
}

/// A number as the services tell of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ToldNumber {
    /// The number.
    pub cve_id: String,
    /// `RESERVED`, `PUBLISHED` or `REJECTED`.
    pub state: String,
}

#[derive(Deserialize)]
struct Numbers {
    cve_ids: Vec<ToldNumber>,
    #[serde(rename = "nextPage")]
    next_page: Option<u64>,
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was not there and is now.
    Created,
    /// It said something else before.
    Updated,
    /// It said the same already.
    Same,
}

/// The services, as one CNA.
pub struct CveServices {
    agent: Agent,
    endpoint: String,
    org: String,
    user: String,
    key: Zeroizing<String>,
}

impl fmt::Debug for CveServices {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "CveServices({} at {})", self.org, self.endpoint)
    }
}

impl CveServices {
    /// The services of the settings, with the key from its file.
    ///
    /// # Errors
    /// [`CveError::NotSetUp`], [`CveError::KeyFile`].
    pub fn open(settings: &CveSettings) -> Result<Self, CveError> {
        if !settings.is_set_up() {
            return Err(CveError::NotSetUp);
        }
        let config = Agent::config_builder()
            .https_only(settings.endpoint.starts_with("https://"))
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .user_agent(concat!("Noroshi/", env!("CARGO_PKG_VERSION")))
            .timeout_global(Some(PATIENCE))
            .build();
        Ok(CveServices {
            agent: config.into(),
            endpoint: settings.endpoint.trim_end_matches('/').to_owned(),
            org: settings.org.clone(),
            user: settings.user.clone(),
            key: read_key(Path::new(&settings.key_file))?,
        })
    }

    /// Reserves numbers of a year, one after another.
    ///
    /// # Errors
    /// [`CveError`]. What was reserved before a quota ended is given back all the same.
    pub fn reserve(&self, amount: u32, year: i16) -> Result<Vec<ToldNumber>, CveError> {
        let batch = if amount > 1 { "&batch_type=sequential" } else { "" };
        let query = format!("/cve-id?amount={amount}&cve_year={year}&short_name={}{batch}", encoded(&self.org));
        let numbers: Numbers = read(self.call("POST", &query, None)?)?;
        Ok(numbers.cve_ids)
    }

    /// All numbers of the organisation.
    ///
    /// # Errors
    /// [`CveError`].
    pub fn numbers(&self) -> Result<Vec<ToldNumber>, CveError> {
        let mut numbers = Vec::new();
        let mut page = 1;
        while page <= PAGES {
            let found: Numbers = read(self.call("GET", &format!("/cve-id?page={page}"), None)?)?;
            numbers.extend(found.cve_ids);
            match found.next_page {
                Some(next) if next > page => page = next,
                _ => break,
            }
        }
        Ok(numbers)
    }

    /// The public record of a number; `None` while there is none.
    ///
    /// # Errors
    /// [`CveError`].
    pub fn record(&self, id: &str) -> Result<Option<Value>, CveError> {
        match self.call("GET", &format!("/cve/{}", encoded(id)), None) {
            Ok(record) => Ok(Some(record)),
            Err(CveError::Refused { status: 404, .. }) => Ok(None),
            Err(other) => Err(other),
        }
    }

    /// Makes the record of a number say what `record` says in its CNA container; done twice, it is the same. Containers
    /// of others stay, and members `x_…` of the container too.
    ///
    /// # Errors
    /// [`CveError`].
    pub fn write(&self, id: &str, record: &Value) -> Result<Written, CveError> {
        let path = format!("/cve/{}/cna", encoded(id));
        let there = self.record(id)?;
        let Some(there) = there else {
            return match self.call("POST", &path, Some(&container(record))) {
                Ok(_) => Ok(Written::Created),
                // Another node, or the try before this one, was there first.
                Err(CveError::Refused { word, .. }) if word == "CVE_RECORD_EXISTS" => {
                    self.call("PUT", &path, Some(&container(record))).map(|_| Written::Updated)
                }
                Err(other) => Err(other),
            };
        };
        let wanted = container(&formats::cve5::update(&there, record));
        if wanted == container(&there) {
            return Ok(Written::Same);
        }
        self.call("PUT", &path, Some(&wanted)).map(|_| Written::Updated)
    }

    /// Rejects a number, with its record if there is one.
    ///
    /// # Errors
    /// [`CveError`].
    pub fn reject(&self, id: &str, reason: &str, replaced_by: &[String]) -> Result<(), CveError> {
        let mut cna = json!({ "rejectedReasons": [{ "lang": "en", "value": reason }] });
        if !replaced_by.is_empty() {
            cna["replacedBy"] = json!(replaced_by);
        }
        let method = if self.record(id)?.is_some() { "PUT" } else { "POST" };
        self.call(method, &format!("/cve/{}/reject", encoded(id)), Some(&json!({ "cnaContainer": cna }))).map(|_| ())
    }

    fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, CveError> {
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.endpoint))
            .header("CVE-API-ORG", &self.org)
            .header("CVE-API-USER", &self.user)
            .header("CVE-API-KEY", self.key.as_str())
            .header("Accept", "application/json");
        let unusual = |_| CveError::KeyFile("a name or the key has characters that no header has");
        // Whatever went wrong is told by its kind alone: texts of the network may quote what was sent.
        let lost = |_| CveError::Unreachable;
        let mut answer = match body {
            None => self.agent.run(request.body(()).map_err(unusual)?).map_err(lost)?,
            Some(body) => {
                let request = request.header("Content-Type", "application/json").body(body.to_string());
                self.agent.run(request.map_err(unusual)?).map_err(lost)?
            }
        };
        let status = answer.status().as_u16();
        let read = answer.body_mut().with_config().limit(MOST).read_to_vec().map_err(lost)?;
        let value: Option<Value> = serde_json::from_slice(&read).ok();
        match (status, value) {
            (200 | 206, Some(value)) => Ok(value),
            (200 | 206, None) => Err(CveError::Unreadable),
            (status, value) => Err(CveError::Refused { status, word: word(value.as_ref()) }),
        }
    }
}

/// The body that carries a record's CNA container. Who provides it is the services' to say.
fn container(record: &Value) -> Value {
    let mut cna = record.pointer("/containers/cna").cloned().unwrap_or_default();
    if let Some(members) = cna.as_object_mut() {
        members.remove("providerMetadata");
    }
    json!({ "cnaContainer": cna })
}

fn read<T: for<'a> Deserialize<'a>>(value: Value) -> Result<T, CveError> {
    serde_json::from_value(value).map_err(|_| CveError::Unreadable)
}

/// The word for an error, if it looks like one of the OpenAPI: nothing else of an answer is told.
fn word(answer: Option<&Value>) -> String {
    let word = answer.and_then(|answer| answer.get("error")).and_then(Value::as_str).unwrap_or("-");
    let is_word = word.len() <= 64 && word.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    if is_word { word.to_owned() } else { "-".to_owned() }
}

/// For a path or a query: what is not plainly a letter, a digit or `-_.` as `%XX`.
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

fn read_key(file: &Path) -> Result<Zeroizing<String>, CveError> {
    use std::os::unix::fs::PermissionsExt;
    let about = std::fs::metadata(file).map_err(|_| CveError::KeyFile("it cannot be read"))?;
    if about.permissions().mode() & 0o077 != 0 {
        return Err(CveError::KeyFile("others may read it; give it the mode 600"));
    }
    let text = std::fs::read_to_string(file).map(Zeroizing::new).map_err(|_| CveError::KeyFile("it cannot be read"))?;
    let key = Zeroizing::new(text.trim().to_owned());
    if key.is_empty() || !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(CveError::KeyFile("it holds no key"));
    }
    Ok(key)
}
