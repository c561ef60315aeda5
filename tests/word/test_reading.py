"""A Word file becomes Markdown that says the same; whatever else is in it is listed."""

from __future__ import annotations

import sys

import docx
import pytest

from sfwgen.word import Loss, NoReader, UnreadableWord, WordText, read_word
from tests.word.files import add_xml, photograph, report, saved

BODY = """\
飞凤社区有200米长的黄土路段，沿街30余户。

## 走访时看到的

面积800m²，路面坑洼。见\\*说明\\*、a\\_b 和 &lt;x>。

- 平整
- 铺设

1. 勘察
2. 施工

### 细节

| 项目 | 数量 |
| --- | --- |
| 道路\\|便道 | 300米 |

![请写明图片里有什么](image-1.png)

3\\. 手写的序号

新加的。"""


def read(data: bytes) -> WordText:
    return read_word(data, alt="请写明图片里有什么")


def losses(word: WordText) -> dict[Loss, str]:
    return {each.loss: each.text for each in word.lost}


def test_text_headings_lists_tables_and_images_are_carried_in_order() -> None:
    word = read(report())
    assert word.title == "飞凤社区道路整修完成"
    assert word.body == BODY
    assert [(each.name, each.data) for each in word.pictures] == [("image-1.png", photograph().getvalue())]


def test_what_a_story_does_not_hold_is_listed_with_its_words() -> None:
    assert losses(read(report())) == {
        Loss.INSERTED: "新加的。",
        Loss.DELETED: "删掉的。",
        Loss.MARGIN: "内部资料",
        Loss.FORMAT: "1",
    }


@pytest.mark.parametrize(
    ("xml", "loss", "text"),
    [
        ('<w:r><w:rPr><w:strike/></w:rPr><w:t>作废</w:t></w:r>', Loss.STRUCK, "作废"),
        ('<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框里</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>', Loss.TEXT_BOX, "框里"),
        ('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a=b</m:t></m:r></m:oMath>', Loss.EQUATION, "a=b"),
        ('<w:r><w:object/></w:r>', Loss.OBJECT, ""),
        ('<w:r><w:t>甲\ue000乙</w:t></w:r>', Loss.CHARACTER, "U+E000"),
    ],
)  # fmt: skip
def test_each_kind_of_loss_is_told(xml: str, loss: Loss, text: str) -> None:
    document = docx.Document()
    add_xml(document, xml)
    assert losses(read(saved(document))) == {loss: text}


def test_merged_cells_are_taken_apart_and_told() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合计"
    assert losses(read(saved(document)))[Loss.MERGED] == "合计"


def test_a_line_break_makes_a_paragraph_and_a_short_first_line_the_title() -> None:
    document = docx.Document()
    document.add_paragraph("老街翻修完成")
    document.add_paragraph("第一段。\n第二段。")
    word = read(saved(document))
    assert (word.title, word.body) == ("老街翻修完成", "第一段。\n\n第二段。")


def test_a_first_line_that_is_a_sentence_is_no_title() -> None:
    document = docx.Document()
    document.add_paragraph("老街翻修完成，沿街平整了。")
    assert read(saved(document)).title == ""


def test_a_file_that_is_none_of_word_is_refused() -> None:
    for data in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", report()[:500]):
        with pytest.raises(UnreadableWord):
            read(data)


def test_without_the_reader_it_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(NoReader):
        read(report())


def test_an_archive_that_unpacks_to_far_more_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sfwgen.word.reading._LARGEST", 1000)
    with pytest.raises(UnreadableWord):
        read(report())
