"""What the items of an inspection say, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "fields-needed": (
        "网站还不是正式发布（official: false）。转为正式网站时，config.yaml 需要写明下面 {n} 项，不能用占位内容",
        "The site is not official (official: false). To become so, config.yaml has to state the {n} fields below, without placeholders",
    ),
    "fields-complete": (
        "标识码、备案号、标识和栏目各项齐全",
        "Codes, filings, marks and columns are complete",
    ),
    "domain": ("域名 {host} 以 .gov.cn 结尾", "The domain {host} ends in .gov.cn"),
    "domain-other": ("域名 {host} 不以 .gov.cn 结尾", "The domain {host} does not end in .gov.cn"),
    "day-needed": (
        "{zh}：要有日期才能判断。加 --as-of 年-月-日，或设 SOURCE_DATE_EPOCH，或在 config.yaml 的 as_of 写到日",
        "{en}: this needs a day. Add --as-of YEAR-MONTH-DAY, set SOURCE_DATE_EPOCH, or give as_of in config.yaml to the day",
    ),
    "home-exempt": ("首页不要求更新（update: none）", "The home page needs no news (update: none)"),
    "home-nothing": (
        "到 {day} 为止，首页没有带发布时间的内容",
        "Up to {day} the home page has nothing with a time of publication",
    ),
    "home-updated": (
        "首页最近更新于 {last}，到 {day} 已有 {idle} 天（{limit} 天不更新即单项否决）",
        "The home page had its last news on {last}; days up to {day}: {idle} ({limit} without news fail the site)",
    ),
    "column-nothing": (
        "栏目“{zh}”没有带日期的内容，要求 {allowed} 天内更新",
        "The column “{en}” has nothing with a date; it has to have news within {allowed} days",
    ),
    "column-updated": (
        "栏目“{zh}”最近更新于 {last}，到 {day} 已有 {idle} 天（要求 {allowed} 天内）",
        "The column “{en}” had its last news on {last}; days up to {day}: {idle} (at most {allowed})",
    ),
    "column-empty": ("栏目“{zh}”没有内容", "The column “{en}” is empty"),
    "columns-filled": ("没有空白栏目", "No column is empty"),
    "undated": (
        "没有发布时间（published）的案例有 {n} 篇，检查时视为没有更新",
        "Stories without a time of publication (published), which count as not updated: {n}",
    ),
    "undated-issues": ("没有出刊日期（date）的简报有 {n} 期", "Issues without a date: {n}"),
    "dated": ("每一条都有时间", "Every item has its time"),
    "dated-later": (
        "时间晚于 {day} 的案例有 {n} 篇，会被视为伪造发布日期",
        "Stories with a time after {day}, which counts as a forged date: {n}",
    ),
    "dated-before": ("没有晚于 {day} 的时间", "No time is after {day}"),
    "contact-missing": (
        "没有“联系我们”页面（content/pages/contact）",
        "There is no contact page (content/pages/contact)",
    ),
    "contact": (
        "每页页脚有联系方式，并有“联系我们”页面",
        "Each page has the contact in its foot, and there is a contact page",
    ),
    "contact-not-stated": (
        "有“联系我们”页面，但每页页脚没有联系方式（official_site.contact）",
        "There is a contact page, but no contact in the foot of each page (official_site.contact)",
    ),
    "search": ("有站内搜索", "The site can be searched"),
    "search-missing": ("没有站内搜索", "The site cannot be searched"),
    "links": (
        "站内链接、图片和附件全部有效，共 {n} 处",
        "All links, pictures and files within the site lead somewhere: {n}",
    ),
    "ip-addresses": (
        "有链接写的是IPv4地址，应当写域名",
        "Some links name an IPv4 address; they should name a domain",
    ),
    "weight": (
        "页面大小合适，最大的 {page} 传输 {size}",
        "Pages are light; the heaviest, {page}, is sent in {size}",
    ),
    "weight-heavy": (
        "有 {n} 个页面太大：不含图片应在 {plain} 以内，含图片应在 {whole} 以内",
        "Pages that are too heavy: {n}; at most {plain} without pictures and {whole} with them",
    ),
}

MANUAL: Mapping[str, tuple[str, str]] = {
    "approval": (
        "网站或专题已按规定批准开办；县级部门一般不单独办网站，在门户网站下以专题或栏目发布",
        "The site or topic has been approved; a county department publishes under the portal rather than on a site of its own",
    ),
    "marks": (
        "页脚两个标识是主管部门发放的原图，点开能到对应的登记页面和找错页面",
        "Both marks are the artwork that was issued, and they open the right pages",
    ),
    "filings": (
        "ICP备案号、公安备案号与备案系统里的一致，仍然有效",
        "Both filing numbers agree with their registers and are still valid",
    ),
    "sign-off": (
        "每篇都经过三审三校，没有严重表述错误，没有涉密内容和个人信息",
        "Each story was reviewed and signed off; nothing in it is gravely misstated, secret or personal",
    ),
    "terms": (
        "姓名职务、机构名称、固定表述和错别字都核对过",
        "Names and posts, bodies, set phrases and spelling have been checked",
    ),
    "first-published": (
        "已发布内容的发布时间没有改过；后来的修改写在 updated 和 corrections 里",
        "No time of publication was changed afterwards; later changes stand in updated and corrections",
    ),
    "answers": ("公众的留言和咨询有人按时答复", "Questions from the public are answered in time"),
    "reach": (
        "从外网打开正常：15秒内能打开，支持IPv6，证书有效",
        "The site opens from outside within 15 seconds, over IPv6 too, and its certificate is valid",
    ),
    "services": (
        "能从首页或所在门户到达省政务服务网等办事入口",
        "The province’s service portal can be reached from the home page or its portal",
    ),
    "outside-links": (
        "站外链接共 {n} 个，逐个打开，没有失效的，域名没有被他人另作他用的",
        "Outside links, each of which has to open and still belong to whom it did: {n}",
    ),
}
