"""The few pages of django-allauth that a clinic needs. No sign-up, no reset by mail, no sign-in by a link."""

from allauth.account import views as account
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from django.urls import path

from clinic.access.views import enter_code, gone, overview, unprocessable

urlpatterns = [
    path("", overview, name="mfa_index"),
    path("login/", unprocessable(account.login), name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("reauthenticate/", unprocessable(account.reauthenticate), name="account_reauthenticate"),
    path("password/", unprocessable(account.password_change), name="account_change_password"),
    path("code/", enter_code, name="mfa_authenticate"),
    path("app/", unprocessable(totp.activate_totp), name="mfa_activate_totp"),
    path("app/remove/", gone, name="mfa_deactivate_totp"),
    path("recovery-codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("recovery-codes/new/", unprocessable(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
]
