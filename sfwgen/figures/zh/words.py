"""The words around a Chinese number that belong to the figure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sfwgen.figures.quantity import Qualifier

BEFORE: Final[Mapping[str, Qualifier]] = {
    word: qualifier
    for qualifier, words in (
        (Qualifier.ABOUT, "约 大约 大概 大致 约为 约有 约占 约合 约需 约达 大约有 大约为 大概有 ≈ 左右 估计"),
        (
            Qualifier.MORE_THAN,
            "超过 超过了 超 超出 已超 逾 突破 突破了 破 已破 多于 高于 大于 高出 过 已过 > ＞ 超越 不止 远超 超额",
        ),
        (Qualifier.NEARLY, "近 将近 接近 接近于 几近 逼近 近乎 已近"),
        (
            Qualifier.AT_LEAST,
            "至少 不少于 不低于 不小于 最少 起码 不下 不下于 ≥ 不得少于 不得低于 不能少于 不能低于 至少有 至少要 少说也有",
        ),
        (
            Qualifier.AT_MOST,
            "不超过 不超 至多 最多 不高于 不多于 不大于 不得超过 不能超过 不得高于 未超过 没有超过 没超过 ≤ 最多可 至多可 "
            "不应超过 不会超过 最长不超过 最高不超过 不逾",
        ),
        (
            Qualifier.LESS_THAN,
            "不足 不到 不满 未满 低于 少于 小于 未达 未到 不及 未达到 没到 还不到 尚不足 未足 < ＜ 不够",
        ),
    )
    for word in words.split()
}
"""Qualifiers before the number, the longest that fits is read (不超过, not 超过)."""

DISTANT: Final[Mapping[str, Qualifier]] = {
    "至少": Qualifier.AT_LEAST,
    "最少": Qualifier.AT_LEAST,
    "起码": Qualifier.AT_LEAST,
    "至多": Qualifier.AT_MOST,
    "最多": Qualifier.AT_MOST,
    "大约": Qualifier.ABOUT,
}
"""Qualifiers that may stand away from the number, in the same clause (每天至少可增加产值10万元)."""

LINKS: Final = ("达到了", "达到", "可达", "有", "为", "达", "需要", "需", "要", "了", "是", "在", "可", "占", "至", "到", "能")
"""Words that may stand between a qualifier and its number (约有300户, 至少需3天)."""

NOT_BEFORE: Final[Mapping[str, str]] = {
    "约": "节合预违签条制契公邀赴失誓缩集简俭解和缔婉隐爽履",
    "近": "附最临靠亲邻就远新贴切晚浅",
    "过": "超不通经越胜度渡错跨路走去来越飞穿太难经罪改好",
    "超": "赶高",
    "破": "突打爆侦攻冲识点",
    }
"""Characters before a qualifier that make it part of another word (节约2000元, 附近3家)."""

AFTER: Final[Mapping[str, Qualifier]] = {
    word: qualifier
    for qualifier, words in (
        (Qualifier.AT_LEAST, "以上 及以上 含以上 或以上 (含)以上 (含以上) 之上 起步"),
        (Qualifier.AT_MOST, "以下 以内 之内 及以下 或以下 (含)以下 (含)以内 之下"),
        (Qualifier.ABOUT, "左右 上下 许 开外"),
    )
    for word in words.split()
}
"""Qualifiers after the unit."""

STATISTICS: Final[Mapping[str, str]] = {
    word: statistic
    for statistic, words in (
        ("average", "平均 人均 户均 日均 月均 年均 亩均 场均 均价 均值 村均 次均 件均 单均 校均 镇均 班均"),
        ("peak", "最高时 最多时 最大时 高峰时 高峰期 高峰日 最高峰 峰值 最高达 最高可达 最多达 最多可达"),
    )
    for word in words.split()
}
"""Words that say which statistic a figure is; they may stand earlier in the clause."""

_UP: Final = (
    "增长 增长了 增加 增加了 增至 增加到 增加至 增收 增产 增 增长到 增长至 提高 提高到 提高至 提升 提升到 提升至 上升 上升到 上升至 "
    "上涨 上涨到 上涨至 上调 涨 涨至 涨到 升至 扩大 扩大到 扩大至 扩至 攀升 攀升至 跃升 跃升至 净增 回升 回升至 上浮 抬高 增大 翻 拓宽 延长"
).split()
_DOWN: Final = (
    "下降 下降到 下降至 减少 减少到 减少至 降低 降低到 降低至 降至 降到 降 下跌 下跌至 跌 跌至 回落 回落至 缩短 缩短到 缩短至 压缩 压缩到 "
    "压缩至 压减 缩减 缩减至 减至 减 收窄 收窄至 下调 下调至 下滑 下浮 缩小 削减 锐减 骤降 递减"
).split()
DIRECTIONS: Final[Mapping[str, str]] = dict.fromkeys(_UP, "up") | dict.fromkeys(_DOWN, "down")
"""Verbs of change before a figure."""

STILL: Final[Mapping[str, str]] = dict.fromkeys(
    "新增 新增长 提升改造 提升工程 提升年 增长率 增长点 增速 增幅 涨幅 降幅 降价 减免 减负 减排 增值 减灾 减轻 增强 增设 增补 增添 增派 加减 降温 降雨 降水 涨停 增订 增建 增挂 "
    "降压 降解 减震 减速 减值 降级 翻修 翻新 翻建 翻译 增压 增效 减税 降费 降本 减刑 减持 增持 增资 降噪 减振 跌倒".split(),
    "",
)
"""Nouns and verbs that hold one of them and say nothing about the figure's direction."""

PERIODS: Final = ("来", "以来", "内", "里", "间", "中", "时间里")
"""After 近 and a length of time these make it 'the last …', which is exact (近三年来)."""
