"""Pages on nobody's way: those of the demo, and what stands before a form, in Spanish."""

from tests.journeys.staff import Staff


def test_the_demos_own_pages(visit):
    visitor = visit(Staff)
    for path in ("/demo/sign-in/", "/demo/outbox/", "/demo/invitation/"):
        visitor.go_to(path)
        visitor.look()
    visitor.press("Make an invitation")
    visitor.reads("April 12, 1985")
    visitor.look()


def test_the_pages_in_spanish(visit):
    visitor = visit(Staff)
    visitor.go_to("/")
    visitor.press("Español")
    visitor.reads("Antes de su cita")
    for path in ("/", "/help-now/", "/no-such-page/"):
        visitor.go_to(path)
        assert visitor.find("html").get_attribute("lang") == "es"
        visitor.look()
