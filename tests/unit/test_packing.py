"""Long answers packed, and those that were packed in another way before."""

from __future__ import annotations

import base64
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.registry import packing

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(PLAIN, st.sampled_from((1, 6, 9)))
def test_what_is_packed_comes_out_as_it_was(value: object, level: int) -> None:
    assert packing.unpack(packing.pack(value, level=level)) == value


@given(PLAIN)
def test_what_was_packed_in_base_85_still_opens(value: object) -> None:
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    assert packing.unpack(base64.b85encode(zlib.compress(plain, 6)).decode()) == value


def test_nothing_is_nothing() -> None:
    assert packing.unpack("") is None


def test_what_is_spoiled_is_not_taken_for_an_answer() -> None:
    packed = packing.pack({"thai": "yes"})
    with pytest.raises((ValueError, zlib.error)):
        packing.unpack(packed[:-6])
