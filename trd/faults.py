"""Faults in the package's data files, or in a clinic's own."""

from __future__ import annotations


class DataFault(ValueError):
    """A data file that does not fit: its name, the line (0: the whole file) and what is wrong."""

    def __init__(self, file: str, line: int, message: str) -> None:
        self.file, self.line, self.message = file, line, message
        super().__init__(f"{file}:{line}: {message}" if line else f"{file}: {message}")
