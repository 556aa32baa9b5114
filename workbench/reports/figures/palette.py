"""The colours of figures: the house's, told apart in grey too, and text that can be read on them."""

from workbench.reports.house_styles import ACCENT, INK, LINE, MUTED

__all__ = ["ACCENT", "ENABLER", "GROUND", "INK", "LINE", "MUTED", "PAPER", "WARM", "contrast", "readable_on", "tint"]

PAPER = "FFFFFF"
WARM = "A34A2A"
"""Barriers."""
ENABLER = "DCEBEA"
"""Enablers, outlined in the accent: light where barriers are dark."""
GROUND = "F4F7F7"
"""Under what is hidden."""
_LIGHTEST = "E3EFEF"
_READABLE = 4.5
"""Contrast that text of this size needs (WCAG 2.2, 1.4.3)."""


def tint(shade: float | None) -> str:
    """A cell's colour: paper for none and 0, from there the darker the more."""
    if not shade:
        return PAPER
    part = min(max(shade, 0.0), 1.0)
    pairs = zip(_channels(_LIGHTEST), _channels(ACCENT), strict=True)
    return "".join(f"{round(light + (dark - light) * part):02X}" for light, dark in pairs)


def readable_on(ground: str) -> str:
    """White or black: one of them can be read on any colour, ink and white can not on those between."""
    return PAPER if contrast(PAPER, ground) >= _READABLE else "000000"


def contrast(one: str, other: str) -> float:
    """How well two colours are told apart, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:], 16)
