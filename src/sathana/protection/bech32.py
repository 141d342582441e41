"""Bech32 (BIP 173), to write an age identity; written out because it is so short."""

from __future__ import annotations

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def encode(prefix: str, data: bytes) -> str:
    """Return bytes as Bech32 text under a prefix, in small letters."""
    groups = _in_fives(data)
    check = _check(prefix, groups)
    return f"{prefix}1{''.join(_LETTERS[group] for group in (*groups, *check))}"


def _in_fives(data: bytes) -> list[int]:
    """Cut bytes into groups of five bits, the last one filled with zeros."""
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    return [int(bits[place : place + 5], 2) for place in range(0, len(bits), 5)]


def _check(prefix: str, groups: list[int]) -> list[int]:
    spread = [ord(letter) >> 5 for letter in prefix]
    spread += [0, *(ord(letter) & 31 for letter in prefix)]
    value = _polymod([*spread, *groups, *([0] * 6)]) ^ 1
    return [(value >> 5 * (5 - place)) & 31 for place in range(6)]


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, factor in enumerate(_GENERATOR):
            check ^= factor if (top >> place) & 1 else 0
    return check
