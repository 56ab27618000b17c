//! `noroshi tool vers`: a version range and a version → whether it lies in it; two versions of a type → their order.

use formats::vers::{Vers, order};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

#[derive(Deserialize)]
#[serde(untagged)]
enum Question {
    Range {
        vers: String,
        version: String,
    },
    Order {
        #[serde(rename = "type")]
        kind: String,
        a: String,
        b: String,
    },
}

#[derive(Serialize)]
struct Contains {
    contains: bool,
}

#[derive(Serialize)]
struct Order {
    order: &'static str,
}

/// Answers one question.
pub(super) fn answer(line: &str) -> Result<String, String> {
    let question = super::read(line)
        .map_err(|_| "this is neither {\"vers\",\"version\"} nor {\"type\",\"a\",\"b\"}".to_owned())?;
    match question {
        Question::Range { vers, version } => {
            let range = Vers::parse(&vers).map_err(|error| error.to_string())?;
            super::json(&Contains { contains: range.contains(&version) })
        }
        Question::Order { kind, a, b } => {
            let order = match order(&kind, &a, &b) {
                Ordering::Less => "<",
                Ordering::Equal => "=",
                Ordering::Greater => ">",
            };
            super::json(&Order { order })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn ranges_and_orders() {
        let inside = answer(r#"{"vers":"vers:npm/1.2.3|>=2.0.0|<5.0.0","version":"3.1.0"}"#);
        assert_eq!(inside.unwrap(), r#"{"contains":true}"#);
        assert_eq!(answer(r#"{"type":"deb","a":"1.0~rc1","b":"1.0"}"#).unwrap(), r#"{"order":"<"}"#);
        assert_eq!(answer(r#"{"type":"pypi","a":"1.0","b":"1.0.0"}"#).unwrap(), r#"{"order":"="}"#);
        assert!(answer(r#"{"vers":"npm/1","version":"1"}"#).is_err());
    }
}
