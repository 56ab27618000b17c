//! OSV (schema 1.7.5): vulnerabilities of packages, one entry an advisory, written and read.
//!
//! It names packages of ecosystems, so only products with a package URL of one are carried, and only what is affected.
//! Our entries are numbered `x_JVN-12345678`: the schema keeps bare prefixes for databases that it knows.

pub mod read;
mod write;

pub use read::read;
pub use write::{Osv, osv};

use crate::purl::Purl;

/// Version of the schema that we write.
pub const VERSION: &str = "1.7.5";

/// Types of package URLs and the ecosystems that they are in, where both name the same packages.
const ECOSYSTEMS: [(&str, &str); 18] = [
    ("apk", "Alpine"),
    ("bitnami", "Bitnami"),
    ("cargo", "crates.io"),
    ("composer", "Packagist"),
    ("conan", "ConanCenter"),
    ("cran", "CRAN"),
    ("deb", "Debian"),
    ("gem", "RubyGems"),
    ("golang", "Go"),
    ("hackage", "Hackage"),
    ("hex", "Hex"),
    ("julia", "Julia"),
    ("maven", "Maven"),
    ("npm", "npm"),
    ("nuget", "NuGet"),
    ("opam", "opam"),
    ("pub", "Pub"),
    ("pypi", "PyPI"),
];

/// Ecosystem and name of a package; nothing when its type is of none.
fn package(purl: &Purl) -> Option<(&'static str, String)> {
    let (_, ecosystem) = ECOSYSTEMS.iter().find(|(kind, _)| *kind == purl.kind)?;
    let name = match (&purl.namespace, purl.kind.as_str()) {
        (None, _) | (Some(_), "apk" | "deb") => purl.name.clone(),
        (Some(namespace), "maven") => format!("{namespace}:{}", purl.name),
        (Some(namespace), _) => format!("{namespace}/{}", purl.name),
    };
    Some((ecosystem, name))
}

/// The scheme by which an ecosystem orders its versions; a release after a colon says nothing about it.
fn scheme(ecosystem: &str) -> &'static str {
    let bare = ecosystem.split(':').next().unwrap_or_default();
    match bare {
        "Ubuntu" | "Echo" => "deb",
        "AlmaLinux" | "Mageia" | "Rocky Linux" | "Red Hat" | "SUSE" | "openSUSE" | "openEuler" | "Azure Linux"
        | "Photon OS" => "rpm",
        "Chainguard" | "Wolfi" | "MinimOS" | "BellSoft Hardened Containers" => "apk",
        "Bioconductor" => "cran",
        "SwiftURL" => "semver",
        _ => ECOSYSTEMS.iter().find(|(_, name)| *name == bare).map_or("generic", |(kind, _)| kind),
    }
}
