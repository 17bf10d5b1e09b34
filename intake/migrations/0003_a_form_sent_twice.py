from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0002_release_a_device'),
    ]

    operations = [
        migrations.AddField(
            model_name='invitation',
            name='once',
            field=models.UUIDField(null=True, unique=True),
        ),
    ]
