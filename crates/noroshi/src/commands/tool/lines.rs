//! Lines in, lines out.

use std::io::{BufRead, Read, Result, Write};

use super::Answer;

/// Longest line that is read, in bytes.
const LINE_MAX: u64 = 64 * 1024;

/// Answers every line. It ends with the input, or when nobody reads the answers any more.
pub(super) fn each(mut input: impl BufRead, out: &mut impl Write, answer: &Answer) -> Result<()> {
    while let Some(line) = next(&mut input)? {
        if !tell(out, answer, line) {
            break;
        }
    }
    Ok(())
}

/// Answers one line at once: whoever is at the other end of a pipe may wait for it. False when nobody reads.
pub(super) fn tell(out: &mut impl Write, answer: &Answer, line: std::result::Result<String, String>) -> bool {
    let said = line.and_then(|line| answer(line.trim()));
    let said = said.unwrap_or_else(|error| serde_json::json!({ "error": error }).to_string());
    writeln!(out, "{said}").and_then(|()| out.flush()).is_ok()
}

/// The next line, or why it is none; nothing at the end.
fn next(input: &mut impl BufRead) -> Result<Option<std::result::Result<String, String>>> {
    let mut bytes = Vec::new();
    let read = input.by_ref().take(LINE_MAX).read_until(b'\n', &mut bytes)? as u64;
    if read == 0 {
        return Ok(None);
    }
    if read == LINE_MAX && bytes.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
        return Ok(Some(Err(format!("the line is longer than {LINE_MAX} bytes"))));
    }
    Ok(Some(String::from_utf8(bytes).map_err(|_| "the line is not UTF-8".to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> Vec<String> {
        let mut out = Vec::new();
        let echo = |line: &str| if line.is_empty() { Err("empty".to_owned()) } else { Ok(line.to_owned()) };
        each(input, &mut out, &echo).unwrap();
        String::from_utf8(out).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn one_line_for_one_line() {
        assert_eq!(answers(b"a\r\n\nb"), ["a", r#"{"error":"empty"}"#, "b"]);
        assert_eq!(answers(b""), Vec::<String>::new());
        assert_eq!(answers(b"\xff\nb\n"), [r#"{"error":"the line is not UTF-8"}"#, "b"]);
    }

    #[test]
    fn a_line_without_end_is_not_kept() {
        let long = [vec![b'x'; 3 * LINE_MAX as usize], b"\nb\n".to_vec()].concat();
        assert_eq!(answers(&long), [r#"{"error":"the line is longer than 65536 bytes"}"#, "b"]);
    }
}
