"""The figures of the bench of pages of work, and their table."""

from __future__ import annotations

from typing import Any

AIM_MS = 250
"""The 95th percentile that is asked for."""

type Figures = dict[str, Any]
type Times = dict[str, list[float]]


def figures(waited: Times, worked: Times, faults: list[str], took: float) -> Figures:
    """Return what one round gave.

    Args:
        waited: Seconds that clients waited, by kind of page.
        worked: Seconds that the server worked, by kind of page.
        faults: What went wrong.
        took: Seconds of the round.
    """
    return {
        "pages": {
            kind: spread(some) | _served(worked[kind])
            for kind, some in sorted(waited.items())
        },
        "all": spread(_joined(waited)) | _served(_joined(worked)),
        "requests_s": round(sum(map(len, waited.values())) / took, 1),
        "faults": len(faults),
        "first_faults": faults[:3],
    }


def spread(times: list[float]) -> Figures:
    """Return how many, and the 50th, 95th and 99th percentile in milliseconds."""
    if not times:
        return {"n": 0}
    return {"n": len(times), **{f"p{p}": _cut(times, p) for p in (50, 95, 99)}}


def table(one: Figures) -> str:
    """Write the figures of one round as a table for people."""
    base = one["baseline"]["p95"] or 1
    lines = [_head(one), _TITLES]
    rows = [*one["pages"].items(), ("all", one["all"]), ("baseline", one["baseline"])]
    lines += [_line(kind, some, base) for kind, some in rows]
    lines.append(
        f"audit chain: {one['chain']}, {one['entries']:,} entries; "
        f"faults: {one['faults']} {one['first_faults'] or ''}"
    )
    lines.append(f"asked: p95 of {AIM_MS} ms server time; {_verdict(one)}")
    return "\n".join(lines)


def _verdict(one: Figures) -> str:
    over = {
        which: [kind for kind, some in one["pages"].items() if some[key] > AIM_MS]
        for which, key in (("server time", "server_p95"), ("wait", "p95"))
    }
    told = {
        which: f"over it: {', '.join(kinds)}" if kinds else "every page within it"
        for which, kinds in over.items()
    }
    return "; ".join(f"{which}: {text}" for which, text in told.items())


def _joined(times: Times) -> list[float]:
    return [t for some in times.values() for t in some]


def _cut(times: list[float], percent: int) -> int:
    some = sorted(times)
    return round(1000 * some[min(len(some) - 1, int(len(some) * percent / 100))])


def _served(times: list[float]) -> Figures:
    return {f"server_p{p}": _cut(times, p) for p in (50, 95)} if times else {}


def _head(one: Figures) -> str:
    return (
        f"{one['database']}: {one['persons']:,} persons in {one['families']:,} "
        f"families, made in {one['made_s']} s; {one['clients']} clients, "
        f"{one['pause_ms']} ms to think, {one['requests_s']} requests/s, "
        f"server {one['server_mb']} MB"
    )


def _line(kind: str, one: Figures, base: int) -> str:
    """Write the figures of one kind of page."""
    cells = [f"{kind:<10}", *(f"{one[key]:>{width}}" for key, width in _COLUMNS)]
    own = [f"{one.get(key, ''):>12}" for key in ("server_p50", "server_p95")]
    return "".join((*cells, f"{one['p95'] / base:>10.1f}", *own))


_TITLES = (
    f"{'page':<10}{'n':>7}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'p95/base':>10}"
    f"{'server p50':>12}{'server p95':>12}"
)
_COLUMNS = (("n", 7), ("p50", 9), ("p95", 9), ("p99", 9))
