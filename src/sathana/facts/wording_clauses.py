"""One fact as one short sentence, said or denied."""

from __future__ import annotations

from collections.abc import Sequence

from sathana.facts.wording_before import before
from sathana.facts.wording_days import Speaker
from sathana.facts.wording_facts import SPELLS, STATES, STAY_MANNERS, StateWords
from sathana.facts.wording_sentence import Clause
from sathana.logic.nodes import (
    AskedDay,
    Before,
    Condition,
    Const,
    Holds,
    Identified,
    Is,
    Not,
    OpenLaw,
    Ordered,
    Rule,
    ThaiAt,
    Throughout,
    YearsAfter,
)
from sathana.logic.truth import Truth
from sathana.vocabulary.codes import NATIONALITY_BASES, ORDER_KINDS, REGISTER_KINDS
from sathana.vocabulary.names import look_up


def clause_of(node: Condition, speaker: Speaker) -> Clause:
    """Return the clause of a single fact, or of one denied with :class:`Not`.

    Raises:
        LookupError: A fact key, kind or value has no words yet.
        TypeError: The node is not a single fact.
    """
    inner, holds = (node.part, False) if isinstance(node, Not) else (node, True)
    match inner:
        case Is():
            return _is(inner, speaker, holds)
        case Before():
            return before(inner, speaker, holds)
        case Holds():
            return _holds(inner, speaker, holds)
        case ThaiAt():
            return _thai(inner, speaker, holds)
        case _:
            return _rarer(inner, speaker, holds)


def _rarer(node: Condition, speaker: Speaker, holds: bool) -> Clause:
    match node:
        case Throughout():
            return _throughout(node, speaker, holds)
        case Ordered():
            return _ordered(node, speaker, holds)
        case Identified():
            return _identified(node, speaker, holds)
        case Rule():
            return _rule(node, speaker, holds)
        case OpenLaw():
            return _open_law(node, speaker)
        case Const():
            return _const(node, speaker, holds)
        case _:
            raise TypeError(f"{type(node).__name__} is not a single fact.")


def _either(words: Sequence[str], speaker: Speaker) -> str:
    if speaker.lang == "th":
        return " หรือ".join(words)
    return ", ".join(words[:-1]) + " or " + words[-1] if len(words) > 1 else words[0]


def _is(node: Is, speaker: Speaker, holds: bool) -> Clause:
    if node.who == "order" and node.key == "under":
        return _order_under(node, speaker, holds)
    key = "orders.by" if node.who == "order" else node.key
    key = key.removeprefix("marriages.").removeprefix("care.")
    words = look_up_words(key)
    subject = speaker.who(node.who)
    if words.values is None:
        holds = holds == _means_yes(node, words)
        return Clause(subject, _state(words, speaker, holds))
    names = [look_up(words.values, v, what=f"value of {key}") for v in node.values]
    values = _either([speaker.say(name) for name in names], speaker)
    head = speaker.say(words.head) if holds and words.head else ""
    tail = _state(words, speaker, holds).format(values)
    return Clause(subject, tail, head, binds=bool(head))


def _order_under(node: Is, speaker: Speaker, holds: bool) -> Clause:
    titles = _either([f"“{speaker.title(rule)}”" for rule in node.values], speaker)
    names = (
        speaker.pick("names", "อ้าง")
        if holds
        else speaker.pick("does not name", "ไม่ได้อ้าง")
    )
    return Clause(
        speaker.who("order"),
        speaker.pick(f"{names} {titles} as its ground", f"{names}{titles}เป็นฐาน"),
    )


def look_up_words(key: str) -> StateWords:
    """Return the words of a fact that is so or is not.

    Raises:
        LookupError: Nobody has written words for this fact yet.
    """
    try:
        return STATES[key]
    except KeyError:
        raise LookupError(
            f"There are no words for the fact {key!r}, so a rule that asks it cannot "
            f"be shown; add it to STATES in sathana.facts.wording_facts."
        ) from None


def _means_yes(node: Is, words: StateWords) -> bool:
    if node.values not in ((words.yes,), (words.no,)):
        raise LookupError(
            f"The fact {node.key!r} is asked for {', '.join(node.values)}, but it can "
            f"only be said for {words.yes!r} or for {words.no!r}."
        )
    return node.values == (words.yes,)


def _state(words: StateWords, speaker: Speaker, holds: bool) -> str:
    if holds:
        return speaker.pick(words.en, words.th)
    return speaker.pick(words.en_not, words.th_not)


def _holds(node: Holds, speaker: Speaker, holds: bool) -> Clause:
    text, at = _spell(node.key, speaker, holds), speaker.at(node.day)
    kinds = _kinds(node.key, node.kinds, speaker)
    if node.key == "stay":
        tail = speaker.pick(f"{text} {at} {kinds}", f"{text}{at} {kinds}").strip()
    else:
        tail = speaker.pick(f"{text} {at}", f"{text}{at}").replace("{}", kinds)
    return Clause(speaker.who(node.who), tail)


def _spell(key: str, speaker: Speaker, holds: bool) -> str:
    if key not in SPELLS:
        raise LookupError(
            f"There are no words for a time of {key!r}, so a rule that asks it cannot "
            f"be shown; add it to SPELLS in sathana.facts.wording_facts."
        )
    return _state(SPELLS[key], speaker, holds)


def _kinds(key: str, kinds: Sequence[str], speaker: Speaker) -> str:
    """Say the kinds of a stay or of registers; of care and residence there are none."""
    if key not in ("stay", "registers"):
        return ""
    table = STAY_MANNERS if key == "stay" else REGISTER_KINDS
    names = [look_up(table, kind, what=f"kind of {key}") for kind in kinds]
    if not names and key == "registers":
        return speaker.pick("some civil register", "ทะเบียนใดทะเบียนหนึ่งของทางราชการ")
    return _either([speaker.say(name) for name in names], speaker) if names else ""


def _throughout(node: Throughout, speaker: Speaker, holds: bool) -> Clause:
    text = _spell(node.key, speaker, holds)
    text = text.replace("{}", _kinds(node.key, (), speaker))
    begin, end = speaker.noun(node.begin), speaker.noun(node.end)
    match node.begin:
        case YearsAfter(day, years) if years < 0 and day == node.end:
            over = speaker.pick(
                f" without a break for the {-years} years before {end}",
                f"ต่อเนื่องตลอด {-years} ปีก่อน{end}",
            )
        case day if day == node.end:
            over = speaker.pick(f" {speaker.at(day)}", speaker.at(day))
        case _:
            over = speaker.pick(
                f" without a break from {begin} until {end}",
                f"ต่อเนื่องตั้งแต่{begin}จนถึง{end}",
            )
    return Clause(speaker.who(node.who), text + over)


def _thai(node: ThaiAt, speaker: Speaker, holds: bool) -> Clause:
    text = (
        speaker.pick("held Thai nationality", "มีสัญชาติไทย")
        if holds
        else speaker.pick("was not Thai", "ไม่มีสัญชาติไทย")
    )
    at = speaker.at(node.day)
    tail = speaker.pick(f"{text} {at}", f"{text}{at}")
    if node.without:
        bases = _either([_basis(base, speaker) for base in node.without], speaker)
        tail += speaker.pick(
            f" (not counting nationality {bases})", f" (ไม่นับสัญชาติ{bases})"
        )
    return Clause(speaker.who(node.who), tail)


def _basis(base: str, speaker: Speaker) -> str:
    if base in NATIONALITY_BASES:
        return speaker.say(NATIONALITY_BASES[base])
    return speaker.pick(
        f"under “{speaker.title(base)}”", f"ตาม “{speaker.title(base)}”"
    )


def _ordered(node: Ordered, speaker: Speaker, holds: bool) -> Clause:
    names = [look_up(ORDER_KINDS, kind, what="order") for kind in node.kinds]
    what = _either([speaker.say(name) for name in names], speaker)
    by = "" if isinstance(node.day, AskedDay) else speaker.noun(node.day)
    under = f" (“{speaker.title(node.under)}”)" if node.under else ""
    who = speaker.who(node.who)
    if speaker.lang == "th":
        start = f"{'มี' if holds else 'ไม่มี'}คำสั่งของทางราชการแก่{who}"
        return Clause("", f"{start}{f'ภายใน{by}' if by else ''} คือ{what}{under}")
    start = f"there is {'an' if holds else 'no'} order of the state for {who}"
    return Clause("", f"{start}{f' by {by}' if by else ''}: {what}{under}")


def _identified(node: Identified, speaker: Speaker, holds: bool) -> Clause:
    who = speaker.who(node.who)
    if speaker.lang == "th":
        return Clause("", f"{'รู้ได้' if holds else 'ไม่มีใครรู้ได้'}ว่า{who}เป็นใคร")
    if holds:
        return Clause(who, "can be identified")
    return Clause("", f"nobody can find out who {who} is")


def _rule(node: Rule, speaker: Speaker, holds: bool) -> Clause:
    title = speaker.title(node.rule)
    if speaker.lang == "th":
        return Clause(
            speaker.who(node.who), f"{'' if holds else 'ไม่'}เข้าเกณฑ์ “{title}”"
        )
    verb = "meets" if holds else "does not meet"
    return Clause(speaker.who(node.who), f"{verb} “{title}”")


def _open_law(node: OpenLaw, speaker: Speaker) -> Clause:
    title = speaker.title(node.id)
    return Clause(
        "",
        speaker.pick(
            f"a text that has not been verified: {title}",
            f"ตัวบทที่ยังไม่ได้ตรวจสอบ: {title}",
        ),
    )


def _const(node: Const, speaker: Speaker, holds: bool) -> Clause:
    value = node.value if holds else ~node.value
    texts = {
        Truth.YES: speaker.pick("no further condition is asked", "ไม่มีเงื่อนไขอื่นอีก"),
        Truth.NO: speaker.pick("this never applies", "ไม่ใช้บังคับกับผู้ใด"),
        Truth.UNKNOWN: speaker.pick("this is not known for anybody", "ยังไม่มีใครทราบ"),
    }
    return Clause("", texts[value])
