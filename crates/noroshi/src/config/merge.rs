//! Three layers of one table: defaults, file, environment; and which of them each value came from.

use std::path::Path;

use toml::Table;

use super::Config;
use crate::failure::{Failure, Outcome};

/// Where a value came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// The file.
    File,
    /// This variable of the environment.
    Environment(String),
}

/// One value.
#[derive(Clone, Debug)]
pub struct Value {
    /// Its name, such as `web.base_url`.
    pub name: String,
    /// What it is.
    pub value: toml::Value,
    /// Where it came from.
    pub origin: Origin,
}

impl Value {
    /// As it may be shown: a password in an address is not.
    #[must_use]
    pub fn shown(&self) -> String {
        match &self.value {
            toml::Value::String(text) => format!("{:?}", without_password(text)),
            other => other.to_string(),
        }
    }
}

/// Every value, in the order of the sections.
pub struct Values(pub Vec<Value>);

/// Short names that people expect: variable, value.
const ALIASES: [(&str, &str); 2] = [("NOROSHI_LOG", "log.format"), ("NOROSHI_DATABASE", "database.url")];

impl Values {
    /// Lays the file over the defaults and the environment over both.
    ///
    /// # Errors
    /// A name that is not known, a value of the wrong kind.
    pub fn merge(file: &Path, text: &str, environment: &[(String, String)]) -> Outcome<Self> {
        // Read as settings first, for its errors name the line.
        let _: Config = toml::from_str(text).map_err(|error| unreadable(file, text, &error))?;
        let said: Table = toml::from_str(text).map_err(|error| unreadable(file, text, &error))?;
        let defaults = Table::try_from(Config::default()).map_err(|error| Failure::new(error.to_string()))?;
        let mut values = Vec::new();
        leaves("", &defaults, &mut values);
        for value in &mut values {
            if let Some(found) = find(&said, &value.name) {
                (value.value, value.origin) = (found.clone(), Origin::File);
            }
            if let Some((name, text)) = from_environment(&value.name, environment) {
                (value.value, value.origin) = (typed(name, text, &value.value)?, Origin::Environment(name.clone()));
            }
        }
        Ok(Values(values))
    }

    /// The values as settings.
    ///
    /// # Errors
    /// A value of the wrong kind.
    pub fn config(&self, file: &Path) -> Outcome<Config> {
        let mut table = Table::new();
        for value in &self.0 {
            place(&mut table, &value.name, value.value.clone());
        }
        table.try_into().map_err(|error: toml::de::Error| unreadable(file, "", &error))
    }

    /// Variables of the environment that look like settings and are none.
    #[must_use]
    pub fn strangers(&self, environment: &[(String, String)]) -> Vec<String> {
        const OTHERS: [&str; 4] = ["NOROSHI_MASTER_KEY", "NOROSHI_NEW_MASTER_KEY", "NOROSHI_DATA", "NOROSHI_CONFIG"];
        let known = |name: &str| {
            OTHERS.contains(&name)
                || ALIASES.iter().any(|(alias, _)| *alias == name)
                || self.0.iter().any(|value| variable(&value.name) == name)
        };
        let names = environment.iter().map(|(name, _)| name);
        names.filter(|name| name.starts_with("NOROSHI_") && !known(name)).cloned().collect()
    }
}

fn leaves(prefix: &str, table: &Table, values: &mut Vec<Value>) {
    for (key, value) in table {
        let name = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match value {
            toml::Value::Table(inner) => leaves(&name, inner, values),
            other => values.push(Value { name, value: other.clone(), origin: Origin::Default }),
        }
    }
}

fn find<'a>(table: &'a Table, name: &str) -> Option<&'a toml::Value> {
    match name.split_once('.') {
        Some((section, rest)) => find(table.get(section)?.as_table()?, rest),
        None => table.get(name),
    }
}

fn place(table: &mut Table, name: &str, value: toml::Value) {
    let Some((section, rest)) = name.split_once('.') else {
        table.insert(name.to_owned(), value);
        return;
    };
    let inner = table.entry(section).or_insert_with(|| toml::Value::Table(Table::new()));
    if let toml::Value::Table(inner) = inner {
        place(inner, rest, value);
    }
}

/// `web.base_url` is `NOROSHI_WEB_BASE_URL`.
fn variable(name: &str) -> String {
    format!("NOROSHI_{}", name.replace('.', "_").to_uppercase())
}

fn from_environment<'a>(name: &str, environment: &'a [(String, String)]) -> Option<(&'a String, &'a String)> {
    let alias = ALIASES.iter().find(|(_, value)| *value == name).map(|(alias, _)| *alias);
    let full = variable(name);
    let found = environment.iter().find(|(variable, _)| *variable == full || Some(variable.as_str()) == alias);
    found.map(|(variable, text)| (variable, text))
}

/// A variable is text; what kind of value it stands for is known from the value it replaces.
fn typed(name: &str, text: &str, like: &toml::Value) -> Outcome<toml::Value> {
    match like {
        toml::Value::Integer(_) => {
            let number = text.trim().parse().map(toml::Value::Integer);
            number.map_err(|_| Failure::new(format!("{name} cannot be used: it is a whole number")))
        }
        toml::Value::Boolean(_) => {
            let switch = text.trim().parse().map(toml::Value::Boolean);
            switch.map_err(|_| Failure::new(format!("{name} cannot be used: it is true or false")))
        }
        toml::Value::Array(_) => {
            let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
            Ok(toml::Value::Array(parts.map(|part| toml::Value::String(part.to_owned())).collect()))
        }
        _ => Ok(toml::Value::String(text.to_owned())),
    }
}

/// In one line, without the file's text around it: it may hold a password.
fn unreadable(file: &Path, text: &str, error: &toml::de::Error) -> Failure {
    let before = error.span().and_then(|span| text.get(..span.start));
    let line = before.map_or(String::new(), |before| format!(", line {}", before.matches('\n').count() + 1));
    let message = error.message().lines().next().unwrap_or_default();
    Failure::new(format!("{}{line}: {message}", file.display()))
}

/// `smtps://user:secret@host` without the secret.
fn without_password(text: &str) -> String {
    let Some((scheme, rest)) = text.split_once("://") else { return text.to_owned() };
    let Some((user, host)) = rest.rsplit_once('@') else { return text.to_owned() };
    match user.split_once(':') {
        Some((user, _)) => format!("{scheme}://{user}:***@{host}"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_not_shown() {
        assert_eq!(without_password("smtps://a:b@c:465"), "smtps://a:***@c:465");
        assert_eq!(without_password("postgres://a:b:@d@c/n"), "postgres://a:***@c/n");
        assert_eq!(without_password("https://a.example"), "https://a.example");
    }

    #[test]
    fn lists_and_numbers_come_from_the_environment_too() {
        let set = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let environment =
            [set("NOROSHI_WEB_TRUSTED_PROXIES", "10.0.0.1, 10.0.0.2"), set("NOROSHI_SERVER_CONNECTIONS", "9")];
        let values = Values::merge(Path::new("x"), "", &environment).expect("they are fine");
        let config = values.config(Path::new("x")).expect("they are fine");
        assert_eq!(config.web.trusted_proxies.len(), 2);
        assert_eq!(config.server.connections, 9);
        let wrong = [set("NOROSHI_SERVER_CONNECTIONS", "many")];
        assert!(Values::merge(Path::new("x"), "", &wrong).is_err());
    }

    #[test]
    fn a_variable_that_is_no_setting_is_found() {
        let environment = [("NOROSHI_WEB_BASE_URI".to_owned(), String::new()), ("PATH".to_owned(), String::new())];
        let values = Values::merge(Path::new("x"), "", &[]).expect("nothing is set");
        assert_eq!(values.strangers(&environment), ["NOROSHI_WEB_BASE_URI"]);
    }
}
