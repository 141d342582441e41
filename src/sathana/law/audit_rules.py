"""The data check of rules: citations in force, marks, windows without a hole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sathana.law.faults import Fault, fault, unknown
from sathana.law.load import LawPack
from sathana.law.model import MARKS, Bound, Provision, RuleInfo, RuleVersion, weakest
from sathana.law.windows import BEGIN, END, outer, overlap, shown, uncovered_part


def rule_faults(rule: RuleInfo, pack: LawPack) -> Iterator[Fault]:
    """Yield what is wrong with one rule, its texts, windows and pathway."""
    if not rule.versions:
        yield fault(
            "no-version",
            rule.id,
            "ไม่มีตัวบทเลย",
            "has no text: give at least one version",
        )
    for point in rule.contested:
        if point not in pack.contested:
            yield unknown(rule.id, "contested point", point)
    for version in rule.versions:
        yield from _version(rule, version, pack)
    yield from _event_holes(rule)
    yield from _pathway(rule, pack)


def _version(rule: RuleInfo, version: RuleVersion, pack: LawPack) -> Iterator[Fault]:
    if not version.cites:
        yield fault(
            "no-citation",
            rule.id,
            "ไม่อ้างบทกฎหมายใด ทุกกฎต้องอ้างอย่างน้อยหนึ่งบท",
            "cites nothing: every rule cites at least one provision",
        )
    for key in version.cites:
        if key not in pack.provisions:
            yield unknown(rule.id, "provision", key)
    windows = (
        (version.births_from, version.births_until),
        (version.law_from, version.law_until),
        (version.effect_from, version.effect_until),
    )
    if all(bound is None for window in windows for bound in window):
        yield fault(
            "no-dates",
            rule.id,
            "ไม่มีช่วงเวลาใดเลย (births, law หรือ effect)",
            "has no dates: give a window of births, law or effect",
        )
    cited = [pack.provisions[key] for key in version.cites if key in pack.provisions]
    if cited:
        yield from _in_force(rule, version, cited)
        yield from _marks(rule, version, cited)


def _marks(
    rule: RuleInfo, version: RuleVersion, cited: list[Provision]
) -> Iterator[Fault]:
    marks = [p.checked.verified for p in cited if p.checked.verified in MARKS]
    own = version.checked.verified
    if own in MARKS and MARKS.index(own) > MARKS.index(weakest(marks)):
        weak = next(p.id for p in cited if p.checked.verified == weakest(marks))
        yield fault(
            "mark-too-strong",
            rule.id,
            f"เครื่องหมาย {own} แรงกว่า {weak} ซึ่งเป็น {weakest(marks)}",
            f"is marked '{own}' but rests on {weak}, which is '{weakest(marks)}'",
        )


def _in_force(
    rule: RuleInfo, version: RuleVersion, cited: list[Provision]
) -> Iterator[Fault]:
    window = operative(version)
    law = outer(version.law_from, version.law_until)
    for p in cited:
        span = outer(p.in_force_from, p.in_force_until)
        if not overlap(span, window) and not (p.retroactive and overlap(span, law)):
            yield fault(
                "not-in-force",
                rule.id,
                f"อ้าง {p.id} ซึ่งไม่ใช้บังคับในช่วง {shown(window)}",
                f"cites {p.id}, which was not in force in {shown(window)}",
            )
    reached = _births(version) if _governs_births(version) else window
    uncovered = uncovered_part(
        reached, (outer(p.in_force_from, p.in_force_until) for p in cited)
    )
    if uncovered and not (_governs_births(version) and _reaches_back(cited)):
        yield _uncited(rule, version, uncovered)


def _uncited(rule: RuleInfo, version: RuleVersion, hole: tuple[int, int]) -> Fault:
    if _governs_births(version):
        return fault(
            "retroactive-without-clause",
            rule.id,
            f"ไม่มีบทที่อ้างใช้บังคับในช่วงวันเกิด {shown(hole)} และไม่อ้างบทย้อนหลัง",
            f"nothing it cites was in force for births in {shown(hole)}: cite the "
            "retroactive clause that reaches them, or narrow the births",
        )
    return fault(
        "uncited-time",
        rule.id,
        f"ไม่มีบทที่อ้างใช้บังคับในช่วง {shown(hole)}",
        f"nothing it cites was in force in {shown(hole)}: cite what was, or narrow "
        "the window",
    )


def _reaches_back(cited: Iterable[Provision]) -> bool:
    return any(p.retroactive for p in cited)


def _governs_births(version: RuleVersion) -> bool:
    """Whether the day of birth, not an event, decides if the text applies."""
    given = version.births_from is not None or version.births_until is not None
    return not version.works_on_events and (
        given or version.kind in ("gain", "bar", "stay")
    )


def _births(version: RuleVersion) -> tuple[int, int]:
    return outer(version.births_from, version.births_until)


def operative(version: RuleVersion) -> tuple[int, int]:
    """Return the half-open window, ordinals, in which a text does its work.

    That is the window of its events if it has one, else that of the births it governs;
    where it governs all births, and for definitions, it is the window in which the
    text is read as law.
    """
    if version.works_on_events:
        return outer(version.effect_from, version.effect_until)
    if _births(version) != (BEGIN, END):
        return _births(version)
    return outer(version.law_from, version.law_until)


# --- windows that must follow one another ---------------------------------------------


def _event_holes(rule: RuleInfo) -> Iterator[Fault]:
    for kind in {v.kind for v in rule.versions}:
        events = [
            (v.effect_from, v.effect_until)
            for v in rule.versions
            if v.kind == kind and v.works_on_events
        ]
        yield from _holes(rule.id, events)


def line_faults(pack: LawPack) -> Iterator[Fault]:
    """Check that the rules of a line leave no day of birth without a rule."""
    lines: dict[str, list[tuple[Bound, Bound]]] = {}
    for rule in pack.rules.values():
        for name in rule.line:
            first = rule.versions[:1]
            lines.setdefault(name, []).extend(
                (v.births_from, v.births_until) for v in first
            )
    for name, windows in sorted(lines.items()):
        yield from _holes(f"line:{name}", windows)
        spans = [outer(begin, end) for begin, end in windows]
        if min(spans)[0] > BEGIN or max(end for _, end in spans) < END:
            yield fault(
                "window-hole",
                f"line:{name}",
                "ไม่มีกฎสำหรับผู้ที่เกิดก่อนช่วงแรกหรือหลังช่วงสุดท้าย",
                "no rule governs births before the first or after the last window",
            )


def _pathway(rule: RuleInfo, pack: LawPack) -> Iterator[Fault]:
    path = rule.pathway
    if rule.kind == "pathway" and path is None:
        yield fault(
            "no-pathway",
            rule.id,
            "เป็นเส้นทางแต่ไม่มีสถานที่ยื่นและผู้พิจารณา",
            "is a pathway without an office, decider and windows",
        )
    if path is None:
        return
    if path.for_rule is not None and path.for_rule not in pack.rules:
        yield unknown(rule.id, "rule", path.for_rule)
    if not path.windows:
        yield fault(
            "no-dates", rule.id, "เส้นทางไม่มีช่วงเวลา", "the pathway has no window of time"
        )
    yield from _holes(rule.id, [(w.opens, w.closes) for w in path.windows])


def _holes(subject: str, windows: list[tuple[Bound, Bound]]) -> Iterator[Fault]:
    """Yield a fault for each hole between windows; bounds that touch are equal."""
    spans = sorted(outer(begin, end) for begin, end in windows)
    reached = spans[0][1] if spans else END
    for begin, end in spans[1:]:
        if begin > reached:
            yield fault(
                "window-hole",
                subject,
                f"ช่วง {shown((reached, begin))} ไม่มีตัวบทใดครอบคลุม",
                f"no text covers {shown((reached, begin))}: windows must touch",
            )
        reached = max(reached, end)
