"""The figures of a text that is imported, each as it may be written under `figures` once it is checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sfwgen.cli.commands.import_words import tell
from sfwgen.cli.commands.new_figures import fits, unit_of
from sfwgen.content.quoting import yaml_text
from sfwgen.figures import Found, find
from sfwgen.model import Site


def offered(paragraphs: Iterable[str], site: Site, lang: str = "") -> Iterator[str]:
    """Yields each figure of texts once, with the metrics it may be one of; in `lang`, else the default."""
    language = "zh" if (lang or site.config.default.id) == "zh" else "en"
    # A number without a unit is mostly that of a heading, a year or a list.
    found = {each.text: each for text in paragraphs for each in find(text, language) if each.unit}
    for number, each in enumerate(found.values(), 1):
        yield _offer(each, number, site)


def _offer(found: Found, number: int, site: Site) -> str:
    lang = site.config.default.id
    value = yaml_text(found.text)
    metrics = [metric for metric in site.vocabulary.metrics.values() if fits(found, metric)]
    if metrics:
        others = f" {tell(lang, 'or')} ".join(
            f"{each.id} {each.label.get(lang, '')}".strip() for each in metrics
        )
        return f"- {{metric: {metrics[0].id}, value: {value}}}    # {others}"
    unit = unit_of(found, site)
    if unit is not None:
        labels = ", ".join(f"{each.id}: …" for each in site.config.languages)
        return f"- {{id: figure_{number}, label: {{{labels}}}, unit: {unit.id}, value: {value}}}"
    return f"{found.text}    # {tell(lang, 'unit-unknown', unit=found.unit)}"
