//! Writes the gallery and the error pages as files, to look at: `cargo run -p ui --example gallery -- DIR`.

use std::path::PathBuf;
use std::{env, fs, io};

use askama::Template;
use ui::gallery::{self, Gallery};
use ui::{Lang, Trouble};

fn main() -> io::Result<()> {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        return Err(io::Error::other("say where: cargo run -p ui --example gallery -- DIR"));
    };
    fs::create_dir_all(folder.join("assets"))?;
    for (name, bytes) in ui::assets::files() {
        fs::write(folder.join("assets").join(name), bytes)?;
    }
    for lang in Lang::ALL {
        write(&folder, &format!("gallery-{lang}.html"), &Gallery::sample(lang))?;
        for trouble in [Trouble::NotFound, Trouble::Stale, Trouble::Full, Trouble::Internal("8f3a91c2".to_owned())] {
            let status = trouble.status().as_u16();
            let mut frame = gallery::frame(lang);
            (frame.signed_in, frame.demo) = (None, None);
            write(&folder, &format!("trouble-{status}-{lang}.html"), &trouble.page(frame))?;
        }
    }
    Ok(())
}

/// Pages find their assets beside them, so that they open without a server.
fn write(folder: &std::path::Path, name: &str, page: &impl Template) -> io::Result<()> {
    let html = page.render().map_err(io::Error::other)?;
    fs::write(folder.join(name), html.replace("\"/assets/", "\"assets/"))
}
