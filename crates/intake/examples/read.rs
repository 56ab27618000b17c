//! Shows what the reader makes of a file: `cargo run -p intake --example read -- FILE…`

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut code = ExitCode::SUCCESS;
    for path in std::env::args().skip(1) {
        println!("=== {path}");
        let read = std::fs::read(&path).map_err(|error| error.to_string());
        let intake = read.and_then(|bytes| {
            intake::read(&path, &bytes, &intake::Limits::default()).map_err(|error| error.to_string())
        });
        match intake {
            Ok(intake) => show(&intake),
            Err(error) => {
                eprintln!("{path}: {error}");
                code = ExitCode::FAILURE;
            }
        }
    }
    code
}

fn show(intake: &intake::Intake) {
    println!("key        {}", intake.key);
    println!("sender     {:?}", intake.sender);
    println!("subject    {:?}", intake.subject);
    println!("obstacle   {:?}", intake.obstacle.map(|obstacle| obstacle.to_string()));
    println!("proposed   {:?}", intake.proposed_email);
    for file in &intake.attachments {
        println!("attachment {} ({}, {} bytes)", file.name, file.media_type, file.bytes.len());
    }
    for problem in &intake.problems {
        println!("problem    {} {}", problem.item.word(), problem.fault.word());
    }
    println!("{:#?}", intake.form);
}
