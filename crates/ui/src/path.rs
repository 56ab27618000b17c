//! The stages of a procedure as a path: how far it is, how long each stage took and usually takes, and what is waited
//! for now.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use jiff::civil::Date;

use crate::dates::days_between;
use crate::icon::{Mark, Picture};
use crate::markup::Markup;
use crate::page::Frame;
use crate::text::Lang;

/// How a stage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Done,
    Now,
    ToCome,
}

#[derive(Clone, Debug)]
struct Point {
    standing: Standing,
    name: String,
    usual: String,
    on: Option<Markup>,
    took: String,
}

/// Stages as a path; see [`stage_path`].
#[derive(Clone, Debug, Template)]
#[template(path = "components/path.html")]
pub struct StagePath {
    lang: Lang,
    frame: Frame,
    points: Vec<Point>,
    waiting: String,
    last: Option<Date>,
}

impl HtmlSafe for StagePath {}

/// Stages as a path, in the order in which they are added.
#[must_use]
pub fn stage_path(frame: &Frame) -> StagePath {
    StagePath { lang: frame.lang, frame: frame.clone(), points: Vec::new(), waiting: String::new(), last: None }
}

impl StagePath {
    /// What is waited for, in a sentence, with the day that it is since a day if that is known.
    #[must_use]
    pub fn waiting(mut self, sentence: impl fmt::Display, since: Option<Date>) -> Self {
        self.waiting = match since.and_then(|since| count(since, self.frame.today)) {
            Some(days) => self.lang.t2("common-path-waiting", "what", sentence.to_string(), "day", days + 1),
            None => sentence.to_string(),
        };
        self
    }

    /// A stage that is reached, on a day if the reader may know it; `usual` is how long it takes by rule.
    #[must_use]
    pub fn done(mut self, name: impl fmt::Display, usual: impl fmt::Display, on: Option<Date>) -> Self {
        let took = on.and_then(|on| count(self.last?, on));
        let took = took.map_or_else(String::new, |days| self.lang.t1("common-path-took", "days", days));
        let day = on.map(|on| self.frame.day(on));
        self.last = on.or(self.last);
        self.add(Standing::Done, name, usual, day, took)
    }

    /// The stage that is waited for.
    #[must_use]
    pub fn current(self, name: impl fmt::Display, usual: impl fmt::Display) -> Self {
        let so_far = self.last.and_then(|last| count(last, self.frame.today));
        let so_far = so_far.map_or_else(String::new, |days| self.lang.t1("common-path-so-far", "days", days));
        self.add(Standing::Now, name, usual, None, so_far)
    }

    /// A stage that comes later, on a day if one is set.
    #[must_use]
    pub fn to_come(self, name: impl fmt::Display, usual: impl fmt::Display) -> Self {
        self.add(Standing::ToCome, name, usual, None, String::new())
    }

    fn add(
        mut self,
        standing: Standing,
        name: impl fmt::Display,
        usual: impl fmt::Display,
        on: Option<Markup>,
        took: String,
    ) -> Self {
        self.points.push(Point { standing, name: name.to_string(), usual: usual.to_string(), on, took });
        self
    }
}

/// Days from one day to another that is not before it.
fn count(from: Date, to: Date) -> Option<i32> {
    Some(days_between(from, to)).filter(|days| *days >= 0)
}

impl Point {
    fn class(&self) -> &'static str {
        match self.standing {
            Standing::Done => "path-done",
            Standing::Now => "path-current",
            Standing::ToCome => "path-to-come",
        }
    }

    fn icon(&self) -> Picture {
        match self.standing {
            Standing::Done => Mark::Done.icon(),
            Standing::Now => Mark::Active.icon(),
            Standing::ToCome => Mark::Waiting.icon(),
        }
    }

    const fn is_now(&self) -> bool {
        matches!(self.standing, Standing::Now)
    }

    const fn is_done(&self) -> bool {
        matches!(self.standing, Standing::Done)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::gallery;

    #[test]
    fn a_path_says_how_long_each_stage_took_and_what_is_waited_for() {
        let mut frame = gallery::frame(Lang::Ja);
        frame.today = date(2026, 11, 23);
        let path = stage_path(&frame)
            .waiting("製品開発者の返事を待っています", Some(date(2026, 11, 21)))
            .done("受理", "速やかに", Some(date(2026, 11, 18)))
            .done("<b>連絡</b>", "速やかに", Some(date(2026, 11, 21)))
            .current("検証", "定めなし")
            .to_come("公表", "起算日から45日");
        let html = path.to_string();
        assert!(html.contains("3日目"), "the first day counts: {html}");
        assert!(html.contains("&#60;b&#62;") || html.contains("&lt;b&gt;"), "{html}");
        assert_eq!(html.matches("aria-current=\"step\"").count(), 1);
        assert!(html.contains("3日") && html.contains("2日"), "{html}");
    }

    #[test]
    fn a_day_that_the_reader_may_not_know_is_left_out() {
        let frame = gallery::frame(Lang::En);
        let html = stage_path(&frame).done("Accepted", "promptly", None).current("Next", "").to_string();
        assert!(!html.contains("<time"), "{html}");
    }
}
