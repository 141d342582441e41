"""The one sentence of an answer, what decided it, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from sathana.status.wording import Text, both, title

type Json = dict[str, object]

_BY_ORDER = both(
    "คำสั่งหรือคำพิพากษาที่เปลี่ยนข้อเท็จจริงนี้ หรือข้อมูลในแฟ้มนี้ผิด",
    "an order or a judgment that changes this fact, or a mistake in the file",
)
_SAYS_LITTLE = (".born.date", ".father", ".mother")
"""Facts that say which law applies, or only that a parent is known."""
_MOST = 4
"""Deciding facts shown beside a sentence; the proof holds the rest."""


def around(
    thai: Json,
    proof: Json,
    missing: list[Json],
    name: Text,
    readings: Mapping[str, str],
) -> Json:
    """Return ``sentence``, ``deciding`` and ``changes`` of an answer.

    Args:
        thai: The answer as the contract shows it.
        proof: Its proof.
        missing: Missing facts, the one that decides most first.
        name: What to call the person.
        readings: The answer under each reading.
    """
    deciding = _deciding(proof)
    if _is_given(thai, deciding, str(proof["person"])):
        told = _text(deciding[0]["text"])
        sentence = both(told["th"], f"{told['en'][0].upper()}{told['en'][1:]}.")
        changes = [_BY_ORDER]
    else:
        sentence = _sentence(thai, missing, name, readings)
        changes = _changes(thai, deciding, missing)
    return {"sentence": sentence, "deciding": deciding, "changes": changes}


def _sentence(
    thai: Json, missing: list[Json], name: Text, readings: Mapping[str, str]
) -> Text:
    match thai["answer"]:
        case "yes":
            return _yes(thai, name)
        case "no":
            return _no(thai, name)
        case "contested":
            return _contested(name, readings)
        case _:
            return _unknown(missing, name)


def _is_given(thai: Json, deciding: list[Json], who: str) -> bool:
    """Say whether the file itself gives the nationality, and no rule carries it."""
    told = [fact["fact"] for fact in deciding]
    return told == [f"{who}.thai"] and not thai["rule"]


def _rule(thai: Json, lang: str) -> str:
    rule = thai["rule"]
    if isinstance(rule, str):
        return f"{title(rule, lang)} ({rule})"
    if isinstance(rule, list):
        return " / ".join(rule)
    return ""


def _yes(thai: Json, name: Text) -> Text:
    th, en = _rule(thai, "th"), _rule(thai, "en")
    return both(
        f"ตามข้อเท็จจริงที่ให้ไว้ กฎหมายถือว่า{name['th']}มีสัญชาติไทย"
        + (f" โดย{th}" if th else ""),
        f"On the facts told, the law takes {name['en']} as Thai"
        + (f": {en}." if en else ": the file gives it as a fact."),
    )


def _no(thai: Json, name: Text) -> Text:
    th, en = _rule(thai, "th"), _rule(thai, "en")
    if thai["lost_by"]:
        return both(
            f"ตามข้อเท็จจริงที่ให้ไว้ {name['th']}เคยมีสัญชาติไทยแต่ไม่มีแล้ว เพราะ{th}",
            f"On the facts told, {name['en']} held Thai nationality and no longer "
            f"does: {en}.",
        )
    return both(
        f"ตามข้อเท็จจริงที่ให้ไว้ ยังไม่มีกฎหมายที่ให้สัญชาติไทยแก่{name['th']}"
        + (f" เพราะ{th}" if th else ""),
        f"On the facts told, the law does not give {name['en']} Thai nationality"
        + (f": {en}." if en else "."),
    )


def _contested(name: Text, readings: Mapping[str, str]) -> Text:
    court = readings["court"] == "yes"
    words = ("มี", "ไม่มี") if court else ("ไม่มี", "มี")
    return both(
        f"เรื่องสัญชาติของ{name['th']}ตีความต่างกัน แนวศาลเห็นว่า{words[0]}สัญชาติไทย "
        f"แนวฝ่ายปกครองเห็นว่า{words[1]}",
        f"Authorities differ about {name['en']}: the courts' reading says "
        f"{'Thai' if court else 'not Thai'}, the offices' reading says "
        f"{'not Thai' if court else 'Thai'}.",
    )


def _unknown(missing: list[Json], name: Text) -> Text:
    th = "ข้อเท็จจริงที่ให้ไว้ยังไม่พอจะบอกสัญชาติของ" + name["th"]
    en = f"The facts told do not yet decide {name['en']}'s nationality"
    if not missing:
        return both(th, f"{en}.")
    first = _text(missing[0]["name"])
    return both(
        f"{th} สิ่งที่ควรรู้ก่อนคือ{first['th']}",
        f"{en}; most would be decided by knowing the {first['en']}.",
    )


def _deciding(proof: Json) -> list[Json]:
    """Return the facts at the ends of the proof, each once, the telling ones first."""
    found: dict[str, Json] = {}
    for leaf in _facts(proof):
        if leaf["value"] != "unknown":
            found.setdefault(str(leaf["text"]), leaf)
    telling = sorted(found.values(), key=_telling)[:_MOST]
    if not telling:  # several rules, one for each way the unknown facts may turn out
        telling = cast("list[Json]", proof["because"])[:_MOST]
    return [{"fact": leaf.get("fact"), "text": leaf["text"]} for leaf in telling]


def _facts(node: Json) -> Iterator[Json]:
    """Yield the facts a proof rests on; how a relative's came about is not followed."""
    if node.get("fact"):
        yield node
        return
    for child in cast("list[Json]", node["because"]):
        yield from _facts(child)


def _telling(leaf: Json) -> int:
    """Put last what only says which law applies, or that nothing was ordered."""
    key = str(leaf["fact"])
    if leaf.get("presumed"):
        return 3
    if key.endswith(_SAYS_LITTLE):
        return 2
    return 1 if key.endswith(".orders") else 0


def _changes(thai: Json, deciding: list[Json], missing: list[Json]) -> list[Text]:
    """Return what would change the answer."""
    if thai["answer"] == "unknown":
        return [_text(need["question"]) for need in missing[:_MOST]]
    points = ", ".join(cast("list[str]", thai["contested"]))
    settled = both(
        f"ถ้าข้อโต้แย้ง {points} ได้ข้อยุติ", f"if the contested points {points} were settled"
    )
    return [
        *([settled] if points else []),
        *(
            both(
                f"ถ้าไม่เป็นความจริงว่า {_text(fact['text'])['th']}",
                f"if it were not so that {_text(fact['text'])['en']}",
            )
            for fact in deciding[:2]
        ),
    ]


def _text(value: object) -> Text:
    return cast("Text", value)


def limit_reached(persons: list[str]) -> Json:
    """Return the warning that too much is unknown to follow every case."""
    names = ", ".join(persons)
    return {
        "id": "LIMIT",
        "message": both(
            f"ข้อเท็จจริงของ {names} ยังไม่ทราบมากเกินกว่าจะแยกทุกกรณี "
            "จึงถือสัญชาติของบุคคลเหล่านี้เป็นข้อเท็จจริงที่ยังไม่ทราบข้อเดียว",
            f"too much is unknown about {names} to follow every case; their "
            "nationality is taken as one unknown fact",
        ),
    }
