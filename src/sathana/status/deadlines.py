"""The deadlines of a person: of petitions, orders, births and birthdays, in order.

Every refusal and every silence about status carries the door that never shuts
(Administrative Courts Act, section 52), so that nobody is told "too late".
"""

from __future__ import annotations

from sathana.calendars.dates import to_text
from sathana.calendars.spans import LATEST_DAY
from sathana.facts.model import Attempt
from sathana.facts.view import View
from sathana.law.load import pack
from sathana.law.model import Mark, weakest
from sathana.logic.truth import Truth
from sathana.status import deadline_words as words
from sathana.status.deadline_duties import Whose, terms_of_duties
from sathana.status.deadline_law import Practice, practice
from sathana.status.deadline_terms import (
    Clock,
    Term,
    counted_from,
    terms_of_attempt,
)
from sathana.status.wording import Text

type Json = dict[str, object]


def deadlines(
    view: View,
    who: str,
    *,
    as_of: int,
    law_at: int,
    thai: str = "unknown",
    law: Practice | None = None,
) -> list[Json]:
    """Return the deadlines that concern a person, those with a day first.

    Args:
        view: The family as the rules read it.
        who: Id of the person.
        as_of: Day asked about, ordinal.
        law_at: Day whose texts are read, ordinal.
        thai: The person's nationality as a word of the answer.
        law: Limits, ladders and days off; those of the law pack if left out.

    Returns:
        Rows of the answer. ``due`` is ``None`` where there is no term
        (``any_time``), or where ``missing`` names the facts that are not told.
    """
    law = practice() if law is None else law
    clock = Clock(as_of, law_at)
    terms = terms_of_duties(law, Whose(view, who, thai, clock))
    longer: dict[int, Term | None] = {}
    for place, attempt in enumerate(view.entries(who, "attempts", Attempt)):
        if attempt is None:
            continue
        found = terms_of_attempt(law, attempt, f"{who}.attempts.{place}", clock)
        for term in found:
            longer[id(term)] = _longer(law, attempt, term, clock)
        terms += found
    rows = [(term, _row(law, term, clock, longer)) for term in terms]
    return [row for _, row in sorted(rows, key=lambda pair: _order(pair[0]))]


def _order(term: Term) -> tuple[int, int]:
    """Put terms with a day first, then those without one, then open doors."""
    if term.counted is not None:
        return 0, min(term.counted.due.earliest, LATEST_DAY)
    return (2 if term.any_time else 1), 0


def _longer(law: Practice, attempt: Attempt, term: Term, clock: Clock) -> Term | None:
    """Return the term of a year that may hold instead, if it is not known which."""
    if attempt.told_remedy is not Truth.UNKNOWN:
        return None
    for limit in law.limits.values():
        if limit.told_remedy == "no" and term.limit.id in limit.instead_of:
            return counted_from(law, limit, term.begin, clock)
    return None


def _row(
    law: Practice, term: Term, clock: Clock, longer: dict[int, Term | None]
) -> Json:
    limit, counted = term.limit, term.counted
    verified, source = _basis(term)
    other = longer.get(id(term))
    shorter: Text | None = None if other is None else words.if_not_told(other)
    return {
        "id": limit.id,
        "title": limit.title,
        "for": limit.purpose,
        "whose": limit.whose,
        "pathway": term.pathway,
        "attempt": term.attempt,
        "from": None if term.begin.on is None else to_text(term.begin.on),
        "due": None if counted is None else to_text(counted.due),
        "any_time": term.any_time,
        "passed": term.passed(clock.as_of).value,
        "counted": words.how_counted(law, term),
        "missing": list(term.missing),
        "cite": "; ".join(term.version.cites),
        "source": source,
        "verified": verified,
        "note": words.note(term, verified, shorter),
    }


def _basis(term: Term) -> tuple[Mark, str]:
    """Return the weakest mark a term rests on, and where its provision was read."""
    cited = [pack().provisions[c] for c in term.version.cites if c in pack().provisions]
    marks = [term.version.verified, *(p.checked.verified for p in cited)]
    return weakest(marks), cited[0].source if cited else ""
