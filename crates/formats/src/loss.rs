//! What a format could not carry. A loss is returned with the bytes, shown to the editor and documented; never silent.

use crate::text::Language;

/// Something of the document that a format does not say, or says in words only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// Where it stands in `document.json`: a JSON pointer.
    pub at: String,
    /// What became of it.
    pub kind: LossKind,
}

impl Loss {
    /// A loss at a place of the document.
    pub fn new(at: impl Into<String>, kind: LossKind) -> Self {
        Loss { at: at.into(), kind }
    }
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LossKind {
    /// The status 不明 has no group of its own: the product is left out, the vendor's entry stays as a note.
    UnknownStatus,
    /// Which way an investigation leans (あり or なし) stands in the vendor's note only.
    InvestigationSide,
    /// CVSS v4.0 has no field: it stands in a note.
    CvssV4,
    /// Scores need a product; without one the analysis stands in a note.
    CvssWithoutProduct,
    /// Only one weakness has a field, and only with its official name: the others stand in a note.
    Weakness,
    /// Versions in words have no field: they stand in the product's name.
    VersionsInWords,
    /// A countermeasure needs an affected product; without one it stands in a note.
    CountermeasureWithoutProduct,
}

impl LossKind {
    /// The loss in a sentence.
    #[must_use]
    pub const fn text(self, language: Language) -> &'static str {
        match self {
            LossKind::UnknownStatus => language
                .pick("「不明」の製品は注記だけになります。", "Products of unknown status are carried as a note only."),
            LossKind::InvestigationSide => language.pick(
                "調査中の「あり」「なし」の別は注記だけになります。",
                "Which way an investigation leans is carried as a note only.",
            ),
            LossKind::CvssV4 => language.pick("CVSS v4.0 は注記になります。", "CVSS v4.0 is carried as a note."),
            LossKind::CvssWithoutProduct => language.pick(
                "該当する製品がないため、分析結果は注記になります。",
                "No product bears the score, so the analysis is carried as a note.",
            ),
            LossKind::Weakness => language.pick("この CWE は注記になります。", "This weakness is carried as a note."),
            LossKind::VersionsInWords => language.pick(
                "文章だけのバージョンは製品名の一部になります。",
                "Versions given in words become part of the product's name.",
            ),
            LossKind::CountermeasureWithoutProduct => language.pick(
                "該当する製品がないため、この対策方法は注記になります。",
                "No affected product takes this countermeasure, so it is carried as a note.",
            ),
        }
    }
}
