"""What changed since a pack was made: facts, law, contacts with offices."""

from __future__ import annotations

from dataclasses import replace

from sathana.casework import inside, packmaking
from sathana.casework.models import PaperPack
from sathana.facts import casefile
from sathana.facts.model import CaseFile
from sathana.facts.writer import write
from sathana.registry import changed, packing
from sathana.registry.errors import Text
from sathana.registry.models import Family

_PETITIONS: Text = {
    "th": "คำร้องที่เคยยื่น หรือผลของคำร้อง เปลี่ยนไป",
    "en": "Petitions made so far, or what came of them, changed.",
}
_ELSE: Text = {
    "th": "ชื่อ เอกสาร หรือรายละเอียดอื่นในแฟ้มเปลี่ยนไป",
    "en": "Names, papers or other details of the file changed.",
}


def since(
    family: Family, pack: PaperPack, told: packmaking.Told | None = None
) -> tuple[Text, ...]:
    """Return what changed since a pack was made, in words; nothing: it is as it was.

    Args:
        family: Its family, opened, with everything open that a pack tells.
        pack: The pack, its key open.
        told: The family as it is told now, where that was read already.
    """
    now = (told or packmaking.told_of(family)).case
    return (
        *changed.of_law(pack.law, changed.law_now()),
        *_facts(packing.unpack(pack.facts), write(now)),
        *_contacts(family, pack),
    )


def _facts(before: str, now: str) -> tuple[Text, ...]:
    if before == now:
        return ()
    try:
        old, new = (casefile.read(text, name="pack") for text in (before, now))
    except casefile.CaseFileError:
        return (_ELSE,)
    found = changed.of_facts(_bare(old), _bare(new))
    if _petitions(old) != _petitions(new):
        found = (*found, _PETITIONS)
    return found or (_ELSE,)


def _petitions(case: CaseFile) -> list[object]:
    """Return the petitions told: too long to be said whole in one line."""
    return [
        one.told.get("attempts")
        for one in casefile.without_lines(case).persons.values()
    ]


def _bare(case: CaseFile) -> CaseFile:
    return replace(
        case,
        persons={
            key: replace(
                one, told={k: v for k, v in one.told.items() if k != "attempts"}
            )
            for key, one in case.persons.items()
        },
    )


def _contacts(family: Family, pack: PaperPack) -> tuple[Text, ...]:
    """Say that contacts were recorded, changed or taken back meanwhile."""
    rows = inside.encounters(family).filter(changed_at__gt=pack.made_at)
    mine = [one for one in rows if one.person_id in (None, pack.person_id)]
    if not mine:
        return ()
    return (
        changed.both(
            f"มีการบันทึกหรือแก้การติดต่อสำนักงาน {len(mine)} ครั้ง",
            f"{len(mine)} contact(s) with offices were recorded or changed.",
        ),
    )
