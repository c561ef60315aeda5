"""Fifteen Word files of the kinds that offices send: each with what the others lack."""

from __future__ import annotations

from collections.abc import Callable

import docx
from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.shared import RGBColor

from tests.word.files import add_xml, photograph, saved

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_WPS = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def _text(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def _paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{_text(text)}</w:p>"


def _add(document: Document, xml: str) -> None:
    """Adds an element of the body, before its last section."""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(xml))


def _note_part(document: Document, kind: str, notes: dict[int, str]) -> None:
    """Notes, each with a table in it and a link, which has a number of its own in their part."""
    link = f'<w:p><w:hyperlink r:id="rId1">{_text("来源")}</w:hyperlink></w:p>'
    table = f"<w:tbl><w:tr><w:tc>{_paragraph('注里的表')}</w:tc></w:tr></w:tbl>"
    inner = "".join(
        f'<w:{kind} w:id="{id_}">{_paragraph(text)}{link}{table}</w:{kind}>' for id_, text in notes.items()
    )
    data = f"<w:{kind}s {_W} {_R}>{inner}</w:{kind}s>".encode()
    media = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    part = Part(PackURI(f"/word/{kind}s.xml"), media, data, document.part.package)
    part.rels.get_or_add_ext_rel(RELATIONSHIP_TYPE.HYPERLINK, "https://sfw.example/note")
    document.part.relate_to(part, f"{RELATIONSHIP_TYPE.FOOTNOTES.rpartition('/')[0]}/{kind}s")


def lists_in_tables() -> Document:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "事项", "做法"
    table.cell(1, 0).text = "道路"
    cell = table.cell(1, 1)
    cell.paragraphs[0].text = "先勘察"
    cell.add_paragraph("再施工", style="List Number")
    return document


def forms_to_fill_in() -> Document:
    """Cells, rows and paragraphs in content controls, as templates have them."""
    document = docx.Document()
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = f"<w:tc>{control.format(_paragraph('格里的控件'))}</w:tc>"
    held = control.format(f"<w:tc>{_paragraph('控件里的格')}</w:tc>")
    row = control.format(f"<w:tr><w:tc>{_paragraph('控件里的行')}</w:tc><w:tc><w:p/></w:tc></w:tr>")
    _add(document, f"<w:tbl {_W}><w:tr>{cell}{held}</w:tr>{row}</w:tbl>")
    _add(document, control.format(_paragraph("控件里的一段。")).replace("<w:sdt>", f"<w:sdt {_W}>", 1))
    return document


def notes() -> Document:
    document = docx.Document()
    _note_part(document, "footnote", {2: "见年中报道。"})
    _note_part(document, "endnote", {3: "数字为约数。"})
    add_xml(
        document, f'{_text("管道贯通")}<w:r><w:footnoteReference w:id="2"/></w:r>{_text("，下降约0.2元")}'
    )
    add_xml(document, f'{_text("每方")}<w:r><w:endnoteReference w:id="3"/></w:r>')
    return document


def tracked_changes() -> Document:
    document = docx.Document()
    add_xml(
        document,
        f'{_text("整修")}<w:del w:id="1"><w:r><w:delText>约</w:delText></w:r></w:del>{_text("200米")}',
    )
    add_xml(document, f'<w:ins w:id="2">{_text("新增的一句。")}</w:ins>')
    add_xml(document, f'<w:moveTo w:id="3">{_text("移来的一句。")}</w:moveTo>')
    add_xml(document, f'<w:moveFrom w:id="4">{_text("移走的一句。")}</w:moveFrom>')
    gone = f"<w:tr><w:trPr><w:del w:id='5'/></w:trPr><w:tc>{_paragraph('删掉的一行')}</w:tc></w:tr>"
    _add(document, f"<w:tbl {_W}><w:tr><w:tc>{_paragraph('留下的一行')}</w:tc></w:tr>{gone}</w:tbl>")
    return document


def images() -> Document:
    document = docx.Document()
    document.add_picture(photograph())
    document.add_table(1, 1).cell(0, 0).paragraphs[0].add_run("表中有图").add_picture(photograph())
    cropped = document.add_picture(photograph())._inline.graphic.graphicData.pic.blipFill
    space = "http://schemas.openxmlformats.org/drawingml/2006/main"
    cropped.insert(1, parse_xml(f'<a:srcRect xmlns:a="{space}" l="25000"/>'))
    return document


def text_boxes() -> Document:
    """A text box as Word writes it, with the older form of it beside, and one among the paragraphs."""
    document = docx.Document()
    box = f"<w:txbxContent>{_paragraph('框里的话')}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent {_MC}><mc:Choice Requires="wps"><w:drawing><wp:inline {_WP}>'
        f"<wps:txbx {_WPS}>{box}</wps:txbx></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    add_xml(document, f"{_text('框外的话')}<w:r>{both}</w:r>")
    _add(document, f"<w:p {_W}>{_text('前')}{both}{_text('后')}</w:p>")
    return document


def margins() -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "某局内部资料"
    section.header.paragraphs[0].add_run().add_picture(photograph())
    section.footer.paragraphs[0].text = "— 1 —"
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "首页页眉"
    document.add_paragraph("正文。")
    return document


def merged_cells() -> Document:
    document = docx.Document()
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "走访"
    table.cell(0, 2).text = "办结"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "企业"
    for place, text in {(1, 1): "29次", (1, 2): "20件", (2, 1): "30次", (2, 2): "21件"}.items():
        table.cell(*place).text = text
    return document


def nested_tables() -> Document:
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].text = "外面的格"
    inner = cell.add_table(1, 1)
    inner.cell(0, 0).text = "里面的格"
    inner.cell(0, 0).paragraphs[0].add_run().add_picture(photograph())
    return document


def numbered_lists() -> Document:
    """A list that goes on after a paragraph, one that begins at 5, and numbers that are no plain ones."""
    document = docx.Document()
    for text in ("勘察", "设计"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("其间征求意见。")
    document.add_paragraph("施工", style="List Number")
    root = document.part.numbering_part.element
    others = ((901, 5, "decimal", "%1."), (902, 1, "chineseCounting", "%1、"), (903, 1, "none", ""))
    for id_, start, form, shape in others:
        level = f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shape}"/></w:lvl>'
        first = root.find(f"{{{root.nsmap['w']}}}num")
        first.addprevious(parse_xml(f'<w:abstractNum {_W} w:abstractNumId="{id_}">{level}</w:abstractNum>'))
        root.append(parse_xml(f'<w:num {_W} w:numId="{id_}"><w:abstractNumId w:val="{id_}"/></w:num>'))
        for text in ("甲", "乙"):
            numbers = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{id_}"/></w:numPr>'
            _add(document, _paragraph(f"{form}{text}", numbers).replace("<w:p>", f"<w:p {_W}>", 1))
    return document


def hidden_and_coloured() -> Document:
    document = docx.Document()
    paragraph = document.add_paragraph("看得见的")
    paragraph.add_run("看不见的").font.hidden = True
    paragraph.add_run("红字待核").font.color.rgb = RGBColor(255, 0, 0)
    paragraph.add_run("标黄待核").font.highlight_color = WD_COLOR_INDEX.YELLOW
    paragraph.add_run("作废的").font.strike = True
    return document


def fields() -> Document:
    """A link and a page number as fields, and a table of contents."""
    document = docx.Document()
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://sfw.example/" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_text("网站")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    add_xml(document, field)
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("一、走访情况\t1", style="toc 1")
    document.add_paragraph("正文开始。")
    return document


def odd_runs() -> Document:
    """Characters with their reading, symbols of a font, equations, text turned round, bidirectional runs."""
    document = docx.Document()
    ruby = f"<w:ruby><w:rt>{_text('kǎn')}</w:rt><w:rubyBase>{_text('踏勘')}</w:rubyBase></w:ruby>"
    add_xml(document, f"<w:r>{ruby}</w:r>{_text('现场')}")
    add_xml(document, f'<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>{_text("已办结")}')
    add_xml(
        document,
        f'<w:bdo w:val="ltr">{_text("另行书写的")}</w:bdo><w:newRun>{_text("从未见过的元素")}</w:newRun>',
    )
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    add_xml(document, f"<m:oMath {math}><m:r><m:t>x=1</m:t></m:r></m:oMath>")
    return document


def comments() -> Document:
    document = docx.Document()
    paragraph = document.add_paragraph("84,000名群众。")
    document.add_comment(paragraph.runs, text="请核对数字", author="审稿人")
    return document


def breaks() -> Document:
    """Lines, pages and tabs that end within paragraphs and items, and marks that Markdown would take as its own."""
    document = docx.Document()
    document.add_paragraph("第一行\n第二行\t隔开")
    add_xml(document, '<w:r><w:br w:type="page"/></w:r>')
    document.add_paragraph("一件事\n分两行写", style="List Bullet")
    document.add_paragraph("# 不是标题，1*2=2，a_b，[甲]，|，{=x}，<b>")
    document.add_paragraph("2019. 这一年")
    return document


OFFICES: dict[str, Callable[[], Document]] = {
    each.__name__: each
    for each in (
        lists_in_tables,
        forms_to_fill_in,
        notes,
        tracked_changes,
        images,
        text_boxes,
        margins,
        merged_cells,
        nested_tables,
        numbered_lists,
        hidden_and_coloured,
        fields,
        odd_runs,
        comments,
        breaks,
    )
}


def office(name: str) -> bytes:
    """The bytes of one of them."""
    return saved(OFFICES[name]())
