"""Row-level security on PostgreSQL for what is kept of readiness (see 0002_walls)."""

from importlib import import_module

from django.db import migrations

walls_of = import_module("sathana.registry.migrations.0002_walls").walls_of


def raise_walls(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for name in ("Readiness", "ReadyCheck"):
        model = apps.get_model("casework", name)
        for statement in walls_of(model._meta.db_table, "family_id"):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("casework", "0003_readiness")]

    operations = [migrations.RunPython(raise_walls, migrations.RunPython.noop)]
