//! A QR code as a picture that our own pages may show: one path of squares, without style or script.

use askama::Template;
use qrcode::{Color, EcLevel, QrCode};
use ui::markup::Markup;

/// Light squares around the code (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

#[derive(Template)]
#[template(
    source = r##"<svg class="qr" viewBox="0 0 {{ size }} {{ size }}" role="img" aria-label="{{ label }}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{{ size }}v{{ size }}H0z"/><path fill="#000" d="{{ path }}"/></svg>"##,
    ext = "html"
)]
struct Picture<'a> {
    size: usize,
    label: &'a str,
    path: String,
}

/// The code of a text; `None` when it is too long for one.
pub(super) fn picture(text: &str, label: &str) -> Option<Markup> {
    let code = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M).ok()?;
    let width = code.width();
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
    let square = |(at, _): (usize, Color)| format!("M{} {}h1v1h-1z", at % width + QUIET, at / width + QUIET);
    let path = dark.map(square).collect();
    Some(Markup::of(&Picture { size: width + 2 * QUIET, label, path }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_a_quiet_edge() {
        let svg = picture("otpauth://totp/Noroshi%20VR:a?secret=AAAA", "<b>").expect("a short text fits").to_string();
        assert!(svg.contains("aria-label=\"&#60;b&#62;\"") && svg.contains("d=\"M4 4h1v1h-1z"), "{svg}");
        assert!(!svg.contains("M0 4h1") && !svg.contains("style"), "{svg}");
        assert!(picture(&"x".repeat(5_000), "").is_none());
    }
}
