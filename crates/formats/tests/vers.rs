//! Version range specifiers and the order of versions, against the examples that each scheme's own papers give.

use formats::vers::{Vers, VersError, order};
use formats::version::{Bound, VersionRange};
use proptest::prelude::*;
use std::cmp::Ordering;

/// Versions from old to new, by scheme.
const ASCENDING: [(&str, &[&str]); 20] = [
    // semver.org, section 11.
    (
        "semver",
        &[
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "2.0.0",
            "2.1.0",
            "2.1.1",
        ],
    ),
    ("npm", &["0.9.9", "0.9.10", "1.0.0-0", "1.0.0-a", "1.0.0"]),
    ("golang", &["v0.0.0-20191109021931-daa7c04131f5", "v0.9.0", "v1.0.0-rc1", "v1.0.0", "v2.0.0+incompatible"]),
    // deb-version(7) and the Debian Policy, 5.6.12.
    ("deb", &["1.0~~", "1.0~~a", "1.0~", "1.0", "1.0a", "1.0+b1", "1.0.1", "1.10", "1:0.1", "2:0"]),
    ("deb", &["1.0~rc1-1", "1.0-1", "1.0-1+deb12u1", "1.0-1.1", "1.0-2"]),
    // rpm-version(7).
    ("rpm", &["1.0~rc1", "1.0", "1.0^20160101", "1.0.1", "1.0.10", "1:0.5"]),
    ("rpm", &["5.5p1-1", "5.5p2-1", "5.5p10-1", "10xyz-1", "10.1xyz-1"]),
    // vercmp(8).
    ("alpm", &["1.0a", "1.0b", "1.0beta", "1.0p", "1.0pre", "1.0rc", "1.0", "1.0.a", "1.0.1"]),
    ("apk", &["1.2_alpha1", "1.2_beta", "1.2_pre2", "1.2_rc", "1.2", "1.2_p1", "1.2b"]),
    ("apk", &["1.0", "1.0-r0", "1.0-r1", "1.0a", "1.0.1"]),
    // PEP 440, "Summary of permitted suffixes and relative ordering".
    (
        "pypi",
        &[
            "1.0.dev1",
            "1.0a1.dev456",
            "1.0a1",
            "1.0a2",
            "1.0a12.dev456",
            "1.0a12",
            "1.0b1.dev456",
            "1.0b2",
            "1.0b2.post345.dev456",
            "1.0b2.post345",
            "1.0rc1.dev456",
            "1.0rc1",
            "1.0",
            "1.0+abc.5",
            "1.0+abc.7",
            "1.0+5",
            "1.0.post456.dev34",
            "1.0.post456",
            "1.1.dev1",
            "2!0.1",
        ],
    ),
    // Gem::Version.
    ("gem", &["1.0.a", "1.0.a.2", "1.0.b1", "1.0", "1.0.1", "1.2", "1.10"]),
    // Maven, "Version Order Specification".
    (
        "maven",
        &[
            "1-alpha",
            "1-beta",
            "1-milestone",
            "1-rc",
            "1-snapshot",
            "1",
            "1-sp",
            "1-abc",
            "1-foo2",
            "1-foo10",
            "1-1",
            "1.1",
        ],
    ),
    ("nuget", &["1.0.0-alpha", "1.0.0-Beta", "1.0.0", "1.0.0.1", "1.0.1"]),
    // getcomposer.org, stabilities.
    ("composer", &["dev-main", "1.0-dev", "1.0-alpha1", "1.0-beta2", "1.0-RC1", "1.0", "1.0-patch1", "1.0.1", "v2.0"]),
    ("conan", &["1.0-pre", "1.0", "1.0+b1", "1.1", "1.1.a", "1.20"]),
    ("cpan", &["0.5", "1.002", "v1.2.3", "1.2.4", "1.10", "v1.200"]),
    ("openssl", &["0.9.8zh", "1.0.2", "1.0.2a", "1.0.2z", "1.0.2za", "1.1.1", "3.0.0-alpha1", "3.0.0-beta1", "3.0.0"]),
    ("generic", &["1.0-dev", "1.0alpha", "1.0-beta2", "1.0 RC1", "1.0", "1.0 SP1", "1.0.1", "1.2", "1.10", "V2"]),
    // 1 and 1.0 are the same, so what follows the one follows the other.
    ("generic", &["1.0", "1.x", "1.1"]),
];

/// Versions that are the same, by scheme.
const SAME: [(&str, &str, &str); 16] = [
    ("semver", "1.0.0+build", "1.0.0"),
    ("npm", "v1.2.3", "1.2.3"),
    ("deb", "0:1.0-0", "1.0"),
    ("rpm", "0:1.0-1", "1.0-1"),
    ("rpm", "1.0.1", "1_0_1"),
    ("alpm", "1.5-1", "1.5"),
    ("gentoo", "1.0-r0", "1.0"),
    ("pypi", "1.0", "v1.0.0"),
    ("pypi", "1.1-RC.1", "1.1rc1"),
    ("pypi", "1.0-1", "1.0.post1"),
    ("gem", "1", "1.0.0"),
    ("maven", "1.0.GA", "1"),
    ("nuget", "1.0-BETA", "1.0.0.0-beta+x"),
    ("composer", "1.0", "v1.0.0.0"),
    ("cpan", "1.5", "v1.500.0"),
    ("generic", "1", "1.0.0"),
];

#[test]
fn versions_stand_in_the_order_of_their_scheme() {
    for (scheme, versions) in ASCENDING {
        for (index, older) in versions.iter().enumerate() {
            for newer in &versions[index + 1..] {
                assert_eq!(order(scheme, older, newer), Ordering::Less, "{scheme}: {older} < {newer}");
                assert_eq!(order(scheme, newer, older), Ordering::Greater, "{scheme}: {newer} > {older}");
            }
        }
    }
    for (scheme, a, b) in SAME {
        assert_eq!(order(scheme, a, b), Ordering::Equal, "{scheme}: {a} = {b}");
    }
}

#[test]
fn containment() {
    for (vers, inside, outside) in [
        ("vers:npm/1.2.3|>=2.0.0|<5.0.0", &["1.2.3", "2.0.0", "4.9.9"][..], &["1.2.4", "1.9.9", "5.0.0"][..]),
        ("vers:gem/>=2.2.0|!=2.2.1|<2.3.0", &["2.2.0", "2.2.2"], &["2.2.1", "2.3.0", "2.1"]),
        (
            "vers:maven/>=1.0.0-beta1|<=1.7.5|>=7.0.0-M1|<=7.0.7|>=7.1.0|<=7.1.2|>=8.0.0-M1|<=8.0.1",
            &["1.0.0-beta1", "1.5", "7.0.0-M1", "7.0.0", "8.0.1"],
            &["1.0.0-alpha1", "2.0", "7.0.8", "8.0.2"],
        ),
        ("vers:pypi/<=1.0.0|>=2.0.0", &["0.9", "1.0", "2", "3"], &["1.5"]),
        ("vers:pypi/!=5", &["4", "6"], &["5.0"]),
        ("vers:deb/*", &["1.0", "2:3-4"], &[]),
        ("vers:all/*", &["anything"], &[]),
        ("vers:none/*", &[], &["1.0"]),
        ("vers:generic/>1.0|<2%3E0", &["1.5"], &["1.0"]),
        ("vers:semver/<5.0.0|1.2.3|>=2.0.0", &["1.2.3", "3.0.0"], &["5.0.0"]),
    ] {
        let vers = Vers::parse(vers).unwrap();
        inside.iter().for_each(|version| assert!(vers.contains(version), "{vers} holds {version}"));
        outside.iter().for_each(|version| assert!(!vers.contains(version), "{vers} does not hold {version}"));
    }
}

#[test]
fn the_one_right_form() {
    for right in [
        "vers:npm/>=1.0.0|<2.0.0",
        "vers:npm/1.0%252F0",
        "vers:datetime/2024-01-01T00:00:00Z",
        "vers:pypi/!=5",
        "vers:deb/*",
    ] {
        assert_eq!(Vers::parse_canonical(right).unwrap().to_string(), right);
    }
    for (wrong, error) in [
        ("npm/1", VersError::Shape),
        ("vers:npm", VersError::Shape),
        ("vers:npm/", VersError::Empty),
        ("vers:npm/>=1.0.0| <2.0.0", VersError::Characters),
        ("vers:npm/|>=1.0.0|<2.0.0", VersError::Empty),
        ("vers:npm/>=1.0.0||<2.0.0", VersError::Empty),
        ("vers:npm/*|1.0.0", VersError::Star),
        ("vers:all/1", VersError::Star),
        ("vers:npm/1.0%2G0", VersError::Encoding),
        ("vers:npm/=1.0", VersError::Encoding),
        ("vers:npm/1.0|2.0|3.0|1.5", VersError::Unsorted),
        ("vers:npm/1.0|>1.0.0", VersError::Twice),
        ("vers:npm/>1.0|>2.0", VersError::Sequence),
        ("vers:npm/1.0|<2.0", VersError::Sequence),
        ("vers:datetime/2024-01-01t00:00:00z", VersError::Version),
        ("vers:datetime/2024-01-01T00%3A00%3A00Z", VersError::Encoding),
    ] {
        assert_eq!(Vers::parse_canonical(wrong), Err(error), "{wrong}");
    }
}

#[test]
fn ranges_of_advisories() {
    let between = VersionRange::Between { from: Some(Bound::including("1.0")), to: Some(Bound::excluding("2.3 SP1")) };
    for (range, text) in [
        (VersionRange::All, "vers:generic/*"),
        (VersionRange::exact("2.3"), "vers:generic/2.3"),
        (VersionRange::before("2.3"), "vers:generic/<2.3"),
        (VersionRange::up_to("2.3"), "vers:generic/<=2.3"),
        (VersionRange::since("2.3"), "vers:generic/>=2.3"),
        (between, "vers:generic/>=1.0|<2.3%20SP1"),
        (VersionRange::Vers { vers: "vers:generic/1|3".into() }, "vers:generic/1|3"),
    ] {
        let vers = Vers::of(&range, "generic").unwrap();
        assert_eq!(vers.to_string(), text);
        assert_eq!(Vers::parse(text).unwrap().range(), range);
    }
    assert_eq!(Vers::of(&VersionRange::Vers { vers: "1.0".into() }, "generic"), None);
}

const SCHEMES: [&str; 20] = [
    "semver",
    "nuget",
    "composer",
    "conan",
    "deb",
    "rpm",
    "alpm",
    "apk",
    "gentoo",
    "maven",
    "pypi",
    "gem",
    "cpan",
    "openssl",
    "intdot",
    "lexicographic",
    "datetime",
    "generic",
    "golang",
    "unheard-of",
];

fn version() -> impl Strategy<Value = String> {
    "v?[0-9]{1,2}(\\.[0-9]{1,2}){0,2}([-~+_.^]?(alpha|rc|beta|dev|p|post|a|r)[0-9]{0,2}){0,2}"
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_order_has_two_sides(a in version(), b in version(), scheme in proptest::sample::select(&SCHEMES[..])) {
        prop_assert_eq!(order(scheme, &a, &b), order(scheme, &b, &a).reverse());
        prop_assert_eq!(order(scheme, &a, &a), Ordering::Equal);
    }

    /// Schemes whose rules go in circles are no reason to fall over.
    #[test]
    fn many_versions_are_put_in_order(
        versions in proptest::collection::vec("[0-2]([.~_-]?([0-1x]|sp|alpha)){0,3}", 25..60),
        scheme in proptest::sample::select(&SCHEMES[..]),
    ) {
        let vers = Vers::parse(&format!("vers:{scheme}/{}", versions.join("|"))).unwrap();
        prop_assert_eq!(vers.to_string().matches('|').count() + 1, versions.len());
    }

    /// The order of versions that belong to nobody's scheme has no circles.
    #[test]
    fn the_generic_order_goes_one_way(three in proptest::array::uniform3("[0-2]([.]?([0-1x]|sp|rc|final)){0,3}")) {
        let [a, b, c] = &three;
        let order = |a: &String, b: &String| order("generic", a, b);
        if order(a, b).is_le() && order(b, c).is_le() {
            prop_assert!(order(a, c).is_le());
            prop_assert_eq!(order(a, c).is_eq(), order(a, b).is_eq() && order(b, c).is_eq());
        }
    }

    #[test]
    fn what_is_written_is_read_again(
        versions in proptest::collection::vec(("[!-~]{1,8}", 0..6_usize), 1..5),
    ) {
        let signs = ["", "!=", "<", "<=", ">", ">="];
        let escaped = |text: &str| text.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
        let list: Vec<String> = versions.iter().map(|(v, sign)| format!("{}{}", signs[*sign], escaped(v))).collect();
        let vers = Vers::parse(&format!("vers:lexicographic/{}", list.join("|"))).unwrap();
        prop_assert_eq!(Vers::parse(&vers.to_string()).unwrap(), vers);
    }

    #[test]
    fn no_text_panics(text in "(vers:[a-z]{3,6}/)?[ -~]{0,40}", version in "\\PC{0,12}", scheme in proptest::sample::select(&SCHEMES[..])) {
        if let Ok(vers) = Vers::parse(&text) {
            let _ = vers.contains(&version);
        }
        let _ = Vers::parse_canonical(&text);
        let _ = order(scheme, &version, &text);
    }
}
