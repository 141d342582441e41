"""Which paper helps whom, and what a list shows of an answer: the summary of one."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sathana.registry.errors import Text
from sathana.registry.shown import Help
from sathana.vocabulary.papers import PAPERS

MOST = 30
"""More papers than this help nobody choose."""

type Answer = Mapping[str, Any]
"""The answer of the engine, as JSON."""


def answers(answer: Answer, ids: Mapping[str, uuid.UUID]) -> dict[str, Any]:
    """Return of an answer what lists and trees show, by person id.

    Args:
        answer: The whole answer.
        ids: Label to person id.
    """
    return {
        str(ids[who]): {
            "thai": person["thai"]["answer"],
            "pathway": _open_pathway(person),
        }
        for who, person in answer["persons"].items()
        if who in ids
    }


def summary(answer: Answer, ids: Mapping[str, uuid.UUID]) -> dict[str, Any]:
    """Return of an answer who is who in it, and which paper helps whom.

    Args:
        answer: The whole answer.
        ids: Label to person id.
    """
    people = {label: str(one) for label, one in ids.items()}
    return {"people": people, "helps": list(_helps(answer, ids))}


def read(kept: Iterable[Mapping[str, Any]]) -> tuple[Help, ...]:
    """Return which paper helps whom, as a summary keeps it."""
    return tuple(
        Help(
            person_id=uuid.UUID(one["person"]) if one["person"] else None,
            path=one["path"],
            kind=one["kind"],
            text=one["text"],
            papers=tuple(one["papers"]),
            helps=tuple(uuid.UUID(who) for who in one["helps"]),
        )
        for one in kept
    )


def _open_pathway(person: Answer) -> str:
    found = (p["id"] for p in person.get("pathways", ()) if p["status"] == "open")
    return next(found, "")


def _helps(answer: Answer, ids: Mapping[str, uuid.UUID]) -> Iterator[dict[str, Any]]:
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for place, (who, person) in enumerate(answer["persons"].items()):
        for rank, (kind, row, text, papers) in enumerate(_rows(person)):
            if not papers or who not in ids:
                continue
            one = found.setdefault(
                (row["fact"], kind),
                {"kind": kind, "text": text, "papers": papers, "helps": [], "at": 0},
            )
            if str(ids[who]) not in one["helps"]:
                one["helps"].append(str(ids[who]))
                one["at"] += rank + (place == 0)
    best = sorted(
        found.items(),
        key=lambda item: (-len(item[1]["helps"]), item[1]["at"], item[0]),
    )
    for (fact, _), one in best[:MOST]:
        del one["at"]
        owner = _owner(fact, ids)
        path = fact.removeprefix(f"{owner}.") if owner else fact
        yield {"person": str(ids[owner]) if owner else "", "path": path, **one}


def _rows(person: Answer) -> Iterator[tuple[str, Answer, Text, list[Text]]]:
    """Yield what is claimed but not shown, then what is not known, each with papers."""
    for row in person.get("to_document", ()):
        yield "to_document", row, row["name"], _papers(row["papers"])
    for row in person.get("needs", ()):
        if not row["fact"].startswith("law."):
            yield "missing", row, row["question"], _papers(row["evidence"])


def _papers(ids: Iterable[Any]) -> list[Text]:
    found: list[Text] = []
    for one in ids:
        known = PAPERS.get(one) if isinstance(one, str) else None
        name = known.name.both() if known else one
        found.append(name if isinstance(name, dict) else {"th": one, "en": one})
    return found


def _owner(fact: str, ids: Mapping[str, uuid.UUID]) -> str:
    """Return the label that a fact begins with; labels hold no dots."""
    label = fact.partition(".")[0]
    return label if label in ids else ""
