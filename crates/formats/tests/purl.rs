//! Package URLs against the specification's own examples, type by type.

use formats::purl::{Purl, PurlError};
use proptest::prelude::*;

/// What is given and its right form.
const FORMS: [(&str, &str); 27] = [
    (
        "pkg:bitbucket/birKenfeld/pyGments-main@244fd47e07d1014f0aed9c",
        "pkg:bitbucket/birkenfeld/pygments-main@244fd47e07d1014f0aed9c",
    ),
    ("pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie", "pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie"),
    (
        "pkg:docker/customer/dockerimage@sha256:244fd47e07d1004f0aed9c?repository_url=gcr.io",
        "pkg:docker/customer/dockerimage@sha256:244fd47e07d1004f0aed9c?repository_url=gcr.io",
    ),
    ("pkg:gem/jruby-launcher@1.1.2?platform=java", "pkg:gem/jruby-launcher@1.1.2?platform=java"),
    (
        "pkg:golang/google.golang.org/genproto#/googleapis/api/annotations/",
        "pkg:golang/google.golang.org/genproto#googleapis/api/annotations",
    ),
    ("pkg:golang/google.golang.org/genproto@abcdedf#./a/../b", "pkg:golang/google.golang.org/genproto@abcdedf#a/b"),
    (
        "pkg:GitHub/Package-url/purl-Spec@244fd47e07d1004f0aed9c",
        "pkg:github/package-url/purl-spec@244fd47e07d1004f0aed9c",
    ),
    (
        "pkg:maven/org.apache.xmlgraphics/batik-anim@1.9.1?repositorY_url=repo.spring.io/release&packaging=sources",
        "pkg:maven/org.apache.xmlgraphics/batik-anim@1.9.1?packaging=sources&repository_url=repo.spring.io%2Frelease",
    ),
    ("pkg:npm/%40angular/animation@12.3.1", "pkg:npm/%40angular/animation@12.3.1"),
    ("pkg:npm/@angular/animation", "pkg:npm/%40angular/animation"),
    ("pkg://npm/foobar@12.3.1", "pkg:npm/foobar@12.3.1"),
    ("PKG:nuget/EnterpriseLibrary.Common@6.0.1304", "pkg:nuget/EnterpriseLibrary.Common@6.0.1304"),
    ("pkg:PYPI/Django_package@1.11.1.dev1", "pkg:pypi/django-package@1.11.1.dev1"),
    ("pkg:rpm/Fedora/curl@7.50.3-1.fc25?arch=i386", "pkg:rpm/fedora/curl@7.50.3-1.fc25?arch=i386"),
    ("pkg:composer/Laravel/Laravel@5.5.0", "pkg:composer/laravel/laravel@5.5.0"),
    ("pkg:conan/cctz@2.3", "pkg:conan/cctz@2.3"),
    ("pkg:cpan/GDT/URI-PackageURL", "pkg:cpan/GDT/URI-PackageURL"),
    ("pkg:hackage/AC_HalfInteger@1.2.1", "pkg:hackage/AC-HalfInteger@1.2.1"),
    ("pkg:pub/My.Package@1.0", "pkg:pub/my_package@1.0"),
    ("pkg:oci/Debian@SHA256:244fd47e07d10", "pkg:oci/debian@sha256:244fd47e07d10"),
    (
        "pkg:huggingface/microsoft/deberta-v3-base@559062AD13D311B87B2C",
        "pkg:huggingface/microsoft/deberta-v3-base@559062ad13d311b87b2c",
    ),
    (
        "pkg:mlflow/CreditFraud@3?repository_url=https://adb-1.0.azuredatabricks.net/api",
        "pkg:mlflow/creditfraud@3?repository_url=https:%2F%2Fadb-1.0.azuredatabricks.net%2Fapi",
    ),
    (
        "pkg:mlflow/CreditFraud@3?repository_url=https://westus2.api.azureml.ms/mlflow",
        "pkg:mlflow/CreditFraud@3?repository_url=https:%2F%2Fwestus2.api.azureml.ms%2Fmlflow",
    ),
    ("pkg:git/codeberg.org/forgejo/forgejo@a72d2c0", "pkg:git/codeberg.org/forgejo/forgejo@a72d2c0"),
    (
        "pkg:generic/openssl@1.1.10g?checksum=sha1:ad9503c3e994a4f,sha256:41bf9088b3a1e6c1ef1d",
        "pkg:generic/openssl@1.1.10g?checksum=sha1:ad9503c3e994a4f%2Csha256:41bf9088b3a1e6c1ef1d",
    ),
    (
        "pkg:golang/github.com/gorilla/context@v1.0+incompatible?empty=",
        "pkg:golang/github.com/gorilla/context@v1.0%2Bincompatible",
    ),
    ("pkg:swift/github.com/Alamofire/Alamofire@5.4.3", "pkg:swift/github.com/Alamofire/Alamofire@5.4.3"),
];

#[test]
fn right_forms() {
    for (given, right) in FORMS {
        let purl = Purl::parse(given).unwrap();
        assert_eq!(purl.to_string(), right);
        assert_eq!(Purl::parse(right).unwrap(), purl);
    }
}

#[test]
fn parts() {
    let purl = Purl::parse("pkg:maven/org.apache.commons/io@1.3.4?type=jar#a/b").unwrap();
    assert_eq!(purl.kind, "maven");
    assert_eq!(purl.namespace.as_deref(), Some("org.apache.commons"));
    assert_eq!(purl.name, "io");
    assert_eq!(purl.version.as_deref(), Some("1.3.4"));
    assert_eq!(purl.qualifiers["type"], "jar");
    assert_eq!(purl.subpath.as_deref(), Some("a/b"));
    assert_eq!(purl.without_version().to_string(), "pkg:maven/org.apache.commons/io?type=jar#a/b");
    let git = Purl::parse("pkg:git/codeberg.org/forgejo/forgejo").unwrap();
    assert_eq!((git.namespace.as_deref(), git.name.as_str()), (Some("codeberg.org"), "forgejo/forgejo"));
}

#[test]
fn refuses() {
    for (text, error) in [
        ("EnterpriseLibrary.Common@6.0.1304", PurlError::Scheme),
        ("pkg%3Amaven/org.apache.commons/io", PurlError::Scheme),
        ("pkg:EnterpriseLibrary.Common@6.0.1304", PurlError::NoName),
        ("pkg:n&g?inx/nginx@0.8.9", PurlError::NoName),
        ("pkg:3nginx/nginx@0.8.9", PurlError::Type),
        ("pkg:nginx:a/nginx@0.8.9", PurlError::Type),
        ("pkg:npm/myartifact@1.0.0?in%20production=true", PurlError::Qualifier),
        ("pkg:npm/a?x=1&x=2", PurlError::Qualifier),
        ("pkg:maven/@1.3.4", PurlError::NamespaceMissing),
        ("pkg:swift/github.com/Alamofire/@5.4.3", PurlError::NoName),
        ("pkg:swift/Alamofire@5.4.3", PurlError::NamespaceMissing),
        ("pkg:vcpkg/boost/asio@1.84.0", PurlError::NamespaceProhibited),
        ("pkg:julia/Dates", PurlError::QualifierMissing("uuid")),
        ("pkg:cpan/LWP::UserAgent@6.7.6", PurlError::Characters),
        ("pkg:chrome-extension/dogs", PurlError::Characters),
        ("pkg:npm/a%zz", PurlError::Encoding),
        ("pkg:npm/a%ff", PurlError::Encoding),
    ] {
        assert_eq!(Purl::parse(text), Err(error), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_right_form_stays(text in "pkg:[a-z]{2,6}/([a-zA-Z%@._あ-]{0,5}/){0,2}[a-zA-Z0-9%._~-]{1,6}(@[0-9a-z.+%2F]{1,5})?([?][a-z]=[ -~]{0,4})?(#[ -~]{0,6})?") {
        if let Ok(purl) = Purl::parse(&text) {
            prop_assert_eq!(Purl::parse(&purl.to_string()).unwrap(), purl);
        }
    }
}
