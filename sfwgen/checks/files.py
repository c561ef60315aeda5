"""Rules over the outputs that are no pages: data, feeds, site map, style sheets, and all their paths."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from posixpath import join, normpath
from unicodedata import normalize
from xml.etree import ElementTree as ET

from sfwgen.checks.findings import Finding, Finished, find
from sfwgen.checks.targets import Kind
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.plan.outputs import AssetOutput, DataOutput, Output

_XML = (".xml", ".svg", ".rss", ".atom", ".xsl")
_JSON = (".json", ".geojson", ".webmanifest", ".jsonld")
_FETCHED_BY_CSS = re.compile(r"/\*.*?\*/|url\(\s*([\"']?)(.*?)\1\s*\)|@import\s+[\"']([^\"']+)", re.DOTALL)
_SITEMAP_LINE = re.compile(r"^Sitemap:\s*(\S+)", re.MULTILINE | re.IGNORECASE)
_PACKAGE = "datapackage.json"
_IDS = frozenset({"id", "$id", "@id", "guid"})
"""Names that look like addresses and lead nowhere."""


def check_files(site: Finished) -> Iterator[Diagnostic]:
    """Yields a fault for each file for machines that cannot be read, or names a page that is not there."""
    structured = []
    for output in site.plan.outputs:
        if output.path not in site.outputs:
            continue
        if output.path.endswith((*_XML, *_JSON)):
            structured.append(output)
        elif output.path.endswith(".css"):
            yield from _check_style(site, output, site.outputs[output.path])
        elif output.path == "robots.txt":
            text = site.outputs[output.path].decode("utf-8", "replace")
            yield from _check_named(site, output, _SITEMAP_LINE.findall(text))
    for output, facts in zip(structured, _read_all(site, structured), strict=True):
        if facts.problem:
            yield fault("output-file-broken", _source(output), page=output.path, problem=facts.problem)
        elif isinstance(output, DataOutput):
            yield from _check_named(site, output, facts.named)


def _read_all(site: Finished, outputs: Sequence[Output]) -> list[FileFacts]:
    """What each file says: that is remembered of its bytes, as most are those of an earlier build."""
    base = site.addresses.base
    files = [(output.path, site.outputs[output.path]) for output in outputs]
    keys = [f"{base} {path} {hashlib.sha256(content).hexdigest()}" for path, content in files]
    return site.each("file facts", keys, lambda number: read_file(*files[number], base))


def check_structured_data(site: Finished) -> Iterator[Finding]:
    """Yields a finding for each page whose structured data (JSON-LD) cannot be read."""
    for output, facts in site.pages.values():
        for text in facts.json_ld:
            try:
                json.loads(text)
            except ValueError as error:
                yield find("output-json-ld-broken", output, problem=error)


def check_paths(site: Finished) -> Iterator[Diagnostic]:
    """Yields a fault for each path that some systems take for another, or that is also a folder."""
    first: dict[str, Output] = {}
    for output in sorted(site.plan.outputs, key=lambda each: each.path):
        same = first.setdefault(normalize("NFC", output.path).casefold(), output)
        if same is not output:
            yield _alike(output, same)
    for output in site.plan.outputs:
        parts = normalize("NFC", output.path).casefold().split("/")
        for depth in range(1, len(parts)):
            above = first.get("/".join(parts[:depth]))
            if above is not None:
                yield _alike(output, above)


def _alike(output: Output, other: Output) -> Diagnostic:
    related = (_source(other),)
    return fault("output-paths-alike", _source(output), related=related, page=output.path, other=other.path)


def _source(output: Output) -> Location:
    return Location(output.path) if isinstance(output, AssetOutput) else output.source


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file for machines names of its own site, each address once; `problem` where it is broken."""

    named: tuple[str, ...] = ()
    problem: str = ""


def read_file(path: str, content: bytes, base: str) -> FileFacts:
    """Returns the facts of an XML or JSON file; `base` is the address of the site, or empty if not known."""
    try:
        if path.endswith(_XML):
            texts = _xml_texts(ET.fromstring(content))
        else:
            value = json.loads(content)
            texts = chain(_json_texts(value), _resources(path, value, base))
        named = tuple(dict.fromkeys(text for text in texts if base and text.startswith(base)))
    except (ET.ParseError, ValueError) as error:
        return FileFacts(problem=str(error))
    return FileFacts(named)


def _resources(path: str, value: object, base: str) -> Iterator[str]:
    """The addresses of the files that a data package names by their paths beside it."""
    folder, _, name = path.rpartition("/")
    resources = value.get("resources", ()) if name == _PACKAGE and isinstance(value, dict) else ()
    for each in resources:
        if isinstance(each, dict) and isinstance(each.get("path"), str):
            yield base + normpath(join(folder, each["path"]))


def _xml_texts(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        if element.tag.rpartition("}")[2] not in _IDS and element.text:
            yield element.text.strip()
        yield from element.attrib.values()


def _json_texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            if key not in _IDS:
                yield from _json_texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _json_texts(each)


def _check_named(site: Finished, output: Output, texts: Iterable[str]) -> Iterator[Diagnostic]:
    """Checks every address of this site among the texts of a file; a site map names no page it hides."""
    base = site.addresses.base
    is_map = output.path.rpartition("/")[2].startswith("sitemap")
    for text in dict.fromkeys(texts):
        if not base or not text.startswith(base) or " " in text:
            continue
        target = site.addresses.resolve(output.path, text)
        page = site.pages.get(target.path)
        no_place = page is not None and target.fragment and target.fragment not in page[1].ids
        if no_place or target.path not in site.outputs:
            yield fault("output-names-missing", _source(output), page=output.path, target=text)
        elif page is not None and is_map and not page[1].indexed:
            yield fault("output-names-hidden", _source(output), page=output.path, target=text)


def _check_style(site: Finished, output: Output, content: bytes) -> Iterator[Diagnostic]:
    for _, url, imported in _FETCHED_BY_CSS.findall(content.decode("utf-8", "replace")):
        address = url or imported
        if not address or address.startswith("#"):
            continue
        target = site.addresses.resolve(output.path, address)
        if target.kind is Kind.OUTSIDE:
            yield fault("output-style-outside", _source(output), page=output.path, target=address)
        elif target.kind is Kind.INSIDE and target.path not in site.outputs:
            yield fault("output-names-missing", _source(output), page=output.path, target=address)
