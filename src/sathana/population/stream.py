"""A program worked out over a whole file, block by block, on all cores."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from sathana.population.parquet import People, blocks
from sathana.population.program import Program
from sathana.population.run import CHUNK, Results, evaluate, ready
from sathana.population.table import Table


def answered(
    program: Program,
    tables: Iterable[Table],
    *,
    chunk: int = CHUNK,
    workers: int | None = None,
) -> Iterator[tuple[Table, Results]]:
    """Yield each table with its answers, in order.

    Args:
        program: What is asked.
        tables: Blocks, each with all relatives of its people.
        chunk: Rows worked out together.
        workers: How many blocks are worked out side by side; if left out all cores
            but one, which is left to the reading of the next block.

    Raises:
        TableError: As :func:`sathana.population.run.evaluate`.
    """
    asked = ready(program)
    workers = workers or max(1, (os.cpu_count() or 2) - 1)
    waiting: deque[tuple[Table, Future[Results]]] = deque()
    with ThreadPoolExecutor(workers) as pool:
        try:
            for table in tables:
                work = pool.submit(evaluate, asked, table, chunk=chunk)
                waiting.append((table, work))
                if len(waiting) > workers:
                    done, result = waiting.popleft()
                    yield done, result.result()
            while waiting:
                done, result = waiting.popleft()
                yield done, result.result()
        finally:
            for _, work in waiting:
                work.cancel()


def over_file(
    program: Program,
    file: People,
    also: Iterable[str] = (),
    *,
    step: Callable[[int], None] = lambda rows: None,
) -> Iterator[tuple[Table, Results]]:
    """Yield each block of a file with its answers.

    Args:
        program: What is asked.
        file: The file.
        also: Columns wanted besides those that the program reads.
        step: Called with the number of rows of each block that is done.
    """
    wanted = program.columns | set(also) | needed(file)
    for table, results in answered(program, blocks(file, wanted)):
        yield table, results
        step(len(table))


def needed(file: People) -> set[str]:
    """Return the columns that are read of every file: links, and the lives of women."""
    many = file.slots["marriage"]
    each = ("spouse", "child")
    slots = {f"marriage{n}_{part}" for n in range(1, many + 1) for part in each}
    born = {"born_date_lo", "born_date_hi", "born_country", "sex"}
    return {"father", "mother"} | born | slots
