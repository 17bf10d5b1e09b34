import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
from django.db import migrations, models
from django.db.models.functions import Cast, Extract


class Migration(migrations.Migration):

    dependencies = [
        ('clinic', '0002_one_booked_visit'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='hours',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                name='hours_of_a_day_do_not_overlap',
                expressions=[
                    ('clinician', '='),
                    ('weekday', '='),
                    (models.Func(Cast(Extract('start', 'epoch'), models.IntegerField()), Cast(Extract('end', 'epoch'), models.IntegerField()), function='int4range'), '&&'),
                ],
            ),
        ),
    ]
