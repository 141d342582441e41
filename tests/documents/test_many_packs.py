"""Packs of the families of the case library: a few in the short run, else all."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from tests.documents import packmaking as make
from tests.sample import some

import sathana.law.th
from sathana.documents.pack import pack_of
from sathana.documents.paper_docx import docx
from sathana.documents.paper_pdf import pdf
from sathana.facts.casefile import read
from sathana.law.load import pack
from sathana.packs.persons import parent

CASES = sorted((Path(sathana.law.th.__file__).parent / "cases").glob("*.yaml"))
WAYS = sorted({way for found in pack().procedures.values() for way in found.pathways})


@pytest.mark.parametrize("path", some(CASES, 36), ids=lambda path: path.stem)
def test_a_pack_of_a_family_of_the_library_is_whole(path: Path) -> None:
    case = read(path.read_bytes(), name=path.name)
    elders = {
        parent(case, one, up) for one in case.persons for up in ("father", "mother")
    }
    who = next((one for one in case.persons if one not in elders), None)
    who = who or next(iter(case.persons))
    # Each family another pathway, so that the long run sees all of them several times.
    pathway = WAYS[CASES.index(path) % len(WAYS)]
    facts = make.facts(pathway, case, who=who)
    for one in pack_of(facts):
        made = pdf(one.paper)
        with pikepdf.open(io.BytesIO(made)) as document:
            assert document.check_pdf_syntax() == []
        found = make.pages(made)
        assert not found.outside, (one.name, found.outside)
        for text in make.texts(one.paper):
            assert text in found.body, (one.name, text)
        if one.paper.editable:
            assert docx(one.paper).startswith(b"PK")
