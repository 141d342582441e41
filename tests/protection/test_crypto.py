"""Sealing: known answers, places, nonces."""

from __future__ import annotations

import os

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from sathana.protection import crypto
from sathana.protection.crypto import SealBrokenError

# Test cases 13 to 16 of the GCM specification (McGrew and Viega): 256-bit keys.
_LONG = (
    "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
    "cafebabefacedbaddecaf888",
    (
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    ),
)
VECTORS = [
    ("00" * 32, "00" * 12, "", "", "530f8afbc74536b9a963b4f1c4cb738b"),
    (
        *("00" * 32, "00" * 12, "00" * 16, ""),
        "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
    ),
    (
        *(*_LONG, "feedfacedeadbeeffeedfacedeadbeefabaddad2"),
        (
            "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
            "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
            "76fc6ece0f4e1768cddf8853bb2d551b"
        ),
    ),
]


@pytest.mark.parametrize(("key", "nonce", "plain", "about", "sealed"), VECTORS)
def test_the_cipher_gives_the_known_answers(
    key: str, nonce: str, plain: str, about: str, sealed: str
) -> None:
    cipher = AESGCM(bytes.fromhex(key))
    given = [bytes.fromhex(one) for one in (nonce, plain, about)]
    assert cipher.encrypt(*given).hex() == sealed


def test_what_is_stored_is_version_nonce_and_gcm() -> None:
    """A value of today opens in ten years: the form is told, byte by byte."""
    key = bytes(range(32))
    sealed = b"\x01" + bytes(12) + AESGCM(key).encrypt(bytes(12), b'"x"', b"t|1|f|k")
    assert crypto.unseal(key, sealed, "t|1|f|k") == "x"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(JSON, st.text(max_size=60))
def test_what_was_sealed_opens_at_its_place(value: crypto.Jsonable, place: str) -> None:
    key = crypto.new_key()
    assert crypto.unseal(key, crypto.seal(key, value, place), place) == value


@given(st.binary(max_size=80), st.data())
def test_no_changed_byte_opens(plain: bytes, data: st.DataObject) -> None:
    key = crypto.new_key()
    sealed = bytearray(crypto.seal_bytes(key, plain, "here"))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(SealBrokenError):
        crypto.open_bytes(key, bytes(sealed), "here")


def test_short_and_foreign_bytes_are_refused() -> None:
    for sealed in (b"", b"\x01", b"\x01" + bytes(12), b"\x02" + bytes(40), bytes(28)):
        with pytest.raises(SealBrokenError):
            crypto.open_bytes(crypto.new_key(), sealed, "")


def test_nonces_are_unique(campaign: bool) -> None:
    """Under one key, of a record that lives long: more values than any record has."""
    count = 1_000_000 if campaign else 20_000
    key = crypto.new_key()
    nonces = {crypto.seal_bytes(key, b"", "")[1:13] for _ in range(count)}
    assert len(nonces) == count


def test_the_nonce_comes_from_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    real = os.urandom
    monkeypatch.setattr(os, "urandom", lambda n: asked.append(n) or real(n))
    crypto.seal_bytes(crypto.new_key(), b"", "")
    assert asked == [12]
