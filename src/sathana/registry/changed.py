"""What changed since an assessment, in plain words: facts, and the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sathana.facts.casefile import told_text, without_lines
from sathana.facts.keys import KEYS
from sathana.facts.model import CaseFile
from sathana.law.load import pack
from sathana.registry.errors import Text
from sathana.vocabulary.facts import FACTS, fact_key

MOST = 40
"""More changes than this are counted off."""
_LONGEST = 80


def of_facts(before: CaseFile, after: CaseFile) -> tuple[Text, ...]:
    """Say what was told otherwise: persons and facts added, changed, withdrawn."""
    found = list(_of_facts(without_lines(before), without_lines(after)))
    if len(found) > MOST:
        more = len(found) - MOST
        found = [*found[:MOST], both(f"และอีก {more} เรื่อง", f"and {more} more")]
    return tuple(found)


def of_law(
    before: Mapping[str, object], after: Mapping[str, object]
) -> tuple[Text, ...]:
    """Say which law is used now instead: its edition, and the updates in between.

    Args:
        before: ``version`` and ``updates`` (ids) of the stored assessment.
        after: The same of now.
    """
    was, now = str(before.get("version", "?")), str(after.get("version", "?"))
    found: list[Text] = []
    if was != now:
        found.append(
            both(
                f"ตัวบทกฎหมายในเครื่องเปลี่ยนจากรุ่น {was} เป็น {now}",
                f"The edition of the law changed from {was} to {now}.",
            )
        )
    old, new = _ids(before), _ids(after)
    for update in pack().updates:
        if update.id in new - old:
            rules = ", ".join(update.records[:8])
            title = dict(update.title)
            found.append(
                both(
                    f"ติดตั้งฉบับปรับปรุงกฎหมาย: {title.get('th', update.id)} ({rules})",
                    f"An update of the law was installed: "
                    f"{title.get('en', update.id)} ({rules})",
                )
            )
    found += [
        both(
            f"ถอนฉบับปรับปรุงกฎหมาย {one}", f"The update {one} of the law was taken back."
        )
        for one in sorted(old - new)
    ]
    return tuple(found)


def law_now() -> dict[str, object]:
    """Return the edition of the law in use and the updates installed on it."""
    law = pack()
    return {"version": law.version, "updates": [one.id for one in law.updates]}


def law_name(law: Mapping[str, object]) -> str:
    """Return edition and updates as one short text, the same for the same law."""
    import hashlib

    updates = sorted(_ids(law))
    if not updates:
        return str(law["version"])[:80]
    digest = hashlib.sha256("\n".join(updates).encode()).hexdigest()[:16]
    return f"{str(law['version'])[:60]}+{digest}"


def both(th: str, en: str) -> Text:
    """Return a text in both languages."""
    return {"th": th, "en": en}


def about(path: str) -> Text:
    """Return what a fact is about, as people say it."""
    name = FACTS.get(fact_key(path))
    return name.both() if name else both(path, path)


def _ids(law: Mapping[str, object]) -> set[str]:
    ids = law.get("updates", ())
    return set(ids) if isinstance(ids, Iterable) else set()


def _of_facts(before: CaseFile, after: CaseFile) -> Iterator[Text]:
    for label in after.persons:
        if label not in before.persons:
            who = called(after, label)
            yield both(f"เพิ่มบุคคล {who['th']}", f"{who['en']} was added.")
    for label in before.persons:
        if label not in after.persons:
            who = called(before, label)
            yield both(f"ไม่มี {who['th']} แล้ว", f"{who['en']} is no longer there.")
    for label, person in after.persons.items():
        known = before.persons.get(label)
        told = known.told if known else {}
        for path in KEYS:
            if person.told.get(path) != told.get(path):
                yield _changed(before, after, label, path)


def _changed(before: CaseFile, after: CaseFile, label: str, path: str) -> Text:
    was = _value(before, label, path) if label in before.persons else ""
    now = _value(after, label, path)
    who, what = called(after, label), about(path)
    front = both(f"{what['th']} ({who['th']})", f"{what['en']} ({who['en']})")
    if was and now and was != now:
        return both(
            f"{front['th']}: เปลี่ยนจาก {was} เป็น {now}",
            f"{front['en']}: changed from {was} to {now}",
        )
    if was and now:
        return both(
            f"{front['th']}: ระดับหลักฐานเปลี่ยน", f"{front['en']}: its proof changed"
        )
    if now:
        return both(f"{front['th']}: เพิ่ม {now}", f"{front['en']}: {now} was added")
    return both(f"{front['th']}: ถอน {was}", f"{front['en']}: {was} was withdrawn")


def called(case: CaseFile, label: str) -> Text:
    """Return what to call a person of a case: the name, else the label."""
    name = case.persons[label].name
    given = [text for text in name.values() if text]
    if not given:
        return both(label, label)
    return both(name.get("th") or given[0], name.get("en") or given[0])


def _value(case: CaseFile, label: str, path: str) -> str:
    text = " ".join(told_text(case, label, path).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
