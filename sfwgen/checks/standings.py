"""Translations whose original has changed since they were confirmed, by the policy of their section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.model import MissingTranslation, SiteConfig
from sfwgen.translations import PieceState, Standing, TranslationState

_NAMED_AT_MOST = 5


def check_standings(standings: Iterable[Standing], config: SiteConfig) -> Iterator[Diagnostic]:
    """Yields a fault for each stale translation; one that nobody ever confirmed is none."""
    names = {language.id: language.name for language in config.languages}
    for standing in standings:
        if standing.state is TranslationState.STALE:
            policy = config.missing.get(standing.document.partition("/")[0], MissingTranslation.NOTICE)
            code = "translation-outdated" if policy is MissingTranslation.FAIL else "translation-stale"
            outdated = standing.outdated
            places = dict.fromkeys(each.original.location for each in outdated if each.original is not None)
            counts = {state: sum(each.state is state for each in outdated) for state in PieceState}
            yield fault(
                code,
                _place(standing),
                related=tuple(places)[:_NAMED_AT_MOST],
                document=standing.document,
                name=names[standing.lang],
                stale=counts[PieceState.STALE] or "",
                missing=counts[PieceState.MISSING] or "",
                superfluous=counts[PieceState.SUPERFLUOUS] or "",
            )


def _place(standing: Standing) -> Location:
    """The first piece of the translation that is concerned."""
    places = (each.translated.location for each in standing.outdated if each.translated is not None)
    return next(places, Location(standing.file))
