//! Fetching by https from hosts that somebody allowed. No redirects are followed, as CSAF wants it of providers.

use std::fmt;
use std::io::Read;
use std::time::Duration;

use ureq::Agent;
use url::Url;

/// Seconds for one request with its answer's head; an answer's body may take longer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Seconds for a whole answer.
const BODY_PATIENCE: Duration = Duration::from_secs(600);

/// Why something was not fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The address is no https address.
    NotHttps,
    /// The host is not among those allowed: its name.
    Host(String),
    /// The server answers with another status than 200.
    Status(u16),
    /// Larger than what is read: the limit in bytes.
    TooLarge(u64),
    /// The server is not reached, or stops: in a few words.
    Broken(String),
}

impl fmt::Display for FetchError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FetchError::NotHttps => out.write_str("not an https address"),
            FetchError::Host(host) => write!(out, "{host} is not among the hosts of import.hosts in the settings"),
            FetchError::Status(status) => write!(out, "the server answers with status {status}"),
            FetchError::TooLarge(limit) => write!(out, "larger than {limit} bytes"),
            FetchError::Broken(why) => write!(out, "the server cannot be read: {why}"),
        }
    }
}

impl std::error::Error for FetchError {}

/// Something that fetches.
pub trait Fetch {
    /// The bytes at an address, as a stream.
    ///
    /// # Errors
    /// When there are none, or none that may be read.
    fn open(&self, url: &Url) -> Result<Box<dyn Read>, FetchError>;

    /// All bytes at an address.
    ///
    /// # Errors
    /// When there are none, or more than `limit`.
    fn bytes(&self, url: &Url, limit: u64) -> Result<Vec<u8>, FetchError> {
        let mut bytes = Vec::new();
        let read = self.open(url)?.take(limit + 1).read_to_end(&mut bytes);
        read.map_err(|error| FetchError::Broken(error.kind().to_string()))?;
        if bytes.len() as u64 > limit { Err(FetchError::TooLarge(limit)) } else { Ok(bytes) }
    }
}

/// Whether an address may be fetched: https, the usual port or one that is named with the host, a host that is allowed,
/// nobody's name and password in it.
///
/// # Errors
/// When it may not.
pub fn allowed(url: &Url, hosts: &[String]) -> Result<(), FetchError> {
    if url.scheme() != "https" || !url.username().is_empty() || url.password().is_some() {
        return Err(FetchError::NotHttps);
    }
    let host = url.host_str().unwrap_or_default();
    let named = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    if hosts.iter().any(|allowed| allowed.eq_ignore_ascii_case(&named)) { Ok(()) } else { Err(FetchError::Host(named)) }
}

/// The web, as far as it is allowed.
pub struct Web {
    agent: Agent,
    hosts: Vec<String>,
}

impl Web {
    /// The web with these hosts: `www.example.org`, or `www.example.org:8443`.
    #[must_use]
    pub fn new(hosts: &[String]) -> Self {
        let config = Agent::config_builder()
            .https_only(true)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .user_agent(concat!("Noroshi/", env!("CARGO_PKG_VERSION")))
            .timeout_connect(Some(PATIENCE))
            .timeout_recv_response(Some(PATIENCE))
            .timeout_recv_body(Some(BODY_PATIENCE))
            .build();
        Web { agent: config.into(), hosts: hosts.to_vec() }
    }
}

impl Fetch for Web {
    fn open(&self, url: &Url) -> Result<Box<dyn Read>, FetchError> {
        allowed(url, &self.hosts)?;
        let answer = self.agent.get(url.as_str()).call().map_err(|error| FetchError::Broken(error.to_string()))?;
        match answer.status().as_u16() {
            200 => Ok(Box::new(answer.into_body().into_reader())),
            status => Err(FetchError::Status(status)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_to_allowed_hosts() {
        let hosts = ["a.example".to_owned(), "b.example:8443".to_owned()];
        let ask = |url: &str| allowed(&Url::parse(url).expect("an address"), &hosts);
        assert_eq!(ask("https://a.example/x"), Ok(()));
        assert_eq!(ask("https://A.example:443/x"), Ok(()));
        assert_eq!(ask("https://b.example:8443/"), Ok(()));
        assert_eq!(ask("http://a.example/"), Err(FetchError::NotHttps));
        assert_eq!(ask("https://a.example@evil.example/"), Err(FetchError::NotHttps));
        assert_eq!(ask("https://b.example/"), Err(FetchError::Host("b.example".into())));
        assert_eq!(ask("https://sub.a.example/"), Err(FetchError::Host("sub.a.example".into())));
        assert_eq!(ask("file:///etc/passwd"), Err(FetchError::NotHttps));
    }
}
