//! What a format could not carry. A loss is returned with the bytes and documented (`docs/losses.md`); never silent.

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
    /// The format has no place for it, so it is left out.
    NotCarried,
    /// CVSS v3.1 is stated as v3.0 with its base metrics alone, and scored as such.
    CvssAs30,
    /// Only the highest analysis is carried.
    HighestOnly,
    /// Nobody gave a CPE, so the product is named under the vendor `misc`.
    CpeUnderMisc,
    /// It has no field of its own and stands as words in a longer text.
    InWords,
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
            LossKind::NotCarried => {
                language.pick("この形式には載りません。", "The format has no place for it, so it is left out.")
            }
            LossKind::CvssAs30 => language.pick(
                "CVSS v3.1 は v3.0 の基本評価基準として書かれます。",
                "CVSS v3.1 is stated as v3.0 with its base metrics alone.",
            ),
            LossKind::HighestOnly => {
                language.pick("最も高い分析結果だけが載ります。", "Only the highest analysis is carried.")
            }
            LossKind::CpeUnderMisc => language.pick(
                "CPE がないため、ベンダ名 misc の CPE を付けます。",
                "Without a CPE the product is named under the vendor misc.",
            ),
            LossKind::InWords => {
                language.pick("独立した項目がなく、文章の一部になります。", "It stands as words in a longer text.")
            }
        }
    }
}
