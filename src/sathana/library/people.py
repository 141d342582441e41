"""What a person of a case file is called on a page: by name, else by kinship."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sathana.calendars.spans import DateSpan
from sathana.facts.model import CaseFile, Person
from sathana.vocabulary.facts import FACTS, fact_key
from sathana.web.languages import Text

SELF: Text = {"th": "เจ้าตัว", "en": "the person"}
KIN: Mapping[str, Text] = {
    "f": {"th": "พ่อ", "en": "the father"},
    "m": {"th": "แม่", "en": "the mother"},
    "ff": {"th": "ปู่", "en": "the father’s father"},
    "fm": {"th": "ย่า", "en": "the father’s mother"},
    "mf": {"th": "ตา", "en": "the mother’s father"},
    "mm": {"th": "ยาย", "en": "the mother’s mother"},
}
GREAT: Text = {"th": "ทวด", "en": "a great-grandparent"}
SIBLING: Text = {"th": "พี่หรือน้อง", "en": "a brother or sister"}
CHILD: Text = {"th": "ลูก", "en": "a child"}


def parent_id(person: Person, which: str) -> str | None:
    """Return the id of the father or mother; ``None`` if not told or no person."""
    told = person.told.get(which)
    return told.value if told and isinstance(told.value, str) else None


def parents(person: Person) -> Iterator[tuple[str, str]]:
    """Yield ``f`` or ``m`` with the id of each parent who is a person of the file."""
    for which, letter in (("father", "f"), ("mother", "m")):
        if found := parent_id(person, which):
            yield letter, found


def focus(case: CaseFile) -> tuple[str, ...]:
    """Return the persons a case is about.

    Those with an expectation; without any, those who are nobody's parent; a family
    in which everybody is a parent is about its first person.
    """
    if case.expect:
        return tuple(key for key in case.expect if key in case.persons)
    elders = {found for p in case.persons.values() for _, found in parents(p)}
    leaves = tuple(key for key in case.persons if key not in elders)
    return leaves or tuple(case.persons)[:1]


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the persons of one family, for pages.

    Attributes:
        of: What each person is called: the given name, else the kinship.
        kin: The kinship to the person asked about; empty where none is found.
    """

    of: Mapping[str, Text]
    kin: Mapping[str, Text]

    def fact(self, path: str) -> Text:
        """Name a fact such as ``M.stay``: whose it is, and what it is about."""
        person, key = self.split(path)
        links, key = untold_parents(key)
        name = FACTS.get(fact_key(key))
        words = name.both() if name else {"th": key, "en": key}
        if person not in self.of:
            return words
        whose = dict(self.of[person])
        for link in links:
            kin = KIN["f" if link == "father" else "m"]
            whose = {
                "th": f"{kin['th']}ของ{whose['th']}",
                "en": f"{kin['en']} of {whose['en']}",
            }
        return {lang: f"{words[lang]} ({whose[lang]})" for lang in ("th", "en")}

    def split(self, path: str) -> tuple[str, str]:
        """Split a fact path into person and key; a person's id may hold a dot."""
        owners = [p for p in self.of if path == p or path.startswith(p + ".")]
        if not owners:
            head, _, key = path.partition(".")
            return head, key
        owner = max(owners, key=len)
        return owner, path[len(owner) + 1 :]


def untold_parents(key: str) -> tuple[tuple[str, ...], str]:
    """Split ``father.thai`` into the parents nobody told of yet, and the fact."""
    links: list[str] = []
    while key.startswith(("father.", "mother.")):
        link, _, key = key.partition(".")
        links.append(link)
    return tuple(links), key


def names(case: CaseFile, asked: str | None = None) -> Names:
    """Find a name for every person of a family.

    Args:
        case: The family.
        asked: The person from whom kinship is counted; left out, the first one the
            case is about.
    """
    asked = asked or (focus(case) or ("",))[0]
    kin = _kin(case, asked)
    several = len(focus(case)) > 1
    called: dict[str, Text] = {}
    for key, person in case.persons.items():
        fallback = kin.get(key) or {"th": key, "en": key}
        if key == asked and several:
            fallback = {"th": key, "en": key}
        called[key] = _given(person) or fallback
    return Names(_told_apart(called), kin)


def named(case: CaseFile, called: Names) -> CaseFile:
    """Return the family with every person named, so that sentences can call them."""
    return replace(
        case,
        persons={
            key: replace(person, name=called.of[key])
            for key, person in case.persons.items()
        },
    )


def _given(person: Person) -> Text | None:
    """Return the name in the file, in both languages if only one is given."""
    given = [text for text in person.name.values() if text]
    if not given:
        return None
    return {lang: person.name.get(lang) or given[0] for lang in ("th", "en")}


def _told_apart(called: Mapping[str, Text]) -> dict[str, Text]:
    """Add the id where two persons would be called the same."""
    thai = [text["th"] for text in called.values()]
    return {
        key: (
            {lang: f"{words} ({key})" for lang, words in text.items()}
            if thai.count(text["th"]) > 1
            else text
        )
        for key, text in called.items()
    }


def _kin(case: CaseFile, asked: str) -> dict[str, Text]:
    """Count kinship from one person: upwards, then sideways, down and by marriage."""
    found: dict[str, Text] = {}
    _climb(case, asked, "", found)
    own = (
        {p for _, p in parents(case.persons[asked])} if asked in case.persons else set()
    )
    for key, person in case.persons.items():
        mine = {p for _, p in parents(person)}
        if key in found:
            continue
        if asked in mine:
            found[key] = CHILD
        elif mine & own:
            found[key] = SIBLING
    return found


def _climb(case: CaseFile, key: str, path: str, found: dict[str, Text]) -> None:
    if key not in case.persons or key in found or len(path) > 4:
        return
    found[key] = SELF if not path else KIN.get(path, GREAT)
    for letter, parent in parents(case.persons[key]):
        _climb(case, parent, path + letter, found)


def birth(person: Person) -> DateSpan | None:
    """Return the told day of birth, ``None`` if none is told."""
    told = person.told.get("born.date")
    return told.value if told and isinstance(told.value, DateSpan) else None


def sex(person: Person) -> str:
    """Return ``female``, ``male`` or ``unknown``."""
    told = person.told.get("sex")
    return told.value if told and told.value in ("female", "male") else "unknown"
