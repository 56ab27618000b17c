//! The face that both web sites share: page frame, components, design tokens, languages, error pages, assets.
//!
//! What it knows: how things look and are said in Japanese and English. What it must not know: cases, parties, rules,
//! storage; it depends on no other crate of ours, so that the public portal can use it.
//!
//! # Adding a page
//!
//! 1. **Messages.** Put every word into `locales/ja/AREA.ftl` and `locales/en/AREA.ftl`. Keys begin with the area:
//!    `desk-queue-title = 受付待ちの届出`, `desk-queue-waiting = { $count }件`. English plurals use a selector:
//!    `{ $count -> [one] { $count } report *[other] { $count } reports }`. A new file needs no code.
//! 2. **Template.** In your crate's `templates/` (its `askama.toml` also names `../ui/templates`):
//!
//!    ```html
//!    {% extends "base.html" %}
//!    {% import "ui.html" as part %}
//!    {% block title %}{{ frame.t("desk-queue-title") }}{% endblock %}
//!    {% block main %}
//!    {{ ui::heading(frame.t("desk-queue-title")).back("/desk", frame.t("desk-my-day")) }}
//!    {{ form.summary() }}
//!    <form method="post" novalidate>{{ frame.csrf_field() }}
//!      {{ form.text("title", frame.t("front-title")).hint(frame.t("front-title-hint")).required() }}
//!      {{ form.area("body", frame.t("front-body")).limit(4000).shown_to(frame.t("front-shown-desk")) }}
//!      <p class="actions">{{ ui::button(frame.t("front-next")) }}</p>
//!    </form>
//!    {% call part::fold(frame.t("desk-more")) %}<p>…</p>{% endcall %}
//!    {% endblock %}
//!    ```
//! 3. **Handler.**
//!
//!    ```ignore
//!    #[derive(askama::Template)]
//!    #[template(path = "queue.html")]
//!    struct QueuePage { frame: ui::Frame, form: ui::Form }
//!
//!    ui::Page::secret(QueuePage { frame, form }).into_response()   // or Page::public(…)
//!    ui::Trouble::NotFound.respond(frame)                          // error pages
//!    ```
//! 4. Look at it at 390 px and 1280 px in both languages. The whole checklist: `docs/adding-a-page.md`.
//!
//! # What there is
//!
//! In templates, call components by path (`{{ ui::chip(ui::Mark::Done, word) }}`); they are written unescaped because
//! they are [`askama::filters::HtmlSafe`], and everything given to them is escaped inside. They take any `Display`, so
//! fields, references and messages all fit.
//!
//! | need | write |
//! |---|---|
//! | a message | `frame.t("key")`, `frame.t1("key", "name", value)`, `frame.t2(…)` |
//! | a day, what is left, an instant | `frame.day(d)`, `frame.day_short(d)`, `frame.left(d)`, `frame.instant(t)`; inside a message `frame.day_text(d)` |
//! | head of a page | [`heading`]`(title).back(href, label).number("届出番号 …").chip(Mark, word).lead(…)` |
//! | fields | [`Form`]`::text, email, telephone, url, day, secret, code, area, select, radios, checks, check, file, text_pair, area_pair` |
//! | what is wrong with a form | `form.summary()` above it |
//! | buttons | [`button`]`(label).secondary().sends(name, value).confirm(sentence)`, [`link_button`]`(href, label)` |
//! | an action that is not allowed | `ui::button(label).denied(id, reason, clause)` |
//! | a form of one button | `frame.post(action, ui::button(label))` |
//! | a notice | [`notice()`]`(frame, ui::Tone::Info, title).body(text).link(href, label)`, or the macro `notice` |
//! | the word of a status | [`chip`]`(ui::Mark::Active, word)` |
//! | who, what, by when | `<ul class="duties"><li>{{ ui::duty(frame, who, what).due(frame, day).clause(c).href(h) }}</li></ul>` |
//! | how bad it is | [`severity()`]`(frame, 98)` for a base score of 9.8 |
//! | only the days left | [`due_chip`]`(frame, day)` |
//! | what happened | [`timeline`]`(frame, happenings)` from [`Happening`]`::new(When, title).who(…).body(…).seen_by(…)` |
//! | how far a procedure is, how long each stage took and usually takes | [`stage_path`]`(frame).waiting(sentence, since).done(name, usual, day).current(…).to_come(…)` |
//! | steps of a form | [`stepper`]`(frame, steps, current)` |
//! | names and values | [`facts`]`(frame).add(name, value).change(href)`; `.in_line()` for the top line of a case |
//! | a table | `<table class="table">`; heads that sort are [`sort_head`]`(query, "due", label)`; for phones, cells carry `data-label`, the one that names the row is `cell-main`, a tick box `cell-tick` |
//! | a table of counts, with CSV | [`counts()`]`(caption, head, columns).row(name, counts)`, columns of ranges by `counts::ranges` |
//! | pages of a list, tabs | [`pages`]`(frame, query, page, per_page, total)`, [`tabs`]`(label, items)` |
//! | an empty list | [`empty`]`(title, what would fill it).link(href, label)` |
//! | a text to copy | [`copy_code`]`(frame, id, label, code)` |
//! | people's text | [`prose`]`(text)`; with links only for texts we stand for: [`prose_linked`] |
//! | boxes around your own HTML | macros of `ui.html`: `notice`, `section`, `fold`, `group`, `danger`, `scroll` |
//!
//! The gallery shows all of it: `cargo run -p ui --example gallery -- DIR`.
//!
//! # What the script adds (nothing needs it)
//!
//! `<form data-autosave="URL">` saves as people type and says so in [`autosave_status`]`(frame)`; `<form data-guard>` asks
//! before leaving with unsaved changes; `data-confirm="…"` on a button asks first; `<table data-queue>` moves with `j`
//! and `k`, opens with Enter, ticks with `x`; `<input type="checkbox" data-select-all>` ticks a column.

// Templates say `ui::…` here as everywhere.
extern crate self as ui;

pub mod action;
pub mod assets;
pub mod counts;
pub mod dates;
pub mod field;
pub mod form;
pub mod gallery;
pub mod given;
pub mod icon;
pub mod list;
pub mod markup;
pub mod notice;
pub mod numbers;
pub mod page;
pub mod path;
pub mod progress;
pub mod query;
pub mod respond;
pub mod severity;
pub mod text;
pub mod trouble;

pub use action::{Button, button, copy_code, link_button};
pub use counts::{Counts, counts};
pub use dates::Zone;
pub use field::Choice;
pub use form::{Form, autosave_status};
pub use icon::{Mark, Tone};
pub use list::{facts, pages, sort_head, tabs};
pub use markup::{Linked, Markup, prose, prose_linked};
pub use notice::{chip, empty, heading, notice};
pub use page::{Frame, NavItem, SignedIn, Site, Width};
pub use path::stage_path;
pub use progress::{Happening, When, due_chip, duty, stepper, timeline};
pub use query::Query;
pub use respond::Page;
pub use severity::{Level, severity};
pub use text::Lang;
pub use trouble::Trouble;
