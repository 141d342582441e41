"""Row-level security on PostgreSQL for answers that a change of law changed.

Runs have no wall: nothing in them is about a person or an organisation.
"""

from importlib import import_module

from django.db import migrations

walls_of = import_module("sathana.registry.migrations.0002_walls").walls_of


def raise_walls(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    table = apps.get_model("casework", "LawChange")._meta.db_table
    for statement in walls_of(table, "family_id"):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("casework", "0013_lawchange"), ("registry", "0002_walls")]

    operations = [migrations.RunPython(raise_walls, migrations.RunPython.noop)]
