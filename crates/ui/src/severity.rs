//! How bad a vulnerability is, by the qualitative scale of CVSS (v3.1 section 5, v4.0 section 6), with JVN's Japanese words.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::given::Given;
use crate::markup::Markup;
use crate::page::Frame;
use crate::text::Lang;

/// A step of the qualitative scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 0.0
    None,
    /// 0.1 to 3.9
    Low,
    /// 4.0 to 6.9
    Medium,
    /// 7.0 to 8.9
    High,
    /// 9.0 to 10.0
    Critical,
}

impl Level {
    /// The step of a base score, in tenths: 98 for 9.8.
    #[must_use]
    pub const fn of_tenths(tenths: u8) -> Self {
        match tenths {
            0 => Level::None,
            1..=39 => Level::Low,
            40..=69 => Level::Medium,
            70..=89 => Level::High,
            _ => Level::Critical,
        }
    }

    /// The name as in CSS classes and in the keys `severity-…`.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Level::None => "none",
            Level::Low => "low",
            Level::Medium => "medium",
            Level::High => "high",
            Level::Critical => "critical",
        }
    }

    /// The word.
    #[must_use]
    pub fn word(self, lang: Lang) -> std::borrow::Cow<'static, str> {
        lang.t(format!("severity-{}", self.class()))
    }

    /// Four bars, as many of them filled as the level is high.
    fn bars(self) -> Markup {
        let filled = self as usize;
        let bars: String = (0..4)
            .map(|at| {
                let (x, height) = (1 + at * 6, 7 + at * 5);
                let fill = if at < filled { "currentColor" } else { "none" };
                let y = 23 - height;
                format!(r#"<rect x="{x}" y="{y}" width="4" height="{height}" fill="{fill}" stroke="currentColor" stroke-width="1.5"/>"#)
            })
            .collect();
        Markup::trusted(format!(
            r#"<svg class="icon severity-bars" viewBox="0 0 24 24" width="16" height="16" aria-hidden="true" focusable="false">{bars}</svg>"#
        ))
    }
}

/// A severity: bars, score and word; see [`severity`].
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<span class="severity severity-{{ level.class() }}">{{ level.bars() }} <span class="severity-score">{{ score }}</span> {{ level.word(*lang) }}</span>"#,
    ext = "html"
)]
pub struct Severity {
    lang: Lang,
    level: Level,
    score: String,
}

impl HtmlSafe for Severity {}

/// A severity by its base score in tenths: 98 for 9.8.
#[must_use]
pub fn severity(frame: &Frame, tenths: impl Given<u8>) -> Severity {
    let tenths = tenths.given();
    Severity { lang: frame.lang, level: Level::of_tenths(tenths), score: format!("{}.{}", tenths / 10, tenths % 10) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_change_where_the_standard_says() {
        let levels = [(0, Level::None), (1, Level::Low), (39, Level::Low), (40, Level::Medium), (69, Level::Medium)];
        let high = [(70, Level::High), (89, Level::High), (90, Level::Critical), (100, Level::Critical)];
        for (tenths, level) in levels.into_iter().chain(high) {
            assert_eq!(Level::of_tenths(tenths), level, "{tenths}");
        }
    }

    #[test]
    fn a_severity_says_its_word_and_score() {
        let shown = severity(&crate::gallery::frame(Lang::Ja), 98).to_string();
        assert!(shown.contains("9.8") && shown.contains("緊急"), "{shown}");
        assert_eq!(shown.matches("fill=\"none\"").count(), 0);
    }
}
