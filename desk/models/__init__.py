from desk.models.escalation import OnCall, Page
from desk.models.message import Message
from desk.models.staff import Staff
from desk.models.task import Task

__all__ = ["Message", "OnCall", "Page", "Staff", "Task"]
