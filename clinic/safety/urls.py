from django.urls import URLPattern, path

from clinic.safety import views

urlpatterns: list[URLPattern] = [
    path("on-call/", views.on_call, name="on_call"),
    path("on-call/change/", views.change_on_call, name="change_on_call"),
    path("on-call/arrived/<uuid:pk>/", views.test_arrived, name="test_arrived"),
    path("<uuid:pk>/", views.safety, name="safety"),
    path("<uuid:pk>/acknowledge/", views.acknowledge, name="acknowledge_safety"),
    path("<uuid:pk>/attempt/", views.attempt, name="note_attempt"),
    path("<uuid:pk>/read/", views.read, name="read_safety"),
    path("<uuid:pk>/close/", views.close, name="close_safety"),
]
