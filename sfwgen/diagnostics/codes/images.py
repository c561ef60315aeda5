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
        "images-need-pillow",
        zh=("处理图片需要 Pillow，目前没有安装。", '执行 pip install "sfwgen[images]"，然后重新运行。'),
        en=(
            "Images need Pillow, which is not installed.",
            'Run pip install "sfwgen[images]", then run the command again.',
        ),
    ),
)
