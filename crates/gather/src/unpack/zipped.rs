//! Members of a zip archive.

use std::io::{Read, Seek};
use std::ops::ControlFlow;

use zip::ZipArchive;
use zip::result::ZipError;

use super::{Bounded, Limits, Progress, Trouble, Visit, document, label, tell};

pub(super) fn walk<R: Read + Seek>(
    source: R,
    name: &str,
    progress: &Progress,
    limits: &Limits,
    visit: &mut Visit<'_>,
) -> ControlFlow<()> {
    let mut archive = match ZipArchive::new(source) {
        Ok(archive) => archive,
        Err(error) => return tell(name, trouble(error), progress.done(), visit),
    };
    let all = archive.len();
    if all as u64 > limits.members {
        return tell(name, Trouble::TooMany(limits.members), progress.done(), visit);
    }
    let mut left = *limits;
    for index in 0..all {
        let progress = Progress { files: Some((index as u64 + 1, all as u64)), ..progress.clone() };
        let member = match archive.by_index(index) {
            Ok(member) if member.is_file() => member,
            Ok(_) => continue,
            Err(error) => {
                tell(&label(&format!("{name}: #{}", index + 1)), trouble(error), progress.done(), visit)?;
                continue;
            }
        };
        let shown = label(&format!("{name}: {}", String::from_utf8_lossy(member.name_raw())));
        let mut bounded = Bounded::new(member, &left);
        document(&mut bounded, &shown, false, &progress, limits, visit)?;
        left.unpacked = bounded.left;
        if left.unpacked == 0 {
            return tell(name, Trouble::Unpacks(limits.unpacked), progress.done(), visit);
        }
    }
    ControlFlow::Continue(())
}

fn trouble(error: ZipError) -> Trouble {
    match error {
        ZipError::Io(error) => error.into(),
        ZipError::UnsupportedArchive(_) | ZipError::InvalidPassword => Trouble::Packing,
        _ => Trouble::Io("not a zip archive".to_owned()),
    }
}
