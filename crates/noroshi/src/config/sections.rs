//! The program's own sections of `noroshi.toml`.

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

use crate::failure::{Failure, Outcome};

/// `[server]`: how it listens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ServerSettings {
    /// Address and port.
    pub listen: String,
    /// Connections that are open at once; more wait.
    pub connections: u32,
    /// Seconds for the head of a request, and between two parts of its body.
    pub idle_seconds: u32,
    /// Seconds for a request without files.
    pub request_seconds: u32,
    /// Seconds for a request with files.
    pub upload_seconds: u32,
    /// Seconds that running requests get when the program stops.
    pub stop_seconds: u32,
}

impl Default for ServerSettings {
    fn default() -> Self {
        ServerSettings {
            listen: "127.0.0.1:8787".into(),
            connections: 1_024,
            idle_seconds: 30,
            request_seconds: 60,
            upload_seconds: 1_800,
            stop_seconds: 20,
        }
    }
}

impl ServerSettings {
    /// Checks that the values can be used.
    ///
    /// # Errors
    /// The first value that cannot.
    pub fn check(&self) -> Outcome {
        address("server.listen", &self.listen)?;
        let numbers = [
            ("server.connections", self.connections),
            ("server.idle_seconds", self.idle_seconds),
            ("server.request_seconds", self.request_seconds),
            ("server.upload_seconds", self.upload_seconds),
            ("server.stop_seconds", self.stop_seconds),
        ];
        match numbers.iter().find(|(_, number)| *number == 0) {
            Some((name, _)) => Err(Failure::new(format!("{name} cannot be used: it is at least 1"))),
            None => Ok(()),
        }
    }

    /// The address.
    ///
    /// # Errors
    /// When it is none.
    pub fn address(&self) -> Outcome<SocketAddr> {
        address("server.listen", &self.listen)
    }
}

/// `[database]`: where the data are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DatabaseSettings {
    /// Address of a PostgreSQL database; empty: SQLite in the data folder.
    pub url: String,
}

/// `[intake]`: mail that is taken in by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IntakeSettings {
    /// Folder of the mailbox (Maildir) that a mail server delivers to; empty: none is watched.
    pub maildir: String,
}

/// How the log is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// One JSON object a line.
    Json,
}

/// `[log]`: what is written about its work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LogSettings {
    /// `text` or `json`.
    pub format: LogFormat,
    /// `error`, `warn`, `info`, `debug`.
    pub level: LogLevel,
}

impl Default for LogSettings {
    fn default() -> Self {
        LogSettings { format: LogFormat::Text, level: LogLevel::Info }
    }
}

/// How much is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    /// Nothing but what went wrong.
    Error,
    /// And what may go wrong.
    Warn,
    /// And every request.
    Info,
    /// And what helps to find a mistake.
    Debug,
}

impl LogLevel {
    /// As the log filter has it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            LogLevel::Error => "error",
            LogLevel::Warn => "warn",
            LogLevel::Info => "info",
            LogLevel::Debug => "debug",
        }
    }
}

/// `[metrics]`: figures for monitoring.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MetricsSettings {
    /// Address and port of their own, on this machine; empty: off.
    pub listen: String,
}

impl MetricsSettings {
    /// Checks that the values can be used.
    ///
    /// # Errors
    /// When the address is none, or one that others reach.
    pub fn check(&self) -> Outcome {
        self.address().map(|_| ())
    }

    /// The address, if figures are wanted.
    ///
    /// # Errors
    /// When it is none, or one that others reach: the figures are for this machine (decision 17).
    pub fn address(&self) -> Outcome<Option<SocketAddr>> {
        if self.listen.is_empty() {
            return Ok(None);
        }
        let address = address("metrics.listen", &self.listen)?;
        if address.ip().is_loopback() {
            return Ok(Some(address));
        }
        Err(Failure::new(
            "metrics.listen cannot be used: it is an address of this machine alone, such as 127.0.0.1:9187",
        ))
    }
}

fn address(name: &str, text: &str) -> Outcome<SocketAddr> {
    text.parse().map_err(|_| {
        Failure::new(format!("{name} cannot be used: it is an address and a port, such as 127.0.0.1:8787"))
    })
}
