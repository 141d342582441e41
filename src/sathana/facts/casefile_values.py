"""Readers of single values: text, truth, date, event, country, parent, certificate.

A reader takes a node and its scope and returns the value, or raises
``RefusedError``. The word ``unknown`` for a whole value is dealt with before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sathana.calendars.faults import DateError
from sathana.calendars.parse import parse_date
from sathana.calendars.spans import UNKNOWN_DAY, DateSpan
from sathana.facts.casefile_countries import ABROAD, COUNTRY_CODES, OLD_CODES
from sathana.facts.casefile_faults import RefusedError
from sathana.facts.casefile_nodes import Map, Node, Scalar, Seq, to_plain
from sathana.facts.casefile_scope import Scope, expected, unknown_key
from sathana.facts.model import Certificate, Event, Happened, Parent
from sathana.logic.truth import Truth
from sathana.text import nearest, normalise
from sathana.text.id13 import Id13Error, parse
from sathana.vocabulary.codes import CERTIFICATE_TAKERS

type Reader[T] = Callable[[Node, Scope], T]

RELATIVE = ("before_birth", "at_birth", "after_birth")
"""Order of an event to the birth of the person who has it."""

_TRUTHS = {truth.value: truth for truth in Truth}
_MEANT = {
    "true": "yes", "y": "yes", "1": "yes", "ใช่": "yes", "มี": "yes",
    "false": "no", "n": "no", "0": "no", "ไม่": "no", "ไม่ใช่": "no", "ไม่มี": "no",
    "none": "no", "never": "no", "null": "unknown", "~": "unknown", "?": "unknown",
    "ไม่ทราบ": "unknown",
}  # fmt: skip
_EVENT_KEYS = ("on", "relative", "source")
_CERTIFICATE_KEYS = ("taken", "by", "voluntary", "kept_until")


def text(node: Node, scope: Scope) -> str:
    """Read a text that is not empty, in the form in which texts are compared."""
    if isinstance(node, Scalar) and (found := normalise(node.text)).strip():
        return found
    raise expected(node, "ข้อความ", "a text")


def one_of(codes: Iterable[str]) -> Reader[str]:
    """Return the reader of one of a few words."""
    words = tuple(codes)
    listed = ", ".join(words)

    def read(node: Node, scope: Scope) -> str:
        if isinstance(node, Scalar) and node.text in words:
            return node.text
        near = nearest(node.text, words) if isinstance(node, Scalar) else None
        raise expected(node, f"คำใดคำหนึ่งใน {listed}", f"one of {listed}", near=near)

    return read


def truth(node: Node, scope: Scope) -> Truth:
    """Read ``yes``, ``no`` or ``unknown``; nothing else counts as a truth."""
    if isinstance(node, Scalar):
        if node.text in _TRUTHS:
            return _TRUTHS[node.text]
        word = node.text.casefold()
        near = word if word in _TRUTHS else _MEANT.get(word)
        raise expected(node, "yes, no หรือ unknown", "yes, no or unknown", near=near)
    raise expected(node, "yes, no หรือ unknown", "yes, no or unknown")


def date(node: Node, scope: Scope) -> DateSpan:
    """Read a date; ``unknown`` gives the unknown day."""
    if isinstance(node, Scalar) and not node.text:
        raise expected(node, "วันที่ เช่น 1975-03-02", "a date such as 1975-03-02")
    try:
        return parse_date(to_plain(node))
    except DateError as error:
        raise RefusedError(node.line, "date.wrong", th=error.th, en=error.en) from None


def event(node: Node, scope: Scope) -> Event:
    """Read an event: a date, ``never``, ``unknown``, or a map with ``on``."""
    if isinstance(node, Scalar):
        if node.text == "never":
            return Event(Happened.NEVER)
        if node.text == "unknown":
            return Event(Happened.UNKNOWN)
        _refuse_truth(node)
    elif isinstance(node, Map) and any(key in node.entries for key in _EVENT_KEYS):
        return _event_map(node, scope)
    return Event(Happened.YES, date(node, scope))


def _refuse_truth(node: Scalar) -> None:
    """Say what to write for an event whose day is not known, or that never was."""
    word = node.text.casefold()
    if word not in ("yes", "no", "none", "true", "false"):
        return
    near = "{on: unknown}" if word in ("yes", "true") else "never"
    raise expected(
        node,
        "วันที่ที่เกิดขึ้น, never (ไม่เคย), unknown หรือ {on: unknown} (เกิดขึ้นแล้วแต่ไม่ทราบวัน)",
        "the date, never, unknown, or {on: unknown} for what happened on a day that "
        "is not known",
        near=near,
    )


def _event_map(node: Map, scope: Scope) -> Event:
    """Read ``{on, relative, source}`` of something that did happen."""
    on, relative = UNKNOWN_DAY, None
    for key, line, value in node.pairs():
        if key == "on":
            on = date(value, scope)
        elif key == "relative":
            relative = one_of(RELATIVE)(value, scope)
        elif key == "source":
            scope.cite(value)
        else:
            near = nearest(key, _EVENT_KEYS)
            if key == "grade":
                near = "{value: {on: ...}, grade: ...}"
            raise unknown_key(line, key, near, ", ".join(_EVENT_KEYS))
    if "on" in node.entries or relative:
        return Event(Happened.YES, on, relative)
    raise expected(
        node,
        "{on: วันที่, relative: before_birth} โดยใช้ on: unknown ได้",
        "{on: date, relative: before_birth}; the day may be 'on: unknown'",
    )


def country(node: Node, scope: Scope) -> str:
    """Read a country code, ``abroad`` or ``unknown``."""
    if isinstance(node, Scalar):
        if node.text in COUNTRY_CODES or node.text in (ABROAD, "unknown"):
            return node.text
        upper = node.text.upper()
        near = OLD_CODES.get(upper) or (upper if upper in COUNTRY_CODES else None)
        near = near or nearest(node.text, (ABROAD, "unknown"), cutoff=0.75)
        raise _not_a_country(node, near)
    raise _not_a_country(node, None)


def _not_a_country(node: Node, near: str | None) -> RefusedError:
    return expected(
        node,
        "รหัสประเทศสองตัวอักษร เช่น TH, MM, LA, CN, VN หรือ abroad (นอกประเทศไทย) "
        "หรือ unknown",
        "a country code of two capital letters such as TH, MM, LA, CN, VN, or abroad "
        "(outside Thailand), or unknown",
        near=near,
    )


def foreign_nationality(node: Node, scope: Scope) -> Truth | tuple[str, ...]:
    """Read whether another nationality is held, or the list of countries."""
    if not isinstance(node, Seq):
        bare = isinstance(node, Scalar) and node.text in COUNTRY_CODES
        if isinstance(node, Scalar) and bare:
            wanted = f"[{node.text}]"
            raise expected(
                node, f"yes, no, unknown หรือ {wanted}", f"yes, no, unknown or {wanted}"
            )
        return truth(node, scope)
    if not node.items:
        raise expected(
            node,
            "รหัสประเทศอย่างน้อยหนึ่งประเทศ หรือ no",
            "at least one country code, or no",
        )
    return tuple(_foreign(item, scope) for item in node.items)


def _foreign(node: Node, scope: Scope) -> str:
    """Read a country other than Thailand."""
    code = country(node, scope)
    if code != "TH":
        return code
    raise expected(
        node,
        "ประเทศอื่น สัญชาติไทยให้เขียนใน thai",
        "another country; Thai nationality is written under 'thai'",
    )


def texts_or_none(node: Node, scope: Scope) -> tuple[str, ...]:
    """Read a list of texts, or ``none`` for an empty one."""
    if isinstance(node, Seq):
        return tuple(text(item, scope) for item in node.items)
    if isinstance(node, Scalar) and node.text == "none":
        return ()
    raise expected(node, "รายการ [ข้อความ, ...] หรือ none", "a list [text, ...], or none")


def id13(node: Node, scope: Scope) -> str:
    """Read a thirteen-digit number as thirteen characters, ``x`` where not given."""
    try:
        return parse(text(node, scope)).digits
    except Id13Error as error:
        raise RefusedError(node.line, "id13.wrong", th=error.th, en=error.en) from None


def father(node: Node, scope: Scope) -> str | Parent:
    """Read the father: an id, ``unidentifiable``, or a map of facts."""
    return _parent(node, scope, "male")


def mother(node: Node, scope: Scope) -> str | Parent:
    """Read the woman who gave birth: an id, ``unidentifiable``, or a map of facts."""
    return _parent(node, scope, "female")


def _parent(node: Node, scope: Scope, sex: str) -> str | Parent:
    """Read a parent; one given only as facts becomes person ``P.father``."""
    if isinstance(node, Map):
        person = scope.path
        scope.reading.inline(person, sex, node)
        return person
    if isinstance(node, Scalar) and node.text:
        if node.text == "unidentifiable":
            return Parent.UNIDENTIFIABLE
        if node.text == "unknown":
            return Parent.UNKNOWN
        return scope.mention("father" if sex == "male" else "mother", node)
    raise expected(
        node,
        "รหัสบุคคลในไฟล์, unknown, unidentifiable (ไม่มีใครสืบหาได้) "
        "หรือข้อเท็จจริง เช่น {thai: yes}",
        "the id of a person, unknown, unidentifiable (nobody can find out), or facts "
        "such as {thai: yes}",
    )


def certificate(node: Node, scope: Scope) -> Certificate:
    """Read an alien certificate: an event, or a map that begins with ``taken``."""
    if not isinstance(node, Map) or not any(
        key in node.entries for key in _CERTIFICATE_KEYS
    ):
        return Certificate(event(node, scope))
    taken = Event(Happened.YES)
    by, voluntary, kept = "unknown", Truth.UNKNOWN, Event(Happened.UNKNOWN)
    for key, line, value in node.pairs():
        if key == "taken":
            taken = _taken(value, scope)
        elif key == "by":
            by = one_of(CERTIFICATE_TAKERS)(value, scope)
        elif key == "voluntary":
            voluntary = truth(value, scope)
        elif key == "kept_until":
            kept = event(value, scope)
        else:
            near = nearest(key, _CERTIFICATE_KEYS)
            raise unknown_key(line, key, near, ", ".join(_CERTIFICATE_KEYS))
    return Certificate(taken, by, voluntary, kept)


def _taken(node: Node, scope: Scope) -> Event:
    """Read the day of a certificate that was taken; ``unknown``: day not known."""
    if isinstance(node, Scalar) and node.text == "unknown":
        return Event(Happened.YES)
    taken = event(node, scope)
    if taken.happened is Happened.YES:
        return taken
    raise expected(
        node,
        "วันที่รับ ถ้าไม่เคยรับให้เขียน alien_certificate: never",
        "the date; if none was ever taken, write 'alien_certificate: never'",
    )
