//! The calculators as scripts use them: lines through a pipe.

use std::io::{BufRead, BufReader, Write};
use std::process::Stdio;

use serde_json::{Value, json};

use crate::tools::{program, run};

/// The answers to lines, in one run of the program.
fn ask(tool: &str, lines: &[String]) -> Vec<String> {
    let mut command = program();
    let child = command.args(["tool", tool]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = child.expect("the program starts");
    let mut input = child.stdin.take().expect("its input");
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()).expect("it reads all"));
    let out = child.wait_with_output().expect("it ends");
    writer.join().expect("all was written");
    assert!(out.status.success());
    let answers: Vec<String> =
        String::from_utf8(out.stdout).expect("the answers are text").lines().map(str::to_owned).collect();
    assert_eq!(answers.len(), lines.len(), "one answer for each line");
    answers
}

fn ask_json(tool: &str, lines: &[Value]) -> Vec<Value> {
    let lines: Vec<String> = lines.iter().map(Value::to_string).collect();
    ask(tool, &lines).iter().map(|answer| serde_json::from_str(answer).expect(answer)).collect()
}

fn text(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

/// From the first day of the partnership to the end of quarters, as the quarterly reports divide by them.
const QUARTERS: [(&str, u32); 24] = [
    ("2016-12-31", 3041),
    ("2017-03-31", 3102),
    ("2017-06-30", 3164),
    ("2017-09-30", 3226),
    ("2017-12-31", 3287),
    ("2018-03-31", 3346),
    ("2018-06-30", 3408),
    ("2018-09-30", 3470),
    ("2018-12-31", 3532),
    ("2019-03-31", 3590),
    ("2019-06-30", 3649),
    ("2019-09-30", 3711),
    ("2023-03-31", 4558),
    ("2023-06-30", 4620),
    ("2023-09-30", 4682),
    ("2023-12-31", 4743),
    ("2024-03-31", 4801),
    ("2024-06-30", 4863),
    ("2024-09-30", 4925),
    ("2024-12-31", 4987),
    ("2025-03-31", 5044),
    ("2025-06-30", 5106),
    ("2025-09-30", 5168),
    ("2025-12-31", 5228),
];

#[test]
fn business_days_are_those_of_the_quarterly_reports() {
    let lines: Vec<String> = QUARTERS.iter().map(|(end, _)| format!("2004-07-08 {end}")).collect();
    let counts: Vec<String> = QUARTERS.iter().map(|(_, days)| days.to_string()).collect();
    assert_eq!(ask("business-days", &lines), counts);
    assert_eq!(run(&["tool", "business-days", "2004-07-08", "2016-12-31"]).fine().out, "3041\n");
}

#[test]
fn business_days_of_days_long_past() {
    // Holidays of one year alone: a wedding in 1959, a funeral in 1989, an enthronement in 1990, a wedding in 1993; a citizens'
    // holiday between two others in 1988; the first substitute holiday in 1973; a turn of the year.
    let lines = [
        "1959-04-10 1959-04-10",
        "1989-02-20 1989-02-24",
        "1990-11-12 1990-11-12",
        "1993-06-09 1993-06-09",
        "1988-05-02 1988-05-06",
        "1973-04-30 1973-04-30",
        "1999-12-27 2000-01-04",
    ];
    assert_eq!(ask("business-days", &text(&lines)), ["0", "4", "0", "0", "2", "0", "3"]);
}

#[test]
fn business_days_of_years_to_come() {
    // The golden week of 2027; in 2032 a citizens' holiday between two others; a turn of the year; one day each.
    let lines = [
        "2027-04-29 2027-05-05",
        "2032-09-20 2032-09-24",
        "2049-12-27 2050-01-05",
        "2026-05-06 2026-05-06",
        "2026-12-28 2026-12-29",
    ];
    assert_eq!(ask("business-days", &text(&lines)), ["1", "2", "4", "0", "1"]);
}

#[test]
fn a_bad_line_is_answered_and_the_next_one_read() {
    let backwards = "2026-05-07 2026-04-28";
    let lines = [backwards, "today", "", "1948-12-31 2026-01-01", "2026-02-30 2026-03-01", "2026-04-28 2026-04-28"];
    let answers = ask("business-days", &text(&lines));
    for answer in &answers[..5] {
        let answer: Value = serde_json::from_str(answer).expect(answer);
        assert!(answer["error"].as_str().is_some_and(|error| !error.is_empty()));
    }
    assert_eq!(answers[5], "1");
    for (tool, bad) in [("cvss", "CVSS:9.9/AV:N"), ("ssvc", "{"), ("vultron", "[]")] {
        assert!(ask(tool, &text(&[bad, ""])).iter().all(|answer| answer.starts_with("{\"error\":")));
    }
    assert_eq!(run(&["tool"]).code, Some(64));
    assert_eq!(run(&["tool", "horoscope"]).code, Some(64));
}

#[test]
fn cvss_of_every_version() {
    let lines = [
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
        "AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H",
        "CVSS:4.0/AV:P/AC:H/AT:P/PR:H/UI:A/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/E:P",
    ];
    let expected = [
        r#"{"version":"3.1","base":9.8,"temporal":9.8,"environmental":9.8,"score":9.8,"severity":"CRITICAL","nomenclature":null}"#,
        r#"{"version":"2.0","base":7.8,"temporal":6.4,"environmental":9.2,"score":9.2,"severity":"HIGH","nomenclature":null}"#,
        r#"{"version":"4.0","base":7.3,"temporal":null,"environmental":null,"score":5.9,"severity":"MEDIUM","nomenclature":"CVSS-BT"}"#,
    ];
    assert_eq!(ask("cvss", &text(&lines)), expected);
}

#[test]
fn ssvc_with_all_inputs_and_with_some() {
    let triage = |inputs: Value| json!({"table": "ssvc:DT_COORD_TRIAGE:1.0.0", "inputs": inputs});
    let answers = ask_json(
        "ssvc",
        &[
            triage(json!({"RP": "N", "SCON": "Y", "RC": "C", "SC": "M", "SE": "U", "U": "L", "PSI": "M"})),
            triage(json!({"RP": "Y", "U": null})),
            triage(json!({"RP": "Y", "SC": ["O"]})),
            json!({"table": "ssvc:DT_DP:1.0.0", "inputs": {"E": "A", "EXP": "O", "A": "Y", "HI": "VH"}}),
            json!({"table": "ssvc:DT_COORD_PUBLISH:1.0.0"}),
            json!({"table": "ssvc:DT_NO:1.0.0", "inputs": {}}),
            triage(json!({"RP": "Z"})),
        ],
    );
    let expected = [
        json!({"outcome": "C"}),
        json!({"outcomes": ["D", "C"]}),
        json!({"outcomes": ["D"]}),
        json!({"outcome": "I"}),
        json!({"outcomes": ["N", "P"]}),
    ];
    assert_eq!(answers[..5], expected);
    assert!(answers[5..].iter().all(|answer| answer["error"].is_string()));
}

#[test]
fn vultron_step_by_step() {
    let step = |machine: &str, state: &str, event: &str| json!({"machine": machine, "state": state, "event": event});
    let answers = ask_json(
        "vultron",
        &[
            step("rm", "R", "validate"),
            step("rm", "V", "close"),
            step("em", "A", "propose"),
            step("em", "X", "propose"),
            step("pec", "SIGNATORY", "revise"),
            step("pec", "SIGNATORY", "invite"),
            step("cs", "vfdPxa", "V"),
            step("cs", "vfdPxa", "F"),
            step("cs", "vFdpxa", "P"),
            step("cs", "vfd", "P"),
            step("cpu", "S", "receive"),
        ],
    );
    let yes = |next: &str| json!({"allowed": true, "next": next});
    let no = || json!({"allowed": false, "next": null});
    assert_eq!(answers[..9], [yes("V"), no(), yes("R"), no(), yes("LAPSED"), no(), yes("VfdPxa"), no(), no()]);
    assert!(answers[9..].iter().all(|answer| answer["error"].is_string()));
}

#[test]
fn vultron_judges_histories() {
    let history = |letters: &str| json!({"history": letters});
    let answers = ask_json("vultron", &["VFDPXA", "AXPVFD", "FVDPXA", "VFDPXZ"].map(history));
    let all = ["V<P", "V<X", "V<A", "F<P", "F<X", "F<A", "D<P", "D<X", "D<A", "P<X", "P<A", "X<A"];
    assert_eq!(answers[0], json!({"valid": true, "probability": "1/384", "desiderata": all}));
    assert_eq!((&answers[1]["valid"], &answers[1]["desiderata"]), (&json!(true), &json!([])));
    assert_eq!(answers[2], json!({"valid": false, "probability": "0/1", "desiderata": []}));
    assert!(answers[3]["error"].is_string());
    let orders: Vec<Value> = orders("VFDPXA").iter().map(|letters| history(letters)).collect();
    let valid = ask_json("vultron", &orders).iter().filter(|answer| answer["valid"] == true).count();
    assert_eq!((orders.len(), valid), (720, 70));
}

fn orders(letters: &str) -> Vec<String> {
    if letters.is_empty() {
        return vec![String::new()];
    }
    let begun = |first: char| {
        let rest = letters.replace(first, "");
        orders(&rest).into_iter().map(move |order| format!("{first}{order}"))
    };
    letters.chars().flat_map(begun).collect()
}

#[test]
fn an_answer_comes_before_the_next_line() {
    let mut command = program();
    let child = command.args(["tool", "business-days"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = child.expect("the program starts");
    let mut input = child.stdin.take().expect("its input");
    let mut out = BufReader::new(child.stdout.take().expect("its output"));
    for _ in 0..2 {
        writeln!(input, "2026-04-28 2026-04-28").expect("it reads");
        let mut answer = String::new();
        out.read_line(&mut answer).expect("it answers");
        assert_eq!(answer, "1\n");
    }
    drop(input);
    assert!(child.wait().expect("it ends").success());
}
