//! A link as a QR code (ISO/IEC 18004), to be drawn as squares.

use crate::Error;
use qrcode::{Color, EcLevel, QrCode};

/// Light squares around the code (the standard asks for four).
const QUIET: usize = 4;

/// The dark squares as (column, row), and how many squares a side has with the quiet edge.
pub(crate) fn squares(link: &str) -> Result<(Vec<(usize, usize)>, usize), Error> {
    let code = QrCode::with_error_correction_level(link.as_bytes(), EcLevel::M).map_err(|_| Error::LinkTooLong)?;
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
    Ok((dark.map(|(at, _)| (at % width + QUIET, at / width + QUIET)).collect(), width + 2 * QUIET))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_a_quiet_edge() {
        let (dark, count) = squares("https://noroshi.example/a/x").expect("a short link fits");
        assert!(dark.iter().all(|(x, y)| (4..count - 4).contains(x) && (4..count - 4).contains(y)));
        assert!(dark.contains(&(4, 4)));
    }

    #[test]
    fn a_link_that_does_not_fit_is_refused() {
        assert!(matches!(squares(&"x".repeat(3_000)), Err(Error::LinkTooLong)));
    }
}
