"""``sathana people compare``: synthetic people beside what was published."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sathana.cli.faults import refused
from sathana.cli.terminal import Speaker


def run(options: Namespace) -> int:
    """Print each published total beside the result; 1 if one is off."""
    from sathana.population.faults import PopulationError
    from sathana.population.parquet import people
    from sathana.population.people.compare import compare
    from sathana.population.people.compare_words import compare_text
    from sathana.population.people.shares import DataError

    say = Speaker(options.lang)
    try:
        people(Path(options.file))
        rows = compare(options.file, options.area)
    except (DataError, PopulationError) as fault:
        raise refused(say, fault.th, fault.en) from None
    print(compare_text(rows, options.lang, options.area), end="")
    return int(any(row.verdict == "off" for row in rows))
