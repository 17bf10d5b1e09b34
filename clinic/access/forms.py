"""allauth's forms in our words: a label says what is asked, a hint where to look, no placeholder."""

from typing import Any

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django.utils.translation import gettext_lazy as _

from clinic.access import codes, events, limits
from vault.seal import Tampered


class Plain:
    """Labels, hints and one button, in a table a form."""

    button: Any = _("Go on")
    words: dict[str, tuple[Any, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, hint) in self.words.items():
            self.fields[name].label, self.fields[name].help_text = label, hint  # type: ignore[attr-defined]
        for field in self.fields.values():  # type: ignore[attr-defined]
            field.widget.attrs.pop("placeholder", None)
            field.error_messages["required"] = _("Fill in “%(question)s” to go on.") % {"question": field.label}
        self.helper = FormHelper()
        self.helper.layout = Layout(*self.fields, Submit("go", self.button))  # type: ignore[attr-defined]


class Code(Plain):
    """A six-digit code: digits on a telephone's keyboard, filled in by a password manager."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}  # type: ignore[attr-defined]


class SignIn(Plain, LoginForm):
    button = _("Sign in")
    words = {"login": (_("Email address"), ""), "password": (_("Password"), "")}


class PasswordAgain(Plain, ReauthenticateForm):
    words = {"password": (_("Your password"), _("You are changing how you sign in, so we ask once more."))}


class NewPassword(Plain, ChangePasswordForm):
    button = _("Save the new password")
    words = {
        "oldpassword": (_("Current password"), ""),
        "password1": (
            _("New password"),
            _("At least 15 characters. A few words in a row are good; you may paste from a password manager."),
        ),
        "password2": (_("The new password again"), ""),
    }


class EnterCode(Code, AuthenticateForm):
    button = _("Go on")
    words = {"code": (_("Code"), _("Six digits from your authenticator app, or one of your recovery codes."))}

    def clean_code(self) -> str:
        digits, request = self.cleaned_data["code"], context.request
        if problem := limits.code(request, self.user, digits):
            raise get_account_adapter().validation_error(problem)
        if not self._right():
            raise get_adapter().validation_error("incorrect_code")
        limits.code_was_right(request, self.user, digits)
        return str(digits)

    def _right(self) -> bool:
        """Raises what allauth says of a wrong one."""
        try:
            return codes.use(self.user, super().clean_code())
        except Tampered:
            events.tampered(self.user)
            return False


class SetUpApp(Code, ActivateTOTPForm):
    button = _("Finish")
    words = {"code": (_("Code from the app"), _("The six digits that the app shows now."))}


class NewCodes(Plain, GenerateRecoveryCodesForm):
    button = _("Make new codes")
