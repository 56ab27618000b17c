#!/usr/bin/env python3
"""Checks what other standards make of the advisories in a published tree, with schemas that are not ours.

  records-check.py --osv SCHEMA FOLDER

CVE records are held against the official schema as the package cvelib (Red Hat) carries it; OSV entries against a
schema and what the specification's text demands of every entry beyond that; STIX bundles against what STIX 2.1 demands
of every object. One line a kind; the exit status is 1 when anything failed. Needs: pip install cvelib jsonschema.
"""

import argparse
import json
import pathlib
import re
import sys

from cvelib.cve_api import CveRecord
from jsonschema import Draft202012Validator, FormatChecker

STIX_ID = re.compile(r"^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
STIX_TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")


def cve(record, name):
    CveRecord.validate(record, schema_path=CveRecord.Schemas.V5_SCHEMA)
    assert record["cveMetadata"]["cveId"] == name, "the name is not the number"


def osv(entry, name, schema):
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(entry)
    for key in ("schema_version", "id", "modified", "affected"):
        assert entry.get(key), f"{key} is missing"
    for affected in entry["affected"]:
        assert affected["package"]["ecosystem"] and affected["package"]["name"], "a package without a name"
        for events in (events for ranges in affected.get("ranges", []) for events in [ranges["events"]]):
            kinds = {kind for event in events for kind in event}
            assert "introduced" in kinds and not {"fixed", "last_affected"} <= kinds, events


def stix(bundle, name):
    assert bundle["type"] == "bundle" and STIX_ID.match(bundle["id"]), "no bundle"
    known = {one["id"] for one in bundle["objects"]}
    for one in bundle["objects"]:
        assert one["spec_version"] == "2.1" and STIX_ID.match(one["id"]), one["id"]
        assert one["id"].startswith(one["type"] + "--") and STIX_TIME.match(one["created"]), one["id"]
        references = [value for key, value in one.items() if key.endswith("_ref")]
        references += [value for key, values in one.items() if key.endswith("_refs") for value in values]
        assert set(references) <= known, f"{one['id']} names what is not there"
        if one["type"] in ("note", "vulnerability"):
            assert one["modified"] >= one["created"], one["id"]
    assert any(one["type"] == "vulnerability" and one["name"] for one in bundle["objects"]), "no vulnerability"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--osv", required=True)
    arguments.add_argument("folder")
    options = arguments.parse_args()
    schema = json.loads(pathlib.Path(options.osv).read_text())
    checks = {"CVE-*.json": cve, "osv.json": lambda entry, name: osv(entry, name, schema), "stix-*.json": stix}
    failures = 0
    for pattern, check in checks.items():
        paths = sorted(pathlib.Path(options.folder, "advisories").glob(f"*/*/{pattern}"))
        for path in paths:
            try:
                check(json.loads(path.read_text()), path.stem)
            except Exception as error:
                failures += 1
                print("FAIL", path, f"{type(error).__name__}: {error}"[:400])
        print("ok  ", pattern, len(paths))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
