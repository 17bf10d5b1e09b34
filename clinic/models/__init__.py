from clinic.models.consultation import Consultation, Hours
from clinic.models.lab import LabRequest
from clinic.models.review import Review

__all__ = ["Consultation", "Hours", "LabRequest", "Review"]
