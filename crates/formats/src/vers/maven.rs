//! Maven's order (`ComparableVersion`): dots separate, hyphens and changes between digits and letters nest.

use super::order::{is_number, numbers};
use std::cmp::Ordering;

#[derive(Debug)]
enum Item {
    Number(String),
    Word(String),
    List(Vec<Item>),
}

use Item::{List, Number, Word};

/// Maven.
pub(super) fn order(a: &str, b: &str) -> Ordering {
    lists(&read(a), &read(b))
}

/// The open lists, the innermost last.
struct Reader {
    open: Vec<Vec<Item>>,
}

impl Reader {
    fn add(&mut self, item: Item) {
        if let Some(list) = self.open.last_mut() {
            list.push(item);
        }
    }

    /// Closes every list into the one around it, without what says nothing at its end.
    fn finish(mut self) -> Vec<Item> {
        loop {
            let Some(mut list) = self.open.pop() else { return Vec::new() };
            trim(&mut list);
            match self.open.last_mut() {
                Some(outer) => outer.push(List(list)),
                None => return list,
            }
        }
    }
}

/// Takes zeros, empty words and empty lists off the end, up to the last item that says something; lists are passed by.
fn trim(list: &mut Vec<Item>) {
    for index in (0..list.len()).rev() {
        if is_null(&list[index]) {
            list.remove(index);
        } else if !matches!(list[index], List(_)) {
            break;
        }
    }
}

fn is_null(item: &Item) -> bool {
    match item {
        Number(number) => numbers(number, "0").is_eq(),
        Word(word) => word.is_empty(),
        List(list) => list.is_empty(),
    }
}

fn read(text: &str) -> Vec<Item> {
    let text = text.to_lowercase();
    let mut reader = Reader { open: vec![Vec::new()] };
    let mut start = 0;
    let mut digits = false;
    for (index, c) in text.char_indices() {
        let seen = &text[start..index];
        match c {
            '.' | '-' => {
                reader.add(if seen.is_empty() { Number("0".into()) } else { item(seen, false) });
                start = index + 1;
                if c == '-' {
                    reader.open.push(Vec::new());
                }
            }
            c => {
                if !seen.is_empty() && c.is_ascii_digit() != digits {
                    reader.add(item(seen, c.is_ascii_digit()));
                    start = index;
                    reader.open.push(Vec::new());
                }
                digits = c.is_ascii_digit();
            }
        }
    }
    if start < text.len() {
        reader.add(item(&text[start..], false));
    }
    reader.finish()
}

/// A number or a word; `a`, `b` and `m` before a number are short for their words.
fn item(text: &str, before_number: bool) -> Item {
    if is_number(text) {
        return Number(text.to_owned());
    }
    let word = match text {
        "a" if before_number => "alpha",
        "b" if before_number => "beta",
        "m" if before_number => "milestone",
        "ga" | "final" | "release" => "",
        "cr" => "rc",
        other => other,
    };
    Word(word.to_owned())
}

/// The known words in their order; every other one stands behind them.
fn rank(word: &str) -> (usize, &str) {
    const WORDS: [&str; 7] = ["alpha", "beta", "milestone", "rc", "snapshot", "", "sp"];
    WORDS.iter().position(|known| *known == word).map_or((WORDS.len(), word), |rank| (rank, ""))
}

fn lists(a: &[Item], b: &[Item]) -> Ordering {
    let pair = |index| match (a.get(index), b.get(index)) {
        (Some(a), Some(b)) => items(a, b),
        (Some(a), None) => to_nothing(a),
        (None, Some(b)) => to_nothing(b).reverse(),
        (None, None) => Ordering::Equal,
    };
    (0..a.len().max(b.len())).map(pair).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

fn to_nothing(item: &Item) -> Ordering {
    match item {
        Number(number) => numbers(number, "0"),
        Word(word) => rank(word).cmp(&rank("")),
        List(list) => list.iter().map(to_nothing).find(|order| order.is_ne()).unwrap_or(Ordering::Equal),
    }
}

/// Words before lists before numbers.
fn items(a: &Item, b: &Item) -> Ordering {
    let kind = |item: &Item| match item {
        Word(_) => 0,
        List(_) => 1,
        Number(_) => 2,
    };
    match (a, b) {
        (Number(a), Number(b)) => numbers(a, b),
        (Word(a), Word(b)) => rank(a).cmp(&rank(b)),
        (List(a), List(b)) => lists(a, b),
        _ => kind(a).cmp(&kind(b)),
    }
}
