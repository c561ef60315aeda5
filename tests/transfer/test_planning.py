"""A transfer sends what has changed, in an order in which no reader misses anything."""

from __future__ import annotations

import pytest

from sfwgen.publish import record_file
from sfwgen.transfer.ledger import UNSURE, UnreadableLedger, decode_ledger, encode_ledger
from sfwgen.transfer.planning import plan_transfer, shrinks, unsettled

SITE = {
    path: record_file(path.encode())
    for path in (
        "index.html",
        "en/index.html",
        "static/style.1.css",
        "sitemap.xml",
        "feed.xml",
        "data/figures.json",
        "stories/road.html",
        "search/head.js",
    )
}


def test_what_pages_show_goes_first_what_names_pages_last() -> None:
    sent = plan_transfer({}, SITE).sent
    assert sent == (
        *("data/figures.json", "search/head.js", "static/style.1.css"),
        *("en/index.html", "index.html", "stories/road.html"),
        *("feed.xml", "sitemap.xml"),
    )


def test_only_what_has_changed_is_sent_and_only_what_was_sent_is_removed() -> None:
    there = {**SITE, "old.html": record_file(b"old"), "index.html": record_file(b"before")}
    planned = plan_transfer(there, SITE)
    assert planned.sent == ("index.html",)
    assert planned.removed == ("old.html",)
    assert planned.unchanged == len(SITE) - 1
    assert plan_transfer(SITE, SITE).is_nothing
    assert len(plan_transfer(SITE, SITE, anew=True).sent) == len(SITE)


def test_pages_that_go_are_few_unless_that_is_meant() -> None:
    there = {f"{n}.html": record_file(b"") for n in range(10)}
    few = {path: record for path, record in there.items() if path != "0.html"}
    assert shrinks(there, plan_transfer(there, few)) is None
    assert shrinks(there, plan_transfer(there, {})) == (10, 10)


def test_a_file_that_is_being_replaced_is_ours_but_not_known() -> None:
    there = {"index.html": record_file(b"before")}
    ledger = unsettled(there, plan_transfer(there, {"index.html": record_file(b"after")}))
    assert decode_ledger(encode_ledger(ledger)) == {"index.html": UNSURE}
    assert plan_transfer(ledger, there).sent == ("index.html",)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<!doctype html>",
        b"[]",
        b'{"format":2,"files":{}}',
        b'{"format":1,"files":{"../../etc/passwd":[1,"' + b"0" * 64 + b'"]}}',
        b'{"format":1,"files":{"/etc/passwd":[1,"' + b"0" * 64 + b'"]}}',
        b'{"format":1,"files":{"a":[1,"x"]}}',
        b'{"format":1,"files":{"a":["1",""]}}',
        b'{"format":1,"files":[1]}',
    ],
)
def test_nothing_else_is_taken_for_a_ledger(data: bytes) -> None:
    with pytest.raises(UnreadableLedger):
        decode_ledger(data)
