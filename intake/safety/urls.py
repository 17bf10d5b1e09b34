"""Help at once. The pages that only some people see have addresses that do not say why."""

from django.urls import path

from intake.safety import views

urlpatterns = [
    path("help-now/", views.help_now, name="help_now"),
    path("help-now/not-safe/", views.not_safe, name="not_safe"),
    path("help-now/call-me/", views.call_me, name="call_me"),
    path("pause/", views.after_item9, name="after_item9"),
    path("pause/noted/", views.told, name="told"),
    path("pause/asked/", views.call_noted, name="call_noted"),
]
