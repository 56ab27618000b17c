//! CPE names against the examples of NISTIR 7695 (naming) and 7696 (matching).

use formats::cpe::{self, CpeError, Relation, Value, Wfn};
use proptest::prelude::*;

/// Well-formed name, URI, formatted string: 7695, sections 6.1.2.4 and 6.2.2.3.
const BINDINGS: [(&str, &str, &str); 8] = [
    (
        r#"wfn:[part="a",vendor="microsoft",product="internet_explorer",version="8\.0\.6001",update="beta",edition=ANY]"#,
        "cpe:/a:microsoft:internet_explorer:8.0.6001:beta",
        "cpe:2.3:a:microsoft:internet_explorer:8.0.6001:beta:*:*:*:*:*:*",
    ),
    (
        r#"wfn:[part="a",vendor="microsoft",product="internet_explorer",version="8\.*",update="sp?"]"#,
        "cpe:/a:microsoft:internet_explorer:8.%02:sp%01",
        "cpe:2.3:a:microsoft:internet_explorer:8.*:sp?:*:*:*:*:*:*",
    ),
    (
        r#"wfn:[part="a",vendor="microsoft",product="internet_explorer",version="8\.\*",update="sp?"]"#,
        "cpe:/a:microsoft:internet_explorer:8.%2a:sp%01",
        r"cpe:2.3:a:microsoft:internet_explorer:8.\*:sp?:*:*:*:*:*:*",
    ),
    (
        r#"wfn:[part="a",vendor="hp",product="insight_diagnostics",version="7\.4\.0\.1570",update=NA,sw_edition="online",target_sw="win2003",target_hw="x64"]"#,
        "cpe:/a:hp:insight_diagnostics:7.4.0.1570:-:~~online~win2003~x64~",
        "cpe:2.3:a:hp:insight_diagnostics:7.4.0.1570:-:*:*:online:win2003:x64:*",
    ),
    (
        r#"wfn:[part="a",vendor="hp",product="openview_network_manager",version="7\.51",target_sw="linux"]"#,
        "cpe:/a:hp:openview_network_manager:7.51::~~~linux~~",
        "cpe:2.3:a:hp:openview_network_manager:7.51:*:*:*:*:linux:*:*",
    ),
    (
        r#"wfn:[part="a",vendor="foo\\bar",product="big\$money_manager_2010",sw_edition="special",target_sw="ipod_touch",target_hw="80gb"]"#,
        "cpe:/a:foo%5cbar:big%24money_manager_2010:::~~special~ipod_touch~80gb~",
        r"cpe:2.3:a:foo\\bar:big\$money_manager_2010:*:*:*:*:special:ipod_touch:80gb:*",
    ),
    (
        r#"wfn:[part="a",vendor="foo\\bar",product="big\$money_2010",sw_edition="special",target_sw="ipod_touch",target_hw="80gb"]"#,
        "cpe:/a:foo%5cbar:big%24money_2010:::~~special~ipod_touch~80gb~",
        r"cpe:2.3:a:foo\\bar:big\$money_2010:*:*:*:*:special:ipod_touch:80gb:*",
    ),
    (
        r#"wfn:[part="a",vendor="hp",product="insight",version="7\.4\.0\.1570",update=NA]"#,
        "cpe:/a:hp:insight:7.4.0.1570:-",
        "cpe:2.3:a:hp:insight:7.4.0.1570:-:*:*:*:*:*:*",
    ),
];

#[test]
fn binds_and_unbinds_as_the_examples() {
    for (wfn, uri, formatted) in BINDINGS {
        let name = cpe::parse(wfn).unwrap();
        assert_eq!(name.uri(), uri);
        assert_eq!(name.formatted(), formatted);
        assert_eq!(cpe::parse(uri).unwrap(), name, "{uri}");
        assert_eq!(cpe::parse(formatted).unwrap(), name, "{formatted}");
        assert_eq!(cpe::parse(&name.to_string()).unwrap(), name);
    }
}

#[test]
fn unbinding_quotes_what_stands_bare() {
    // 7695, 6.1.3.3 and 6.2.3.3: a tilde alone, percent-encoded letters of names, bare punctuation.
    let name = cpe::parse("cpe:/a:foo~bar:big%7emoney_2010").unwrap();
    assert_eq!(name.get("vendor"), &Value::Text(r"foo\~bar".into()));
    assert_eq!(name.get("product"), &Value::Text(r"big\~money_2010".into()));
    let name = cpe::parse(r"cpe:2.3:a:hp:insight_diagnostics:8.*:es?:*:*:online:win2003:x64:*").unwrap();
    assert_eq!(name.get("version"), &Value::Text(r"8\.*".into()));
    assert_eq!(cpe::parse("cpe:/a:foo:bar:12.%02:").unwrap().get("version"), &Value::Text(r"12\.*".into()));
    assert_eq!(cpe::parse("cpe:/a:foo:%01%01bar").unwrap().get("product"), &Value::Text("??bar".into()));
}

#[test]
fn refuses_what_the_standard_refuses() {
    for (text, error) in [
        ("cpe:2.3:a:hp:insight_diagnostics:7.4.*.1570:*:*:*:*:*:*:*", CpeError::Wildcard),
        ("cpe:/a:foo%5cbar:big%24money_2010%07:::~~special~ipod_touch~80gb~", CpeError::Quoting),
        ("cpe:/a:foo:a%02b", CpeError::Wildcard),
        ("cpe:/a:foo:bar:1:2:3:4:5", CpeError::Count(8)),
        ("cpe:2.3:a:foo", CpeError::Count(2)),
        ("cpe:2.3:x:foo:bar:*:*:*:*:*:*:*:*", CpeError::Part),
        (r"cpe:2.3:a:\-:bar:*:*:*:*:*:*:*:*", CpeError::Value),
        ("cpe:2.3:a::bar:*:*:*:*:*:*:*:*", CpeError::Value),
        (r#"wfn:[part="a",vendor="a.b"]"#, CpeError::Wildcard),
        (r#"wfn:[part="a",colour="red"]"#, CpeError::Shape),
        ("example", CpeError::Shape),
    ] {
        assert_eq!(cpe::parse(text), Err(error), "{text}");
    }
}

#[test]
fn relations_of_names() {
    use Relation::{Disjoint, Equal, Subset, Superset, Undefined};
    let fs = |rest: &str| format!("cpe:2.3:a:{rest}");
    for (source, target, relation) in [
        ("Adobe:*:9.*:*:PalmOS:*:*:*:*:*", "adobe:reader:9.3.2:-:*:*:*:*:*:*", Undefined),
        ("adobe:reader:9.*:*:*:*:*:*:*:*", "adobe:reader:9.3.2:-:*:*:*:*:*:*", Superset),
        ("adobe:*:*:*:*:*:*:*:*:*", "Adobe:*:*:*:*:*:*:*:*:*", Equal),
        ("adobe:reader:9.3.2:-:*:*:*:*:*:*", "adobe:reader:*:*:*:*:*:*:*:*", Subset),
        ("adobe:reader:9.?:*:*:*:*:*:*:*", "adobe:reader:9.33:*:*:*:*:*:*:*", Disjoint),
        ("adobe:reader:9.??:*:*:*:*:*:*:*", "adobe:reader:9.33:*:*:*:*:*:*:*", Superset),
        ("adobe:reader:9.??:*:*:*:*:*:*:*", "adobe:reader:9.:*:*:*:*:*:*:*", Superset),
        ("adobe:reader:*.3.*:*:*:*:*:*:*:*", "adobe:reader:9.3.2:*:*:*:*:*:*:*", Superset),
        ("adobe:reader:9:*:*:*:*:*:*:*", "adobe:reader:9.*:*:*:*:*:*:*:*", Undefined),
        ("adobe:reader:9:-:*:*:*:*:*:*", "adobe:reader:9:sp1:*:*:*:*:*:*", Disjoint),
        ("adobe:reader:9:-:*:*:*:*:*:*", "adobe:reader:9:-:*:*:*:*:*:*", Equal),
        ("adobe:reader:9.*:*:*:*:*:*:*:*", "adobe:acrobat:9.?:*:*:*:*:*:*:*", Disjoint),
        (r"adobe:reader:9.\*:*:*:*:*:*:*:*", "adobe:reader:9.1:*:*:*:*:*:*:*", Disjoint),
    ] {
        let (source, target) = (cpe::parse(&fs(source)).unwrap(), cpe::parse(&fs(target)).unwrap());
        assert_eq!(source.relation(&target), relation, "{} {}", source.formatted(), target.formatted());
    }
}

/// 7696, table 6-2, row by row.
#[test]
fn relations_of_values() {
    use Relation::{Disjoint, Equal, Subset, Superset, Undefined};
    let text = |text: &str| Value::text(text).unwrap();
    let (any, na, i, k, wild) = (Value::Any, Value::Na, text("i"), text("k"), text("i*"));
    for (source, target, relation) in [
        (&any, &any, Equal),
        (&any, &na, Superset),
        (&any, &i, Superset),
        (&any, &wild, Undefined),
        (&na, &any, Subset),
        (&na, &na, Equal),
        (&na, &i, Disjoint),
        (&na, &wild, Undefined),
        (&i, &i, Equal),
        (&i, &k, Disjoint),
        (&i, &wild, Undefined),
        (&i, &na, Disjoint),
        (&i, &any, Subset),
        (&wild, &i, Superset),
        (&wild, &k, Disjoint),
        (&wild, &any, Subset),
        (&wild, &na, Disjoint),
        (&wild, &text("k*"), Undefined),
    ] {
        assert_eq!(cpe::compare(source, target), relation, "{source:?} {target:?}");
    }
}

fn value() -> impl Strategy<Value = Value> {
    let plain = "[a-z0-9_]{1,6}(\\\\[!-/:-@.~]){0,2}[a-z0-9]";
    prop_oneof![
        Just(Value::Any),
        Just(Value::Na),
        (prop_oneof!["", "[*]", "[?]{1,3}"], plain, prop_oneof!["", "[*]", "[?]{1,3}"])
            .prop_map(|(before, text, after)| Value::text(&format!("{before}{text}{after}")).unwrap()),
    ]
}

prop_compose! {
    fn name()(part in prop_oneof!["a", "h", "o"], mut values in proptest::array::uniform11(value())) -> Wfn {
        values[0] = Value::Text(part);
        Wfn::new(values).unwrap()
    }
}

/// The name without its wildcards.
fn tame(name: &Wfn) -> Wfn {
    let plain = |value: &Value| if value.has_wildcard() { Value::Any } else { value.clone() };
    Wfn::new(name.values().each_ref().map(plain)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_binding_gives_the_name_back(name in name()) {
        prop_assert_eq!(&cpe::parse(&name.formatted()).unwrap(), &name);
        prop_assert_eq!(&cpe::parse(&name.uri()).unwrap(), &name);
        prop_assert_eq!(&cpe::parse(&name.to_string()).unwrap(), &name);
    }

    #[test]
    fn relations_without_wildcards_have_their_inverse(a in name(), b in name()) {
        let (a, b) = (tame(&a), tame(&b));
        let inverse = match a.relation(&b) {
            Relation::Superset => Relation::Subset,
            Relation::Subset => Relation::Superset,
            other => other,
        };
        prop_assert_eq!(b.relation(&a), inverse);
    }

    #[test]
    fn no_text_panics(text in "(cpe:/|cpe:2.3:|wfn:\\[)?[ -~]{0,60}") {
        let _ = cpe::parse(&text);
    }
}
