//! Kind, effects and cause of a website's flaw as inputs: at acceptance, one by one and in bulk (Ⅴ.3.11).

use rulebook::edition::Lists;
use rulebook::site::{Classification, SiteCause, SiteEffect, SiteKind};
use ui::field::{Choice, Field};
use ui::{Form, Lang};

use crate::forms::Fields;
use crate::site_names;

/// The name of the item that is wrong when half of it is missing.
pub(super) const KIND: &str = "site-kind";

/// The inputs, in their order.
pub(super) fn inputs(lang: Lang, lists: &Lists, form: &Form) -> Vec<Field> {
    let mut kinds = vec![Choice::new("", lang.t("sites-kind-later"))];
    kinds.extend(SiteKind::ALL.map(|kind| Choice::new(kind.word(), site_names::kind(lang, lists, kind))));
    let effects = SiteEffect::ALL.map(|one| Choice::new(one.word(), site_names::effect(lang, lists, one)));
    let causes = SiteCause::ALL.map(|one| Choice::new(one.word(), site_names::cause(lang, one)));
    vec![
        form.select(KIND, lang.t("sites-kind"), &kinds).hint(lang.t("sites-kind-hint")),
        form.checks("site-effect", lang.t("sites-effects"), &effects).hint(lang.t("sites-effects-hint")),
        form.radios("site-cause", lang.t("sites-cause"), &causes),
        form.check("site-passive", lang.t("sites-passive")).hint(lang.t("sites-passive-hint")),
    ]
}

/// What a form begins with: the kind that its words name, and the cause that is usual.
pub(super) fn propose(form: &mut Form, words: &str) {
    form.set("site-cause", SiteCause::Application.word());
    let Some(kind) = SiteKind::of_words(words) else { return };
    form.set(KIND, kind.word());
    if kind == SiteKind::CrossSiteScripting {
        form.set("site-effect", SiteEffect::FalseInformation.word());
        form.set("site-effect", SiteEffect::Cookies.word());
        form.set("site-passive", "yes");
    }
}

/// What was decided; none where no kind was chosen.
///
/// # Errors
/// Nothing but a kind without an effect, or without a cause.
pub(super) fn read(fields: &Fields) -> Result<Option<Classification>, ()> {
    let Some(kind) = SiteKind::of_word(fields.get(KIND)) else { return Ok(None) };
    let effects: Vec<_> = fields.all("site-effect").filter_map(SiteEffect::of_word).collect();
    let cause = SiteCause::of_word(fields.get("site-cause")).filter(|_| !effects.is_empty()).ok_or(())?;
    Ok(Some(Classification { kind, effects, cause, passive: fields.get("site-passive") == "yes" }))
}

/// Fills in what was decided before.
pub(super) fn fill(form: &mut Form, decided: &Classification) {
    form.set(KIND, decided.kind.word());
    decided.effects.iter().for_each(|effect| form.set("site-effect", effect.word()));
    form.set("site-cause", decided.cause.word());
    if decided.passive {
        form.set("site-passive", "yes");
    }
}
