//! Lines of a paragraph: where a line may end (UAX #14 with the strict Japanese rules, 禁則処理), and how it fills its width.

use crate::shape::{Glyph, Shaped, is_japanese};
use icu_segmenter::LineSegmenter;
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use std::ops::Range;

/// No gap between characters is stretched by more, in em: wider ones would read as spaces.
const MOST_STRETCH: f32 = 0.09;

/// A last line of less, in em, looks lost.
const SHORTEST_LAST: f32 = 2.4;
/// In narrower columns lines are what they are.
const WIDE: f32 = 30.0;

/// Signs whose right half is empty; at the end of a line that half may stand outside.
const CLOSING: &str = "、。，．」』）】〕］｝〉》";
/// Signs whose left half is empty; at the start of a line that half is taken away.
const OPENING: &str = "「『（【〔［｛〈《";

/// A line, ready to be placed.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Glyph>,
    /// In em, without white space at its end.
    pub(crate) width: f32,
    /// The last one of its paragraph.
    pub(crate) is_last: bool,
}

/// Breaks at `width` em; the first line has `indent` em less. Always at least one line, each at most as wide as asked
/// unless a single character is wider.
pub(crate) fn break_lines(shaped: &Shaped, width: f32, indent: f32) -> Vec<Line> {
    let ends = ends(&shaped.text);
    let lines = fill(shaped, &ends, width, indent);
    let is_well = |lines: &[Line]| lines.len() < 2 || lines.last().is_none_or(|last| last.width >= SHORTEST_LAST);
    if is_well(&lines) || width < WIDE {
        return lines;
    }
    // A little narrower: the last line gets company, the others are stretched.
    let narrower = [0.5, 1.0, 1.5, 2.0].map(|less| width - less);
    let tries = narrower.into_iter().map(|width| fill(shaped, &ends, width, indent));
    tries.into_iter().find(|other| other.len() == lines.len() && is_well(other)).unwrap_or(lines)
}

fn fill(shaped: &Shaped, ends: &[usize], width: f32, indent: f32) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    while start < shaped.text.len() {
        let room = if lines.is_empty() { width - indent } else { width };
        let end = next_end(shaped, ends, start, room);
        lines.push(line(shaped, start..end));
        start = end;
    }
    if lines.is_empty() {
        lines.push(Line { text: String::new(), glyphs: Vec::new(), width: 0.0, is_last: true });
    }
    if let Some(last) = lines.last_mut() {
        last.is_last = true;
    }
    lines
}

/// Stretches the gaps between Japanese characters so that the line is `width` em wide, if that takes little.
pub(crate) fn justify(line: &mut Line, width: f32) {
    let excess = width - line.width;
    if line.is_last || excess <= 0.0 {
        return;
    }
    let first = |glyph: &Glyph| line.text[glyph.range.clone()].chars().next().unwrap_or(' ');
    let stretches = |pair: &[Glyph]| {
        let (left, right) = (first(&pair[0]), first(&pair[1]));
        pair[0].range != pair[1].range && (is_japanese(left) && is_japanese(right) || left == ' ')
    };
    let gaps: Vec<usize> =
        (0..line.glyphs.len().saturating_sub(1)).filter(|at| stretches(&line.glyphs[*at..at + 2])).collect();
    let share = excess / gaps.len().max(1) as f32;
    if share <= MOST_STRETCH {
        gaps.into_iter().for_each(|at| line.glyphs[at].advance += share);
        line.width = width;
    }
}

/// The places where a line may end.
fn ends(text: &str) -> Vec<usize> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    LineSegmenter::new_for_non_complex_scripts(options).segment_str(text).filter(|end| *end > 0).collect()
}

fn next_end(shaped: &Shaped, ends: &[usize], start: usize, room: f32) -> usize {
    let after = ends.partition_point(|end| *end <= start);
    let mut best = None;
    for end in &ends[after..] {
        if line(shaped, start..*end).width > room {
            break;
        }
        best = Some(*end);
    }
    best.unwrap_or_else(|| in_the_middle(shaped, start, room))
}

/// The end of as many whole clusters as fit, at least one: for words longer than a line.
fn in_the_middle(shaped: &Shaped, start: usize, room: f32) -> usize {
    let (mut used, mut end) = (0.0, start);
    let inside = shaped.glyphs.iter().filter(|glyph| glyph.range.start >= start);
    for glyph in inside {
        used += glyph.advance;
        if used > room && end > start && glyph.range.start >= end {
            return end;
        }
        end = end.max(glyph.range.end);
    }
    if end > start { end } else { shaped.text.len() }
}

fn line(shaped: &Shaped, range: Range<usize>) -> Line {
    let text = &shaped.text[range.clone()];
    let first = shaped.glyphs.partition_point(|glyph| glyph.range.start < range.start);
    let last = shaped.glyphs.partition_point(|glyph| glyph.range.start < range.end);
    let moved = |glyph: &Glyph| Glyph {
        range: glyph.range.start - range.start..glyph.range.end.min(range.end) - range.start,
        ..glyph.clone()
    };
    let mut glyphs: Vec<Glyph> = shaped.glyphs[first..last].iter().map(moved).collect();
    pull_opening(text, &mut glyphs);
    let shown = text.trim_end_matches(' ').len();
    let inked = glyphs.iter().filter(|glyph| glyph.range.start < shown);
    let mut width: f32 = inked.map(|glyph| glyph.advance).sum();
    if let Some(end) = glyphs.iter().rfind(|glyph| glyph.range.start < shown)
        && end.advance > 0.9
        && text[end.range.clone()].chars().all(|c| CLOSING.contains(c))
    {
        width -= 0.5;
    }
    Line { text: text.to_string(), glyphs, width, is_last: false }
}

/// Takes away the empty half of an opening bracket at the start, so that the edge of the text is straight.
fn pull_opening(text: &str, glyphs: &mut [Glyph]) {
    if let Some(glyph) = glyphs.first_mut()
        && glyph.advance > 0.9
        && text.starts_with(|c| OPENING.contains(c))
    {
        glyph.advance -= 0.5;
        glyph.dx -= 0.5;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::{Fonts, Role};
    use crate::shape::Shaper;

    fn lines(text: &str, width: f32) -> Vec<Line> {
        let fonts = Fonts::of_the_system().expect("a Japanese font (fonts-noto-cjk)");
        break_lines(&Shaper::new(&fonts).shape(text, Role::Serif), width, 0.0)
    }

    fn texts(text: &str, width: f32) -> Vec<String> {
        lines(text, width).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn no_line_starts_with_what_must_not_start_one() {
        let text = "これは「調整」、すなわち（連絡）である。ソフトウェアのセキュリティーについて、ちょっと待った！";
        for width in 3..20 {
            for line in texts(text, width as f32) {
                let first = line.chars().next().expect("no line is empty");
                assert!(!"、。」）ーっょぁィェュ！".contains(first), "{line} at {width}");
                assert!(!line.ends_with(['「', '（']), "{line} at {width}");
            }
        }
    }

    #[test]
    fn nothing_is_lost_and_nothing_sticks_out() {
        let text = "The coordinator (調整機関) wrote https://noroshi.example/answer/0123456789abcdef0123456789abcdef "
            .repeat(3)
            + &"x".repeat(500);
        let lines = lines(&text, 20.0);
        assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<String>(), text);
        assert!(lines.iter().all(|line| line.width <= 20.0), "{:?}", lines.iter().map(|l| l.width).collect::<Vec<_>>());
    }

    #[test]
    fn justified_lines_are_as_wide_as_asked() {
        let mut lines = lines(&"情報セキュリティ早期警戒パートナーシップ、".repeat(8), 30.0);
        for line in &mut lines {
            justify(line, 30.0);
        }
        let last = lines.pop().expect("lines");
        assert!(last.width < 30.0 && lines.iter().all(|line| (line.width - 30.0).abs() < 0.01));
    }

    #[test]
    fn an_empty_text_is_one_empty_line() {
        assert_eq!(texts("", 10.0), [""]);
    }
}
