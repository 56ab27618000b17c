//! HTML that is already escaped, and plain text made into it.

use std::fmt;

use askama::filters::HtmlSafe;
use askama::{FastWritable, Values};

/// HTML that was made by a template or by this module, and is therefore written as it is.
///
/// There is no constructor from a string: what people wrote goes through a template or through [`prose`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// The HTML of a template.
    ///
    /// # Panics
    /// When the template cannot be rendered, which needs a broken `Display` inside it.
    #[must_use]
    pub fn of(template: &impl askama::Template) -> Self {
        Markup(template.render().expect("a template writes into a string"))
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// HTML written by this crate itself.
    pub(crate) fn trusted(html: impl Into<String>) -> Self {
        Markup(html.into())
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FastWritable for Markup {
    fn write_into(&self, out: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        Ok(out.write_str(&self.0)?)
    }
}

impl HtmlSafe for Markup {}

/// Plain text of a person as paragraphs: an empty line parts them, a line break stays one. Nothing becomes a link.
#[must_use]
pub fn prose(text: impl fmt::Display) -> Markup {
    let text = text.to_string();
    let mut html = String::with_capacity(text.len() + 32);
    write_paragraphs(&mut html, &text, escape_into).expect("a string takes all");
    Markup(html)
}

/// The same with bare `https://` and `http://` addresses as links. For texts that we stand for, such as advisories:
/// an address in a report may be the attack itself.
#[must_use]
pub const fn prose_linked(text: &str) -> Linked<'_> {
    Linked(text)
}

/// Plain text that is written as paragraphs with links; see [`prose_linked`].
#[derive(Clone, Copy, Debug)]
pub struct Linked<'a>(&'a str);

impl Linked<'_> {
    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Display for Linked<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_paragraphs(out, self.0, link_into)
    }
}

impl FastWritable for Linked<'_> {
    fn write_into(&self, out: &mut dyn fmt::Write, _: &dyn Values) -> askama::Result<()> {
        Ok(write_paragraphs(out, self.0, link_into)?)
    }
}

impl HtmlSafe for Linked<'_> {}

/// Text as it may stand in HTML and in attributes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    escape_into(&mut html, text).expect("a string takes all");
    html
}

fn write_paragraphs(
    out: &mut dyn fmt::Write,
    text: &str,
    write_line: fn(&mut dyn fmt::Write, &str) -> fmt::Result,
) -> fmt::Result {
    let mut open = false;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            if open {
                out.write_str("</p>")?;
            }
            open = false;
            continue;
        }
        out.write_str(if open { "<br>" } else { "<p>" })?;
        open = true;
        write_line(out, line)?;
    }
    if open { out.write_str("</p>") } else { Ok(()) }
}

fn link_into(out: &mut dyn fmt::Write, line: &str) -> fmt::Result {
    let mut rest = line;
    while let Some(start) = address_start(rest) {
        let (before, from) = rest.split_at(start);
        let (address, after) = from.split_at(address_length(from));
        escape_into(out, before)?;
        let address = escape(address);
        write!(out, r#"<a href="{address}" rel="noopener noreferrer nofollow">{address}</a>"#)?;
        rest = after;
    }
    escape_into(out, rest)
}

/// Where the next address with something behind its scheme begins.
fn address_start(text: &str) -> Option<usize> {
    // Most lines have none, and to see that one look is enough.
    if !text.contains("://") {
        return None;
    }
    let starts = ["https://", "http://"].into_iter().filter_map(|scheme| {
        text.match_indices(scheme).map(|(at, _)| at).find(|at| address_length(&text[*at..]) > scheme.len())
    });
    starts.min()
}

/// Addresses are ASCII; the punctuation that closes a sentence is not part of them.
fn address_length(text: &str) -> usize {
    let end = text.find(|c: char| !c.is_ascii_graphic() || "<>\"`{}|\\^".contains(c)).unwrap_or(text.len());
    text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'']).len()
}

/// Writes text as it may stand in HTML and in attributes.
pub(crate) fn escape_into(out: &mut dyn fmt::Write, text: &str) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
        out.write_str(&rest[..at])?;
        out.write_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    out.write_str(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_parts_paragraphs_and_a_break_stays() {
        assert_eq!(prose("一行目\n二行目\r\n\r\n\n次の段落").to_string(), "<p>一行目<br>二行目</p><p>次の段落</p>");
        assert_eq!(prose(" \n").to_string(), "");
    }

    #[test]
    fn what_people_write_is_never_html() {
        assert_eq!(
            prose("<img src=x onerror='a'>\"&").to_string(),
            "<p>&lt;img src=x onerror=&#39;a&#39;&gt;&quot;&amp;</p>"
        );
        assert_eq!(prose_linked("javascript:alert(1)").to_string(), "<p>javascript:alert(1)</p>");
    }

    #[test]
    fn addresses_in_reports_are_not_links() {
        assert!(!prose("https://attack.example/").to_string().contains("href"));
    }

    #[test]
    fn addresses_in_advisories_are_links_without_the_punctuation_behind() {
        assert_eq!(
            prose_linked("詳細は https://example.jp/a?b=1&c=2。").to_string(),
            "<p>詳細は <a href=\"https://example.jp/a?b=1&amp;c=2\" rel=\"noopener noreferrer nofollow\">\
             https://example.jp/a?b=1&amp;c=2</a>。</p>"
        );
        assert!(prose_linked("(see http://example.com/x).").to_string().contains(">http://example.com/x</a>)."));
        assert_eq!(prose_linked("https:// alone").to_string(), "<p>https:// alone</p>");
        assert!(prose_linked("https://a.example/\"onclick=").to_string().contains("</a>&quot;onclick="));
    }
}
