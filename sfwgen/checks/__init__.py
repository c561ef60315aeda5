"""Rules over the site and over the finished outputs. A rule reports; it changes nothing."""

from __future__ import annotations

from sfwgen.checks.outputs import check_outputs
from sfwgen.checks.site import check_site

__all__ = ["check_outputs", "check_site"]
