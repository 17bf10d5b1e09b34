from django.urls import URLPattern, path

from clinic.review import views

urlpatterns: list[URLPattern] = [
    path("<uuid:public_id>/", views.record, name="record"),
    path("<uuid:public_id>/take/", views.take, name="take"),
    path("<uuid:public_id>/sign/", views.sign, name="sign"),
]
