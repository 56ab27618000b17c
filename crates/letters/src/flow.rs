//! Strips onto pages.

use crate::sheet::{BOTTOM, Item, Strip, TOP};

/// Lays strips one below the other, from `top` on the first page.
pub(crate) fn paginate(strips: &[Strip], top: f32) -> Vec<Vec<Item>> {
    let mut pages = Pages { done: Vec::new(), page: Vec::new(), y: top, is_fresh: true };
    let mut rest = strips;
    while !rest.is_empty() {
        let (together, after) = rest.split_at(together(rest));
        pages.place_together(together);
        rest = after;
    }
    pages.done.push(pages.page);
    pages.done
}

/// How many strips from the first on must stay on one page.
fn together(strips: &[Strip]) -> usize {
    strips.iter().position(|strip| !strip.with_next).map_or(strips.len(), |last| last + 1)
}

struct Pages {
    done: Vec<Vec<Item>>,
    page: Vec<Item>,
    y: f32,
    /// Nothing has been laid on the page yet.
    is_fresh: bool,
}

impl Pages {
    fn place_together(&mut self, strips: &[Strip]) {
        let height: f32 = strips.iter().map(|strip| strip.before + strip.height).sum();
        let air = if self.is_fresh { strips[0].before } else { 0.0 };
        let fits_a_page = height - strips[0].before <= BOTTOM - TOP;
        if self.y + height - air > BOTTOM && fits_a_page {
            self.turn();
        }
        strips.iter().for_each(|strip| self.place(strip));
    }

    fn place(&mut self, strip: &Strip) {
        let needed = if self.is_fresh { strip.height } else { strip.before + strip.height };
        if self.y + needed > BOTTOM && !(self.is_fresh && self.y <= TOP) {
            self.turn();
        }
        if !self.is_fresh {
            self.y += strip.before;
        } else if let (Some(head), false) = (&strip.head, self.done.is_empty()) {
            // A repeated head is read once only.
            let again = head.items.iter().map(|item| Item { node: None, ..item.moved(self.y) });
            self.page.extend(again);
            self.y += head.height;
        }
        self.page.extend(strip.items.iter().map(|item| item.moved(self.y)));
        self.y += strip.height;
        self.is_fresh = false;
    }

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.page));
        self.y = TOP;
        self.is_fresh = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(height: f32, with_next: bool) -> Strip {
        Strip { height, with_next, items: vec![Item::fill(0.0, 0.0, 1.0, height, 0)], ..Strip::default() }
    }

    fn counts(strips: &[Strip]) -> Vec<usize> {
        paginate(strips, TOP).iter().map(Vec::len).collect()
    }

    #[test]
    fn strips_that_stay_together_turn_the_page_together() {
        let half = (BOTTOM - TOP) / 2.0;
        assert_eq!(counts(&[strip(half, false), strip(half - 1.0, false)]), [2]);
        assert_eq!(counts(&[strip(half, false), strip(10.0, true), strip(half - 1.0, false)]), [1, 2]);
    }

    #[test]
    fn what_is_longer_than_a_page_is_divided() {
        let all: Vec<Strip> = (0..100).map(|at| strip(20.0, at < 99)).collect();
        let pages = paginate(&all, TOP);
        assert_eq!(pages.iter().map(Vec::len).sum::<usize>(), 100);
        assert!(pages.len() > 1 && pages.iter().flatten().all(|item| item.y + 20.0 <= BOTTOM + 0.01));
    }

    #[test]
    fn the_head_of_a_table_is_repeated() {
        let head = std::rc::Rc::new(strip(20.0, false));
        let row = Strip { head: Some(head), ..strip(BOTTOM - TOP - 30.0, false) };
        assert_eq!(counts(&[row.clone(), row]), [1, 2]);
    }
}
