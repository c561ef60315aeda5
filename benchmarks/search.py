"""How long the search index takes to make, how much of it a first query fetches, and how soon it answers.

    python -m benchmarks.search [--stories 10000] [--seed 1] [--slow 4]

Made-up stories of about 930 Chinese characters and 400 English words; how often their words occur falls off
as in natural text. A browser with an empty cache opens the search page and sends a query. The server is on
this machine and compresses with gzip; the browser runs `--slow` times slower than it could.
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from sfwgen.build import check
from sfwgen.plan.search.index import IndexFile, SearchDocument, make_index
from sfwgen.publish import RealDisk
from sfwgen.resources import starter_files

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession

CHARACTERS, WORDS = 930, 400
_CHROMIUM = "/usr/bin/chromium"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
}
_MOST_BYTES, _MOST_MILLISECONDS = 300_000, 300


@dataclass(frozen=True, slots=True)
class Answer:
    """What one query took: bytes fetched (compressed), requests, milliseconds to the results."""

    query: str
    results: int
    bytes: int
    requests: int
    milliseconds: float


class Vocabulary:
    """Made-up words, the n-th about n times rarer than the first."""

    def __init__(self, words: Sequence[str], random_: random.Random) -> None:
        self.words = words
        self._random = random_
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(len(words))))

    def draw(self, count: int) -> list[str]:
        """Returns words as a text would use them."""
        return self._random.choices(self.words, cum_weights=self._weights, k=count)


def chinese_words(random_: random.Random, count: int = 30_000) -> list[str]:
    """Returns made-up words of one to four characters, most of two."""
    characters = [chr(0x4E00 + at) for at in random_.sample(range(20_000), 3_500)]
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(characters))))
    lengths = random_.choices((1, 2, 3, 4), weights=(5, 75, 14, 6), k=count)
    made = ("".join(random_.choices(characters, cum_weights=weights, k=length)) for length in lengths)
    return list(dict.fromkeys(made))


def english_words(random_: random.Random, count: int = 20_000) -> list[str]:
    """Returns made-up words of one to four syllables."""
    starts = "b br c ch cl co d de e f fr g gr h i in k l m n p pr qu r re s sh st str t th tr u v w".split()
    ends = "a al an ar e ed en er es i ing ion is it le ly ment o on or ous t ty us y".split()
    made = (
        random_.choice(starts)
        + "".join(random_.choice("aeiou") + random_.choice("bdglmnprstv") for _ in range(n))
        + random_.choice(ends)
        for n in random_.choices((0, 1, 2, 3), weights=(20, 45, 25, 10), k=count)
    )
    return list(dict.fromkeys(made))


def make_documents(lang: str, stories: int, seed: int) -> tuple[list[SearchDocument], Vocabulary]:
    """Returns the made-up stories of a language, and the words that they are made of."""
    random_ = random.Random(f"{seed}/{lang}")
    words = Vocabulary((chinese_words if lang == "zh" else english_words)(random_), random_)
    return [_document(lang, number, words, random_) for number in range(stories)], words


def _document(lang: str, number: int, words: Vocabulary, random_: random.Random) -> SearchDocument:
    joint, comma, stop = ("", "，", "。") if lang == "zh" else (" ", ", ", ". ")
    pieces: list[str] = []
    length = 0
    while length < (CHARACTERS if lang == "zh" else WORDS):
        sentence = words.draw(random_.randint(4, 9))
        pieces.append(joint.join(sentence))
        length += len(pieces[-1]) if lang == "zh" else len(sentence)
    text = "".join(piece + (stop if at % 3 else comma) for at, piece in enumerate(pieces))
    month = f"{2015 + number % 96 // 12}-{number % 12 + 1:02}"
    filters = (f"line:{number % 3}", f"place:town-{random_.randrange(40)}", f"month:{month}")
    title = (joint.join(words.draw(4)), joint + joint.join(words.draw(3)))
    about = ("进展" if lang == "zh" else "Story", "服务企业" if lang == "zh" else "Enterprises", month)
    return SearchDocument(f"stories/case-{number:05}.html", title, about, filters, "", text)


def make_queries(lang: str, documents: Sequence[SearchDocument], words: Vocabulary) -> list[str]:
    """Returns a query of each kind, for words that occur often and seldom."""
    joint = "" if lang == "zh" else " "
    usual = [word for word in words.words if len(word) > (1 if lang == "zh" else 3)]
    text = documents[len(documents) // 2].text
    long = text[100:130] if lang == "zh" else " ".join(text.split()[20:25])
    return [
        usual[0],
        usual[len(usual) // 20],
        joint.join(usual[:2]) if lang == "en" else f"{usual[0]} {usual[1]}",
        long,
        usual[0][0] if lang == "zh" else usual[5][:2],
        usual[3][:3],
    ]


# --- Measuring ----------------------------------------------------------------------------------------------


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a folder, compressed, on a free port of this machine; gives its address."""
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(partial(_serve, folder), "127.0.0.1", 0))
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9) if path.is_file() else b""


async def _serve(folder: Path, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answers what one connection asks for, until it ends; a browser may just hang up."""
    with suppress(ConnectionResetError):
        await _answer(folder, reader, writer)
    writer.close()


async def _answer(folder: Path, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while request := await reader.readline():
        while (await reader.readline()).strip():
            pass
        path = request.split()[1].decode().partition("?")[0]
        data = _compressed(folder / path[1:])
        head = (
            f"HTTP/1.1 {'200 OK' if data else '404 Not Found'}\r\nContent-Length: {len(data)}\r\n"
            f"Content-Encoding: gzip\r\nContent-Type: {_TYPES.get(Path(path).suffix, 'text/plain')}\r\n\r\n"
        )
        writer.write(head.encode() + data)
        await writer.drain()


def write_site(folder: Path, indexes: dict[str, tuple[IndexFile, ...]]) -> None:
    """Writes the example's site, its search pages with these indexes instead of their own."""
    project = folder / "project"
    for path, data in starter_files().items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(data)
    outputs = dict(check(RealDisk(), str(project)).outputs)
    for prefix, files in indexes.items():
        page = outputs[f"{prefix}search.html"].decode()
        own = page.partition('data-index="')[2].partition('"')[0]
        outputs[f"{prefix}search.html"] = page.replace(own, f"made-up/{files[0].name}").encode()
        outputs |= {f"{prefix}made-up/{file.name}": file.content for file in files}
    for path, data in outputs.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def weigh(browser: Browser, address: str, query: str) -> tuple[int, int]:
    """Returns how many bytes of the index a query fetches, compressed, and in how many requests.

    They are those of all its parts, also of the head, which comes before anything is asked.
    """
    context = browser.new_context()
    page = context.new_page()
    fetched: list[float] = []
    session: CDPSession = context.new_cdp_session(page)
    parts: set[str] = set()

    def note(event: dict[str, Any]) -> None:
        if "/made-up/" in event["request"]["url"]:
            parts.add(event["requestId"])

    def count(event: dict[str, Any]) -> None:
        if event["requestId"] in parts:
            fetched.append(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", note)
    session.on("Network.loadingFinished", count)
    session.send("Network.enable")
    page.goto(address)
    page.evaluate(_ASK, query)
    page.wait_for_timeout(500)
    context.close()
    return int(sum(fetched)), len(fetched)


def ask(browser: Browser, address: str, query: str, slow: int) -> tuple[float, int]:
    """Returns in how many milliseconds a visitor who has nothing in the cache has the answer, and its length.

    Nothing else is asked of the browser meanwhile: what watches it would be slowed down with it.
    """
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slow})
    found = page.evaluate(_ASK, query)
    context.close()
    return found["milliseconds"], found["results"]


_ASK = """(query) => new Promise((resolve) => {
  const count = document.getElementById("count");
  const rows = document.getElementById("results");
  const start = performance.now();
  new MutationObserver(() => {
    const number = /\\d+/.exec(count.textContent.replace(query, ""));
    if (!number || !rows.children.length) return;
    resolve({ milliseconds: performance.now() - start, results: Number(number[0]) });
  }).observe(rows.parentNode, { childList: true, subtree: true });
  document.getElementById("_q").value = query;
  document.querySelector("main form").requestSubmit();
})"""


def main() -> int:
    """Measures and prints; says with 1 that a limit was passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slow", type=int, default=4)
    parser.add_argument("--tries", type=int, default=3)
    given = parser.parse_args()
    indexes: dict[str, tuple[IndexFile, ...]] = {}
    queries: dict[str, list[str]] = {}
    for lang, prefix in (("zh", ""), ("en", "en/")):
        documents, words = make_documents(lang, given.stories, given.seed)
        start = time.perf_counter()
        indexes[prefix] = files = make_index(documents)
        took = time.perf_counter() - start
        size = sum(len(file.content) for file in files)
        head = len(gzip.compress(files[0].content, 9))
        print(
            f"{lang}: {given.stories} stories in {took:.1f} s, "
            f"{1000 * took / given.stories:.2f} s a thousand; "
            f"{len(files)} files, {size / 1e6:.1f} MB; head {head / 1000:.0f} KB compressed"
        )
        queries[prefix] = make_queries(lang, documents, words)
    worst = 0.0
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_site(folder, indexes)
        for answer in _measure(folder, queries, given.slow, given.tries):
            print(
                f"{answer.query[:30]!r}: {answer.results} results, {answer.bytes / 1000:.0f} KB in "
                f"{answer.requests} requests, {answer.milliseconds:.0f} ms"
            )
            worst = max(worst, answer.bytes / _MOST_BYTES, answer.milliseconds / _MOST_MILLISECONDS)
    return 1 if worst > 1 else 0


def _measure(folder: Path, queries: dict[str, list[str]], slow: int, tries: int) -> Iterator[Answer]:
    """Yields the median of some tries for each query."""
    from playwright.sync_api import sync_playwright

    with serving(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        for prefix, asked in queries.items():
            for query in asked:
                page = f"{address}/{prefix}search.html"
                size, requests = weigh(
                    browser, page, query
                )  # From now on the server has all of it compressed.
                answers = [ask(browser, page, query, slow) for _ in range(tries)]
                milliseconds = statistics.median_low(taken for taken, _ in answers)
                yield Answer(query, answers[0][1], size, requests, milliseconds)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
