"""Mail in a folder: one file a message, whole, whatever the pace."""

import email

from django.core.mail import EmailMessage, get_connection


def test_messages_of_one_second_are_files_of_their_own(settings, tmp_path):
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    for number in range(20):
        get_connection("desk.folder.FolderBackend").send_messages([EmailMessage(f"n{number}", "words", to=["a@b.example"])])
    files = list((tmp_path / "mail").iterdir())
    subjects = {email.message_from_bytes(file.read_bytes())["Subject"] for file in files}
    assert len(files) == len(subjects) == 20
