//! What a case says about the vulnerability, in the words that the desk approved (decision 12).
//!
//! The raw report stays at the receiving body: free text can carry identity. What goes to the coordinator, and from
//! there to a developer, is a copy, field by field.

use serde::{Deserialize, Serialize};

/// A field of the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContentField {
    /// Product.
    Product,
    /// Its developer, as reported.
    Developer,
    /// Versions.
    Versions,
    /// Environment and settings.
    Environment,
    /// Kind of vulnerability.
    Kind,
    /// Steps and result.
    Steps,
    /// Threat.
    Threat,
    /// Workaround.
    Workaround,
    /// Proof (検証コード).
    Proof,
    /// Anything else.
    Notes,
}

impl ContentField {
    /// All of them, in the order of the form.
    pub const ALL: [ContentField; 10] = [
        ContentField::Product,
        ContentField::Developer,
        ContentField::Versions,
        ContentField::Environment,
        ContentField::Kind,
        ContentField::Steps,
        ContentField::Threat,
        ContentField::Workaround,
        ContentField::Proof,
        ContentField::Notes,
    ];

    /// Stable word for inputs and message keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            ContentField::Product => "product",
            ContentField::Developer => "developer",
            ContentField::Versions => "versions",
            ContentField::Environment => "environment",
            ContentField::Kind => "kind",
            ContentField::Steps => "steps",
            ContentField::Threat => "threat",
            ContentField::Workaround => "workaround",
            ContentField::Proof => "proof",
            ContentField::Notes => "notes",
        }
    }
}

/// The copy itself. An empty field was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CaseContent {
    /// Product.
    pub product: String,
    /// Its developer, as reported.
    pub developer: String,
    /// Versions.
    pub versions: String,
    /// Environment and settings.
    pub environment: String,
    /// Kind of vulnerability.
    pub kind: String,
    /// Steps and result.
    pub steps: String,
    /// Threat.
    pub threat: String,
    /// Workaround.
    pub workaround: String,
    /// Proof.
    pub proof: String,
    /// Anything else.
    pub notes: String,
}

impl CaseContent {
    /// One field.
    #[must_use]
    pub fn get(&self, field: ContentField) -> &str {
        match field {
            ContentField::Product => &self.product,
            ContentField::Developer => &self.developer,
            ContentField::Versions => &self.versions,
            ContentField::Environment => &self.environment,
            ContentField::Kind => &self.kind,
            ContentField::Steps => &self.steps,
            ContentField::Threat => &self.threat,
            ContentField::Workaround => &self.workaround,
            ContentField::Proof => &self.proof,
            ContentField::Notes => &self.notes,
        }
    }

    /// One field, to write.
    pub fn get_mut(&mut self, field: ContentField) -> &mut String {
        match field {
            ContentField::Product => &mut self.product,
            ContentField::Developer => &mut self.developer,
            ContentField::Versions => &mut self.versions,
            ContentField::Environment => &mut self.environment,
            ContentField::Kind => &mut self.kind,
            ContentField::Steps => &mut self.steps,
            ContentField::Threat => &mut self.threat,
            ContentField::Workaround => &mut self.workaround,
            ContentField::Proof => &mut self.proof,
            ContentField::Notes => &mut self.notes,
        }
    }

    /// A copy that holds only the named fields.
    #[must_use]
    pub fn only(&self, fields: &[ContentField]) -> CaseContent {
        let mut copy = CaseContent::default();
        for &field in fields {
            copy.get_mut(field).push_str(self.get(field));
        }
        copy
    }

    /// Product and kind in one line.
    #[must_use]
    pub fn title(&self) -> String {
        match (self.product.trim(), self.kind.trim()) {
            (product, "") => product.to_owned(),
            (product, kind) => format!("{product}：{kind}"),
        }
    }

    /// The copy that the receiving body proposes from a form; identity is not among its fields, but the free text
    /// is the finder's own and waits for the desk's approval.
    #[must_use]
    pub fn from_form(form: &crate::report::form::ReportForm) -> Self {
        let join = |parts: &[&str]| {
            let kept: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
            kept.join("\n")
        };
        CaseContent {
            product: form.product_name.trim().to_owned(),
            developer: form.developer.trim().to_owned(),
            versions: form.product_version.trim().to_owned(),
            environment: join(&[&form.patch_level, &form.product_language, &form.configuration]),
            kind: form.vulnerability_kind.trim().to_owned(),
            steps: join(&[&form.steps, &form.reproducibility_note]),
            threat: form.threat.trim().to_owned(),
            workaround: join(&[&form.workaround, &form.fix]),
            proof: form.proof.trim().to_owned(),
            notes: form.notes.trim().to_owned(),
        }
    }
}
