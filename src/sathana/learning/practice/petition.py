"""The petition: parts chosen from lists, and free text looked at for a few things.

Prose is not understood here and nothing pretends to: the parts are chosen, and the
learner's own words are only searched for what must stand in a petition and for what
must not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast
from zlib import crc32

from sathana.calendars.show import show
from sathana.calendars.spans import DateSpan
from sathana.law.load import pack
from sathana.learning.practice import evidence, lawkeys, verdicts, voice
from sathana.learning.practice.model import Family, Text
from sathana.learning.practice.verdicts import Row
from sathana.status.practice import procedures
from sathana.vocabulary.countries import country_name
from sathana.vocabulary.papers import PAPERS

PARTS = ("addressee", "grounds", "facts", "papers", "request")
HEADS: Mapping[str, Text] = {
    "addressee": {"th": "เรียนใคร", "en": "To whom"},
    "grounds": {"th": "ข้อกฎหมายที่อ้าง", "en": "Provisions relied on"},
    "facts": {"th": "ข้อเท็จจริงที่ยืนยัน", "en": "Facts stated"},
    "papers": {"th": "เอกสารที่แนบ", "en": "Papers attached"},
    "request": {"th": "คำขอ", "en": "The request"},
}
FALSEHOOD = "provision:cra/50"
"""What is said of false evidence for an entry."""
_MOST = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose for a part.

    Attributes:
        right: Whether it belongs into the petition.
        why: Why not, where it does not; empty where nothing more is to be said.
        path: The fact it states, rightly or not; empty where it states none.
    """

    id: str
    text: Text
    right: bool
    why: Text | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the petition.

    Attributes:
        many: Whether several things may be chosen.
    """

    name: str
    head: Text
    many: bool
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """All that belongs to one petition.

    Attributes:
        target: The pathway.
        needed: True facts to be stated, as ``PERSON.key``.
    """

    target: str
    needed: tuple[str, ...]
    parts: tuple[Part, ...]
    model: Text

    def part(self, name: str) -> Part:
        """Return one part."""
        return next(part for part in self.parts if part.name == name)


def draft(family: Family, as_of: int) -> Draft | None:
    """Return the petition of a family; ``None`` where no pathway is to be asked for."""
    answer = verdicts.full(family, as_of)
    target = verdicts.target(family, answer)
    if target is None:
        return None
    needed = tuple(one.path for one in evidence.wanted(family, answer, target))
    entry = verdicts.verdict(answer, target).entry
    parts = (
        _part("addressee", _addressees(family, entry)),
        _part("grounds", _grounds(family, answer, entry), many=True),
        _part("facts", _facts(family, needed), many=True),
        _part("papers", _papers(target, as_of), many=True),
        _part("request", _requests(family, answer, entry)),
    )
    return Draft(target, needed, parts, _model(family, parts, needed))


def _part(name: str, choices: Iterable[Choice], *, many: bool = False) -> Part:
    mixed = {choice.id: choice for choice in choices}
    ordered = sorted(mixed.values(), key=lambda one: one.id)
    return Part(name, HEADS[name], many, tuple(ordered))


def _id(text: Text) -> str:
    """Return an id that tells nothing of whether the choice is right."""
    return f"{crc32(text['en'].encode()):08x}"


def _choice(text: Text, right: bool, why: Text | None = None, path: str = "") -> Choice:
    return Choice(_id(text), dict(text), right, why, path)


def _addressees(family: Family, entry: Row) -> Iterator[Choice]:
    right = entry["file_with"]
    others = [pack().pathways[key].pathway for key in (*family.pathways, *_OFFICES)]
    texts = {one.file_with["en"]: one.file_with for one in others if one is not None}
    texts.pop(right["en"], None)
    yield _choice(right, True)
    for text in list(texts.values())[: _MOST - 1]:
        yield _choice(text, False)


_OFFICES = ("PR-41", "REGAIN", "BR-3", "S10", "CO-1", "S23")


def _grounds(family: Family, answer: Row, entry: Row) -> Iterator[Choice]:
    right = lawkeys.provisions(entry["cite"])
    for key in right:
        yield Choice(_id({"en": key}), _section(key), True)
    rows = [verdicts.verdict(answer, key).entry for key in family.pathways]
    known = [key for row in rows for key in lawkeys.provisions(row["cite"])]
    wrong = [key for key in dict.fromkeys(known) if key not in right]
    for key in wrong[: _MOST - 1]:
        yield Choice(_id({"en": key}), _section(key), False)


def _section(reference: str) -> Text:
    """Return a provision as section and act."""
    found = pack().provisions[reference.partition(":")[2]]
    act = pack().instruments.get(found.instrument)
    title = act.title if act else {"th": found.instrument, "en": found.instrument}
    return {
        "th": f"{found.section['th']} {title['th']}",
        "en": f"{found.section['en']}, {title['en']}",
    }


def _facts(family: Family, needed: tuple[str, ...]) -> Iterator[Choice]:
    for path in needed:
        yield _choice(voice.statement(family.case, path), True, path=path)
    yield from _false_facts(family)


def _false_facts(family: Family) -> Iterator[Choice]:
    """Yield statements that must not stand in the petition."""
    told = family.case.persons[family.applicant].told
    name = voice.name_of(family.case, family.applicant)
    if "thai" not in told:
        text = {
            "th": f"{name['th']}ได้รับการวินิจฉัยแล้วว่ามีสัญชาติไทย",
            "en": f"{name['en']} has already been determined to be a Thai national",
        }
        yield _choice(text, False, DETERMINED)
    country = told.get("born.country")
    if country and isinstance(country.value, str) and country.value != "unknown":
        other = "MM" if country.value == "TH" else "TH"
        about = voice.fact_words(family.case, f"{family.applicant}.born.country")
        elsewhere: Text = {
            lang: f"{about[lang]}: {country_name(other, lang)}" for lang in voice.LANGS
        }
        path = f"{family.applicant}.born.country"
        yield _choice(elsewhere, False, CONTRARY, path)
    yield from _false_day(family)


def _false_day(family: Family) -> Iterator[Choice]:
    told = family.case.persons[family.applicant].told.get("born.date")
    if told is None or not isinstance(told.value, DateSpan) or told.value.is_unknown:
        return
    path = f"{family.applicant}.born.date"
    about = voice.fact_words(family.case, path)
    day = told.value.earliest + (366 if told.value.is_exact else 0)
    shown: Text = {k: show(DateSpan(day, day), k) for k in voice.LANGS}
    sure = {"th": "แน่นอน", "en": "for certain"}
    text: Text = {k: f"{about[k]}: {shown[k]} {sure[k]}" for k in voice.LANGS}
    yield _choice(text, False, CONTRARY if told.value.is_exact else GUESSED, path)


DETERMINED: Text = {
    "th": "ผลวิเคราะห์เป็นของเรา คำวินิจฉัยเป็นของรัฐ คำร้องขอให้พิจารณา ไม่ใช่ประกาศว่าพิจารณาแล้ว",
    "en": "The assessment is ours, the determination is the "
    "state's. A petition asks for "
    "a decision; it does not declare one.",
}
CONTRARY: Text = {
    "th": "ขัดกับข้อเท็จจริงของครอบครัวนี้ การใช้หลักฐานเท็จเพื่อให้มีรายการทะเบียนมีโทษอาญา",
    "en": "It is contrary to the facts of this family. Using "
    "false evidence for an entry "
    "is a crime.",
}
GUESSED: Text = {
    "th": "วันที่นี้เป็นการเดา ครอบครัวรู้เพียงช่วงเวลา ให้เขียนเท่าที่รู้",
    "en": "This day is a guess: the family only knows roughly "
    "when. Write what is known.",
}


def _papers(target: str, as_of: int) -> Iterator[Choice]:
    rows = cast("list[Row]", procedures({target: "open"}, {}, (), as_of))
    asked = [row["paper"] for row in rows[0]["papers"]] if rows else []
    right = [key for key in dict.fromkeys(asked) if key in PAPERS][:_MOST]
    wrong = [key for key in _BESIDE if key not in asked]
    for key in (*right, *wrong[:2]):
        name = PAPERS[key].name
        text = {"th": name.th, "en": name.en}
        yield Choice(_id({"en": key}), text, key in right)


_BESIDE = ("PASSPORT", "SERVICE-AWARD", "ENTRY-STAMP", "DIVORCE-CERTIFICATE", "DEGREE")


def _requests(family: Family, answer: Row, entry: Row) -> Iterator[Choice]:
    name = voice.name_of(family.case, family.applicant)
    yield _choice(_asking(name, entry["title"]), True)
    sure = {
        "th": f"ขอให้ยืนยันว่า{name['th']}เป็นคนไทยอยู่แล้ว โดยไม่ต้องพิจารณา",
        "en": f"Confirm without deciding that {name['en']} is Thai already",
    }
    yield _choice(sure, False, DETERMINED)
    others = [key for key in family.pathways if key != entry["id"]]
    for key in others[:2]:
        yield _choice(_asking(name, pack().rules[key].title), False)


def _asking(name: Text, title: Text) -> Text:
    return {
        "th": f"ขอให้พิจารณาคำขอของ{name['th']} เรื่อง {title['th']}",
        "en": f"Please decide on the request of {name['en']}: {title['en']}",
    }


def _model(family: Family, parts: tuple[Part, ...], needed: tuple[str, ...]) -> Text:
    """Return a petition as it could be written, in both languages."""
    chosen = {p.name: [c.text for c in p.choices if c.right] for p in parts}
    name = voice.name_of(family.case, family.applicant)
    facts = [voice.statement(family.case, path) for path in needed]
    grounds = chosen["grounds"]
    lines = {
        "th": (
            f"เรียน {chosen['addressee'][0]['th']}",
            f"ข้าพเจ้ายื่นคำร้องในเรื่องของ{name['th']} โดยอาศัย {_listed(grounds, 'th')}",
            f"ข้อเท็จจริงเท่าที่ทราบ: {_listed(facts, 'th')}",
            f"เอกสารและพยานที่เสนอ: {_listed(chosen['papers'], 'th')}",
            f"{chosen['request'][0]['th']} {_RECEIPT['th']}",
        ),
        "en": (
            f"To: {chosen['addressee'][0]['en']}",
            f"In the matter of {name['en']} I rely on {_listed(grounds, 'en')}.",
            f"The facts, as far as they are known: {_listed(facts, 'en')}.",
            f"Papers and witnesses offered: {_listed(chosen['papers'], 'en')}.",
            f"{chosen['request'][0]['en']}. {_RECEIPT['en']}",
        ),
    }
    return {lang: "\n\n".join(texts) for lang, texts in lines.items()}


_RECEIPT: Text = {
    "th": "หากเอกสารยังไม่ครบ ขอให้แจ้งเป็นหนังสือว่าขาดสิ่งใด และขอใบรับคำร้องที่ลงวันที่",
    "en": "If papers are missing, please say in writing which ones, and give a dated "
    "receipt.",
}


def _listed(texts: Iterable[Text], lang: str) -> str:
    return "; ".join(text[lang] for text in texts) or "-"
