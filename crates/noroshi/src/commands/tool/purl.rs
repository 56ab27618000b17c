//! `noroshi tool purl`: a package URL → its parts and its right form.

use formats::purl::Purl;
use serde::Serialize;

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    parts: Purl,
    purl: String,
}

/// Answers one package URL, bare or as a string of JSON.
pub(super) fn answer(line: &str) -> Result<String, String> {
    let text = serde_json::from_str::<String>(line).unwrap_or_else(|_| line.to_owned());
    let parts = Purl::parse(&text).map_err(|error| error.to_string())?;
    super::json(&Answer { purl: parts.to_string(), parts })
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn parts() {
        assert_eq!(
            answer("pkg:PYPI/Django_package@1.11?arch=x").unwrap(),
            r#"{"type":"pypi","namespace":null,"name":"django-package","version":"1.11","qualifiers":{"arch":"x"},"subpath":null,"purl":"pkg:pypi/django-package@1.11?arch=x"}"#
        );
        assert_eq!(answer("\"pkg:npm/a\"").unwrap(), answer("pkg:npm/a").unwrap());
        assert!(answer("pkg:maven/lib").is_err());
    }
}
