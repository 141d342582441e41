"""Every column has a class; what can harm is sealed; what is plain is written down."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from sathana.project import sensitivity
from sathana.protection.classes import MUST_BE_SEALED, Sensitivity, fields_of
from sathana.protection.fields import Sealed

DOC = Path(__file__).parents[2] / "docs" / "protection.md"
MODELS = apps.get_models(include_auto_created=True)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_column_has_a_class(model: type[models.Model]) -> None:
    for field in fields_of(model):
        found = sensitivity.class_of(field)
        assert found is not None, f"{field}: give it a class (PLAIN, or Sealed)"
        assert (found in MUST_BE_SEALED) == isinstance(field, Sealed), field


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_nothing_is_told_of_a_column_that_is_not_there(
    model: type[models.Model],
) -> None:
    plain = {field.name for field in fields_of(model) if not isinstance(field, Sealed)}
    foreign = sensitivity.FOREIGN.get(model._meta.label)
    told = getattr(model, "PLAIN", None) if foreign is None else foreign.columns
    assert set(told or {}) == plain


def test_the_foreign_models_are_all_there_and_reasoned() -> None:
    labels = {model._meta.label for model in MODELS}
    assert set(sensitivity.FOREIGN) <= labels
    assert all(len(one.reason) > 15 for one in sensitivity.FOREIGN.values())
    ours = {x for x in labels if apps.get_model(x).__module__.startswith("sathana")}
    assert not ours & set(sensitivity.FOREIGN)


def test_free_text_of_a_family_is_never_plain() -> None:
    """Long text invites stories: none of a family's may stand in the clear."""
    for model in MODELS:
        if model._meta.app_label == "registry" and model.__name__ != "Village":
            for field in fields_of(model):
                assert not isinstance(field, models.TextField), field
                assert not isinstance(field, models.FileField), field


def test_a_sealed_field_says_its_class() -> None:
    with pytest.raises(ValueError, match="P1"):
        Sealed(Sensitivity.P1)


def test_the_list_of_plain_columns_is_true() -> None:
    text = DOC.read_text("utf-8")
    written = text.partition(sensitivity.BEGIN)[2].partition(sensitivity.END)[0]
    assert written == sensitivity.plain_list(), (
        "write it anew: django-admin shell -c 'from pathlib import Path; from "
        "sathana.project import sensitivity; "
        'sensitivity.write_list(Path("docs/protection.md"))\''
    )
