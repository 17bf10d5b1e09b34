from django.urls import URLPattern, path

from clinic.labs import views
from clinic.models import LabRequest

urlpatterns: list[URLPattern] = [
    path("<uuid:public_id>/request/", views.request_labs, name="request_labs"),
    path("<uuid:pk>/resulted/", views.settle, {"state": LabRequest.State.RESULTED}, name="lab_resulted"),
    path("<uuid:pk>/waived/", views.settle, {"state": LabRequest.State.WAIVED}, name="lab_waived"),
]
