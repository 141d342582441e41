"""A learner's work as fields of a form: read from it and written into it.

The form is all there is: nothing is stored. Whatever comes with it is looked up in
the family; what is not found there is passed over, so that a form changed on the way
can only lose points.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.http import QueryDict

from sathana.learning.practice import prose
from sathana.learning.practice.model import Family, Work
from sathana.learning.practice.verdicts import WORDS

type Field = tuple[str, str]
_MOST = 40
"""Values of one field that are read."""


def work_of(fields: QueryDict, family: Family) -> Work:
    """Return the work that came with a form."""
    asked = [key for key in _all(fields, "asked") if family.question(key)]
    verdicts = {key: fields.get(f"v:{key}", "") for key in family.pathways}
    return Work(
        asked=tuple(dict.fromkeys(asked)),
        verdicts={key: said for key, said in verdicts.items() if said in WORDS},
        papers=_named(fields, "e:"),
        parts=_named(fields, "d:"),
        text=fields.get("text", "")[: prose.LONGEST],
    )


def _all(fields: QueryDict, name: str) -> list[str]:
    return [value[:80] for value in fields.getlist(name)[:_MOST]]


def _named(fields: QueryDict, prefix: str) -> dict[str, tuple[str, ...]]:
    names = [name for name in fields if name.startswith(prefix)][:_MOST]
    return {name[len(prefix) :]: tuple(_all(fields, name)) for name in names}


def fields_of(work: Work, without: str = "") -> Iterator[Field]:
    """Yield the work as hidden fields.

    Args:
        work: What the learner did.
        without: The step whose fields are shown on the page themselves.
    """
    yield from (("asked", key) for key in work.asked)
    if without != "pathways":
        yield from ((f"v:{key}", said) for key, said in work.verdicts.items())
    if without != "evidence":
        for path, ids in work.papers.items():
            yield from ((f"e:{path}", one) for one in ids)
    if without != "petition":
        for part, ids in work.parts.items():
            yield from ((f"d:{part}", one) for one in ids)
        yield ("text", work.text)
