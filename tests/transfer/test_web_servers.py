"""The configurations for nginx and Caddy in docs/servers/, with these servers on loopback."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from sfwgen.cli import main
from tests.build.projects import small_project

SERVERS = Path(__file__).parents[2] / "docs" / "servers"
_FOLDER = "/srv/bulletin/site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as `sfwgen publish --gzip` leaves it on a server."""
    root = tmp_path_factory.mktemp("bulletin")
    for path, text in small_project().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    assert main(["build", "--project", str(root)]) == 0
    target = root / "public"
    assert main(["publish", str(target), "--gzip", "--project", str(root)]) == 0
    return target


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def nginx(site: Path, work: Path, port: int) -> list[str]:
    text = (SERVERS / "nginx.conf").read_text(encoding="utf-8")
    text = text.replace(_FOLDER, str(site)).replace("listen 80;", f"listen 127.0.0.1:{port};")
    temporary = "".join(
        f"{name}_temp_path {work}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    # Its workers would else be a user whom pytest's folders shut out.
    user = "user root root;" if os.getuid() == 0 else ""
    whole = (
        f"{user} daemon off; pid {work}/pid; error_log {work}/error.log; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary} {text} }}\n"
    )
    (work / "nginx.conf").write_text(whole, encoding="utf-8")
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    return [program, "-c", str(work / "nginx.conf"), "-e", str(work / "error.log")]


def caddy(site: Path, work: Path, port: int) -> list[str]:
    text = (SERVERS / "Caddyfile").read_text(encoding="utf-8")
    text = text.replace(_FOLDER, str(site)).replace("bulletin.example", f"http://127.0.0.1:{port}")
    whole = f"{{\n\tadmin off\n\tauto_https off\n}}\n{text}"
    (work / "Caddyfile").write_text(whole, encoding="utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(work / "Caddyfile")]


@contextmanager
def running(command: list[str], port: int, work: Path) -> Iterator[None]:
    with (work / "output").open("wb") as output:
        process = subprocess.Popen(
            command, stdout=output, stderr=output, env={"HOME": str(work), "PATH": "/usr/bin"}
        )
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, (work / "output").read_text(encoding="utf-8")
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(10)


@pytest.mark.parametrize("configure", [nginx, caddy])
def test_a_server_set_up_so_gives_the_site_as_it_is_meant(
    site: Path, tmp_path: Path, configure: Callable[[Path, Path, int], list[str]]
) -> None:
    port = free_port()

    def get(path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, found, answer.read()

    page = (site / "index.html").read_bytes()
    style = next((site / "static").glob("*.css")).name
    with running(configure(site, tmp_path, port), port, tmp_path):
        status, headers, body = get("/")
        assert (status, body) == (200, page)
        assert headers["content-type"].lower() == "text/html; charset=utf-8"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-cache"
        status, headers, body = get("/index.html", **{"Accept-Encoding": "gzip"})
        assert headers["content-encoding"] == "gzip"
        assert body == (site / "index.html.gz").read_bytes()
        status, headers, body = get(f"/static/{style}")
        assert (status, headers["cache-control"]) == (200, "public, max-age=31536000, immutable")
        for path, shown in (("/nowhere.html", "404.html"), ("/en/nowhere.html", "en/404.html")):
            status, headers, body = get(path)
            assert (status, body) == (404, (site / shown).read_bytes())
            assert "default-src 'none'" in headers["content-security-policy"]
        for record in ("/.sfwgen-published.json", "/en/.hidden"):
            assert get(record)[0] == 404
