"""The words around a Chinese number that belong to the figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sfwgen.figures.quantity import Qualifier
from sfwgen.figures.scanning import by_word, word_list

BEFORE: Final[Mapping[str, Qualifier]] = by_word(
    {
        Qualifier.ABOUT: (
            "约 大约 大概 大致 约为 约有 约占 约合 约需 约达 大约有 大约为 大概有 ≈ 大致在 约在 折合约 差不多"
        ),
        Qualifier.MORE_THAN: (
            "超过 超过了 超 超出 逾 突破 突破了 破 多于 高于 大于 高出 过 > ＞ 超越 不止 远超 超额 均超 "
            "均超过 有超过 已超 已破 已过 冲破 跨过 迈过"
        ),
        Qualifier.NEARLY: "近 将近 接近 接近于 几近 逼近 近乎 约近",
        Qualifier.AT_LEAST: (
            "至少 不少于 不低于 不小于 最少 起码 不下 不下于 ≥ 不得少于 不得低于 不能少于 不能低于 "
            "不得小于 应不少于 应不低于 至少有 至少要 不短于 不早于 最低不少于"
        ),
        Qualifier.AT_MOST: (
            "不超过 不超 至多 最多 不高于 不多于 不大于 不得超过 不能超过 不得高于 不得大于 不得多于 "
            "未超过 没有超过 没超过 ≤ 不应超过 不会超过 不长于 最长不超过 最高不超过 最多不超过 "
            "原则上不超过 一般不超过 不逾"
        ),
        Qualifier.LESS_THAN: (
            "不足 不到 不满 未满 低于 少于 小于 未达 未到 不及 未达到 没到 还不到 尚不足 未足 < ＜ 不够 "
            "仅不到 尚不满"
        ),
    }
)
"""Qualifiers before the number, of which the longest that fits is read (不超过, not 超过)."""

DISTANT: Final[Mapping[str, Qualifier]] = by_word(
    {
        Qualifier.AT_LEAST: "至少 最少 起码",
        Qualifier.AT_MOST: "至多 最多",
        Qualifier.ABOUT: "大约 大概",
    }
)
"""Qualifiers that may stand away from the number, in the same clause (每天至少可增加产值10万元)."""

LINKS: Final = word_list(
    "达到了 达到 达 可达 已达 有 为 需要 需 要 了 是 在 可 占 至 到 能 约为 共 已 就有 就 仅 高达 多达"
)
"""Words that may stand between a qualifier and its number (约有300户, 至少需3天)."""

NOT_BEFORE: Final[Mapping[str, str]] = {
    "约": "节合预违签条制契公邀赴失誓缩集简俭解和缔婉隐爽履特守续",
    "近": "附最临靠亲邻就远新贴切晚浅",
    "过": "超不通经越胜度渡错跨路走去来飞穿太难罪改好看做办跑吃住开查受接见学去有听",
    "超": "赶高反",
    "破": "突打爆侦攻冲识点损",
    "不够": "还",
}
"""Characters before a qualifier that make it part of another word (节约2000元, 附近3家)."""

AFTER: Final[Mapping[str, Qualifier]] = by_word(
    {
        Qualifier.AT_LEAST: "以上 及以上 含以上 或以上 (含)以上 （含）以上 (含以上) （含以上） 之上",
        Qualifier.AT_MOST: "以下 以内 之内 及以下 或以下 (含)以下 (含)以内 （含）以下 （含）以内 之下",
        Qualifier.ABOUT: "左右 上下",
    }
)
"""Qualifiers after the unit."""

ORDERS: Final[Mapping[str, int]] = {
    "成百上千": 100,
    "成千上万": 1000,
    "上千上万": 1000,
    "数以百计": 100,
    "数以千计": 1000,
    "数以万计": 10000,
    "数以十万计": 100000,
    "数以百万计": 1000000,
    "数以亿计": 100000000,
}
"""Set phrases for an order of magnitude."""

STATISTICS: Final[Mapping[str, str]] = by_word(
    {
        "average": (
            "平均 人均 户均 日均 月均 年均 亩均 场均 均价 均值 村均 次均 件均 单均 校均 镇均 班均 周均 "
            "季均 床均 店均 企均 台均 栋均 每均 均摊 均龄 均温 均薪"
        ),
        "peak": "最高 最高时 最多时 最大时 高峰时 高峰期 高峰日 最高峰 峰值 最高达 最多达 最高可达 高峰时段",
        "": (
            "最高补 最高奖 最高可 最高限 最高额 最高不 最高法 最高层 最高楼 最高学 最高标准 最高档 "
            "最高给 最高资 最高支 最高贷 最高点 最高检 最高人 最高荣 最高级 最高等 最高分 最高授 平均主 "
            "高峰期间避"
        ),
    }
)
"""Words that say which statistic a figure is, and longer words that hold one and say nothing."""

DIRECTIONS: Final[Mapping[str, str]] = by_word(
    {
        "up": (
            "增长 增长了 增加 增加了 增至 增加到 增加至 增收 增产 增 增长到 增长至 提高 提高了 提高到 "
            "提高至 提升 提升了 提升到 提升至 上升 上升了 上升到 上升至 上涨 上涨了 上涨到 上涨至 上调 "
            "涨 涨至 涨到 升至 升到 扩大 扩大了 扩大到 扩大至 扩至 扩到 攀升 攀升到 攀升至 跃升 跃升到 "
            "跃升至 净增 回升 回升了 回升到 回升至 上浮 抬高 增大 翻 拓宽到 拓宽至 延长 延长了 延长到 "
            "延长至 增为 加快 猛增 激增 递增 增多 提速 调高 调高到 调高至 发展到 壮大到 扩增到 扩容到 "
            "增持到 上扬 走高 飙升"
        ),
        "down": (
            "下降 下降了 下降到 下降至 减少 减少了 减少到 减少至 降低 降低了 降低到 降低至 降至 降到 降 "
            "下跌 下跌了 下跌到 下跌至 跌 跌至 跌到 回落 回落了 回落到 回落至 缩短 缩短了 缩短到 缩短至 "
            "缩短为 压缩 压缩了 压缩到 压缩至 压缩为 压减 压减了 压减到 压减至 缩减 缩减到 缩减至 "
            "缩减为 减至 减到 减 减为 降为 收窄 收窄到 收窄至 下调 下调了 下调到 下调至 下滑 下滑到 "
            "下滑至 下浮 缩小 缩小到 缩小至 削减 锐减 骤降 递减 调低 调低到 调低至 走低 精简到 精简至 "
            "精简为 压降 压降到 压降至 陡降 减产 减收 降幅达"
        ),
        "": (
            "新增 新增长 提升改造 提升工程 提升年 提升行动 提升项目 增长率 增长点 增长极 增速 增幅 涨幅 "
            "降幅 降价 减免 减负 减排 增值 减灾 减轻 增强 增设 增补 增添 增派 加减 降温 降雨 降水 涨停 "
            "增订 增建 增挂 降压 降解 减震 减速 减值 降级 翻修 翻新 翻建 翻译 增压 增效 减税 降费 降本 "
            "减刑 减持 增持 增资 降噪 减振 跌倒 净增长率 提升小区 提升村 扩大会 扩大内 扩大开 扩大有 "
            "增资扩 加快推 加快建 加快实 加快完 提升档 提升品 提高质 提高标 升级改 降临 翻越 涨水 涨潮 "
            "增长中 增幅比 翻看 翻开 翻地 翻耕 跌落 减肥 减压 减半 减量 增量 提高政 增信 增补充 "
            "改造提升 品质提升 增殖 增绿 增花 增开 增容 增配 增发 增援 减隔 减污 降碳 降尘 降耗 "
            "提升道路 提升工 整治提升 改建提升 提升类 提升绿 提升农 延长线 降水量 降雨量 降雪 增雨 "
            "提升机 涨价 增值税"
        ),
    }
)
"""Verbs of change before a figure, and words that only hold one (新增, 减免)."""

PERIODS: Final = ("来", "以来", "内", "里", "间", "中", "时间里", "时间内")
"""After 近 and a length of time these make it 'the last …', which is exact (近三年来)."""

LEADING: Final = word_list(
    "共 总共 一共 共有 共计 合计 总计 累计 仅 只 只有 满 达 达到 为 有 每天 每月 每年 每日 每户 每人 可 "
    "能 可以 分别 其中 同比 环比 比上年 预计 计划 已 全部"
)
"""Words besides those of a statistic or a direction that may go before a figure written by itself."""
