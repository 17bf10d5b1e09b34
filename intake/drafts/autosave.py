"""Saving answers as they are given: the script's way to the service that saves pages, answered in a few words."""

from django.http import HttpRequest, JsonResponse

from intake.drafts.services import Saved
from intake.questionnaire import Step, question_named
from intake.safety.rules import ITEM9, tier_of_item9


def told(saved: Saved) -> JsonResponse:
    """What the page needs to know: its help comes first, which questions have two answers, what came back, what there is no room or no question for."""
    fields = [question.field for question in map(question_named, saved.merged.conflicts) if question]
    return JsonResponse(
        {"help": saved.help_first, "asked": fields, "back": saved.merged.back, "full": saved.merged.no_room, "changed": bool(saved.lost)}
    )


def refused() -> JsonResponse:
    return JsonResponse({"refused": True}, status=422)


def is_autosave(request: HttpRequest) -> bool:
    return "auto" in request.POST


def help_for(step: Step) -> str:
    """The answers of a page that show help at once, before any network: `field:value`, parted by blanks."""
    asked = [question for question in step.questions if question.id == ITEM9]
    return " ".join(
        f"{question.field}:{choice.value}" for question in asked for choice in question.choices if tier_of_item9(int(choice.value))
    )
