"""The recovery papers: any two bring everything back, one alone brings nothing."""

from __future__ import annotations

import random
from itertools import combinations, permutations

import pytest
from pyrage import decrypt, x25519

from sathana.protection import keyfile, recovery
from sathana.protection.bech32 import encode
from sathana.protection.recovery import RecoveryError
from sathana.protection.recovery_words import PaperError, checked, split

MADE = recovery.make()
KEYS = keyfile.fresh()
ESCROW = recovery.escrow(KEYS, MADE.recipient)


@pytest.mark.parametrize("pair", list(permutations(range(3), 2)))
def test_each_pair_opens_the_escrow(pair: tuple[int, int]) -> None:
    papers = [MADE.papers[one] for one in pair]
    assert recovery.open_escrow(ESCROW, papers) == KEYS


def test_all_three_open_it_too() -> None:
    assert recovery.open_escrow(ESCROW, MADE.papers) == KEYS


@pytest.mark.parametrize("paper", range(3))
def test_one_paper_alone_does_not(paper: int) -> None:
    for given in ([MADE.papers[paper]], [MADE.papers[paper]] * 2):
        with pytest.raises(RecoveryError, match="two different papers"):
            recovery.open_escrow(ESCROW, given)


def test_papers_of_two_sets_do_not() -> None:
    other = recovery.make()
    with pytest.raises(RecoveryError, match="not of one set"):
        recovery.secret_of([MADE.papers[0], other.papers[1]])
    with pytest.raises(RecoveryError, match="another installation"):
        recovery.open_escrow(ESCROW, other.papers[:2])


def test_a_damaged_escrow_is_said() -> None:
    broken = ESCROW[:-1] + bytes([ESCROW[-1] ^ 1])
    with pytest.raises(RecoveryError, match="damaged"):
        recovery.open_escrow(broken, MADE.papers[:2])


def test_a_word_that_is_none_is_told_with_its_place() -> None:
    words = [*MADE.papers[1]]
    words[11] = "academik" if words[11] != "academic" else "actressx"
    with pytest.raises(PaperError) as fault:
        recovery.secret_of([MADE.papers[0], words])
    assert (fault.value.paper, fault.value.place) == (2, 12)
    assert "คำที่ 12" in fault.value.th
    assert "word 12" in fault.value.en


def test_another_word_of_the_list_is_told_with_its_place(campaign: bool) -> None:
    from shamir_mnemonic.wordlist import WORDLIST

    chance = random.Random(5)
    places = range(33) if not campaign else [*range(33)] * 30
    for place in places:
        words = [*MADE.papers[0]]
        words[place] = chance.choice([w for w in WORDLIST if w != words[place]])
        with pytest.raises(PaperError) as fault:
            checked(words)
        assert fault.value.place == place + 1


def test_two_words_swapped_are_found() -> None:
    for one, other in combinations(range(8), 2):
        words = [*MADE.papers[2]]
        if words[one] == words[other]:
            continue
        words[one], words[other] = words[other], words[one]
        with pytest.raises(PaperError):
            checked(words)


def test_a_missing_word_is_said() -> None:
    with pytest.raises(PaperError, match="32 words here, and 33"):
        checked(MADE.papers[0][1:])


def test_words_are_read_as_people_type_them() -> None:
    words = MADE.papers[0]
    typed = "\n".join(f"{n}. {word[:4].upper()}" for n, word in enumerate(words, 1))
    assert checked(split(typed)) == list(words)


def test_the_identity_follows_from_the_secret_for_ever() -> None:
    """Papers of today must open the backups of today in ten years: a known answer."""
    public = str(recovery.identity(bytes(range(32))).to_public())
    assert public == ("age16y4u78rdj5660x56f20rz3rlsh07mejne6a7smkrzm0duj5zsagq4pvp6y")


def test_bech32_is_what_age_reads() -> None:
    # The example of BIP 173, and an identity that age itself wrote.
    assert encode("a", b"") == "a12uel5l"
    text = str(x25519.Identity.generate())
    value = text.removeprefix("AGE-SECRET-KEY-1").lower()
    letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    bits = "".join(f"{letters.index(letter):05b}" for letter in value[:-6])
    data = bytes(int(bits[at : at + 8], 2) for at in range(0, 256, 8))
    assert encode("age-secret-key-", data).upper() == text


def test_what_is_locked_away_opens_with_the_papers_only() -> None:
    sealed = recovery.lock_away(b"a backup", MADE.recipient)
    assert b"a backup" not in sealed
    key = recovery.identity(recovery.secret_of(MADE.papers[1:]))
    assert decrypt(sealed, [key]) == b"a backup"


def test_the_secret_is_on_no_paper() -> None:
    secret = recovery.secret_of(MADE.papers[:2])
    assert all(" ".join(paper) not in MADE.recipient for paper in MADE.papers)
    assert len(secret) == 32
