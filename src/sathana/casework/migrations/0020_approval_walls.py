"""Row-level security on PostgreSQL for what follows an approval."""

from importlib import import_module

from django.db import migrations

walls_of = import_module("sathana.registry.migrations.0002_walls").walls_of
NAMES = ("AfterStep", "AfterBefore")


def raise_walls(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for name in NAMES:
        table = apps.get_model("casework", name)._meta.db_table
        for statement in walls_of(table, "family_id"):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("casework", "0019_approval"), ("registry", "0002_walls")]

    operations = [migrations.RunPython(raise_walls, migrations.RunPython.noop)]
