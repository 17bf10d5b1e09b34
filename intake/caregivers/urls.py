"""The caregiver's own addresses, and the patient's page about them."""

from django.urls import path

from intake.caregivers import views

urlpatterns = [
    path("caregiver/", views.tell, name="tell"),
    path("caregiver/pause/", views.worried, name="worried"),
    path("caregiver/done/", views.told_us, name="told_us"),
    path("caregiver/<str:token>", views.caregiver_open, name="caregiver_open"),
    path("intake/someone-close/", views.someone_close, name="someone_close"),
    path("intake/someone-close/withdraw/", views.withdraw, name="withdraw"),
]
