"""Faults of templates as diagnostics with the template's name and line."""

from __future__ import annotations

import re
import traceback

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.extensions import ExtensionError
from sfwgen.render.watchdog import StuckError
from sfwgen.theme import FOLDER

# Theme authors know a view by its name, not by where its class stands.
_OWN_TYPE = re.compile(r"'sfwgen\.[\w.]*?\.(\w+) object'")


class RenderError(Exception):
    """A template could not be rendered. `diagnostic` says where and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class TemplateKeyError(Exception):
    """A template asked for an interface string that does not exist, or left out one of its words."""


def render_error(error: Exception, template: str, page: str = "") -> RenderError:
    """Returns the exception that reports a fault met while rendering `template`, for a page by its path."""
    return RenderError(diagnose(error, template, page))


def diagnose(error: Exception, template: str, page: str = "") -> Diagnostic:
    """Returns the diagnostic for what a template engine raised while at work on `template`."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

    if isinstance(error, TemplateSyntaxError):
        place = Location(error.filename or f"{FOLDER}/{error.name or template}", error.lineno)
        return fault("template-syntax", place, problem=error.message or "")
    place = _place(error, template)
    if isinstance(error, TemplateNotFound):
        return fault("template-missing", place, template=error.name or template)
    if isinstance(error, RecursionError):
        return fault("template-recursion", Location(f"{FOLDER}/{template}"), template=template)
    if isinstance(error, StuckError):
        zh, en = error.limit.value
        return fault("template-stuck", place, page=page, limit_zh=zh, limit_en=en)
    if isinstance(error, ExtensionError):
        hook, problem = error.hook, error.problem
        return fault("extension-failed", place, name=error.extension, hook=hook, problem=problem)
    if isinstance(error, UndefinedError):
        return fault("template-undefined", place, problem=_OWN_TYPE.sub(r"\1", error.message or ""))
    if isinstance(error, TemplateKeyError):
        return fault("template-string-unknown", place, problem=error.args[0])
    return fault("template-error", place, problem=f"{type(error).__name__}: {error}")


def _place(error: Exception, template: str) -> Location:
    """The innermost line of a template in the traceback: Jinja names its frames after the template's file."""
    frames = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.startswith(f"{FOLDER}/")
    ]
    if not frames:
        return Location(f"{FOLDER}/{template}")
    return Location(frames[-1].filename, frames[-1].lineno or 0)
