from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('desk', '0003_ledger_lists'),
    ]

    operations = [
        migrations.AddField(
            model_name='message',
            name='faults',
            field=models.PositiveSmallIntegerField(default=0, db_default=0),
        ),
    ]
