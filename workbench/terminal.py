"""Text from files and people, made safe to show in a terminal.

A transcript can hold escape sequences that set the clipboard or the window title, and bidirectional marks
that reorder a line. Each such character becomes one visible character, so that places stay the same.
"""

_VISIBLE = {code: 0x2400 + code for code in range(0x20)}
_VISIBLE[0x7F] = 0x2421
_REPLACED = [
    *range(0x80, 0xA0),  # C1 controls
    0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A),  # bidirectional controls
    0x2028, 0x2029,  # line and paragraph separator
    0xFEFF, *range(0xD800, 0xE000),  # byte order mark, lone surrogates
]  # fmt: skip
_VISIBLE.update(dict.fromkeys(_REPLACED, 0xFFFD))


def safe(text: str) -> str:
    """The text with every control, escape, C1 and bidi character made visible, one for one.

    A line break becomes a symbol too: split the text into lines first where lines are meant.
    """
    return text.translate(_VISIBLE)
