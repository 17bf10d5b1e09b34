from intake.models.caregiver import Caregiver, Telling
from intake.models.case import Case
from intake.models.draft import Draft
from intake.models.evaluation import Evaluation
from intake.models.invitation import Invitation
from intake.models.phone_code import PhoneCode
from intake.models.safety import SafetyAttempt, SafetyClosing, SafetyEvent, SafetyReading
from intake.models.sitting import Sitting
from intake.models.submission import Submission

__all__ = [
    "Caregiver", "Case", "Draft", "Evaluation", "Invitation", "PhoneCode", "SafetyAttempt", "SafetyClosing", "SafetyEvent", "SafetyReading", "Sitting", "Submission", "Telling",
]  # fmt: skip
