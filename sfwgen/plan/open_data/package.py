"""The data package (Data Package v2): what each table holds, its digest, its licence and sources."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from urllib.parse import urlsplit

from sfwgen.counters import Owner
from sfwgen.model import Language, Licence, Localized
from sfwgen.plan.context import Context
from sfwgen.plan.data import Json
from sfwgen.plan.open_data.fields import SEPARATOR, Dataset, Field, Kind, columns_of
from sfwgen.plan.open_data.values import all_sources, texts

_PROFILES = "https://datapackage.org/profiles/2.0/"
_TYPES: Mapping[Kind, dict[str, Json]] = {
    Kind.LIST: {"type": "list", "itemType": "string", "delimiter": SEPARATOR},
}
_NOT_IN_NAMES = re.compile(r"[^-a-z0-9._/]+")


def make_package(
    context: Context, address: str, datasets: Sequence[Dataset], files: Mapping[str, bytes]
) -> Json:
    """Returns the description of the tables for its own address; `files` are those beside it, by name."""
    config = context.site.config
    package: dict[str, Json] = {
        "$schema": f"{_PROFILES}datapackage.json",
        "name": _NOT_IN_NAMES.sub("-", urlsplit(config.url).hostname or "data"),
        "id": address,
        **_titles(config.title, config.description, config.default),
        "homepage": config.url,
    }
    if config.licence:
        package["licenses"] = (licence_record(context, config.licence),)
    owners: tuple[Owner, ...] = (*context.site.stories, *context.site.tallies)
    sources = tuple(_source(context, source.text, source.url) for source in all_sources(owners))
    if sources:
        package["sources"] = sources
    if config.official and config.publisher:
        title = config.publisher.get(config.default.id, "")
        package["contributors"] = ({"title": title, "roles": ("publisher",)},)
    package["resources"] = tuple(
        _resource(context, dataset, files[f"{dataset.name}.csv"]) for dataset in datasets
    )
    return package


def licence_record(context: Context, licence: Licence) -> dict[str, Json]:
    """Returns a licence as data files state it, its title in the default language."""
    return {
        "name": licence.id,
        "path": licence.url,
        "title": licence.title[context.site.config.default.id],
    }


def _titles(title: Localized, description: Localized, default: Language) -> dict[str, Json]:
    """A title and a description in the default language, as the format has them, and in every language."""
    default_texts = {"title": title.get(default.id, ""), "description": description.get(default.id, "")}
    localized = {
        f"{name}_{lang}": text
        for name, words in (("title", title), ("description", description))
        for lang, text in words.items()
    }
    return {name: text for name, text in (default_texts | localized).items() if text}


def _source(context: Context, words: Localized, url: str | None) -> Json:
    default = context.site.config.default.id
    source: dict[str, Json] = {"title": words.get(default) or next(iter(words.values()))}
    named = texts(context, words)
    if isinstance(named, dict):
        source |= {f"title_{lang}": text for lang, text in named.items()}
    return source | ({"path": url} if url else {})


def _resource(context: Context, dataset: Dataset, content: bytes) -> Json:
    names = {"zh": dataset.zh, "en": dataset.en}
    words = {"zh": dataset.zh_text, "en": dataset.en_text}
    return {
        "$schema": f"{_PROFILES}dataresource.json",
        "name": dataset.name,
        "type": "table",
        "path": f"{dataset.name}.csv",
        **_titles(names, words, _documented(context)),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "dialect": {
            "$schema": f"{_PROFILES}tabledialect.json",
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
        "schema": _schema(context, dataset),
    }


def _documented(context: Context) -> Language:
    """The language of plain titles: Chinese where the site's default is Chinese, else English."""
    default = context.site.config.default
    return default if default.id == "zh" else Language("en", "en", "English")


def _schema(context: Context, dataset: Dataset) -> Json:
    columns = columns_of(dataset, context.languages)
    tags = {language.id: language.tag for language in context.languages}
    schema: dict[str, Json] = {
        "$schema": f"{_PROFILES}tableschema.json",
        "fields": tuple(_field(context, name, field, tags.get(lang, "")) for name, field, lang in columns),
        "missingValues": ("",),
        "primaryKey": dataset.key,
    }
    if dataset.refers:
        schema["foreignKeys"] = tuple(
            {"fields": (field,), "reference": {"resource": resource, "fields": ("id",)}}
            for field, resource in dataset.refers
        )
    return schema


def _field(context: Context, name: str, field: Field, tag: str) -> Json:
    zh, en = (f"{field.zh}（{tag}）", f"{field.en} ({tag})") if tag else (field.zh, field.en)
    described: dict[str, Json] = {"name": name, **_TYPES.get(field.kind, {"type": field.kind.value})}
    words = {"zh": field.zh_text, "en": field.en_text}
    described |= _titles({"zh": zh, "en": en}, words, _documented(context))
    constraints: dict[str, Json] = {}
    # A text may lack in a language; only one without languages can be demanded of every row.
    if field.required and not field.localized:
        constraints["required"] = True
    if field.choices:
        constraints["enum"] = field.choices
    return described | ({"constraints": constraints} if constraints else {})
