"""Terms of the field: one word for one thing, defined in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sathana.vocabulary.term import Term
from sathana.vocabulary.terms_casework import CASEWORK_TERMS
from sathana.vocabulary.terms_law import LAW_TERMS
from sathana.vocabulary.terms_papers import PAPER_TERMS
from sathana.vocabulary.terms_people import PEOPLE_TERMS
from sathana.vocabulary.terms_public import PUBLIC_TERMS
from sathana.vocabulary.terms_work import WORK_TERMS

__all__ = ["TERMS", "TERM_BY_ID", "Term"]

TERMS: tuple[Term, ...] = tuple(
    sorted(
        (
            *(*CASEWORK_TERMS, *LAW_TERMS, *PAPER_TERMS, *PEOPLE_TERMS),
            *(*PUBLIC_TERMS, *WORK_TERMS),
        ),
        key=lambda term: term.id,
    )
)
"""All terms, in the order of their ids."""

TERM_BY_ID: Mapping[str, Term] = MappingProxyType({term.id: term for term in TERMS})
"""All terms by id."""
