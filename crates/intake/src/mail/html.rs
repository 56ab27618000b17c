//! A body in HTML as plain text: lines where blocks end, entities as characters, nothing that runs or hides.

use mail_parser::decoders::html::add_html_token;

/// Elements whose content nobody reads.
const HIDDEN: [&str; 6] = ["script", "style", "head", "template", "title", "noscript"];

/// Elements that begin and end a line.
const BLOCKS: [&str; 22] = [
    "address",
    "blockquote",
    "body",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "html",
    "li",
    "ol",
    "p",
    "table",
    "tr",
    "ul",
];

/// The text of a page.
#[must_use]
pub fn to_text(html: &str) -> String {
    let mut text = Text::default();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        text.words(&rest[..at]);
        rest = &rest[at..];
        rest = if rest.starts_with('<') { tag(rest, &mut text) } else { entity(rest, &mut text) };
    }
    text.words(rest);
    text.written
}

#[derive(Default)]
struct Text {
    written: String,
    preformatted: bool,
}

impl Text {
    /// Words between tags: outside `pre`, any run of blanks and line ends is one space.
    fn words(&mut self, words: &str) {
        if self.preformatted {
            return self.written.push_str(words);
        }
        for c in words.chars() {
            if !matches!(c, ' ' | '\n' | '\r' | '\t') {
                self.written.push(c);
            } else if !self.written.ends_with([' ', '\n']) && !self.written.is_empty() {
                self.written.push(' ');
            }
        }
    }

    fn line(&mut self) {
        self.written.truncate(self.written.trim_end_matches(' ').len());
        self.written.push('\n');
    }
}

/// Reads one tag, comment or lone `<`, and returns what follows it.
fn tag<'h>(html: &'h str, text: &mut Text) -> &'h str {
    if let Some(comment) = html.strip_prefix("<!--") {
        return comment.split_once("-->").map_or("", |(_, after)| after);
    }
    let inner = &html[1..];
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')) {
        text.words("<");
        return inner;
    }
    let Some((inside, after)) = inner.split_once('>') else { return "" };
    let closes = inside.starts_with('/');
    let name: String = inside
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase();
    if HIDDEN.contains(&name.as_str()) && !closes && !inside.ends_with('/') {
        return skip_element(after, &name);
    }
    match name.as_str() {
        "pre" => {
            text.preformatted = !closes;
            text.line();
        }
        "td" | "th" if !closes => text.written.push_str("  "),
        "br" | "hr" => text.line(),
        name if BLOCKS.contains(&name) && !text.written.is_empty() && !text.written.ends_with('\n') => text.line(),
        _ => {}
    }
    after
}

/// What follows the end of a hidden element; nothing when it never ends.
fn skip_element<'h>(html: &'h str, name: &str) -> &'h str {
    let mut rest = html;
    while let Some((_, after)) = rest.split_once("</") {
        if after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return after.split_once('>').map_or("", |(_, after)| after);
        }
        rest = after;
    }
    ""
}

/// Reads one character reference or a lone `&`.
fn entity<'h>(html: &'h str, text: &mut Text) -> &'h str {
    let end = html.char_indices().take(34).find(|&(_, c)| c == ';').map(|(at, _)| at + 1);
    let Some(end) = end.filter(|&end| html[1..end - 1].chars().all(|c| c.is_ascii_alphanumeric() || c == '#')) else {
        text.written.push('&');
        return &html[1..];
    };
    if &html[..end] == "&nbsp;" {
        text.written.push(' ');
    } else {
        add_html_token(&mut text.written, &html.as_bytes()[..end], false);
    }
    &html[end..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_becomes_lines() {
        let html = "<html><head><title>x</title><style>p{}</style></head><body><!-- c --><p>1) 氏名：\n 焔</p>\
                    <div>2)&nbsp;所属：&lt;なし&gt; &amp; &#x706b;<br>次</div><script>alert(1)</script>\
                    <table><tr><td>電話</td><td>03</td></tr></table>";
        let lines: Vec<String> =
            to_text(html).lines().map(str::trim).filter(|l| !l.is_empty()).map(Into::into).collect();
        assert_eq!(lines, ["1) 氏名： 焔", "2) 所属：<なし> & 火", "次", "電話  03"]);
    }

    #[test]
    fn broken_pages_do_no_harm() {
        for html in
            ["<", "<a", "a < b && c", "<script>never ends", "<!-- never", "&#99999999;", "&;", "</", "<pre>a\n b"]
        {
            let _ = to_text(html);
        }
        assert_eq!(to_text("a < b && c"), "a < b && c");
        assert_eq!(to_text("<pre>a\n b</pre>").trim(), "a\n b");
    }
}
