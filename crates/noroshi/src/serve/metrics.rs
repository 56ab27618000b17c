//! `/metrics`: figures as Prometheus reads them (text format 0.0.4). Routes are patterns, so nothing names a case.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use casework::Office;
use store::StoreError;

/// Requests by route, then by method and status.
type Requests = BTreeMap<String, BTreeMap<(&'static str, u16), Sum>>;

#[derive(Clone, Copy, Default)]
struct Sum {
    count: u64,
    seconds: f64,
}

/// What was counted since the start.
#[derive(Default)]
pub struct Counters {
    requests: Mutex<Requests>,
}

impl Counters {
    /// Counts a request.
    pub fn count(&self, route: &str, method: &'static str, status: u16, took: Duration) {
        let mut requests = self.requests.lock().expect("counting never panics");
        let of_route = match requests.get_mut(route) {
            Some(known) => known,
            None => requests.entry(route.to_owned()).or_default(),
        };
        let sum = of_route.entry((method, status)).or_default();
        sum.count += 1;
        sum.seconds += took.as_secs_f64();
    }

    fn write(&self, text: &mut String) {
        let requests = self.requests.lock().expect("counting never panics").clone();
        let sums: Vec<(String, Sum)> = requests.iter().flat_map(labelled).collect();
        head(text, "noroshi_requests_total", "counter", "Requests answered.");
        for (labels, sum) in &sums {
            line(text, "noroshi_requests_total", labels, sum.count as f64);
        }
        head(text, "noroshi_request_seconds_total", "counter", "Time spent answering them, in seconds.");
        for (labels, sum) in &sums {
            line(text, "noroshi_request_seconds_total", labels, sum.seconds);
        }
    }
}

/// What was counted of a route, with its labels.
fn labelled<'a>(
    (route, sums): (&'a String, &'a BTreeMap<(&'static str, u16), Sum>),
) -> impl Iterator<Item = (String, Sum)> {
    let route = escaped(route);
    sums.iter().map(move |((method, status), sum)| {
        (format!("route=\"{route}\",method=\"{method}\",status=\"{status}\""), *sum)
    })
}

/// The route.
pub fn routes(office: Office, counters: Arc<Counters>) -> Router {
    Router::new().route("/metrics", get(show)).with_state((office, counters))
}

async fn show(State((office, counters)): State<(Office, Arc<Counters>)>) -> Response {
    let mut text = String::new();
    head(&mut text, "noroshi_build_info", "gauge", "The program.");
    line(&mut text, "noroshi_build_info", concat!("version=\"", env!("CARGO_PKG_VERSION"), "\""), 1.0);
    counters.write(&mut text);
    match write_store(&office, &mut text).await {
        Ok(()) => ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response(),
    }
}

async fn write_store(office: &Office, text: &mut String) -> Result<(), StoreError> {
    let mails = office.store().outbox_counts().await?;
    head(text, "noroshi_mails", "gauge", "Mails in the outbox, by what has become of them.");
    let states =
        [("waiting", mails.waiting), ("failing", mails.failing), ("given_up", mails.given_up), ("sent", mails.sent)];
    for (state, count) in states {
        line(text, "noroshi_mails", &format!("state=\"{state}\""), count as f64);
    }
    let (all, due) = office.store().job_counts(office.now().at).await?;
    head(text, "noroshi_jobs", "gauge", "Jobs that wait for their time.");
    line(text, "noroshi_jobs", "", all as f64);
    head(text, "noroshi_jobs_due", "gauge", "Jobs whose time has come.");
    line(text, "noroshi_jobs_due", "", due as f64);
    Ok(())
}

fn head(text: &mut String, name: &str, kind: &str, help: &str) {
    writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}").expect("a string takes any text");
}

fn line(text: &mut String, name: &str, labels: &str, value: f64) {
    let labels = if labels.is_empty() { String::new() } else { format!("{{{labels}}}") };
    writeln!(text, "{name}{labels} {value}").expect("a string takes any text");
}

/// In a label, `\`, `"` and line ends are escaped.
fn escaped(label: &str) -> String {
    label.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_route_and_status() {
        let counters = Counters::default();
        counters.count("/{lang}/report", "GET", 200, Duration::from_millis(250));
        counters.count("/{lang}/report", "GET", 200, Duration::from_millis(250));
        let mut text = String::new();
        counters.write(&mut text);
        let labels = "{route=\"/{lang}/report\",method=\"GET\",status=\"200\"}";
        assert!(text.contains(&format!("noroshi_requests_total{labels} 2\n")), "{text}");
        assert!(text.contains(&format!("noroshi_request_seconds_total{labels} 0.5\n")), "{text}");
    }
}
