"""Questions for facts that are missing, and where their evidence is found.

One friendly question for each fact, in words that a village leader can read aloud;
the papers that would prove it; how hard they are to get; and the answers a page can
offer as buttons, each with the text to write into the case file.
"""

from __future__ import annotations

from collections.abc import Mapping

from sathana.facts.question_data import ANSWERS, QUESTIONS, AnswerForm, Question
from sathana.facts.wording_days import tidy_thai, when_text
from sathana.vocabulary.facts import fact_key
from sathana.vocabulary.names import Lang

type Choice = tuple[str, str, str]
"""Text to write into the case file, Thai label, English label."""


def question(key: str, lang: Lang, *, person: str, day: str | None = None) -> str:
    """Return one question that asks for a fact.

    Args:
        key: Key of the fact, as in the case file (``born.country``), or ``law``.
        lang: ``th`` or ``en``.
        person: What to call the person; of a marriage fact, the one who married.
        day: The day at which the answer matters, as people read it ("2 March 1975");
            left out when the question does not turn on a day.

    Raises:
        LookupError: There is no question for this fact.
    """
    entry = _entry(key)
    text = entry.text.in_(lang)
    said = text.format(who=person, when=when_text(day, lang))
    return tidy_thai(said).strip() if lang == "th" else said


def papers(key: str) -> tuple[str, ...]:
    """Return the papers that would prove a fact, the usual first (vocabulary ids).

    Empty for what no paper proves.

    Raises:
        LookupError: There is no question for this fact.
    """
    return _entry(key).papers


def cost(key: str) -> int:
    """Return how hard the evidence of a fact is to get.

    1: ask the person or look at the card. 2: ask elders or the village head. 3: find
    a paper at the district office. 5: search archives or another office. 8: DNA test,
    court, or a text that only the ministry can give. From what field workers report:
    interviews take an hour; copies from the district take weeks, with travel; a DNA
    test costs some 5,000 baht a person and a month; courts take years. Orders of size
    for ranking questions, not measurements.

    Raises:
        LookupError: There is no question for this fact.
    """
    return _entry(key).cost


def choices(key: str) -> tuple[Choice, ...]:
    """Return the answers to offer as buttons; ``unknown`` is always among them.

    The first element is YAML text for this key of the case file. For ``stay``,
    ``care.certified``, ``alien_certificate.*`` and ``marriages.*`` it is the value of
    the field inside the entry, because only the page knows which entry is meant and
    from when to when. A date or a name is typed in freely beside them: see
    :func:`answer_form`. A derived fact is answered under :func:`told_key`. Only what
    is no fact of a person offers nothing.

    Raises:
        LookupError: There is no question for this fact.
    """
    return ANSWERS[_entry(key).answers][1]


def answer_form(key: str) -> AnswerForm:
    """Return what a page must let people type or choose beside the buttons.

    ``choice`` nothing but the buttons; ``date`` a date; ``event`` a date, or never;
    ``person`` another person of the family; ``text`` free text; ``spans`` a list of
    times; ``list`` a list of entries (orders, marriages); ``none`` it is no fact of a
    person, and cannot be answered in the case file.

    Raises:
        LookupError: There is no question for this fact.
    """
    return ANSWERS[_entry(key).answers][0]


def told_key(key: str) -> str:
    """Return the key under which the answer is written: ``id13`` for its class."""
    full = fact_key(key)
    return _TOLD_AS.get(full, full)


_TOLD_AS: Mapping[str, str] = {
    "number_class": "id13",
    "registered_as_thai": "registers",
    "adopted_by_thai": "adopted",
    "registered": "registers",
}


def _entry(key: str) -> Question:
    try:
        return QUESTIONS[fact_key(key)]
    except KeyError:
        raise LookupError(
            f"There is no question for the fact {key!r}, so nobody can be asked for "
            f"it; add it to QUESTIONS in sathana.facts.question_data."
        ) from None
