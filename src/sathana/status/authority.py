"""Which provisions an answer cites, and how far they were verified."""

from __future__ import annotations

from collections.abc import Iterator

from sathana.law.model import Bound, RuleInfo, RuleVersion, weakest

type Json = dict[str, object]


def authority(info: RuleInfo, first: int, last: int) -> Json:
    """Return the citation of a rule for what happened between two days.

    Args:
        info: The rule.
        first: Earliest day of the birth or event, ordinal.
        last: Latest such day.

    Returns:
        ``cite``: ids of provisions, those of the texts that govern the days;
        ``verified``: the weakest mark among these texts.
    """
    texts = [text for text in info.versions if _governs(text, first, last)]
    texts = texts or list(info.versions)
    cites = dict.fromkeys(cite for text in texts for cite in text.cites)
    return {
        "cite": "; ".join(cites),
        "verified": weakest([text.checked.verified for text in texts]),
    }


def _governs(text: RuleVersion, first: int, last: int) -> bool:
    """Say whether a text may govern a day of the span."""
    return all(_may_lie(first, last, *window) for window in _windows(text))


def _windows(text: RuleVersion) -> Iterator[tuple[Bound, Bound]]:
    if text.works_on_events:
        yield text.effect_from, text.effect_until
    elif text.births_from or text.births_until:
        yield text.births_from, text.births_until


def _may_lie(first: int, last: int, begin: Bound, end: Bound) -> bool:
    return (begin is None or begin.earliest <= last) and (
        end is None or first < end.latest
    )
