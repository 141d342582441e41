"""``sathana people family``: one synthetic family as a case file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sathana.cli.faults import refused
from sathana.cli.terminal import Speaker, complain


def run(options: Namespace) -> int:
    """Print the case file of a family made for the occasion, or of one of a file."""
    from sathana.population.faults import PopulationError
    from sathana.population.parquet import people
    from sathana.population.people.families import family, family_of
    from sathana.population.people.family_kinds import KINDS
    from sathana.population.people.shares import DataError

    say = Speaker(options.lang)
    if options.kind == "?":
        print("\n".join(KINDS))
        return 0
    if (options.people is None) != (options.row is None):
        complain(say("--people กับ --row ต้องใช้คู่กัน", "--people and --row go together"))
        return 2
    try:
        if options.people is not None:
            people(Path(options.people))
            print(family(options.people, options.row), end="")
        else:
            print(family_of(options.seed, options.kind), end="")
    except (DataError, PopulationError) as fault:
        raise refused(say, fault.th, fault.en) from None
    return 0
