from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0003_safety_second_reader'),
    ]

    operations = [
        migrations.AddField(
            model_name='invitation',
            name='once',
            field=models.UUIDField(null=True, unique=True),
        ),
    ]
