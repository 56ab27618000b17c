//! Files that come with a developer's message: kept sealed, and opened by those who read the message alone.

use crate::common::Place;
use crate::common::browser::Upload;
use crate::{scene, way};

const SECRET: &[u8] = b"secret proof of a fix 4716";

/// The way to the file with this name in a page.
fn link(page: &str, name: &str) -> Option<String> {
    let before = page.split(&format!(" download>{name}</a>")).next()?;
    let href = before.rsplit("href=\"").next()?.split('"').next()?;
    page.contains(&format!(" download>{name}</a>")).then(|| href.to_owned())
}

#[tokio::test]
async fn files_go_with_a_message_and_come_back() {
    let place = Place::sqlite("developer-files");
    let scene = scene(&place).await;
    let page = way(&scene.main, "");
    let mut first = scene.browser(scene.first.member).await;
    let seen = first.get(&page).await.seen();
    let fields = [("seen", seen.as_str()), ("text", "修正版の差分を付けます。")];
    let file = Upload { field: "attachments", name: "../fix.patch", bytes: SECRET };
    let sent = first.post_files(&way(&scene.main, "/message"), &fields, &[file]).await;
    assert_eq!(sent.location(), format!("{page}?done=message"), "{}", sent.text());
    let own = first.get(&page).await.text();
    let own = link(&own, "fix.patch").expect("it stands in the thread");
    let opened = first.get(&own).await;
    assert_eq!((opened.status.as_u16(), opened.bytes.as_slice()), (200, SECRET));
    assert!(opened.header("content-disposition").starts_with("attachment"), "never shown");

    // The coordinator opens it beside the message; nobody else has it.
    let mut coordinator = scene.browser(scene.coordinator).await;
    let desk = format!("/ja/desk/cases/{}", scene.main.number);
    let thread = coordinator.get(&format!("{desk}/developers/1")).await.text();
    let theirs = link(&thread, "fix.patch").expect("it stands in the thread");
    assert_eq!(coordinator.get(&theirs).await.bytes, SECRET);
    assert_eq!(
        scene.browser(scene.desk).await.get(&theirs).await.status,
        404,
        "the thread is not the receiving body's"
    );
    for actor in [scene.second.member, scene.third.member] {
        assert_eq!(scene.browser(actor).await.get(&own).await.status, 404);
    }
    let reads = scene.world.office.store().reads(scene.main.case.0).await.expect("the record");
    assert_eq!(reads.iter().filter(|read| read.what == "attachment").count(), 2, "who opened it is recorded");
}

#[tokio::test]
async fn what_cannot_be_taken_is_said_and_the_text_stays() {
    let place = Place::sqlite("developer-files-wrong");
    let scene = scene(&place).await;
    let mut first = scene.browser(scene.first.member).await;
    let text = [("text", "半日かけて書いた文章")];
    let file = |name, bytes| Upload { field: "attachments", name, bytes };
    let many: Vec<_> = (0..11).map(|_| file("log.txt", b"log".as_slice())).collect();
    for files in [vec![file("empty.txt", b"".as_slice())], many] {
        let reply = first.post_files(&way(&scene.main, "/message"), &text, &files).await;
        assert_eq!(reply.status, 422);
        assert!(reply.text().contains("半日かけて書いた文章"));
    }
    let mut stranger = scene.browser(scene.second.member).await;
    let foreign = stranger.post_files_bare(&way(&scene.main, "/message"), &text, &[file("a", b"b".as_slice())]).await;
    assert_eq!(foreign.status, 403, "no file is taken without the session's token");
}

/// The coordinator sends one along with its message, and so do the two bodies to each other.
#[tokio::test]
async fn the_desks_send_files_too() {
    let place = Place::sqlite("desk-files");
    let scene = scene(&place).await;
    let desk = format!("/ja/desk/cases/{}", scene.main.number);
    let mut coordinator = scene.browser(scene.coordinator).await;
    let side = format!("{desk}/developers/1");
    let file = || Upload { field: "attachments", name: "steps.txt", bytes: SECRET };
    for page in [&side, &desk] {
        let seen = coordinator.get(page).await.seen();
        let fields = [("seen", seen.as_str()), ("text", "手順を付けます。")];
        let sent = coordinator.post_files(&format!("{page}/message"), &fields, &[file()]).await;
        assert_eq!(sent.location(), format!("{page}?done=written"), "{}", sent.text());
    }
    let mut first = scene.browser(scene.first.member).await;
    let own = first.get(&way(&scene.main, "")).await.text();
    let own = link(&own, "steps.txt").expect("it stands in the thread");
    assert_eq!(first.get(&own).await.bytes, SECRET);
    assert_eq!(scene.browser(scene.second.member).await.get(&own).await.status, 404);
    let mut receiving = scene.browser(scene.desk).await;
    let theirs = receiving.get(&desk).await.text();
    let theirs = link(&theirs, "steps.txt").expect("between the bodies");
    assert_eq!(receiving.get(&theirs).await.bytes, SECRET);

    // More than ten, and a message without words: everything typed comes back, and nothing was sent.
    let many: Vec<_> = (0..11).map(|_| file()).collect();
    let refused = coordinator.post_files(&format!("{desk}/message"), &[("text", "多すぎる")], &many).await;
    assert!(refused.status == 422 && refused.text().contains("多すぎる"));
    assert_eq!(coordinator.post_files(&format!("{desk}/message"), &[("text", "")], &[file()]).await.status, 422);
}
