"""An answer is certain just when every completion of the family gives it."""

from __future__ import annotations

import math
import os
from typing import Any

from hypothesis import assume, given, note, settings
from hypothesis import strategies as st
from tests.generative.brute import KEYS, MOST, choices, combined
from tests.generative.families import Plain, truths
from tests.generative.families_asked import answers, show
from tests.generative.families_veiled import veilable

FEW = settings(
    max_examples=300 if os.environ.get("SATHANA_CAMPAIGN", "") not in ("", "0") else 20
)


@st.composite
def hidden(draw: Any) -> tuple[Plain, tuple[tuple[str, str], ...]]:
    """Draw a family and the few facts that it does not tell."""
    family = draw(truths())
    persons = family["persons"]
    places = [place for place in sorted(veilable(family)) if place[1] in KEYS]
    keys = draw(st.lists(st.sampled_from(places), min_size=1, max_size=5, unique=True))
    for who, key in keys:
        life = persons[who]
        if key == "born.date":
            life["born"]["date"] = draw(st.sampled_from((7, 4)).map(_cut(life)))
        elif key == "born.country":
            life["born"][key[5:]] = "unknown"
        elif key == "stay":
            del life["stay"]
        else:
            life[key] = "unknown"
    return family, tuple(keys)


def _cut(life: Plain) -> Any:
    return lambda length: life["born"]["date"][:length]


@FEW
@given(hidden())
def test_the_case_split_says_what_all_completions_say(
    pair: tuple[Plain, tuple[tuple[str, str], ...]],
) -> None:
    family, keys = pair
    note(show(family))
    unknown = choices(family, keys)
    assume(math.prod(len(values) for _, _, values in unknown) <= MOST)
    assert answers(family) == combined(family, unknown)
