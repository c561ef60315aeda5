"""Which figure the words around a number speak of."""

from __future__ import annotations

import re

from sfwgen.languages import family
from sfwgen.model import Figure
from sfwgen.prose.mentions import Mention

_JOINTS = re.compile(r" (?:and|but|while|with|to|of|or|in)\b")
"""Words with which the next figure of an English clause begins."""
_CLAUSE_ENDS = "，、；：。！？,;:\n"


def closeness(mention: Mention, figure: Figure) -> tuple[int, int]:
    """Returns how many words of a figure's names stand beside a mention, then in its sentence.

    Beside it is, in Chinese, its clause; in English what comes after, since that describes a noun.
    """
    lang = mention.passage.lang
    names = {texts.get(lang, "") for texts in (figure.label, figure.metric.label, figure.scope)}
    names |= set(figure.metric.noun.get(lang, ()))
    return _shared(names, _beside(mention), lang), _shared(names, mention.sentence, lang)


def names_rather(mention: Mention, figure: Figure, other: Figure) -> bool:
    """Returns whether the words beside a mention are those of one figure and none that only another has."""
    lang, beside = mention.passage.lang, _beside_alone(mention)
    own, others = _terms(figure, lang), _terms(other, lang)
    said = _said(beside, lang)
    return bool((own - others) & said) and not (others - own) & said


def count_terms(name: str, lang: str) -> int:
    """Returns how many words `speaks_of` looks for: in Chinese pairs of characters."""
    return len(_pairs(name)) if family(lang) == "zh" else len(_words(name))


def shares_term(name: str, sentence: str, lang: str) -> bool:
    """Returns whether any word of a name stands in a sentence."""
    return _shared({name}, sentence, lang) > 0


def speaks_of(name: str, sentence: str, lang: str) -> bool:
    """Returns whether every word of a name stands in a sentence."""
    if family(lang) == "zh":
        return all(pair in sentence for pair in _pairs(name))
    stems = _stems(sentence)
    return all(_stem(word) in stems for word in _words(name))


def _beside(mention: Mention) -> str:
    start, end = _span_beside(mention)
    return mention.passage.text[start:end]


def _beside_alone(mention: Mention) -> str:
    """The words beside a mention that are no other's: in 票价由2元调整为1元 not those between the two."""
    text, found = mention.passage.text, mention.found
    start, end = _span_beside(mention)
    if not text[end : end + 1].isdigit():
        return text[start:end]
    if family(mention.passage.lang) == "zh":
        return text[start : found.end]
    joint = _JOINTS.search(text, found.end, end)
    return text[start : joint.start() if joint else end]


def _span_beside(mention: Mention) -> tuple[int, int]:
    text, found = mention.passage.text, mention.found
    after = re.search(f"[{_CLAUSE_ENDS}]|[.!?](?=\\s|$)|\\d", text[found.end :])
    end = found.end + after.start() if after else len(text)
    if family(mention.passage.lang) != "zh":
        return found.start, end
    before = max((text.rfind(mark, 0, found.start) for mark in _CLAUSE_ENDS), default=-1)
    return before + 1, end


def _terms(figure: Figure, lang: str) -> set[str]:
    """The words of a figure's own name, else of its metric's; in Chinese pairs of characters."""
    name = figure.label.get(lang) or figure.metric.label.get(lang, "")
    return set(_pairs(name)) if family(lang) == "zh" else {_stem(word) for word in _words(name)}


def _said(text: str, lang: str) -> set[str]:
    return set(_pairs(text)) if family(lang) == "zh" else _stems(text)


def _shared(names: set[str], text: str, lang: str) -> int:
    if family(lang) == "zh":
        return sum(pair in text for pair in {pair for name in names for pair in _pairs(name)})
    stems = _stems(text)
    return sum(stem in stems for stem in {_stem(word) for name in names for word in _words(name)})


def _pairs(text: str) -> list[str]:
    return [text[place : place + 2] for place in range(len(text) - 1)]


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[A-Za-z]+", text) if len(word) > 3]


def _stem(word: str) -> str:
    return re.sub(r"(?:es|s|ed|ing)$", "", word.casefold())


def _stems(text: str) -> set[str]:
    return {_stem(word) for word in _words(text)}
