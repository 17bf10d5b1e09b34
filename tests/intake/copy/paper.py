"""Reading a PDF as a person would."""

import io
import re

from pypdf import PdfReader

FOOT = re.compile(r"\n\d+ / \d+\s*\Z")


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf: bytes) -> str:
    """All that stands on its pages, less the number of each."""
    return "\n".join(FOOT.sub("", page.extract_text()) for page in opened(pdf).pages)


def run_together(text: str) -> str:
    """Without blanks: where lines are broken is the paper's business."""
    return "".join(text.split())
