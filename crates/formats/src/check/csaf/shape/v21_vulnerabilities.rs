//! The schema of CSAF 2.1: vulnerabilities and their metrics.

use super::super::finding::TestId;
use super::super::pattern;
use super::parts::*;
use super::v21::{ACKNOWLEDGMENTS, DATE, EXTENSIONS, NOTES, REFERENCES};
use super::{Field, Fields, Shape, cvss};

static FLAG_ITEM: Shape = Shape::Object(&FLAG_ITEM_FIELDS);
static FLAG_ITEM_FIELDS: Fields = object(
    true,
    &[
        Field("date", false, &DATE),
        Field("group_ids", false, &UNIQUE_TEXTS),
        Field("label", true, &FLAG),
        Field("product_ids", false, &UNIQUE_TEXTS),
    ],
);

static FLAGS: Shape = Shape::List { item: &FLAG_ITEM, least: 1, unique: true };

static ID: Shape = Shape::Object(&ID_FIELDS);
static ID_FIELDS: Fields = object(
    true,
    &[
        Field("group_ids", false, &UNIQUE_TEXTS),
        Field("product_ids", false, &UNIQUE_TEXTS),
        Field("system_name", true, &TEXT),
        Field("text", true, &TEXT),
    ],
);

static IDS: Shape = Shape::List { item: &ID, least: 1, unique: true };

static INVOLVEMENT_ITEM: Shape = Shape::Object(&INVOLVEMENT_ITEM_FIELDS);
static INVOLVEMENT_ITEM_FIELDS: Fields = object(
    true,
    &[
        Field("contact", false, &TEXT),
        Field("date", false, &DATE),
        Field("group_ids", false, &UNIQUE_TEXTS),
        Field("party", true, &PARTY),
        Field("product_ids", false, &UNIQUE_TEXTS),
        Field("status", true, &INVOLVEMENT),
        Field("summary", false, &TEXT),
    ],
);

static INVOLVEMENTS: Shape = Shape::List { item: &INVOLVEMENT_ITEM, least: 1, unique: true };

static PRODUCT_STATUS: Shape = Shape::Object(&PRODUCT_STATUS_FIELDS);
static PRODUCT_STATUS_FIELDS: Fields = filled(
    true,
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
        Field("unknown", false, &UNIQUE_TEXTS),
    ],
);

static RESTART: Shape = Shape::Object(&RESTART_FIELDS);
static RESTART_FIELDS: Fields =
    object(true, &[Field("category", true, &RESTART_CATEGORY), Field("details", false, &TEXT)]);

static REMEDIATION_CATEGORY: Shape = Shape::OneOf(&[
    "fix_planned",
    "mitigation",
    "no_fix_planned",
    "none_available",
    "optional_patch",
    "vendor_fix",
    "workaround",
]);

static REMEDIATION: Shape = Shape::Object(&REMEDIATION_FIELDS);
static REMEDIATION_FIELDS: Fields = object(
    true,
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
    true,
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
static CVSS_V4: Shape = Shape::As(TestId::mandatory(8), &Shape::Cvss(&cvss::V4));

static PROBABILITY: Shape = Shape::Text(pattern::probability, "probability");
static EPSS: Shape = Shape::Object(&EPSS_FIELDS);
static EPSS_FIELDS: Fields = object(
    true,
    &[
        Field("percentile", true, &PROBABILITY),
        Field("probability", true, &PROBABILITY),
        Field("timestamp", true, &DATE),
    ],
);

static RATING: Shape = Shape::OneOf(&["critical", "high", "low", "medium", "none"]);
/// Test 6.1.46 looks at what the schema of SSVC wants.
static SSVC: Shape = Shape::As(TestId::mandatory(46), &SELECTION_LIST);
static SSVC_KEY: Shape = Shape::Text(pattern::ssvc_key, "key");
static SSVC_VERSION: Shape = Shape::Text(pattern::semantic_version, "version");
static SSVC_NAMESPACE: Shape = Shape::Text(super::super::ssvc::is_namespace, "namespace");
static SCHEMA_VERSION: Shape = Shape::OneOf(&["2.0.0"]);
static SSVC_VALUE: Shape = Shape::Object(&SSVC_VALUE_FIELDS);
static SSVC_VALUE_FIELDS: Fields =
    object(true, &[Field("definition", false, &TEXT), Field("key", true, &SSVC_KEY), Field("name", false, &TEXT)]);

static SSVC_VALUES: Shape = Shape::List { item: &SSVC_VALUE, least: 1, unique: false };
static SELECTION: Shape = Shape::Object(&SELECTION_FIELDS);
static SELECTION_FIELDS: Fields = object(
    true,
    &[
        Field("definition", false, &TEXT),
        Field("key", true, &SSVC_KEY),
        Field("name", false, &TEXT),
        Field("namespace", true, &SSVC_NAMESPACE),
        Field("values", true, &SSVC_VALUES),
        Field("version", true, &SSVC_VERSION),
    ],
);

static SELECTIONS: Shape = Shape::List { item: &SELECTION, least: 1, unique: false };

static SSVC_REFERENCE: Shape = Shape::Object(&SSVC_REFERENCE_FIELDS);
static SSVC_REFERENCE_FIELDS: Fields =
    object(true, &[Field("summary", true, &Shape::AnyText), Field("uri", true, &URI)]);

static SSVC_REFERENCES: Shape = Shape::List { item: &SSVC_REFERENCE, least: 1, unique: false };

static TARGET_IDS: Shape = Shape::List { item: &Shape::AnyText, least: 1, unique: true };
static SELECTION_LIST: Shape = Shape::Object(&SELECTION_LIST_FIELDS);
static SELECTION_LIST_FIELDS: Fields = object(
    true,
    &[
        Field("decision_point_resources", false, &SSVC_REFERENCES),
        Field("references", false, &SSVC_REFERENCES),
        Field("schemaVersion", true, &SCHEMA_VERSION),
        Field("selections", true, &SELECTIONS),
        Field("target_ids", false, &TARGET_IDS),
        Field("timestamp", true, &DATE),
    ],
);

static CONTENT: Shape = Shape::Object(&CONTENT_FIELDS);
static CONTENT_FIELDS: Fields = filled(
    true,
    1,
    &[
        Field("cvss_v2", false, &CVSS_V2),
        Field("cvss_v3", false, &CVSS_V3),
        Field("cvss_v4", false, &CVSS_V4),
        Field("epss", false, &EPSS),
        Field("qualitative_severity_rating", false, &RATING),
        Field("ssvc_v2", false, &SSVC),
        Field("x_extensions", false, &EXTENSIONS),
    ],
);

static METRIC: Shape = Shape::Object(&METRIC_FIELDS);
static METRIC_FIELDS: Fields = object(
    true,
    &[Field("content", true, &CONTENT), Field("products", true, &UNIQUE_TEXTS), Field("source", false, &URI)],
);

static METRICS: Shape = Shape::List { item: &METRIC, least: 1, unique: true };

static CWE_NAME: Shape = Shape::Text(pattern::category, "name");
static CWE_VERSION: Shape = Shape::Text(pattern::cwe_version, "version");
static CWE_ITEM: Shape = Shape::Object(&CWE_ITEM_FIELDS);
static CWE_ITEM_FIELDS: Fields =
    object(true, &[Field("id", true, &CWE), Field("name", true, &CWE_NAME), Field("version", true, &CWE_VERSION)]);

static CWES: Shape = Shape::List { item: &CWE_ITEM, least: 1, unique: true };

static EXPLOITATION: Shape = Shape::Object(&EXPLOITATION_FIELDS);
static EXPLOITATION_FIELDS: Fields = filled(
    true,
    3,
    &[
        Field("date", true, &DATE),
        Field("exploitation_date", true, &DATE),
        Field("group_ids", false, &UNIQUE_TEXTS),
        Field("product_ids", false, &UNIQUE_TEXTS),
    ],
);

static EXPLOITATIONS: Shape = Shape::List { item: &EXPLOITATION, least: 1, unique: true };

static VULNERABILITY: Shape = Shape::Object(&VULNERABILITY_FIELDS);
static VULNERABILITY_FIELDS: Fields = filled(
    true,
    1,
    &[
        Field("acknowledgments", false, &ACKNOWLEDGMENTS),
        Field("cve", false, &CVE),
        Field("cwes", false, &CWES),
        Field("disclosure_date", false, &DATE),
        Field("discovery_date", false, &DATE),
        Field("first_known_exploitation_dates", false, &EXPLOITATIONS),
        Field("flags", false, &FLAGS),
        Field("ids", false, &IDS),
        Field("involvements", false, &INVOLVEMENTS),
        Field("metrics", false, &METRICS),
        Field("notes", false, &NOTES),
        Field("product_status", false, &PRODUCT_STATUS),
        Field("references", false, &REFERENCES),
        Field("remediations", false, &REMEDIATIONS),
        Field("threats", false, &THREATS),
        Field("title", false, &TEXT),
        Field("x_extensions", false, &EXTENSIONS),
    ],
);

pub(super) static VULNERABILITIES: Shape = Shape::List { item: &VULNERABILITY, least: 1, unique: false };
