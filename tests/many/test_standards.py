"""Feeds, structured data and open data hold to their standards: those of the example, and of 300 stories."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.many.conftest import URL
from tests.plan.machine.published import SITE, data_files, official, views_of
from tests.site.reading import BuiltSite
from tests.standards.holding import (
    feed_faults,
    grammar_faults,
    json_feed_faults,
    linked_data_faults,
    package_faults,
    shape,
    tables_faults,
)
from tests.support.trees import put

pytestmark = pytest.mark.no_cover  # what is checked are files; other programs check them

SHORTEST, LONGEST = 50, 5000
"""How many characters a data set may be described in, as search engines for data ask for."""

Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def files_by_site(site: BuiltSite) -> Mapping[str, tuple[str, Files]]:
    """The address and the files for machines of each site."""
    return {
        "example": (SITE, data_files()),
        "official": (SITE, data_files(official())),
        "many": (URL, site.files),
    }


def feeds_of(files: Files, ending: str) -> dict[str, bytes]:
    """The feeds among files: the whole site's, and those of its lines."""
    stems = {path.removesuffix(".xml") for path in files if path.endswith(".xml") and path != "sitemap.xml"}
    return {f"{stem}{ending}": files[f"{stem}{ending}"] for stem in sorted(stems)}


def test_atom_feeds_hold_to_the_grammar_of_rfc_4287(
    files_by_site: Mapping[str, tuple[str, Files]], tmp_path: Path
) -> None:
    feeds = {
        f"{name}/{path}": data
        for name, (_, files) in files_by_site.items()
        for path, data in feeds_of(files, ".xml").items()
    }
    assert len(feeds) == 24
    put(tmp_path, feeds)
    assert grammar_faults({path: tmp_path / path for path in feeds}) == []


def test_atom_feeds_hold_to_the_rest_of_rfc_4287_and_their_html_is_safe_and_whole(
    files_by_site: Mapping[str, tuple[str, Files]],
) -> None:
    found = {
        f"{name}/{path}": feed_faults(f"{url}{path}", data)
        for name, (url, files) in files_by_site.items()
        for path, data in feeds_of(files, ".xml").items()
    }
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_json_feeds_hold_to_version_1_1(files_by_site: Mapping[str, tuple[str, Files]]) -> None:
    found = {
        f"{name}/{path}": json_feed_faults(data)
        for name, (_, files) in files_by_site.items()
        for path, data in feeds_of(files, ".json").items()
    }
    assert len(found) == 24
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_a_feed_that_is_wrong_is_found(tmp_path: Path) -> None:
    wrong = {
        "<updated>2019-07-01T": "<updated>2019-07-01 ",
        'rel="self"': 'rel="me"',
        "<title>": "<title/><title>",
        "<summary": "<rating/><summary",
    }
    feed = data_files()["feed.xml"].decode()
    for number, (old, new) in enumerate(wrong.items()):
        (tmp_path / f"{number}.xml").write_text(feed.replace(old, new, 1), encoding="utf-8")
    found = grammar_faults({str(number): tmp_path / f"{number}.xml" for number in range(len(wrong))})
    assert {Path(fault.partition(":")[0]).name for fault in found} == {
        f"{number}.xml" for number in range(len(wrong))
    }


def pieces(site: BuiltSite) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every piece of JSON-LD of the sites with the page that it stands on."""
    for name, files in (("example", None), ("official", official())):
        for path, view in views_of(files).items():
            if view.frame.json_ld:
                yield f"{name}/{path}", json.loads(view.frame.json_ld)
    for path in site.pages:
        html = site.files[path].decode()
        told = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
        if told:
            yield f"many/{path}", json.loads(told)


def test_structured_data_hold_to_the_vocabulary_of_schema_org(site: BuiltSite, tmp_path: Path) -> None:
    by_shape = {shape(node): (name, node) for name, node in pieces(site)}
    assert len(by_shape) > 10
    wrong = {"@context": "https://schema.org", "@type": "NewsArticle", "titel": "标题"}
    found = linked_data_faults({**dict(by_shape.values()), "wrong": wrong}, tmp_path)
    assert len(found) == 1, found
    assert "titel" in found[0]


def test_what_search_engines_ask_of_articles_and_data_sets_is_there(site: BuiltSite) -> None:
    kinds = set()
    for name, node in pieces(site):
        kinds.add(node["@type"])
        if node["@type"] == "Dataset":
            assert SHORTEST <= len(node["description"]) <= LONGEST, (name, node["description"])
            assert node["name"], name
            assert node["distribution"], name
        if node["@type"] == "NewsArticle":
            assert node["headline"], name
            assert node["mainEntityOfPage"]["@id"] == node["@id"] == node["url"], name
    assert kinds == {"WebSite", "NewsArticle", "Dataset"}


@pytest.mark.parametrize("name", ["example", "many"])
def test_the_data_are_a_package_and_tables_on_the_web(
    name: str, files_by_site: Mapping[str, tuple[str, Files]], tmp_path: Path
) -> None:
    files = files_by_site[name][1]
    put(tmp_path, {path: data for path, data in files.items() if path.startswith("data/")})
    assert package_faults(tmp_path / "data/datapackage.json") == []
    assert tables_faults(tmp_path / "data/csv-metadata.json") == []
    if name == "many":
        return
    figures = tmp_path / "data/figures.csv"
    figures.write_text(figures.read_text(encoding="utf-8") + "one,more\n", encoding="utf-8")
    assert package_faults(tmp_path / "data/datapackage.json")
