"""Row-level security on PostgreSQL for class sheets and corrected contacts.

A family that is shared with another organisation does not share the sheet its child
was once a number of: sheets and lines have the wall of the organisation alone.
"""

from importlib import import_module

from django.db import migrations

walls_of = import_module("sathana.registry.migrations.0002_walls").walls_of
FAMILY = {"ClassSheet": "", "ClassPupil": "", "EncounterBefore": "family_id"}


def raise_walls(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for name, family in FAMILY.items():
        table = apps.get_model("casework", name)._meta.db_table
        for statement in walls_of(table, family):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("casework", "0015_school")]

    operations = [migrations.RunPython(raise_walls, migrations.RunPython.noop)]
