"""Two themes of our own: calm; text stands out by 4.5 to 1 at least from whatever it lies on, a scroll bar by 3."""

from textual.theme import Theme

LIGHT = Theme(
    name="workbench-light",
    dark=False,
    primary="#1f5f6b",
    secondary="#3b6ea5",
    accent="#8a3f22",
    foreground="#22303a",
    background="#f7f7f4",
    surface="#ffffff",
    panel="#e9efee",
    success="#2c6e49",
    warning="#8a5a00",
    error="#a4262c",
    variables={
        "muted": "#52616b", "text-disabled": "#52616b",
        "lane-1": "#1f5f6b", "lane-2": "#8a3f22", "lane-3": "#5b4a9e", "lane-4": "#2c6e49",
        "lane-5": "#8a5a00", "lane-6": "#9c2f6b",
        "tint": "#d5e7e6", "evidence": "#f6e3c5", "hit": "#fff0a8", "chosen": "#c7dbf2",
        "footer-background": "#e9efee", "footer-foreground": "#22303a",
        "scrollbar": "#7a8e91", "scrollbar-hover": "#6f8488", "scrollbar-active": "#1f5f6b",
        "scrollbar-background": "#f0f3f2", "scrollbar-background-hover": "#f0f3f2",
        "scrollbar-background-active": "#f0f3f2", "scrollbar-corner-color": "#f0f3f2",
        "block-cursor-foreground": "#ffffff", "block-cursor-background": "#1f5f6b",
    },
)  # fmt: skip
DARK = Theme(
    name="workbench-dark",
    dark=True,
    primary="#7cc4c9",
    secondary="#8fb8e8",
    accent="#e0a184",
    foreground="#e4e9ea",
    background="#14191c",
    surface="#1b2226",
    panel="#253036",
    success="#8fd0a3",
    warning="#e3bd6d",
    error="#f09a9a",
    variables={
        "muted": "#a3b1b8", "text-disabled": "#a3b1b8",
        "lane-1": "#7cc4c9", "lane-2": "#e0a184", "lane-3": "#b6a8f0", "lane-4": "#8fd0a3",
        "lane-5": "#e3bd6d", "lane-6": "#ee9cc6",
        "tint": "#1f3b3f", "evidence": "#4a3a1c", "hit": "#57511a", "chosen": "#2c4462",
        "footer-background": "#253036", "footer-foreground": "#e4e9ea",
        "scrollbar": "#6a7d85", "scrollbar-hover": "#8497a0", "scrollbar-active": "#7cc4c9",
        "scrollbar-background": "#1b2226", "scrollbar-background-hover": "#1b2226",
        "scrollbar-background-active": "#1b2226", "scrollbar-corner-color": "#1b2226",
        "block-cursor-foreground": "#14191c", "block-cursor-background": "#7cc4c9",
    },
)  # fmt: skip
THEMES = (LIGHT, DARK)
