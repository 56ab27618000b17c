//! The description of the API for people, made from the same file that machines read.

use askama::Template;
use axum::response::Response;
use serde_json::Value;
use ui::{Frame, Lang, Query};

use super::style_url;
use crate::PortalState;
use crate::api::description;
use crate::state::Part;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "portal/api.html")]
struct ApiPage {
    frame: Frame,
    style: &'static str,
    openapi: String,
    ways: Vec<Way>,
}

/// Something that can be asked.
struct Way {
    id: String,
    path: String,
    summary: String,
    what: String,
    parameters: Vec<Parameter>,
    /// What stands in the path itself, so that no form can fill it.
    is_fixed: bool,
    example: String,
}

/// A parameter of it.
struct Parameter {
    name: String,
    what: String,
    values: Vec<String>,
    required: bool,
    /// What the form holds at first: what the example asks.
    value: String,
}

/// The page.
pub(crate) async fn show(visit: Visit) -> Response {
    let mut paths: Vec<(&String, &Value)> = description()["paths"].as_object().into_iter().flatten().collect();
    paths.sort_by_key(|(_, way)| way["get"]["x-place"].as_u64());
    let api = ApiPage {
        frame: visit.frame(Part::Feeds),
        style: style_url(),
        openapi: visit.portal.url("/api/openapi.json"),
        ways: paths.into_iter().map(|(path, way)| Way::of(&visit.portal, visit.lang, path, way)).collect(),
    };
    visit.page(&api)
}

impl Way {
    fn of(portal: &PortalState, lang: Lang, path: &str, way: &Value) -> Self {
        let get = &way["get"];
        let parameters = get["parameters"].as_array().into_iter().flatten();
        let parameters = parameters.map(|parameter| match parameter["$ref"].as_str() {
            Some(known) => description().pointer(known.trim_start_matches('#')).unwrap_or(&Value::Null),
            None => parameter,
        });
        let example = text(&get["x-example"]).replace("{lang}", lang.tag());
        let asked = Query::parse(&example);
        Way {
            is_fixed: path.replace("{lang}", "").contains('{'),
            id: text(&get["operationId"]),
            path: path.replace("{lang}", lang.tag()),
            summary: said(lang, get, "summary"),
            what: said(lang, get, "description"),
            parameters: parameters
                .filter(|parameter| parameter["name"] != "lang" || parameter["in"] == "query")
                .map(|parameter| Parameter::of(lang, parameter, &asked))
                .collect(),
            example: if example.is_empty() { String::new() } else { portal.url(&example) },
        }
    }
}

impl Parameter {
    fn of(lang: Lang, parameter: &Value, asked: &Query) -> Self {
        let values = parameter["schema"]["enum"].as_array().into_iter().flatten();
        Parameter {
            name: text(&parameter["name"]),
            what: said(lang, parameter, "description"),
            values: values.map(text).collect(),
            required: parameter["required"] == true,
            value: parameter["name"].as_str().and_then(|name| asked.get(name)).unwrap_or_default().to_owned(),
        }
    }
}

/// A sentence in the language of the page: Japanese ones stand beside the English ones.
fn said(lang: Lang, of: &Value, name: &str) -> String {
    match lang {
        Lang::Ja => text(&of[format!("x-ja-{name}")]),
        Lang::En => text(&of[name]),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
