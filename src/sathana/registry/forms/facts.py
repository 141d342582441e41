"""One fact of a person: chosen in words, then asked in the way that fits it.

A fact whose value is a list of entries (stays, registers, orders) is asked one entry at
a time; the new entry joins those that are there. What has no form here is written as in
a case file, which its field explains.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from sathana.facts.keys import KEYS
from sathana.registry.forms import choices
from sathana.registry.forms.fields import PartsField, WorkForm, both, parts_of
from sathana.registry.shown import FactShown
from sathana.vocabulary import codes
from sathana.vocabulary.countries import COUNTRIES
from sathana.vocabulary.facts import FACTS
from sathana.web.languages import pick

NOT_FACTS = ("father", "mother")
"""Told by kinship instead."""
GROUPS: tuple[tuple[dict[str, str], tuple[str, ...]], ...] = (
    (
        {"th": "การเกิดและตัวตน", "en": "Birth and identity"},
        (
            *("born.date", "born.country", "born.place", "born.notified", "sex"),
            *("id13", "found", "died"),
        ),
    ),
    (
        {"th": "สัญชาติและพ่อแม่", "en": "Nationality and parents"},
        (
            *("thai", "parents_marriage", "legitimation", "paternity_proved"),
            *("foreign_nationality", "could_hold_parents_nationality"),
            *("original_highlander", "displaced_thai"),
        ),
    ),
    (
        {"th": "การเข้ามาและการอยู่", "en": "Coming in and staying"},
        ("entered", "stay", "residence", "registers", "group", "care"),
    ),
    (
        {"th": "คำสั่งและคำร้อง", "en": "Orders and petitions"},
        ("orders", "alien_certificate", "findings", "attempts", "marriages", "adopted"),
    ),
    (
        {"th": "ชีวิต", "en": "Life"},
        (
            *("education", "student", "conduct", "convictions", "speaks_thai"),
            *("livelihood", "service", "foreign_documents"),
        ),
    ),
)
CODES: Mapping[str, Mapping[str, Any]] = {
    "sex": codes.SEXES,
    "born.notified": codes.NOTICE_OF_BIRTH,
    "conduct": codes.CONDUCT,
    "education": codes.EDUCATION,
}
TRUTHS = (
    *("thai", "could_hold_parents_nationality", "service", "livelihood"),
    *("speaks_thai", "student", "original_highlander", "displaced_thai"),
    "foreign_nationality",
)
EVENTS = (
    *("died", "found", "parents_marriage", "legitimation", "paternity_proved"),
    "entered",
)
TEXTS = ("born.place", "group", "id13")
SPANS: Mapping[str, Mapping[str, Any] | None] = {
    "stay": codes.STAY_KINDS,
    "registers": codes.REGISTER_KINDS,
    "residence": None,
    "care": None,
}
UNKNOWN = "unknown"
_YES_NO = (
    ("yes", both("ใช่", "Yes")),
    ("no", both("ไม่ใช่", "No")),
    (UNKNOWN, both("ไม่รู้", "Not known")),
)


def title_of(path: str) -> str:
    """Return the name of a fact in the language of the page."""
    found = FACTS.get(path)
    return pick(found.both()) if found else path


def grouped() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return all facts that can be told, grouped, in words."""
    return [
        (pick(group), [(path, title_of(path)) for path in paths if path in KEYS])
        for group, paths in GROUPS
    ]


class FactForm(WorkForm):
    """The value of one fact, how well it is known, and who said so.

    Args:
        path: Which fact.
        papers: Ids and names of the family's papers, for "shown by".
        there: The value told before, for a list of entries; ``None`` if none.
    """

    grade = forms.ChoiceField(
        label=both("รู้ได้อย่างไร", "How well it is known"),
        choices=choices.GRADES,
        initial="claimed",
    )
    source_id = forms.TypedChoiceField(
        label=both("เอกสารที่แสดง", "Paper that shows it"),
        required=False,
        empty_value=None,
    )
    said_by = forms.CharField(
        label=both("ใครบอก", "Who said so"), required=False, max_length=200
    )
    said_on = PartsField(label=both("บอกเมื่อไร", "When"), required=False, as_text=True)

    def __init__(
        self,
        *args: Any,
        path: str,
        papers: Sequence[tuple[str, str]] = (),
        there: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.path, self._there = path, there
        own = _fields_for(path)
        rest = {name: self.fields.pop(name) for name in ("grade", "source_id")}
        rest |= {name: self.fields.pop(name) for name in ("said_by", "said_on")}
        self.fields |= own | rest
        none = ("", both("ไม่มี", "None"))
        self.fields["source_id"].choices = (none, *papers)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for the day where something happened on a day told as known.

        Raises:
            ValidationError: A span has no beginning and no end, and is told as known.
        """
        return super().clean() or self.cleaned_data

    def value(self) -> Any:
        """Return the plain value of a case file."""
        told = self.cleaned_data
        if self.path == "born.date":
            return told["value"] or UNKNOWN
        if self.path in EVENTS:
            if told["happened"] == "yes":
                return told["on"] or {"on": UNKNOWN}
            return "never" if told["happened"] == "no" else UNKNOWN
        if self.path in SPANS:
            return self._with(self._span())
        if self.path == "orders":
            return self._with(_without_empty(self.values("kind", "on", "by")))
        return told["value"]

    def _with(self, entry: dict[str, Any]) -> list[Any]:
        """Return the entries told before and this one: once, though sent twice."""
        there = list(self._there) if isinstance(self._there, list | tuple) else []
        return there if entry in there else [*there, entry]

    def _span(self) -> dict[str, Any]:
        told = self.cleaned_data
        span = {"kind": told.get("kind"), "from": told["begin"], "until": told["until"]}
        return _without_empty(span)


class TextForm(FactForm):
    """Any value of a fact, written as a case file writes it: for corrections."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("value", "happened", "on", "kind", "begin", "until", "by"):
            self.fields.pop(name, None)
        own = {"value": _as_in_a_file(title_of(self.path))}
        self.fields = {**own, **self.fields}

    def value(self) -> Any:
        """Return the text as it was typed."""
        return self.cleaned_data["value"]


def joined(there: FactShown, told: dict[str, Any]) -> dict[str, Any]:
    """Return a list with one entry more, which makes nothing better known than it is.

    The whole takes the weaker grade; entries that are better known say so themselves.

    Args:
        there: The fact as it stands.
        told: What the form tells: its value is the whole list.
    """
    strength = [code for code, _ in choices.GRADES]
    level = min(there.grade, told["grade"], key=strength.index)
    old = list(there.value) if isinstance(there.value, list | tuple) else []
    entries = [
        {**one, "grade": one.get("grade", own)}
        if isinstance(one, Mapping) and own != level
        else one
        for one in told["value"]
        for own in (there.grade if one in old else told["grade"],)
    ]
    said = dict.fromkeys(filter(None, (there.said_by, told["said_by"])))
    return {
        "value": entries,
        "grade": level,
        "source_id": there.source_id or told["source_id"],
        "said_by": " · ".join(said)[:200],
        "said_on": told["said_on"] or there.said_on,
    }


def as_fields(path: str, value: Any) -> dict[str, Any] | None:
    """Return what the fields of a fact show of its value; ``None`` if they cannot."""
    if path in EVENTS:
        return _event_fields(value)
    if path in SPANS or path == "orders":
        return None
    if path == "born.date":
        return _date_fields(value, "value")
    plain = isinstance(value, str) and (
        path in (*CODES, *TRUTHS, *TEXTS, "born.country")
    )
    return {"value": value} if plain else None


def _event_fields(value: Any) -> dict[str, Any] | None:
    if value in ("never", UNKNOWN):
        return {"happened": "no" if value == "never" else UNKNOWN}
    if isinstance(value, Mapping) and set(value) == {"on"}:
        value = value["on"]
    shown = _date_fields(value, "on")
    return None if shown is None else {"happened": "yes", **shown}


def _date_fields(value: Any, name: str) -> dict[str, Any] | None:
    """Return a date in its three inputs, if these say all of it."""
    if value == UNKNOWN:
        return {name: {}}
    parts = parts_of(value)
    return {name: parts} if parts["year"] else None


def _without_empty(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if value not in ("", None)}


def _fields_for(path: str) -> dict[str, forms.Field]:
    """Return the fields that ask for a fact in the way that fits it."""
    words = title_of(path)
    if path in EVENTS:
        return _event(words)
    if path in SPANS:
        return _span_fields(SPANS[path])
    if path == "orders":
        return _order_fields()
    return {"value": _value_field(path, words)}


def _value_field(path: str, words: str) -> forms.Field:
    """Return the one field that asks for a simple fact."""
    if path == "born.date":
        hint = both("รู้แค่ปีก็พอ ไม่รู้เลยเว้นว่าง", "A year is enough; empty: not known")
        return PartsField(label=words, required=False, help_text=hint)
    if path in CODES:
        return _choice(words, CODES[path])
    if path in TRUTHS:
        return forms.ChoiceField(label=words, choices=_YES_NO, widget=forms.RadioSelect)
    if path == "born.country":
        return _country(words)
    if path in TEXTS:
        return forms.CharField(label=words, max_length=200)
    return _as_in_a_file(words)


def _choice(words: str, table: Mapping[str, Any]) -> forms.Field:
    named = [(code, both(name.th, name.en)) for code, name in table.items()]
    if UNKNOWN not in table:
        named.append((UNKNOWN, both("ไม่รู้", "Not known")))
    return forms.ChoiceField(label=words, choices=named, widget=forms.RadioSelect)


def _country(words: str) -> forms.Field:
    first = (
        ("TH", both("ในประเทศไทย", "In Thailand")),
        ("abroad", both("นอกประเทศไทย ไม่รู้ประเทศ", "Outside Thailand, not known where")),
        (UNKNOWN, both("ไม่รู้", "Not known")),
    )
    rest = [(c, both(n.th, n.en)) for c, n in COUNTRIES.items() if c != "TH"]
    return forms.ChoiceField(label=words, choices=(*first, *rest))


def _event(words: str) -> dict[str, forms.Field]:
    happened = (
        ("yes", both("เกิดขึ้นแล้ว", "It happened")),
        ("no", both("ไม่เคย", "Never")),
        (UNKNOWN, both("ไม่รู้", "Not known")),
    )
    return {
        "happened": forms.ChoiceField(
            label=words, choices=happened, widget=forms.RadioSelect
        ),
        "on": PartsField(label=both("เมื่อไร", "When"), required=False),
    }


def _span_fields(kinds: Mapping[str, Any] | None) -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {}
    if kinds is not None:
        named = [(code, both(name.th, name.en)) for code, name in kinds.items()]
        found["kind"] = forms.ChoiceField(label=both("ชนิด", "Kind"), choices=named)
    found["begin"] = PartsField(label=both("ตั้งแต่", "From"), required=False)
    found["until"] = PartsField(
        label=both("ถึง", "Until"),
        required=False,
        help_text=both("เว้นไว้: ยังเป็นอยู่", "Left empty: it still is so"),
    )
    return found


def _order_fields() -> dict[str, forms.Field]:
    kinds = [(c, both(n.th, n.en)) for c, n in codes.ORDER_KINDS.items()]
    makers = [(c, both(n.th, n.en)) for c, n in codes.ORDER_MAKERS.items()]
    return {
        "kind": forms.ChoiceField(label=both("คำสั่งอะไร", "Which order"), choices=kinds),
        "on": PartsField(label=both("วันที่", "Day"), required=False),
        "by": forms.ChoiceField(label=both("ใครออก", "By whom"), choices=makers),
    }


def _as_in_a_file(words: str) -> forms.Field:
    return forms.CharField(
        label=words,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=both(
            "เขียนแบบแฟ้มกรณี เช่น [{from: 2548, until: 2560}] หรือ unknown",
            "As in a case file: [{from: 2005, until: 2017}], or unknown",
        ),
    )
