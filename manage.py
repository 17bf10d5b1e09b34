#!/usr/bin/env python3
import os
import sys

AS_OWNER = {"migrate", "makemigrations", "sqlmigrate"}

if __name__ == "__main__":
    from config.stack.by_hand import at_home

    at_home()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if AS_OWNER & set(sys.argv[1:2]):
        os.environ["TRELLIS_AS_OWNER"] = "1"
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
