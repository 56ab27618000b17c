//! Findings and their words.

use super::{Language, Serialize};
use crate::cvss::{CvssError, Score};

/// One thing that is wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where: a JSON pointer into `document.json`.
    pub at: String,
    /// What.
    pub problem: Problem,
}

impl Finding {
    /// How much it matters.
    #[must_use]
    pub fn level(&self) -> Level {
        self.problem.level()
    }

    /// What is wrong and what to do, in a sentence.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        self.problem.text(language)
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Readers are served worse; publication is possible.
    Should,
    /// The document must not be published like this.
    Must,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A required text is empty.
    Empty,
    /// A text is written in one language only.
    MissingLanguage(Language),
    /// A text is too long.
    TooLong {
        /// Most characters.
        max: usize,
    },
    /// A list is too long.
    TooMany {
        /// Most entries.
        max: usize,
    },
    /// A text holds control characters.
    ControlCharacter,
    /// No language, or one twice.
    Languages,
    /// Not an http or https address.
    NotAnAddress,
    /// The same entry stands there twice.
    Twice,
    /// Updated before it was published.
    UpdatedBeforePublished,
    /// Revisions are not numbered 1, 2, 3 … in the order of time up to this revision.
    History,
    /// No vendor is named.
    NoVendor,
    /// No product's status is known: every vendor is 不明.
    NothingKnown,
    /// A vendor's statement has no day.
    NoStatementDay,
    /// A vendor says "not affected" while some of its versions are affected.
    NotAffectedButVersionsAre,
    /// A vendor says "affected" but no product or version of it is named as affected.
    AffectedWithoutProduct,
    /// Affected products have neither fix nor workaround, nor the word that there is none.
    NoCountermeasure,
    /// A product has no versions.
    NoVersions,
    /// Versions are given in words only.
    NoRange,
    /// A range without ends, or with an empty version.
    BadRange,
    /// The same versions of a product stand there twice, perhaps with different statuses.
    VersionsTwice,
    /// Not a CPE name.
    NotACpe,
    /// Not a package URL without version.
    NotAPurl,
    /// No vulnerability is described.
    NoVulnerability,
    /// Not a CVE number.
    NotACve,
    /// Not a CWE number.
    NotACwe,
    /// A CWE number whose official name is not in our table, so CSAF leaves it out.
    UnknownCwe,
    /// No CVSS analysis.
    NoAnalysis,
    /// The CVSS vector cannot be read.
    BadVector(CvssError),
    /// The vector is of another version than stated.
    VersionDisagrees,
    /// Score or severity is not the vector's.
    ScoreDisagrees {
        /// The score that the vector has.
        right: Score,
    },
}

impl Problem {
    /// How much it matters.
    #[must_use]
    pub const fn level(&self) -> Level {
        match self {
            Problem::MissingLanguage(_)
            | Problem::NoStatementDay
            | Problem::AffectedWithoutProduct
            | Problem::NoCountermeasure
            | Problem::NoVersions
            | Problem::NoRange
            | Problem::UnknownCwe
            | Problem::NoAnalysis => Level::Should,
            _ => Level::Must,
        }
    }

    /// What is wrong and what to do, in a sentence.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let detailed = match (self, language) {
            (Problem::BadVector(error), _) => Some(error.text(language)),
            (Problem::TooLong { max }, Language::Ja) => Some(format!("長すぎます。{max} 文字以内にしてください。")),
            (Problem::TooLong { max }, Language::En) => Some(format!("Too long: at most {max} characters.")),
            (Problem::TooMany { max }, Language::Ja) => Some(format!("多すぎます。{max} 件以内にしてください。")),
            (Problem::TooMany { max }, Language::En) => Some(format!("Too many: at most {max} entries.")),
            (Problem::ScoreDisagrees { right }, Language::Ja) => {
                Some(format!("スコアまたは深刻度がベクトルと一致しません。ベクトルから計算した基本値は {right} です。"))
            }
            (Problem::ScoreDisagrees { right }, Language::En) => {
                Some(format!("Score or severity disagree with the vector, whose base score is {right}."))
            }
            _ => None,
        };
        detailed.unwrap_or_else(|| self.plain(language).to_owned())
    }

    /// The sentences without numbers in them.
    const fn plain(&self, language: Language) -> &'static str {
        match self {
            Problem::Empty => language.pick("入力してください。", "This must not be empty."),
            Problem::MissingLanguage(Language::Ja) => {
                language.pick("日本語の文章がありません。", "The Japanese text is missing.")
            }
            Problem::MissingLanguage(Language::En) => {
                language.pick("英語の文章がありません。", "The English text is missing.")
            }
            Problem::ControlCharacter => language
                .pick("制御文字は使えません。取り除いてください。", "Control characters are not allowed; remove them."),
            Problem::Languages => {
                language.pick("言語を一つ以上、重複なく選んでください。", "Choose at least one language, each once.")
            }
            Problem::NotAnAddress => language.pick(
                "http:// または https:// で始まる正しい URL を入力してください。",
                "Enter a valid address that starts with http:// or https://.",
            ),
            Problem::Twice => language.pick("同じものが二つあります。", "The same entry stands here twice."),
            Problem::UpdatedBeforePublished => {
                language.pick("最終更新日が公開日より前です。", "The day of update lies before publication.")
            }
            Problem::History => language.pick(
                "更新履歴は、この版まで 1 からの連番で古い順に並べてください。",
                "The history must run from revision 1 to this one without gaps, oldest first.",
            ),
            Problem::NoVendor => language.pick("ベンダを一つ以上加えてください。", "Add at least one vendor."),
            Problem::NothingKnown => language.pick(
                "すべての製品が「不明」です。影響を受ける製品を一つ以上示してください。",
                "The status of every product is unknown; name at least one affected product.",
            ),
            Problem::NoStatementDay => {
                language.pick("ベンダの回答日がありません。", "The day of the vendor's statement is missing.")
            }
            Problem::NotAffectedButVersionsAre => language.pick(
                "「該当製品なし」のベンダに、影響を受けるバージョンがあります。",
                "The vendor is \"not affected\", but some of its versions are.",
            ),
            Problem::AffectedWithoutProduct => language.pick(
                "「該当製品あり」のベンダに、影響を受ける製品がありません。",
                "The vendor is \"affected\", but none of its products is named as affected.",
            ),
            Problem::NoCountermeasure => language.pick(
                "影響を受ける製品の対策方法がありません。ない場合はその旨を加えてください。",
                "Affected products have no countermeasure; if there is none, say so.",
            ),
            Problem::NoVersions => language.pick("バージョンがありません。", "No versions are given."),
            Problem::NoRange => language.pick(
                "バージョンの範囲が文章だけです。機械が読める範囲を加えてください。",
                "The versions are given in words only; add a range that machines can read.",
            ),
            Problem::BadRange => {
                language.pick("バージョンの範囲が正しくありません。", "The version range is not valid.")
            }
            Problem::VersionsTwice => {
                language.pick("同じバージョンが二度あります。", "The same versions stand here twice.")
            }
            Problem::NotACpe => language.pick("CPE 名として正しくありません。", "This is not a valid CPE name."),
            Problem::NotAPurl => language.pick(
                "バージョンを除いたパッケージ URL（purl）として正しくありません。",
                "This is not a valid package URL without version.",
            ),
            Problem::NoVulnerability => {
                language.pick("脆弱性を一つ以上加えてください。", "Add at least one vulnerability.")
            }
            Problem::NotACve => language
                .pick("CVE 番号は CVE-2026-12345 の形で入力してください。", "A CVE number looks like CVE-2026-12345."),
            Problem::NotACwe => {
                language.pick("CWE 番号は CWE-79 の形で入力してください。", "A CWE number looks like CWE-79.")
            }
            Problem::UnknownCwe => language.pick(
                "この CWE の正式名称が登録されていないため、CSAF では注記になります。",
                "The official name of this CWE is not known here, so CSAF carries it as a note only.",
            ),
            Problem::NoAnalysis => language.pick("CVSS による分析結果がありません。", "There is no CVSS analysis."),
            Problem::VersionDisagrees => language
                .pick("CVSS のバージョンがベクトルと一致しません。", "The CVSS version is not that of the vector."),
            // These carry a number; `text` writes them.
            Problem::TooLong { .. }
            | Problem::TooMany { .. }
            | Problem::BadVector(_)
            | Problem::ScoreDisagrees { .. } => "",
        }
    }
}
