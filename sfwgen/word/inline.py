"""The runs of a paragraph as Markdown; what is no text goes to the collector."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sfwgen.content.text import without_invisible
from sfwgen.word.collecting import Collector
from sfwgen.word.document import Loss
from sfwgen.word.names import WP, A, Element, M, R, V, W, name_of, texts_of

BREAK = "\n"
_SPECIAL = re.compile(r"[\\`*_\[\]|]")
_ENTITY = re.compile(r"&(?=#?\w+;)|<|\{(?=[=~])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", "{": "&#123;"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufffd]")
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_FIELD_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_PASSED = {W + tag for tag in ("smartTag", "sdtContent", "fldSimple", "moveTo", "customXml", "dir", "bdo")}


def inline(element: Element, collect: Collector) -> str:
    """Returns what stands within an element as Markdown on one line, or several where it has line breaks."""
    return "".join(_parts(element, collect))


def _parts(element: Element, collect: Collector) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == W + "r":
            yield _run(child, collect)
        elif tag == W + "hyperlink":
            yield _link(child, collect)
        elif tag == W + "ins":
            collect.lose(Loss.INSERTED, texts_of(child))
            yield inline(child, collect)
        elif tag in (W + "del", W + "moveFrom"):
            collect.lose_element(Loss.DELETED, child)
        elif tag in (M + "oMath", M + "oMathPara"):
            collect.lose_element(Loss.EQUATION, child)
        elif tag in (W + "drawing", W + "pict"):
            drawing(child, collect)
        elif tag == W + "sdt" or name_of(tag) == "AlternateContent":
            yield from _chosen(child, collect)
        elif tag in _PASSED:
            yield inline(child, collect)


def _chosen(element: Element, collect: Collector) -> Iterator[str]:
    """The content of a field to fill in, or the first of several forms of one thing."""
    for child in element:
        if name_of(child.tag) in ("sdtContent", "Choice"):
            yield inline(child, collect)
            return


def _run(run: Element, collect: Collector) -> str:
    properties = run.find(W + "rPr")
    if properties is not None and properties.find(W + "vanish") is not None:
        if texts_of(run):
            collect.lose_element(Loss.HIDDEN, run)
        return ""
    text = "".join(_within_run(run, collect))
    if properties is not None and text.strip():
        text = _formatted(text, properties, collect)
    return text


def _within_run(run: Element, collect: Collector) -> Iterator[str]:
    for child in run:
        tag = child.tag
        if tag == W + "t":
            collect.tell(child)
            yield escape(clean(child.text or "", collect))
        elif tag == W + "ruby":
            yield _ruby(child, collect)
        elif tag == W + "instrText" and (found := _FIELD_LINK.match(child.text or "")):
            collect.lose(Loss.LINK, found[1])
        elif tag in (W + "tab", W + "ptab"):
            yield " "
        elif tag in (W + "br", W + "cr"):
            yield "" if child.get(W + "type") in ("page", "column") else BREAK
        elif tag == W + "noBreakHyphen":
            yield "-"
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            yield collect.note(name_of(tag).removesuffix("Reference"), child.get(W + "id") or "")
        elif tag == W + "sym":
            collect.lose(Loss.CHARACTER, f"{child.get(W + 'font') or ''} {child.get(W + 'char') or ''}")
        elif tag == W + "object":
            collect.lose_element(Loss.OBJECT, child)
        elif tag in (W + "drawing", W + "pict"):
            drawing(child, collect)
        elif name_of(tag) == "AlternateContent":
            choice = next(iter(child), None)
            if choice is not None:
                yield from _within_run(choice, collect)


def _ruby(element: Element, collect: Collector) -> str:
    """The characters; how they are read, set above them, is lost."""
    for each in element.findall(W + "rt"):
        collect.lose_element(Loss.RUBY, each)
    return "".join(inline(each, collect) for each in element.findall(W + "rubyBase"))


def drawing(element: Element, collect: Collector) -> None:
    """Takes the pictures of a drawing; the words of its text boxes, and charts, are lost."""
    for box in (*element.iter(W + "txbxContent"),):
        collect.lose_element(Loss.TEXT_BOX, box)
    collect.tell(element)
    properties = next(element.iter(WP + "docPr"), None)
    alt = "" if properties is None else properties.get("descr") or properties.get("title") or ""
    if any(_is_cropped(each) for each in element.iter(A + "srcRect")):
        collect.lose(Loss.CROPPED, alt)
    ids = [each.get(R + "embed") for each in element.iter(A + "blip")]
    ids += [each.get(R + "id") for each in element.iter(V + "imagedata")]
    for relation in filter(None, ids):
        collect.take_picture(relation, " ".join(alt.split()))
    if not ids and not list(element.iter(W + "txbxContent")):
        collect.lose(Loss.OBJECT, alt or ("" if properties is None else properties.get("name") or ""))


def _is_cropped(element: Element) -> bool:
    return any(element.get(side) not in (None, "0") for side in "ltrb")


def _formatted(text: str, properties: Element, collect: Collector) -> str:
    raised = properties.find(W + "vertAlign")
    position = "" if raised is None else raised.get(W + "val")
    if position in ("superscript", "subscript"):
        moved = text.translate(_RAISED if position == "superscript" else _LOWERED)
        if moved == text:
            collect.count(Loss.FORMAT)
        return moved
    if _is_on(properties, "strike") or _is_on(properties, "dstrike"):
        collect.lose(Loss.STRUCK, text)
    elif any(_is_on(properties, tag) for tag in ("b", "i", "u", "highlight")) or _is_coloured(properties):
        collect.count(Loss.FORMAT)
    return text


def _is_on(properties: Element, tag: str) -> bool:
    found = properties.find(W + tag)
    return found is not None and found.get(W + "val") not in ("0", "false", "none")


def _is_coloured(properties: Element) -> bool:
    found = properties.find(W + "color")
    return found is not None and found.get(W + "val") not in ("auto", "000000", None)


def _link(element: Element, collect: Collector) -> str:
    text = inline(element, collect)
    target = collect.address(element.get(R + "id"))
    if not target or not text.strip():
        return text
    if not re.fullmatch(r"https?://[^\s()<>]+", target):
        collect.lose(Loss.LINK, f"{text} → {target}")
        return text
    return f"[{text}]({target})"


def clean(text: str, collect: Collector) -> str:
    """Returns a text without characters that no document may hold; those that are lost are told."""
    for character in _CONTROL.findall(text):
        collect.lose(Loss.CHARACTER, f"U+{ord(character):04X}")
    return without_invisible(_CONTROL.sub("", text).replace("\u00a0", " "))


def unescape(text: str) -> str:
    """Returns the text that was escaped."""
    for character, entity in reversed(_ENTITIES.items()):
        text = text.replace(entity, character)
    return re.sub(r"\\([\\`*_\[\]|])", r"\1", text)


def escape(text: str) -> str:
    """Returns a text as Markdown shows it."""
    marked = _SPECIAL.sub(lambda match: "\\" + match[0], text)
    return _ENTITY.sub(lambda match: _ENTITIES[match[0]], marked)
