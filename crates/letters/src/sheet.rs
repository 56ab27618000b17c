//! The sheet of paper: its measures, what lies on it, and what each piece is for those who cannot see it.

use crate::lines::Line;
use std::rc::Rc;

/// Points to the inch are 72; everything on the sheet is measured in points from its upper left corner.
pub(crate) const fn mm(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// A4 (ISO 216).
pub(crate) const WIDTH: f32 = mm(210.0);
pub(crate) const HEIGHT: f32 = mm(297.0);
/// Left edge of the text.
pub(crate) const LEFT: f32 = mm(25.0);
/// Width of the text.
pub(crate) const MEASURE: f32 = mm(160.0);
/// Upper edge of the text on every page but the first.
pub(crate) const TOP: f32 = mm(24.0);
/// Lower edge of the text.
pub(crate) const BOTTOM: f32 = mm(273.0);
/// Base line of the footer.
pub(crate) const FOOTER: f32 = mm(284.0);

/// Black, and the greys of rules and shades (0 is black, 255 white).
pub(crate) const BLACK: u8 = 0;
pub(crate) const RULE: u8 = 130;
pub(crate) const SHADE: u8 = 238;

/// The place of a [`Node`] in the list of nodes.
pub(crate) type NodeId = usize;

/// What a piece of the paper is (PDF 1.7, 14.8.4).
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Kind {
    /// A heading with its level and its text.
    Heading(u16, String),
    Paragraph,
    List,
    Item,
    Label,
    Body,
    Quote,
    Table,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    /// A picture, with the words that stand for it.
    Figure(String),
}

/// A node of the reading order.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    pub(crate) parent: Option<NodeId>,
}

/// What is drawn.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// A line of text; the place is the left end of its base line.
    Text { line: Rc<Line>, size: f32 },
    /// A filled rectangle; the place is its upper left corner. Rules are thin ones.
    Fill { width: f32, height: f32, grey: u8 },
    /// Dark squares of a code of `side` points, `count` squares in a row.
    Squares { dark: Rc<Vec<(usize, usize)>>, count: usize, side: f32 },
}

/// A shape at its place.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) x: f32,
    pub(crate) y: f32,
    /// What it belongs to; decoration belongs to nothing.
    pub(crate) node: Option<NodeId>,
    pub(crate) shape: Shape,
}

impl Item {
    pub(crate) fn fill(x: f32, y: f32, width: f32, height: f32, grey: u8) -> Item {
        Item { x, y, node: None, shape: Shape::Fill { width, height, grey } }
    }

    pub(crate) fn moved(&self, down: f32) -> Item {
        Item { y: self.y + down, ..self.clone() }
    }
}

/// A horizontal piece of the paper that no page break divides: a line, a line of a table row, a box.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    /// Air above, dropped at the top of a page.
    pub(crate) before: f32,
    pub(crate) height: f32,
    /// Measured from the strip's upper edge.
    pub(crate) items: Vec<Item>,
    /// Stays on one page with the next strip.
    pub(crate) with_next: bool,
    /// Repeated above it when it starts a page: the head of its table.
    pub(crate) head: Option<Rc<Strip>>,
}
