//! Product identification helpers: package URLs, hashes, numbers, CPE names.

use super::super::finding::Findings;
use super::super::json::Json;
use super::super::pattern::cpe_parts;
use super::super::subject::{Place, Product, Subject};
use super::{i, m, o};
use crate::purl::Purl;
use std::collections::HashMap;

/// Hash algorithms that 3.1.3.3.2 names.
const ALGORITHMS: [&str; 40] = [
    "blake2b-256",
    "blake2b-384",
    "blake2b-512",
    "blake2b512",
    "blake2s256",
    "blake3",
    "md2",
    "md4",
    "md5",
    "md5-sha1",
    "md6",
    "mdc2",
    "ripemd",
    "ripemd-160",
    "ripemd160",
    "rmd160",
    "sha1",
    "sha224",
    "sha256",
    "sha3-224",
    "sha3-256",
    "sha3-384",
    "sha3-512",
    "sha384",
    "sha512",
    "sha512-224",
    "sha512-256",
    "shake128",
    "shake256",
    "sm3",
    "streebog",
    "streebog-256",
    "streebog-512",
    "tiger",
    "tlsh",
    "ssdeep",
    "whirlpool",
    "xxh3",
    "gost",
    "has-160",
];

pub(super) fn run(subject: &Subject<'_>, findings: &mut Findings) {
    for product in &subject.products {
        let Some(helper) = product.helper else { continue };
        let path = || subject.product_path(product) + "/product_identification_helper";
        purls(subject, helper, &path, findings);
        hashes(subject, helper, &path, findings);
        if subject.is_2_1() {
            stars(helper, &path, findings);
            agrees(subject, product, helper, &path, findings);
        }
    }
    if subject.is_2_1() {
        shared(subject, findings);
    }
}

/// 6.1.13 and 6.1.42.
fn purls(subject: &Subject<'_>, helper: &Json<'_>, path: &dyn Fn() -> String, findings: &mut Findings) {
    if !subject.is_2_1() {
        if let Some(purl) = helper.text("purl").filter(|purl| Purl::parse(purl).is_err()) {
            findings.add(m(13), path() + "/purl", &[purl]);
        }
        return;
    }
    let mut first: Option<Purl> = None;
    for (index, text) in helper.texts("purls") {
        let Ok(purl) = Purl::parse(text) else {
            findings.add(m(13), format!("{}/purls/{index}", path()), &[text]);
            continue;
        };
        match &first {
            Some(first) if !same_package(first, &purl) => {
                findings.add(m(42), format!("{}/purls/{index}", path()), &[text]);
            }
            Some(_) => {}
            None => first = Some(purl),
        }
    }
}

/// Only the qualifiers may differ.
fn same_package(a: &Purl, b: &Purl) -> bool {
    let parts = |purl: &Purl| (purl.kind.clone(), purl.namespace.clone(), purl.name.clone(), purl.version.clone());
    parts(a) == parts(b) && a.subpath == b.subpath
}

/// With its percent encoding undone.
fn decoded(text: &str) -> String {
    let (bytes, mut out, mut index) = (text.as_bytes(), Vec::with_capacity(text.len()), 0);
    while index < bytes.len() {
        let code = text.get(index + 1..index + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code.filter(|_| bytes[index] == b'%') {
            Some(byte) => {
                out.push(byte);
                index += 3;
            }
            None => {
                out.push(bytes[index]);
                index += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// 6.1.25, 6.2.8, 6.2.9, 6.2.52, 6.3.5.
fn hashes(subject: &Subject<'_>, helper: &Json<'_>, path: &dyn Fn() -> String, findings: &mut Findings) {
    for (index, item) in helper.list("hashes").iter().enumerate() {
        let list = item.list("file_hashes");
        let path = |at: usize| format!("{}/hashes/{index}/file_hashes/{at}", path());
        let algorithm = |at: usize| list[at].text("algorithm").unwrap_or_default();
        for (at, hash) in list.iter().enumerate() {
            let name = algorithm(at);
            if at < 1_000 && (0..at).any(|earlier| algorithm(earlier) == name) {
                findings.add(m(25), path(at), &[name]);
            }
            let known = ALGORITHMS.iter().any(|known| known.eq_ignore_ascii_case(name));
            if subject.is_2_1() && !known {
                findings.add(o(52), path(at) + "/algorithm", &[name]);
            }
            if let Some(value) = hash.text("value").filter(|value| value.len() < 64) {
                findings.add(i(5), path(at) + "/value", &[&value.len().to_string()]);
            }
        }
        for (weak, test) in [("md5", o(8)), ("sha1", o(9))] {
            if !list.is_empty() && (0..list.len()).all(|at| algorithm(at) == weak) {
                findings.add(test, path(0), &[weak]);
            }
        }
    }
}

/// 6.1.43, 6.1.44, 6.1.61.
fn stars(helper: &Json<'_>, path: &dyn Fn() -> String, findings: &mut Findings) {
    for (name, test) in [("model_numbers", m(43)), ("serial_numbers", m(44)), ("skus", m(61))] {
        for (index, text) in helper.texts(name) {
            let (mut stars, mut quoted) = (0, false);
            for byte in text.bytes() {
                stars += u32::from(byte == b'*' && !quoted);
                quoted = byte == b'\\' && !quoted;
            }
            if stars > 1 {
                findings.add(test, format!("{}/{name}/{index}", path()), &[text]);
            }
        }
    }
}

/// 6.2.32: nothing identifies two products.
fn shared(subject: &Subject<'_>, findings: &mut Findings) {
    let mut seen: HashMap<(&str, u64), Vec<(&str, &Json<'_>)>> = HashMap::new();
    for product in &subject.products {
        for (name, value) in product.helper.map_or(&[][..], Json::members) {
            let values = if value.items().is_empty() { std::slice::from_ref(value) } else { value.items() };
            for value in values {
                let alike = seen.entry((name, value.digest())).or_default();
                if let Some((other, _)) = alike.iter().find(|(id, own)| *id != product.id && own.same(value)) {
                    let path = format!("{}/product_identification_helper/{name}", subject.product_path(product));
                    findings.add(o(32), path, &[product.id, other]);
                } else if alike.len() < 10 {
                    alike.push((product.id, value));
                }
            }
        }
    }
}

/// 6.2.42: helpers in branches say what the branches say.
fn agrees(
    subject: &Subject<'_>,
    product: &Product<'_>,
    helper: &Json<'_>,
    path: &dyn Fn() -> String,
    findings: &mut Findings,
) {
    let Place::Branch(branch) = product.place else { return };
    let lineage = subject.lineage(branch);
    let said = |category: &str| lineage.iter().rev().find(|branch| branch.category == category).map(|b| b.name);
    let version = said("product_version");
    for (index, text) in helper.texts("purls") {
        let Some((purl, version)) = Purl::parse(text).ok().zip(version) else { continue };
        let own = purl.version.unwrap_or_default();
        let plain = |text: &str| text.trim_start_matches(['v', 'V']).to_owned();
        let epoch = version.split_once(':').is_some_and(|(_, rest)| rest == own);
        if plain(&own) != plain(version) && !epoch {
            findings.add(o(42), format!("{}/purls/{index}", path()), &[text, version]);
        }
    }
    let Some(cpe) = helper.text("cpe") else { return };
    let attributes = cpe_attributes(cpe);
    let part = |index: usize| attributes.get(index).map(String::as_str).filter(|v| !["", "*", "-"].contains(v));
    let missing =
        [("vendor", 1), ("product_name", 2)].iter().any(|(name, at)| said(name).is_some() && part(*at).is_none());
    let other = version.is_some_and(|version| part(3).is_none_or(|own| !alike(own, version)));
    let counterparts: [(&[&str], usize); 3] =
        [(&["patch_level", "service_pack"], 4), (&["language"], 6), (&["architecture", "platform"], 9)];
    let extra = counterparts.iter().any(|(names, at)| part(*at).is_some() && !names.iter().any(|n| said(n).is_some()));
    if missing || other || extra {
        findings.add(o(42), path() + "/cpe", &[cpe, version.unwrap_or_default()]);
    }
}

/// Part, vendor, product, version, update, edition, language, sw_edition, target_sw, target_hw, other.
fn cpe_attributes(cpe: &str) -> Vec<String> {
    match cpe.strip_prefix("cpe:2.3:") {
        Some(rest) => cpe_parts(rest).into_iter().map(|part| part.replace('\\', "")).collect(),
        None => cpe.get(5..).unwrap_or_default().split(':').map(decoded).collect(),
    }
}

/// The same version, however it is written: letters and digits decide.
fn alike(a: &str, b: &str) -> bool {
    let plain = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphanumeric() || *c == '.');
        letters.collect::<String>().to_lowercase().trim_start_matches('v').to_owned()
    };
    plain(a) == plain(b)
}
