"""The comparison in words, in Thai and English."""

from __future__ import annotations

from collections.abc import Sequence

from sathana.population.people.areas import AREA_NAMES
from sathana.population.people.compare import CALIBRATED, PREDICTED, Compared, Lang

_HEADS = {
    "th": "ผู้คนสมมติ: ตัวเลขที่เผยแพร่เทียบกับผล ไม่มีแถวใดเป็นบุคคลจริง",
    "en": "Synthetic people: published totals against results. No row is a real person",
}
_COLUMNS = {
    "th": ("ที่เผยแพร่", "ผล", "ต่าง", "คำตัดสิน"),
    "en": ("published", "result", "off by", "verdict"),
}
_VERDICTS = {
    "within": ("ตรง", "within"),
    "predicted": ("ทำนายได้", "predicted"),
    "conflict": ("ขัดกัน", "conflict"),
    "off": ("ไม่ตรง", "off"),
}
_LEFT_OUT = ("ไม่ได้ใช้ปรับ", "left out of the calibration")


def compare_text(rows: Sequence[Compared], lang: Lang, area: str | None = None) -> str:
    """Return the comparison as text; it begins by saying that people are synthetic.

    Args:
        rows: From :func:`sathana.population.people.compare.compare`.
        lang: ``th`` or ``en``.
        area: Named in the heading if given.
    """
    place = 0 if lang == "th" else 1
    head = _HEADS[lang] + (f" ({AREA_NAMES[area][place]})" if area else "")
    width = max((len(_number(row.target.value)) for row in rows), default=1)
    lines = [head, "", _titles(lang, width)]
    for row in rows:
        lines.extend(_lines(row, lang, width))
    return "\n".join([*lines, "", _summary(rows, lang), ""])


def _titles(lang: Lang, width: int) -> str:
    published, result, off, verdict = _COLUMNS[lang]
    return f"{published:>{width + 2}}  {result:>{width + 2}}  {off:>8}  {verdict}"


def _lines(row: Compared, lang: Lang, width: int) -> list[str]:
    place = 0 if lang == "th" else 1
    off = row.deviation
    shown = "-" if row.result is None else _number(row.result, row.target.per)
    verdict = _VERDICTS[row.verdict][place]
    if row.target.use == "predict":
        verdict += f", {_LEFT_OUT[place]}"
    first = (
        f"{_number(row.target.value, row.target.per):>{width + 2}}  "
        f"{shown:>{width + 2}}  {'-' if off is None else f'{off:+.1%}':>8}  {verdict}"
    )
    found = [
        first,
        f"    {row.target.id}: {row.target.defined(lang)}, {row.target.date}",
    ]
    if row.against is not None:
        found.append(f"    {_conflict(row, lang)}")
    return [*found, f"    {row.target.source}"]


def _conflict(row: Compared, lang: Lang) -> str:
    other = row.against
    if other is None:
        return ""
    mine = _number(row.target.value, row.target.per)
    theirs = _number(other.value, other.per)
    if lang == "th":
        said = f"{mine} ({row.target.date}) ขัดกับ {theirs}"
        return f"{said} ({other.id}, {other.date}) ใช้ตัวหลัง"
    return (
        f"{mine} ({row.target.date}) contradicts {theirs} ({other.id}, {other.date}); "
        "the latter was used"
    )


def _summary(rows: Sequence[Compared], lang: Lang) -> str:
    many = {word: sum(row.verdict == word for row in rows) for word in _VERDICTS}
    if lang == "th":
        return (
            f"ตรงภายใน {CALIBRATED:.0%}: {many['within']} "
            f"ทำนายได้ภายใน {PREDICTED:.0%}: {many['predicted']} "
            f"ตัวเลขขัดกัน: {many['conflict']} ไม่ตรง: {many['off']}"
        )
    return (
        f"within {CALIBRATED:.0%}: {many['within']}; predicted within {PREDICTED:.0%}: "
        f"{many['predicted']}; conflicting: {many['conflict']}; off: {many['off']}"
    )


def _number(value: float, per: str = "") -> str:
    return f"{value:.1%}" if per else f"{value:,.0f}"
