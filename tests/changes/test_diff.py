"""What a change does to the public numbers: figures, totals, pages, translations."""

from __future__ import annotations

import json

import pytest

from sfwgen.changes import (
    Change,
    PublishedFault,
    Snapshot,
    compare_states,
    read_published,
)
from sfwgen.plan import DataOutput
from sfwgen.render.data import render_data
from tests.changes.states import GAS, GAS_EN, TALLY, edited, snapshot
from tests.support.example import example_files, plan_of

RESIDENTS = "gas-pipeline#residents_supplied"


@pytest.fixture(scope="module")
def before() -> Snapshot:
    return snapshot(example_files())


def test_nothing_changes_between_equal_states(before: Snapshot) -> None:
    changes = compare_states(before, snapshot(example_files()))
    assert not changes.any
    assert changes.pages == ()


def test_another_value_is_told_with_its_pages_and_the_translation_that_still_has_the_old_one(
    before: Snapshot,
) -> None:
    after = snapshot(edited(example_files(), GAS, ("8.4万名", "8.6万名")))
    changes = compare_states(before, after)
    (delta,) = changes.figures
    assert (delta.state.id, delta.change) == (RESIDENTS, Change.CHANGED)
    assert set(delta.fields) == {"amount", "printed"}
    assert delta.before is not None
    assert delta.after is not None
    assert delta.before.printed == {"zh": "8.4万名", "en": "84,000 residents"}
    assert delta.after.printed == {"zh": "8.6万名", "en": "86,000 residents"}
    assert {"stories/gas-pipeline.html", "en/stories/gas-pipeline.html"} <= set(changes.pages)
    (stale,) = changes.translations
    assert (stale.text.file, stale.figures) == (GAS_EN, (RESIDENTS,))


def test_a_translation_that_was_changed_as_well_is_not_stale(before: Snapshot) -> None:
    files = edited(example_files(), GAS, ("8.4万名", "8.6万名"))
    changes = compare_states(before, snapshot(edited(files, GAS_EN, ("84,000", "86,000"))))
    assert changes.figures
    assert changes.translations == ()


@pytest.mark.parametrize(
    ("old", "new", "fields"),
    [
        ("value: 800余家", "value: 800家", {"qualifier", "printed"}),
        ("value: 8.4万名, as_of: 2019-05", "value: 8.4万名, as_of: 2019-06", {"as_of"}),
        ("statistic: peak", "statistic: average", {"statistic"}),
        ("scope: {zh: 唐先镇某企业, en: one enterprise in Tangxian}\n    note", "note", {"scope"}),
    ],
)
def test_a_change_of_what_a_figure_says_is_told_by_what_changed(
    before: Snapshot, old: str, new: str, fields: set[str]
) -> None:
    (delta,) = compare_states(before, snapshot(edited(example_files(), GAS, (old, new)))).figures
    assert set(delta.fields) == fields


def test_a_new_figure_is_told_and_seen_from_the_other_side_it_is_gone(before: Snapshot) -> None:
    line = "  - {metric: residents_supplied, value: 8.4万名, as_of: 2019-05}\n"
    new = line + "  - {id: pipes, label: {zh: 管线, en: Pipes}, unit: metre, value: 300米}\n"
    after = snapshot(edited(example_files(), GAS, (line, new)))
    (delta,) = compare_states(before, after).figures
    assert (delta.change, delta.state.id, delta.before) == (Change.ADDED, "gas-pipeline#pipes", None)
    (delta,) = compare_states(after, before).figures
    assert (delta.change, delta.state.id, delta.after) == (Change.REMOVED, "gas-pipeline#pipes", None)


def test_a_new_total_changes_its_counter_and_every_page_that_shows_it(before: Snapshot) -> None:
    changes = compare_states(before, snapshot(edited(example_files(), TALLY, ("237", "241"))))
    (delta,) = changes.counters
    assert (delta.state.id, delta.fields) == ("visits_enterprises", ("printed", "amount"))
    assert {"figures.html", "en/figures.html", "index.html", "bulletins/1.html"} <= set(changes.pages)


def test_a_reworded_original_makes_its_translation_stale_and_no_figure(before: Snapshot) -> None:
    changes = compare_states(before, snapshot(edited(example_files(), GAS, ("全程跟踪", "从头到尾跟踪"))))
    assert changes.figures == ()
    assert [(each.text.file, each.figures) for each in changes.translations] == [(GAS_EN, ())]


def test_a_figure_filled_in_follows_the_data_and_needs_no_new_translation() -> None:
    files = edited(example_files(), GAS_EN, ("84,000 residents", "{=residents_supplied}"))
    after = edited(files, GAS, ("8.4万名", "8.6万名"))
    changes = compare_states(snapshot(files), snapshot(after))
    assert changes.figures
    assert changes.translations == ()


def test_published_data_tells_the_same_numbers_as_the_project(before: Snapshot) -> None:
    data = {
        output.path: render_data(output.data)
        for output in plan_of().outputs
        if isinstance(output, DataOutput)
    }
    published = read_published(data["data/figures.json"], data["data/counters.json"])
    changes = compare_states(published, before)
    assert published.figures
    assert published.counters
    assert (changes.figures, changes.counters) == ((), ())
    assert not changes.texts_known
    assert "stories/gas-pipeline.html" in published.figures[RESIDENTS].pages


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"figures": 3}',
        b'{"figures": [3]}',
        b'{"figures": [{"id": 1}]}',
        b"[" * 5000,
    ],
)
def test_other_files_are_not_taken_for_published_data(data: bytes) -> None:
    with pytest.raises(PublishedFault):
        read_published(data)


def test_published_data_may_be_empty() -> None:
    assert read_published(json.dumps({"figures": []}).encode()) == Snapshot({}, {})
