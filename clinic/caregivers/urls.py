from django.urls import path

from clinic.caregivers import views

urlpatterns = [
    path("<uuid:public_id>/", views.caregivers, name="caregivers"),
    path("<uuid:pk>/withdraw/", views.withdraw_caregiver, name="withdraw_caregiver"),
]
