"""Every read for a person starts at `visible_to`, every statement to the database is one that Django writes."""

import ast
from pathlib import Path

from tests.metatests.sources import ROOMS, files, name, tree, view_files

STARTS = {"visible_to", "with_answers_for"}
# Who may write SQL by hand, and why.
BY_HAND = {
    "audit/chain.py": "one sealer at a time: an advisory lock and the database's clock",
    "audit/door.py": "number and time of an entry in one question",
    "audit/rights.py": "rights are not in Django's language",
    "clinic/access/tallies.py": "a try is counted and the count read in one statement",
    "config/views.py": "asks whether the database is there",
    "intake/clock.py": "the database's clock",
    "clinic/consultations/lock.py": "an advisory lock on the clinician",
    "clinic/sittings/entering.py": "an advisory lock: one person is entered at a time",
}
NEVER = {"mark_safe", "RawSQL", "eval", "exec", "compile", "pickle", "cache_page", "csrf_exempt", "FileField", "ImageField"}
ALLOWED = {"clinic/access/adapter.py": {"mark_safe"}}  # the QR code, drawn by us from numbers


def unscoped(path: Path) -> list[str]:
    """`Model.objects.anything` that is not a start of a scoped read."""
    return [
        f"{node.lineno}: .objects.{node.attr}"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute) and _manager(node.value) and node.attr not in STARTS
    ]


def _manager(node: ast.Attribute) -> bool:
    return node.attr in {"objects", "_default_manager", "_base_manager"}


def by_hand(path: Path) -> list[str]:
    """Statements not written by Django: cursors, raw(), extra()."""
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [f"{call.lineno}: {call.func.attr}" for call in calls if call.func.attr in {"raw", "extra", "cursor", "execute", "executemany"}]


def pasted(path: Path) -> list[str]:
    """SQL put together from pieces: an f-string, a format or a % in the first argument."""
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    statements = [call.args[0] for call in calls if call.func.attr in {"execute", "raw", "extra"} and call.args]
    return [f"{node.lineno}" for node in statements if not isinstance(node, ast.Constant | ast.Name | ast.Attribute)]


def banned(path: Path) -> set[str]:
    names = {node.id for node in ast.walk(tree(path)) if isinstance(node, ast.Name)}
    attributes = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
    imported = {alias.name for node in ast.walk(tree(path)) if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names}
    builtins = {"eval", "exec", "compile"}  # as a name only: `re.compile` is another thing
    return (names | attributes - builtins | imported - builtins) & NEVER - ALLOWED.get(name(path), set())


def product() -> list[Path]:
    """What runs in a clinic: not the supervisor of development and tests."""
    return [path for path in files(*ROOMS) if not name(path).startswith("config/stack/")]


def test_views_start_at_what_the_person_may_see() -> None:
    assert {name(path): found for path in view_files() if (found := unscoped(path))} == {}


def test_sql_is_written_by_hand_only_where_it_says_why() -> None:
    assert {name(path) for path in product() if by_hand(path)} == set(BY_HAND)


def test_sql_is_never_pasted_together() -> None:
    found = {name(path): where for path in product() if name(path) != "audit/rights.py" and (where := pasted(path))}
    assert found == {}, "audit/rights.py names tables of our models; nobody else's words may be in a statement"


def test_what_is_banned_is_not_used() -> None:
    assert {name(path): found for path in product() if (found := banned(path))} == {}


def test_the_rules_find_what_they_look_for(tmp_path: Path) -> None:
    planted = tmp_path / "views.py"
    planted.write_text(
        "a = Case.objects.filter(pk=1)\nb = Case.objects.visible_to(actor).get()\nc = Case._default_manager.all()\n"
        "cursor.execute(f'SELECT {x}')\nCase.objects.raw('x' % y)\nmark_safe(x)\nimport pickle\neval(x)\n"
    )
    assert unscoped(planted) == ["1: .objects.filter", "3: .objects.all", "5: .objects.raw"]
    assert by_hand(planted) == ["4: execute", "5: raw"]
    assert pasted(planted) == ["4", "5"]
    assert banned(planted) == {"mark_safe", "pickle", "eval"}
