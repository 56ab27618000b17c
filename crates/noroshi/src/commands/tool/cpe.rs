//! `noroshi tool cpe`: two CPE names → how they lie to each other; one name → all of its forms.

use formats::cpe;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(untagged)]
enum Question {
    Two { source: String, target: String },
    One { name: String },
}

#[derive(Serialize)]
struct Relation {
    relation: cpe::Relation,
}

#[derive(Serialize)]
struct Forms {
    uri: String,
    formatted: String,
    wfn: String,
}

/// Answers one question.
pub(super) fn answer(line: &str) -> Result<String, String> {
    let name = |text: &str| cpe::parse(text).map_err(|error| error.to_string());
    let question =
        super::read(line).map_err(|_| "this is neither {\"source\",\"target\"} nor {\"name\"}".to_owned())?;
    match question {
        Question::Two { source, target } => {
            super::json(&Relation { relation: name(&source)?.relation(&name(&target)?) })
        }
        Question::One { name: text } => {
            let name = name(&text)?;
            super::json(&Forms { uri: name.uri(), formatted: name.formatted(), wfn: name.to_string() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn relations_and_forms() {
        let two = r#"{"source":"cpe:2.3:a:adobe:*:9.*:*:*:*:*:*:*:*","target":"cpe:/a:adobe:reader:9.3.2"}"#;
        assert_eq!(answer(two).unwrap(), r#"{"relation":"superset"}"#);
        let one = answer(r#"{"name":"cpe:/a:hp:insight:7.4::~~online~win2003~x64~"}"#).unwrap();
        assert!(one.starts_with(
            r#"{"uri":"cpe:/a:hp:insight:7.4::~~online~win2003~x64~","formatted":"cpe:2.3:a:hp:insight:7.4:*:*:*:online:win2003:x64:*","wfn":"wfn:[part=\"a\""#
        ));
        assert!(answer(r#"{"name":"cpe:/x:hp"}"#).is_err() && answer("cpe:/a:hp").is_err());
    }
}
