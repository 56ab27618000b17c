//! The schema of CSAF 2.1: the document's own section and the product tree.

use super::super::finding::TestId;
use super::super::pattern;
use super::parts::*;
use super::v21_vulnerabilities::VULNERABILITIES;
use super::{Field, Fields, Shape};

/// Test 6.1.37 looks at what the schema wants of a point in time.
pub(super) static DATE: Shape = Shape::As(TestId::mandatory(37), &Shape::Text(pattern::strict_date_time, "date-time"));
static PURLS: Shape = Shape::List { item: &Shape::Text(pattern::lower_purl, "purl"), least: 1, unique: true };
static ALGORITHM: Shape = Shape::Text(pattern::algorithm, "algorithm");
static HASH: Shape = Shape::Text(pattern::lower_hash, "hash");

/// An item of `x_extensions`.
static EXTENSION: Shape = Shape::As(TestId::mandatory(60).part(1), &EXTENSION_ITEM);
static EXTENSION_CATEGORY: Shape = Shape::OneOf(&["essential", "significant", "supplementary"]);
static EXTENSION_SCHEMA: Shape = Shape::Text(super::super::extension::is_schema_url, "extension");

static EXTENSION_ITEM: Shape = Shape::Object(&EXTENSION_ITEM_FIELDS);
static EXTENSION_ITEM_FIELDS: Fields = object(
    true,
    &[
        Field("$schema", true, &EXTENSION_SCHEMA),
        Field("category", true, &EXTENSION_CATEGORY),
        Field("content", true, &Shape::Filled),
        Field("critical", true, &Shape::Boolean),
    ],
);

pub(super) static EXTENSIONS: Shape = Shape::List { item: &EXTENSION, least: 1, unique: true };

static ACKNOWLEDGMENT: Shape = Shape::Object(&ACKNOWLEDGMENT_FIELDS);
static ACKNOWLEDGMENT_FIELDS: Fields = filled(
    true,
    1,
    &[
        Field("names", false, &TEXTS),
        Field("organization", false, &TEXT),
        Field("summary", false, &TEXT),
        Field("urls", false, &URIS),
    ],
);

pub(super) static ACKNOWLEDGMENTS: Shape = Shape::List { item: &ACKNOWLEDGMENT, least: 1, unique: false };

static NOTE: Shape = Shape::Object(&NOTE_FIELDS);
static NOTE_FIELDS: Fields = object(
    true,
    &[
        Field("audience", false, &TEXT),
        Field("category", true, &NOTE_CATEGORY),
        Field("group_ids", false, &UNIQUE_TEXTS),
        Field("product_ids", false, &UNIQUE_TEXTS),
        Field("text", true, &TEXT),
        Field("title", false, &TEXT),
    ],
);

pub(super) static NOTES: Shape = Shape::List { item: &NOTE, least: 1, unique: false };

static REFERENCE: Shape = Shape::Object(&REFERENCE_FIELDS);
static REFERENCE_FIELDS: Fields = object(
    true,
    &[Field("category", false, &REFERENCE_CATEGORY), Field("summary", true, &TEXT), Field("url", true, &URI)],
);

pub(super) static REFERENCES: Shape = Shape::List { item: &REFERENCE, least: 1, unique: false };

static FILE_HASH: Shape = Shape::Object(&FILE_HASH_FIELDS);
static FILE_HASH_FIELDS: Fields = object(true, &[Field("algorithm", true, &ALGORITHM), Field("value", true, &HASH)]);

static FILE_HASHES: Shape = Shape::List { item: &FILE_HASH, least: 1, unique: true };

static HASHES_ITEM: Shape = Shape::Object(&HASHES_ITEM_FIELDS);
static HASHES_ITEM_FIELDS: Fields =
    object(true, &[Field("file_hashes", true, &FILE_HASHES), Field("filename", true, &TEXT)]);

static HASHES: Shape = Shape::List { item: &HASHES_ITEM, least: 1, unique: true };

static GENERIC_URI: Shape = Shape::Object(&GENERIC_URI_FIELDS);
static GENERIC_URI_FIELDS: Fields = object(true, &[Field("namespace", true, &URI), Field("uri", true, &URI)]);

static GENERIC_URIS: Shape = Shape::List { item: &GENERIC_URI, least: 1, unique: true };

static HELPER: Shape = Shape::Object(&HELPER_FIELDS);
static HELPER_FIELDS: Fields = filled(
    true,
    1,
    &[
        Field("cpe", false, &CPE),
        Field("hashes", false, &HASHES),
        Field("model_numbers", false, &UNIQUE_TEXTS),
        Field("purls", false, &PURLS),
        Field("sbom_urls", false, &UNIQUE_URIS),
        Field("serial_numbers", false, &UNIQUE_TEXTS),
        Field("skus", false, &UNIQUE_TEXTS),
        Field("x_generic_uris", false, &GENERIC_URIS),
    ],
);

static PRODUCT: Shape = Shape::Object(&PRODUCT_FIELDS);
static PRODUCT_FIELDS: Fields = object(
    true,
    &[
        Field("name", true, &TEXT),
        Field("product_id", true, &TEXT),
        Field("product_identification_helper", false, &HELPER),
        Field("x_extensions", false, &EXTENSIONS),
    ],
);

static PRODUCTS: Shape = Shape::List { item: &PRODUCT, least: 1, unique: false };

static BRANCH_CATEGORY: Shape = Shape::OneOf(&[
    "architecture",
    "host_name",
    "language",
    "patch_level",
    "platform",
    "product_family",
    "product_name",
    "product_version",
    "product_version_range",
    "service_pack",
    "specification",
    "vendor",
]);

static BRANCH: Shape = Shape::Object(&BRANCH_FIELDS);
static BRANCH_FIELDS: Fields = Fields {
    least: 3,
    most: 3,
    closed: true,
    fields: &[
        Field("branches", false, &BRANCHES),
        Field("category", true, &BRANCH_CATEGORY),
        Field("name", true, &TEXT),
        Field("product", false, &PRODUCT),
    ],
};

static BRANCHES: Shape = Shape::List { item: &BRANCH, least: 1, unique: false };

static GROUP: Shape = Shape::Object(&GROUP_FIELDS);
static GROUP_FIELDS: Fields = object(
    true,
    &[Field("group_id", true, &TEXT), Field("product_ids", true, &MEMBERS), Field("summary", false, &TEXT)],
);

static GROUPS: Shape = Shape::List { item: &GROUP, least: 1, unique: false };

static SUBPATH: Shape = Shape::Object(&SUBPATH_FIELDS);
static SUBPATH_FIELDS: Fields =
    object(true, &[Field("category", true, &RELATION), Field("next_product_reference", true, &TEXT)]);

static SUBPATHS: Shape = Shape::List { item: &SUBPATH, least: 1, unique: false };

static PATH: Shape = Shape::Object(&PATH_FIELDS);
static PATH_FIELDS: Fields = object(
    true,
    &[
        Field("beginning_product_reference", true, &TEXT),
        Field("full_product_name", true, &PRODUCT),
        Field("subpaths", true, &SUBPATHS),
    ],
);

static PATHS: Shape = Shape::List { item: &PATH, least: 1, unique: false };

static TREE: Shape = Shape::Object(&TREE_FIELDS);
static TREE_FIELDS: Fields = filled(
    true,
    1,
    &[
        Field("branches", false, &BRANCHES),
        Field("full_product_names", false, &PRODUCTS),
        Field("product_groups", false, &GROUPS),
        Field("product_paths", false, &PATHS),
    ],
);

static AGGREGATE_SEVERITY: Shape = Shape::Object(&AGGREGATE_SEVERITY_FIELDS);
static AGGREGATE_SEVERITY_FIELDS: Fields = object(true, &[Field("namespace", false, &URI), Field("text", true, &TEXT)]);

static LABEL: Shape = Shape::OneOf(&["AMBER", "AMBER+STRICT", "CLEAR", "GREEN", "RED"]);

static TLP: Shape = Shape::Object(&TLP_FIELDS);
static TLP_FIELDS: Fields = object(true, &[Field("label", true, &LABEL), Field("url", false, &URI)]);

static GROUP_ID: Shape = Shape::Text(pattern::sharing_group, "uuid");
static SHARING_GROUP: Shape = Shape::Object(&SHARING_GROUP_FIELDS);
static SHARING_GROUP_FIELDS: Fields = object(true, &[Field("id", true, &GROUP_ID), Field("name", false, &TEXT)]);

static DISTRIBUTION: Shape = Shape::Object(&DISTRIBUTION_FIELDS);
static DISTRIBUTION_FIELDS: Fields = object(
    true,
    &[Field("sharing_group", false, &SHARING_GROUP), Field("text", false, &TEXT), Field("tlp", true, &TLP)],
);

static PUBLISHER_CATEGORY: Shape =
    Shape::OneOf(&["coordinator", "discoverer", "multiplier", "other", "translator", "user", "vendor"]);

static PUBLISHER: Shape = Shape::Object(&PUBLISHER_FIELDS);
static PUBLISHER_FIELDS: Fields = object(
    true,
    &[
        Field("category", true, &PUBLISHER_CATEGORY),
        Field("contact_details", false, &TEXT),
        Field("issuing_authority", false, &TEXT),
        Field("name", true, &TEXT),
        Field("namespace", true, &URI),
    ],
);

static ENGINE: Shape = Shape::Object(&ENGINE_FIELDS);
static ENGINE_FIELDS: Fields = object(true, &[Field("name", true, &TEXT), Field("version", false, &TEXT)]);

static GENERATOR: Shape = Shape::Object(&GENERATOR_FIELDS);
static GENERATOR_FIELDS: Fields = object(true, &[Field("date", false, &DATE), Field("engine", true, &ENGINE)]);

static REVISION: Shape = Shape::Object(&REVISION_FIELDS);
static REVISION_FIELDS: Fields = object(
    true,
    &[
        Field("date", true, &DATE),
        Field("legacy_version", false, &TEXT),
        Field("number", true, &VERSION),
        Field("summary", true, &TEXT),
    ],
);

static HISTORY: Shape = Shape::List { item: &REVISION, least: 1, unique: false };

static TRACKING: Shape = Shape::Object(&TRACKING_FIELDS);
static TRACKING_FIELDS: Fields = object(
    true,
    &[
        Field("aliases", false, &UNIQUE_TEXTS),
        Field("current_release_date", true, &DATE),
        Field("generator", false, &GENERATOR),
        Field("id", true, &TRACKING_ID),
        Field("initial_release_date", true, &DATE),
        Field("revision_history", true, &HISTORY),
        Field("status", true, &STATUS),
        Field("version", true, &VERSION),
    ],
);

static CSAF_VERSION: Shape = Shape::OneOf(&["2.1"]);

static META: Shape = Shape::Object(&META_FIELDS);
static META_FIELDS: Fields = object(
    true,
    &[
        Field("acknowledgments", false, &ACKNOWLEDGMENTS),
        Field("aggregate_severity", false, &AGGREGATE_SEVERITY),
        Field("category", true, &CATEGORY),
        Field("csaf_version", true, &CSAF_VERSION),
        Field("distribution", true, &DISTRIBUTION),
        Field("lang", false, &LANG),
        Field("license_expression", false, &TEXT),
        Field("notes", false, &NOTES),
        Field("publisher", true, &PUBLISHER),
        Field("references", false, &REFERENCES),
        Field("source_lang", false, &LANG),
        Field("title", true, &TEXT),
        Field("tracking", true, &TRACKING),
        Field("x_extensions", false, &EXTENSIONS),
    ],
);

static SCHEMA: Shape = Shape::OneOf(&["https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json"]);
/// The whole document.
pub(in super::super) static DOCUMENT: Shape = Shape::Object(&ROOT_FIELDS);
static ROOT_FIELDS: Fields = object(
    true,
    &[
        Field("$schema", true, &SCHEMA),
        Field("document", true, &META),
        Field("product_tree", false, &TREE),
        Field("vulnerabilities", false, &VULNERABILITIES),
        Field("x_extensions", false, &EXTENSIONS),
    ],
);
