from desk.models.message import Message
from desk.models.staff import Staff
from desk.models.task import Task

__all__ = ["Message", "Staff", "Task"]
