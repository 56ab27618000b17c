//! The blank forms that a finder downloads and fills (docs/forms).

use rulebook::report::form::ReportKind;
use rulebook::text::Language;

/// A blank form as text in UTF-8, ready to be filled and sent.
#[must_use]
pub const fn template(kind: ReportKind, language: Language) -> &'static str {
    match (kind, language) {
        (ReportKind::Product, Language::Ja) => include_str!("../../../docs/forms/product.ja.txt"),
        (ReportKind::Product, Language::En) => include_str!("../../../docs/forms/product.en.txt"),
        (ReportKind::Website, Language::Ja) => include_str!("../../../docs/forms/website.ja.txt"),
        (ReportKind::Website, Language::En) => include_str!("../../../docs/forms/website.en.txt"),
        (ReportKind::OwnProduct, Language::Ja) => include_str!("../../../docs/forms/own-product.ja.txt"),
        (ReportKind::OwnProduct, Language::En) => include_str!("../../../docs/forms/own-product.en.txt"),
    }
}
