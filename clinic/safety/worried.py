"""The address at which anybody of the clinic raises an event: schedulers see it in their lists, so it tells nothing."""

from django.urls import URLPattern, path

from clinic.safety import views

urlpatterns: list[URLPattern] = [path("<uuid:public_id>/", views.raise_event, name="raise_safety")]
