//! The text of an advisory as a form, and back. Everything is bounded; what is wrong is said beside its field, and
//! nothing that was typed is lost by it.

use casework::advisory_check::{cve_number, is_address, package_url, platform_name, weakness};
use casework::scores::{ScoreError, score};
use rulebook::advisory::{AdvisoryContent, AffectedProduct, Reference};
use rulebook::text::Localized;
use ui::{Form, Lang};

use super::part::TextPart;
use crate::forms::Fields;
use crate::letters::language;

/// Most rows of the table of affected products that the form shows; the rest of a longer table stays as it is.
pub(super) const MOST_PRODUCTS: usize = 300;
/// Most CVSS vectors.
const MOST_VECTORS: usize = 12;
/// Most references.
const MOST_REFERENCES: usize = 60;
/// Most CWE or CVE numbers.
const MOST_IDS: usize = 60;
/// Rows to write in below those that are filled.
const SPARE: usize = 1;
/// Rows that come when somebody asks for more.
pub(super) const MORE: usize = 5;
/// Most characters of a name.
const NAME: usize = 200;
/// Most characters of a version; the formats take no more.
const VERSION: usize = 100;
/// Most characters of a name for machines.
const MACHINE_NAME: usize = 1_000;
/// Most characters of an address.
const ADDRESS: usize = 2_000;

/// What is wrong: the field, and the words.
pub(super) type Wrong = Vec<(String, String)>;

/// The form of a text.
pub(super) fn fill(lang: Lang, content: &AdvisoryContent) -> Form {
    let mut form = Form::new(lang);
    for part in TextPart::ALL {
        let text = part.of(content);
        form.set(format!("{}_ja", part.word()), &text.ja);
        form.set(format!("{}_en", part.word()), &text.en);
    }
    for (row, product) in content.affected.iter().take(MOST_PRODUCTS).enumerate() {
        form.set(format!("vendor-{row}"), &product.vendor);
        form.set(format!("product-{row}"), &product.product);
        form.set(format!("from-{row}"), &product.from);
        form.set(format!("to-{row}"), &product.to);
        form.set(format!("bound-{row}"), if product.until_fixed { "fixed" } else { "last" });
        form.set(format!("cpe-{row}"), &product.cpe);
        form.set(format!("purl-{row}"), &product.purl);
    }
    for (row, vector) in content.cvss.iter().take(MOST_VECTORS).enumerate() {
        form.set(format!("cvss-{row}"), vector);
    }
    form.set("cwe", content.cwe.join(", "));
    form.set("cve", content.cve.join(", "));
    for (row, reference) in content.references.iter().take(MOST_REFERENCES).enumerate() {
        form.set(format!("reftitle-{row}"), &reference.title);
        form.set(format!("refurl-{row}"), &reference.url);
    }
    if content.critical {
        form.set("critical", "yes");
    }
    for product in &content.stop_using {
        form.set("stop_using", product);
    }
    form
}

/// Which rows the form shows: those that are filled, and some more.
pub(super) struct Rows {
    pub(super) products: Vec<usize>,
    pub(super) vectors: Vec<usize>,
    pub(super) references: Vec<usize>,
}

impl Rows {
    pub(super) fn of(form: &Form) -> Self {
        let more = form.value("more").parse().unwrap_or(0_usize).min(MOST_PRODUCTS);
        let rows = |names: &[&str], spare: usize, most: usize| {
            let is_filled = |row: &usize| names.iter().any(|name| !form.value(&format!("{name}-{row}")).is_empty());
            let filled = (0..most).rev().find(is_filled).map_or(0, |row| row + 1);
            (0..(filled + spare).clamp(2, most)).collect()
        };
        Rows {
            products: rows(&["vendor", "product", "from", "to", "cpe", "purl"], SPARE + more, MOST_PRODUCTS),
            vectors: rows(&["cvss"], SPARE, MOST_VECTORS),
            references: rows(&["reftitle", "refurl"], SPARE, MOST_REFERENCES),
        }
    }
}

/// The text that a form carries; the developers' parts are those of the stored one.
///
/// # Errors
/// What is wrong, field by field.
pub(super) fn read(lang: Lang, fields: &Fields, stored: &AdvisoryContent) -> Result<AdvisoryContent, Wrong> {
    let mut reader = Reader { lang, fields, wrong: Vec::new() };
    let mut content = AdvisoryContent { vendors: stored.vendors.clone(), ..AdvisoryContent::default() };
    for part in TextPart::ALL {
        *part.of_mut(&mut content) = reader.pair(part);
    }
    content.affected = reader.products();
    content.affected.extend(stored.affected.iter().skip(MOST_PRODUCTS).cloned());
    content.cvss = reader.vectors();
    content.cwe = reader.ids("cwe", weakness, "advisory-wrong-cwe");
    content.cve = reader.ids("cve", cve_number, "advisory-wrong-cve");
    content.references = reader.references();
    content.critical = fields.has("critical");
    content.stop_using = fields.all("stop_using").take(MOST_PRODUCTS).map(str::to_owned).collect();
    if reader.wrong.is_empty() { Ok(content) } else { Err(reader.wrong) }
}

/// What changed, in both languages, for the revision history.
///
/// # Errors
/// What is wrong, field by field.
pub(super) fn read_summary(lang: Lang, fields: &Fields) -> Result<Localized, Wrong> {
    let mut reader = Reader { lang, fields, wrong: Vec::new() };
    let summary = Localized::new(reader.line("summary_ja", 1_000), reader.line("summary_en", 1_000));
    for (side, name) in [(&summary.ja, "summary_ja"), (&summary.en, "summary_en")] {
        if side.is_empty() {
            reader.wrong(name, lang.t("advisory-wrong-summary"));
        }
    }
    if reader.wrong.is_empty() { Ok(summary) } else { Err(reader.wrong) }
}

struct Reader<'a> {
    lang: Lang,
    fields: &'a Fields,
    wrong: Wrong,
}

impl Reader<'_> {
    fn wrong(&mut self, name: impl Into<String>, words: impl std::fmt::Display) {
        self.wrong.push((name.into(), words.to_string()));
    }

    fn line(&mut self, name: &str, most: usize) -> String {
        let text = self.fields.get(name).to_owned();
        if text.chars().count() > most {
            self.wrong(name, self.lang.t1("advisory-wrong-long", "limit", most));
        }
        text
    }

    fn pair(&mut self, part: TextPart) -> Localized {
        let mut side = |lang: Lang| self.line(&format!("{}_{lang}", part.word()), part.limit());
        let (ja, en) = (side(Lang::Ja), side(Lang::En));
        // A title is one line, whatever was pasted into it.
        if part == TextPart::Title {
            Localized::new(ja.replace('\n', " "), en.replace('\n', " "))
        } else {
            Localized::new(ja, en)
        }
    }

    fn products(&mut self) -> Vec<AffectedProduct> {
        (0..MOST_PRODUCTS).filter_map(|row| self.product(row)).collect()
    }

    fn product(&mut self, row: usize) -> Option<AffectedProduct> {
        let name = |field: &str| format!("{field}-{row}");
        let product = AffectedProduct {
            vendor: self.line(&name("vendor"), NAME),
            product: self.line(&name("product"), NAME),
            from: self.line(&name("from"), VERSION),
            to: self.line(&name("to"), VERSION),
            until_fixed: self.fields.get(&name("bound")) != "last",
            cpe: self.machine_name(&name("cpe"), platform_name),
            purl: self.machine_name(&name("purl"), package_url),
        };
        let said = [&product.vendor, &product.product, &product.from, &product.to, &product.cpe, &product.purl];
        if said.iter().all(|text| text.is_empty()) {
            return None;
        }
        if product.vendor.is_empty() {
            self.wrong(name("vendor"), self.lang.t("advisory-wrong-vendor"));
        }
        if product.product.is_empty() {
            self.wrong(name("product"), self.lang.t("advisory-wrong-product"));
        }
        if product.until_fixed && !product.to.is_empty() && product.from == product.to {
            self.wrong(name("to"), self.lang.t("advisory-wrong-range"));
        }
        Some(product)
    }

    /// A name of a product for machines, in its right form; what cannot be read stays as it was typed.
    fn machine_name(&mut self, field: &str, read: fn(&str) -> Result<String, Localized>) -> String {
        let typed = self.line(field, MACHINE_NAME);
        if typed.is_empty() {
            return typed;
        }
        read(&typed).unwrap_or_else(|words| {
            self.wrong(field, words.get(language(self.lang)));
            typed
        })
    }

    fn vectors(&mut self) -> Vec<String> {
        (0..MOST_VECTORS).filter_map(|row| self.vector(row)).collect()
    }

    /// A vector in the order of the standard. A score that somebody wrote beside it is not kept: it must be the
    /// vector's own.
    fn vector(&mut self, row: usize) -> Option<String> {
        let (field, beside) = (format!("cvss-{row}"), format!("score-{row}"));
        let typed = self.line(&field, 300);
        let expected = self.line(&beside, 10);
        if typed.is_empty() {
            if !expected.is_empty() {
                self.wrong(field, self.lang.t("advisory-wrong-no-vector"));
            }
            return None;
        }
        match score(&typed) {
            Ok(scored) => {
                let right = in_words(scored.tenths);
                if !expected.is_empty() && as_score(&expected) != right {
                    self.wrong(field, self.lang.t2("advisory-wrong-score", "score", right, "typed", expected));
                }
                Some(scored.vector)
            }
            Err(error) => {
                self.wrong(field, unreadable(self.lang, &error));
                Some(typed)
            }
        }
    }

    /// Ids in one line, parted by anything that people part them by.
    fn ids(&mut self, name: &str, read: fn(&str) -> Option<String>, words: &str) -> Vec<String> {
        let typed = self.line(name, 2_000);
        let parts = typed.split([',', '、', '，', ';', ' ', '　', '\n', '\t']).filter(|part| !part.is_empty());
        let mut ids: Vec<String> = Vec::new();
        for part in parts.take(MOST_IDS) {
            match read(part) {
                Some(id) if ids.contains(&id) => {}
                Some(id) => ids.push(id),
                None => self.wrong(name, self.lang.t1(words, "typed", part)),
            }
        }
        ids
    }

    fn references(&mut self) -> Vec<Reference> {
        (0..MOST_REFERENCES).filter_map(|row| self.reference(row)).collect()
    }

    fn reference(&mut self, row: usize) -> Option<Reference> {
        let (title_field, url_field) = (format!("reftitle-{row}"), format!("refurl-{row}"));
        let reference = Reference { title: self.line(&title_field, NAME), url: self.line(&url_field, ADDRESS) };
        if reference.title.is_empty() && reference.url.is_empty() {
            return None;
        }
        if !is_address(&reference.url) {
            self.wrong(url_field, self.lang.t("advisory-wrong-address"));
        }
        Some(reference)
    }
}

/// A score in tenths as people write it: 98 is `9.8`.
pub(super) fn in_words(tenths: u8) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// `9` is `9.0`.
fn as_score(typed: &str) -> String {
    if typed.contains('.') { typed.to_owned() } else { format!("{typed}.0") }
}

fn unreadable(lang: Lang, error: &ScoreError) -> String {
    error.words(language(lang)).unwrap_or_else(|| lang.t("advisory-wrong-vector").into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    const VECTOR: &str = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    #[test]
    fn what_is_filled_in_comes_back() {
        let content = AdvisoryContent {
            title: Localized::new("題", "Title"),
            affected: vec![AffectedProduct {
                vendor: "甲".into(),
                product: "乙".into(),
                from: "1.0".into(),
                to: "2.0".into(),
                until_fixed: true,
                cpe: "cpe:2.3:a:kou:otsu:*:*:*:*:*:*:*:*".into(),
                purl: "pkg:npm/otsu".into(),
            }],
            cvss: vec![VECTOR.into()],
            cwe: vec!["CWE-79".into()],
            cve: vec!["CVE-2026-12345".into()],
            references: vec![Reference { title: "甲".into(), url: "https://a.example/".into() }],
            critical: true,
            stop_using: vec!["乙".into()],
            ..AdvisoryContent::default()
        };
        let form = fill(Lang::Ja, &content);
        let names = ["title_ja", "title_en", "vendor-0", "product-0", "from-0", "to-0", "bound-0", "cvss-0", "cwe"];
        let more = ["cpe-0", "purl-0", "cve", "reftitle-0", "refurl-0", "critical", "stop_using"];
        let sent: Vec<_> = names.iter().chain(&more).map(|name| (*name, form.value(name))).collect();
        assert_eq!(read(Lang::Ja, &fields(&sent), &AdvisoryContent::default()), Ok(content));
    }

    #[test]
    fn a_score_must_be_that_of_its_vector() {
        let stored = AdvisoryContent::default();
        let wrong = read(Lang::En, &fields(&[("cvss-0", VECTOR), ("score-0", "8.8")]), &stored).expect_err("9.8");
        assert_eq!(wrong.len(), 1);
        assert!(wrong[0].0 == "cvss-0" && wrong[0].1.contains("9.8"), "{wrong:?}");
        assert!(read(Lang::En, &fields(&[("cvss-0", VECTOR), ("score-0", "9.8")]), &stored).is_ok());
    }

    #[test]
    fn every_wrong_field_is_named() {
        let long = "長".repeat(201);
        let sent = [
            ("title_ja", long.as_str()),
            ("vendor-3", "甲"),
            ("purl-3", "otsu"),
            ("cvss-0", "CVSS:9.9/nothing"),
            ("cwe", "XSS"),
            ("cve", "CVE-1"),
            ("refurl-1", "javascript:alert(1)"),
        ];
        let wrong = read(Lang::Ja, &fields(&sent), &AdvisoryContent::default()).expect_err("all of it is wrong");
        let named: Vec<&str> = wrong.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(named, ["title_ja", "purl-3", "product-3", "cvss-0", "cwe", "cve", "refurl-1"]);
    }

    #[test]
    fn a_table_too_long_for_the_form_loses_nothing() {
        let row = |n: usize| AffectedProduct {
            vendor: "甲".into(),
            product: format!("製品{n}"),
            ..AffectedProduct::default()
        };
        let stored =
            AdvisoryContent { affected: (0..MOST_PRODUCTS + 2).map(row).collect(), ..AdvisoryContent::default() };
        let sent = fields(&[("vendor-0", "甲"), ("product-0", "書き直した製品")]);
        let read = read(Lang::Ja, &sent, &stored).expect("a text");
        assert_eq!(read.affected.len(), 3);
        assert_eq!(read.affected[2].product, format!("製品{}", MOST_PRODUCTS + 1));
    }
}
