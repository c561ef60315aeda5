"""Forms of words as patterns, and Markdown with only what a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sfwgen.content.markdown.mask import mask_code
from sfwgen.languages import family

_UNSEEN = re.compile(
    r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*"  # the target of a link
    r"|^ {0,3}\[[^\]\n]*\]:[^\n]*"  # a reference
    r"|<[^<>\n]*>"  # a tag, an autolink
    r"|(?:https?://|mailto:)[^\s()<>]+",
    re.MULTILINE | re.IGNORECASE,
)
_BLOT = "\ufffc"
_GAPS = re.compile(r"[\s-]+")


def readable(markdown: str) -> str:
    """Returns a Markdown text, as long as before, with code, targets and tags blotted out."""
    return _UNSEEN.sub(lambda match: _BLOT * len(match[0]), mask_code(markdown))


def form_pattern(form: str, lang: str) -> str:
    """Returns a pattern for a form of words as it may stand in running text.

    In Chinese a line may end inside it. Elsewhere spaces and hyphens are alike, whole words are meant, and
    the last one may stand in the plural.
    """
    if family(lang) == "zh":
        return r"\n?".join(map(re.escape, form))
    words = _GAPS.split(form.strip())
    pattern = r"[\s-]+".join(re.escape(word).replace("’", "'").replace("'", "['’]") for word in words)
    if form.endswith("ies"):
        pattern = pattern.removesuffix("ies") + "(?:ies|y)"
    elif re.search(r"[b-df-hj-np-tv-z]y\Z", form):
        pattern = pattern.removesuffix("y") + "(?:y|ies)"
    elif form[-1:].isascii() and form[-1:].isalpha():
        pattern += "(?:e?s)?"
    # Not `\b`: Chinese characters count as letters, and English stands beside them without a space.
    return rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])"


def forms_pattern(forms: Iterable[str], lang: str) -> re.Pattern[str] | None:
    """Returns a pattern with a group for each form, or None if there are none; give longer ones first."""
    patterns = [f"({form_pattern(form, lang)})" for form in forms]
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def longest_first(forms: Iterable[str]) -> list[str]:
    """Returns forms in the order in which a pattern has to try them, each once."""
    return sorted(dict.fromkeys(forms), key=lambda form: (-len(form), form))
