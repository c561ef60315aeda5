"""Views to text: the template engine, what a template draws on, and its faults as diagnostics."""

from sfwgen.render.closure import Templates, read_templates, template_closure
from sfwgen.render.faults import RenderError
from sfwgen.render.renderer import Renderer, check_templates

__all__ = ["RenderError", "Renderer", "Templates", "check_templates", "read_templates", "template_closure"]
