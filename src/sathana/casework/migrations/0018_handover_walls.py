"""Row-level security on PostgreSQL for offers and costs.

A family that is shared does not share these: to whom else it was offered, between whom
it passed, and what it cost. They have the wall of the organisation alone. One window
is cut into it: a card that is still open shows itself to the organisation it is
addressed to, to read and never to write (see ``casework.crossing``).
"""

from importlib import import_module

from django.db import migrations

walls_of = import_module("sathana.registry.migrations.0002_walls").walls_of
OWN_ONLY = ("Handover", "Referral", "OfferCard", "Cost")
ADDRESSED = """CREATE POLICY addressed ON {table} FOR SELECT USING (
    to_id = (SELECT sathana_organisation()) AND state = 'offered' AND until > now()
)"""


def raise_walls(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for name in OWN_ONLY:
        table = apps.get_model("casework", name)._meta.db_table
        for statement in walls_of(table, ""):
            schema_editor.execute(statement, params=None)
    table = apps.get_model("casework", "OfferCard")._meta.db_table
    schema_editor.execute(f"DROP POLICY IF EXISTS addressed ON {table}", params=None)
    schema_editor.execute(ADDRESSED.format(table=table), params=None)


class Migration(migrations.Migration):
    dependencies = [("casework", "0017_handover")]

    operations = [migrations.RunPython(raise_walls, migrations.RunPython.noop)]
