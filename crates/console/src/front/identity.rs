//! Free text can carry identity (decision 12): tells a finder, before anything is sent, where its own name or address
//! stands in what will be passed on. It helps a look; it does not replace one.

use rulebook::report::form::ReportForm;

/// Shorter names are found everywhere.
const SHORTEST: usize = 3;
/// Folders of machines that are named after people.
const HOMES: [&str; 3] = ["/home/", "/users/", "\\users\\"];

/// What in a text identifies its finder, as it stands there or in the form.
pub(super) fn found_in(text: &str, form: &ReportForm) -> Vec<String> {
    let own = [&form.finder_name, &form.affiliation, &form.email, &form.phone, &form.credit_name];
    let squeezed = squeeze(text);
    let mut found: Vec<String> = own
        .into_iter()
        .map(|one| one.trim())
        .filter(|one| squeeze(one).chars().count() >= SHORTEST && squeezed.contains(&squeeze(one)))
        .map(str::to_owned)
        .collect();
    found.extend(home(text));
    found.dedup();
    found
}

/// Without blanks and hyphens, small and narrow: names and numbers are written in many ways.
fn squeeze(text: &str) -> String {
    let narrow = text.chars().map(|c| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        other => other,
    });
    narrow.filter(|c| !c.is_whitespace() && *c != '-').flat_map(char::to_lowercase).collect()
}

/// A home folder, which often carries its owner's name.
fn home(text: &str) -> Option<String> {
    let small = text.to_ascii_lowercase();
    HOMES.iter().find_map(|mark| {
        let start = small.find(mark)?;
        let name: String = text[start + mark.len()..].chars().take_while(|c| is_name(*c)).take(32).collect();
        (!name.is_empty()).then(|| format!("{}{name}", &text[start..start + mark.len()]))
    })
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || ".-_".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finder_is_found_however_it_is_written() {
        let form = ReportForm {
            finder_name: "篝 火ノ子".into(),
            email: "kagari@finder.example".into(),
            phone: "03-0000-1234".into(),
            ..ReportForm::default()
        };
        assert_eq!(found_in("篝火ノ子が０３００００１２３４で確認", &form), ["篝 火ノ子", "03-0000-1234"]);
        assert_eq!(found_in("KAGARI@finder.example", &form), ["kagari@finder.example"]);
        assert_eq!(found_in("cd /home/kagari/test.sh", &form), ["/home/kagari"]);
        assert_eq!(found_in("C:\\Users\\火ノ子\\a", &form), ["\\Users\\火ノ子"]);
        assert!(found_in("検索欄に入れて送ります。", &form).is_empty());
        assert!(found_in("なし", &ReportForm { affiliation: "なし".into(), ..ReportForm::default() }).is_empty());
    }
}
