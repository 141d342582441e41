"""A family tree shows everybody once, in generations, without overlap."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.test_pictures_samples import SVG, three_generations

from sathana.pictures import TreePerson, family_tree
from sathana.pictures.kin import components, generations, read_kin
from sathana.pictures.layers import Layers, build_layers
from sathana.pictures.order import best_order, crossings, gap_ends
from sathana.pictures.place import COUPLE_GAP, node_width, place

IDS = [f"p{i}" for i in range(9)]


@st.composite
def families(draw: st.DrawFn) -> list[TreePerson]:
    """Draw up to nine persons with any parents and spouses, loops included."""
    names = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=9))
    link = st.none() | st.sampled_from([*IDS, "elsewhere"])
    return [
        TreePerson(
            id=name,
            label=name,
            father=draw(link),
            mother=draw(link),
            spouses=tuple(draw(st.lists(st.sampled_from(IDS), max_size=2))),
        )
        for name in names
    ]


def laid_out(persons: list[TreePerson]) -> list[Layers]:
    """Return the parts of a family in their best order."""
    kin = read_kin(persons)
    rows = generations(kin)
    return [best_order(build_layers(kin, rows, part)) for part in components(kin)]


def cards(picture: str) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of every card of a picture."""
    found = []
    root = ET.fromstring(picture)
    for part in root.findall(f"{SVG}g/{SVG}g"):
        across, down = _moved(part)
        for card in part:
            if card.get("class", "").startswith("card "):
                x, y = _moved(card)
                edge = next(r for r in card if r.get("class") == "edge")
                left, top = across + x, down + y
                width, height = (
                    float(edge.get("width", 0)),
                    float(edge.get("height", 0)),
                )
                found.append((left, top, left + width, top + height))
    return found


def _moved(node: ET.Element) -> tuple[float, float]:
    x, y = re.findall(r"-?[\d.]+", node.get("transform", "translate(0 0)"))
    return float(x), float(y)


@given(families())
def test_everybody_has_one_card_and_no_card_covers_another(
    persons: list[TreePerson],
) -> None:
    picture = family_tree(persons, title="t")
    found = cards(picture)
    assert len(found) == len(read_kin(persons).persons)
    for one, two in combinations(found, 2):
        apart = one[2] <= two[0] or two[2] <= one[0]
        assert apart or one[3] <= two[1] or two[3] <= one[1]


@given(families())
def test_a_child_stands_below_the_parents(persons: list[TreePerson]) -> None:
    kin = read_kin(persons)
    rows = generations(kin)
    for couple in kin.couples:
        for parent in couple.partners:
            assert all(rows[child] > rows[parent] for child in couple.children)


@given(families())
def test_the_same_family_gives_the_same_bytes(persons: list[TreePerson]) -> None:
    first = family_tree(persons, title="t", lang="en")
    assert first == family_tree(list(persons), title="t", lang="en")


@given(families())
def test_neighbours_of_a_row_keep_their_distance(persons: list[TreePerson]) -> None:
    for layers in laid_out(persons):
        xs = place(layers)
        for blocks in layers.blocks:
            row = [node for block in blocks for node in block]
            for left, right in pairwise(row):
                reach = (node_width(layers, left) + node_width(layers, right)) / 2
                assert xs[right] - xs[left] >= reach + 25


def test_partners_stand_side_by_side_and_no_line_crosses() -> None:
    (layers,) = laid_out(three_generations())
    xs = place(layers)
    for row in layers.ties:
        for tie in row:
            reach = node_width(layers, tie.left) + COUPLE_GAP
            assert abs(xs[tie.left] - xs[tie.right]) == reach
    for gap in range(len(layers.blocks) - 1):
        assert crossings(gap_ends(layers, layers.blocks, gap)) == 0


def test_crossings_are_counted_and_shared_ends_are_none() -> None:
    assert crossings([(0, 1), (1, 0)]) == 1
    assert crossings([(0, 0), (0, 1), (1, 1)]) == 0
    assert crossings([(0, 2), (1, 1), (2, 0)]) == 3


def test_a_spouse_without_parents_stands_beside_the_other() -> None:
    kin = read_kin(three_generations())
    row = dict(zip((p.id for p in kin.persons), generations(kin), strict=True))
    assert row["h"] == row["c1"] == row["c3"] == 2
    assert row["w2"] == row["f"] == row["m"] == 1
    assert row["gf"] == row["mgm"] == 0


def test_grandparents_of_a_short_line_stand_just_above_their_child() -> None:
    persons = [
        TreePerson(id="a", label="a"),
        TreePerson(id="b", label="b", father="a"),
        TreePerson(id="c", label="c", father="b"),
        TreePerson(id="x", label="x"),
        TreePerson(id="y", label="y", mother="x", spouses=("c",)),
    ]
    assert generations(read_kin(persons)) == [0, 1, 2, 1, 2]


def test_an_uncle_who_marries_his_niece_shares_her_row() -> None:
    persons = [
        TreePerson(id="old", label="old"),
        TreePerson(id="one", label="one", father="old"),
        TreePerson(id="two", label="two", father="old", spouses=("niece",)),
        TreePerson(id="niece", label="niece", father="one"),
    ]
    assert generations(read_kin(persons)) == [0, 1, 2, 2]


def test_a_loop_of_parents_is_drawn_and_said() -> None:
    persons = [
        TreePerson(id="a", label="ก", father="b"),
        TreePerson(id="b", label="ข", father="a", mother="b"),
    ]
    assert read_kin(persons).loops == ((1, 0), (1, 1))
    assert "วนกลับ" in family_tree(persons, title="t")


def test_a_parent_outside_the_list_and_one_without_name_are_said_to_be_unnamed() -> (
    None
):
    persons = [
        TreePerson(id="a", label="สมชาย", father="gone", mother="m"),
        TreePerson(id="m", label=" "),
    ]
    texts = [t.text for t in ET.fromstring(family_tree(persons, title="t")).iter()]
    assert texts.count("ไม่ทราบชื่อ") == 2


@pytest.mark.parametrize("married", [True, False])
def test_parents_without_a_marriage_have_a_dashed_line(married: bool) -> None:
    persons = [
        TreePerson(id="f", label="f", spouses=("m",) if married else ()),
        TreePerson(id="m", label="m"),
        TreePerson(id="c", label="c", father="f", mother="m"),
    ]
    picture = family_tree(persons, title="t", legend=False)
    assert ('stroke-dasharray="6 5"' in picture) is not married


def test_status_is_shown_as_colour_shape_and_words() -> None:
    person = TreePerson(id="a", label="a", status="contested", status_text="สองแนว")
    picture = family_tree([person], title="t")
    assert "var(--contested, " in picture
    assert "sign sign-contested" in picture
    assert 'fill="url(#tree-contested)"' in picture
    assert ">สองแนว<" in picture


def test_a_picture_with_links_lets_the_keyboard_in() -> None:
    linked = family_tree([TreePerson(id="a", label="a", href="#x")], title="t")
    plain = family_tree([TreePerson(id="a", label="a")], title="t")
    assert 'role="group"' in linked
    assert '<a id="tree-person-0"' in linked
    assert 'role="img"' in plain


def test_ids_are_unique_and_begin_with_the_prefix() -> None:
    picture = family_tree(three_generations(), title="t", prefix="one")
    ids = re.findall(r' id="([^"]+)"', picture)
    assert len(ids) == len(set(ids))
    assert all(name.startswith("one") for name in ids)


def test_nobody_at_all_is_said_in_words() -> None:
    assert "ยังไม่มีบุคคล" in family_tree([], title="t")
    assert "No persons yet" in family_tree([], title="t", lang="en")


def test_forty_persons_without_kin_stand_in_rows_of_four() -> None:
    persons = [TreePerson(id=str(i), label=str(i)) for i in range(40)]
    found = cards(family_tree(persons, title="t"))
    assert len({left for left, *_ in found}) == 4


def test_no_text_is_smaller_than_sixteen_pixels() -> None:
    picture = family_tree(three_generations(), title="t")
    assert min(map(int, re.findall(r'font-size="(\d+)"', picture))) == 16


def test_four_wives_are_each_joined_to_their_husband() -> None:
    wives = "abcd"
    persons = [TreePerson(id="hub", label="hub", spouses=tuple(wives))]
    for wife in wives:
        persons.append(TreePerson(id=wife, label=wife))
        persons.append(TreePerson(id=wife * 2, label="c", father="hub", mother=wife))
    (layers,) = laid_out(persons)
    assert len(layers.ties[0]) == 4
    assert len(layers.blocks[0]) == 1
