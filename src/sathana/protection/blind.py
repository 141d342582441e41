"""The blind index: finding a name or a number without storing it.

A value is HMAC-SHA-256 of the normalised text under the organisation's own index key,
cut short. Names are cut to 20 bits, so that even with the key one value stands for many
names; numbers keep 63 bits, for a 13-digit number is looked for exactly. Without the
key a value tells nothing, and two organisations' values of one name do not meet.
"""

from __future__ import annotations

import hmac
import uuid

from sathana.protection import keys
from sathana.text.thai import normalise

NAME_BITS = 20
NUMBER_BITS = 63
"""How much of the hash is kept: 63 bits fit a signed column of 64."""


def name_value(organisation: uuid.UUID, key_text: str) -> int:
    """Return the blind value of one key of a name, 20 bits.

    Args:
        organisation: Whose index it stands in.
        key_text: A key as the registry makes it of a name.
    """
    return _value(organisation, "name", normalise(key_text).casefold(), NAME_BITS)


def number_value(organisation: uuid.UUID, digits13: str) -> int:
    """Return the blind value of a 13-digit number, 63 bits.

    Args:
        organisation: Whose index it stands in.
        digits13: The number as 13 digits, without spaces and dashes.
    """
    return _value(organisation, "number", digits13, NUMBER_BITS)


def _value(organisation: uuid.UUID, kind: str, text: str, bits: int) -> int:
    key = keys.index_key(organisation)
    hashed = hmac.digest(key, f"{kind}|{text}".encode(), "sha256")
    return int.from_bytes(hashed[:8]) >> (64 - bits)
