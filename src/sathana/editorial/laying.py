"""Laying the tables of the editors' framework at once, on an empty database.

Wagtail comes with some two hundred steps of its own history; to walk them on a new
database takes half a minute, and nobody needs that history. So on an empty database
its tables are made as its models stand, and its steps are written down as taken. A
database that has any of them walks the steps as always.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

FRAMEWORK = (
    *("taggit", "wagtailcore", "wagtailsearch", "wagtailusers"),
    *("wagtailimages", "wagtaildocs"),
    *("wagtailadmin", "wagtail_localize"),
)
"""Labels of the applications whose history is skipped on an empty database."""


def is_empty(connection: Any) -> bool:
    """Whether no step was ever taken on a database."""
    return not MigrationRecorder(connection).applied_migrations()


def lay(connection: Any) -> int:
    """Make the tables of the framework, and write its steps down as taken.

    Whatever does not rest on the framework takes its steps first, so that these need
    not carry the framework's models along.

    Returns:
        How many tables were made.
    """
    executor = MigrationExecutor(connection)
    executor.migrate(_without_framework(executor.loader.graph))
    found = list(_models())
    with connection.schema_editor() as editor:
        for model in found:
            editor.create_model(model)
    recorder = MigrationRecorder(connection)
    for label, name in MigrationLoader(connection).disk_migrations:
        if label in FRAMEWORK:
            recorder.record_applied(label, name)
    return len(found)


def _without_framework(graph: Any) -> list[tuple[str, str]]:
    """Return the last steps of applications that do not rest on the framework."""
    return [
        leaf
        for leaf in graph.leaf_nodes()
        if not any(label in FRAMEWORK for label, _ in graph.forwards_plan(leaf))
    ]


def _models() -> Iterator[type[models.Model]]:
    """Yield the models that have a table of their own, as the applications stand."""
    for label in FRAMEWORK:
        for model in apps.get_app_config(label).get_models():
            options = model._meta
            if options.managed and not options.proxy and not options.swapped:
                yield model
