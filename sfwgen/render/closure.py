"""What a template draws on: itself and every template that it extends, includes or imports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sfwgen.diagnostics import Diagnostic
from sfwgen.render.faults import render_error
from sfwgen.render.filters import NO_FILTERS, Filters
from sfwgen.render.renderer import check_templates, parse_template
from sfwgen.theme import Theme


@dataclass(frozen=True, slots=True)
class Templates:
    """What can be said of a theme's templates before a page is made: what each draws on, what is wrong."""

    closures: Mapping[str, frozenset[str]]
    faults: tuple[Diagnostic, ...]


def read_templates(theme: Theme, filters: Filters = NO_FILTERS) -> Templates:
    """Returns what each template draws on, or all that is wrong with the templates."""
    faults = check_templates(theme, filters)
    if faults:
        return Templates({}, faults)
    drawn = {name: tuple(_referenced(theme, name)) for name in theme.templates}
    return Templates({name: _closure(theme, name, drawn) for name in theme.templates}, ())


def template_closure(theme: Theme, template: str) -> frozenset[str]:
    """Returns the names of a template and of all it draws on, directly or through others.

    A name computed while rendering may be any template, so it stands for all. Names that no template has are
    left out: rendering reports them. Raises RenderError where a template cannot be parsed.
    """
    return _closure(theme, template, {})


def _closure(theme: Theme, template: str, drawn: Mapping[str, tuple[str | None, ...]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [template]
    while waiting:
        name = waiting.pop()
        if name in found or name not in theme.templates:
            continue
        found.add(name)
        for used in drawn[name] if name in drawn else _referenced(theme, name):
            if used is None:
                return frozenset(theme.templates)
            waiting.append(used)
    return frozenset(found)


def _referenced(theme: Theme, name: str) -> Iterator[str | None]:
    from jinja2 import TemplateError, meta

    try:
        tree = parse_template(name, theme.templates[name])
    except TemplateError as error:
        raise render_error(error, name) from error
    yield from meta.find_referenced_templates(tree)
