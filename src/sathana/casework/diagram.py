"""The table of stages as a Mermaid diagram and as tables, for ``docs/casework.md``."""

from __future__ import annotations

from pathlib import Path

from sathana.casework.states import (
    ASIDE,
    BACK,
    BEFORE,
    HEAD,
    MOVES,
    TITLES,
    Move,
    State,
)

BEGIN, END = "<!-- stages: made from casework/states.py -->\n", "<!-- end -->"
_GOALS = {BACK: "where it was put aside", BEFORE: "before the last move"}


def generated() -> str:
    """Return what stands between the marks of the document."""
    return "\n".join((_mermaid(), "", _states(), "", _moves(), ""))


def write(document: Path) -> None:
    """Write it into the document, where it belongs."""
    before, _, rest = document.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    document.write_text(f"{before}{BEGIN}{generated()}{END}{after}", "utf-8")


def _mermaid() -> str:
    """Return the moves that lead from one stage to another; the rest is tabled."""
    lines = ["```mermaid", "stateDiagram-v2", f"  [*] --> {State.CONTACT}"]
    lines += [f"  {state}: {TITLES[state]['en']}" for state in State]
    for move in MOVES.values():
        if move.goal in State and move.goal not in ASIDE:
            lines += [
                f"  {state} --> {move.goal}: {move.action}"
                for state in State
                if state in move.sources
            ]
    return "\n".join([*lines, "```"])


def _states() -> str:
    lines = ["| stage | Thai | English |", "|---|---|---|"]
    for state in State:
        title = TITLES[state]
        lines.append(f"| `{state}` | {title['th']} | {title['en']} |")
    return "\n".join(lines)


def _moves() -> str:
    lines = [
        "| move | Thai | English | from | to | rules |",
        "|---|---|---|---|---|---|",
    ]
    return "\n".join([*lines, *map(_line, MOVES.values())])


def _line(move: Move) -> str:
    goal = f"`{move.goal}`" if move.goal in State else _GOALS[str(move.goal)]
    cells = (
        *(f"`{move.action}`", move.title["th"], move.title["en"]),
        *(_sources(move), goal, ", ".join(_rules(move))),
    )
    return f"| {' | '.join(cells)} |"


def _sources(move: Move) -> str:
    left_out = [state for state in State if state not in move.sources]
    if len(left_out) <= len(ASIDE):
        but = ", ".join(f"`{state}`" for state in left_out)
        return f"every stage but {but}" if but else "every stage"
    return ", ".join(f"`{state}`" for state in State if state in move.sources)


def _rules(move: Move) -> list[str]:
    told = {
        "supervisor": move.needs == HEAD,
        "reason": move.reason,
        "new round": move.opens,
        "decides the round": move.decides,
        "put aside": move.holds,
    }
    return [name for name, holds in told.items() if holds]
