from django.urls import URLPattern, path

from clinic.safety import views

urlpatterns: list[URLPattern] = [
    path("<uuid:pk>/", views.safety, name="safety"),
    path("<uuid:pk>/acknowledge/", views.acknowledge, name="acknowledge_safety"),
    path("<uuid:pk>/close/", views.close, name="close_safety"),
]
