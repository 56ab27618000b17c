//! Shapes that both versions share.

use super::super::pattern;
use super::{Field, Fields, Shape};

pub(super) static TEXT: Shape = Shape::Text(pattern::any, "text");
pub(super) static URI: Shape = Shape::Text(pattern::uri, "uri");
pub(super) static LANG: Shape = Shape::Text(pattern::language, "language");
pub(super) static VERSION: Shape = Shape::Text(pattern::version, "version");
pub(super) static CATEGORY: Shape = Shape::Text(pattern::category, "name");
pub(super) static TRACKING_ID: Shape = Shape::Text(pattern::tracking_id, "id");
pub(super) static CPE: Shape = Shape::Text(pattern::cpe, "cpe");
pub(super) static CVE: Shape = Shape::Text(pattern::cve, "cve");
pub(super) static CWE: Shape = Shape::Text(pattern::cwe, "cwe");
pub(super) static TEXTS: Shape = Shape::List { item: &TEXT, least: 1, unique: false };
pub(super) static UNIQUE_TEXTS: Shape = Shape::List { item: &TEXT, least: 1, unique: true };
pub(super) static URIS: Shape = Shape::List { item: &URI, least: 1, unique: false };
pub(super) static UNIQUE_URIS: Shape = Shape::List { item: &URI, least: 1, unique: true };
/// `product_groups.product_ids`: at least two.
pub(super) static MEMBERS: Shape = Shape::List { item: &TEXT, least: 2, unique: true };

pub(super) static NOTE_CATEGORY: Shape =
    Shape::OneOf(&["description", "details", "faq", "general", "legal_disclaimer", "other", "summary"]);
pub(super) static REFERENCE_CATEGORY: Shape = Shape::OneOf(&["external", "self"]);
pub(super) static STATUS: Shape = Shape::OneOf(&["draft", "final", "interim"]);
pub(super) static PARTY: Shape = Shape::OneOf(&["coordinator", "discoverer", "other", "user", "vendor"]);
pub(super) static INVOLVEMENT: Shape =
    Shape::OneOf(&["completed", "contact_attempted", "disputed", "in_progress", "not_contacted", "open"]);
pub(super) static THREAT: Shape = Shape::OneOf(&["exploit_status", "impact", "target_set"]);
pub(super) static FLAG: Shape = Shape::OneOf(&[
    "component_not_present",
    "inline_mitigations_already_exist",
    "vulnerable_code_cannot_be_controlled_by_adversary",
    "vulnerable_code_not_in_execute_path",
    "vulnerable_code_not_present",
]);
pub(super) static RELATION: Shape = Shape::OneOf(&[
    "default_component_of",
    "external_component_of",
    "installed_on",
    "installed_with",
    "optional_component_of",
]);
pub(super) static RESTART_CATEGORY: Shape = Shape::OneOf(&[
    "connected",
    "dependencies",
    "machine",
    "none",
    "parent",
    "service",
    "system",
    "vulnerable_component",
    "zone",
]);

/// An object; 2.0 leaves its objects open, 2.1 closes them.
pub(super) const fn object(closed: bool, fields: &'static [Field]) -> Fields {
    Fields { fields, least: 0, most: usize::MAX, closed }
}

/// An object with at least so many members.
pub(super) const fn filled(closed: bool, least: usize, fields: &'static [Field]) -> Fields {
    Fields { fields, least, most: usize::MAX, closed }
}
