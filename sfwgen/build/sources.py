"""What a site is made of: the files of a project that are read, each once."""

from __future__ import annotations

from sfwgen.diagnostics import Diagnostic
from sfwgen.publish import Disk, Sources, read_tree

Faults = tuple[Diagnostic, ...]

CONFIG = "config.yaml"
CONTENT = "content"
TEMPLATES = "templates"
SOURCE_FOLDERS = (CONTENT, TEMPLATES)
SOURCE_FILES = (CONFIG,)


def read_sources(disk: Disk, root: str) -> tuple[Sources, Faults]:
    """Returns the bytes of everything that a site is made of, and what could not be read."""
    return read_tree(disk, root, folders=SOURCE_FOLDERS, files=SOURCE_FILES)
