"""However two texts are divided, no piece of them is lost when they are held beside each other."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from sfwgen.model import Confirmed
from sfwgen.translations.comparing import NONE, Pairing, PieceState, make_known, pair_pieces
from sfwgen.translations.pieces import Piece, body_pieces

CHINESE = st.lists(
    st.sampled_from(["路面不平。", "雨天积水。", "## 走访", "- 平整", "修好了。", "长200米。"]), max_size=7
)
ENGLISH = st.lists(
    st.sampled_from(["The road.", "Water.", "## Visit", "- Levelled", "Done.", "200 metres."]), max_size=7
)


def pieces(blocks: list[str], file: str) -> list[Piece]:
    return list(body_pieces("\n\n".join(blocks), file, 1))


def confirmed(pairings: list[Pairing]) -> list[Confirmed]:
    return [
        Confirmed(*(NONE if side is None else side.mark for side in (each.original, each.translated)))
        for each in pairings
    ]


@settings(max_examples=150, deadline=None)
@given(CHINESE, ENGLISH, CHINESE, ENGLISH)
def test_what_was_confirmed_is_confirmed_and_after_any_edit_every_piece_is_told_once(
    zh: list[str], en: list[str], later_zh: list[str], later_en: list[str]
) -> None:
    nothing = make_known((), numbers_checked=True)
    first = list(pair_pieces(pieces(zh, "zh"), pieces(en, "en"), nothing))
    known = make_known(confirmed(first), numbers_checked=True)
    again = list(pair_pieces(pieces(zh, "zh"), pieces(en, "en"), known))
    assert {each.state for each in again} <= {PieceState.CONFIRMED}
    edited = list(pair_pieces(pieces(later_zh, "zh"), pieces(later_en, "en"), known))
    assert Counter(each.original for each in edited if each.original) == Counter(pieces(later_zh, "zh"))
    assert Counter(each.translated for each in edited if each.translated) == Counter(pieces(later_en, "en"))
    assert all(each.original or each.translated for each in edited)
