from django.urls import path

from clinic.invitations import views

urlpatterns = [
    path("", views.invitations, name="invitations"),
    path("<uuid:public_id>/again/", views.again, name="invite_again"),
    path("<uuid:pk>/link/", views.link, name="invitation_link"),
    path("<uuid:pk>/revoke/", views.revoke, name="invitation_revoke"),
    path("<uuid:pk>/renew/", views.renew, name="invitation_renew"),
    path("<uuid:pk>/release/", views.release, name="invitation_release"),
]
