from clinic.models.consultation import Consultation, Hours
from clinic.models.lab import LabRequest
from clinic.models.review import Review
from clinic.models.tally import Tally

__all__ = ["Consultation", "Hours", "LabRequest", "Review", "Tally"]
