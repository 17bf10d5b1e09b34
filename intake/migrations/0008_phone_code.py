import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0007_follows_a_form_sent_before'),
    ]

    operations = [
        migrations.CreateModel(
            name='PhoneCode',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('browser', models.CharField(max_length=32)),
                ('asked_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('used_at', models.DateTimeField(null=True)),
                ('invitation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phone_codes', to='intake.invitation')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=Q(tries__lte=5), name='phone_code_allows_five_tries'),
                    models.CheckConstraint(condition=Q(expires_at__gt=F('asked_at')), name='phone_code_ends_after_it_was_asked_for'),
                ],
            },
        ),
    ]
