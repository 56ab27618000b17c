//! What somebody wrote in an answer, without the mail that it quotes at its end.

/// Longest line of the words that introduce a quotation.
const LONGEST_INTRODUCTION: usize = 200;

/// The text without the quotation that ends it, and without the line that introduces that quotation.
///
/// Only lines that are marked as quoted go, and only from the end: answers between quoted lines stay with what they
/// answer. A text of nothing but quotations stays as it is.
#[must_use]
pub fn own_words(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let is_blank = |line: &&str| line.trim().is_empty();
    let trailing = lines.iter().rev().take_while(|line| is_blank(line) || is_quoted(line)).count();
    let mut end = lines.len() - trailing;
    if !lines[end..].iter().any(|line| is_quoted(line)) {
        return text.trim_end().to_owned();
    }
    for _ in 0..2 {
        // An introduction may be folded into two lines: "On … Noroshi <…>" and "wrote:".
        let Some(last) = end.checked_sub(1).filter(|last| introduces(&lines[..=*last])) else { break };
        end = last;
    }
    while end > 0 && is_blank(&lines[end - 1]) {
        end -= 1;
    }
    if lines[..end].iter().all(is_blank) {
        return text.trim_end().to_owned();
    }
    lines[..end].join("\n")
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with(['>', '＞'])
}

/// Whether the last of these lines introduces a quotation.
fn introduces(lines: &[&str]) -> bool {
    let Some(line) = lines.last().map(|line| line.trim()) else { return false };
    if line.is_empty() || line.chars().count() > LONGEST_INTRODUCTION {
        return false;
    }
    let ends = line.ends_with([':', '：']);
    let says = ["wrote", "writes", "書きました", "のメール", "送信", "schrieb", "a écrit"]
        .iter()
        .any(|word| line.contains(word));
    // The first line of a folded introduction: a day and an address.
    let opens = line.starts_with("On ") && line.contains('<') || line.contains('@') && line.contains(char::is_numeric);
    ends && (says || line.contains('@')) || !ends && opens && line.contains('<')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_at_the_end_goes_with_its_introduction() {
        for introduction in [
            "On Sat, 21 Nov 2026 at 10:00, Noroshi <desk@noroshi.example> wrote:",
            "On Sat, 21 Nov 2026 at 10:00, Noroshi <desk@noroshi.example>\nwrote:",
            "2026年11月21日(土) 10:00 受付窓口 <desk@noroshi.example>:",
            "受付窓口さんは書きました：",
        ] {
            let text = format!("版は 3.2 です。\n\n{introduction}\n> VR#12345678\n>\n> https://noroshi.example/\n\n");
            assert_eq!(own_words(&text), "版は 3.2 です。", "{introduction}");
        }
    }

    #[test]
    fn answers_between_quoted_lines_stay_with_them() {
        let text = "> Which version?\n3.2\n> Since when?\nAlways.\n> -- \n> Desk\n";
        assert_eq!(own_words(text), "> Which version?\n3.2\n> Since when?\nAlways.");
        let bottom = "> Which version?\n\n3.2";
        assert_eq!(own_words(bottom), bottom);
    }

    #[test]
    fn nothing_else_goes() {
        for text in ["Steps:\n1. open <b>\n", "see:\nhttps://a.example/", "> only quoted\n> lines", "", "a > b"] {
            assert_eq!(own_words(text), text.trim_end());
        }
        let with_colon = "Two things you asked for:\n\n> Which version?";
        assert_eq!(own_words(with_colon), "Two things you asked for:");
    }
}
