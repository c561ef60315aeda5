"""Prose against data: each figure of the site's texts is explained, or reported with what comes closest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sfwgen.diagnostics import Diagnostic, Location, Severity, fault, sort_diagnostics
from sfwgen.figures import says_in_words
from sfwgen.languages import family
from sfwgen.model import Figure, FigurePolicy, FigureSlot, Page, Site, Story
from sfwgen.prose.binding import Binding, Bond
from sfwgen.prose.dating import DateSlip, Spot
from sfwgen.prose.locate import Places
from sfwgen.prose.matching import Slip, figure_name
from sfwgen.prose.passages import Document, Where
from sfwgen.prose.reading import MAX_FIGURES, Prose, Text, own_figures
from sfwgen.stated import figure_text


def check_prose(site: Site, prose: Prose, sources: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Returns what is wrong with figures and dates in texts, as the policy of each section says, sorted."""
    faults: list[Diagnostic] = []
    places = Places(sources)
    for text in prose.texts:
        policy = _policy(site, text.document)
        if text.beyond is not None:
            # What came before is not told one by one: it is a table, or an accident.
            faults.append(fault("figures-too-many", text.beyond, limit=f"{MAX_FIGURES:,}"))
        elif policy is not FigurePolicy.OFF:
            faults += (_with_policy(each, policy) for each in _check_text(text, places))
    for document, slip in prose.dates:
        policy = _policy(site, document)
        if policy is not FigurePolicy.OFF:
            faults.append(_with_policy(_tell_date(document, slip, places), policy))
    unread = {text.document.location.file for text in prose.texts if text.beyond is not None}
    for story in site.stories:
        if _policy(site, story) is not FigurePolicy.OFF and story.location.file not in unread:
            faults += _check_story(site, story, prose)
            faults += _check_directions(site, story, prose, places)
    return sort_diagnostics(faults)


def _policy(site: Site, document: Document) -> FigurePolicy:
    # What the configuration and the vocabulary say stands on the home page and the figures page, with totals.
    section = {Story: "stories", Page: "pages"}.get(type(document), "bulletins")
    return site.config.figures[section]


def _with_policy(found: Diagnostic, policy: FigurePolicy) -> Diagnostic:
    lenient = policy is FigurePolicy.WARN and found.severity is Severity.ERROR
    return replace(found, severity=Severity.WARNING) if lenient else found


def _check_text(text: Text, places: Places) -> Iterator[Diagnostic]:
    figures = {figure.id: figure for figure in own_figures(text.document)}
    for binding in text.bindings:
        if binding.found.two_ways and binding.bond is not Bond.EXCUSED:
            at = places.find(
                text.document, text.lang, binding.passage, binding.found.start, binding.found.text
            )
            told = fault("figure-qualifiers-two", at, found=binding.found.text)
            yield replace(told, severity=Severity.WARNING)
        if binding.bond is Bond.NONE:
            at = places.find(
                text.document, text.lang, binding.passage, binding.found.start, binding.found.text
            )
            yield _unexplained(binding, figures.get(binding.nearest), text.lang, at)


_WRITTEN = (Where.TITLE, Where.SUMMARY, Where.BODY)
"""The parts of a story that its author writes in each language."""
_CODE_BY_SLIP = {
    Slip.QUALIFIER: "figure-qualifier-differs",
    Slip.UNIT: "figure-unit-differs",
    Slip.STATISTIC: "figure-statistic-differs",
    Slip.DIRECTION: "figure-direction-differs",
    Slip.MAGNITUDE: "figure-magnitude-differs",
    Slip.TRANSPOSED: "figure-digits-transposed",
    Slip.VALUE: "figure-value-differs",
}


def _unexplained(binding: Binding, nearest: Figure | None, lang: str, where: Location) -> Diagnostic:
    found = binding.found
    if nearest is None or binding.slip is None:
        return fault("figure-unexplained", where, found=found.text)
    return fault(
        _CODE_BY_SLIP[binding.slip],
        where,
        related=(nearest.location,),
        found=found.text,
        figure=nearest.id,
        stated=figure_name(nearest, lang)
        if binding.slip is Slip.DIRECTION
        else figure_text(nearest.quantity, nearest.metric, lang),
    )


def _tell_date(document: Document, slip: DateSlip, places: Places) -> Diagnostic:
    def place(spot: Spot) -> Location:
        return places.find(document, spot.lang, spot.passage, spot.start, spot.text)

    other = place(slip.against) if slip.against else slip.place
    related = () if other is None else (other,)
    return fault(slip.code, place(slip.at), related=related, found=slip.at.text, other=slip.other)


def _check_story(site: Site, story: Story, prose: Prose) -> Iterator[Diagnostic]:
    """Compares which figures the languages of a story cite; tells of a story that cites none of its own."""
    cited = {
        text.lang: _cited(text)
        for language in site.config.languages
        if language.id in story.texts and (text := prose.of(story, language.id))
    }
    default = site.config.default.id
    stated = {figure.id for figure in story.figures}
    if stated and default in cited and not cited[default]:
        yield fault("figures-not-cited", story.location, slug=story.slug, count=len(stated))
    for lang, ids in cited.items():
        if lang == default or default not in cited:
            continue
        for has, lacks, missing in (
            (default, lang, cited[default] - ids),
            (lang, default, ids - cited[default]),
        ):
            for id_ in sorted(missing):
                if not _is_said_in_words(prose, story, id_, has=has, lacks=lacks):
                    yield _cited_once(story, id_, has=has, lacks=lacks)


def _check_directions(site: Site, story: Story, prose: Prose, places: Places) -> Iterator[Diagnostic]:
    """Tells of a figure that one language lets rise and another fall."""
    texts = [text for each in site.config.languages if (text := prose.of(story, each.id)) is not None]
    for text in texts[1:]:
        for id_, (binding, ways) in _ways(text).items():
            first, others = _ways(texts[0]).get(id_, (binding, ways))
            if not ways & others:
                at, other = (
                    places.find(story, of.lang, each.passage, each.found.start, each.found.text)
                    for of, each in ((text, binding), (texts[0], first))
                )
                words = {"found": binding.found.text, "figure": id_, "stated": first.found.text}
                yield fault("figure-direction-differs", at, related=(other,), **words)


def _ways(text: Text) -> dict[str, tuple[Binding, set[str]]]:
    """In which ways the figures of a story go in its text, with the place that says so first."""
    found: dict[str, tuple[Binding, set[str]]] = {}
    for each in text.bindings:
        if each.figure and each.found.direction and each.where in _WRITTEN:
            found.setdefault(each.figure, (each, set()))[1].add(each.found.direction)
    return found


def _cited(text: Text) -> set[str]:
    """The ids of the story's own figures that its written text cites: filled in, in words, or with a slip."""
    ids = slot_ids(text)
    ids |= {each.figure or each.nearest for each in text.bindings if each.where in _WRITTEN}
    return ids - {""}


def slot_ids(text: Text) -> set[str]:
    """Returns the ids of the figures that are filled into a text."""
    story_text = text.document.texts.get(text.lang) if isinstance(text.document, Story) else None
    if story_text is None:
        return set()
    parts = (*story_text.title.parts, *story_text.summary.parts, *story_text.body.parts)
    return {part.figure for part in parts if isinstance(part, FigureSlot)}


def _is_said_in_words(prose: Prose, story: Story, id_: str, *, has: str, lacks: str) -> bool:
    """Whether one language says in words what another cites as a figure: a month, all of them, nobody."""
    one, other = prose.of(story, has), prose.of(story, lacks)
    if one is None or other is None or family(has) == family(lacks):
        return False
    passages = one.passages
    cited = next((each for each in one.bindings if each.figure == id_ and each.where in _WRITTEN), None)
    if cited is None:
        return False
    words = "\n".join(each.text for each in other.passages if each.where in _WRITTEN)
    return says_in_words(words, lacks, cited.found, passages[cited.passage].text, has)


def _cited_once(story: Story, id_: str, *, has: str, lacks: str) -> Diagnostic:
    figure = next(each for each in story.figures if each.id == id_)
    return fault(
        "translation-figure-missing",
        Location(story.texts[lacks].file, 1, 1),
        related=(Location(story.texts[has].file, 1, 1), figure.location),
        figure=id_,
        stated=figure_text(figure.quantity, figure.metric, lacks),
        other=Location(story.texts[has].file).file,
    )
