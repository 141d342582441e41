"""What a term of the field is."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.vocabulary.names import Name


@dataclass(frozen=True, slots=True)
class Term:
    """One word of the field.

    Attributes:
        id: The word in code, singular.
        definition: One sentence in each language.
        source: Where the Thai wording stands: a statute, the usage of an office or of
            the field, or ``our own word``; ``to be confirmed`` marks what is from
            memory.
    """

    id: str
    name: Name
    definition: Name
    source: str
