//! Pages as PDF: PDF/A-2a for the archive, PDF/UA-1 for those who hear it, every font embedded as a subset.

use crate::Error;
use crate::fonts::{Fonts, Role};
use crate::letterhead::Language;
use crate::lines::{Line, break_lines};
use crate::shape::{Glyph, Shaper};
use crate::sheet::{FOOTER, HEIGHT, Item, Kind, LEFT, MEASURE, Node, Shape, WIDTH};
use jiff::civil::Date;
use krilla::color::luma;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};
use krilla::text::{GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};
use std::num::NonZeroU16;
use std::rc::Rc;

/// What a PDF says about itself.
pub(crate) struct About {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) language: Language,
    pub(crate) date: Date,
    /// At the foot of each page.
    pub(crate) reference: String,
}

/// The bytes; the same for the same pages.
pub(crate) fn write(about: &About, fonts: &Fonts, nodes: &[Node], pages: &[Vec<Item>]) -> Result<Vec<u8>, Error> {
    let failed = |problem: &dyn std::fmt::Debug| Error::Pdf(format!("{problem:?}"));
    let standards = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1);
    let configuration = standards.finish().map_err(|problem| failed(&problem))?;
    let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| Error::Pdf("no such page size".into()))?;
    let mut marks: Vec<Vec<Identifier>> = vec![Vec::new(); nodes.len()];
    let mut shaper = Shaper::new(fonts);
    for (at, items) in pages.iter().enumerate() {
        let mut page = document.start_page_with(size.clone());
        let mut pen = Pen { surface: page.surface(), fonts };
        pen.page(items, &mut marks);
        pen.footer(&footer(about, at + 1, pages.len(), &mut shaper));
        // The page is finished when it goes out of scope.
        pen.surface.finish();
    }
    document.set_tag_tree(tree(nodes, marks, about.language));
    document.set_outline(outline(nodes, pages));
    document.set_metadata(metadata(about));
    document.finish().map_err(|problem| Error::Pdf(problem.to_string()))
}

fn metadata(about: &About) -> Metadata {
    let year = about.date.year().unsigned_abs();
    let date = DateTime::new(year).month(about.date.month().unsigned_abs()).day(about.date.day().unsigned_abs());
    Metadata::new()
        .title(plain(&about.title))
        .authors(vec![plain(&about.author)])
        .language(about.language.choose("ja", "en").into())
        .creation_date(date)
        .creator("Noroshi".into())
}

/// XML knows no control characters.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') { ' ' } else { c }).collect()
}

/// Reference at the left, page of pages at the right.
fn footer(about: &About, page: usize, of: usize, shaper: &mut Shaper) -> [Item; 2] {
    let size = 8.5;
    let mut line = |text: &str| {
        let shaped = shaper.shape(text, Role::Sans);
        Rc::new(break_lines(&shaped, f32::MAX, 0.0).swap_remove(0))
    };
    let (left, right) = (line(&about.reference), line(&format!("{page}/{of}")));
    let end = LEFT + MEASURE - right.width * size;
    let item = |x, line| Item { x, y: FOOTER, node: None, shape: Shape::Text { line, size } };
    [item(LEFT, left), item(end, right)]
}

struct Pen<'a, 'p> {
    surface: Surface<'p>,
    fonts: &'a Fonts,
}

impl Pen<'_, '_> {
    /// Decoration first, then what is read, each piece marked for the node it belongs to.
    fn page(&mut self, items: &[Item], marks: &mut [Vec<Identifier>]) {
        let (decoration, content): (Vec<&Item>, Vec<&Item>) = items.iter().partition(|item| item.node.is_none());
        if !decoration.is_empty() {
            self.artifact(&decoration, ArtifactType::Layout);
        }
        for piece in content.chunk_by(|one, other| one.node == other.node) {
            let identifier = self.surface.start_tagged(ContentTag::Other);
            piece.iter().for_each(|item| self.item(item));
            self.surface.end_tagged();
            if let Some(node) = piece[0].node {
                marks[node].push(identifier);
            }
        }
    }

    fn footer(&mut self, items: &[Item]) {
        self.artifact(&items.iter().collect::<Vec<_>>(), ArtifactType::Footer);
    }

    fn artifact(&mut self, items: &[&Item], kind: ArtifactType) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        items.iter().for_each(|item| self.item(item));
        self.surface.end_tagged();
    }

    fn item(&mut self, item: &Item) {
        match &item.shape {
            Shape::Text { line, size } => self.text(line, *size, item.x, item.y),
            Shape::Fill { width, height, grey } => self.fill(item, &[(0.0, 0.0, *width, *height)], *grey),
            Shape::Squares { dark, count, side } => {
                let unit = side / *count as f32;
                let square = |(x, y): &(usize, usize)| (*x as f32 * unit, *y as f32 * unit, unit, unit);
                self.fill(item, &dark.iter().map(square).collect::<Vec<_>>(), crate::sheet::BLACK);
            }
        }
    }

    fn fill(&mut self, item: &Item, rectangles: &[(f32, f32, f32, f32)], grey: u8) {
        let mut path = PathBuilder::new();
        for (x, y, width, height) in rectangles {
            if let Some(rectangle) = Rect::from_xywh(item.x + x, item.y + y, *width, *height) {
                path.push_rect(rectangle);
            }
        }
        if let Some(path) = path.finish() {
            self.surface.set_fill(Some(Fill { paint: luma::Color::new(grey).into(), ..Fill::default() }));
            self.surface.draw_path(&path);
        }
    }

    fn text(&mut self, line: &Line, size: f32, x: f32, y: f32) {
        self.surface.set_fill(Some(Fill::default()));
        let mut x = x;
        for run in line.glyphs.chunk_by(|one, other| one.face == other.face) {
            let glyphs: Vec<KrillaGlyph> = run.iter().map(krilla_glyph).collect();
            let font = self.fonts.faces()[run[0].face].font.clone();
            self.surface.draw_glyphs(Point::from_xy(x, y), &glyphs, font, &line.text, size, false);
            x += run.iter().map(|glyph| glyph.advance).sum::<f32>() * size;
        }
    }
}

fn krilla_glyph(glyph: &Glyph) -> KrillaGlyph {
    let id = GlyphId::new(glyph.id);
    KrillaGlyph::new(id, glyph.advance, glyph.dx, glyph.dy, 0.0, glyph.range.clone(), None)
}

/// The reading order: nodes in the order in which they were composed, each within its parent.
fn tree(nodes: &[Node], marks: Vec<Vec<Identifier>>, language: Language) -> TagTree {
    let mut groups: Vec<Option<TagGroup>> = Vec::new();
    for (node, marks) in nodes.iter().zip(marks) {
        let mut group = TagGroup::new(tag(&node.kind));
        marks.into_iter().for_each(|mark| group.push(mark));
        groups.push(Some(group));
    }
    let mut tree = TagTree::new().with_lang(Some(language.choose("ja", "en").into()));
    for (at, node) in nodes.iter().enumerate() {
        if node.parent.is_none() {
            gather(at, nodes, &mut groups).into_iter().for_each(|group| tree.push(group));
        }
    }
    tree
}

/// A node with everything in it.
fn gather(at: usize, nodes: &[Node], groups: &mut [Option<TagGroup>]) -> Option<TagGroup> {
    let mut group = groups[at].take()?;
    // A child is always composed after its parent and before its parent's next sibling.
    let family = (at + 1..nodes.len()).take_while(|child| nodes[*child].parent.is_some());
    for child in family.filter(|child| nodes[*child].parent == Some(at)).collect::<Vec<_>>() {
        gather(child, nodes, groups).into_iter().for_each(|inner| group.push(inner));
    }
    Some(group)
}

fn tag(kind: &Kind) -> TagKind {
    match kind {
        Kind::Heading(level, title) => {
            Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(title.clone())).into()
        }
        Kind::Paragraph => Tag::P.into(),
        Kind::List => Tag::L(ListNumbering::Decimal).into(),
        Kind::Item => Tag::LI.into(),
        Kind::Label => Tag::Lbl.into(),
        Kind::Body => Tag::LBody.into(),
        Kind::Quote => Tag::BlockQuote.into(),
        Kind::Table => Tag::Table.into(),
        Kind::Row => Tag::TR.into(),
        Kind::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Kind::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Kind::Cell => Tag::TD.into(),
        Kind::Figure(words) => Tag::Figure(Some(words.clone())).into(),
    }
}

/// Headings with their places, for the side bar of a reader.
fn outline(nodes: &[Node], pages: &[Vec<Item>]) -> Outline {
    let mut outline = Outline::new();
    for (at, node) in nodes.iter().enumerate() {
        let Kind::Heading(_, title) = &node.kind else { continue };
        let places = pages.iter().enumerate().flat_map(|(page, items)| items.iter().map(move |item| (page, item)));
        let place = places.into_iter().find(|(_, item)| item.node == Some(at));
        if let Some((page, item)) = place {
            let destination = XyzDestination::new(page, Point::from_xy(item.x, item.y - 20.0));
            outline.push_child(OutlineNode::new(title.clone(), destination));
        }
    }
    outline
}
