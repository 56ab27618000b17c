//! Writes VULDEF, every element in the order of the schema.

use super::{AffectedItem, Analysis, Credit, HistoryItem, Related, Solution, VULDEF, Vuldef, Vulinfo};
use crate::jvndb::jst;
use crate::jvnrss::SEC_3;
use crate::myjvn::{self, MARKING, STATUS, TLP_MARKING, XSI};
use crate::xml::{Attr, Out};

const SCHEMAS: &str = "http://jvn.jp/vuldef/ https://jvndb.jvn.jp/schema/vuldef_3.2.xsd \
     http://jvn.jp/rss/mod_sec/3.0/ https://jvndb.jvn.jp/schema/mod_sec_3.0.xsd \
     http://data-marking.mitre.org/extensions/MarkingStructure#TLP-1 https://jvndb.jvn.jp/schema/tlp_marking.xsd \
     http://jvndb.jvn.jp/myjvn/Status https://jvndb.jvn.jp/schema/status_3.3.xsd";

impl Vuldef {
    /// Writes the document. One without entries is not valid against the schema; the API answers with a `Result` then.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = Out::new();
        let attributes: [Attr<'_>; 10] = [
            ("version", "3.2"),
            ("xmlns:xsi", XSI),
            ("xmlns", VULDEF),
            ("xmlns:vuldef", VULDEF),
            ("xmlns:status", STATUS),
            ("xmlns:sec", SEC_3),
            ("xmlns:marking", MARKING),
            ("xmlns:tlpMarking", TLP_MARKING),
            ("xsi:schemaLocation", SCHEMAS),
            ("xml:lang", self.language.tag()),
        ];
        out.open("VULDEF-Document", &attributes);
        self.entries.iter().for_each(|entry| entry.write(&mut out));
        if self.white {
            myjvn::handling(&mut out);
        }
        if let Some(status) = &self.status {
            status.write(&mut out);
        }
        out.close("VULDEF-Document");
        out.finish()
    }
}

impl Vulinfo {
    fn write(&self, out: &mut Out) {
        out.open("Vulinfo", &[]);
        out.leaf("VulinfoID", &[], &self.id);
        out.open("VulinfoData", &[]);
        out.some("Title", self.title.as_deref());
        self.description(out);
        list(out, "Affected", &self.affected, AffectedItem::write);
        self.impact(out);
        list(out, "Solution", &self.solutions, Solution::write);
        list(out, "Related", &self.related, Related::write);
        list(out, "Credit", &self.credits, Credit::write);
        list(out, "History", &self.history, HistoryItem::write);
        out.some("DateFirstPublished", self.first_published.map(jst::seconds).as_deref());
        out.some("DateLastUpdated", self.last_updated.map(jst::seconds).as_deref());
        out.some("DatePublic", self.public.map(jst::seconds).as_deref());
        out.close("VulinfoData");
        out.close("Vulinfo");
    }

    fn description(&self, out: &mut Out) {
        let Some(overview) = &self.overview else { return };
        out.open("VulinfoDescription", &[]);
        out.leaf("Overview", &[], overview);
        self.details.iter().for_each(|detail| out.leaf("Detail", &[], detail));
        out.close("VulinfoDescription");
    }

    fn impact(&self, out: &mut Out) {
        if self.impacts.is_empty() {
            return;
        }
        out.open("Impact", &[]);
        self.analyses.iter().for_each(|analysis| analysis.write(out));
        for impact in &self.impacts {
            out.open("ImpactItem", &[]);
            out.leaf("Description", &[], impact);
            out.close("ImpactItem");
        }
        out.close("Impact");
    }
}

impl AffectedItem {
    fn write(&self, out: &mut Out) {
        let status = self.status.map(|status| ("affectedstatus", status.word()));
        out.open("AffectedItem", status.as_slice());
        out.some("Name", self.vendor.as_deref());
        out.some("ProductName", self.product.as_deref());
        self.cpes.iter().for_each(|(version, cpe)| out.leaf("Cpe", &[("version", version)], cpe));
        self.versions.iter().for_each(|version| out.leaf("VersionNumber", &[], version));
        self.descriptions.iter().for_each(|text| out.leaf("Description", &[], text));
        out.close("AffectedItem");
    }
}

impl Analysis {
    fn write(&self, out: &mut Out) {
        out.open("Cvss", &[("version", &self.version)]);
        if let Some(severity) = &self.severity {
            out.leaf("Severity", &[("type", "Base")], severity);
        }
        out.some("Base", self.base.as_deref());
        out.some("Vector", self.vector.as_deref());
        out.close("Cvss");
    }
}

impl Solution {
    fn write(&self, out: &mut Out) {
        let kind = self.kind.as_deref().map(|kind| ("solutiontype", kind));
        out.open("SolutionItem", kind.as_slice());
        self.descriptions.iter().for_each(|text| out.leaf("Description", &[], text));
        self.urls.iter().for_each(|url| out.leaf("URL", &[], url));
        out.close("SolutionItem");
    }
}

impl Related {
    fn write(&self, out: &mut Out) {
        out.open("RelatedItem", &[("type", &self.kind)]);
        out.some("Name", self.name.as_deref());
        out.some("VulinfoID", self.id.as_deref());
        out.some("Title", self.title.as_deref());
        out.some("URL", self.url.as_deref());
        out.some("Description", self.description.as_deref());
        out.close("RelatedItem");
    }
}

impl Credit {
    fn write(&self, out: &mut Out) {
        out.open("CreditItem", &[]);
        out.some("Name", self.name.as_deref());
        self.descriptions.iter().for_each(|text| out.leaf("Description", &[], text));
        out.close("CreditItem");
    }
}

impl HistoryItem {
    fn write(&self, out: &mut Out) {
        out.open("HistoryItem", &[]);
        out.some("HistoryNo", self.number.map(|number| number.to_string()).as_deref());
        out.some("DateTime", self.at.map(jst::seconds).as_deref());
        self.descriptions.iter().for_each(|text| out.leaf("Description", &[], &text.replace('\n', "\\n")));
        out.close("HistoryItem");
    }
}

fn list<T>(out: &mut Out, name: &str, items: &[T], write: impl Fn(&T, &mut Out)) {
    if items.is_empty() {
        return;
    }
    out.open(name, &[]);
    items.iter().for_each(|item| write(item, out));
    out.close(name);
}
