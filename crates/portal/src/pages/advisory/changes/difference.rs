//! Two texts in one: what both have, what is gone, what is new. Japanese is compared by characters, Latin writing by words.

/// Steps that a comparison may take; beyond them the piece that differs is given as gone and new as a whole.
const STEPS_MAX: usize = 1_000_000;
/// What both have between two changes is worth to be shown as such from so many characters on.
const KEPT_MIN: usize = 3;
/// Characters around a change that are shown; a longer stretch of what both have is cut in its middle.
const AROUND: usize = 80;

/// A piece of the two texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Both have it.
    Kept(String),
    /// Both have something here that is not shown.
    Cut,
    /// Only the older one has it.
    Gone(String),
    /// Only the newer one has it.
    New(String),
}

/// What became of the older text.
pub(super) fn difference(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (words(before), words(after));
    let start = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let most = old.len().min(new.len()) - start;
    let end = old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(a, b)| a == b).count();
    let mut pieces = Pieces::default();
    old[..start].iter().for_each(|word| pieces.put(Kind::Kept, word));
    middle(&old[start..old.len() - end], &new[start..new.len() - end], &mut pieces);
    old[old.len() - end..].iter().for_each(|word| pieces.put(Kind::Kept, word));
    pieces.finish()
}

/// Runs of Latin letters and digits, everything else character by character.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(run.max(first.len_utf8()));
        words.push(word);
        rest = behind;
    }
    words
}

/// The longest common subsequence, by the table of the lengths of what is left.
fn middle(old: &[&str], new: &[&str], pieces: &mut Pieces) {
    let wide = new.len() + 1;
    if (old.len() + 1).saturating_mul(wide) > STEPS_MAX {
        old.iter().for_each(|word| pieces.put(Kind::Gone, word));
        new.iter().for_each(|word| pieces.put(Kind::New, word));
        return;
    }
    let mut left = vec![0_u32; (old.len() + 1) * wide];
    for (i, a) in old.iter().enumerate().rev() {
        for (j, b) in new.iter().enumerate().rev() {
            let at = i * wide + j;
            left[at] = if a == b { left[at + wide + 1] + 1 } else { left[at + wide].max(left[at + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        let at = i * wide + j;
        if i < old.len() && j < new.len() && old[i] == new[j] {
            pieces.put(Kind::Kept, old[i]);
            (i, j) = (i + 1, j + 1);
        } else if j == new.len() || (i < old.len() && left[at + wide] >= left[at + 1]) {
            pieces.put(Kind::Gone, old[i]);
            i += 1;
        } else {
            pieces.put(Kind::New, new[j]);
            j += 1;
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Kept,
    Gone,
    New,
}

/// A stretch: what both have, then what is gone and what is new behind it.
#[derive(Default)]
struct Stretch {
    kept: String,
    gone: String,
    new: String,
}

/// Pieces while they grow.
#[derive(Default)]
struct Pieces(Vec<Stretch>);

impl Pieces {
    fn put(&mut self, kind: Kind, word: &str) {
        let is_behind = self.0.last().is_none_or(|last| !(last.gone.is_empty() && last.new.is_empty()));
        if self.0.is_empty() || (kind == Kind::Kept && is_behind) {
            self.0.push(Stretch::default());
        }
        let Some(last) = self.0.last_mut() else { return };
        match kind {
            Kind::Kept => last.kept.push_str(word),
            Kind::Gone => last.gone.push_str(word),
            Kind::New => last.new.push_str(word),
        }
    }

    /// A letter that two words share by chance is no reason to cut them into pieces.
    fn finish(self) -> Vec<Piece> {
        let mut joined: Vec<Stretch> = Vec::new();
        for stretch in self.0 {
            let is_last = stretch.gone.is_empty() && stretch.new.is_empty();
            let is_short = stretch.kept.chars().count() < KEPT_MIN && !stretch.kept.contains('\n');
            match joined.last_mut().filter(|_| is_short && !is_last) {
                Some(last) => {
                    last.gone += &(stretch.kept.clone() + &stretch.gone);
                    last.new += &(stretch.kept + &stretch.new);
                }
                None => joined.push(stretch),
            }
        }
        let mut pieces = Vec::new();
        let count = joined.len();
        for (at, Stretch { kept, gone, new }) in joined.into_iter().enumerate() {
            let is_last = at + 1 == count && gone.is_empty() && new.is_empty();
            shown(&kept, at > 0, !is_last, &mut pieces);
            pieces.extend((!gone.is_empty()).then_some(Piece::Gone(gone)));
            pieces.extend((!new.is_empty()).then_some(Piece::New(new)));
        }
        pieces
    }
}

/// What both have, as far as it stands near a change.
fn shown(kept: &str, behind_a_change: bool, before_a_change: bool, pieces: &mut Vec<Piece>) {
    let (first, last) = (if behind_a_change { AROUND } else { 0 }, if before_a_change { AROUND } else { 0 });
    let length = kept.chars().count();
    if length <= first + last + AROUND / 2 {
        pieces.extend((!kept.is_empty()).then(|| Piece::Kept(kept.to_owned())));
        return;
    }
    let place = |count: usize| kept.char_indices().nth(count).map_or(kept.len(), |(at, _)| at);
    let (head, tail) = (&kept[..place(first)], &kept[place(length - last)..]);
    pieces.extend((!head.is_empty()).then(|| Piece::Kept(head.to_owned())));
    pieces.push(Piece::Cut);
    pieces.extend((!tail.is_empty()).then(|| Piece::Kept(tail.to_owned())));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Piece {
        Piece::Kept(text.to_owned())
    }

    fn gone(text: &str) -> Piece {
        Piece::Gone(text.to_owned())
    }

    fn new(text: &str) -> Piece {
        Piece::New(text.to_owned())
    }

    #[test]
    fn words_and_characters_are_compared() {
        let english = difference("Update to 2.3.1 today.", "Update to 2.3.2 today.");
        assert_eq!(english, [kept("Update to 2.3."), gone("1"), new("2"), kept(" today.")]);
        let japanese = difference("対策版を準備中です。", "対策版を公開しました。");
        assert_eq!(japanese, [kept("対策版を"), gone("準備中です"), new("公開しました"), kept("。")]);
        assert_eq!(difference("", "あ"), [new("あ")]);
        assert_eq!(difference("あ", ""), [gone("あ")]);
        assert_eq!(difference("一\n三", "一\n二\n三"), [kept("一\n"), new("二\n"), kept("三")]);
    }

    #[test]
    fn a_chance_letter_does_not_part_words() {
        let pieces = difference("甲の一乙", "丙の二乙");
        assert_eq!(pieces, [gone("甲の一"), new("丙の二"), kept("乙")]);
    }

    #[test]
    fn what_stands_far_from_a_change_is_left_out() {
        let long = "あ".repeat(1_000);
        let pieces = difference(&format!("{long}い{long}"), &format!("{long}う{long}"));
        let around = "あ".repeat(AROUND);
        assert_eq!(pieces, [Piece::Cut, kept(&around), gone("い"), new("う"), kept(&around), Piece::Cut]);
    }

    /// Both texts can be read off again, however much is compared.
    #[test]
    fn nothing_is_lost() {
        let texts =
            ["", "a b c", "c b a", "脆弱性があります。\n更新してください。", "脆弱性が あった。\n更新した。更新して。"];
        let large = ["x ".repeat(3_000), "y ".repeat(3_000)];
        for before in texts.iter().copied().chain(large.iter().map(String::as_str)) {
            for after in texts.iter().copied().chain(large.iter().map(String::as_str)) {
                let pieces = difference(before, after);
                if pieces.contains(&Piece::Cut) {
                    continue;
                }
                let side = |of: fn(&Piece) -> Option<&str>| pieces.iter().filter_map(of).collect::<String>();
                let old = side(|piece| match piece {
                    Piece::Kept(text) | Piece::Gone(text) => Some(text),
                    _ => None,
                });
                let new = side(|piece| match piece {
                    Piece::Kept(text) | Piece::New(text) => Some(text),
                    _ => None,
                });
                assert_eq!((old.as_str(), new.as_str()), (before, after));
            }
        }
    }
}
