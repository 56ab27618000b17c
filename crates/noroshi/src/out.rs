//! Writing to the terminal.

use std::fmt::Display;
use std::io::Write;

use ui::Lang;

use crate::cli::LanguageName;

/// Writes a line to stdout. Whoever reads it may stop reading (`| head`): that is no error.
pub fn line(text: impl Display) {
    writeln!(std::io::stdout(), "{text}").ok();
}

/// The language of the terminal: what was asked for, else that of the environment.
#[must_use]
pub fn language(asked: Option<LanguageName>) -> Lang {
    match asked {
        Some(LanguageName::Ja) => Lang::Ja,
        Some(LanguageName::En) => Lang::En,
        None => of_environment(["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).ok())),
    }
}

/// The first variable that says something decides.
fn of_environment(variables: [Option<String>; 3]) -> Lang {
    let said = variables.into_iter().flatten().find(|text| !text.is_empty());
    if said.is_some_and(|text| text.starts_with("ja")) { Lang::Ja } else { Lang::En }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_the_language() {
        let set = |text: &str| Some(text.to_owned());
        assert_eq!(of_environment([None, None, set("ja_JP.UTF-8")]), Lang::Ja);
        assert_eq!(of_environment([set("C"), None, set("ja_JP.UTF-8")]), Lang::En);
        assert_eq!(of_environment([set(""), None, set("ja_JP.UTF-8")]), Lang::Ja);
        assert_eq!(of_environment([None, None, None]), Lang::En);
    }
}
