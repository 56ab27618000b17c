//! Taking a report in over its form: filled in, looked over, sent; sealed, numbered and durable with the last request.

use axum::Router;
use axum::http::Method;

use crate::Outcome;
use crate::cases::form;
use crate::figures::{Mark, settled};
use crate::partnership::Partnership;
use crate::quiet::Rounds;
use crate::table::{Row, Unit};
use crate::visitor::Visitor;

/// Reports of a round.
const REPORTS: u32 = 50;
const INPUT: &str = "/ja/report/product";
const CONFIRM: &str = "/ja/report/product/confirm";

/// A report that was looked over and waits to be sent.
struct Ready {
    finder: Visitor,
    seen: String,
}

/// The rows of a report's arrival.
pub async fn rows(partnership: &Partnership) -> Outcome<Vec<Row>> {
    eprintln!("taking reports in …");
    let app = console::routes(console::Console::new(partnership.office.clone(), None));
    let (mut filled, mut sent, mut rounds) = (Vec::new(), Vec::new(), Rounds::long());
    while let Some(round) = rounds.begin() {
        let begin = Mark::now();
        let mut ready = Vec::new();
        for number in 0..REPORTS {
            ready.push(fill_in(&app, round as u32 * REPORTS + number).await?);
        }
        let filling = begin.since(ready.len());
        let begin = Mark::now();
        for report in &ready {
            report.send().await?;
        }
        let (sending, heard) = (begin.since(ready.len()), rounds.end());
        // The first round warms up.
        if round > 0 {
            filled.push((filling, heard));
            sent.push((sending, heard));
        }
    }
    let (filled, sent) = (settled(&filled), settled(&sent));
    let what = "report accepted and durable (fsync)";
    Ok(vec![
        Row::of(what, Some(5.0), Unit::Ms, Ok(sent.cpu), "CPU of the request that sends the form"),
        Row::of(what, None, Unit::Ms, Ok(sent.wall_ms), "the same on the clock: most of the rest is this disk's flush"),
        Row::of("form filled in and looked over", None, Unit::Ms, Ok(filled.cpu), "CPU of the two requests before it"),
    ])
}

/// Fills the form in and looks it over.
async fn fill_in(app: &Router, number: u32) -> Outcome<Ready> {
    let form = form(number as usize);
    let fields = [
        ("finder_name", form.finder_name.as_str()),
        ("email", &form.email),
        ("product_name", &form.product_name),
        ("product_version", &form.product_version),
        ("vulnerability_kind", &form.vulnerability_kind),
        ("steps", &form.steps),
        ("threat", &form.threat),
        ("workaround", &form.workaround),
        ("reported_elsewhere", "no"),
        ("share_identity", "yes"),
        ("direct_contact", "no"),
        ("publish_name", "yes"),
        ("confirm", "yes"),
    ];
    let part = |(name, value)| format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let body: String = fields.map(part).concat() + "--b--\r\n";
    let finder = Visitor::number(app.clone(), number);
    let kept = finder.ask(Method::POST, INPUT, "multipart/form-data; boundary=b", body).await?;
    let finder = finder.with(&kept.cookie.ok_or("the form is kept under a cookie")?);
    let shown = finder.ask(Method::GET, CONFIRM, "text/plain", String::new()).await?;
    let page = std::str::from_utf8(&shown.page)?;
    let (_, rest) = page.split_once("name=\"seen\" value=\"").ok_or("the form is shown before it is sent")?;
    let seen = rest.split('"').next().unwrap_or_default().to_owned();
    Ok(Ready { finder, seen })
}

impl Ready {
    async fn send(&self) -> Outcome {
        let body = format!("seen={}", self.seen);
        let receipt = self.finder.ask(Method::POST, CONFIRM, "application/x-www-form-urlencoded", body).await?;
        let page = std::str::from_utf8(&receipt.page)?;
        if page.contains(">VR") { Ok(()) } else { Err("a form was sent and brought no number".into()) }
    }
}
