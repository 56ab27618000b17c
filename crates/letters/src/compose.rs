//! The compositor: turns what a paper says into strips. Every text goes in as plain characters; nothing in it is markup.

use crate::error::Error;
use crate::fonts::{Fonts, Role};
use crate::letterhead::Language;
use crate::lines::{Line, break_lines, justify};
use crate::qr;
use crate::shape::Shaper;
use crate::sheet::{BLACK, Item, Kind, LEFT, MEASURE, Node, NodeId, RULE, SHADE, Shape, Strip, TOP, mm};
use std::rc::Rc;

/// How lines lie in their width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    /// Left, and Japanese lines are stretched to the full width.
    Full,
    Centre,
    Right,
}

/// The look of a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) role: Role,
    /// In points.
    pub(crate) size: f32,
    /// Height of a line, in sizes.
    pub(crate) leading: f32,
    /// Of the first line, in em.
    pub(crate) indent: f32,
    pub(crate) align: Align,
}

/// A line and how far right it starts.
pub(crate) struct Placed {
    pub(crate) line: Rc<Line>,
    pub(crate) x: f32,
}

/// Collects a paper from top to bottom.
pub(crate) struct Composer<'a> {
    pub(crate) language: Language,
    pub(crate) shaper: Shaper<'a>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) strips: Vec<Strip>,
    /// What has a fixed place on the first page.
    pub(crate) fixed: Vec<Item>,
    /// Where the flow of strips starts on the first page.
    pub(crate) top: f32,
    pub(crate) body: Style,
    pub(crate) left: f32,
    pub(crate) width: f32,
    pub(crate) within: Option<NodeId>,
    /// A bar beside everything that is quoted.
    bar: bool,
}

impl<'a> Composer<'a> {
    pub(crate) fn new(fonts: &'a Fonts, language: Language) -> Composer<'a> {
        let body = match language {
            Language::Japanese => {
                Style { role: Role::Serif, size: 10.5, leading: 1.7, indent: 1.0, align: Align::Full }
            }
            Language::English => Style { role: Role::Serif, size: 10.5, leading: 1.5, indent: 0.0, align: Align::Left },
        };
        Composer {
            language,
            shaper: Shaper::new(fonts),
            nodes: Vec::new(),
            strips: Vec::new(),
            fixed: Vec::new(),
            top: TOP,
            body,
            left: LEFT,
            width: MEASURE,
            within: None,
            bar: false,
        }
    }

    pub(crate) fn node(&mut self, kind: Kind) -> NodeId {
        self.nodes.push(Node { kind, parent: self.within });
        self.nodes.len() - 1
    }

    /// Breaks a text into lines of `width` points. Line ends in it are kept.
    pub(crate) fn set(&mut self, text: &str, style: Style, width: f32) -> Vec<Placed> {
        let mut placed = Vec::new();
        for paragraph in if text.is_empty() { vec![""] } else { text.lines().collect() } {
            let shaped = self.shaper.shape(paragraph.trim_end(), style.role);
            let room = width / style.size;
            let indent = if paragraph.starts_with(['　', ' ', '「', '・']) { 0.0 } else { style.indent };
            for (at, mut line) in break_lines(&shaped, room, indent).into_iter().enumerate() {
                let indent = if at == 0 { indent } else { 0.0 };
                if style.align == Align::Full {
                    justify(&mut line, room - indent);
                }
                let free = (room - line.width) * style.size;
                let x = match style.align {
                    Align::Left | Align::Full => indent * style.size,
                    Align::Centre => free / 2.0,
                    Align::Right => free,
                };
                placed.push(Placed { line: Rc::new(line), x });
            }
        }
        placed
    }

    /// A line of text at the left of a strip or column, its base line within a line of the style's height.
    pub(crate) fn item(placed: &Placed, style: Style, left: f32, top: f32, node: NodeId) -> Item {
        let base = top + style.size * ((style.leading - 1.0) / 2.0 + 0.88);
        Item {
            x: left + placed.x,
            y: base,
            node: Some(node),
            shape: Shape::Text { line: placed.line.clone(), size: style.size },
        }
    }

    /// One strip a line; the first two and the last two stay together.
    fn lines(&mut self, text: &str, style: Style, before: f32, kind: Kind) -> usize {
        let node = self.node(kind);
        let placed = self.set(text, style, self.width);
        let count = placed.len();
        for (at, placed) in placed.iter().enumerate() {
            let item = Self::item(placed, style, self.left, 0.0, node);
            let with_next = at + 1 < count && (at == 0 || at + 2 == count);
            let before = if at == 0 { before } else { 0.0 };
            self.push(Strip { before, height: style.size * style.leading, items: vec![item], with_next, head: None });
        }
        count
    }

    pub(crate) fn push(&mut self, mut strip: Strip) {
        if self.bar {
            let (x, height) = (self.left - mm(4.0), strip.before + strip.height);
            strip.items.push(Item::fill(x, -strip.before, mm(0.7), height, RULE));
        }
        self.strips.push(strip);
    }

    /// Keeps the last strip on one page with what comes.
    pub(crate) fn stay(&mut self) {
        if let Some(last) = self.strips.last_mut() {
            last.with_next = true;
        }
    }

    /// The subject or title of the whole paper.
    pub(crate) fn title(&mut self, text: &str) {
        let style = Style { role: Role::SansBold, size: 14.0, leading: 1.5, indent: 0.0, align: Align::Centre };
        self.lines(text, style, mm(2.0), Kind::Heading(1, text.into()));
        self.stay();
        self.gap(mm(3.0));
        self.stay();
    }

    pub(crate) fn heading(&mut self, text: &str) {
        let style = Style { role: Role::SansBold, size: self.body.size, leading: 1.6, indent: 0.0, align: Align::Left };
        self.lines(text, style, mm(4.2), Kind::Heading(2, text.into()));
        self.stay();
    }

    pub(crate) fn paragraph(&mut self, text: &str) {
        self.lines(text, self.body, self.paragraph_air(), Kind::Paragraph);
    }

    /// A paragraph without indent, for lines such as 拝啓.
    pub(crate) fn flush(&mut self, text: &str) {
        let style = Style { indent: 0.0, ..self.body };
        self.lines(text, style, self.paragraph_air(), Kind::Paragraph);
    }

    pub(crate) fn aligned(&mut self, text: &str, align: Align) {
        let style = Style { indent: 0.0, align, ..self.body };
        self.lines(text, style, mm(2.0), Kind::Paragraph);
    }

    /// Something smaller, for those who want to know exactly.
    pub(crate) fn small(&mut self, text: &str) {
        let style = Style { role: Role::Sans, size: 8.5, leading: 1.6, indent: 0.0, align: self.body.align };
        self.lines(text, style, mm(2.0), Kind::Paragraph);
    }

    pub(crate) fn gap(&mut self, height: f32) {
        self.strips.push(Strip { height, ..Strip::default() });
    }

    fn paragraph_air(&self) -> f32 {
        self.language.choose(mm(1.0), mm(2.2))
    }

    /// A list, each with its mark: numbers, clause letters, bullets.
    pub(crate) fn list<'t>(&mut self, entries: impl IntoIterator<Item = (String, &'t str)>) {
        let outer = self.within;
        let list = self.node(Kind::List);
        let entries: Vec<(String, &str)> = entries.into_iter().collect();
        let wide = entries.iter().any(|(mark, _)| mark.chars().count() > 2);
        let hang = self.body.size * if wide { 2.8 } else { 2.0 };
        for (mark, text) in entries {
            self.within = Some(list);
            let item = self.node(Kind::Item);
            self.within = Some(item);
            let label = self.node(Kind::Label);
            let style = Style { indent: 0.0, ..self.body };
            let marks = self.set(&mark, Style { align: Align::Left, ..style }, hang);
            (self.left, self.width) = (self.left + hang, self.width - hang);
            let first = self.strips.len();
            self.lines(text, style, mm(0.8), Kind::Body);
            (self.left, self.width) = (self.left - hang, self.width + hang);
            if let (Some(mark), Some(strip)) = (marks.first(), self.strips.get_mut(first)) {
                strip.items.insert(0, Self::item(mark, style, self.left, 0.0, label));
            }
        }
        self.within = outer;
    }

    /// 1. 2. 3.
    pub(crate) fn numbered<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>) {
        let entries: Vec<_> = texts.into_iter().enumerate().map(|(at, text)| (format!("{}.", at + 1), text)).collect();
        self.list(entries);
    }

    /// Everything that `content` adds, set in with a bar at its side: words of somebody else, or of a later paper.
    pub(crate) fn quote(&mut self, content: impl FnOnce(&mut Self)) {
        let (outer, hang) = (self.within, mm(7.0));
        self.within = Some(self.node(Kind::Quote));
        (self.left, self.width, self.bar) = (self.left + hang, self.width - hang, true);
        content(self);
        (self.left, self.width, self.bar) = (self.left - hang, self.width + hang, false);
        self.within = outer;
    }

    /// A frame with the code of a link at the left, what to do with it at the right, and the link in letters.
    pub(crate) fn answer(&mut self, link: &str, heading: &str, text: &str) -> Result<(), Error> {
        // Never alone on a page.
        self.stay();
        let (pad, side) = (mm(3.5), mm(27.0));
        let (dark, count) = qr::squares(link)?;
        let column = self.left + pad + side + mm(6.0);
        let width = self.left + self.width - pad - column;
        let bold = Style { role: Role::SansBold, size: 10.5, leading: 1.5, indent: 0.0, align: Align::Left };
        let plain = Style { role: Role::Sans, size: 9.5, leading: 1.6, ..bold };
        let address = Style { size: 9.0, ..plain };
        let (mut items, mut y) = (Vec::new(), pad);
        for (text, style, kind) in
            [(heading, bold, Kind::Paragraph), (text, plain, Kind::Paragraph), (link, address, Kind::Paragraph)]
        {
            let node = self.node(kind);
            for placed in self.set(text, style, width) {
                items.push(Self::item(&placed, style, column, y, node));
                y += style.size * style.leading;
            }
            y += mm(1.2);
        }
        let height = (y - mm(1.2)).max(pad + side) + pad;
        let words = self.language.choose("回答用ページのQRコード", "QR code of the answer page");
        let figure = self.node(Kind::Figure(words.into()));
        let (x, top) = (self.left + pad, (height - side) / 2.0);
        items.push(Item { x, y: top, node: Some(figure), shape: Shape::Squares { dark: Rc::new(dark), count, side } });
        items.extend(frame(self.left, 0.0, self.width, height));
        self.push(Strip { before: mm(3.5), height, items, with_next: false, head: None });
        self.gap(mm(1.5));
        Ok(())
    }

    /// A shaded box with a few words that nobody should miss.
    pub(crate) fn notice(&mut self, text: &str) {
        let pad = mm(3.0);
        let style = Style { role: Role::SansBold, indent: 0.0, align: Align::Left, ..self.body };
        let node = self.node(Kind::Paragraph);
        let placed = self.set(text, style, self.width - 2.0 * pad);
        let height = placed.len() as f32 * style.size * style.leading + 2.0 * pad;
        let mut items = vec![Item::fill(self.left, 0.0, self.width, height, SHADE)];
        for (at, placed) in placed.iter().enumerate() {
            let top = pad + at as f32 * style.size * style.leading;
            items.push(Self::item(placed, style, self.left + pad, top, node));
        }
        self.push(Strip { before: mm(3.0), height, items, with_next: false, head: None });
    }
}

/// Four thin rules.
pub(crate) fn frame(x: f32, y: f32, width: f32, height: f32) -> [Item; 4] {
    let thin = 0.6;
    [
        Item::fill(x, y, width, thin, BLACK),
        Item::fill(x, y + height - thin, width, thin, BLACK),
        Item::fill(x, y, thin, height, BLACK),
        Item::fill(x + width - thin, y, thin, height, BLACK),
    ]
}
