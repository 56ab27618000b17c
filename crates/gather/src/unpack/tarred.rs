//! Members of a tar archive. Extension headers are read raw and within bounds: they may claim to be gigabytes.

use std::io::Read;
use std::ops::ControlFlow;

use tar::{Archive, EntryType};

use super::{Limits, Progress, Trouble, Visit, document, label, tell};

/// Bytes of an extension header that are read.
const EXTENSION_MAX: u64 = 64 * 1024;

pub(super) fn walk(
    source: impl Read,
    name: &str,
    progress: &Progress,
    limits: &Limits,
    visit: &mut Visit<'_>,
) -> ControlFlow<()> {
    let mut archive = Archive::new(source);
    let entries = match archive.entries() {
        Ok(entries) => entries.raw(true),
        Err(error) => return tell(name, error.into(), progress.done(), visit),
    };
    let mut long = None;
    for (count, entry) in (1..).zip(entries) {
        if count > limits.members {
            return tell(name, Trouble::TooMany(limits.members), progress.done(), visit);
        }
        let mut entry = match entry {
            Ok(entry) => entry,
            // Nobody knows where the next member begins.
            Err(error) => return tell(name, error.into(), progress.done(), visit),
        };
        match entry.header().entry_type() {
            EntryType::GNULongName => long = extension(&mut entry).map(|name| trimmed(&name)),
            EntryType::XHeader => long = extension(&mut entry).and_then(|pax| path_of(&pax)).or(long),
            EntryType::Regular | EntryType::Continuous => {
                let path = long.take().unwrap_or_else(|| String::from_utf8_lossy(&entry.path_bytes()).into_owned());
                let shown = label(&format!("{name}: {path}"));
                document(entry, &shown, false, progress, limits, visit)?;
            }
            EntryType::XGlobalHeader | EntryType::GNULongLink => {}
            _ => long = None,
        }
    }
    ControlFlow::Continue(())
}

fn extension(entry: &mut impl Read) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    entry.take(EXTENSION_MAX).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn trimmed(name: &[u8]) -> String {
    String::from_utf8_lossy(name).trim_end_matches('\0').to_owned()
}

/// The path of an extended header: records `LENGTH KEY=VALUE\n`.
fn path_of(mut pax: &[u8]) -> Option<String> {
    while let Some(blank) = pax.iter().position(|byte| *byte == b' ') {
        let length: usize = std::str::from_utf8(&pax[..blank]).ok()?.parse().ok()?;
        let record = pax.get(blank + 1..length)?;
        if let Some(path) = record.strip_prefix(b"path=") {
            return Some(String::from_utf8_lossy(path.strip_suffix(b"\n").unwrap_or(path)).into_owned());
        }
        pax = pax.get(length..)?;
    }
    None
}
