"""Whether files for machines hold to their standards, by checkers that are not ours; what they find, in words."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema

_HERE = Path(__file__).parent
_NPM = _HERE.parent / "npm/node_modules"
_JING = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"
_ATOM = "{http://www.w3.org/2005/Atom}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What readers drop from an entry, or should.
_UNSAFE = frozenset({"script", "style", "iframe", "object", "embed", "form", "input", "link", "meta", "base"})
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")

_SCHEMA = json.loads((_HERE / "json_feed.schema.json").read_text(encoding="utf-8"))
_JSON_FEED = jsonschema.Draft202012Validator(_SCHEMA, format_checker=jsonschema.FormatChecker())


def grammar_faults(feeds: Mapping[str, Path]) -> list[str]:
    """What Jing, a RELAX NG validator, finds in Atom feeds by the grammar of RFC 4287."""
    jar = _NPM / "vnu-jar/build/dist/vnu.jar"
    command = ["java", "-cp", str(jar), _JING, "-c", str(_HERE / "atom.rnc"), *map(str, feeds.values())]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    found = done.stdout.splitlines() + done.stderr.splitlines()
    return found or ([f"exit code {done.returncode}"] if done.returncode else [])


def feed_faults(address: str, data: bytes) -> list[str]:
    """What a grammar cannot say of the Atom feed at an address: RFC 4287, and what readers of feeds ask for."""
    root = ET.fromstring(data)
    entries = root.findall(f"{_ATOM}entry")
    ids = [entry.findtext(f"{_ATOM}id", "") for entry in entries]
    moments = [datetime.fromisoformat(entry.findtext(f"{_ATOM}updated", "")) for entry in entries]
    rules = {
        "names its own address": [_href(root, "self")] == [[address]],
        "names one page": len(_href(root, "alternate")) == 1,
        "says its language": bool(root.get(_XML_LANG)),
        "ids are apart": len({*ids, root.findtext(f"{_ATOM}id")}) == len(ids) + 1,
        "each entry has one page": all(len(_href(entry, "alternate")) == 1 for entry in entries),
        "latest change first": moments == sorted(moments, reverse=True),
        "as new as its newest": _changed(root) == max(moments, default=_changed(root)),
        "no odd characters": not _ODD.search(data.decode()),
    }
    found = [rule for rule, holds in rules.items() if not holds]
    return found + [fault for entry in entries for fault in _entry_faults(entry)]


def _href(element: ET.Element, relation: str) -> list[str]:
    links = element.findall(f"{_ATOM}link")
    return [link.get("href", "") for link in links if link.get("rel", "alternate") == relation]


def _changed(root: ET.Element) -> datetime:
    return datetime.fromisoformat(root.findtext(f"{_ATOM}updated", ""))


def _entry_faults(entry: ET.Element) -> list[str]:
    texts = [entry.findtext(f"{_ATOM}{name}", "") for name in ("title", "summary")]
    found = [f"markup in a text: {text}" for text in texts if re.search(r"<[a-zA-Z/]|&(?:#\d+|\w+);", text)]
    return found + _Content(entry.findtext(f"{_ATOM}content", "")).faults


class _Content(HTMLParser):
    """The faults of an entry's HTML: what is unsafe, what is relative, what is left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"left open: {tag}" for tag in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("br", "hr", "img", "source", "col", "wbr"):
            self._open.append(tag)
        if tag in _UNSAFE:
            self.faults.append(f"unsafe: {tag}")
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.faults.append(f"unsafe: {name}")
            if name in ("href", "src") and not (value or "").startswith(("https://", "http://", "mailto:")):
                self.faults.append(f"relative: {value}")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.faults.append(f"closed and not open: {tag}")


def json_feed_faults(data: bytes) -> list[str]:
    """What the schema after JSON Feed 1.1 finds, and ids that come twice."""
    feed: dict[str, Any] = json.loads(data)
    found = [f"{error.json_path}: {error.message}" for error in _JSON_FEED.iter_errors(feed)]
    ids = [item["id"] for item in feed["items"]]
    return found + (["ids come twice"] if len(set(ids)) < len(ids) else [])


def linked_data_faults(nodes: Mapping[str, dict[str, Any]], folder: Path) -> list[str]:
    """What the vocabulary of schema.org, as types of TypeScript, finds in pieces of JSON-LD by their names."""
    types = sorted({node["@type"] for node in nodes.values()})
    lines = [f'import type {{ WithContext, {", ".join(types)} }} from "schema-dts";']
    for number, (name, node) in enumerate(nodes.items()):
        told = json.dumps(node, ensure_ascii=False)
        lines.append(f"// {name}\nconst piece{number}: WithContext<{node['@type']}> = {told};")
    (folder / "pieces.ts").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "node_modules").symlink_to(_NPM, target_is_directory=True)
    options = ["--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext"]
    compiler = str(_NPM / "typescript/bin/tsc")
    done = subprocess.run(
        ["node", compiler, *options, "pieces.ts"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return done.stdout.splitlines() or ([done.stderr] if done.returncode else [])


def shape(value: object) -> str:
    """What a piece of JSON says, without what it says it of: pieces of one shape are right or wrong together."""
    if isinstance(value, dict):
        inner = (f"{key}:{value[key] if key == '@type' else shape(value[key])}" for key in sorted(value))
        return f"{{{','.join(inner)}}}"
    if isinstance(value, list):
        return f"[{','.join(sorted({shape(each) for each in value}))}]"
    return type(value).__name__


def package_faults(package: Path) -> list[str]:
    """What `frictionless validate` finds in a data package and its tables."""
    command = [sys.executable, "-m", "frictionless", "validate", "--json", str(package)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        return [done.stdout + done.stderr]
    tables = [(task["name"], task["errors"] + task["warnings"]) for task in report["tasks"]]
    found = [f"{name}: {each}" for name, faults in tables for each in faults]
    return [*report["errors"], *found, *([] if report["valid"] and tables else ["not valid"])]


def tables_faults(metadata: Path) -> list[str]:
    """What `csvwvalidate` finds in tables by their metadata."""
    command = [sys.executable, "-c", "from csvw.__main__ import csvwvalidate as main; main()", str(metadata)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return [] if done.stdout.strip() == "OK" and not done.returncode else [done.stdout + done.stderr]
