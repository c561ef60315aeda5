"""What one document says never shows in another; nothing heavy is loaded before it is needed."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.content.markdown.reading import html_of, read

FULL = "甲[^1] [乙][ref] {=a} {~一~} <!-- c -->\n\n*[HTML]: x\n\n## 标题\n\n[^1]: 秘密\n\n[ref]: https://secret.cn/\n"
PLAIN = "丙[^1] [乙][ref] HTML\n\n## 标题\n"


def test_definitions_of_one_document_are_unknown_to_the_next() -> None:
    first = html_of(PLAIN)
    html_of(FULL)
    assert html_of(PLAIN) == first
    assert "secret" not in first
    assert "秘密" not in first
    assert 'id="标题"' in first


def test_a_refused_document_leaves_nothing_behind() -> None:
    first = html_of(PLAIN)
    for refused in ("[" * 300, "{=a", "**甲 _乙", "- " * 60, "<div>", "```\n甲"):
        read(refused)
    assert html_of(PLAIN) == first


def test_texts_parsed_side_by_side_do_not_mix() -> None:
    sources = [f"甲{index}[^1]\n\n## 标题{index}\n\n[^1]: 注{index}\n" for index in range(40)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(html_of, sources)) == [html_of(source) for source in sources]


def test_a_title_is_read_without_loading_the_markdown_library() -> None:
    program = (
        "import sys; import sfwgen.content.markdown as m; from sfwgen.diagnostics import Location;"
        "m.parse_phrase('a', Location('f'), breaks=True);"
        "sys.exit(any(name in sys.modules for name in ('markdown', 'nh3')))"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": ":".join(sys.path)})
