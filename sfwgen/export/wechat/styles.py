"""How an article looks: values on each element, since the platform drops sheets, classes and variables."""

from __future__ import annotations

_RED, _INK, _SOFT, _RULE = "#b0151b", "#15181b", "#525961", "#d3d8dd"
_NOTE = f"margin:0 0 8px;font-size:14px;line-height:1.7;color:{_SOFT};"
_CELL = f"padding:8px 6px;border-bottom:1px solid {_RULE};font-size:15px;line-height:1.5;vertical-align:top;"

STYLES: dict[str, str] = {
    "article": f"color:{_INK};font-size:17px;line-height:1.8;text-align:left;word-break:break-word;",
    "meta": f"margin:0 0 16px;font-size:14px;line-height:1.6;color:{_SOFT};",
    "lead": f"margin:0 0 20px;padding:0 0 0 12px;border-left:3px solid {_RED};font-size:16px;line-height:1.7;color:#434a52;",
    "paragraph": "margin:0 0 16px;font-size:17px;line-height:1.8;",
    "heading": f"margin:28px 0 12px;font-size:19px;line-height:1.5;font-weight:bold;color:{_INK};",
    "subheading": f"margin:20px 0 8px;font-size:17px;line-height:1.5;font-weight:bold;color:{_INK};",
    "section": f"margin:28px 0 12px;padding:12px 0 0;border-top:3px solid {_INK};font-size:18px;line-height:1.5;font-weight:bold;",
    "group": "margin:12px 0 4px;font-size:15px;line-height:1.6;font-weight:bold;",
    "list": "margin:0 0 16px;padding:0 0 0 1.4em;",
    "item": "margin:0 0 6px;font-size:17px;line-height:1.8;",
    "numbered": "margin:0 0 6px;padding:0 0 0 1.6em;text-indent:-1.6em;font-size:17px;line-height:1.8;",
    "quote": f"margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid {_RULE};color:#434a52;",
    "table": "width:100%;margin:0 0 16px;border-collapse:collapse;border-spacing:0;",
    "cell": _CELL,
    "head": f"{_CELL}font-weight:bold;border-bottom:1px solid {_INK};text-align:left;",
    "value": f"{_CELL}white-space:nowrap;font-weight:bold;",
    "detail": f"font-size:13px;color:{_SOFT};",
    "note": _NOTE,
    "picture": f"margin:0 0 16px;padding:12px;border:1px dashed {_SOFT};font-size:14px;line-height:1.6;text-align:center;color:{_SOFT};",
    "verbatim": "margin:0 0 16px;padding:8px;background-color:#f3f5f6;font-size:14px;line-height:1.6;",
    "divider": f"margin:20px 0;border-top:1px solid {_RULE};font-size:1px;line-height:1px;",
    "keep": "white-space:nowrap;",
    "code": "background-color:#f3f5f6;",
    "underline": "text-decoration:underline;",
    "strike": "text-decoration:line-through;",
    "sup": "font-size:12px;vertical-align:super;",
    "sub": "font-size:12px;vertical-align:sub;",
    "mark": f"font-size:12px;vertical-align:super;color:{_SOFT};",
}
