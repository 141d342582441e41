"""Row-level security on PostgreSQL for appointments, offices and notes about them.

Calendars and digests have no organisation of their own: like the accounts they belong
to, they are read before anybody stands for one.
"""

from importlib import import_module

from django.db import migrations

walls_of = import_module("sathana.registry.migrations.0002_walls").walls_of
MODELS = (("Appointment", "family_id"), ("Office", ""), ("OfficeNote", ""))


def raise_walls(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for name, family in MODELS:
        table = apps.get_model("casework", name)._meta.db_table
        for statement in walls_of(table, family):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("casework", "0007_clocks"), ("registry", "0002_walls")]

    operations = [migrations.RunPython(raise_walls, migrations.RunPython.noop)]
