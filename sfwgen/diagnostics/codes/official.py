"""Official sites: what config.yaml has to state, and what the finished pages have to carry."""

from sfwgen.diagnostics.codes._entry import error, warning
from sfwgen.diagnostics.model import Code

FIELDS: tuple[Code, ...] = (
    error(
        "official-site-missing",
        zh=(
            "写了 official: true，但没有写 official_site（网站名称、标识码、备案号等）。",
            "补上 official_site；各项见 docs/official.zh.md。还没有批下来的，先写 official: false。",
        ),
        en=(
            "With official: true, official_site (the site's name, code, filings and so on) is required.",
            "Add it; docs/official.md has its fields. Until they are granted, write official: false.",
        ),
    ),
    error(
        "official-publisher-missing",
        zh=(
            "写了 official: true，但没有写承办单位（publisher）。",
            "补上 publisher，例如 {zh: 某市建设局, en: City Construction Bureau}。",
        ),
        en=(
            "With official: true, the body that runs the site (publisher) is required.",
            "Add it, such as publisher: {zh: 某市建设局, en: City Construction Bureau}.",
        ),
    ),
    error(
        "official-site-unofficial",
        zh=(
            "只有 official: true 的网站才能写 official_site。",
            "删除 official_site：标识码、备案号和标识只属于批准开办的网站。",
        ),
        en=(
            "Only a site with official: true may have official_site.",
            "Delete it: codes, filing numbers and marks belong to approved sites only.",
        ),
    ),
    error(
        "official-notice-left",
        zh=(
            "正式网站不能再写“非官方”的声明（notice）。",
            "删除 notice；如果还不是正式发布，把 official 改回 false。",
        ),
        en=(
            "An official site cannot carry the notice that it is not official.",
            "Delete notice, or set official back to false if the site is not official yet.",
        ),
    ),
    error(
        "official-placeholder",
        zh=(
            "“{value}”是占位的写法，正式网站不能带着它发布。",
            "换成批准文件或备案结果里的真实内容；还没有的，先写 official: false。",
        ),
        en=(
            "“{value}” only keeps a place; an official site cannot be published with it.",
            "Write what was granted or registered; until then, write official: false.",
        ),
    ),
    error(
        "official-domain-form",
        zh=(
            "“{value}”不是域名。",
            "只写主机名，用小写字母，例如 www.example.gov.cn：不带 https://，不带端口和路径。",
        ),
        en=(
            "“{value}” is not a domain.",
            "Write the host only, in small letters, such as www.example.gov.cn: no https://, port or path.",
        ),
    ),
    error(
        "official-domain-differs",
        zh=(
            "域名“{value}”与网址（url）中的主机名“{host}”不同。",
            "两处写成同一个；专题挂在门户网站下时，都是门户网站的域名。",
        ),
        en=(
            "The domain “{value}” is not the host of url, “{host}”.",
            "Make both the same; a topic under a portal has the portal's domain in both.",
        ),
    ),
    error(
        "official-code-form",
        zh=(
            "“{value}”不是网站标识码。",
            "标识码是十位数字，或 bm 加八位数字，或 N 加九位数字；照批准的写，中间不加空格。",
        ),
        en=(
            "“{value}” is not a site identification code.",
            "It is ten digits, or bm and eight digits, or N and nine digits, without spaces; copy the one granted.",
        ),
    ),
    error(
        "official-icp-form",
        zh=(
            "“{value}”不是ICP备案号。",
            "写成“省份简称 + ICP备 + 数字 + 号”，例如 测ICP备90000008号-2。",
        ),
        en=(
            "“{value}” is not an ICP filing number.",
            "It has the form 测ICP备90000008号-2: the province, ICP备, the digits, 号.",
        ),
    ),
    error(
        "official-police-form",
        zh=(
            "“{value}”不是公安备案号。",
            "写成“省份简称 + 公网安备 + 十四位数字 + 号”，例如 测公网安备99000002000009号。",
        ),
        en=(
            "“{value}” is not a public security filing number.",
            "It has the form 测公网安备99000002000009号: the province, 公网安备, fourteen digits, 号.",
        ),
    ),
    error(
        "official-mark-file",
        zh=(
            "“{value}”不是图形文件的文件名。",
            "把主管部门发放的图形放进 templates/static/，这里只写文件名，例如 party.png。",
        ),
        en=(
            "“{value}” is not the name of a picture.",
            "Put the artwork that was issued into templates/static/ and write its file name here, such as party.png.",
        ),
    ),
    error(
        "official-mark-missing",
        zh=(
            "templates/static/ 里没有标识图形“{file}”。",
            "把主管部门发放的图形文件放进去，不要用自己画的代替。",
        ),
        en=(
            "There is no artwork “{file}” in templates/static/.",
            "Put the file that was issued there; a drawing of one's own is no substitute.",
        ),
    ),
    error(
        "official-mark-link",
        zh=("“{value}”不是完整的 https 网址。", "照发放标识时给的链接写，以 https:// 开头。"),
        en=(
            "“{value}” is not a full https address.",
            "Copy the address that was issued with the mark; it begins with https://.",
        ),
    ),
    error(
        "official-mark-home-made",
        zh=("标识链接到了本站自己的网页。", "标识和找错入口要链接到发放它的平台，不能用自建的页面代替。"),
        en=(
            "The mark leads to a page of this site.",
            "It has to lead to the platform that issued it, not to a page of one's own under that name.",
        ),
    ),
    error(
        "official-story-undated",
        zh=(
            "正式网站的每一篇都要有发布时间（published），没有时间的视为没有更新。",
            "写上真实的发布时间，例如 published: 2019-07-05 16:30；还没有发布的，先写 draft: true。",
        ),
        en=(
            "On an official site every story has a time of publication; one without counts as not updated.",
            "Add the true one, such as published: 2019-07-05 16:30, or draft: true until it is published.",
        ),
    ),
)

_MORE_ZH = "[[（另有{more}页相同）]]"
_MORE_EN = "[[ ({more} more pages have the same)]]"

TAGS: tuple[Code, ...] = (
    error(
        "official-tag-missing",
        zh=(
            f"页面 {{page}}：缺少网页标签 {{tags}}{_MORE_ZH}。",
            "模板的 head 里要输出 frame.meta 的全部内容。",
        ),
        en=(
            f"Page {{page}}: the page tags {{tags}} are missing{_MORE_EN}.",
            "The template has to print all of frame.meta in the head.",
        ),
    ),
    error(
        "official-tag-empty",
        zh=(f"页面 {{page}}：网页标签 {{tag}} 是空的{_MORE_ZH}。", "填上内容，或改正模板。"),
        en=(
            f"Page {{page}}: the page tag {{tag}} is empty{_MORE_EN}.",
            "Fill it in, or correct the template.",
        ),
    ),
    error(
        "official-tag-twice",
        zh=(
            f"页面 {{page}}：网页标签 {{tag}} 出现了{{count}}次{_MORE_ZH}。",
            "每个标签只输出一次；名称不分大小写，description 和 Description 算同一个。",
        ),
        en=(
            f"Page {{page}}: the page tag {{tag}} stands there {{count}} times{_MORE_EN}.",
            "Print each once; names are compared without case: description and Description are the same.",
        ),
    ),
    error(
        "official-tag-residue",
        zh=(
            f"页面 {{page}}：网页标签 {{tag}} 里是程序或模板留下的“{{value}}”{_MORE_ZH}。",
            "换成真实内容，或改正模板。",
        ),
        en=(
            f"Page {{page}}: the page tag {{tag}} holds “{{value}}”, left over by a program or template{_MORE_EN}.",
            "Put the true content there, or correct the template.",
        ),
    ),
    error(
        "official-tag-form",
        zh=(
            f"页面 {{page}}：网页标签 {{tag}} 的写法不对：“{{value}}”{_MORE_ZH}。",
            "照配置和正文里的写法输出，例如 PubDate 是 2019-07-05 16:30。",
        ),
        en=(
            f"Page {{page}}: the page tag {{tag}} is not in its form: “{{value}}”{_MORE_EN}.",
            "Print it as it is configured or stated; PubDate looks like 2019-07-05 16:30.",
        ),
    ),
    error(
        "official-tag-differs",
        zh=(
            f"页面 {{page}}：网页标签 {{tag}} 是“{{value}}”，{{where_zh}}却是“{{other}}”{_MORE_ZH}。",
            "两处要完全相同；检查模板是否另写了一遍。",
        ),
        en=(
            f"Page {{page}}: the page tag {{tag}} says “{{value}}”, but {{where_en}} says “{{other}}”{_MORE_EN}.",
            "Both have to be the same; see whether the template writes it anew.",
        ),
    ),
    warning(
        "official-tag-spelling",
        zh=(
            f"页面 {{page}}：网页标签写成了 {{value}}，规范的写法是 {{tag}}{_MORE_ZH}。",
            "改正模板里的大小写。",
        ),
        en=(
            f"Page {{page}}: a page tag is written {{value}}; the standard has {{tag}}{_MORE_EN}.",
            "Correct its capitals in the template.",
        ),
    ),
    error(
        "official-tag-unofficial",
        zh=(
            f"页面 {{page}}：非正式网站不能有网页标签 {{tag}}{_MORE_ZH}。",
            "从模板里删除；它只属于批准开办的网站。",
        ),
        en=(
            f"Page {{page}}: an unofficial site cannot have the page tag {{tag}}{_MORE_EN}.",
            "Take it out of the template; it belongs to approved sites only.",
        ),
    ),
    error(
        "official-foot-missing",
        zh=(
            f"页面 {{page}}：页脚没有{{what_zh}}{_MORE_ZH}。",
            "模板 _footer.html 要输出 site.official_site 的各项；标识图形要有宽、高和替代文字。",
        ),
        en=(
            f"Page {{page}}: its foot lacks {{what_en}}{_MORE_EN}.",
            "_footer.html has to print all of site.official_site; artwork with width, height and text alternative.",
        ),
    ),
)

CODES: tuple[Code, ...] = (*FIELDS, *TAGS)
