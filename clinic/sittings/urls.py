from django.urls import path

from clinic.sittings import views

urlpatterns = [
    path("", views.sittings, name="sittings"),
    path("leave/", views.leave, name="leave_sitting"),
    path("<uuid:public_id>/", views.sitting, name="sitting"),
    path("<uuid:public_id>/help/", views.sitting_help, name="sitting_help"),
]
