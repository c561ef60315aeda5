"""Whatever bytes arrive: files of the site or a refusal, nothing changes, and the preview goes on."""

from __future__ import annotations

import os
import random
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from sfwgen.publish import RealDisk
from sfwgen.serve import Preview
from sfwgen.serve.making import Maker
from sfwgen.serve.pages import SCRIPT, answer
from sfwgen.serve.preview import next_preview
from sfwgen.serve.server import IDLE_SECONDS
from tests.conftest import Reached
from tests.serve.conftest import CANARY, Reply, Served, parse_reply
from tests.serve.test_requests import (
    FOREIGN_HOSTS,
    FOREIGN_ORIGINS,
    METHODS,
    PATHS,
    RAW,
    UPGRADE,
    hostile_requests,
    request,
)
from tests.support.trees import Seen, seen

pytestmark = pytest.mark.no_cover
STATUSES = {0, 101, 200, 304, 400, 403, 404, 405, 408, 411, 413, 414, 417, 426, 431, 501, 505}
PATIENT, HASTY = 2.0, 0.1
"""Seconds to wait for an answer: where there has to be one, and in a fuzz."""
MEMORY = 400 << 20


@pytest.fixture(scope="module")
def allowed(quiet: Served) -> frozenset[bytes]:
    """The bodies that may be sent: every file of the site as the preview shows it, and its own script."""
    made = Maker(RealDisk(), str(quiet.project)).make((), lambda *_: None)
    preview = next_preview(Preview(), made.checked, "zh", made.material)
    own = ("/sfwgen-preview.css", "/sfwgen-preview.js")
    paths = [*(f"/{quote(path)}" for path in preview.outputs), *own, "/no", "/en/no"]
    bodies = {answer(preview, path, lang="zh", port=quiet.port).body for path in paths}
    script = quiet.get(f"/{SCRIPT}")
    assert script.status == 200
    return frozenset({*bodies, script.body, b""})


def poke(port: int, sent: bytes, wait: float) -> list[Reply]:
    """Sends bytes and reads what comes back for a while, whatever state the connection is left in."""
    received = b""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=wait) as connection:
        connection.sendall(sent)
        while part := connection.recv(1 << 16):
            received += part
    return list(_replies(received, b"HEAD" in sent))


def _replies(received: bytes, bodiless: bool) -> Iterator[Reply]:
    """Each of the answers that came back over one connection; none for a connection closed without a word."""
    while received:
        reply = parse_reply(received)
        length = int(reply.headers.get("content-length", 0))
        if reply.status == 101 or (bodiless and len(reply.body) < length):
            yield reply
            return
        received = reply.body[length:]
        if reply.status != 100:
            yield replace(reply, body=reply.body[:length])


def state(quiet: Served) -> Mapping[str, Seen]:
    return seen(quiet.project) or {}


def check_replies(replies: list[Reply], sent: bytes, allowed: frozenset[bytes]) -> None:
    for reply in replies:
        check_reply(reply, sent, allowed)


def check_reply(reply: Reply, sent: bytes, allowed: frozenset[bytes]) -> None:
    assert reply.status in STATUSES, (sent[:120], reply.status)
    assert CANARY not in reply.text, sent[:120]
    assert "Traceback" not in reply.text, sent[:120]
    assert "server" not in reply.headers, sent[:120]
    if reply.status in {200, 404}:
        assert reply.body in allowed or len(reply.body) < 10, (sent[:120], reply.body[:200])
    elif reply.status != 101:
        assert len(reply.body) < 100, (sent[:120], reply.body[:200])


def check_alive(quiet: Served) -> None:
    assert quiet.process.poll() is None
    assert quiet.get("/").status == 200


# One by one.


def _flood(port: int) -> Iterator[bytes]:
    """Requests that are too large, never end, contradict themselves or hide a second one."""
    host = f"Host: 127.0.0.1:{port}\r\n"
    get = f"GET / HTTP/1.1\r\n{host}"
    second = f"GET /config.yaml HTTP/1.1\r\n{host}\r\n"
    yield (get + "X: y\r\n" * 50_000 + "\r\n").encode()
    yield (get + "".join(f"X-{number}: y\r\n" for number in range(900)) + "\r\n").encode()
    yield (get + "X: " + "y" * 20_000 + "\r\n\r\n").encode()
    yield (get + "X" * 20_000 + ": y\r\n\r\n").encode()
    yield (get + "Cookie: " + "a=b; " * 2500 + "\r\n\r\n").encode()
    yield (get + " folded: x\r\n\tmore\r\n\r\n").encode()
    yield (get + "X\x00Y: z\r\n\r\n").encode()
    yield (get + "X: a\x00b\r\n\r\n").encode()
    yield (get + "X: a\rb\r\n\r\n").encode()
    yield (get + ": no name\r\n\r\n").encode()
    yield (get + "no colon\r\n\r\n").encode()
    yield (get + "X : space\r\n\r\n").encode()
    yield get.replace("\r\n", "\n").encode() + b"\n"
    yield get.replace("\r\n", "\r").encode() + b"\r"
    yield (f"GET / HTTP/1.1\r\n{host}{host}\r\n").encode()
    yield (f"GET / HTTP/1.1\r\n{host}Host: evil.example\r\n\r\n").encode()
    yield b"GET / HTTP/1.1\r\n\r\n"
    yield b"GET / HTTP/1.0\r\n\r\n"
    yield b"GET /\r\n"
    yield (get + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello").encode()
    yield (get + "Content-Length: 5, 5\r\n\r\nhello" + second).encode()
    yield (get + "Content-Length: +5\r\n\r\nhello" + second).encode()
    yield (get + "Content-Length: 0x5\r\n\r\nhello").encode()
    yield (get + "Content-Length: 99999999999999999999\r\n\r\n").encode()
    yield (get + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + second).encode()
    yield (get + "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n" + second).encode()
    yield (get + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + second).encode()
    yield (get + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n").encode()
    yield (get + "Transfer-Encoding: chunked\r\n\r\n-1\r\n").encode()
    yield (get + "Transfer-Encoding: chunked\r\n\r\n1;" + "x" * 70_000 + "\r\n").encode()
    yield (get + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\na\r\n" * 20_000).encode()
    yield (get + "\r\n" + second).encode()
    yield (get + "\r\n" + second * 200).encode()
    yield (get + "Expect: 100-continue\r\nContent-Length: 9999999\r\n\r\n").encode()
    yield (get + "Range: bytes=0-99999999999,1-,-5\r\n\r\n").encode()
    yield (get + "If-None-Match: *\r\nIf-Modified-Since: x\r\n\r\n").encode()
    yield (get + "Accept-Encoding: gzip, br, zstd, *;q=0\r\n\r\n").encode()
    yield (get + "Connection: upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n").encode()
    yield (get + "X-Http-Method-Override: PUT\r\nX-Original-Url: /config.yaml\r\n\r\n").encode()
    yield (get + "X-Rewrite-Url: /config.yaml\r\nForwarded: host=evil.example\r\n\r\n").encode()
    yield (f"GET http://127.0.0.1:{port}/config.yaml HTTP/1.1\r\n{host}\r\n").encode()
    yield (f"GET http://127.0.0.1:{port}/ HTTP/1.1\r\nHost: evil.example\r\n\r\n").encode()
    yield (f"GET //127.0.0.1:{port}/../config.yaml HTTP/1.1\r\n{host}\r\n").encode()
    yield (f"GET file:///etc/passwd HTTP/1.1\r\n{host}\r\n").encode()
    yield (f"GET ?x HTTP/1.1\r\n{host}\r\n").encode()
    yield (f"GET /#/../config.yaml HTTP/1.1\r\n{host}\r\n").encode()
    yield (f"GET /\x7f HTTP/1.1\r\n{host}\r\n").encode()
    yield (f"GET /a b HTTP/1.1\r\n{host}\r\n").encode()
    yield (f"GET\t/\tHTTP/1.1\r\n{host}\r\n").encode()
    yield (f"CONNECT 127.0.0.1:{port} HTTP/1.1\r\n{host}\r\n{second}").encode()
    yield (
        f"POST / HTTP/1.1\r\n{host}Content-Type: multipart/form-data; boundary={'x' * 5000}\r\n"
        f"Content-Length: 4\r\n\r\n--x-"
    ).encode()
    yield (f"get / HTTP/1.1\r\n{host}\r\n").encode()
    yield ("G" * 5000 + f" / HTTP/1.1\r\n{host}\r\n").encode()
    yield (f"GET /{'%25' * 4000}2e HTTP/1.1\r\n{host}\r\n").encode()
    yield (f"GET / HTTP/1.1 HTTP/1.1\r\n{host}\r\n").encode()
    yield (f"GET / HTTP/1.{'1' * 50}\r\n{host}\r\n").encode()


def test_floods_contradictions_and_second_requests_get_no_more_than_the_site(
    quiet: Served, allowed: frozenset[bytes]
) -> None:
    before, sent = state(quiet), [*_flood(quiet.port)]
    assert len({*sent, *hostile_requests(quiet.port)}) >= 150
    for each in sent:
        check_replies(poke(quiet.port, each, HASTY), each, allowed)
    assert state(quiet) == before
    check_alive(quiet)


def test_requests_that_never_end_keep_nobody_waiting(quiet: Served) -> None:
    with ExitStack() as waiting:
        for number in range(100):
            connection = waiting.enter_context(
                socket.create_connection(("127.0.0.1", quiet.port), timeout=PATIENT)
            )
            connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1"[: number % 30])
        start = time.monotonic()
        check_alive(quiet)
        assert time.monotonic() - start < PATIENT


@pytest.mark.long
def test_a_request_that_does_not_end_in_time_is_hung_up_on(quiet: Served) -> None:
    with socket.create_connection(("127.0.0.1", quiet.port), timeout=IDLE_SECONDS + 15) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: 127")
        assert connection.recv(1) == b""


# The connection of an open page.


def frame(
    opcode: int, data: bytes, *, masked: bool = True, bits: int = 0x80, length: int | None = None
) -> bytes:
    """A frame of RFC 6455, right or wrong."""
    size = len(data) if length is None else length
    mask = 0x80 if masked else 0
    head = bytes([bits | opcode])
    if size < 126:
        head += bytes([mask | size])
    elif size < 1 << 16:
        head += bytes([mask | 126]) + size.to_bytes(2, "big")
    else:
        head += bytes([mask | 127]) + size.to_bytes(8, "big")
    return head + (b"\0\0\0\0" if masked else b"") + data


FRAMES = {
    "unmasked": frame(1, b"{}", masked=False),
    "reserved bits": frame(1, b"{}", bits=0xF0),
    "unknown kind": frame(5, b""),
    "unknown control": frame(15, b""),
    "larger than the limit": frame(1, b"x" * ((1 << 14) + 1)),
    "said to be enormous": frame(2, b"x", length=1 << 62),
    "length with its highest bit": frame(2, b"x", length=(1 << 63) + 5),
    "bytes": frame(2, b"\xff\xfe\x00"),
    "no UTF-8": frame(1, b"\xff\xfe"),
    "end of nothing": frame(0, b"x"),
    "beginning twice": frame(1, b"a", bits=0) * 2,
    "ping too long": frame(9, b"x" * 126),
    "ping in parts": frame(9, b"x", bits=0),
    "many pings": frame(9, b"x") * 2000,
    "many pongs": frame(10, b"x") * 2000,
    "close without a reason": frame(8, b""),
    "close with half a code": frame(8, b"\x03"),
    "close with a wrong code": frame(8, b"\xff\xff\xff"),
    "many parts": frame(1, b"", bits=0) + frame(0, b"", bits=0) * 2000,
    "hello a thousand times": frame(1, b'{"command": "hello"}') * 1000,
    "info with a long address": frame(1, b'{"command": "info", "url": "' + b"/x" * 5000 + b'"}'),
    "info of no kind": frame(1, b'{"command": "info", "url": {"a": [1]}}'),
    "numbers without end": frame(1, b'{"command": ' + b"9" * 8000 + b"}"),
    "no frame": b"GET / HTTP/1.1\r\n\r\n",
}
HANDSHAKES = (
    UPGRADE[:2],
    (*UPGRADE[:3], "Sec-WebSocket-Version: 12"),
    (*UPGRADE[:3], "Sec-WebSocket-Version: 99999999999"),
    (*UPGRADE[:3], "Sec-WebSocket-Version: x"),
    (UPGRADE[0], UPGRADE[1], "Sec-WebSocket-Key: ", UPGRADE[3]),
    (UPGRADE[0], UPGRADE[1], f"Sec-WebSocket-Key: {'x' * 9000}", UPGRADE[3]),
    ("Upgrade: websocket, h2c", *UPGRADE[1:]),
    (UPGRADE[0], "Connection: keep-alive", *UPGRADE[2:]),
    (*UPGRADE, "Sec-WebSocket-Protocol: evil, x"),
    (*UPGRADE, "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=99"),
    (*UPGRADE, "Origin: http://evil.example"),
    (*UPGRADE, "Sec-WebSocket-Origin: http://evil.example"),
)


def shake_hands(quiet: Served, *headers: str) -> bytes:
    lines = ("GET /livereload HTTP/1.1", f"Host: 127.0.0.1:{quiet.port}", *headers, "")
    return "".join(f"{line}\r\n" for line in lines).encode()


@pytest.mark.parametrize("frames", FRAMES.values(), ids=FRAMES)
def test_a_frame_that_no_browser_sends_ends_that_connection_at_most(quiet: Served, frames: bytes) -> None:
    hello = shake_hands(quiet, *UPGRADE, f"Origin: http://127.0.0.1:{quiet.port}")
    (reply,) = poke(quiet.port, hello + frames, HASTY)
    assert reply.status == 101
    assert CANARY.encode() not in reply.body
    assert b"Traceback" not in reply.body
    check_alive(quiet)


@pytest.mark.parametrize("headers", HANDSHAKES)
def test_an_odd_handshake_opens_nothing_more(quiet: Served, headers: tuple[str, ...]) -> None:
    own = () if any("Origin" in each for each in headers) else (f"Origin: http://127.0.0.1:{quiet.port}",)
    replies = poke(quiet.port, shake_hands(quiet, *headers, *own), HASTY)
    assert {reply.status for reply in replies} <= {101, 400, 403, 426, 431}
    if "Origin: http://evil.example" in headers:
        assert [reply.status for reply in replies] == [403]
    check_alive(quiet)


# By chance.


def _pieces(port: int) -> dict[str, list[str]]:
    """What requests are put together from."""
    own = f"127.0.0.1:{port}"
    hosts = [f"Host: {own}"] * 4 + [each.format(port=port) for each in FOREIGN_HOSTS]
    origins = [f"Origin: {each.format(port=port)}" for each in (f"http://{own}", *FOREIGN_ORIGINS)]
    others = [
        *("Connection: close", "Connection: keep-alive", "Content-Length: 3", "Transfer-Encoding: chunked"),
        *("Range: bytes=0-5", "Expect: 100-continue", "Cookie: a=b", "Accept-Encoding: gzip", *UPGRADE),
        *("X-Forwarded-For: 1.2.3.4", "If-None-Match: *", "Content-Type: application/json", "TE: trailers"),
    ]
    parts = [
        "/",
        "..",
        "%2e",
        "%00",
        "\\",
        "config.yaml",
        ".git",
        "en",
        "index.html",
        "?",
        "#",
        ";",
        "%",
        "livereload",
    ]
    return {
        "host": hosts,
        "origin": origins,
        "other": others,
        "part": parts,
        "method": ["GET"] * 5 + ["HEAD", *METHODS],
    }


def random_request(chance: random.Random, pieces: dict[str, list[str]]) -> bytes:
    """A request that is nearly right, or any bytes."""
    if chance.random() < 0.1:
        return chance.choice(RAW)
    target = chance.choice(
        [*PATHS, *("/" + "/".join(chance.choices(pieces["part"], k=chance.randint(1, 5)))).split()]
    )
    headers = [chance.choice(pieces["host"]), *chance.choices(pieces["other"], k=chance.randint(0, 3))]
    if chance.random() < 0.3:
        headers.append(chance.choice(pieces["origin"]))
    chance.shuffle(headers)
    made = bytearray(request(f"{chance.choice(pieces['method'])} {target} HTTP/1.1", *headers))
    for _ in range(chance.choice((0, 0, 1, 3))):
        at = chance.randrange(len(made))
        made[at : at + chance.randint(0, 3)] = bytes(chance.choices(range(256), k=chance.randint(0, 3)))
    return bytes(made)


def memory_of(process: int) -> int:
    """What a process has in memory, in bytes."""
    found = Path(f"/proc/{process}/statm").read_text().split()[1]
    return int(found) * os.sysconf("SC_PAGE_SIZE")


def test_no_bytes_get_anything_but_the_site_out_of_it(
    quiet: Served, allowed: frozenset[bytes], long: bool, reached: Reached
) -> None:
    count = 10_000 if long else 250
    reached("requests to the preview, by chance", count)
    before, pieces, chance = state(quiet), _pieces(quiet.port), random.Random(2019)
    for _ in range(count):
        sent = random_request(chance, pieces)
        check_replies(poke(quiet.port, sent, HASTY / 4), sent, allowed)
    check_alive(quiet)
    assert state(quiet) == before
    assert memory_of(quiet.process.pid) < MEMORY
    assert len([*Path(f"/proc/{quiet.process.pid}/fd").iterdir()]) < 100
