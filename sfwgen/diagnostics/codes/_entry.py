"""Short constructors for the entries of the code table."""

from sfwgen.diagnostics.model import Code, Message, Severity

Texts = tuple[str, str]


def error(slug: str, *, zh: Texts, en: Texts) -> Code:
    """Returns the entry of an error; each language gives (what is wrong, what to do)."""
    return Code(slug, Severity.ERROR, Message(*zh), Message(*en))


def warning(slug: str, *, zh: Texts, en: Texts) -> Code:
    """Returns the entry of a warning; each language gives (what is wrong, what to do)."""
    return Code(slug, Severity.WARNING, Message(*zh), Message(*en))


def note(slug: str, *, zh: Texts, en: Texts) -> Code:
    """Returns the entry of a note; each language gives (what is so, what may be done)."""
    return Code(slug, Severity.NOTE, Message(*zh), Message(*en))
