"""How a browser without a script sends a page: with the counter that the page was drawn with."""

import re

from tests.intake.filling import ENTRY

ABOUT_YOU = "/intake/about-you/"
WHICH = f"/intake/medicines/{ENTRY}/which/"


def rev(response):
    return re.search(r'name="rev" value="(\d+)"', response.content.decode())[1]


def send(client, url, fields, **more):
    return client.post(url, {"rev": rev(client.get(url)), **fields, **more})


def settle(client, url, page, words):
    """Choose the answer with these words."""
    [(name, value)] = re.findall(rf'name="(\w+_settle)" value="(\d+)"[^>]*>\s*<label[^>]*>{words}<', page.content.decode())
    return client.post(url, {"settle": "1", "rev": rev(page), name: value})
