"""Open data: figures, counters and stories as JSON and CSV, and a package that describes them.

docs/open-data.md says what each file and field means, and how to work out each total again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sfwgen.plan.context import Context, relative
from sfwgen.plan.data import Data, Json, JsonData
from sfwgen.plan.open_data import counters, figures, stories
from sfwgen.plan.open_data.fields import Dataset, Record, table_of
from sfwgen.plan.open_data.package import LICENCE, make_package
from sfwgen.plan.open_data.values import texts
from sfwgen.plan.outputs import DataOutput
from sfwgen.plan.views import Link

FOLDER = "data/"
PACKAGE = f"{FOLDER}datapackage.json"
DATASETS = (figures.DATASET, counters.DATASET, counters.RECORDS, stories.DATASET)

_LINKED = (
    (figures.DATASET, ("excel", "csv", "json")),
    (counters.DATASET, ("excel", "csv", "json")),
    (counters.RECORDS, ("excel", "csv")),
)


def data_outputs(context: Context) -> tuple[DataOutput, ...]:
    """Returns every file of open data: of what is public, which is all that the context holds."""
    source = context.site.config.location
    return tuple(DataOutput(path, data, source) for path, data in _files(context))


def _files(context: Context) -> Iterator[tuple[str, Data]]:
    told = {
        figures.DATASET: figures.figure_records(context),
        counters.DATASET: counters.counter_records(context),
        stories.DATASET: stories.story_records(context),
    }
    for dataset, records in told.items():
        yield f"{FOLDER}{dataset.name}.json", JsonData(_document(context, dataset, records))
        yield from _tables(context, dataset, records)
    counted = [counter for _, counter in sorted(context.counters.items())]
    by_counter = {counter.definition.id: counters.records_of(context, counter) for counter in counted}
    yield from _tables(
        context, counters.RECORDS, [each for records in by_counter.values() for each in records]
    )
    for id_, records in by_counter.items():
        yield counter_path(id_), table_of(counters.RECORDS, records, context.languages, bom=True)
    yield PACKAGE, JsonData(make_package(context, DATASETS))


def _tables(context: Context, dataset: Dataset, records: Sequence[Record]) -> Iterator[tuple[str, Data]]:
    """A table as CSV, and once more for spreadsheets, which need a mark to read it as UTF-8."""
    yield f"{FOLDER}{dataset.name}.csv", table_of(dataset, records, context.languages, bom=False)
    yield f"{FOLDER}{dataset.name}-excel.csv", table_of(dataset, records, context.languages, bom=True)


def _document(context: Context, dataset: Dataset, records: Sequence[dict[str, Json]]) -> Json:
    config = context.site.config
    return {
        "title": texts(context, config.title),
        "homepage": config.url,
        "license": dict(LICENCE),
        "as_of": str(config.as_of) if config.as_of else None,
        "package": context.permalinks.absolute(PACKAGE),
        dataset.name: tuple(records),
    }


def counter_path(counter: str) -> str:
    """Returns the path of the table of one counter's records, for spreadsheets."""
    return f"{FOLDER}counters/{counter}-excel.csv"


def data_links(context: Context, lang: str, path: str) -> tuple[Link, ...]:
    """Returns the downloads of figures and counters, and of what describes them, for the page at `path`."""
    links = [_link(context, lang, path, dataset, form) for dataset, forms in _LINKED for form in forms]
    return (*links, Link(context.t(lang, "data_package"), relative(path, PACKAGE)))


def story_links(context: Context, lang: str, path: str) -> tuple[Link, ...]:
    """Returns the downloads of the list of stories, for the page at `path`."""
    return tuple(_link(context, lang, path, stories.DATASET, form) for form in ("excel", "csv", "json"))


def counter_links(context: Context, counter: str, lang: str, path: str) -> tuple[Link, ...]:
    """Returns the download of what a counter rests on, if there is anything, for the page at `path`."""
    counted = context.counters[counter]
    n = len(counted.contributions) + len(counted.left_out)
    if not n:
        return ()
    label = counted.definition.label[lang]
    text = context.t(lang, "data_records_of", n=n, name=label)
    return (Link(text, relative(path, counter_path(counter))),)


def _link(context: Context, lang: str, path: str, dataset: Dataset, form: str) -> Link:
    name = context.t(lang, f"data_{dataset.name.replace('-', '_')}")
    ending = {"excel": "-excel.csv", "csv": ".csv", "json": ".json"}[form]
    text = context.t(lang, f"data_as_{form}", name=name)
    return Link(text, relative(path, f"{FOLDER}{dataset.name}{ending}"))
