"""Which unknown fact would decide most, for the whole family.

A fact's weight is how far, on average over what else is unknown, knowing it moves the
answers of all persons, divided by how hard its evidence is to get.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from sathana.calendars.dates import to_text
from sathana.calendars.spans import LATEST_DAY, DateSpan
from sathana.facts.questions import cost, papers, question, told_key
from sathana.facts.wording_days import tidy_thai
from sathana.status.diagram import NO, YES, Diagram, Workshop, nodes, support
from sathana.status.wording import LANGS, Text, day_text
from sathana.vocabulary.facts import fact_name

_DAY_PLACE = 2
_PARENTS = {"father": ("บิดา", "father"), "mother": ("มารดา", "mother")}


@dataclass(frozen=True, slots=True)
class Fact:
    """A missing fact.

    Attributes:
        person: Person it is about; ``law`` for a point of law.
        key: Key as in a case file, or the id of the point of law.
        at: Day at which it matters, ordinals; ``None`` for a fact of no day.
    """

    person: str
    key: str
    at: tuple[int, int] | None = None


def facts_of(shop: Workshop, level: int) -> tuple[Fact, ...]:
    """Return the facts of the file that a variable stands for."""
    name = shop.variables[level].name
    if name[0] == "law":
        return (Fact("law", name[1]),)
    if name[0] == "order":
        pair = {int(name[1]), int(name[3])}
        return tuple(f for other in sorted(pair) for f in facts_of(shop, other))
    person, key = name[0], name[1]
    if key == "pathway":  # too large to follow: what would settle most is asked
        return (Fact(person, "thai"),)
    if key == "rule":
        owner, _, link = person.rpartition(".")
        return (Fact(owner, link),)
    at = _day(name[_DAY_PLACE]) if len(name) > _DAY_PLACE else None
    return (Fact(person, key, at),)


def _day(text: str) -> tuple[int, int] | None:
    first, _, rest = text.partition(":")
    last = rest.partition(":")[0]
    known = first.isdigit() and last.isdigit() and int(last) <= LATEST_DAY
    return (int(first), int(last)) if known else None


def weights(targets: Iterable[tuple[Diagram, float]]) -> dict[int, float]:
    """Return, for each unknown fact, how far it moves all answers together.

    Args:
        targets: Answers, and how much each counts.

    Returns:
        Variable level to a weight; facts that move nothing are absent.
    """
    found: dict[int, float] = defaultdict(float)
    for target, counts in targets:
        order = nodes(target)
        chance = _chances(order)
        reach = {target.uid: counts}
        for node in order:
            here = reach.get(node.uid, 0.0)
            values = [chance[kid.uid] for kid in node.kids]
            found[node.level] += here * (max(values) - min(values))
            for kid in node.kids:
                share = here / len(node.kids)
                reach[kid.uid] = reach.get(kid.uid, 0.0) + share
    return dict(found)


def _chances(order: list[Diagram]) -> dict[int, float]:
    """Return the share of yes below each node, all values being equally likely."""
    chance = {NO.uid: 0.0, YES.uid: 1.0}
    for node in reversed(order):
        below = [chance[kid.uid] for kid in node.kids]
        chance[node.uid] = sum(below) / len(below)
    return chance


def rank(
    shop: Workshop,
    levels: Iterable[int],
    moved: Mapping[int, float],
    decides: Mapping[int, set[str]],
) -> list[tuple[Fact, list[str]]]:
    """Return missing facts, the one that decides most first, each with its rules."""
    scores: dict[Fact, float] = defaultdict(float)
    rules: dict[Fact, set[str]] = defaultdict(set)
    for level in levels:
        for fact in facts_of(shop, level):
            scores[fact] += moved.get(level, 0.0) / cost(_question_key(fact))
            rules[fact] |= decides.get(level, set())
    ordered = sorted(scores, key=lambda f: (-scores[f], f.person, f.key, f.at or ()))
    return [(fact, sorted(rules[fact])) for fact in ordered]


def open_facts(*answers: Diagram) -> set[int]:
    """Return the unknown facts on which answers depend."""
    return support(*(answer for answer in answers if answer.kids))


def _question_key(fact: Fact) -> str:
    return "law" if fact.person == "law" else fact.key


def as_list(
    ranked: Iterable[tuple[Fact, list[str]]], labels: Mapping[str, Text]
) -> list[dict[str, object]]:
    """Return missing facts as the contract shows them, each question once."""
    found: dict[tuple[str, tuple[int, int] | None], dict[str, object]] = {}
    for fact, rules in ranked:
        place = (path_of(fact), fact.at)
        if place in found:
            known = cast("list[str]", found[place]["decides"])
            found[place]["decides"] = sorted({*known, *rules})
        else:
            found[place] = as_json(fact, rules, labels)
    return list(found.values())


def path_of(fact: Fact) -> str:
    """Return where the fact stands in a case file; ``law.ID`` for a point of law."""
    key = fact.key if fact.person == "law" else told_key(fact.key)
    return f"{fact.person}.{key}"


def as_json(
    fact: Fact, rules: list[str], labels: Mapping[str, Text]
) -> dict[str, object]:
    """Return a missing fact as the contract shows it, with its question."""
    key = _question_key(fact)
    day = day_text(DateSpan(*fact.at)) if fact.at else None
    name = labels.get(fact.person) or described(fact.person, labels)
    return {
        "fact": path_of(fact),
        "name": _name(key, name),
        "at": to_text(DateSpan(*fact.at)) if fact.at else None,
        "question": {
            lang: question(key, lang, person=name[lang], day=day[lang] if day else None)
            for lang in LANGS
        },
        "decides": rules,
        "evidence": list(papers(key)),
    }


def name_of(key: str, person: str, labels: Mapping[str, Text]) -> Text:
    """Return a fact of a person, as people say it."""
    return _name(key, labels.get(person) or described(person, labels))


def _name(key: str, person: Text) -> Text:
    """Return what is missing, as people say it."""
    if key == "law":
        return {lang: fact_name(key, lang) for lang in LANGS}
    th, en = _PARENTS.get(key) or (fact_name(key, "th"), fact_name(key, "en"))
    return {"th": tidy_thai(f"{th}ของ{person['th']}"), "en": f"{en} of {person['en']}"}


def described(person: str, labels: Mapping[str, Text]) -> Text:
    """Say "the father of P" for a parent who is not a person of the file."""
    owner, _, link = person.rpartition(".")
    if owner not in labels:
        return {"th": person, "en": person}
    words = {
        "father": ("บิดา", "father"),
        "mother": ("มารดา", "mother"),
        "spouse": ("คู่สมรส", "spouse"),
    }
    th, en = words.get(link.rstrip("0123456789"), (person, person))
    return {
        "th": f"{th}ของ{labels[owner]['th']}",
        "en": f"{labels[owner]['en']}'s {en}",
    }
