//! A stand-in for the CVE Services, in memory: it refuses what the OpenAPI (2.2.0) would refuse a CNA.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde_json::{Value, json};

pub const ORG: &str = "noroshi-cna";
pub const USER: &str = "robot@noroshi.example";
pub const KEY: &str = "KEY-OF-THE-STAND-IN-0001";

#[derive(Default)]
struct Known {
    numbers: BTreeMap<String, &'static str>,
    records: BTreeMap<String, Value>,
    writes: Vec<String>,
    loses_answer: bool,
}

type Shared = Arc<Mutex<Known>>;

/// The services, listening on this machine.
pub struct StandIn {
    known: Shared,
    port: u16,
}

impl StandIn {
    pub async fn start() -> StandIn {
        let known = Shared::default();
        let app = Router::new()
            .route("/api/cve-id", get(list).post(reserve))
            .route("/api/cve/{id}", get(record))
            .route("/api/cve/{id}/cna", post(write).put(write))
            .route("/api/cve/{id}/reject", post(reject).put(reject))
            .with_state(known.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        tokio::spawn(async move { axum::serve(listener, app).await.expect("it serves") });
        StandIn { known, port }
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    pub fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}/api", self.port)
    }

    /// What was written, in order.
    pub fn writes(&self) -> Vec<String> {
        self.known.lock().expect("no panic").writes.clone()
    }

    pub fn record(&self, id: &str) -> Option<Value> {
        self.known.lock().expect("no panic").records.get(id).cloned()
    }

    /// The next record is written, and the answer says something else.
    pub fn lose_next_answer(&self) {
        self.known.lock().expect("no panic").loses_answer = true;
    }
}

fn error(status: StatusCode, word: &str) -> Response {
    (status, axum::Json(json!({ "error": word, "message": "as the OpenAPI says" }))).into_response()
}

fn refused(headers: &HeaderMap) -> Option<Response> {
    let is = |name: &str, value: &str| headers.get(name).is_some_and(|found| found == value);
    let known = is("cve-api-org", ORG) && is("cve-api-user", USER) && is("cve-api-key", KEY);
    (!known).then(|| error(StatusCode::UNAUTHORIZED, "UNAUTHORIZED"))
}

async fn list(State(known): State<Shared>, headers: HeaderMap) -> Response {
    if let Some(refused) = refused(&headers) {
        return refused;
    }
    let known = known.lock().expect("no panic");
    let number = |(id, state): (&String, &&str)| json!({ "cve_id": id, "cve_year": &id[4..8], "state": state });
    axum::Json(json!({ "cve_ids": known.numbers.iter().map(number).collect::<Vec<_>>() })).into_response()
}

async fn reserve(
    State(known): State<Shared>,
    headers: HeaderMap,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Response {
    if let Some(refused) = refused(&headers) {
        return refused;
    }
    let said = |name: &str| asked.get(name).cloned().unwrap_or_default();
    let (amount, year) = (said("amount").parse::<u32>(), said("cve_year").parse::<u16>());
    let batch = ["sequential", "nonsequential"].contains(&said("batch_type").as_str());
    let (Ok(amount), Ok(year), true) = (amount, year, said("short_name") == ORG) else {
        return error(StatusCode::BAD_REQUEST, "BAD_INPUT");
    };
    if amount == 0 || (amount > 1 && !batch) {
        return error(StatusCode::BAD_REQUEST, "BAD_INPUT");
    }
    let mut known = known.lock().expect("no panic");
    let mut made = Vec::new();
    for _ in 0..amount {
        let id = format!("CVE-{year}-{}", 40_001 + known.numbers.len());
        made.push(json!({ "cve_id": id, "cve_year": year.to_string(), "owning_cna": ORG, "state": "RESERVED" }));
        known.numbers.insert(id, "RESERVED");
    }
    axum::Json(json!({ "cve_ids": made, "meta": { "remaining_quota": 90 } })).into_response()
}

async fn record(State(known): State<Shared>, Path(id): Path<String>) -> Response {
    match known.lock().expect("no panic").records.get(&id) {
        Some(record) => axum::Json(record.clone()).into_response(),
        None => error(StatusCode::NOT_FOUND, "CVE_RECORD_DNE"),
    }
}

async fn write(
    State(known): State<Shared>,
    Path(id): Path<String>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if let Some(refused) = refused(&headers) {
        return refused;
    }
    let Some(cna) = container(&headers, &body).filter(is_published_container) else {
        return error(StatusCode::BAD_REQUEST, "INVALID_JSON_SCHEMA");
    };
    let mut known = known.lock().expect("no panic");
    if !known.numbers.contains_key(&id) {
        return error(StatusCode::FORBIDDEN, "CVE_ID_DNE");
    }
    match (known.records.contains_key(&id), method == Method::POST) {
        (true, true) => return error(StatusCode::FORBIDDEN, "CVE_RECORD_EXISTS"),
        (false, false) => return error(StatusCode::FORBIDDEN, "CVE_RECORD_DNE"),
        _ => {}
    }
    known.writes.push(format!("{method} /cve/{id}/cna"));
    known.numbers.insert(id.clone(), "PUBLISHED");
    let mut cna = cna;
    cna["providerMetadata"] = json!({ "orgId": "b7a0bd25-0e4f-4a30-8f2c-3a2a5e6c0f11", "shortName": ORG });
    let record = json!({
        "dataType": "CVE_RECORD",
        "dataVersion": "5.2.0",
        "cveMetadata": { "cveId": id, "state": "PUBLISHED", "assignerShortName": ORG },
        "containers": { "cna": cna, "adp": [{ "title": "somebody else's" }] },
    });
    known.records.insert(id, record.clone());
    if std::mem::take(&mut known.loses_answer) {
        return error(StatusCode::SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE");
    }
    axum::Json(json!({ "message": "the record was written", "created": record })).into_response()
}

async fn reject(
    State(known): State<Shared>,
    Path(id): Path<String>,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    if let Some(refused) = refused(&headers) {
        return refused;
    }
    let reasons = container(&headers, &body).is_some_and(|cna| is_texts(&cna["rejectedReasons"]));
    let mut known = known.lock().expect("no panic");
    if !reasons || !known.numbers.contains_key(&id) || known.records.contains_key(&id) != (method == Method::PUT) {
        return error(StatusCode::BAD_REQUEST, "BAD_INPUT");
    }
    known.writes.push(format!("{method} /cve/{id}/reject"));
    known.numbers.insert(id, "REJECTED");
    axum::Json(json!({ "message": "rejected" })).into_response()
}

/// The body's one member.
fn container(headers: &HeaderMap, body: &[u8]) -> Option<Value> {
    headers.get("content-type").filter(|kind| *kind == "application/json")?;
    let body: Value = serde_json::from_slice(body).ok()?;
    (body.as_object()?.len() == 1).then(|| body["cnaContainer"].clone()).filter(Value::is_object)
}

/// What the schema of a published CNA container requires (CVE Record Format 5.x).
fn is_published_container(cna: &Value) -> bool {
    let all = |name: &str, is: fn(&Value) -> bool| {
        cna[name].as_array().is_some_and(|items| !items.is_empty() && items.iter().all(is))
    };
    let english = cna["descriptions"].as_array().into_iter().flatten().any(|one| one["lang"] == "en");
    let is_address = |one: &Value| one["url"].as_str().is_some_and(|url| url.starts_with("http"));
    let provider = cna.get("providerMetadata").is_none_or(|provider| provider["orgId"].is_string());
    english
        && provider
        && is_texts(&cna["descriptions"])
        && all("references", is_address)
        && all("affected", is_product)
}

fn is_texts(texts: &Value) -> bool {
    let is_text = |one: &Value| one["lang"].is_string() && one["value"].as_str().is_some_and(|text| !text.is_empty());
    texts.as_array().is_some_and(|texts| !texts.is_empty() && texts.iter().all(is_text))
}

fn is_product(product: &Value) -> bool {
    let is_range = |one: &Value| {
        let members = one.as_object().map_or(0, serde_json::Map::len);
        let bounds = one["lessThan"].is_string() != one["lessThanOrEqual"].is_string();
        let plain = members == 2 && !one["lessThan"].is_string();
        one["version"].is_string() && one["status"].is_string() && (plain || (one["versionType"].is_string() && bounds))
    };
    let named = product["vendor"].is_string() && product["product"].is_string();
    let packaged = product["collectionURL"].is_string() && product["packageName"].is_string();
    let versions = product["versions"].as_array().is_some_and(|all| all.iter().all(is_range));
    (named || packaged) && (versions || product["defaultStatus"].is_string())
}
