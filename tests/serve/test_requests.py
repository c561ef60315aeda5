"""What the preview answers, above all to requests that no honest page would send."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sfwgen.serve import Preview
from sfwgen.serve.bar import render_trouble
from sfwgen.serve.pages import answer, file_path, with_preview
from tests.serve.conftest import CANARY, Served

SAFE = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
}


@pytest.mark.parametrize(
    ("path", "kind", "holds"),
    [
        ("/", "text/html; charset=utf-8", '<html lang="zh'),
        ("/index.html", "text/html; charset=utf-8", '<html lang="zh'),
        ("/en/", "text/html; charset=utf-8", '<html lang="en'),
        ("/stories/feifeng-road.html?from=mail#top", "text/html; charset=utf-8", "飞凤社区"),
        ("/livereload.js?maxdelay=2000", "application/javascript", "LiveReload"),
        ("/sfwgen-preview.css", "text/css; charset=utf-8", "#sfwgen-trouble"),
        ("/sfwgen-preview.js", "text/javascript; charset=utf-8", "sfwgen-held"),
        ("/sfwgen-both/index.html", "text/html; charset=utf-8", "<iframe"),
        ("/sitemap.xml", "application/xml", "<urlset"),
        ("/data/figures.json", "application/json", "road_length"),
    ],
)
def test_every_file_of_the_site_is_served_with_its_kind(
    quiet: Served, path: str, kind: str, holds: str
) -> None:
    reply = quiet.get(path)
    assert reply.status == 200
    assert reply.headers["content-type"] == kind
    assert holds in reply.text
    assert SAFE.items() <= reply.headers.items()
    assert "server" not in reply.headers


def test_head_is_get_without_the_body(quiet: Served) -> None:
    reply = quiet.send(
        f"HEAD / HTTP/1.1\r\nHost: localhost:{quiet.port}\r\nConnection: close\r\n\r\n".encode()
    )
    assert (reply.status, reply.body) == (200, b"")


def test_pages_carry_the_script_as_a_file_and_a_policy_that_lets_it_connect(quiet: Served) -> None:
    page = quiet.get("/").text
    assert '<script src="/livereload.js?maxdelay=2000" defer></script>' in page
    assert f"connect-src 'self' ws://127.0.0.1:{quiet.port} ws://localhost:{quiet.port}" in page
    assert page.count("connect-src") == 1
    assert "default-src 'none'" in page


def test_only_a_page_beside_its_other_language_may_be_framed_and_by_the_preview_alone(quiet: Served) -> None:
    policies = {
        path: quiet.get(path).headers["x-frame-options"]
        for path in (
            "/index.html",
            "/index.html?sfwgen=frame&v=0",
            "/sfwgen-both/index.html",
            "/?sfwgen=frames",
        )
    }
    assert [*policies.values()] == ["DENY", "SAMEORIGIN", "DENY", "DENY"]


def test_an_unknown_address_shows_the_site_s_own_page_in_its_language(quiet: Served) -> None:
    chinese, english = quiet.get("/no/such.html"), quiet.get("/en/no-such.html")
    assert (chinese.status, english.status) == (404, 404)
    assert '<html lang="zh' in chinese.text
    assert '<html lang="en' in english.text


def request(line: str, *headers: str) -> bytes:
    return "".join(f"{each}\r\n" for each in (line, *headers, "Connection: close", "")).encode("latin-1")


HOST = "Host: 127.0.0.1:{port}"
PATHS = [
    "/../config.yaml",
    "/../../../../etc/passwd",
    "/%2e%2e/config.yaml",
    "/%2e%2e%2fconfig.yaml",
    "/..%2fconfig.yaml",
    "/..%5cconfig.yaml",
    "/..\\config.yaml",
    "/%252e%252e/config.yaml",
    "/%c0%ae%c0%ae/config.yaml",
    "/%uff0e%uff0e/config.yaml",
    "/stories/../../config.yaml",
    "/stories/..;/config.yaml",
    "//etc/passwd",
    "///etc/passwd",
    "/\\etc\\passwd",
    "/C:/Windows/win.ini",
    "/C:%5CWindows%5Cwin.ini",
    "/file:///etc/passwd",
    "/config.yaml",
    "/content/notes.txt",
    "/content/stories/feifeng-road/index.zh.md",
    "/templates/base.html",
    "/.git/config",
    "/.env",
    "/.sfwgen/manifest.json",
    "/.sfwgen/lock",
    "/.sfwgen-site",
    "/secret.txt",
    "/site/index.html",
    "/index.html/",
    "/index.html%00.txt",
    "/%00",
    "/index%00.html",
    "/con",
    "/NUL",
    "/aux.html",
    "/index.html::$DATA",
    "/index.html.",
    "/INDEX.HTML",
    "/index.html%20",
    "/~root/",
    "/proc/self/environ",
    "/dev/zero",
    "/%ff%fe",
    "/%",
    "/%zz",
    "/" + "a" * 3000,
    "/" + "../" * 500 + "etc/passwd",
    "/" + "%2e%2e/" * 500 + "etc/passwd",
    "/forcereload",
    "/forcereload?path=*",
    "/livereload.js/../config.yaml",
    "/livereload/../config.yaml",
    "/livereload",
    "/livereload?x",
    "/<script>alert(1)</script>",
    "/%3Cscript%3Ealert(1)%3C/script%3E",
    "/{{7*7}}",
    "/\u00ff\u00fe",
]
FOREIGN_HOSTS = [
    "Host: evil.example",
    "Host: evil.example:{port}",
    "Host: 127.0.0.1.evil.example:{port}",
    "Host: 127.0.0.1",
    "Host: 127.0.0.1:1",
    "Host: localhost",
    "Host: 0.0.0.0:{port}",
    "Host: 192.168.1.5:{port}",
    "Host: 127.0.0.1:{port}@evil.example",
    "Host: evil.example#127.0.0.1:{port}",
    "Host: ",
    "X-Forwarded-Host: 127.0.0.1:{port}",
]
FOREIGN_ORIGINS = [
    "http://evil.example",
    "null",
    "https://127.0.0.1:{port}",
    "http://127.0.0.1:1",
    "file://",
    "",
]
RAW = [
    b"\r\n",
    b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    b"GET http://127.0.0.1/etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET * HTTP/1.1\r\nHost: x\r\n\r\n",
    b"CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 40_000 + b"\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"\x00" * 100,
]
METHODS = ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"]


def hostile_requests(port: int) -> list[bytes]:
    """More than sixty requests, each of which a hostile page or program might send."""
    host = HOST.format(port=port)
    body = ("Content-Length: 0",)
    return [
        *(request(f"GET {path} HTTP/1.1", host) for path in PATHS),
        *(request("GET / HTTP/1.1", each.format(port=port)) for each in FOREIGN_HOSTS),
        *(request("GET / HTTP/1.1", host, f"Origin: {each.format(port=port)}") for each in FOREIGN_ORIGINS),
        *(request(f"{method} /index.html HTTP/1.1", host, *body) for method in METHODS),
        *RAW,
    ]


def test_hostile_requests_get_nothing_but_pages_of_the_site(quiet: Served) -> None:
    site_404 = quiet.get("/no-such-page.html").body
    requests = hostile_requests(quiet.port)
    assert len(requests) >= 90
    # Some leave the server waiting for more, until the one who asks hangs up.
    with ThreadPoolExecutor(8) as pool:
        replies = list(pool.map(quiet.send, requests))
    for sent, reply in zip(requests, replies, strict=True):
        assert reply.status in {0, 400, 403, 404, 405, 413, 426, 431, 501, 505}, (sent[:80], reply.status)
        assert CANARY not in reply.text, sent[:80]
        assert b"Traceback" not in reply.body, sent[:80]
        assert b"root:" not in reply.body
        assert "server" not in reply.headers, sent[:80]
        assert reply.body == site_404 or len(reply.body) < 100, (sent[:80], reply.body[:200])
    assert quiet.get("/").status == 200


@pytest.mark.parametrize("host", FOREIGN_HOSTS)
def test_another_name_than_its_own_is_turned_away(quiet: Served, host: str) -> None:
    reply = quiet.send(request("GET / HTTP/1.1", host.format(port=quiet.port)))
    assert reply.status in {400, 403}
    assert "飞凤" not in reply.text


@pytest.mark.parametrize("origin", [each for each in FOREIGN_ORIGINS if each])
def test_pages_of_other_sites_can_read_nothing(quiet: Served, origin: str) -> None:
    assert quiet.get("/", Origin=origin.format(port=quiet.port)).status == 403


def test_its_own_pages_and_both_of_its_names_are_served(quiet: Served) -> None:
    own = f"http://localhost:{quiet.port}"
    assert quiet.get("/", Host=f"LOCALHOST:{quiet.port}", Origin=own).status == 200


@pytest.mark.parametrize("method", METHODS)
def test_no_address_can_be_written_to(quiet: Served, method: str) -> None:
    sent = request(f"{method} / HTTP/1.1", HOST.format(port=quiet.port), "Content-Length: 0")
    assert quiet.send(sent).status == 405


UPGRADE = (
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: 13",
)


def upgrade(quiet: Served, *headers: str) -> int:
    lines = ("GET /livereload HTTP/1.1", *headers, *UPGRADE, "")
    sent = "".join(f"{line}\r\n" for line in lines).encode()
    with socket.create_connection(("127.0.0.1", quiet.port), timeout=10) as connection:
        connection.sendall(sent)
        return int(connection.recv(64).split()[1])


def test_the_reload_connection_is_for_its_own_pages_only(quiet: Served) -> None:
    host = HOST.format(port=quiet.port)
    assert upgrade(quiet, host, f"Origin: http://127.0.0.1:{quiet.port}") == 101
    assert upgrade(quiet, host) == 403
    for origin in FOREIGN_ORIGINS:
        assert upgrade(quiet, host, f"Origin: {origin.format(port=quiet.port)}") == 403
    assert upgrade(quiet, "Host: evil.example", f"Origin: http://127.0.0.1:{quiet.port}") == 403


@pytest.mark.parametrize(
    "message",
    [
        "",
        "{",
        "[]",
        "null",
        '{"command": 5}',
        '{"command": "reload", "path": "*"}',
        '{"command": "alert"}',
        "[" * 9000,
    ],
)
def test_a_message_that_no_page_sends_ends_the_connection_and_nothing_else(
    quiet: Served, message: str
) -> None:
    viewer = quiet.connect()
    viewer.say(message)
    assert viewer.hear() is None
    viewer.close()
    assert quiet.get("/").status == 200


@pytest.mark.parametrize("url", ["", "http://[", "http://127.0.0.1:x/%ff", 'http://a/"><script>', "\x00"])
def test_an_odd_address_in_a_message_is_no_trouble(quiet: Served, url: str) -> None:
    viewer = quiet.connect()
    viewer.open("/")
    viewer.say({"command": "info", "url": url})
    viewer.close()
    assert quiet.get("/").status == 200


def test_it_listens_on_the_loopback_address_alone(quiet: Served) -> None:
    """In the kernel's own table: 0100007F is 127.0.0.1."""
    table = Path("/proc/net/tcp").read_text() + Path("/proc/net/tcp6").read_text()
    local = [line.split()[1] for line in table.splitlines() if line.split()[3] == "0A"]
    assert [each for each in local if each.endswith(f":{quiet.port:04X}")] == [f"0100007F:{quiet.port:04X}"]


def test_nothing_is_written_into_the_project(quiet: Served) -> None:
    assert not (quiet.project / "site").exists()
    assert not (quiet.project / ".sfwgen").exists()


# The same answers without a server: an address is a key among the site's files, and nothing else.


PREVIEW = Preview(1, {"index.html": b"<html><head></head><body>home</body></html>", "a/index.html": b"a"})


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/a/", "a/index.html"),
        ("/%E4%B8%89.html", "三.html"),
        ("/../x", "../x"),
        ("x", None),
        ("", None),
        ("/%ff", None),
    ],
)
def test_an_address_means_a_path_that_is_only_looked_up(address: str, path: str | None) -> None:
    assert file_path(address) == path
    assert answer(PREVIEW, address, lang="zh", port=8000).status == (200 if path in PREVIEW.outputs else 404)


def test_without_a_site_there_is_a_page_that_reloads_and_says_why() -> None:
    made = answer(Preview(1, {}, "错误：<b>"), "/", lang="zh", port=8000)
    assert made.status == 503
    assert "预览没有更新" in made.body.decode()
    assert "错误：&lt;b&gt;" in made.body.decode()
    assert "livereload.js" in made.body.decode()


@pytest.mark.parametrize("page", [b"<p>no head", b"<HEAD>x</HEAD><BODY CLASS='a'>y", b""])
def test_any_page_gets_the_script_and_the_trouble(page: bytes) -> None:
    made = with_preview(page, render_trouble((), "trouble", "en"), port=8000)
    assert made.count(b"livereload.js") == 1
    assert made.count(b"The preview was not updated") == 1


def test_other_files_are_served_as_they_are() -> None:
    preview = Preview(1, {"data.csv": b"<head>=1"}, "trouble")
    assert answer(preview, "/data.csv", lang="zh", port=8000).body == b"<head>=1"
