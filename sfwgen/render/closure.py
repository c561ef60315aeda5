"""What a template draws on: itself and every template that it extends, includes or imports."""

from __future__ import annotations

from sfwgen.render.faults import render_error
from sfwgen.render.renderer import make_environment
from sfwgen.theme import Theme


def template_closure(theme: Theme, template: str) -> frozenset[str]:
    """Returns the names of a template and of all it draws on, directly or through others.

    A name computed while rendering may be any template, so it stands for all. Names that no template has are
    left out: rendering reports them. Raises RenderError where a template cannot be parsed.
    """
    from jinja2 import TemplateError, meta

    environment = make_environment(theme.templates)
    found: set[str] = set()
    waiting = [template]
    while waiting:
        name = waiting.pop()
        if name in found or name not in theme.templates:
            continue
        found.add(name)
        try:
            tree = environment.parse(theme.templates[name], name)
        except TemplateError as error:
            raise render_error(error, name) from error
        for used in meta.find_referenced_templates(tree):
            if used is None:
                return frozenset(theme.templates)
            waiting.append(used)
    return frozenset(found)
