//! The schema of CSAF 2.0.

use super::super::finding::TestId;
use super::super::pattern;
use super::parts::*;
use super::{Field, Fields, Shape, cvss};

static DATE: Shape = Shape::Text(pattern::date_time, "date-time");
static PURL: Shape = Shape::Text(pattern::purl, "purl");
static HASH: Shape = Shape::Text(pattern::hash, "hash");

static ACKNOWLEDGMENT: Shape = Shape::Object(&ACKNOWLEDGMENT_FIELDS);
static ACKNOWLEDGMENT_FIELDS: Fields = filled(
    false,
    1,
    &[
        Field("names", false, &TEXTS),
        Field("organization", false, &TEXT),
        Field("summary", false, &TEXT),
        Field("urls", false, &URIS),
    ],
);

static ACKNOWLEDGMENTS: Shape = Shape::List { item: &ACKNOWLEDGMENT, least: 1, unique: false };

static NOTE: Shape = Shape::Object(&NOTE_FIELDS);
static NOTE_FIELDS: Fields = object(
    false,
    &[
        Field("audience", false, &TEXT),
        Field("category", true, &NOTE_CATEGORY),
        Field("text", true, &TEXT),
        Field("title", false, &TEXT),
    ],
);

static NOTES: Shape = Shape::List { item: &NOTE, least: 1, unique: false };

static REFERENCE: Shape = Shape::Object(&REFERENCE_FIELDS);
static REFERENCE_FIELDS: Fields = object(
    false,
    &[Field("category", false, &REFERENCE_CATEGORY), Field("summary", true, &TEXT), Field("url", true, &URI)],
);

static REFERENCES: Shape = Shape::List { item: &REFERENCE, least: 1, unique: false };

static FILE_HASH: Shape = Shape::Object(&FILE_HASH_FIELDS);
static FILE_HASH_FIELDS: Fields = object(false, &[Field("algorithm", true, &TEXT), Field("value", true, &HASH)]);

static FILE_HASHES: Shape = Shape::List { item: &FILE_HASH, least: 1, unique: false };

static HASHES_ITEM: Shape = Shape::Object(&HASHES_ITEM_FIELDS);
static HASHES_ITEM_FIELDS: Fields =
    object(false, &[Field("file_hashes", true, &FILE_HASHES), Field("filename", true, &TEXT)]);

static HASHES: Shape = Shape::List { item: &HASHES_ITEM, least: 1, unique: false };

static GENERIC_URI: Shape = Shape::Object(&GENERIC_URI_FIELDS);
static GENERIC_URI_FIELDS: Fields = object(false, &[Field("namespace", true, &URI), Field("uri", true, &URI)]);

static GENERIC_URIS: Shape = Shape::List { item: &GENERIC_URI, least: 1, unique: false };

static HELPER: Shape = Shape::Object(&HELPER_FIELDS);
static HELPER_FIELDS: Fields = filled(
    false,
    1,
    &[
        Field("cpe", false, &CPE),
        Field("hashes", false, &HASHES),
        Field("model_numbers", false, &UNIQUE_TEXTS),
        Field("purl", false, &PURL),
        Field("sbom_urls", false, &URIS),
        Field("serial_numbers", false, &UNIQUE_TEXTS),
        Field("skus", false, &TEXTS),
        Field("x_generic_uris", false, &GENERIC_URIS),
    ],
);

static PRODUCT: Shape = Shape::Object(&PRODUCT_FIELDS);
static PRODUCT_FIELDS: Fields = object(
    false,
    &[
        Field("name", true, &TEXT),
        Field("product_id", true, &TEXT),
        Field("product_identification_helper", false, &HELPER),
    ],
);

static PRODUCTS: Shape = Shape::List { item: &PRODUCT, least: 1, unique: false };

static BRANCH_CATEGORY: Shape = Shape::OneOf(&[
    "architecture",
    "host_name",
    "language",
    "legacy",
    "patch_level",
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
    closed: false,
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
    false,
    &[Field("group_id", true, &TEXT), Field("product_ids", true, &MEMBERS), Field("summary", false, &TEXT)],
);

static GROUPS: Shape = Shape::List { item: &GROUP, least: 1, unique: false };

static RELATIONSHIP: Shape = Shape::Object(&RELATIONSHIP_FIELDS);
static RELATIONSHIP_FIELDS: Fields = object(
    false,
    &[
        Field("category", true, &RELATION),
        Field("full_product_name", true, &PRODUCT),
        Field("product_reference", true, &TEXT),
        Field("relates_to_product_reference", true, &TEXT),
    ],
);

static RELATIONSHIPS: Shape = Shape::List { item: &RELATIONSHIP, least: 1, unique: false };

static TREE: Shape = Shape::Object(&TREE_FIELDS);
static TREE_FIELDS: Fields = filled(
    false,
    1,
    &[
        Field("branches", false, &BRANCHES),
        Field("full_product_names", false, &PRODUCTS),
        Field("product_groups", false, &GROUPS),
        Field("relationships", false, &RELATIONSHIPS),
    ],
);

static AGGREGATE_SEVERITY: Shape = Shape::Object(&AGGREGATE_SEVERITY_FIELDS);
static AGGREGATE_SEVERITY_FIELDS: Fields =
    object(false, &[Field("namespace", false, &URI), Field("text", true, &TEXT)]);

static LABEL: Shape = Shape::OneOf(&["AMBER", "GREEN", "RED", "WHITE"]);

static TLP: Shape = Shape::Object(&TLP_FIELDS);
static TLP_FIELDS: Fields = object(false, &[Field("label", true, &LABEL), Field("url", false, &URI)]);

static DISTRIBUTION: Shape = Shape::Object(&DISTRIBUTION_FIELDS);
static DISTRIBUTION_FIELDS: Fields = filled(false, 1, &[Field("text", false, &TEXT), Field("tlp", false, &TLP)]);

static PUBLISHER_CATEGORY: Shape =
    Shape::OneOf(&["coordinator", "discoverer", "other", "translator", "user", "vendor"]);

static PUBLISHER: Shape = Shape::Object(&PUBLISHER_FIELDS);
static PUBLISHER_FIELDS: Fields = object(
    false,
    &[
        Field("category", true, &PUBLISHER_CATEGORY),
        Field("contact_details", false, &TEXT),
        Field("issuing_authority", false, &TEXT),
        Field("name", true, &TEXT),
        Field("namespace", true, &URI),
    ],
);

static ENGINE: Shape = Shape::Object(&ENGINE_FIELDS);
static ENGINE_FIELDS: Fields = object(false, &[Field("name", true, &TEXT), Field("version", false, &TEXT)]);

static GENERATOR: Shape = Shape::Object(&GENERATOR_FIELDS);
static GENERATOR_FIELDS: Fields = object(false, &[Field("date", false, &DATE), Field("engine", true, &ENGINE)]);

static REVISION: Shape = Shape::Object(&REVISION_FIELDS);
static REVISION_FIELDS: Fields = object(
    false,
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
    false,
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

static CSAF_VERSION: Shape = Shape::OneOf(&["2.0"]);

static META: Shape = Shape::Object(&META_FIELDS);
static META_FIELDS: Fields = object(
    false,
    &[
        Field("acknowledgments", false, &ACKNOWLEDGMENTS),
        Field("aggregate_severity", false, &AGGREGATE_SEVERITY),
        Field("category", true, &CATEGORY),
        Field("csaf_version", true, &CSAF_VERSION),
        Field("distribution", false, &DISTRIBUTION),
        Field("lang", false, &LANG),
        Field("notes", false, &NOTES),
        Field("publisher", true, &PUBLISHER),
        Field("references", false, &REFERENCES),
        Field("source_lang", false, &LANG),
        Field("title", true, &TEXT),
        Field("tracking", true, &TRACKING),
    ],
);

static FLAG_ITEM: Shape = Shape::Object(&FLAG_ITEM_FIELDS);
static FLAG_ITEM_FIELDS: Fields = object(
    false,
    &[
        Field("date", false, &DATE),
        Field("group_ids", false, &UNIQUE_TEXTS),
        Field("label", true, &FLAG),
        Field("product_ids", false, &UNIQUE_TEXTS),
    ],
);

static FLAGS: Shape = Shape::List { item: &FLAG_ITEM, least: 1, unique: true };

static ID: Shape = Shape::Object(&ID_FIELDS);
static ID_FIELDS: Fields = object(false, &[Field("system_name", true, &TEXT), Field("text", true, &TEXT)]);

static IDS: Shape = Shape::List { item: &ID, least: 1, unique: true };

static INVOLVEMENT_ITEM: Shape = Shape::Object(&INVOLVEMENT_ITEM_FIELDS);
static INVOLVEMENT_ITEM_FIELDS: Fields = object(
    false,
    &[
        Field("date", false, &DATE),
        Field("party", true, &PARTY),
        Field("status", true, &INVOLVEMENT),
        Field("summary", false, &TEXT),
    ],
);

static INVOLVEMENTS: Shape = Shape::List { item: &INVOLVEMENT_ITEM, least: 1, unique: true };

static PRODUCT_STATUS: Shape = Shape::Object(&PRODUCT_STATUS_FIELDS);
static PRODUCT_STATUS_FIELDS: Fields = filled(
    false,
    1,
    &[
        Field("first_affected", false, &UNIQUE_TEXTS),
        Field("first_fixed", false, &UNIQUE_TEXTS),
        Field("fixed", false, &UNIQUE_TEXTS),
        Field("known_affected", false, &UNIQUE_TEXTS),
        Field("known_not_affected", false, &UNIQUE_TEXTS),
        Field("last_affected", false, &UNIQUE_TEXTS),
        Field("recommended", false, &UNIQUE_TEXTS),
        Field("under_investigation", false, &UNIQUE_TEXTS),
    ],
);

static RESTART: Shape = Shape::Object(&RESTART_FIELDS);
static RESTART_FIELDS: Fields =
    object(false, &[Field("category", true, &RESTART_CATEGORY), Field("details", false, &TEXT)]);

static REMEDIATION_CATEGORY: Shape =
    Shape::OneOf(&["mitigation", "no_fix_planned", "none_available", "vendor_fix", "workaround"]);

static REMEDIATION: Shape = Shape::Object(&REMEDIATION_FIELDS);
static REMEDIATION_FIELDS: Fields = object(
    false,
    &[
        Field("category", true, &REMEDIATION_CATEGORY),
        Field("date", false, &DATE),
        Field("details", true, &TEXT),
        Field("entitlements", false, &TEXTS),
        Field("group_ids", false, &UNIQUE_TEXTS),
        Field("product_ids", false, &UNIQUE_TEXTS),
        Field("restart_required", false, &RESTART),
        Field("url", false, &URI),
    ],
);

static REMEDIATIONS: Shape = Shape::List { item: &REMEDIATION, least: 1, unique: false };

static THREAT_ITEM: Shape = Shape::Object(&THREAT_ITEM_FIELDS);
static THREAT_ITEM_FIELDS: Fields = object(
    false,
    &[
        Field("category", true, &THREAT),
        Field("date", false, &DATE),
        Field("details", true, &TEXT),
        Field("group_ids", false, &UNIQUE_TEXTS),
        Field("product_ids", false, &UNIQUE_TEXTS),
    ],
);

static THREATS: Shape = Shape::List { item: &THREAT_ITEM, least: 1, unique: false };

/// Test 6.1.8 looks at what the schemas of FIRST want.
static CVSS_V2: Shape = Shape::As(TestId::mandatory(8), &Shape::Cvss(&cvss::V2));
static CVSS_V3: Shape = Shape::As(TestId::mandatory(8), &Shape::Cvss(&cvss::V3));

static SCORE: Shape = Shape::Object(&SCORE_FIELDS);
static SCORE_FIELDS: Fields = filled(
    false,
    2,
    &[Field("cvss_v2", false, &CVSS_V2), Field("cvss_v3", false, &CVSS_V3), Field("products", true, &UNIQUE_TEXTS)],
);

static SCORES: Shape = Shape::List { item: &SCORE, least: 1, unique: false };

static CWE_ITEM: Shape = Shape::Object(&CWE_ITEM_FIELDS);
static CWE_ITEM_FIELDS: Fields = object(false, &[Field("id", true, &CWE), Field("name", true, &TEXT)]);

static VULNERABILITY: Shape = Shape::Object(&VULNERABILITY_FIELDS);
static VULNERABILITY_FIELDS: Fields = filled(
    false,
    1,
    &[
        Field("acknowledgments", false, &ACKNOWLEDGMENTS),
        Field("cve", false, &CVE),
        Field("cwe", false, &CWE_ITEM),
        Field("discovery_date", false, &DATE),
        Field("flags", false, &FLAGS),
        Field("ids", false, &IDS),
        Field("involvements", false, &INVOLVEMENTS),
        Field("notes", false, &NOTES),
        Field("product_status", false, &PRODUCT_STATUS),
        Field("references", false, &REFERENCES),
        Field("release_date", false, &DATE),
        Field("remediations", false, &REMEDIATIONS),
        Field("scores", false, &SCORES),
        Field("threats", false, &THREATS),
        Field("title", false, &TEXT),
    ],
);

static VULNERABILITIES: Shape = Shape::List { item: &VULNERABILITY, least: 1, unique: false };

/// The whole document.
pub(in super::super) static DOCUMENT: Shape = Shape::Object(&ROOT_FIELDS);
static ROOT_FIELDS: Fields = object(
    false,
    &[
        Field("document", true, &META),
        Field("product_tree", false, &TREE),
        Field("vulnerabilities", false, &VULNERABILITIES),
    ],
);
