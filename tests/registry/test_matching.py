"""Finding people by name: how many are found, and how many are suggested wrongly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.registry.house import House
from tests.registry.name_pairs import DIFFERENT, SAME

from sathana.audit.models import Entry
from sathana.registry import matching, nameindex, namekeys
from sathana.registry.given import NameGiven
from sathana.registry.models import NameKey
from sathana.registry.namescore import alike
from sathana.registry.selectors import families as list_of
from sathana.registry.services import facts, persons

RECALL, FALSE = 0.96, 0.05
"""At least so many of the pairs must be recognised, at most so many wrongly."""


def test_spellings_of_one_name_share_a_key() -> None:
    apart = [
        (one, other)
        for one, other in SAME
        if not namekeys.keys(one) & namekeys.keys(other)
    ]
    print(f"share a key: {1 - len(apart) / len(SAME):.3f} of {len(SAME)} pairs")  # noqa: T201
    assert len(apart) <= (1 - RECALL) * len(SAME), apart


def test_one_person_looks_alike_and_two_people_do_not() -> None:
    least = matching.LOOKS_ALIKE
    missed = [pair for pair in SAME if alike(*pair) < least]
    wrong = [pair for pair in DIFFERENT if alike(*pair) >= least]
    print(  # noqa: T201
        f"recognised: {1 - len(missed) / len(SAME):.3f} of {len(SAME)} pairs, "
        f"wrongly: {len(wrong) / len(DIFFERENT):.3f} of {len(DIFFERENT)}"
    )
    assert len(SAME) >= 100
    assert len(missed) <= (1 - RECALL) * len(SAME), missed
    assert len(wrong) <= FALSE * len(DIFFERENT), wrong


def test_a_name_is_wholly_like_itself() -> None:
    for one, _ in SAME + DIFFERENT:
        assert alike(one, one) == 100
    assert alike("", "สมชาย") == 0


def test_among_many_the_right_person_is_found(at: House, campaign: bool) -> None:
    asked = SAME if campaign else SAME[::4]
    recorded = list(dict.fromkeys(other for _, other in SAME))
    others = list(dict.fromkeys(name for pair in DIFFERENT for name in pair))
    family = at.family("หมู่บ้านสมมติ")
    for name in [*recorded, *others]:
        kind = "thai" if namekeys.is_thai(name) else "romanised"
        persons.new_person(
            at.worker, family, {"label": ""}, [NameGiven(kind, name)],
            taken=Taken(),
        )  # fmt: skip
    for person in list_of.inside.persons(family):
        matching.keep_keys(person)
    found = [
        (typed, want)
        for typed, want in asked
        if want in shown(matching.find(at.worker, typed)[:10])
    ]
    suggested = [
        (typed, want)
        for typed, want in asked
        if want in shown(matching.look_alikes(at.worker, [typed]))
    ]
    print(  # noqa: T201
        f"among {family_size(family)} people: found by search "
        f"{len(found) / len(asked):.3f}, "
        f"shown on entry {len(suggested) / len(asked):.3f}"
    )
    assert len(found) >= RECALL * len(asked), set(asked) - set(found)
    assert len(suggested) >= (RECALL - 0.04) * len(asked), set(asked) - set(suggested)


class Taken(set):
    """Labels, each new one free."""

    def __contains__(self, _: object) -> bool:
        return False


def shown(found: list) -> set[str]:
    return {name for one in found for name in one.names}


def family_size(family: object) -> int:
    return list_of.inside.persons(family).count()


def test_looks_like_one_you_have_never_tells_of_others(at: House) -> None:
    at.person(at.family(), "อาผ่า มาเยอะ", number="6570100001238")
    for reader in (at.stranger,):
        assert matching.look_alikes(reader, ["อาผ่า มาเยอะ"]) == []
        assert matching.look_alikes(reader, ["x"], number="6570100001238") == []
        assert matching.find(reader, "อาผ่า") == []
    [found] = matching.look_alikes(at.worker, ["Apha Mayer"])
    assert found.names == ("อาผ่า มาเยอะ",)
    [exact] = matching.look_alikes(at.worker, ["x"], number="6 5701 00001 23 8")
    assert (exact.why, exact.score) == ("number", 100)


def test_another_year_of_birth_speaks_against_it(at: House) -> None:
    person = at.person(at.family(), "อาผ่า มาเยอะ")
    facts.tell(
        reader=at.worker, person_id=person.id, path="born.date", value="1975-03-02"
    )
    near = matching.look_alikes(at.worker, ["อาผ่า มาเย่อ"], birth_year=1976)
    far = matching.look_alikes(at.worker, ["อาผ่า มาเย่อ"], birth_year=2010)
    assert near
    assert far == []


def test_a_changed_name_is_found_by_the_new_one_only(at: House) -> None:
    person = at.person(at.family(), "นามี จะหา")
    persons.change_person(
        reader=at.worker, person_id=person.id, version=1, values={},
        names=[NameGiven("thai", "ศรีสุดา คำมูล")],
    )  # fmt: skip
    assert matching.find(at.worker, "นามี จะหา") == []
    assert matching.find(at.worker, "Srisuda Kammoon")


def test_who_was_shown_is_in_the_chain(at: House) -> None:
    person = at.person(at.family(), "นามี จะหา")
    matching.find(at.worker, "Nami")
    entry = Entry.objects.get(action="person.find")
    assert entry.subject == person.audit_name


def test_the_index_holds_numbers_only_and_as_few_as_it_can(at: House) -> None:
    for one, _ in SAME[:20]:
        at.person(at.family(one), one)
    rows = NameKey.objects.filter(kind="name")
    print(f"keys per name: {rows.count() / 20:.1f}")  # noqa: T201
    assert rows.count() / 20 < 16
    assert all(0 <= row.value < 2**20 for row in rows)


def test_romanising_leaves_the_home_folder_alone(tmp_path: Path) -> None:
    program = (
        "from sathana.registry.namekeys import keys; assert keys('สมชาย'); print('ok')"
    )
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("PYTHAINLP")},
        "HOME": str(tmp_path),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.stdout == "ok\n", done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["", " ", "ๆ" * 500, "a" * 5000, "\u0e4c" * 30, "–", "1/2"]
)
def test_what_is_no_name_harms_nothing(at: House, name: str) -> None:
    assert len(namekeys.keys(name)) < 60
    assert matching.find(at.worker, name[:200]) == []


def test_a_key_that_too_many_have_is_not_asked_for(
    at: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slip of one consonant fits a whole village: then it tells nobody apart."""
    family = at.family("หมู่บ้านสมมติ")
    for number, name in enumerate(("Kamala", "Kamada", "Kamasa")):
        made = persons.new_person(
            at.worker, family, {"label": f"P{number}"}, [NameGiven("romanised", name)]
        )
        matching.keep_keys(made)
    index = nameindex.Index(at.worker)
    common = {key for key in namekeys.keys("Kamana") if key.startswith("d:")}
    assert len(nameindex.by_names(index, common, rare=True)) == 3
    monkeypatch.setattr(nameindex, "_COMMON", 2)
    assert nameindex.by_names(index, common, rare=True) == []
    assert len(nameindex.by_names(index, common, rare=False)) == 3
