//! What came of each part of the test.

/// One part: what it counted, or why it did not run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Its name on the command line.
    pub name: &'static str,
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed, or 1 for a part that broke down before it could count.
    pub failed: usize,
    /// Tests that the part itself left out.
    pub skipped: usize,
    /// Why the whole part did not run.
    pub not_run: Option<String>,
}

impl Part {
    /// A part that does not count on its own: it went well or it did not.
    pub fn whole(name: &'static str, went_well: bool) -> Part {
        Part { name, passed: usize::from(went_well), failed: usize::from(!went_well), ..Part::default() }
    }

    /// A part that could not be run.
    pub fn not_run(name: &'static str, reason: impl Into<String>) -> Part {
        Part { name, skipped: 1, not_run: Some(reason.into()), ..Part::default() }
    }

    fn verdict(&self) -> &'static str {
        match (&self.not_run, self.failed) {
            (_, failed) if failed > 0 => "failed",
            (Some(_), _) => "not run",
            (None, _) => "passed",
        }
    }
}

/// The table, then each part that did not run with its reason, then the sum as the last line.
pub fn render(parts: &[Part]) -> String {
    let mut text = format!("\n{:<10} {:<8} {:>7} {:>7} {:>8}\n", "part", "", "passed", "failed", "skipped");
    for part in parts {
        let Part { name, passed, failed, skipped, .. } = part;
        text += &format!("{name:<10} {:<8} {passed:>7} {failed:>7} {skipped:>8}\n", part.verdict());
    }
    for part in parts {
        if let Some(reason) = &part.not_run {
            text += &format!("{} did not run: {reason}\n", part.name);
        }
    }
    let sum = |count: fn(&Part) -> usize| parts.iter().map(count).sum::<usize>();
    let (passed, failed, skipped) = (sum(|part| part.passed), sum(|part| part.failed), sum(|part| part.skipped));
    text + &format!("{passed} passed, {failed} failed, {skipped} skipped\n")
}

/// Reads a last line of the same form, as the browser suite writes it: passed, failed, skipped.
pub fn sums(line: &str) -> Option<[usize; 3]> {
    let mut sums = [0; 3];
    let mut fields = line.trim().split(", ");
    for (sum, word) in sums.iter_mut().zip(["passed", "failed", "skipped"]) {
        let (count, name) = fields.next()?.split_once(' ')?;
        *sum = count.parse().ok().filter(|_| name == word)?;
    }
    fields.next().is_none().then_some(sums)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_did_not_run_and_ends_with_the_sum() {
        let unit = Part { name: "unit", passed: 7, skipped: 1, ..Part::default() };
        let text = render(&[Part::whole("check", false), unit, Part::not_run("browser", "no Chromium")]);
        let lines: Vec<&str> = text.trim().lines().collect();
        assert!(lines[1].starts_with("check      failed"));
        assert!(lines[2].starts_with("unit       passed"));
        assert!(lines[3].starts_with("browser    not run"));
        assert_eq!(lines[4..], ["browser did not run: no Chromium", "7 passed, 1 failed, 2 skipped"]);
    }

    #[test]
    fn reads_its_own_last_line() {
        assert_eq!(sums("7 passed, 1 failed, 2 skipped\n"), Some([7, 1, 2]));
        assert_eq!(sums("7 failed, 1 passed, 2 skipped"), None);
        assert_eq!(sums("7 passed, 1 failed"), None);
        assert_eq!(sums("7 passed, 1 failed, 2 skipped, 3 lost"), None);
    }
}
