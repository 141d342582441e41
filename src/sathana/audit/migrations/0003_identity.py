"""A new database has an id from its first moment."""

import uuid

from django.db import migrations


def name(apps, schema_editor):
    database = apps.get_model("audit", "Database")
    if not database.objects.exists():
        database.objects.create(id=uuid.uuid4())


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]

    operations = [migrations.RunPython(name, migrations.RunPython.noop)]
