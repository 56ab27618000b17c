//! `noroshi advisory import`: advisories of others, into the published tree.
//!
//! It needs neither keys nor database: what is imported is public, and lies in the tree alone.

mod bar;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Instant;

use casework::clock::{Clock, SystemClock};
use casework::settings::WebSettings;
use gather::unpack::walk;
use gather::web::Web;
use gather::{Library, LibraryError, Limits, Outcome as Became, Report, Taker, Told, provider};
use ui::numbers::{bytes, grouped};
use url::Url;

use self::bar::Bar;
use crate::cli::AdvisoryImportArgs;
use crate::failure::{Failure, Outcome};
use crate::out;
use crate::place::Place;

/// Refusals that are told on the terminal; the report has all.
const TOLD: u64 = 100;
/// Kinds of places that are told on the terminal.
const KINDS: usize = 20;
/// At least one document was refused.
const REFUSED: u8 = 1;

impl From<LibraryError> for Failure {
    fn from(error: LibraryError) -> Self {
        Failure::new(error)
    }
}

/// Takes in what the sources have, and says what became of it.
///
/// # Errors
/// When nothing could be begun, or the tree cannot be written.
pub fn import(place: &Place, args: &AdvisoryImportArgs) -> Outcome<u8> {
    let config = place.load()?.config;
    let folder = place.folder()?;
    if !folder.is_dir() {
        let way = "make it with `noroshi init`, or check the path";
        return Err(Failure::new(format!("There is no folder {}: {way}", folder.display())));
    }
    let began = Instant::now();
    let mut library = Library::open(&folder.join("published"))?;
    let web = Web::new(&config.import.hosts);
    let bar = Bar::new();
    let mut teller = Teller::new(args.report.as_deref(), &bar)?;
    let mut taker = Taker::new(&mut library, own(&config.web), SystemClock.now(), |told| teller.tell(told));
    for source in &args.sources {
        take(source, &web, &mut taker, &bar)?;
    }
    let report = taker.finish()?;
    bar.clear();
    teller.finish()?;
    sum_up(&report, library.len(), began);
    Ok(if report.refused > 0 { REFUSED } else { 0 })
}

fn take(source: &str, web: &Web, taker: &mut Taker<'_>, bar: &Bar) -> Outcome {
    let limits = Limits::default();
    if let Some(url) = Url::parse(source).ok().filter(|url| source.contains("://") && url.has_host()) {
        return Ok(provider::gather(web, &url, &limits, taker, &mut |done, all| bar.show(source, done, all))?);
    }
    let mut failed = None;
    let _ = walk(Path::new(source), &limits, &mut |item| {
        let (done, all) = item.done;
        bar.show(source, done, all);
        match taker.item(item) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        }
    });
    failed.map_or(Ok(()), |error| Err(error.into()))
}

/// The address under which we publish ourselves.
fn own(web: &WebSettings) -> &str {
    if web.namespace.trim().is_empty() { &web.base_url } else { web.namespace.trim() }
}

/// Tells of documents while they come: refusals on the terminal, everything in the report.
struct Teller<'a> {
    report: Option<BufWriter<File>>,
    failed: bool,
    refused: u64,
    bar: &'a Bar,
}

impl<'a> Teller<'a> {
    fn new(report: Option<&Path>, bar: &'a Bar) -> Outcome<Self> {
        let file = report.map(File::create).transpose();
        let file = file.map_err(|error| Failure::new(format!("the report cannot be written: {}", error.kind())))?;
        Ok(Teller { report: file.map(BufWriter::new), failed: false, refused: 0, bar })
    }

    fn tell(&mut self, told: &Told) {
        self.bar.count();
        if let Some(report) = &mut self.report {
            let line = serde_json::to_string(told).unwrap_or_default();
            self.failed |= writeln!(report, "{line}").is_err();
        }
        if let Became::Refused(why) = &told.outcome {
            self.refused += 1;
            if self.refused <= TOLD {
                self.bar.say(&format!("{}: {why}", told.name));
            }
        }
    }

    fn finish(mut self) -> Outcome {
        if self.refused > TOLD {
            let more = grouped(i64::try_from(self.refused - TOLD).unwrap_or(i64::MAX));
            self.bar.say(&format!("and {more} more that were refused; --report FILE names all"));
        }
        let written = self.report.as_mut().is_none_or(|report| report.flush().is_ok());
        if written && !self.failed { Ok(()) } else { Err(Failure::new("the report could not be written to its end")) }
    }
}

/// The count, and what was understood least.
fn sum_up(report: &Report, held: usize, began: Instant) {
    let number = |count: u64| grouped(i64::try_from(count).unwrap_or(i64::MAX));
    out::line(format!(
        "{} documents: {} new, {} replaced, {} unchanged, {} older, {} refused.",
        number(report.all()),
        number(report.new),
        number(report.replaced),
        number(report.unchanged),
        number(report.older),
        number(report.refused)
    ));
    let seconds = began.elapsed().as_secs_f64();
    out::line(format!(
        "{} taken in, in {seconds:.1} s; {} advisories are held.",
        bytes(report.bytes),
        number(held as u64)
    ));
    if report.partly == 0 {
        return;
    }
    out::line(format!("In {} documents something was not understood; most often:", number(report.partly)));
    let mut kinds: Vec<_> = report.kinds.iter().collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    for ((format, at, why), count) in kinds.into_iter().take(KINDS) {
        let format = serde_json::to_value(format).ok();
        let format = format.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
        out::line(format!("{:>9}  {format:<8}  {at}  {}", number(*count), why.text(formats::Language::En)));
    }
}
