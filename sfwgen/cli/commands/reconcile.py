"""`sfwgen reconcile`: totals, parts and shares of a file, outside any project."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

from sfwgen.build.quotes import quote_lines
from sfwgen.cli import exits
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault
from sfwgen.cli.words import say
from sfwgen.content.sums import read_sums
from sfwgen.diagnostics import Diagnostic, has_errors
from sfwgen.diagnostics.report import print_json
from sfwgen.reconcile import Judgement, Reason, Verdict
from sfwgen.reconcile.numbers import print_number
from sfwgen.reconcile.sums import Judged, judge_sums

_MOST_BYTES = 4 << 20
_PLACES = 2


def run(arguments: Arguments, console: Console) -> int:
    """Prints the verdict on each statement; ends with 1 if one does not hold or cannot be read."""
    name = arguments.text("file")
    data = _read(name, arguments, console.lang)
    stated, faults = read_sums(data, name)
    told, judged = quote_lines(faults, {name: data}), judge_sums(stated)
    if arguments.text("format") == "json":
        console.write(_json(judged, told))
    else:
        _print(judged, told, console)
    failed = has_errors(told) or any(each.judgement.verdict is Verdict.MISMATCH for each in judged)
    return exits.CONTENT if failed else exits.FINE


def _read(name: str, arguments: Arguments, lang: str) -> bytes:
    path = Path(name)
    if not path.is_file():
        raise RefusedFault(say(lang, "reconcile-no-file", file=name), arguments.command)
    if path.stat().st_size > _MOST_BYTES:
        raise RefusedFault(say(lang, "reconcile-file-large", file=name), arguments.command)
    return path.read_bytes()


def _print(judged: tuple[Judged, ...], told: tuple[Diagnostic, ...], console: Console) -> None:
    console.report(told)
    for each in judged:
        console.write(shown(_sentence(each, console.lang)) + "\n")
    counts = {verdict: sum(each.judgement.verdict is verdict for each in judged) for verdict in Verdict}
    words = {verdict.value: count for verdict, count in counts.items()}
    console.say("reconcile-summary" if judged else "reconcile-nothing", n=len(judged), **words)


def _sentence(judged: Judged, lang: str) -> str:
    """A verdict with what it is about: 相符：走访 237次 = 企业 219次 + 基层 18次."""
    share = judged.kind == "share"
    names = {"part": say(lang, "reconcile-part"), "whole": say(lang, "reconcile-whole")} if share else {}
    said = [f"{names.get(name, name)} {found.text}".strip() for name, found in judged.terms]
    terms = (" / " if share else " + ").join(said)
    verdict = say(lang, f"verdict-{judged.judgement.verdict.value}")
    words = {"verdict": verdict, "name": judged.name, "leading": judged.leading.text, "terms": terms}
    return say(lang, "reconcile-line", **words, details=_details(judged.judgement, judged.kind, lang))


def _details(judgement: Judgement, kind: str, lang: str) -> str:
    said = []
    if judgement.verdict is not Verdict.OK and judgement.expected is not None:
        expected = print_number(judgement.expected, places=_PLACES) + ("%" if kind == "share" else "")
        said.append(say(lang, "reconcile-expected", number=expected))
    if judgement.verdict is not Verdict.OK and judgement.remainder:
        rest = print_number(judgement.remainder, places=_PLACES)
        said.append(say(lang, f"reconcile-rest-{kind}", number=rest))
    if judgement.verdict is Verdict.INCOMPLETE and judgement.reason is not Reason.NONE:
        said.append(say(lang, f"reason-{judgement.reason.value}"))
    joint = "，" if lang == "zh" else ", "
    return joint.join(("", *said)) if said else ""


def _json(judged: tuple[Judged, ...], told: tuple[Diagnostic, ...]) -> str:
    report = {
        "results": [_record(each) for each in judged],
        "diagnostics": json.loads(print_json(told))["diagnostics"],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _record(judged: Judged) -> dict[str, object]:
    judgement = judged.judgement
    return {
        "name": judged.name,
        "kind": judged.kind,
        "verdict": judgement.verdict.value,
        "reason": judgement.reason.value or None,
        "stated": judged.leading.text,
        "terms": [{"name": name, "stated": found.text} for name, found in judged.terms],
        "expected": _number(judgement.expected),
        "remainder": _number(judgement.remainder),
    }


def _number(number: Fraction | None) -> str | None:
    return None if number is None else print_number(number, places=_PLACES)
