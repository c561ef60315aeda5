"""The figures of a story that is begun: as options, or asked for one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sfwgen.cli.commands.new_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault, join, nearest
from sfwgen.figures import Found, read
from sfwgen.model import Metric, MetricKind, Site, Unit
from sfwgen.scaffold import FigureDraft


def chosen_figures(site: Site, arguments: Arguments, console: Console) -> tuple[FigureDraft, ...]:
    """Returns the figures of --figure NAME=VALUE; raises RefusedFault, in words, for one that is none."""
    drafts: list[FigureDraft] = []
    for word in arguments.texts("figure"):
        name, equals, value = (part.strip() for part in word.partition("="))
        found = _read(value, site) if equals else None
        if found is None:
            said = tell(console.lang, "figure-unreadable", word=shown(word))
            raise RefusedFault(said, arguments.command)
        metric = _find(name, site)
        if metric is None and "/" not in name:
            known = [
                text for each in site.vocabulary.metrics.values() for text in (each.id, *each.label.values())
            ]
            said = tell(console.lang, "figure-unknown", name=shown(name), value=shown(value))
            near = nearest(name, known, console.lang)
            raise RefusedFault(join(console.lang, said, near), arguments.command)
        unit = None if metric else unit_of(found, site)
        if metric is None and unit is None:
            said = tell(console.lang, "figure-no-unit", unit=shown(found.unit or value))
            raise RefusedFault(said, arguments.command)
        drafts.append(_draft(metric, unit, _labels(name, site), value, drafts))
    return tuple(drafts)


def ask_figures(site: Site, console: Console) -> tuple[FigureDraft, ...]:
    """Returns the figures that the user names, until an empty answer; each is read as it is typed."""
    drafts: list[FigureDraft] = []
    while value := _ask(console, "ask-figure"):
        found = _read(value, site)
        if found is None:
            console.print_aside(tell(console.lang, "figure-unreadable", word=shown(value)))
            continue
        metric = _ask_metric(found, site, console)
        unit = None if metric else unit_of(found, site)
        labels = {} if metric else _ask_labels(site, unit, found, console)
        if metric or labels:
            drafts.append(_draft(metric, unit, labels, value, drafts))
    return tuple(drafts)


def _ask(console: Console, key: str, **words: object) -> str:
    console.prompt(tell(console.lang, key, **words))
    return console.read_line()


def _ask_metric(found: Found, site: Site, console: Console) -> Metric | None:
    """The metric that a figure is one of, chosen from those that are counted in its unit."""
    fitting = [each for each in site.vocabulary.metrics.values() if fits(found, each)]
    if not fitting:
        return None
    lines = "".join(
        f"  {number}  {shown(_label(metric, console.lang))}  {metric.id}\n"
        for number, metric in enumerate(fitting, 1)
    )
    while answer := _ask(console, "ask-metric", known=lines):
        if answer.isdecimal() and 0 < int(answer) <= len(fitting):
            return fitting[int(answer) - 1]
        if answer == "0":
            return None
        metric = _find(answer, site)
        if metric is not None:
            return metric
        console.print_aside(tell(console.lang, "metric-unknown", word=shown(answer)))
    return None


def _ask_labels(site: Site, unit: Unit | None, found: Found, console: Console) -> dict[str, str]:
    """What a figure is called that is one of no metric; nothing where it is given up."""
    if unit is None:
        console.print_aside(tell(console.lang, "figure-no-unit", unit=shown(found.unit or found.text)))
        return {}
    labels = {}
    for language in site.config.languages:
        labels[language.id] = _ask(console, "ask-label", language=language.name)
        if not labels[language.id]:
            return {}
    return labels


def _draft(
    metric: Metric | None,
    unit: Unit | None,
    labels: dict[str, str],
    value: str,
    before: Sequence[FigureDraft],
) -> FigureDraft:
    name = metric.id if metric else "figure"
    taken = {each.id for each in before}
    free = (id_ for id_ in _names(name) if id_ not in taken)
    dated = metric is not None and metric.kind is MetricKind.STOCK
    id_ = next(free)
    return FigureDraft(id_, metric.id if metric else "", unit.id if unit else "", labels, value, dated=dated)


def _names(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}_{number}"
        number += 1


def _read(value: str, site: Site) -> Found | None:
    for language in site.config.languages:
        found = read(value, language.id)
        if found is not None:
            return found
    return None


def fits(found: Found, metric: Metric) -> bool:
    """Returns whether a figure is counted in the unit, or by the noun, of a metric."""
    nouns = {word for words in metric.noun.values() for word in words}
    return bool(found.unit) and found.unit.casefold() in _forms(metric.unit) | {
        each.casefold() for each in nouns
    }


def unit_of(found: Found, site: Site) -> Unit | None:
    """Returns the unit of the vocabulary that a figure is printed with."""
    wanted = found.unit.casefold()
    return next((each for each in site.vocabulary.units.values() if wanted in _forms(each)), None)


def _forms(unit: Unit) -> set[str]:
    return {form.casefold() for form in (unit.zh, *unit.also, *unit.en) if form}


def _find(name: str, site: Site) -> Metric | None:
    metrics = site.vocabulary.metrics.values()
    return next((each for each in metrics if name == each.id or name in each.label.values()), None)


def _labels(name: str, site: Site) -> dict[str, str]:
    """The names of a figure that is one of no metric, as `人行道/Pavement`, in the order of the languages."""
    parts = [part.strip() for part in name.split("/")]
    return {language.id: part for language, part in zip(site.config.languages, parts, strict=False)}


def _label(metric: Metric, lang: str) -> str:
    return metric.label.get(lang) or next(iter(metric.label.values()), metric.id)
