//! From characters to glyphs: which face draws a character, how wide it is, and the small corrections that Japanese
//! typesetting asks for (punctuation that meets punctuation, Latin letters amid kana).

use crate::fonts::{Fonts, Role};
use rustybuzz::ttf_parser::{GlyphId, Tag};
use rustybuzz::{Direction, Feature, Script, ShapePlan, UnicodeBuffer};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// Air between Japanese and Latin, in em. Less than the customary quarter: from a tenth on, programs that read a PDF take a
/// gap for a space, and words could not be found any more.
const GAP: f32 = 0.09;

/// 〓 (下駄): printers' mark for a character that is not at hand.
const GETA: char = '〓';

/// One glyph; lengths in em.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    pub(crate) face: usize,
    pub(crate) id: u32,
    /// The bytes of the text that it stands for.
    pub(crate) range: Range<usize>,
    pub(crate) advance: f32,
    pub(crate) dx: f32,
    pub(crate) dy: f32,
}

/// A text in glyphs, in reading order from left to right.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shaped {
    /// What is drawn: cleaned, with 〓 for what no face has.
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Glyph>,
}

/// Shapes texts with the faces that were found.
pub(crate) struct Shaper<'a> {
    fonts: &'a Fonts,
    faces: Vec<Option<rustybuzz::Face<'a>>>,
    /// What to do in a face for a script: most of the work of shaping a short text.
    plans: HashMap<(usize, Script), ShapePlan>,
    /// Characters that had to be replaced.
    pub(crate) missing: BTreeSet<char>,
}

impl<'a> Shaper<'a> {
    pub(crate) fn new(fonts: &'a Fonts) -> Shaper<'a> {
        let open = |face: &'a crate::fonts::Face| rustybuzz::Face::from_slice(&face.data, face.index);
        let faces = fonts.faces().iter().map(open).collect();
        Shaper { fonts, faces, plans: HashMap::new(), missing: BTreeSet::new() }
    }

    /// Shapes one line or paragraph. Line ends count as spaces: split before.
    pub(crate) fn shape(&mut self, text: &str, role: Role) -> Shaped {
        let chain = self.fonts.chain(role);
        let mut shaped = Shaped::default();
        let mut runs: Vec<(usize, bool, Range<usize>)> = Vec::new();
        for character in clean(text) {
            let joined = joins(character).then(|| runs.last().map(|run| (character, run.0))).flatten();
            let Some((character, face)) = joined.or_else(|| self.face_for(character, &chain)) else { continue };
            let start = shaped.text.len();
            shaped.text.push(character);
            let japanese = is_japanese(character) || (joined.is_some() && runs.last().is_some_and(|run| run.1));
            match runs.last_mut() {
                Some(run) if (run.0, run.1) == (face, japanese) => run.2.end = shaped.text.len(),
                _ => runs.push((face, japanese, start..shaped.text.len())),
            }
        }
        for (face, japanese, range) in runs {
            self.shape_run(&mut shaped, face, japanese, range);
        }
        add_gaps(&mut shaped);
        shaped
    }

    /// The character that is drawn, and the face that has it.
    fn face_for(&mut self, character: char, chain: &[usize]) -> Option<(char, usize)> {
        let has = |character: char| chain.iter().copied().find(|place| self.has(*place, character));
        let found = if is_private(character) { None } else { has(character) };
        if let Some(face) = found {
            return Some((character, face));
        }
        let stand_in = [GETA, '?'].into_iter().find_map(|stand_in| Some((stand_in, has(stand_in)?)));
        // A selector or joiner that stands alone is nothing to be seen.
        if joins(character) {
            return None;
        }
        self.missing.insert(character);
        stand_in
    }

    fn has(&self, place: usize, character: char) -> bool {
        let face = self.faces.get(place).and_then(Option::as_ref);
        face.and_then(|face| face.glyph_index(character)).is_some_and(|glyph| glyph != GlyphId(0))
    }

    fn shape_run(&mut self, shaped: &mut Shaped, place: usize, japanese: bool, range: Range<usize>) {
        let Some(face) = &self.faces[place] else { return };
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&shaped.text[range.clone()]);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        if japanese {
            buffer.set_script(rustybuzz::script::HIRAGANA);
        }
        let script = buffer.script();
        let plan = self.plans.entry((place, script)).or_insert_with(|| plan(face, script));
        let output = rustybuzz::shape_with_plan(face, plan, buffer);
        let em = face.units_per_em() as f32;
        let (infos, positions) = (output.glyph_infos(), output.glyph_positions());
        for (at, (info, position)) in infos.iter().zip(positions).enumerate() {
            let next = infos[at..].iter().map(|other| other.cluster).find(|cluster| *cluster != info.cluster);
            let end = next.map_or(range.end, |cluster| range.start + cluster as usize);
            // A cluster that the faces of a selector lack (no such variant) draws nothing.
            if info.glyph_id == 0 {
                continue;
            }
            shaped.glyphs.push(Glyph {
                face: place,
                id: info.glyph_id,
                range: range.start + info.cluster as usize..end,
                advance: position.x_advance as f32 / em,
                dx: position.x_offset as f32 / em,
                dy: position.y_offset as f32 / em,
            });
        }
    }
}

fn plan(face: &rustybuzz::Face, script: Script) -> ShapePlan {
    // Contextual half-width spacing: 。」 and the like take one place and a half instead of two.
    let features = [Feature::new(Tag::from_bytes(b"chws"), 1, ..)];
    ShapePlan::new(face, Direction::LeftToRight, Some(script), None, &features)
}

/// Without what steers devices or turns the direction of reading around, and with one kind of space.
fn clean(text: &str) -> impl Iterator<Item = char> {
    let is_hidden = |c: char| {
        matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E007F}')
    };
    let spaced = text.chars().map(|c| if c.is_whitespace() && c != '\u{3000}' { ' ' } else { c });
    spaced.filter(move |c| !c.is_control() && !is_hidden(*c))
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Belongs to the character before it: variation selectors, joiners, combining marks.
fn joins(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{3099}' | '\u{309A}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{E0100}'..='\u{E01EF}')
}

/// Kanji, kana, and the full-width signs that go with them.
pub(crate) fn is_japanese(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFF}')
}

/// A kanji or kana, not a sign: only these keep a distance from Latin letters.
fn is_letter(c: char) -> bool {
    is_japanese(c) && c.is_alphanumeric() && !matches!(c, '\u{FF00}'..='\u{FFE6}')
}

fn add_gaps(shaped: &mut Shaped) {
    let first = |range: &Range<usize>| shaped.text[range.clone()].chars().next();
    let is_latin = |c: char| !is_japanese(c) && c.is_alphanumeric();
    let mut gaps = Vec::new();
    for (at, pair) in shaped.glyphs.windows(2).enumerate() {
        let (Some(left), Some(right)) = (first(&pair[0].range), first(&pair[1].range)) else { continue };
        if (is_letter(left) && is_latin(right)) || (is_latin(left) && is_letter(right)) {
            gaps.push(at);
        }
    }
    for at in gaps {
        shaped.glyphs[at].advance += GAP;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(text: &str) -> (Shaped, BTreeSet<char>) {
        let fonts = Fonts::of_the_system().expect("a Japanese font (fonts-noto-cjk)");
        let mut shaper = Shaper::new(&fonts);
        let shaped = shaper.shape(text, Role::Serif);
        (shaped, shaper.missing)
    }

    #[test]
    fn every_byte_belongs_to_a_glyph_in_order() {
        let (shaped, _) = shaped("脆弱性 CVE-2026-1234 を「確認」。葛󠄀が");
        let mut end = 0;
        for glyph in &shaped.glyphs {
            assert!(glyph.range.start <= end && glyph.range.end >= end, "{:?} after {end}", glyph.range);
            end = glyph.range.end;
        }
        assert_eq!(end, shaped.text.len());
    }

    #[test]
    fn what_no_font_has_is_a_geta_and_is_told() {
        let (shaped, missing) = shaped("外字\u{E000}と🦀");
        assert_eq!(shaped.text, "外字〓と〓");
        assert_eq!(missing.into_iter().collect::<Vec<_>>(), ['\u{E000}', '🦀']);
    }

    #[test]
    fn control_characters_and_turns_of_direction_vanish() {
        assert_eq!(shaped("a\u{0}b\u{202E}c\tｄ\u{FEFF}").0.text, "abc ｄ");
    }
}
