"""The database itself refuses to change or remove an entry, or to add one elsewhere.

There is no way back from here. Whoever alters the table later must make these triggers
anew: SQLite loses them when Django builds a table again.
"""
# ruff: noqa: S608 (put together of what stands here, and of nothing else)

from django.db import migrations

NEVER = "audit_entry: an entry of the audit chain is never changed or removed"
ONLY_AT_END = "audit_entry: an entry is only added at the end of the audit chain"
# INSERT OR REPLACE removes a row without the trigger of DELETE: the one of INSERT
# comes before it.
SQLITE = (
    f"""CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
    BEGIN SELECT RAISE(ABORT, '{NEVER}'); END""",
    f"""CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
    BEGIN SELECT RAISE(ABORT, '{NEVER}'); END""",
    f"""CREATE TRIGGER audit_entry_at_end BEFORE INSERT ON audit_entry
    WHEN NEW.seq < 1
        OR EXISTS (SELECT 1 FROM audit_entry WHERE seq >= NEW.seq)
        OR (NEW.seq > 1 AND NOT EXISTS (
            SELECT 1 FROM audit_entry WHERE seq = NEW.seq - 1 AND hash = NEW.previous
        ))
    BEGIN SELECT RAISE(ABORT, '{ONLY_AT_END}'); END""",
)
POSTGRESQL = (
    f"""CREATE OR REPLACE FUNCTION audit_entry_never() RETURNS trigger
    LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION '{NEVER}' USING ERRCODE = 'restrict_violation';
    END $$""",
    f"""CREATE OR REPLACE FUNCTION audit_entry_only_at_end() RETURNS trigger
    LANGUAGE plpgsql AS $$ BEGIN
        IF EXISTS (
            SELECT 1 FROM added WHERE seq < 1 OR (seq > 1 AND NOT EXISTS (
                SELECT 1 FROM audit_entry AS before
                WHERE before.seq = added.seq - 1 AND before.hash = added.previous
            ))
        ) OR EXISTS (
            SELECT 1 FROM audit_entry WHERE seq >= (SELECT min(seq) FROM added)
            AND seq NOT IN (SELECT seq FROM added)
        ) THEN
            RAISE EXCEPTION '{ONLY_AT_END}' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
    END $$""",
    """CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_never()""",
    """CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_never()""",
    """CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_never()""",
    """CREATE TRIGGER audit_entry_at_end AFTER INSERT ON audit_entry
    REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_only_at_end()""",
)
STATEMENTS = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


def make(apps, schema_editor):
    for statement in STATEMENTS[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(make)]
