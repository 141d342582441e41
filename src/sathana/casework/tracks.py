"""One person's pathway as a chain of moves: what is legal now, and what each move does.

Pure: a track is made by playing its moves from the first contact on. What is stored
beside them (stage, round) is only a copy that saves playing them.

Two things always hold, whatever is tried: in one round the state decides at most once,
and a move that was taken back stays in the history.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from sathana.accounts.decide_words import Action
from sathana.casework.states import (
    BACK,
    BEFORE,
    FORWARD,
    MOVES,
    TITLES,
    Move,
    State,
    Text,
)
from sathana.registry.errors import UnusableValueError


@dataclass(frozen=True, slots=True)
class Track:
    """Where a pathway stands.

    Attributes:
        round: Counts petitions, appeals and new examinations; 0 before the first.
        decided: Rounds in which the state has decided.
        aside: Stages that were left when the pathway was put aside, the newest last.
        before: The track before the last move that still counts.
        by: That move; ``""`` before the first.
    """

    state: State = State.CONTACT
    round: int = 0
    decided: frozenset[int] = frozenset()
    aside: tuple[State, ...] = ()
    before: Track | None = None
    by: str = ""


class IllegalMoveError(UnusableValueError):
    """A move that does not exist here; the text names those that do.

    Attributes:
        legal: Codes of the moves that exist from here.
    """

    def __init__(self, track: Track, action: str, legal: Iterable[Move]) -> None:
        moves = tuple(legal)
        self.legal = tuple(move.action for move in moves)
        wanted = MOVES[action].title if action in MOVES else both(action, action)
        here = TITLES[track.state]
        super().__init__(
            "action",
            f"“{wanted['th']}” ทำไม่ได้ เพราะเรื่องอยู่ที่ขั้น “{here['th']}” "
            f"จากขั้นนี้ทำได้: {_listed(moves, 'th')}",
            f"“{wanted['en']}” cannot be done, as this stands at “{here['en']}”. "
            f"From here there are: {_listed(moves, 'en')}.",
        )


class ReasonMissingError(UnusableValueError):
    """A move that must be explained came without its reason."""

    def __init__(self, move: Move) -> None:
        super().__init__(
            "reason",
            f"“{move.title['th']}” ต้องบอกเหตุผล เพราะคนที่มารับช่วงต่อต้องรู้ว่าทำไม",
            f"“{move.title['en']}” needs a reason: whoever takes over must know why.",
        )


def legal(track: Track) -> tuple[Move, ...]:
    """Return the moves that exist from here, in the order of the table."""
    return tuple(move for move in MOVES.values() if _exists(track, move))


def open_to(track: Track, may: Collection[Action]) -> tuple[Move, ...]:
    """Return the moves that exist from here for somebody who may do these actions."""
    return tuple(move for move in legal(track) if set(move.needs) <= set(may))


def ahead(track: Track, may: Collection[Action]) -> tuple[Move, ...]:
    """Return the preparing moves that can be recorded with those before them.

    The first one from here is not among them: :func:`open_to` returns it.
    """
    left = _forward(track.state)[1:]
    return tuple(MOVES[action] for action in left if set(MOVES[action].needs) <= {*may})


def way(track: Track, action: str) -> tuple[str, ...]:
    """Return the moves that lead to a move, it being the last: preparing runs on."""
    left = _forward(track.state)
    return left[: left.index(action) + 1] if action in left else (action,)


def _forward(state: State) -> tuple[str, ...]:
    """Return the preparing moves that lie before a stage, the next one first."""
    starts = [n for n, one in enumerate(FORWARD) if state in MOVES[one].sources]
    return FORWARD[starts[0] :] if starts else ()


def after(track: Track, action: str, reason: str = "") -> Track:
    """Return the track after a move.

    Args:
        track: Where it stands.
        action: Code of the move.
        reason: Why; needed where the table says so.

    Raises:
        IllegalMoveError: There is no such move from here.
        ReasonMissingError: It must be explained.
    """
    move = MOVES.get(action)
    if move is None or not _exists(track, move):
        raise IllegalMoveError(track, action, legal(track))
    if move.reason and not reason.strip():
        raise ReasonMissingError(move)
    if move.goal == BEFORE:
        return _taken_back(track)
    return _moved(track, move)


def played(actions: Iterable[str]) -> Track:
    """Return the track that these moves make, from the first contact on."""
    track = Track()
    for action in actions:
        track = after(track, action, reason="-")
    return track


def both(th: str, en: str) -> Text:
    """Return a text in both languages."""
    return {"th": th, "en": en}


def _exists(track: Track, move: Move) -> bool:
    if track.state not in move.sources:
        return False
    if move.goal == BEFORE:
        return track.before is not None
    if move.goal == BACK:
        return bool(track.aside)
    return not move.decides or move.opens or track.round not in track.decided


def _moved(track: Track, move: Move) -> Track:
    number = track.round + move.opens
    aside = _aside(track, move)
    state = track.aside[-1] if move.goal == BACK else State(move.goal)
    decided = track.decided | {number} if move.decides else track.decided
    return Track(state, number, decided, aside, track, move.action)


def _aside(track: Track, move: Move) -> tuple[State, ...]:
    if move.holds:
        return (*track.aside, track.state)
    # Out of a suspension by another way than back: there is nothing to go back to.
    leaves = move.goal == BACK or track.state == State.SUSPENDED
    return track.aside[:-1] if leaves else track.aside


def _taken_back(track: Track) -> Track:
    """Return to before the last move; a decision taken back needs a round of its own.

    Rounds never go down, and rounds in which something was decided stay so.
    """
    assert track.before is not None  # noqa: S101 (asked in _exists)
    number = track.round
    if number in track.decided:
        number += 1
    return replace(track.before, round=number, decided=track.decided)


def _listed(moves: Iterable[Move], language: str) -> str:
    none = {"th": "ไม่มี", "en": "none"}[language]
    return ", ".join(move.title[language] for move in moves) or none
