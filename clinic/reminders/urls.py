from django.urls import URLPattern, path

from clinic.reminders import views

urlpatterns: list[URLPattern] = [
    path("", views.reminders, name="reminders"),
    path("<uuid:pk>/settle/", views.settle, name="settle_message"),
]
