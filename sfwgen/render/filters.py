"""Filters that extensions add to the template engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from sfwgen.extensions import Hook


@cache
def filter_names() -> frozenset[str]:
    """Returns the names that no extension may give a filter: ours, and all of Jinja's own, used or not."""
    from jinja2.filters import FILTERS

    from sfwgen.render.renderer import make_environment

    return frozenset((*FILTERS, *make_environment({}).filters))


@dataclass(frozen=True, slots=True)
class AddedFilter:
    """A filter of an extension: it gives text, numbers and lists of these, and never markup."""

    hook: Hook

    def __call__(self, value: object, *arguments: object, **options: object) -> object:
        """Returns what the function gives; a text is escaped as any other, whatever it says of itself."""
        from jinja2 import UndefinedError

        try:
            given = self.hook.function(value, *arguments, **options)
        except UndefinedError:
            raise
        except Exception as error:
            raise self.hook.error(error) from error
        return self._plain(given)

    def _plain(self, given: object) -> object:
        if isinstance(given, str):
            # A text that claims to be markup (`Markup`) is one no longer.
            return str.__str__(given)
        if given is None or isinstance(given, bool | int | Decimal):
            return given
        if isinstance(given, list | tuple):
            return tuple(self._plain(each) for each in given)
        raise self.hook.wrong(given)


Filters = Mapping[str, AddedFilter]
"""Filters of extensions by the names under which templates use them."""
NO_FILTERS: Filters = MappingProxyType({})


def make_filters(hooks: Sequence[Hook]) -> Filters:
    """Returns the filters of extensions as templates call them."""
    return {hook.name: AddedFilter(hook) for hook in hooks}


def sign_filters(filters: Filters) -> tuple[tuple[str, str], ...]:
    """Returns what tells these filters from others of the same engine: their names, and whose they are."""
    return tuple((name, filters[name].hook.extension) for name in sorted(filters))
