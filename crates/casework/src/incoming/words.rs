//! Words that the program itself puts beside a mail, in both languages: whoever reads them may read either.

/// Why a mail waits to be read. Numbers are those of the report or case that it may belong to; empty when unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// None of the three forms, and no answer.
    NoForm,
    /// A machine sent it.
    Automatic,
    /// It names a mail or a number of ours, but comes from another address.
    OtherAddress(String),
    /// Whoever has this address is no party of it, or more than one has it.
    NoParty(String),
    /// The rules do not take a message from this party now.
    Refused(String),
    /// Something did not arrive, and it does not say what.
    UnknownBounce,
    /// Something did not arrive that is no longer in the outbox.
    OldBounce(String),
    /// Encrypted to a key that we do not have.
    AnotherKey,
    /// Encrypted, and damaged or changed on its way.
    DamagedCipher,
    /// Encrypted with something that is not OpenPGP.
    OtherCipher,
    /// More came out of it than is taken in.
    EndlessInside,
    /// Too large to be read; its size in bytes.
    TooLarge(u64),
}

impl Why {
    /// The reason as an internal note.
    pub fn note(&self) -> String {
        match self {
            Why::NoForm => both(
                "メールで届きました。届出様式ではなく、こちらからのメールへの返信でもありません。",
                "It came by mail, is none of the forms, and answers no mail of ours.",
            ),
            Why::Automatic => {
                both("自動送信のメールです。返信しないでください。", "A machine sent this mail. Do not answer it.")
            }
            Why::OtherAddress(number) => both(
                &format!(
                    "{number}への返信と思われますが、送信元が、こちらから送ったアドレスと異なります。本人かどうかを、分かっているアドレスで確認してください。"
                ),
                &format!(
                    "It seems to answer {number}, but comes from an address other than the one we know. Ask at the known address whether it is genuine."
                ),
            ),
            Why::NoParty(number) => both(
                &format!("{number}についてのメールへの返信ですが、送信元から相手方を特定できません。"),
                &format!("It answers a mail about {number}, but the sender is not clearly one of its parties."),
            ),
            Why::Refused(number) => both(
                &format!("{number}への返信ですが、連絡先が未確認などの理由で、やりとりに加えられませんでした。"),
                &format!(
                    "It answers {number}, but cannot be added there now, for instance because the contact is not confirmed."
                ),
            ),
            Why::UnknownBounce => both(
                "不達通知です。どのメールについてかは書かれていません。",
                "A notice that a mail did not arrive. It does not say which.",
            ),
            Why::OldBounce(number) => both(
                &format!("{number}について以前に送ったメールの不達通知です。"),
                &format!("A notice that a mail about {number}, sent some time ago, did not arrive."),
            ),
            Why::AnotherKey => both(
                "暗号化されていますが、こちらの鍵では開けません。公開している鍵で暗号化して送り直すよう頼んでください。",
                "It is encrypted, but not to our key. Ask for it again, encrypted to the key that we publish.",
            ),
            Why::DamagedCipher => both(
                "暗号化されていますが、途中で壊れたか、書き換えられています。送り直すよう頼んでください。",
                "It is encrypted, and was damaged or changed on its way. Ask for it again.",
            ),
            Why::OtherCipher => both(
                "OpenPGP以外の方式（S/MIMEなど）で暗号化されています。",
                "It is encrypted by other means than OpenPGP, such as S/MIME.",
            ),
            Why::EndlessInside => both(
                "暗号化された中身が、受け取れる大きさを超えています。",
                "What is encrypted in it is larger than is taken in.",
            ),
            Why::TooLarge(size) => both(
                &format!(
                    "{size}バイトあり、読み込める大きさを超えています。メールはメールボックスの .Unread フォルダーにあります。"
                ),
                &format!("It has {size} bytes, more than is read. The mail lies in the folder .Unread of the mailbox."),
            ),
        }
    }
}

/// What is said of a mail that was encrypted.
pub(super) fn signature_note(signed_by: Option<&str>) -> String {
    match signed_by {
        None => both("暗号化されたメールでした（署名なし）。", "This mail was encrypted (not signed)."),
        Some(key) => both(
            &format!(
                "暗号化されたメールでした。鍵 {key} の署名がありますが、確認しておらず、本人であることを示しません。"
            ),
            &format!(
                "This mail was encrypted. It carries a signature of key {key}, which is not checked and proves nobody's identity."
            ),
        ),
    }
}

/// Beside a message of a finder, where not everything fits.
pub(super) fn files_lost() -> String {
    both(
        "[添付または本文の一部は大きすぎるか読めないため、元のメールにだけあります]",
        "[Some of the files or of the text were too large or unreadable and are in the mail itself only]",
    )
}

/// Beside a message of a developer, whose thread holds no files.
pub(super) fn files_left<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names = names.collect::<Vec<_>>().join(", ");
    both(
        &format!("[添付または長い本文は、元のメールにだけあります：{names}]"),
        &format!("[Files or a long text are in the mail itself only: {names}]"),
    )
}

/// Beside an attempt whose mail came back.
pub(super) fn undeliverable(status: Option<&str>) -> String {
    let status = status.map(|status| format!(" ({status})")).unwrap_or_default();
    both(&format!("メールが届かず、戻ってきました{status}"), &format!("The mail came back{status}"))
}

fn both(ja: &str, en: &str) -> String {
    format!("{ja}\n{en}")
}
