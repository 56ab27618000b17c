//! Tables: a head that is repeated on every page, rows that break between lines only when they are long.

use crate::compose::{Align, Composer, Placed, Style};
use crate::fonts::Role;
use crate::sheet::{Item, Kind, NodeId, RULE, SHADE, Strip, mm};
use std::rc::Rc;

/// A row of more lines may break over a page.
const LONG_ROW: usize = 12;
const PAD: f32 = mm(1.6);
const THIN: f32 = 0.5;

/// What is in a table.
pub(crate) struct Table<'t> {
    /// Widths of the columns, as parts of their sum.
    pub(crate) columns: &'t [f32],
    /// Words above the columns; none for facts with their names at the left.
    pub(crate) head: Option<Vec<String>>,
    pub(crate) rows: Vec<Vec<String>>,
    /// The first column names what is in the others.
    pub(crate) first_is_head: bool,
}

impl Composer<'_> {
    /// Names and what they are, in two columns.
    pub(crate) fn facts(&mut self, rows: Vec<(&str, String)>) {
        let rows = rows.into_iter().map(|(name, value)| vec![name.to_string(), value]).collect();
        self.table(Table { columns: &[0.24, 0.76], head: None, rows, first_is_head: true });
    }

    pub(crate) fn table(&mut self, table: Table) {
        let outer = self.within;
        let node = self.node(Kind::Table);
        let edges = self.edges(table.columns);
        let head = table.head.as_ref().map(|cells| {
            self.within = Some(node);
            let strips = self.row(cells, &edges, true, false);
            let first = self.strips.len();
            let mut joined = join(strips);
            joined.with_next = true;
            joined.before = mm(2.5);
            self.push(joined);
            Rc::new(Strip { with_next: false, ..self.strips[first].clone() })
        });
        for (at, cells) in table.rows.iter().enumerate() {
            self.within = Some(node);
            let mut strips = self.row(cells, &edges, false, table.first_is_head);
            if at == 0 && head.is_none() {
                strips[0].before = mm(2.5);
            }
            for strip in strips {
                self.push(Strip { head: head.clone(), ..strip });
            }
        }
        self.within = outer;
        self.gap(mm(1.5));
    }

    /// Left edges of the columns, and the right edge of the last.
    fn edges(&self, columns: &[f32]) -> Vec<f32> {
        let sum: f32 = columns.iter().sum();
        let mut edges = vec![self.left];
        let mut x = self.left;
        for part in columns {
            x += self.width * part / sum;
            edges.push(x);
        }
        edges
    }

    /// A strip a line. The first carries the upper rule, the last the lower one.
    fn row(&mut self, cells: &[String], edges: &[f32], is_head: bool, first_is_head: bool) -> Vec<Strip> {
        let row = self.node(Kind::Row);
        self.within = Some(row);
        let plain = Style { role: Role::Sans, size: 9.0, leading: 1.5, indent: 0.0, align: Align::Left };
        let mut set: Vec<(NodeId, Style, Vec<Placed>)> = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            let names_row = first_is_head && at == 0;
            let kind = if is_head {
                Kind::ColumnHead
            } else if names_row {
                Kind::RowHead
            } else {
                Kind::Cell
            };
            let style = if is_head || names_row { Style { role: Role::SansBold, ..plain } } else { plain };
            let node = self.node(kind);
            let width = edges[at + 1] - edges[at] - 2.0 * PAD;
            set.push((node, style, self.set(cell, style, width)));
        }
        let count = set.iter().map(|(_, _, lines)| lines.len()).max().unwrap_or(1).max(1);
        (0..count).map(|at| row_strip(&set, edges, at, count, is_head, first_is_head)).collect()
    }
}

fn row_strip(
    set: &[(NodeId, Style, Vec<Placed>)],
    edges: &[f32],
    at: usize,
    count: usize,
    is_head: bool,
    first_is_head: bool,
) -> Strip {
    let line = set.first().map_or(13.5, |(_, style, _)| style.size * style.leading);
    let (above, below) = (if at == 0 { PAD } else { 0.0 }, if at + 1 == count { PAD } else { 0.0 });
    let height = above + line + below;
    let (left, right) = (edges[0], edges[edges.len() - 1]);
    let mut items = Vec::new();
    if is_head {
        items.push(Item::fill(left, 0.0, right - left, height, SHADE));
    } else if first_is_head {
        items.push(Item::fill(left, 0.0, edges[1] - left, height, SHADE));
    }
    for (column, (node, style, lines)) in set.iter().enumerate() {
        items.extend(lines.get(at).map(|placed| Composer::item(placed, *style, edges[column] + PAD, above, *node)));
    }
    // Every strip closes itself with a rule when a page may end under it.
    let ends_here = at + 1 == count;
    if at == 0 {
        items.push(Item::fill(left, -THIN / 2.0, right - left, THIN, RULE));
    }
    if ends_here {
        items.push(Item::fill(left, height - THIN / 2.0, right - left, THIN, RULE));
    }
    items.extend(edges.iter().map(|x| Item::fill(x - THIN / 2.0, 0.0, THIN, height, RULE)));
    Strip {
        before: 0.0,
        height,
        items,
        with_next: !ends_here && (count <= LONG_ROW || at < 2 || at + 3 > count),
        head: None,
    }
}

/// Strips of a head become one, so that it can be repeated.
fn join(strips: Vec<Strip>) -> Strip {
    let mut whole = Strip::default();
    for strip in strips {
        whole.items.extend(strip.items.iter().map(|item| item.moved(whole.height)));
        whole.height += strip.height;
    }
    whole
}
