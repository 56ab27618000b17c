//! Japanese fonts of the system, found by family name. None is shipped.

use crate::Error;
use krilla::text::Font;
use rustybuzz::ttf_parser;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where Debian and most others keep fonts.
pub const SYSTEM_FOLDERS: [&str; 3] = ["/usr/share/fonts", "/usr/local/share/fonts", "/opt/share/fonts"];

/// Families with serifs (明朝), the best first.
const SERIF: [&str; 5] = ["Noto Serif CJK JP", "Noto Serif JP", "BIZ UDPMincho", "BIZ UDMincho", "IPAexMincho"];

/// Families without (ゴシック), the best first.
const SANS: [&str; 5] = ["Noto Sans CJK JP", "Noto Sans JP", "BIZ UDPGothic", "BIZ UDGothic", "IPAexGothic"];

/// A file is opened only when its name, without anything but letters, contains one of these.
const FILE_NAMES: [&str; 7] = ["notoserifcjk", "notosanscjk", "notoserifjp", "notosansjp", "bizud", "ipaexm", "ipaexg"];

/// No font folder is deeper; a loop of links ends here.
const DEEPEST: usize = 6;

/// What a text is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Serif,
    SerifBold,
    Sans,
    SansBold,
}

/// The faces that papers are set in. Holds the font files in memory (about 90 MB for all four Noto CJK faces): find them,
/// render what is due, drop them.
#[derive(Clone)]
pub struct Fonts {
    faces: Vec<Face>,
}

#[derive(Clone)]
pub(crate) struct Face {
    pub(crate) family: &'static str,
    pub(crate) bold: bool,
    pub(crate) index: u32,
    pub(crate) data: Arc<Vec<u8>>,
    pub(crate) font: Font,
}

impl Fonts {
    /// Looks through the folders and what is in them. Which file brings a family does not depend on the order in which
    /// the system lists them. The only access to the disk in this crate.
    pub fn find(folders: &[PathBuf]) -> Result<Fonts, Error> {
        let mut files = Vec::new();
        for folder in folders {
            collect(folder, 0, &mut files);
        }
        files.sort();
        let mut faces: Vec<Face> = Vec::new();
        for file in files {
            let Ok(bytes) = fs::read(&file) else { continue };
            for face in faces_in(Arc::new(bytes)) {
                if !faces.iter().any(|known| known.is_like(&face)) {
                    faces.push(face);
                }
            }
        }
        if faces.iter().all(|face| face.bold) {
            return Err(Error::NoJapaneseFont { searched: folders.to_vec() });
        }
        Ok(Fonts { faces })
    }

    /// [`Fonts::find`] in [`SYSTEM_FOLDERS`].
    pub fn of_the_system() -> Result<Fonts, Error> {
        Fonts::find(&SYSTEM_FOLDERS.map(PathBuf::from))
    }

    pub(crate) fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// Places of the faces to try for a role, the wanted family first, then everything else of any weight.
    pub(crate) fn chain(&self, role: Role) -> Vec<usize> {
        let (families, others) = match role {
            Role::Serif | Role::SerifBold => (SERIF, SANS),
            Role::Sans | Role::SansBold => (SANS, SERIF),
        };
        let bold = matches!(role, Role::SerifBold | Role::SansBold);
        let rank = |face: &Face| {
            let wanted = families.iter().chain(&others).position(|family| *family == face.family);
            let other_kind = others.contains(&face.family);
            // A text in the other weight of its own kind still looks like what it is.
            (other_kind, face.bold != bold, wanted)
        };
        let mut order: Vec<usize> = (0..self.faces.len()).collect();
        order.sort_by_key(|place| rank(&self.faces[*place]));
        order
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_list().entries(self.faces.iter().map(|face| (face.family, face.bold))).finish()
    }
}

impl Face {
    fn is_like(&self, other: &Face) -> bool {
        self.family == other.family && self.bold == other.bold
    }
}

fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() && depth < DEEPEST {
            collect(&path, depth + 1, files);
        } else if is_wanted(&path) {
            files.push(path);
        }
    }
}

fn is_wanted(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let name: String =
        name.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect();
    ["ttf", "otf", "ttc", "otc"].contains(&ending.as_str()) && FILE_NAMES.iter().any(|known| name.contains(known))
}

/// The faces of our families in a file, or in a collection of several.
fn faces_in(data: Arc<Vec<u8>>) -> Vec<Face> {
    let count = ttf_parser::fonts_in_collection(&data).unwrap_or(1);
    (0..count).filter_map(|index| face(&data, index)).collect()
}

fn face(data: &Arc<Vec<u8>>, index: u32) -> Option<Face> {
    let parsed = ttf_parser::Face::parse(data, index).ok()?;
    let name = family(&parsed)?;
    let family = SERIF.iter().chain(&SANS).find(|known| **known == name)?;
    let bold = match parsed.weight().to_number() {
        400 => false,
        700 => true,
        _ => return None,
    };
    if parsed.is_variable() || parsed.is_italic() {
        return None;
    }
    let font = Font::new(data.clone().into(), index)?;
    Some(Face { family, bold, index, data: data.clone(), font })
}

/// The English family name.
fn family(face: &ttf_parser::Face) -> Option<String> {
    let wanted = [ttf_parser::name_id::TYPOGRAPHIC_FAMILY, ttf_parser::name_id::FAMILY];
    let names = || face.names().into_iter().filter(|name| name.is_unicode());
    let known = |name: &String| SERIF.iter().chain(&SANS).any(|family| family == name);
    wanted
        .into_iter()
        .find_map(|id| names().filter(|name| name.name_id == id).filter_map(|name| name.to_string()).find(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_font_says_what_to_install() {
        let error = Fonts::find(&[PathBuf::from("/nowhere/fonts")]).expect_err("there is nothing");
        let said = error.to_string();
        assert!(said.contains("/nowhere/fonts") && said.contains("apt-get install fonts-noto-cjk"), "{said}");
    }

    #[test]
    fn takes_the_japanese_face_out_of_a_collection() {
        let fonts = Fonts::of_the_system().expect("a Japanese font (fonts-noto-cjk)");
        for role in [Role::Serif, Role::SerifBold, Role::Sans, Role::SansBold] {
            let first = &fonts.faces()[fonts.chain(role)[0]];
            assert!(SERIF.iter().chain(&SANS).any(|family| *family == first.family));
        }
        assert!(!fonts.faces().iter().any(|face| face.family.contains("KR") || face.family.contains("SC")));
    }

    #[test]
    fn other_files_are_not_opened() {
        assert!(is_wanted(Path::new("/f/NotoSerifCJK-Regular.ttc")) && is_wanted(Path::new("/f/ipaexm.ttf")));
        assert!(!is_wanted(Path::new("/f/DejaVuSans.ttf")) && !is_wanted(Path::new("/f/NotoSansCJK.txt")));
    }
}
