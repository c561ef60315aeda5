"""Open data: figures, counters and stories as JSON and CSV, and files that describe them to programs.

docs/open-data.md says what each file and field means, and how to work out each total again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType

from sfwgen.each import Each, one_by_one
from sfwgen.plan.context import Context, relative
from sfwgen.plan.data import Json, TextData, WrittenData
from sfwgen.plan.open_data import counters, figures, registers, stories
from sfwgen.plan.open_data.csvw import make_metadata
from sfwgen.plan.open_data.fields import Dataset, Record, table_of
from sfwgen.plan.open_data.package import licence_record, make_package
from sfwgen.plan.open_data.schemas import make_schema
from sfwgen.plan.open_data.values import texts
from sfwgen.plan.outputs import DataOutput
from sfwgen.plan.registers import find_recorded
from sfwgen.plan.scenes import digest_whole, face_of
from sfwgen.plan.views import Link
from sfwgen.plan.writing import write_csv, write_document, write_json
from sfwgen.values import digest_of

FOLDER = "data/"
PACKAGE = f"{FOLDER}datapackage.json"
DATASETS = (figures.DATASET, counters.DATASET, counters.RECORDS, registers.DATASET, stories.DATASET)
"""Every data set that a site may have; that of registers is there only where totals rest on some."""

_NO_SIZES: Mapping[str, int] = MappingProxyType({})
_LINKED = (
    (figures.DATASET, ("excel", "csv", "json")),
    (counters.DATASET, ("excel", "csv", "json")),
    (counters.RECORDS, ("excel", "csv")),
)


def data_outputs(context: Context, each: Each = one_by_one) -> tuple[DataOutput, ...]:
    """Returns every file of open data: of what is public, which is all that the context holds.

    They are made from the faces of the stories, and from all that is not of single stories.
    """
    site = context.site
    whole = [digest_whole(context, language.id) for language in context.languages]
    key = digest_of((whole, list(map(face_of, site.stories)), site.tallies, site.registers))
    (outputs,) = each("open data", [key], lambda _: _outputs(context))
    return outputs


def _outputs(context: Context) -> tuple[DataOutput, ...]:
    source = context.site.config.location
    files = {name: text.encode() for name, text in _files(context)}
    address = context.permalinks.absolute(PACKAGE)
    package = write_json(make_package(context, address, datasets_of(context), files))
    files["datapackage.json"] = package.encode()
    outputs = [DataOutput(f"{FOLDER}{name}", WrittenData(data), source) for name, data in files.items()]
    return (*outputs, DataOutput(f"{FOLDER}SHA256SUMS", TextData(_checksums(files)), source))


def sizes_of(outputs: Iterable[DataOutput]) -> Mapping[str, int]:
    """Returns how many bytes each file of open data has, by path."""
    return {each.path: len(each.data.content) for each in outputs if isinstance(each.data, WrittenData)}


def datasets_of(context: Context) -> tuple[Dataset, ...]:
    """Returns the data sets that the site has."""
    counted = context.counters.values()
    has_registers = any(find_recorded(context, counter) is not None for counter in counted)
    return tuple(each for each in DATASETS if has_registers or each is not registers.DATASET)


def _checksums(files: Mapping[str, bytes]) -> str:
    """The digest of each file as `sha256sum -c` reads it."""
    return "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))


def _files(context: Context) -> Iterator[tuple[str, str]]:
    told = figures.figure_records(context)
    by_counter = {
        id_: counters.records_of(context, counter, told) for id_, counter in sorted(context.counters.items())
    }
    records: Mapping[str, Sequence[Record]] = {
        figures.DATASET.name: tuple(told.values()),
        counters.DATASET.name: counters.counter_records(context, by_counter),
        counters.RECORDS.name: [each for found in by_counter.values() for each in found],
        registers.DATASET.name: registers.register_records(context),
        stories.DATASET.name: stories.story_records(context),
    }
    datasets = datasets_of(context)
    for dataset in datasets:
        yield from _forms(context, dataset, records[dataset.name])
    for id_, found in by_counter.items():
        yield _counter_file(id_), write_csv(table_of(counters.RECORDS, found, context.languages, bom=True))
    yield "csv-metadata.json", write_json(make_metadata(context, datasets))


def _forms(context: Context, dataset: Dataset, records: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """A data set as a table, once more as one for spreadsheets, and as a document with its schema."""
    table = table_of(dataset, records, context.languages, bom=False)
    yield f"{dataset.name}.csv", write_csv(table)
    yield f"{dataset.name}-excel.csv", write_csv(replace(table, bom=True))
    if dataset.as_document:
        name = f"{dataset.name}.schema.json"
        address = context.permalinks.absolute(f"{FOLDER}{name}")
        yield f"{dataset.name}.json", write_document(_document(context, dataset, records, address))
        yield name, write_json(make_schema(context, dataset, address))


def _document(context: Context, dataset: Dataset, records: Sequence[Record], schema: str) -> dict[str, Json]:
    config = context.site.config
    return {
        "$schema": schema,
        "title": texts(context, config.title),
        "homepage": config.url,
        "license": licence_record(context, config.licence) if config.licence else None,
        "as_of": str(config.as_of) if config.as_of else None,
        "package": context.permalinks.absolute(PACKAGE),
        dataset.name: tuple(dict(each) for each in records),
    }


def counter_path(counter: str) -> str:
    """Returns the path of the table of one counter's records, for spreadsheets."""
    return f"{FOLDER}{_counter_file(counter)}"


def _counter_file(counter: str) -> str:
    return f"counters/{counter}-excel.csv"


def data_links(
    context: Context, lang: str, path: str, sizes: Mapping[str, int] = _NO_SIZES
) -> tuple[Link, ...]:
    """Returns the downloads of figures and counters, and of what describes them, for the page at `path`.

    `sizes` are in bytes by path; what has one says it.
    """
    links = [_link(context, lang, path, dataset, form, sizes) for dataset, forms in _LINKED for form in forms]
    package = f"{context.t(lang, 'data_package')}{_size(context, lang, sizes.get(PACKAGE))}"
    return (*links, Link(package, relative(path, PACKAGE)))


def _size(context: Context, lang: str, size: int | None) -> str:
    return "" if size is None else f"{context.t(lang, 'comma')}{max(1, round(size / 1000))}\u00a0KB"


def story_links(context: Context, lang: str, path: str) -> tuple[Link, ...]:
    """Returns the downloads of the list of stories, for the page at `path`."""
    forms = ("excel", "csv", "json")
    return tuple(_link(context, lang, path, stories.DATASET, form, _NO_SIZES) for form in forms)


def counter_links(
    context: Context, counter: str, lang: str, path: str, sizes: Mapping[str, int] = _NO_SIZES
) -> tuple[Link, ...]:
    """Returns the download of what a counter rests on, if there is anything, for the page at `path`."""
    counted = context.counters[counter]
    n = len(counted.contributions) + len(counted.left_out)
    if not n:
        return ()
    label = counted.definition.label[lang]
    file = counter_path(counter)
    text = f"{context.t(lang, 'data_records_of', n=n, name=label)}{_size(context, lang, sizes.get(file))}"
    return (Link(text, relative(path, file)),)


def _link(
    context: Context, lang: str, path: str, dataset: Dataset, form: str, sizes: Mapping[str, int]
) -> Link:
    name = context.t(lang, f"data_{dataset.name.replace('-', '_')}")
    ending = {"excel": "-excel.csv", "csv": ".csv", "json": ".json"}[form]
    file = f"{FOLDER}{dataset.name}{ending}"
    text = f"{context.t(lang, f'data_as_{form}', name=name)}{_size(context, lang, sizes.get(file))}"
    return Link(text, relative(path, file))
