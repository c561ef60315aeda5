"""Views to text: the template engine, what a template draws on, and its faults as diagnostics."""

from sfwgen.render.closure import template_closure
from sfwgen.render.faults import RenderError
from sfwgen.render.renderer import Renderer, check_templates

__all__ = ["RenderError", "Renderer", "check_templates", "template_closure"]
