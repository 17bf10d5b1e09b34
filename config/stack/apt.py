"""Debian's packages: asked for only where we are root and there is such a thing."""

import os
import shutil
import subprocess
from pathlib import Path

from config.stack.console import say

IMPATIENT = ["-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20"]  # a start without a network goes on soon


def install(what: str, packages: list[str], log: Path) -> bool:
    """Install packages where we may, and say so; False where we may not. Whether it went well is seen by looking for them."""
    if os.geteuid() or not shutil.which("apt-get"):
        return False
    say(f"{what} with apt-get; this takes a minute or two")
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with log.open("ab") as output:
        for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", *IMPATIENT, *command], stdout=output, stderr=subprocess.STDOUT, env=environment)
    return True
