"""The families to practise with: of the course, of the case library, and generated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from sathana.facts.casefile import read
from sathana.law.kept import follows_pack
from sathana.learning.practice import generate, library, unhelpful
from sathana.learning.practice.model import LEVELS, TOPICS, Family, Question, Text

_FOLDER = "content/families"
_GENERATED = re.compile(r"g-(\d{1,6})")
_LIBRARY = "case-"


class FamilyError(ValueError):
    """A family file cannot be used; the message names the file, the fault and why."""


@follows_pack
@cache
def names() -> tuple[str, ...]:
    """Return the ids of the course's families, the easiest level first."""
    folder = files("sathana.learning") / _FOLDER
    found = (entry.name for entry in folder.iterdir())
    ids = sorted(n.removesuffix(".yaml") for n in found if n.endswith(".yaml"))
    return tuple(sorted(ids, key=lambda key: (_course(key).level, key)))


def family(key: str) -> Family:
    """Return a family by its id.

    ``g-17`` is the generated family of seed 17, ``case-SC-0895-2518`` one of the case
    library, anything else a file of the course.

    Raises:
        LookupError: There is no such family.
        FamilyError: The file holds a fault.
    """
    generated = _GENERATED.fullmatch(key)
    if generated:
        return generate.family(int(generated.group(1)))
    if key.startswith(_LIBRARY):
        return library.family(key.removeprefix(_LIBRARY))
    if key not in names():
        raise LookupError(
            f"There is no practice family '{key}'; the course "
            f"has: {', '.join(names())}."
        )
    return _course(key)


@follows_pack
@cache
def _course(key: str) -> Family:
    path = files("sathana.learning") / _FOLDER / f"{key}.yaml"
    return from_text(path.read_text(encoding="utf-8"), key)


def from_text(text: str, key: str) -> Family:
    """Return a family from the text of its file.

    Raises:
        FamilyError: A field is missing, a question reveals no fact of the file, or a
            fact is revealed by no question.
        CaseFileError: The case file in it holds a fault.
    """
    row = yaml.safe_load(text)
    try:
        found = Family(
            id=key,
            level=int(row["level"]),
            topic=row["topic"],
            title=row["title"],
            speaker=row["speaker"],
            opening=row["opening"],
            applicant=row["applicant"],
            case=read(row["case"], name=f"{key}.yaml"),
            questions=(
                *(_question(one) for one in row["questions"]),
                *(_aside(one) for one in row.get("asides", ())),
                *unhelpful.some(row.get("unhelpful", ())),
            ),
            pathways=tuple(row["pathways"]),
            known=frozenset(row.get("known", ())),
        )
    except (KeyError, TypeError) as fault:
        raise FamilyError(
            f"{key}.yaml: a field is missing or of the wrong kind: {fault}. "
            f"Compare it with another file of {_FOLDER}."
        ) from fault
    _check(found)
    return found


def _question(row: Mapping[str, Any]) -> Question:
    return Question(
        id=row["id"],
        group=row["about"],
        ask=row["ask"],
        say=row["say"],
        reveals=tuple(row["reveals"]),
    )


def _aside(row: Mapping[str, Any]) -> Question:
    """Return a question of the file's own that helps nobody, or harms."""
    return Question(
        id=row["id"],
        group=row["about"],
        ask=row["ask"],
        say=row["say"],
        kind=row["kind"],
        why=row["why"],
        rules=tuple(row["rules"]),
    )


def _check(found: Family) -> None:
    told = found.known.union(*(one.reveals for one in found.questions))
    faults = [
        *(f"'{path}' is revealed but not told" for path in sorted(told - found.facts)),
        *(
            f"'{path}' is told but never revealed"
            for path in sorted(found.facts - told)
        ),
        *([] if found.level in LEVELS else [f"level {found.level} is not 1 to 4"]),
        *([] if found.topic in TOPICS else [f"there is no topic '{found.topic}'"]),
        *(f"a text lacks a language: {one}" for one in _halves(found)),
    ]
    if len({one.id for one in found.questions}) < len(found.questions):
        faults.append("two questions have the same id")
    if found.applicant not in found.case.persons:
        faults.append(f"the applicant '{found.applicant}' is nobody of the file")
    if faults:
        raise FamilyError(f"{found.id}.yaml: {'; '.join(faults)}.")


def _halves(found: Family) -> list[Text]:
    texts = [found.title, found.speaker, found.opening]
    for one in found.questions:
        texts += [one.group, one.ask, one.say]
    return [text for text in texts if not (text.get("th") and text.get("en"))]
