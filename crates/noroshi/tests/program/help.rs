//! Help and usage.

use crate::tools::run;

const COMMANDS: [&[&str]; 31] = [
    &[],
    &["init"],
    &["serve"],
    &["demo"],
    &["account", "add"],
    &["account", "appoint"],
    &["account", "list"],
    &["account", "close"],
    &["account", "new-code"],
    &["report", "import"],
    &["report", "list"],
    &["mail", "take"],
    &["journal", "verify"],
    &["projections", "rebuild"],
    &["key", "rotate"],
    &["key", "export"],
    &["key", "import"],
    &["backup"],
    &["restore"],
    &["rules"],
    &["tool", "business-days"],
    &["tool", "cvss"],
    &["tool", "ssvc"],
    &["tool", "vultron"],
    &["csaf", "check"],
    &["config", "check"],
    &["cve", "reserve"],
    &["cve", "list"],
    &["cve", "publish"],
    &["cve", "update"],
    &["cve", "reject"],
];

#[test]
fn every_command_helps_with_an_example() {
    for command in COMMANDS {
        let help = run(&[command, &["--help"]].concat()).fine();
        let example = format!("Example:\n  noroshi {}", command.join(" "));
        assert!(help.out.contains(example.trim_end()) && help.out.contains("Usage:"), "{command:?}: {}", help.out);
        assert!(help.err.is_empty());
    }
}

#[test]
fn a_command_line_that_is_not_understood_has_an_exit_code_of_its_own() {
    // 2 means "taken in, but needs reading" (decision 24), so that a slip of the pen must not end with it.
    for wrong in
        [&["serv"][..], &["report", "import"], &["serve", "--listen", "here"], &["backup", "--keep-days", "0", "x"]]
    {
        let done = run(wrong);
        assert_eq!(done.code, Some(64), "{wrong:?}");
        assert!(done.out.is_empty() && !done.err.is_empty());
    }
}

#[test]
fn the_rules_are_told_for_people_and_for_machines() {
    let listed: serde_json::Value =
        serde_json::from_str(&run(&["rules", "--json", "--edition", "2019"]).fine().out).expect("the rules are JSON");
    let clauses = listed.as_array().expect("a list");
    // 267 clauses: as many as the guideline's own list has.
    assert_eq!(clauses.len(), 267);
    let day = clauses.iter().find(|clause| clause["clause"] == "Ⅳ.4.3").expect("the clause about the day");
    assert_eq!(day["edition"], "2019");
    let target = day["values"].as_array().and_then(|values| values.iter().find(|value| value["name"] == "target_days"));
    assert!(target.expect("the 45 days")["value"]["en"].as_str().is_some_and(|shown| shown.contains("45")));
    for key in ["title", "function", "tests"] {
        assert!(day.get(key).is_some(), "{key}");
    }
    assert_eq!(run(&["rules", "--edition", "2019"]).fine().out.lines().count(), clauses.len());
    run(&["rules", "--edition", "1867"]).refused("There is no edition 1867");
}
