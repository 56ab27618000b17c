//! Every reader of foreign bytes that this crate has, under the name of its fuzz target.

use std::io::{Cursor, Read};
use std::ops::ControlFlow;

use gather::provider::gather;
use gather::web::{Fetch, FetchError};
use gather::{Library, Limits, Taker};
use url::Url;

/// Reads bytes of whatever kind; panics when it should not have.
pub type Reader = fn(&[u8]);

/// Name of the fuzz target and the reader.
pub const READERS: &[(&str, Reader)] = &[("gather_unpack", unpacked), ("gather_provider", provided)];

/// Archives of any kind come to an end within their bounds, and what is in them is recognised or refused.
fn unpacked(bytes: &[u8]) {
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

/// A server that says the same to everything: metadata, feed, folder, document.
struct Parrot(Vec<u8>);

impl Fetch for Parrot {
    fn open(&self, url: &Url) -> Result<Box<dyn Read>, FetchError> {
        if url.path().ends_with(".sha256") || url.path().ends_with(".sha512") {
            return Err(FetchError::Status(404));
        }
        Ok(Box::new(Cursor::new(self.0.clone())))
    }
}

/// A provider's lists lead to no more than is allowed, whatever they say.
fn provided(bytes: &[u8]) {
    let folder = std::env::temp_dir().join(format!("gather-fuzz-{}", std::process::id()));
    let _ = std::fs::create_dir_all(&folder);
    let mut library = Library::open(&folder).expect("nobody else imports");
    let mut taker = Taker::new(&mut library, "https://own.example", jiff::Timestamp::UNIX_EPOCH, |_| ());
    let limits = Limits { document: 10_000, members: 40, unpacked: 1_000_000, depth: 3 };
    let address = Url::parse("https://provider.example/").expect("an address");
    let mut fetched = 0;
    let parrot = Parrot(bytes.to_vec());
    gather(&parrot, &address, &limits, &mut taker, &mut |_, all| fetched = all).expect("the disk is fine");
    assert!(fetched <= limits.members);
}
