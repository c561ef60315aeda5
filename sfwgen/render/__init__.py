"""Views to text: the template engine, what a template draws on, and its faults as diagnostics."""

from sfwgen.render.closure import Templates, read_templates, template_closure
from sfwgen.render.faults import RenderError
from sfwgen.render.filters import NO_FILTERS, Filters, filter_names, make_filters, sign_filters
from sfwgen.render.renderer import Renderer, check_templates

__all__ = [
    "NO_FILTERS",
    "Filters",
    "RenderError",
    "Renderer",
    "Templates",
    "check_templates",
    "filter_names",
    "make_filters",
    "read_templates",
    "sign_filters",
    "template_closure",
]
