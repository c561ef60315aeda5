"""`sfwgen publish`: the finished site at a folder, over SFTP and in object storage, on real servers."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from sfwgen.cli import main
from sfwgen.publish import MARKER
from sfwgen.transfer.ledger import NAME
from sfwgen.transfer.stores import FolderStore, StoreError
from tests.build.projects import small_project
from tests.transfer.servers import sftp_server

Run = Callable[..., int]
STORY = next(path for path in small_project() if path.endswith("index.zh.md") and "/stories/" in path)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with its site built."""
    root = tmp_path / "project"
    for path, text in small_project().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    assert main(["build", "--project", str(root)]) == 0
    return root


@pytest.fixture
def publish(project: Path) -> Run:
    """The command, run on that project."""

    def run(target: object, *options: str) -> int:
        return main(["publish", str(target), *options, "--project", str(project), "--lang", "zh"])

    return run


def built(project: Path) -> dict[str, bytes]:
    found = files_below(project / "site")
    found.pop(MARKER)
    return found


def files_below(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()
    }


def sent_to(folder: Path) -> dict[str, bytes]:
    found = files_below(folder)
    found.pop(NAME)
    return found


def edit(project: Path) -> None:
    text = (project / STORY).read_text(encoding="utf-8")
    (project / STORY).write_text(f"{text}\n\n补充一段。\n", encoding="utf-8")
    assert main(["build", "--project", str(project)]) == 0


def test_a_folder_gets_the_site_and_then_only_what_has_changed(
    project: Path, publish: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "发布 目录"
    assert publish(target) == 0
    assert sent_to(target) == built(project)
    capsys.readouterr()
    assert publish(target) == 0
    assert "目的地已是最新" in capsys.readouterr().out
    edit(project)
    assert publish(target, "--dry-run") == 0
    tried = capsys.readouterr().out
    assert "要送：stories/" in tried
    assert "什么也没有送" in tried
    assert sent_to(target) != built(project)
    assert publish(target) == 0
    assert sent_to(target) == built(project)


def test_texts_go_packed_too_if_asked_for(project: Path, publish: Run, tmp_path: Path) -> None:
    target = tmp_path / "out"
    assert publish(target, "--gzip") == 0
    files = sent_to(target)
    assert gzip.decompress(files["index.html.gz"]) == files["index.html"]
    assert not any(path.endswith((".png.gz", ".gz.gz")) for path in files)
    assert publish(target) == 0
    assert sent_to(target) == built(project)


def test_files_of_others_stay_and_a_place_that_is_not_ours_is_asked_about(
    publish: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out"
    target.mkdir()
    (target / "theirs.txt").write_text("theirs", encoding="utf-8")
    assert publish(target) == 1
    assert "--adopt" in capsys.readouterr().err
    assert files_below(target) == {"theirs.txt": b"theirs"}
    assert publish(target, "--adopt") == 0
    assert (target / "theirs.txt").read_text(encoding="utf-8") == "theirs"


def test_many_pages_go_only_if_that_is_said(project: Path, publish: Run, tmp_path: Path) -> None:
    more = [project / STORY.replace("feifeng-road", f"road-{number}") for number in range(20)]
    for path in more:
        path.parent.mkdir()
        text = (project / STORY).read_text(encoding="utf-8")
        path.write_text(text.replace("完成\n", f"完成{{~{path.parent.name}~}}\n", 1), encoding="utf-8")
    assert main(["build", "--project", str(project)]) == 0
    target = tmp_path / "out"
    assert publish(target) == 0
    before = sent_to(target)
    for path in more:
        path.unlink()
        path.parent.rmdir()
    assert main(["build", "--project", str(project), "--allow-shrink"]) == 0
    assert publish(target) == 1
    assert sent_to(target) == before
    assert publish(target, "--allow-shrink") == 0
    assert sent_to(target) == built(project)
    assert not (target / "stories" / "road-1.html").exists()


def test_a_site_edited_by_hand_is_not_sent(
    project: Path, publish: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "site" / "index.html").write_text("edited", encoding="utf-8")
    assert publish(tmp_path / "out") == 4
    assert "sfwgen build" in capsys.readouterr().err


def test_without_a_site_there_is_nothing_to_send(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "config.yaml").write_text("", encoding="utf-8")
    assert main(["publish", "out", "--project", str(tmp_path), "--lang", "en"]) == 1
    assert "Run sfwgen build first" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("ftp://host/folder", "看不懂目的地"),
        ("sftp:///folder", "看不懂目的地"),
        ("sftp://me:secret@host/folder", "不要写密码"),
        ("sftp://host:port/folder", "看不懂目的地"),
    ],
)
def test_what_is_no_target_is_said(
    publish: Run, capsys: pytest.CaptureFixture[str], target: str, told: str
) -> None:
    assert publish(target) == 2
    assert told in capsys.readouterr().err


def test_an_interrupted_transfer_goes_on_where_it_was(
    project: Path,
    publish: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sfwgen.transfer.transferring._NOTED_EVERY", 5)
    target = tmp_path / "out"
    written: list[str] = []
    limit = 20
    whole = FolderStore.write

    def write(self: FolderStore, path: str, data: bytes) -> None:
        if len(written) == limit:
            raise StoreError("连接断了")
        written.append(path)
        whole(self, path, data)

    monkeypatch.setattr(FolderStore, "write", write)
    assert publish(target) == 5
    assert "连接断了" in capsys.readouterr().err
    there = files_below(target).keys()
    written.clear()
    limit = len(built(project)) + 100
    assert publish(target) == 0
    assert sent_to(target) == built(project)
    again = set(written) & set(there) - {NAME}
    assert len(again) <= 5


# --- Over SFTP ----------------------------------------------------------------------------------------------


def test_a_server_gets_the_site_over_sftp_and_only_one_whose_key_is_known(
    project: Path,
    publish: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    home, target = tmp_path / "home", tmp_path / "server"
    target.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    with sftp_server(target, home) as port:
        address = f"sftp://press@127.0.0.1:{port}/www/bulletin"
        assert publish(address) == 0
        assert sent_to(target / "www" / "bulletin") == built(project)
        edit(project)
        (project / "content" / "pages").rename(tmp_path / "pages")
        assert main(["build", "--project", str(project)]) == 0
        assert publish(address, "--allow-shrink") == 0
        assert sent_to(target / "www" / "bulletin") == built(project)
        (home / ".ssh" / "known_hosts").write_text("", encoding="ascii")
        capsys.readouterr()
        assert publish(address) == 5
        assert "127.0.0.1" in capsys.readouterr().err
    assert publish(address) == 5


# --- Into object storage ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def storage() -> Iterator[str]:
    """The address of an object store on loopback."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


def test_a_bucket_gets_the_site_with_what_browsers_have_to_know(
    project: Path, publish: Run, storage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "AWS_ENDPOINT_URL": storage,
        "AWS_ACCESS_KEY_ID": "made-up",
        "AWS_SECRET_ACCESS_KEY": "made-up",
        "AWS_DEFAULT_REGION": "us-east-1",
    }.items():
        monkeypatch.setenv(name, value)
    client = boto3.client("s3")
    client.create_bucket(Bucket="bulletins")

    def objects() -> dict[str, bytes]:
        found = client.list_objects_v2(Bucket="bulletins", Prefix="yongkang/").get("Contents", ())
        return {
            each["Key"].removeprefix("yongkang/"): client.get_object(Bucket="bulletins", Key=each["Key"])[
                "Body"
            ].read()
            for each in found
        }

    assert publish("s3://bulletins/yongkang") == 0
    assert {**objects(), NAME: b""} == {**built(project), NAME: b""}
    page = client.head_object(Bucket="bulletins", Key="yongkang/index.html")
    assert page["ContentType"] == "text/html; charset=utf-8"
    assert page["CacheControl"] == "no-cache"
    style = next(path for path in built(project) if path.endswith(".css"))
    kept = client.head_object(Bucket="bulletins", Key=f"yongkang/{style}")
    assert kept["ContentType"] == "text/css; charset=utf-8"
    assert "immutable" in kept["CacheControl"]
    edit(project)
    assert publish("s3://bulletins/yongkang") == 0
    assert {**objects(), NAME: b""} == {**built(project), NAME: b""}
    assert publish("s3://not-there/yongkang") == 5
