//! The decision tables of SSVC: their sizes, their outcomes, the rules behind them.

use std::collections::BTreeMap;

use models::ssvc::{
    COORD_PUBLISH, COORD_TRIAGE, DEPLOYER, Inputs, Outcome, SUPPLIER, SelectionList, Table, TableError, evaluate,
    table, tables,
};

fn the(id: &str) -> &'static Table {
    table(id).expect(id)
}

fn inputs(given: &[(&str, &str)]) -> Inputs {
    given.iter().map(|(key, value)| ((*key).to_owned(), vec![(*value).to_owned()])).collect()
}

fn counts(id: &str) -> (usize, String) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for row in &the(id).rows {
        *counts.entry(row.outcome.as_str()).or_default() += 1;
    }
    let in_order = the(id).outcome.values.iter().filter_map(|value| counts.get(value.key.as_str()).map(|n| (n, value)));
    (the(id).rows.len(), in_order.map(|(n, value)| format!("{n} {}", value.key)).collect::<Vec<_>>().join(", "))
}

#[test]
fn tables_have_their_rows_and_outcomes() {
    assert_eq!(counts(COORD_TRIAGE), (192, "150 D, 15 T, 27 C".to_owned()));
    assert_eq!(counts(COORD_PUBLISH), (27, "13 N, 14 P".to_owned()));
    assert_eq!(counts(SUPPLIER), (36, "1 D, 8 S, 14 O, 13 I".to_owned()));
    assert_eq!(counts(DEPLOYER), (72, "7 D, 42 S, 20 O, 3 I".to_owned()));
}

#[test]
fn more_urgent_inputs_never_make_a_less_urgent_outcome() {
    for table in tables() {
        for (one, other) in table.rows.iter().flat_map(|one| table.rows.iter().map(move |other| (one, other))) {
            let places = table.inputs.iter().zip(one.values.iter().zip(&other.values));
            let at_most = places.into_iter().all(|(input, (one, other))| input.place(one) <= input.place(other));
            let place = |key: &str| table.outcome.place(key);
            assert!(!at_most || place(&one.outcome) <= place(&other.outcome), "{}: {one:?} {other:?}", table.id);
        }
    }
}

/// The rule of coordinator triage in words, clause by clause.
fn triage(at: &dyn Fn(&str) -> &'static str) -> &'static str {
    let (many, urgent) = (at("SC") == "M", at("PSI") == "S");
    let (laborious, super_effective) = (at("U") == "L", at("U") == "S");
    if many && super_effective && urgent {
        return "C";
    }
    if at("RP") == "Y" || at("SCON") == "N" {
        return "D";
    }
    let track_if = |yes: bool| if yes { "T" } else { "D" };
    match (at("RC"), many, at("SE")) {
        ("NC", false, _) | ("C", false, "A") => track_if(urgent && !laborious),
        ("NC", true, _) => track_if(urgent || super_effective),
        ("C", false, _) if laborious && !urgent => "T",
        ("C", true, "A") if super_effective => "C",
        ("C", true, "A") => track_if(urgent),
        _ => "C",
    }
}

fn publish(at: &dyn Fn(&str) -> &'static str) -> &'static str {
    let yes = match at("PVA") {
        "P" => true,
        "A" => at("E") == "A" || (at("E") == "P" && at("SINV") == "UU"),
        _ => at("E") == "A" && at("SINV") == "UU",
    };
    if yes { "P" } else { "N" }
}

#[test]
fn coordinator_tables_follow_their_rules() {
    type Rule = fn(&dyn Fn(&str) -> &'static str) -> &'static str;
    for (id, rule) in [(COORD_TRIAGE, triage as Rule), (COORD_PUBLISH, publish as Rule)] {
        let table = the(id);
        for row in &table.rows {
            let at = |key: &str| {
                let place = table.inputs.iter().position(|input| input.key() == key).expect("a column");
                row.values[place].as_str()
            };
            assert_eq!(rule(&at), row.outcome, "{id}: {row:?}");
        }
    }
}

#[test]
fn all_inputs_give_one_outcome_and_some_give_what_is_possible() {
    let all = [("RP", "N"), ("SCON", "Y"), ("RC", "C"), ("SC", "M"), ("SE", "U"), ("U", "L"), ("PSI", "M")];
    assert_eq!(evaluate(the(COORD_TRIAGE), &inputs(&all)), Ok(Outcome::One("C".into())));
    let possible = |given: &[(&str, &str)]| evaluate(the(COORD_TRIAGE), &inputs(given)).expect("they can be used");
    assert_eq!(possible(&[]), Outcome::OneOf(vec!["D".into(), "T".into(), "C".into()]));
    assert_eq!(possible(&[("RP", "Y")]), Outcome::OneOf(vec!["D".into(), "C".into()]));
    assert_eq!(possible(&[("RP", "Y"), ("SC", "O")]), Outcome::OneOf(vec!["D".into()]));
    let either = Inputs::from([("SC".into(), vec!["O".into(), "M".into()]), ("RP".into(), vec!["Y".into()])]);
    assert_eq!(evaluate(the(COORD_TRIAGE), &either).map(|said| said.possible().len()), Ok(2));
}

#[test]
fn what_is_derived_need_not_be_given() {
    let derived = inputs(&[("E", "N"), ("A", "Y"), ("VD", "C"), ("TI", "P"), ("SI", "N")]);
    let given = inputs(&[("E", "N"), ("U", "S"), ("TI", "P"), ("PSI", "M")]);
    assert_eq!(evaluate(the(SUPPLIER), &derived), Ok(Outcome::One("S".into())));
    assert_eq!(evaluate(the(SUPPLIER), &derived), evaluate(the(SUPPLIER), &given));
    let human = inputs(&[("E", "A"), ("EXP", "O"), ("A", "Y"), ("SI", "C"), ("MI", "D")]);
    assert_eq!(evaluate(the(DEPLOYER), &human), Ok(Outcome::One("I".into())));
    let half = inputs(&[("E", "N"), ("A", "N"), ("TI", "P"), ("PSI", "M")]);
    assert_eq!(evaluate(the(SUPPLIER), &half), Ok(Outcome::OneOf(vec!["D".into(), "S".into()])));
}

#[test]
fn what_is_not_asked_is_refused() {
    let wrong = |given: &[(&str, &str)]| evaluate(the(COORD_TRIAGE), &inputs(given)).expect_err("wrong").to_string();
    assert_eq!(wrong(&[("EXP", "S")]), "the table does not ask EXP");
    assert_eq!(wrong(&[("RP", "X")]), "RP has no value X; it has Y, N");
    assert!(evaluate(the(COORD_TRIAGE), &Inputs::from([("RP".into(), vec![])])).is_err());
}

#[test]
fn a_table_is_whole_or_refused() {
    let head = "ssvc:SI:2.0.1,ssvc:PSI:2.0.1\n";
    let read = |rows: &str| Table::read("x:DT_PSI:2.0.0", &format!("{head}{rows}"));
    assert!(read("N,M\nM,M\nR,S\nC,S\n").is_ok(), "a body may decide otherwise");
    assert_eq!(read("N,M\nM,M\nR,S\n"), Err(TableError::Incomplete { found: 3, wanted: 4 }));
    assert_eq!(read("N,M\nN,M\nM,M\nR,S\nC,S\n"), Err(TableError::Incomplete { found: 4, wanted: 4 }));
    assert_eq!(read("N,Z\n"), Err(TableError::BadRow(2)));
    assert_eq!(Table::read("x", "ssvc:NO:1.0.0\n"), Err(TableError::UnknownPoint("ssvc:NO:1.0.0".into())));
}

#[test]
fn an_assessment_is_exchanged_as_a_selection_list() {
    let at = "2026-11-21T05:00:00Z".parse().expect("an instant");
    let given = inputs(&[("SINV", "UU"), ("E", "A")]);
    let list = SelectionList::new(the(COORD_PUBLISH), &given, vec!["C-1".into()], at).expect("they can be used");
    let expected = serde_json::json!({
        "timestamp": "2026-11-21T05:00:00Z",
        "schemaVersion": "2.0.0",
        "target_ids": ["C-1"],
        "selections": [
            {"namespace": "ssvc", "key": "SINV", "version": "1.0.0", "values": [{"key": "UU"}]},
            {"namespace": "ssvc", "key": "E", "version": "1.1.0", "values": [{"key": "A"}]},
            {"namespace": "ssvc", "key": "PUBLISH", "version": "1.0.0", "values": [{"key": "P"}]},
        ],
    });
    assert_eq!(serde_json::to_value(&list).expect("plain data"), expected);
}
