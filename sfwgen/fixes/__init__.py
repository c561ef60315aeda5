"""Slips that have one safe remedy, and the files as they are once it is applied."""

from sfwgen.fixes.fixing import Fix, FixedFile, fix

__all__ = ["Fix", "FixedFile", "fix"]
