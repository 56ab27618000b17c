//! Free text can carry identity (decision 12): finds the finder's own name, address and numbers in a text, so that
//! whoever approves a copy sees them. It helps a look; it does not replace one.

use casework::FinderCard;
use rulebook::report::form::ReportForm;

/// Shortest text that is looked for: shorter ones are found everywhere.
const SHORTEST: usize = 3;

/// What identifies a finder, as written in its form.
pub(super) fn of_form(form: &ReportForm) -> Vec<String> {
    let own = [&form.finder_name, &form.affiliation, &form.email, &form.phone, &form.credit_name];
    kept(own)
}

/// What identifies a finder, as far as somebody may know it.
pub(super) fn of_card(card: &FinderCard) -> Vec<String> {
    kept([&card.name, &card.affiliation, &card.email, &card.phone, &card.credit])
}

fn kept(own: [&String; 5]) -> Vec<String> {
    let mut kept: Vec<String> = own.map(|one| one.trim().to_owned()).to_vec();
    kept.retain(|one| plain(one).chars().count() >= SHORTEST);
    kept.sort();
    kept.dedup();
    kept
}

/// Which of these are written in a text.
pub(super) fn found_in<'a>(text: &str, identity: &'a [String]) -> Vec<&'a str> {
    let text = plain(text);
    identity.iter().map(String::as_str).filter(|one| text.contains(&plain(one))).collect()
}

/// Without blanks and hyphens, in small letters, narrow: names and numbers are written in many ways.
fn plain(text: &str) -> String {
    let narrow = text.chars().map(|c| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    });
    narrow.filter(|c| !c.is_whitespace() && *c != '-').flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_finder_is_found_however_it_is_written() {
        let form = ReportForm {
            finder_name: "篝 火ノ子".into(),
            email: "Kagari@miharashi.example".into(),
            phone: "03-0000-1234".into(),
            credit_name: "篝 火ノ子".into(),
            ..ReportForm::default()
        };
        let own = of_form(&form);
        assert_eq!(found_in("篝火ノ子が確認した。電話０３００００１２３４", &own), ["03-0000-1234", "篝 火ノ子"]);
        assert_eq!(found_in("kagari@MIHARASHI.example", &own), ["Kagari@miharashi.example"]);
        assert!(found_in("ログインして題名を入力する", &own).is_empty());
        assert!(of_form(&ReportForm { phone: "なし".into(), ..ReportForm::default() }).is_empty());
    }
}
