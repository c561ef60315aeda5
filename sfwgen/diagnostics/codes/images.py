"""Images of documents."""

from sfwgen.diagnostics.codes._entry import error
from sfwgen.diagnostics.model import Code

CODES: tuple[Code, ...] = (
    error(
        "image-unreadable",
        zh=("图片打不开，可能已经损坏。", "用看图软件打开确认，另存为 JPEG 或 PNG 后再放进来。"),
        en=(
            "The image cannot be read; it may be damaged.",
            "Open it in a viewer, save it again as JPEG or PNG and put that here.",
        ),
    ),
    error(
        "image-kind",
        zh=("图片的内容是 {found}，扩展名却是 {expected} 的。", "按内容改正扩展名，或另存为 {expected}。"),
        en=(
            "The image is a {found}, but its name says {expected}.",
            "Correct the ending of its name, or save it as {expected}.",
        ),
    ),
    error(
        "image-too-large",
        zh=(
            "图片尺寸过大：{size} 像素。",
            "缩小到宽 1600 像素左右；上限是 5000 万像素、边长 12,000、100 帧。",
        ),
        en=(
            "The image is too large: {size} pixels.",
            "Scale it to a width of about 1600; the limits are 50 million pixels, 12,000 a side and 100 frames.",
        ),
    ),
    error(
        "image-name-invalid",
        zh=("“{value}”不是图片的文件名。", "写这一篇文件夹里的图片，例如 before.jpg。"),
        en=(
            "“{value}” is not the name of an image.",
            "Name an image in the story's folder, such as before.jpg.",
        ),
    ),
    error(
        "pair-image-missing",
        zh=(
            "前后对照的这一侧没有图片（image）。",
            "两侧都写上图片的文件名；没有图片就写 drawing: line 或 drawing: stretch，画成示意图。",
        ),
        en=(
            "This side of the comparison has no image.",
            "Name an image on both sides; where there is none, drawing: line or drawing: stretch draws a schematic.",
        ),
    ),
    error(
        "pair-alt-missing",
        zh=("图片没有文字说明（alt）。", "用每种语言写明图里有什么，看不见图片的读者靠它了解内容。"),
        en=(
            "The image has no description (alt).",
            "Say in each language what it shows, for those who cannot see it.",
        ),
    ),
    error(
        "pair-drawing-and-image",
        zh=("示意图（drawing）和图片（image）只能用一种。", "有两张图片就删除 drawing，否则删除图片。"),
        en=(
            "A comparison is a drawing or a pair of images, not both.",
            "Where there are two images, delete drawing; otherwise delete the image.",
        ),
    ),
    error(
        "share-font-unreadable",
        zh=("分享图的字体打不开。", "换一个 OpenType 或 TrueType 字体；不要分享图，就删除这个文件。"),
        en=(
            "The font of the share pictures cannot be read.",
            "Put an OpenType or TrueType font there, or delete the file to do without share pictures.",
        ),
    ),
    error(
        "share-glyph-missing",
        zh=("分享图的字体没有这些字：{characters}。", "换一个字数更全的字体放在 templates/share-font。"),
        en=(
            "The font of the share pictures lacks these characters: {characters}.",
            "Put a font with more characters at templates/share-font.",
        ),
    ),
    error(
        "images-need-pillow",
        zh=("处理图片需要 Pillow，目前没有安装。", '执行 pip install "sfwgen[images]"，然后重新运行。'),
        en=(
            "Images need Pillow, which is not installed.",
            'Run pip install "sfwgen[images]", then run the command again.',
        ),
    ),
)
