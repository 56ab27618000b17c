//! `[import]`: advisories of others.

use serde::{Deserialize, Serialize};

use crate::failure::{Failure, Outcome};

/// `[import]`: where advisories of others may be fetched from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ImportSettings {
    /// Hosts, with a port when it is not the usual one: `www.example.org`.
    pub hosts: Vec<String>,
}

impl ImportSettings {
    /// Checks that the values can be used.
    ///
    /// # Errors
    /// The first host that is none.
    pub fn check(&self) -> Outcome {
        let host = |text: &String| {
            let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':'));
            !text.is_empty() && plain
        };
        match self.hosts.iter().find(|text| !host(text)) {
            Some(text) => Err(Failure::new(format!(
                "import.hosts cannot be used: {text:?} is no host; it is a name such as www.example.org"
            ))),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_names_not_addresses() {
        let settings = |host: &str| ImportSettings { hosts: vec![host.to_owned()] };
        assert!(settings("www.example.org").check().is_ok() && settings("b.example:8443").check().is_ok());
        assert!(settings("https://www.example.org/").check().is_err() && settings("").check().is_err());
    }
}
