"""What is known of getting papers cites something, and invents nothing."""

from __future__ import annotations

from sathana.law.load import pack
from sathana.vocabulary.getting import GETTING, NOTHING_KNOWN, getting
from sathana.vocabulary.papers import PAPERS


def test_every_entry_is_of_a_paper_and_has_a_source() -> None:
    for paper, one in GETTING.items():
        assert paper in PAPERS
        assert one.sources, paper
        for source in one.sources:
            known = source in pack().provisions or source.startswith("http")
            assert known, source
        assert not one.fee or one.fee in pack().fees


def test_a_mark_is_never_better_than_its_provisions() -> None:
    order = ("unverified", "partly", "seen")
    for one in GETTING.values():
        for source in one.sources:
            known = pack().provisions.get(source)
            if known:
                mark = known.checked.verified
                assert order.index(one.verified) <= order.index(mark), source


def test_of_other_papers_nothing_is_known() -> None:
    assert getting("PASSPORT") is NOTHING_KNOWN
    assert getting("PASSPORT").time is None
