"""Which provisions an answer cites, and how far they were verified."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.law.model import Bound, Provision, RuleInfo, RuleVersion, weakest

type Json = dict[str, object]


def authority(info: RuleInfo, first: int, last: int, law_at: int) -> Json:
    """Return the citation of a rule for what happened between two days.

    Args:
        info: The rule.
        first: Earliest day of the birth or event, ordinal.
        last: Latest such day.
        law_at: Day whose texts are read; nothing later is cited.

    Returns:
        ``cite``: ids of provisions, those of the texts that govern the days;
        ``verified``: the weakest mark among these texts.
    """
    cite, verified = _authority(info.id, first, last, law_at)
    return {"cite": cite, "verified": verified}


@follows_pack
@lru_cache(maxsize=4096)
def _authority(rule: str, first: int, last: int, law_at: int) -> tuple[str, str]:
    versions = pack().rules[rule].versions
    texts = [text for text in versions if _governs(text, first, last)] or versions
    cites = dict.fromkeys(cite for text in texts for cite in text.cites)
    kept = _in_force(tuple(cites), first, last, law_at)
    return "; ".join(kept), weakest([text.checked.verified for text in texts])


def _in_force(
    cites: tuple[str, ...], first: int, last: int, law_at: int
) -> tuple[str, ...]:
    """Leave out what had ended before, and what began later without reaching back."""
    provisions = {cite: pack().provisions[cite] for cite in cites}
    reaches_back = any(p.retroactive for p in provisions.values())
    limit = law_at if reaches_back else min(last, law_at)
    kept = tuple(c for c, p in provisions.items() if _between(p, first, limit))
    return kept or cites


def _between(provision: Provision, first: int, limit: int) -> bool:
    begin, end = provision.in_force_from, provision.in_force_until
    return (begin is None or begin.earliest <= limit) and (
        end is None or end.latest > first
    )


def _governs(text: RuleVersion, first: int, last: int) -> bool:
    """Say whether a text may govern a day of the span."""
    return all(_may_lie(first, last, *window) for window in _windows(text))


def _windows(text: RuleVersion) -> Iterator[tuple[Bound, Bound]]:
    if text.works_on_events:
        yield text.effect_from, text.effect_until
    elif text.births_from or text.births_until:
        yield text.births_from, text.births_until
    elif text.kind == "right":  # later texts of a right replace the earlier ones
        yield text.law_from, text.law_until


def _may_lie(first: int, last: int, begin: Bound, end: Bound) -> bool:
    return (begin is None or begin.earliest <= last) and (
        end is None or first < end.latest
    )
