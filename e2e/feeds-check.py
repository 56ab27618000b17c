#!/usr/bin/env python3
"""Reads the feeds and answers of a running portal with readers that are not ours.

  feeds-check.py [--schemas FOLDER] URL

feedparser, rdflib and lxml read every feed that checksum.txt lists, the Atom feed and the API's answers; hashes and sizes
are compared. With a folder of IPA's schemas (github.com/MyJVN/np, schemas/hnd and schemas/oka; not ours to hand on),
xmlschema and jsonschema check the API's answers against them as well. One line a document; the exit status is 1 when
anything failed. Needs: pip install feedparser rdflib lxml, and for --schemas xmlschema jsonschema.
"""

import argparse
import hashlib
import json
import pathlib
import re
import sys
import tempfile
import urllib.request

import feedparser
import rdflib
from lxml import etree

ALL_DAYS = "rangeDatePublic=n&rangeDatePublished=n&rangeDateFirstPublished=n"
SEC = {"http://jvn.jp/rss/mod_sec/", "http://jvn.jp/rss/mod_sec/3.0/"}
# Documents of other bodies that results_3.3.xsd refers to and that nobody publishes beside it.
ABSENT = re.compile(r'<xs:import[^>]*schemaLocation="(?:xccdf|cpe-dictionary|oval|windows|cvrf|jvnde|jvnme)[^>]*/>')
ABSENT_USES = re.compile(r'<xs:element[^>]*ref="(?:cdf|cpe-dist|oval-def|jvndef|jvnmeta):[^>]*/>')
WHOLE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">%s</xs:schema>"""
XML_SCHEMAS = {
    "http://jvn.jp/vuldef/": "vuldef_3.2.xsd",
    "http://jvn.jp/rss/mod_sec/3.0/": "mod_sec_3.0.xsd",
    "http://data-marking.mitre.org/extensions/MarkingStructure#TLP-1": "tlp_marking.xsd",
    "http://jvndb.jvn.jp/myjvn/Status": "status_3.3.xsd",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "jvnrss_rdf_3.2.xsd",
    "http://jvndb.jvn.jp/myjvn/Results": "results.xsd",
    "http://www.w3.org/2005/Atom": "atom.xsd",
}
HND = ["getVulnOverviewList&" + ALL_DAYS, "getVulnOverviewList&keyword=%00nothing", "getVendorList", "getProductList",
       "getStatistics&theme=sumAll&cweId=CWE-79", "getAlertList", "getNothing"]
OKA = {"getVulnOverviewList": "myjvn_feed_1.0", "getAlertList": "myjvn_feed_1.0", "getVendorList": "jvnpid_1.0",
       "getProductList": "jvnpid_1.0", "getStatistics": "myjvn_statistics_1.0"}

failures = 0


def fetch(url):
    with urllib.request.urlopen(url, timeout=60) as answer:
        return answer.read()


def check(name, *tests):
    """Runs tests and prints one line."""
    global failures
    said, wrong = [], []
    for test in tests:
        try:
            said.append(str(test()))
        except Exception as error:
            wrong.append(f"{type(error).__name__}: {error}"[:300])
    failures += bool(wrong)
    print("FAIL" if wrong else "ok  ", name, "; ".join(said + wrong))


def tree(data):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(data, parser)
    assert root.getroottree().docinfo.doctype == "", "a document type"
    return f"{sum(1 for _ in root.iter())} elements"


def triples(data):
    """Every item has a title, and a date of its own, as RDF."""
    graph = rdflib.Graph()
    graph.parse(data=data, format="xml")
    rss = rdflib.Namespace("http://purl.org/rss/1.0/")
    items = list(graph.subjects(rdflib.RDF.type, rss.item))
    listed = set(graph.objects(None, rdflib.RDF.type))
    assert rss.channel in listed, "no channel"
    for item in items:
        assert graph.value(item, rss.title) and graph.value(item, rss.link), item
    return f"{len(graph)} triples, {len(items)} items"


def entries(data):
    feed = feedparser.parse(data)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version in ("rss10", "atom10"), feed.version
    for entry in feed.entries:
        assert entry.title and entry.link, entry
        assert feed.version == "atom10" or re.match(r"JVNDB-\d{4}-\d{6,8}$", entry.sec_identifier), entry
    return f"{feed.version}, {len(feed.entries)} entries"


def dates(data):
    """go-cve-dictionary: dates of items of feeds have no seconds. vulnerability-lookup: vendor and product of every CPE."""
    text = data.decode()
    found = re.findall(r"<item .*?</item>", text, re.S)
    for item in found:
        for date in re.findall(r"<(?:dc:date|dcterms:\w+)>([^<]*)<", item):
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d\+09:00", date), date
        for cpe in re.findall(r"<sec:cpe [^>]*>", item):
            assert " vendor=" in cpe and " product=" in cpe, cpe
    return f"{len(found)} dated"


def schemas(folder):
    """IPA's schemas: a function that checks XML, and one that checks JSON against a schema by its name."""
    import jsonschema
    import xmlschema
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT202012

    files = {path.name: path.read_text("utf-8-sig") for path in pathlib.Path(folder).rglob("*.*") if path.suffix in (".xsd", ".json")}
    with tempfile.TemporaryDirectory() as place:
        for name, text in files.items():
            pathlib.Path(place, name).write_text(text)
        results = ABSENT_USES.sub("", ABSENT.sub("", files["results_3.3.xsd"]))
        pathlib.Path(place, "results.xsd").write_text(results)
        lines = (f'<xs:import namespace="{space}" schemaLocation="{name}"/>' for space, name in XML_SCHEMAS.items())
        pathlib.Path(place, "whole.xsd").write_text(WHOLE % "".join(lines))
        xml = xmlschema.XMLSchema(str(pathlib.Path(place, "whole.xsd")))
    contents = {name.removesuffix(".json"): json.loads(text) for name, text in files.items() if name.endswith(".json")}
    for content in contents.values():
        content.pop("$schema", None)
    registry = Registry().with_resources(
        (content.get("$id", name), Resource.from_contents(content, default_specification=DRAFT202012))
        for name, content in contents.items())

    def check_xml(data):
        errors = [f"{error.path}: {error.reason}" for error in xml.iter_errors(data.decode())]
        assert not errors, errors[0]
        return "valid"

    def check_json(data, name):
        jsonschema.Draft202012Validator(contents[name], registry=registry).validate(json.loads(data))
        return f"valid {name}"

    return check_xml, check_json


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--schemas")
    arguments.add_argument("url")
    options = arguments.parse_args()
    base = options.url.rstrip("/")
    check_xml, check_json = schemas(options.schemas) if options.schemas else (lambda data: "", lambda data, name: "")
    for lang in ("ja", "en"):
        for line in json.loads(fetch(f"{base}/{lang}/feed/checksum.txt")):
            path = line["url"].split("/", 3)[3]
            data = fetch(f"{base}/{path}")
            same = lambda: f"{len(data)} bytes" if (hashlib.sha256(data).hexdigest(), len(data)) == (line["sha256"], line["size"]) else 1 / 0
            if line["filename"].startswith("jvndb") and "_detail_" not in line["filename"]:
                check(path, same, lambda: tree(data), lambda: triples(data), lambda: entries(data), lambda: dates(data))
            else:
                check(path, same, lambda: tree(data), lambda: check_xml(data))
        data = fetch(f"{base}/{lang}/feed.atom")
        check(f"{lang}/feed.atom", lambda: tree(data), lambda: entries(data))
        for method in HND:
            data = fetch(f"{base}/myjvn?feed=hnd&lang={lang}&method={method}")
            tests = [lambda: tree(data)]
            if "Nothing" not in method:
                tests.append(lambda: check_xml(data))
            if method.endswith(ALL_DAYS):
                tests += [lambda: triples(data), lambda: entries(data)]
                first = feedparser.parse(data).entries[0].sec_identifier
            check(f"{method} hnd {lang}", *tests)
        data = fetch(f"{base}/myjvn?feed=hnd&lang={lang}&method=getVulnDetailInfo&vulnId={first}")
        check(f"getVulnDetailInfo hnd {lang}", lambda: tree(data), lambda: check_xml(data))
        for method, schema in OKA.items():
            data = fetch(f"{base}/myjvn?feed=oka&lang={lang}&method={method}")
            check(f"{method} oka {lang}", lambda: f"{len(json.loads(data))} members", lambda: check_json(data, schema))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
