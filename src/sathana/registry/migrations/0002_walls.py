"""Row-level security on PostgreSQL: the second wall (see registry.walls).

A model that comes later needs its walls in the migration that makes it; a test looks
for tables without. There is nothing to do on SQLite.
"""

from django.db import migrations

FUNCTIONS = (
    # Whose rows this connection sees: NULL (nobody's) where the setting is no id.
    """CREATE OR REPLACE FUNCTION sathana_organisation() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT CASE WHEN current_setting('sathana.organisation', true)
            ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        THEN current_setting('sathana.organisation', true)::uuid END
    $$""",
    """CREATE OR REPLACE FUNCTION sathana_sees_all() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
        SELECT coalesce(current_setting('sathana.organisation', true) = 'all', false)
    $$""",
)
# In a sub-select each is worked out once a question, not once a row.
OWN = "organisation_id = (SELECT sathana_organisation()) OR (SELECT sathana_sees_all())"
SHARED = """{family} IN (
    SELECT s.family_id FROM registry_share s
    WHERE s.to_id = (SELECT sathana_organisation()) AND s.withdrawn_at IS NULL
    AND s.begin <= now() AND s.until > now()
)"""


def walls_of(table, family, shares="registry_share"):
    """Return the statements that wall in a table.

    Args:
        family: Its column with the id of the family; ``""`` if it has none.
    """
    made = [
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS own ON {table}",
        f"DROP POLICY IF EXISTS shared ON {table}",
        f"CREATE POLICY own ON {table} USING ({OWN}) WITH CHECK ({OWN})",
    ]
    if table == shares:
        # Not through SHARED, which asks this very table.
        seen = "to_id = (SELECT sathana_organisation())"
    elif family:
        seen = SHARED.format(family=family)
    else:
        return made
    return [*made, f"CREATE POLICY shared ON {table} FOR SELECT USING ({seen})"]


def tables_of(apps):
    """Return each table of the registry that has an organisation, and its family."""
    for model in apps.get_app_config("registry").get_models():
        columns = {field.column for field in model._meta.local_fields}
        if "organisation_id" not in columns:
            continue
        table = model._meta.db_table
        if table == "registry_family":
            yield table, "id"
        else:
            yield table, "family_id" if "family_id" in columns else ""


def raise_walls(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for statement in FUNCTIONS:
        schema_editor.execute(statement, params=None)
    for table, family in tables_of(apps):
        for statement in walls_of(table, family):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_initial")]

    operations = [migrations.RunPython(raise_walls, migrations.RunPython.noop)]
