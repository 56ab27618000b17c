//! What each type of package URL demands: the type definitions that come with ECMA-427, as a table.

/// Whether a type has namespaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Namespace {
    /// A package has none.
    Prohibited,
    /// It may have one.
    Optional,
    /// It always has one.
    Required,
}

use Namespace::{Optional, Prohibited, Required};

/// The rules of a type.
#[derive(Clone, Copy, Debug)]
pub(super) struct Type {
    /// The type, in lower case.
    pub name: &'static str,
    /// Whether it has namespaces.
    pub namespace: Namespace,
    /// Which parts are written in lower case: `n` namespace, `p` the package's name, `v` version.
    pub lower: &'static str,
    /// The qualifier without which a package is not known.
    pub needs: Option<&'static str>,
}

const fn of(name: &'static str, namespace: Namespace, lower: &'static str) -> Type {
    Type { name, namespace, lower, needs: None }
}

const fn needing(name: &'static str, namespace: Namespace, qualifier: &'static str) -> Type {
    Type { name, namespace, lower: "", needs: Some(qualifier) }
}

/// The registered types in the order of their names.
const TYPES: [Type; 43] = [
    of("alpm", Required, "np"),
    of("apk", Required, "np"),
    of("bazel", Prohibited, ""),
    of("bitbucket", Required, "np"),
    of("bitnami", Prohibited, "p"),
    of("brew", Optional, "np"),
    of("cargo", Prohibited, ""),
    of("chrome-extension", Prohibited, "p"),
    of("cocoapods", Prohibited, ""),
    of("composer", Required, "np"),
    of("conan", Optional, ""),
    of("conda", Prohibited, ""),
    of("cpan", Optional, ""),
    of("cran", Prohibited, ""),
    of("deb", Required, "np"),
    of("docker", Optional, ""),
    of("gem", Prohibited, ""),
    of("generic", Optional, ""),
    of("git", Required, ""),
    of("github", Required, "np"),
    of("golang", Required, ""),
    of("hackage", Prohibited, ""),
    of("hex", Optional, "np"),
    of("huggingface", Required, "v"),
    needing("julia", Prohibited, "uuid"),
    of("luarocks", Optional, "np"),
    of("maven", Required, ""),
    of("mlflow", Prohibited, ""),
    of("npm", Optional, ""),
    of("nuget", Prohibited, ""),
    of("oci", Prohibited, "pv"),
    of("opam", Prohibited, ""),
    of("otp", Prohibited, "p"),
    of("pub", Prohibited, "p"),
    of("pypi", Prohibited, "pv"),
    of("qpkg", Required, "n"),
    of("rpm", Required, "n"),
    needing("swid", Optional, "tag_id"),
    of("swift", Required, ""),
    of("vcpkg", Prohibited, ""),
    of("vscode-extension", Required, "npv"),
    of("yocto", Optional, "n"),
    // A type that nobody registered has the rules of `generic`; the last row stands for them all.
    of("", Optional, ""),
];

/// The rules of a type; those of a generic package for one that is not registered.
pub(super) fn rules(name: &str) -> &'static Type {
    let last = TYPES.len() - 1;
    TYPES[..last].binary_search_by_key(&name, |row| row.name).map_or(&TYPES[last], |index| &TYPES[index])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_in_order() {
        assert!(TYPES[..TYPES.len() - 1].is_sorted_by_key(|row| row.name));
        assert_eq!(rules("npm").name, "npm");
        assert_eq!(rules("unheard-of").namespace, Optional);
    }
}
