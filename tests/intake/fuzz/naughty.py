"""What no form hopes for. Bytes stand for what is no UTF-8: half characters, overlong forms, plain noise."""

from random import Random
from typing import Final

Text = str | bytes

BLANK: Final = ("", " ", "\t", "\r\n", "\u00a0", "\u2003", "\u200b", "\ufeff", "\u2060 ")
CONTROL: Final = (
    "\x00",
    "a\x00b",
    "\x1b[31mred",
    "\x7f",
    "\x85",
    "one\rtwo\r\nthree\nfour",
    "x\r\nSet-Cookie: a=b",
    "\x08\x08",
    "\u2028\u2029",
)
MARKUP: Final = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</textarea></title><svg/onload=alert(1)>",
    "{{ 7|add:7 }}{% csrf_token %}",
    "%(name)s %s %d %n {0} {now} {most:,} {__class__}",
    "${jndi:ldap://x}",
    "'; DROP TABLE intake_draft; --",
    "%' OR 1=1 --",
    "../../../../etc/passwd",
    "=cmd|' /C calc'!A0",
)
RIGHT_TO_LEFT: Final = ("\u202eabc", "\u2067abc\u2069", "עברית", "سيرترالين ٥٠", "\u200f50 mg\u200e", "ﷺ" * 30)
LETTERS: Final = (
    "😀" * 60,
    "👩‍👩‍👧‍👦",
    "e\u0301" * 150,
    "Z\u0351\u036b\u0343\u036a\u0302" * 20,
    "İstanbul ß ŉ ǰ",
    "ﬀ ℃ Ⅻ ½",
    "ñandú",
    "汉字",
    "\U0010ffff",
    "\ufffe",
    "𝕳𝖊𝖑𝖑𝖔",
)
BROKEN: Final = (b"\xed\xa0\x80", b"a\xed\xbf\xbfb", b"\xff\xfe\x00", b"\xc0\x80", b"\xf4\x90\x80\x80", b"50\xff mg", b"\x80" * 300)
NUMBERS: Final = (
    *("NaN", "inf", "-inf", "-1", "-0", "1e400", "0x10", "1_000", "9" * 400, "0" * 99 + "50", "1,5", "1.2.3", "1,,2", ".5", "50mg", "50 mg a day"),
    *("５０", "٥٠", "²", "½", "Ⅷ", "⁵0", "50 000", "1,200", "0", "0.0000001", "100.5", "50-100", "1 2 3", "~50", "about 50", "50 lb", "+50", "5O"),
)  # fmt: skip
DATES: Final = (
    "0000",
    "9999",
    "1899",
    "1900",
    "2024",
    "2026",
    "2026-13",
    "31/02/2024",
    "13",
    "00",
    "-5",
    "٢٠٢٤",
    "20244",
    "winter",
    "121",
    "007",
)
INSIDE: Final = (
    *(
        "not_sure",
        "declined",
        "none",
        "None",
        "null",
        "true",
        "yes",
        "no",
        "[]",
        '{"other": "x"}',
        "undefined",
        "answered",
        "invalid",
        "keep",
    ),
    *(
        "medicine/m-00000001/agent",
        "m-00000001",
        "m-ffffffff",
        "__proto__",
        "rivals",
        "sertraline",
        "Zoloft",
        "zolof",
        "a,b;c\nd",
        "," * 400,
    ),
)
LONG: Final = (
    "x" * 201,
    "ñ" * 2001,
    "0" * 20_000,
    "y" * 20_001,
    "9" * 40_000,
    "a, " * 3_000,
    ", ".join(f"pill {number}" for number in range(60)),
)
MEGABYTE: Final = ("0123456789" * 100_000, "word " * 200_000, "<i>\x00" * 250_000)
KINDS: Final[dict[str, tuple[Text, ...]]] = {
    "blank": BLANK,
    "control": CONTROL,
    "markup": MARKUP,
    "right to left": RIGHT_TO_LEFT,
    "letters": LETTERS,
    "broken bytes": BROKEN,
    "numbers": NUMBERS,
    "dates": DATES,
    "inside": INSIDE,
    "long": LONG,
    "a megabyte": MEGABYTE,
}
OFTEN: Final = tuple(kind for kind in KINDS if kind not in ("long", "a megabyte"))
SOMETIMES = 0.03
SELDOM = 0.002


def naughty(dice: Random) -> Text:
    """Any of them; the long ones less often, since they cost the most."""
    throw = dice.random()
    kind = "a megabyte" if throw < SELDOM else "long" if throw < SOMETIMES else dice.choice(OFTEN)
    return dice.choice(KINDS[kind])
