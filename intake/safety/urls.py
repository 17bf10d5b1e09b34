from django.urls import path

from intake.safety import views

urlpatterns = [
    path("", views.help_now, name="help_now"),
    path("after/", views.after_item9, name="after_item9"),
    path("not-safe/", views.not_safe, name="not_safe"),
    path("told/", views.told, name="told"),
    path("call-me/", views.call_me, name="call_me"),
    path("call-noted/", views.call_noted, name="call_noted"),
]
