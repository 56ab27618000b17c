#![no_main]

use std::ops::ControlFlow;

use gather::Limits;

/// Archives of any kind come to an end within their bounds, and what is in them is recognised or refused.
fn unpack(bytes: &[u8]) {
    let limits = Limits { document: 10_000, members: 100, unpacked: 1_000_000, depth: 3 };
    let _ = gather::unpack::bytes(bytes, "fuzz", &limits, &mut |item| {
        if let Ok(bytes) = item.bytes {
            assert!(bytes.len() <= 10_000);
            let number = formats::imported::number(1).expect("one is a count");
            let _ = formats::imported::read(&bytes, number);
        }
        ControlFlow::Continue(())
    });
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| unpack(bytes));
