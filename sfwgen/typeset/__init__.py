"""Printed documents as PDF, set by typst: an extra (`pip install sfwgen[pdf]`), loaded on first use."""

from sfwgen.typeset.fonts import Faces
from sfwgen.typeset.printing import prepare_faces, print_issues

__all__ = ["Faces", "prepare_faces", "print_issues"]
