"""Word files as offices write them, made for the tests."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.oxml.parser import parse_xml
from PIL import Image

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def photograph() -> io.BytesIO:
    """A small picture, all of one colour."""
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "grey").save(buffer, "PNG")
    buffer.seek(0)
    return buffer


def saved(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def add_xml(document: Document, xml: str) -> None:
    """Adds a paragraph with these elements in it."""
    paragraph = document.add_paragraph("")
    for element in parse_xml(f"<w:p {_W}>{xml}</w:p>"):
        paragraph._p.append(element)


def report() -> bytes:
    """A report with everything that a story holds, and much that it does not."""
    document = docx.Document()
    document.add_paragraph("飞凤社区道路整修完成", style="Title")
    document.add_paragraph("飞凤社区有200米长的黄土路段，沿街30余户。")
    document.add_heading("走访时看到的", 1)
    paragraph = document.add_paragraph("面积800m")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run("，路面").bold = False
    paragraph.add_run("坑洼").bold = True
    paragraph.add_run("。见*说明*、a_b 和 <x>。")
    for item in ("平整", "铺设"):
        document.add_paragraph(item, style="List Bullet")
    for item in ("勘察", "施工"):
        document.add_paragraph(item, style="List Number")
    document.add_heading("细节", 3)
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("项目", "数量", "道路|便道", "300米"), strict=True):
        cell.text = text
    document.add_picture(photograph())
    document.add_paragraph("3. 手写的序号")
    document.sections[0].header.paragraphs[0].text = "内部资料"
    add_xml(document, '<w:ins w:id="1" w:author="甲"><w:r><w:t>新加的。</w:t></w:r></w:ins>')
    add_xml(document, '<w:del w:id="2" w:author="甲"><w:r><w:delText>删掉的。</w:delText></w:r></w:del>')
    return saved(document)
