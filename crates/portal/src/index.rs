//! All advisories in memory, each with what lists choose and order by. What a list shows of the few that it shows is
//! read from the tree's list of summaries when it is asked for.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;

use formats::{AdvisoryNumber, AdvisorySummary, Language, Severity};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use ui::Zone;

use crate::cache::Cache;
use crate::tree::parse;

/// Longest line of the list of summaries, in bytes.
const LINE_MAX: u64 = 1024 * 1024;

/// What was shown lately is kept up to twice so many bytes of lines.
const SHOWN_MAX: usize = 4 * 1024 * 1024;

/// Every advisory of the tree in its newest revision.
#[derive(Debug)]
pub struct Index {
    places: Vec<Place>,
    by_id: HashMap<AdvisoryNumber, u32>,
    lines: Option<File>,
    /// What was shown lately, by the place of its line.
    shown: Cache<u64, Arc<Entry>>,
    zone: Zone,
}

/// What is kept of an advisory in memory.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its number.
    pub id: AdvisoryNumber,
    /// Its newest revision.
    pub revision: u32,
    /// The day of its first publication, in the site's zone.
    pub published_on: Date,
    /// The day of its newest revision.
    pub updated_on: Date,
    /// Highest severity of all analyses.
    pub severity: Option<Severity>,
    /// The mark 緊急 / Critical.
    pub critical: bool,
    /// Users are asked to stop using a product.
    pub stop_using: bool,
    /// Whether it is withdrawn.
    pub withdrawn: bool,
    updated_at: Timestamp,
    languages: [bool; Language::ALL.len()],
    /// Its CVE numbers and its weaknesses, each parted by blanks.
    cves: Box<str>,
    cwes: Box<str>,
    line: (u64, u32),
}

/// An advisory in a list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What the tree says of it.
    pub summary: AdvisorySummary,
    /// The day of its first publication, in the site's zone.
    pub published_on: Date,
    /// The day of its newest revision.
    pub updated_on: Date,
}

/// The part of a summary that is kept.
#[derive(Deserialize)]
struct Sketch {
    id: AdvisoryNumber,
    revision: u32,
    languages: Vec<Language>,
    published_at: Timestamp,
    updated_at: Timestamp,
    cves: Vec<String>,
    cwes: Vec<String>,
    severity: Option<Severity>,
    critical: bool,
    stop_using: bool,
    #[serde(default)]
    withdrawn: bool,
}

impl Index {
    /// The index of a list of summaries; nothing when there is no such file. A line that is none is left out and said in
    /// the log; of several lines for one advisory the highest revision counts. The list has to be replaced, never written
    /// over: the file that was opened is read from later on.
    pub(crate) fn read(path: &Path, zone: &Zone) -> Self {
        let mut newest: HashMap<AdvisoryNumber, Place> = HashMap::new();
        let Some(file) = crate::tree::open(path) else { return Index::of(newest, None, zone) };
        let (mut reader, mut line, mut at) = (BufReader::new(file), Vec::new(), 0_u64);
        loop {
            line.clear();
            match reader.by_ref().take(LINE_MAX).read_until(b'\n', &mut line) {
                Ok(0) => break,
                Ok(length) => {
                    match Place::of(&line, at, zone) {
                        Some(place) => keep(&mut newest, place),
                        None if line.trim_ascii().is_empty() => {}
                        None => tracing::warn!(path = %path.display(), at, "not a summary of an advisory"),
                    }
                    at += length as u64;
                }
                Err(error) => {
                    tracing::warn!(path = %path.display(), %error, "cannot be read to its end");
                    break;
                }
            }
        }
        Index::of(newest, Some(reader.into_inner()), zone)
    }

    fn of(newest: HashMap<AdvisoryNumber, Place>, lines: Option<File>, zone: &Zone) -> Self {
        let mut places: Vec<Place> = newest.into_values().collect();
        places.sort_unstable_by(Place::newest_first);
        let by_id = (0..).zip(&places).map(|(at, place)| (place.id.clone(), at)).collect();
        Index { places, by_id, lines, shown: Cache::new(SHOWN_MAX), zone: zone.clone() }
    }

    /// All advisories, the newest change first.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The advisory of this number.
    #[must_use]
    pub fn get(&self, id: &AdvisoryNumber) -> Option<&Place> {
        self.by_id.get(id).and_then(|&at| self.places.get(at as usize))
    }

    /// What the tree says of an advisory, for a page: what was shown lately is not read again. Blocks while it reads.
    #[must_use]
    pub fn entry(&self, place: &Place) -> Option<Arc<Entry>> {
        let (at, length) = place.line;
        if let Some(entry) = self.shown.get(&at) {
            return Some(entry);
        }
        let entry = Arc::new(self.read_entry(place)?);
        self.shown.insert(at, entry.clone(), length as usize);
        Some(entry)
    }

    /// What the tree says of an advisory; nothing when it cannot be read any more. Blocks while it reads.
    #[must_use]
    pub fn read_entry(&self, place: &Place) -> Option<Entry> {
        let line =
            self.line(place).inspect_err(|error| tracing::warn!(id = %place.id, %error, "cannot be read")).ok()?;
        parse(&line).ok().map(|summary| Entry::new(summary, &self.zone))
    }

    /// The same of the advisory of a number.
    #[must_use]
    pub fn find(&self, id: &AdvisoryNumber) -> Option<Arc<Entry>> {
        self.entry(self.get(id)?)
    }

    fn line(&self, place: &Place) -> io::Result<Vec<u8>> {
        let file = self.lines.as_ref().ok_or(io::ErrorKind::NotFound)?;
        let (at, length) = place.line;
        let mut line = vec![0; length as usize];
        file.read_exact_at(&mut line, at).map(|()| line)
    }
}

fn keep(newest: &mut HashMap<AdvisoryNumber, Place>, place: Place) {
    let known = newest.get(&place.id).is_some_and(|known| known.revision >= place.revision);
    if !known {
        newest.insert(place.id.clone(), place);
    }
}

impl Place {
    fn of(line: &[u8], at: u64, zone: &Zone) -> Option<Self> {
        let sketch: Sketch = parse(line).ok()?;
        Some(Place {
            revision: sketch.revision,
            published_on: zone.day_of(sketch.published_at),
            updated_on: zone.day_of(sketch.updated_at),
            severity: sketch.severity,
            critical: sketch.critical,
            stop_using: sketch.stop_using,
            withdrawn: sketch.withdrawn,
            updated_at: sketch.updated_at,
            languages: Language::ALL.map(|language| sketch.languages.contains(&language)),
            cves: sketch.cves.join(" ").into(),
            cwes: sketch.cwes.join(" ").into(),
            line: (at, u32::try_from(line.len()).ok()?),
            id: sketch.id,
        })
    }

    /// Whether it is written in this language.
    #[must_use]
    pub fn speaks(&self, language: Language) -> bool {
        Language::ALL.iter().zip(self.languages).any(|(one, speaks)| *one == language && speaks)
    }

    /// Whether it is about this CVE number, in whatever case it is written.
    #[must_use]
    pub fn is_about(&self, cve: &str) -> bool {
        self.cves.split(' ').any(|named| !named.is_empty() && named.eq_ignore_ascii_case(cve))
    }

    /// Its weaknesses, each once.
    pub fn cwes(&self) -> impl Iterator<Item = &str> {
        self.cwes.split(' ').filter(|cwe| !cwe.is_empty())
    }

    /// Whether it is marked as critical, or asks people to stop using something.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.critical || self.stop_using || self.severity == Some(Severity::Critical)
    }

    fn newest_first(a: &Self, b: &Self) -> std::cmp::Ordering {
        b.updated_at.cmp(&a.updated_at).then_with(|| b.id.cmp(&a.id))
    }
}

impl Entry {
    pub(crate) fn new(summary: AdvisorySummary, zone: &Zone) -> Self {
        let (published_on, updated_on) = (zone.day_of(summary.published_at), zone.day_of(summary.updated_at));
        Entry { summary, published_on, updated_on }
    }
}
