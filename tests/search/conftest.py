"""The example's site, as the tests of the whole site have it."""

from __future__ import annotations

from tests.site.conftest import folder

__all__ = ["folder"]
