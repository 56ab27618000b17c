//! Which advisories a request asks for.

use formats::jvndb::{Pattern, jst};
use formats::vers::order;
use formats::version::{Bound, VersionRange};
use formats::{Cvss, Language, Severity};
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use search::text::fold;
use ui::Query;

use super::request::{Failure, Request};
use crate::catalogue::{Affected, Catalogue, Known, Listed};

/// One of these products or vendors.
#[derive(Clone, Debug)]
pub(super) enum Named {
    /// By a name with wildcards.
    Pattern(Pattern),
    /// By a vendor's number.
    Vendor(u64),
    /// By a product's number.
    Product(u64),
}

impl Named {
    pub(super) fn is(&self, known: &Known) -> bool {
        match self {
            Named::Pattern(pattern) => pattern.matches(&known.platform),
            Named::Vendor(vid) => known.vid == *vid,
            Named::Product(pid) => known.pid == *pid,
        }
    }
}

/// Days from and to, both included.
type Days = (Option<Date>, Option<Date>);

/// What a request asks for.
#[derive(Clone, Debug, Default)]
pub(super) struct Filter {
    pub(super) language: Language,
    /// One of these; empty for all.
    pub(super) names: Vec<Named>,
    /// Only products with these versions.
    pub(super) versions: Option<Versions>,
    /// All of these words.
    pub(super) words: Vec<String>,
    /// A base vector of v3.0, without its prefix.
    pub(super) vector: Option<String>,
    /// Highest severity of v3.
    pub(super) severity: Option<Severity>,
    /// Metrics of v4.0 that all have to be there.
    pub(super) v4: Vec<String>,
    /// Severity of v4.0.
    pub(super) v4_severity: Option<Severity>,
    /// CVSS v2 is asked for, which nothing here has.
    pub(super) v2: bool,
    /// DatePublic.
    pub(super) public: Days,
    /// Newest change.
    pub(super) updated: Days,
    /// First publication.
    pub(super) created: Days,
}

/// Versions that are asked for.
#[derive(Clone, Debug)]
pub(super) enum Versions {
    /// Products without any version said.
    Unsaid,
    /// Products with any.
    Said,
    /// Any between these.
    Within(Option<Bound>, Option<Bound>),
}

impl Filter {
    /// The advisories asked for, the newest change first.
    pub(super) fn choose<'a>(&self, catalogue: &'a Catalogue) -> Vec<&'a Listed> {
        catalogue.listed().iter().filter(|listed| self.fits(listed)).collect()
    }

    fn fits(&self, listed: &Listed) -> bool {
        let record = &listed.record;
        let day = |days: &Days, day: Date| days.0.is_none_or(|from| from <= day) && days.1.is_none_or(|to| day <= to);
        let metrics = |cvss: &Cvss| self.v4.iter().all(|metric| cvss.vector.split('/').any(|own| own == metric));
        let vector = |vector: &String| record.v3.iter().any(|cvss| cvss.vector.ends_with(vector.as_str()));
        record.speaks(self.language)
            && !self.v2
            && day(&self.public, record.public)
            && day(&self.updated, jst::day(record.updated))
            && day(&self.created, jst::day(record.published))
            && (self.names.is_empty() || record.products.iter().any(|affected| self.means(affected)))
            && self.severity.is_none_or(|severity| record.severity() == Some(severity))
            && self.vector.as_ref().is_none_or(vector)
            && (self.v4.is_empty() || record.v4.iter().any(metrics))
            && self.v4_severity.is_none_or(|severity| record.v4.iter().any(|cvss| cvss.severity == severity))
            && self.words.iter().all(|word| record.says(word, self.language))
    }

    fn means(&self, affected: &Affected) -> bool {
        let named = self.names.iter().any(|name| name.is(&affected.known));
        named && self.versions.as_ref().is_none_or(|versions| versions.fit(&affected.ranges))
    }
}

impl Versions {
    fn fit(&self, ranges: &[VersionRange]) -> bool {
        match self {
            Versions::Unsaid => ranges.is_empty(),
            Versions::Said => !ranges.is_empty(),
            Versions::Within(from, to) => ranges.iter().any(|range| overlaps(range, from.as_ref(), to.as_ref())),
        }
    }
}

/// Whether a range has a version between two bounds.
fn overlaps(range: &VersionRange, from: Option<&Bound>, to: Option<&Bound>) -> bool {
    let single;
    let (start, end) = match range {
        VersionRange::All | VersionRange::Vers { .. } => (None, None),
        VersionRange::Exact { version } => {
            single = Bound::including(version);
            (Some(&single), Some(&single))
        }
        VersionRange::Between { from, to } => (from.as_ref(), to.as_ref()),
    };
    reaches(start, to) && reaches(from, end)
}

/// Whether a lower bound leaves room below an upper one.
fn reaches(lower: Option<&Bound>, upper: Option<&Bound>) -> bool {
    let (Some(lower), Some(upper)) = (lower, upper) else { return true };
    match order("generic", &lower.version, &upper.version) {
        std::cmp::Ordering::Less => true,
        std::cmp::Ordering::Equal => lower.inclusive && upper.inclusive,
        std::cmp::Ordering::Greater => false,
    }
}

/// What an overview of version 3.3 asks for.
pub(super) fn of_hnd(request: &Request, now: Timestamp) -> Result<Filter, Failure> {
    let severity = match request.get("severity") {
        None => None,
        Some("n") => Some(Severity::None),
        Some("l") => Some(Severity::Low),
        Some("m") => Some(Severity::Medium),
        Some("h") => Some(Severity::High),
        Some("c") => Some(Severity::Critical),
        Some(_) => return Err(Failure("severity")),
    };
    Ok(Filter {
        language: request.language(),
        names: names(request, "cpeName", "vendorId", "productId")?,
        words: words(request),
        vector: request.get("vector").map(|vector| base("vector", vector)).transpose()?,
        severity,
        public: days(request, &PUBLIC, now)?,
        updated: days(request, &PUBLISHED, now)?,
        created: days(request, &FIRST_PUBLISHED, now)?,
        ..Filter::default()
    })
}

/// The products that a request of version 3.3 names.
pub(super) fn names(
    request: &Request,
    cpe: &'static str,
    vendor: &'static str,
    product: &'static str,
) -> Result<Vec<Named>, Failure> {
    let mut names = Vec::new();
    for name in request.several(cpe) {
        names.push(Named::Pattern(Pattern::parse(name).ok_or(Failure(cpe))?));
    }
    for number in request.several(vendor) {
        names.push(Named::Vendor(number.parse().map_err(|_| Failure(vendor))?));
    }
    for number in request.several(product) {
        names.push(Named::Product(number.parse().map_err(|_| Failure(product))?));
    }
    Ok(names)
}

/// The words that all have to be there; `*` is a letter like any other. A client of the field escapes keywords twice, so
/// what is still escaped is read once more.
pub(super) fn words(request: &Request) -> Vec<String> {
    let keyword = request.get("keyword").unwrap_or_default();
    let again = Query::parse(&format!("/?k={keyword}"));
    let keyword = if keyword.contains('%') { again.get("k").unwrap_or(keyword) } else { keyword };
    fold(keyword).split_whitespace().map(str::to_owned).collect()
}

/// The eight base metrics of a v3 vector, as they stand at the end of ours.
fn base(name: &'static str, vector: &str) -> Result<String, Failure> {
    let metrics = vector.strip_prefix("CVSS:3.0/").or_else(|| vector.strip_prefix("CVSS:3.1/")).unwrap_or(vector);
    let cvss = Cvss::parse(&format!("CVSS:3.0/{metrics}")).map_err(|_| Failure(name))?;
    Ok(cvss.vector.trim_start_matches("CVSS:3.0/").to_owned())
}

/// Names of the parameters of one date: its range, then start and end by year, month and day.
struct DateNames(&'static str, [&'static str; 3], [&'static str; 3]);

const PUBLIC: DateNames = DateNames(
    "rangeDatePublic",
    ["datePublicStartY", "datePublicStartM", "datePublicStartD"],
    ["datePublicEndY", "datePublicEndM", "datePublicEndD"],
);
const PUBLISHED: DateNames = DateNames(
    "rangeDatePublished",
    ["datePublishedStartY", "datePublishedStartM", "datePublishedStartD"],
    ["datePublishedEndY", "datePublishedEndM", "datePublishedEndD"],
);
const FIRST_PUBLISHED: DateNames = DateNames(
    "rangeDateFirstPublished",
    ["dateFirstPublishedStartY", "dateFirstPublishedStartM", "dateFirstPublishedStartD"],
    ["dateFirstPublishedEndY", "dateFirstPublishedEndM", "dateFirstPublishedEndD"],
);

/// The days of one date: those that are said, else the range, else the past week.
fn days(request: &Request, names: &DateNames, now: Timestamp) -> Result<Days, Failure> {
    let start = partial(request, &names.1, true)?;
    let end = partial(request, &names.2, false)?;
    if start.is_some() || end.is_some() {
        return Ok((start, end));
    }
    let today = jst::day(now);
    let since = match request.get(names.0) {
        Some("n") => return Ok((None, None)),
        Some("w") | None => Span::new().weeks(1),
        Some("m") => Span::new().months(1),
        Some(_) => return Err(Failure(names.0)),
    };
    Ok((today.checked_sub(since).ok(), None))
}

/// A day by year, month and day; what is not said is the first or the last there is.
pub(super) fn partial(request: &Request, names: &[&'static str], first: bool) -> Result<Option<Date>, Failure> {
    let number = |at: usize| names.get(at).map_or(Ok(None), |name| request.number::<i8>(name));
    let Some(year) = request.number::<i16>(names[0])? else { return Ok(None) };
    let month = number(1)?.unwrap_or(if first { 1 } else { 12 });
    let start = Date::new(year, month, 1).map_err(|_| Failure(names[names.len().min(2) - 1]))?;
    let day = number(2)?.unwrap_or(if first { 1 } else { start.days_in_month() });
    // The 31st of a month with 30 days is its last.
    let day = if (1..=31).contains(&day) { day.min(start.days_in_month()) } else { return Err(Failure(names[2])) };
    Date::new(year, month, day).map(Some).map_err(|_| Failure(names[0]))
}

/// What an overview or an alert list of version 4.0 asks for.
pub(super) fn of_oka(request: &Request, now: Timestamp) -> Result<Filter, Failure> {
    let mut filter = Filter {
        language: request.language(),
        names: named(request, "productName")?,
        versions: versions(request)?,
        words: words(request),
        vector: request.get("cvssV3Metrics").map(|vector| base("cvssV3Metrics", vector)).transpose()?,
        severity: severity(request, "cvssV3Severity")?,
        v4: metrics(request.get("cvssV4Metrics")),
        v4_severity: severity(request, "cvssV4Severity")?,
        v2: request.get("cvssV2Metrics").is_some() || request.get("cvssV2Severity").is_some(),
        public: (request.day("publicStartDate")?, request.day("publicEndDate")?),
        updated: (request.day("modifiedStartDate")?, request.day("modifiedEndDate")?),
        created: (request.day("createdStartDate")?, request.day("createdEndDate")?),
    };
    let since = match request.get("modifiedRangeDate") {
        None | Some("NONE") => return Ok(filter),
        Some("DAY") => Span::new().days(1),
        Some("WEEK") => Span::new().weeks(1),
        Some("MONTH") => Span::new().months(1),
        Some(_) => return Err(Failure("modifiedRangeDate")),
    };
    // The documents forbid both at once.
    if filter.public != (None, None) || filter.updated != (None, None) || filter.created != (None, None) {
        return Err(Failure("modifiedRangeDate"));
    }
    filter.updated.0 = jst::day(now).checked_sub(since).ok();
    Ok(filter)
}

/// The vendor or product that a request of version 4.0 names; `name` is the parameter that names it.
pub(super) fn named(request: &Request, name: &'static str) -> Result<Vec<Named>, Failure> {
    // IPA's examples write ProductName, too.
    let text = request.get(name).or_else(|| request.get("ProductName").filter(|_| name == "productName"));
    let Some(text) = text else { return Ok(Vec::new()) };
    let number = || text.parse::<u64>().map_err(|_| Failure(name));
    let named = match request.get("nameType").or_else(|| request.get("type")) {
        Some("cpe" | "jvnpid") => Named::Pattern(Pattern::parse(text).ok_or(Failure(name))?),
        Some("vid") => Named::Vendor(number()?),
        Some("pid") => Named::Product(number()?),
        _ => return Err(Failure("nameType")),
    };
    Ok(vec![named])
}

fn versions(request: &Request) -> Result<Option<Versions>, Failure> {
    let bound = |name: &'static str, kind: &'static str| {
        let Some(version) = request.get(name) else { return Ok(None) };
        match request.get(kind) {
            None | Some("including") => Ok(Some(Bound::including(version))),
            Some("excluding") => Ok(Some(Bound::excluding(version))),
            Some(_) => Err(Failure(kind)),
        }
    };
    let (from, to) = (bound("versionStart", "versionStartType")?, bound("versionEnd", "versionEndType")?);
    let said = request.get("version");
    if said.is_some() && (from.is_some() || to.is_some()) {
        return Err(Failure("version"));
    }
    Ok(match (request.get("versionType"), said) {
        (Some("no"), None) => Some(Versions::Unsaid),
        (Some("all"), None) => Some(Versions::Said),
        (None | Some("equal"), Some(version)) => {
            Some(Versions::Within(Some(Bound::including(version)), Some(Bound::including(version))))
        }
        (None, None) if from.is_some() || to.is_some() => Some(Versions::Within(from, to)),
        (None, None) => None,
        _ => return Err(Failure("versionType")),
    })
}

fn metrics(vector: Option<&str>) -> Vec<String> {
    let metrics = vector.unwrap_or_default().split('/').filter(|metric| !metric.is_empty() && *metric != "CVSS:4.0");
    metrics.map(str::to_owned).collect()
}

fn severity(request: &Request, name: &'static str) -> Result<Option<Severity>, Failure> {
    let Some(word) = request.get(name) else { return Ok(None) };
    Severity::ALL.into_iter().find(|severity| severity.upper() == word).map(Some).ok_or(Failure(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days_of(query: &str) -> Result<[Days; 3], Failure> {
        let now = "2026-06-10T03:00:00Z".parse().expect("an instant");
        of_hnd(&Request::parse(query), now).map(|filter| [filter.public, filter.updated, filter.created])
    }

    /// Without a word on days it is the past week for each of the three, as the documents say.
    #[test]
    fn the_past_week_unless_said_otherwise() {
        let week = (Some(jiff::civil::date(2026, 6, 3)), None);
        assert_eq!(days_of(""), Ok([week; 3]));
        let open = (None, None);
        assert_eq!(days_of("rangeDatePublic=n&rangeDatePublished=n&rangeDateFirstPublished=n"), Ok([open; 3]));
        let since_2020 = (Some(jiff::civil::date(2020, 1, 1)), None);
        let month = (Some(jiff::civil::date(2026, 5, 10)), None);
        let query = "datePublicStartY=2020&rangeDatePublished=m&rangeDateFirstPublished=n";
        assert_eq!(days_of(query), Ok([since_2020, month, open]));
        let until = (None, Some(jiff::civil::date(2024, 2, 29)));
        let query = "datePublicEndY=2024&datePublicEndM=2&rangeDatePublished=n&rangeDateFirstPublished=n";
        assert_eq!(days_of(query), Ok([until, open, open]));
        assert_eq!(days_of("rangeDatePublic=x"), Err(Failure("rangeDatePublic")));
        assert_eq!(days_of("datePublicStartY=2024&datePublicStartM=13"), Err(Failure("datePublicStartM")));
    }

    #[test]
    fn versions_of_ranges() {
        let within = |from: Option<&str>, to: Option<&str>| {
            Versions::Within(from.map(Bound::including), to.map(Bound::including))
        };
        let ranges = [VersionRange::before("2.3"), VersionRange::exact("3.0")];
        assert!(within(Some("2.2"), Some("2.2")).fit(&ranges));
        assert!(!within(Some("2.3"), Some("2.3")).fit(&ranges));
        assert!(within(Some("3.0"), None).fit(&ranges) && !within(Some("3.0.1"), None).fit(&ranges));
        assert!(within(None, Some("1")).fit(&ranges));
        assert!(Versions::Said.fit(&ranges) && !Versions::Unsaid.fit(&ranges));
    }
}
