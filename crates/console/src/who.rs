//! Who asks: the person behind a request, as extractors. A handler's signature says whose page it is.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::header::{COOKIE, HOST, HeaderMap, ORIGIN, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use casework::{Actor, Principal, SessionData};
use rulebook::ids::AccountId;
use rulebook::party::{Party, Role};
use ui::{Frame, Lang, NavItem, SignedIn, Trouble};

use crate::fault::Fault;
use crate::names;
use crate::state::Console;

/// Name of the session's cookie.
pub const SESSION_COOKIE: &str = "noroshi_session";

/// Anybody, with or without a session.
pub struct Visitor {
    /// What every handler has at hand.
    pub console: Console,
    /// Language of the page, from the path.
    pub lang: Lang,
    /// Path and query as asked for.
    pub path: String,
    /// Address of the visitor, for limits alone; never logged.
    pub address: String,
    /// The open session.
    pub session: Option<SessionData>,
    /// The session's cookie.
    pub cookie: Option<String>,
    headers: HeaderMap,
}

impl FromRequestParts<Console> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        let path = parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
        let lang = language(&path);
        let cookie = read_cookie(&parts.headers, SESSION_COOKIE);
        let mut visitor = Visitor {
            console: console.clone(),
            lang: lang.unwrap_or(Lang::Ja),
            path,
            address: address(parts, console),
            session: None,
            cookie: None,
            headers: parts.headers.clone(),
        };
        if lang.is_none() {
            return Err(Trouble::NotFound.respond(visitor.frame()));
        }
        if let Some(cookie) = cookie {
            match console.office.session(&cookie).await {
                Ok(session) => visitor.session = session,
                Err(error) => return Err(visitor.fault(error)),
            }
            visitor.cookie = visitor.session.is_some().then_some(cookie);
        }
        Ok(visitor)
    }
}

fn language(path: &str) -> Option<Lang> {
    match path.split(['/', '?']).nth(1) {
        Some("ja") => Some(Lang::Ja),
        Some("en") => Some(Lang::En),
        _ => None,
    }
}

/// The peer, or what a trusted proxy says of it.
fn address(parts: &Parts, console: &Console) -> String {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let trusted = &console.office.settings().web.trusted_proxies;
    let forwarded = parts.headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
    client_address(peer, trusted, forwarded).map_or_else(String::new, |ip| ip.to_string())
}

/// The last address of `X-Forwarded-For` that is no proxy of ours, when the peer is one.
fn client_address(peer: Option<IpAddr>, trusted: &[IpAddr], forwarded: Option<&str>) -> Option<IpAddr> {
    let peer = peer?;
    if !trusted.contains(&peer) {
        return Some(peer);
    }
    let chain = forwarded.unwrap_or_default().rsplit(',').filter_map(|part| part.trim().parse().ok());
    Some(chain.into_iter().find(|ip| !trusted.contains(ip)).unwrap_or(peer))
}

/// The value of a cookie.
#[must_use]
pub fn read_cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = all.flat_map(|value| value.split(';'));
    pairs.find_map(|pair| {
        let (found, value) = pair.trim().split_once('=')?;
        (found == name && !value.is_empty()).then(|| value.to_owned())
    })
}

/// Adds a cookie to an answer. Without `value` the cookie is taken back.
pub fn put_cookie(response: &mut Response, console: &Console, name: &str, value: Option<&str>, max_age: u32) {
    let secure = if console.secure_cookies() { "; Secure" } else { "" };
    let (value, age) = value.map_or(("", 0), |value| (value, max_age));
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
}

impl Visitor {
    /// A cookie of the request.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        read_cookie(&self.headers, name)
    }

    /// The frame of a page for this visitor.
    #[must_use]
    pub fn frame(&self) -> Frame {
        let today = self.console.office.now().today;
        let mut frame = Frame::new(self.console.site.clone(), self.lang, today, &self.path);
        frame.demo = self.console.demo.is_some().then(|| frame.href("/demo"));
        frame.foot = vec![
            NavItem::new(frame.href("/rules"), frame.t("console-foot-rules")),
            NavItem::new(frame.href("/process"), frame.t("console-foot-process")),
            NavItem::new(frame.href("/sign-in"), frame.t("console-foot-sign-in")),
        ];
        let Some(session) = &self.session else { return frame };
        frame.csrf.clone_from(&session.csrf);
        if let Some((name, role)) = &session.person {
            frame.signed_in = Some(SignedIn {
                name: name.clone(),
                role: names::role(self.lang, *role),
                settings: frame.href("/account"),
                sign_out: frame.href("/sign-out"),
            });
            frame.nav = navigation(&frame, *role);
            frame.home = frame.href("/desk");
        }
        frame
    }

    /// The page that says what went wrong.
    pub fn fault(&self, error: impl Into<Fault>) -> Response {
        error.into().trouble().respond(self.frame())
    }

    /// The page that says that there is nothing.
    #[must_use]
    pub fn not_found(&self) -> Response {
        Trouble::NotFound.respond(self.frame())
    }

    /// For whom the session acts.
    #[must_use]
    pub fn actor(&self) -> Option<Actor> {
        self.session.as_ref().and_then(SessionData::actor)
    }

    /// Whether a form carries the session's token.
    #[must_use]
    pub fn owns(&self, token: &str) -> bool {
        let Some(session) = &self.session else { return false };
        // Both sides are random tokens of one length; the comparison reads all of it whatever differs.
        let same = session.csrf.bytes().zip(token.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
        session.csrf.len() == token.len() && same == 0
    }
}

/// What stands in the navigation for a role.
fn navigation(frame: &Frame, role: Role) -> Vec<NavItem> {
    let items: &[(&str, &str)] = match role {
        Role::ReceivingDesk => &[
            ("/desk", "console-nav-my-day"),
            ("/desk/reports", "console-nav-reports"),
            ("/desk/cases", "console-nav-cases"),
            ("/desk/sites", "console-nav-sites"),
            ("/desk/mails", "console-nav-mails"),
        ],
        Role::Coordinator => &[
            ("/desk", "console-nav-my-day"),
            ("/desk/cases", "console-nav-cases"),
            ("/desk/developers", "console-nav-developers"),
            ("/desk/mails", "console-nav-mails"),
        ],
        Role::DeveloperMember(_) => &[
            ("/desk", "console-nav-my-day"),
            ("/developer/cases", "console-nav-cases"),
            ("/developer/entry", "console-nav-entry"),
        ],
        Role::CommitteeMember => &[("/committee", "committee-title")],
        Role::Administrator => &[("/desk", "console-nav-my-day"), ("/admin/accounts", "console-nav-accounts")],
        Role::Auditor => &[("/desk/audit", "audit-title")],
    };
    let here = frame.path.split('?').next().unwrap_or_default().to_owned();
    let fits = items.iter().map(|(path, _)| *path).filter(|path| here.starts_with(&frame.href(path)));
    let current = fits.max_by_key(|path| path.len());
    items
        .iter()
        .map(|(path, key)| NavItem::new(frame.href(path), frame.t(key)).current(Some(*path) == current))
        .collect()
}

/// Somebody with an account, of any role.
pub struct Person {
    /// The visitor.
    pub visitor: Visitor,
    /// The account.
    pub account: AccountId,
    /// What the person may be.
    pub role: Role,
}

/// Somebody of one of the two bodies.
pub struct Staff {
    /// The visitor.
    pub visitor: Visitor,
    /// For whom.
    pub actor: Actor,
    /// The account.
    pub account: AccountId,
}

/// Somebody of the receiving body.
pub struct ReceivingDesk(pub Staff);

/// Somebody of the coordinator.
pub struct CoordinatorDesk(pub Staff);

/// A developer, with an account or by a one-time link.
pub struct DeveloperSide {
    /// The visitor.
    pub visitor: Visitor,
    /// For whom.
    pub actor: Actor,
    /// Which developer.
    pub developer: rulebook::ids::DeveloperId,
}

/// The operator of a website, by its one-time link and code, or whom it handed the details on to.
pub struct OperatorSide {
    /// The visitor.
    pub visitor: Visitor,
    /// For whom.
    pub actor: Actor,
    /// Which website case.
    pub site: rulebook::ids::SiteCaseId,
    /// Whether it is the contractor, which decides nothing for the operator.
    pub contractor: bool,
}

/// The holder of a receipt.
pub struct Finder {
    /// The visitor.
    pub visitor: Visitor,
    /// For whom.
    pub actor: Actor,
    /// Which report.
    pub report: rulebook::ids::ReportId,
}

/// A member of the publication committee.
pub struct Member {
    /// The visitor.
    pub visitor: Visitor,
    /// For whom: the member itself.
    pub actor: Actor,
    /// The account.
    pub account: AccountId,
}

/// An auditor.
pub struct Auditor(pub Visitor);

/// Whoever acts for a party: with an account, a receipt or a one-time link.
pub struct Acting {
    /// The visitor.
    pub visitor: Visitor,
    /// For whom.
    pub actor: Actor,
    /// Whose session it is.
    pub principal: Principal,
}

/// An administrator.
pub struct Administrator {
    /// The visitor.
    pub visitor: Visitor,
    /// The account.
    pub account: AccountId,
}

impl FromRequestParts<Console> for Person {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        let visitor = Visitor::from_request_parts(parts, console).await?;
        match visitor.session.as_ref().and_then(SessionData::account) {
            Some((account, role)) => Ok(Person { visitor, account, role }),
            None => Err(to_sign_in(&visitor)),
        }
    }
}

impl FromRequestParts<Console> for Staff {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        let person = Person::from_request_parts(parts, console).await?;
        let actor = person.visitor.actor().filter(|actor| actor.party.is_staff());
        match actor {
            Some(actor) => Ok(Staff { visitor: person.visitor, actor, account: person.account }),
            None => Err(person.visitor.not_found()),
        }
    }
}

impl FromRequestParts<Console> for ReceivingDesk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        let staff = Staff::from_request_parts(parts, console).await?;
        let theirs = staff.actor.party == Party::ReceivingBody;
        if theirs { Ok(ReceivingDesk(staff)) } else { Err(staff.visitor.not_found()) }
    }
}

impl FromRequestParts<Console> for CoordinatorDesk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        let staff = Staff::from_request_parts(parts, console).await?;
        let theirs = staff.actor.party == Party::Coordinator;
        if theirs { Ok(CoordinatorDesk(staff)) } else { Err(staff.visitor.not_found()) }
    }
}

impl FromRequestParts<Console> for DeveloperSide {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        let visitor = Visitor::from_request_parts(parts, console).await?;
        match visitor.actor() {
            Some(actor @ Actor { party: Party::Developer(developer), .. }) => {
                Ok(DeveloperSide { visitor, actor, developer })
            }
            None if visitor.session.is_none() => Err(to_sign_in(&visitor)),
            _ => Err(visitor.not_found()),
        }
    }
}

impl FromRequestParts<Console> for OperatorSide {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        let visitor = Visitor::from_request_parts(parts, console).await?;
        let principal = visitor.session.as_ref().map(|session| session.principal);
        match (principal, visitor.actor()) {
            (Some(Principal::Operator { site, contractor }), Some(actor)) => {
                Ok(OperatorSide { visitor, actor, site, contractor })
            }
            (None, _) => {
                let way = visitor.frame().href("/operator/again");
                Err(crate::forms::see_other(&way))
            }
            _ => Err(visitor.not_found()),
        }
    }
}

impl FromRequestParts<Console> for Finder {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        let visitor = Visitor::from_request_parts(parts, console).await?;
        match visitor.actor() {
            Some(actor @ Actor { party: Party::Finder(report), .. }) => Ok(Finder { visitor, actor, report }),
            None if visitor.session.is_none() => {
                let way = visitor.frame().href("/progress");
                Err(crate::forms::see_other(&way))
            }
            _ => Err(visitor.not_found()),
        }
    }
}

impl FromRequestParts<Console> for Acting {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        let visitor = Visitor::from_request_parts(parts, console).await?;
        let Some(session) = &visitor.session else { return Err(to_sign_in(&visitor)) };
        let principal = session.principal;
        match visitor.actor() {
            Some(actor) => Ok(Acting { visitor, actor, principal }),
            None => Err(visitor.not_found()),
        }
    }
}

impl FromRequestParts<Console> for Administrator {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        let person = Person::from_request_parts(parts, console).await?;
        if person.role == Role::Administrator {
            return Ok(Administrator { visitor: person.visitor, account: person.account });
        }
        Err(person.visitor.not_found())
    }
}

impl FromRequestParts<Console> for Member {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        let Person { visitor, account, .. } = Person::from_request_parts(parts, console).await?;
        match visitor.actor() {
            Some(actor @ Actor { party: Party::Member(_), .. }) => Ok(Member { visitor, actor, account }),
            _ => Err(visitor.not_found()),
        }
    }
}

impl FromRequestParts<Console> for Auditor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, console: &Console) -> Result<Self, Response> {
        let person = Person::from_request_parts(parts, console).await?;
        if person.role == Role::Auditor { Ok(Auditor(person.visitor)) } else { Err(person.visitor.not_found()) }
    }
}

/// Whoever is not signed in is asked to, and comes back to where it wanted to go.
fn to_sign_in(visitor: &Visitor) -> Response {
    let way = ui::Query::new(visitor.frame().href("/sign-in")).with("to", &visitor.path);
    crate::forms::see_other(&way)
}

/// Refuses what another site makes a browser send: a changing request must come from our own pages.
pub async fn same_origin_only(State(console): State<Console>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || is_same_origin(request.headers(), &console.office.settings().web.base_url) {
        return next.run(request).await;
    }
    StatusCode::FORBIDDEN.into_response()
}

fn is_same_origin(headers: &HeaderMap, base_url: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(ORIGIN.as_str()) else { return true };
    let host = text(HOST.as_str()).unwrap_or_default();
    let origin_host = origin.split_once("://").map_or("", |(_, host)| host);
    origin == base_url || (!host.is_empty() && origin_host == host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let proxy: IpAddr = "10.0.0.1".parse().expect("an address");
        let peer: IpAddr = "192.0.2.7".parse().expect("an address");
        let spoofed = Some("203.0.113.9, 198.51.100.2");
        assert_eq!(client_address(Some(peer), &[proxy], spoofed), Some(peer));
        let last: IpAddr = "198.51.100.2".parse().expect("an address");
        assert_eq!(client_address(Some(proxy), &[proxy], spoofed), Some(last));
        assert_eq!(client_address(Some(proxy), &[proxy], None), Some(proxy));
    }

    #[test]
    fn another_site_cannot_send_for_a_visitor() {
        let with = |name: &'static str, value: &'static str| {
            let mut headers = HeaderMap::new();
            headers.insert("host", HeaderValue::from_static("noroshi.example"));
            headers.insert(name, HeaderValue::from_static(value));
            headers
        };
        let base = "https://noroshi.example";
        assert!(!is_same_origin(&with("sec-fetch-site", "cross-site"), base));
        assert!(!is_same_origin(&with("origin", "https://evil.example"), base));
        assert!(!is_same_origin(&with("origin", "null"), base));
        assert!(is_same_origin(&with("origin", "https://noroshi.example"), base));
        assert!(is_same_origin(&with("sec-fetch-site", "same-origin"), base));
    }
}
