//! Which of two versions of a document is the newer one.

use jiff::Timestamp;

/// Whether a document is older than the one that is held: by its version where both count, else by its last change.
/// What is as old as the other is not older.
#[must_use]
pub fn is_older(version: Option<&str>, updated: Timestamp, held: Option<&str>, held_updated: Timestamp) -> bool {
    match (version.and_then(parts), held.and_then(parts)) {
        (Some(version), Some(held)) if version != held => version < held,
        _ => updated < held_updated,
    }
}

/// The numbers of `3` or `1.2.3`; what stands behind `-` or `+` is left to the days.
fn parts(version: &str) -> Option<[u64; 3]> {
    let main = version.split(['-', '+']).next()?;
    let mut parts = [0; 3];
    let mut given = main.split('.');
    for (place, part) in parts.iter_mut().zip(given.by_ref()) {
        *place = part.parse().ok()?;
    }
    given.next().is_none().then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_count_before_days() {
        let (early, late) = (Timestamp::UNIX_EPOCH, Timestamp::MAX);
        assert!(is_older(Some("9"), late, Some("10"), early));
        assert!(!is_older(Some("1.10.0"), early, Some("1.9.3"), late));
        assert!(is_older(Some("2"), early, Some("2"), late), "the same version: the days decide");
        assert!(is_older(None, early, Some("2"), late));
        assert!(!is_older(Some("x"), late, Some("2"), late));
    }
}
