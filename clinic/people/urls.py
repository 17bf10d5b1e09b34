from django.urls import URLPattern, path

from clinic.people import views

urlpatterns: list[URLPattern] = [
    path("", views.people, name="people"),
    path("add/", views.add, name="add_person"),
    path("<uuid:public_id>/", views.person, name="person"),
    path("<uuid:public_id>/disable/", views.disable, name="disable_person"),
    path("<uuid:public_id>/enable/", views.enable, name="enable_person"),
    path("<uuid:public_id>/reset/", views.reset, name="reset_person"),
]
