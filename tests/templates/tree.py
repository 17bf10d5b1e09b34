"""A drawn page as a flat list of its elements, each knowing its words and what it stands in."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"input", "meta", "link", "img", "br", "hr"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    parents: tuple["Element", ...]
    pieces: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return " ".join("".join(self.pieces).split())

    def __getitem__(self, name: str) -> str | None:
        return self.attributes.get(name)

    def has(self, name: str) -> bool:
        return name in self.attributes

    def inside(self, tag: str) -> "Element | None":
        """The nearest element of that tag around this one."""
        return next((parent for parent in reversed(self.parents) if parent.tag == tag), None)


class Tree(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(html)
        assert not self.open, f"left open: {[element.tag for element in self.open]}"

    def all(self, tag: str = "", **wanted: str) -> list[Element]:
        """Elements of the tag with these attributes; `class_` looks among the classes."""
        return [element for element in self.elements if (not tag or element.tag == tag) and _fits(element, wanted)]

    def one(self, tag: str = "", **wanted: str) -> Element:
        found = self.all(tag, **wanted)
        assert len(found) == 1, f"{len(found)} elements {tag} {wanted}"
        return found[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        assert len(names) == len(set(names)), f"{tag} says an attribute twice: {names}"
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open))
        self.elements.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.pieces.append(data)


def _fits(element: Element, wanted: dict[str, str]) -> bool:
    classes = wanted.get("class_")
    rest = {name: value for name, value in wanted.items() if name != "class_"}
    return (classes is None or classes in (element["class"] or "").split()) and all(element[name] == rest[name] for name in rest)
