"""workbench.toml: what is written is read back, whatever the words hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.config import Settings, read_settings

WORDS = st.text(st.characters(codec="utf-8"))


@given(name=WORDS, purpose=WORDS, codebooks=st.lists(WORDS).map(tuple))
def test_any_words_are_read_back(
    tmp_path_factory: pytest.TempPathFactory, name: str, purpose: str, codebooks: tuple[str, ...]
) -> None:
    settings = Settings(id="1", name=name, report_purpose=purpose, report_scope="\x7f", codebooks=codebooks)
    file = tmp_path_factory.mktemp("settings") / "workbench.toml"
    file.write_text(settings.to_toml(), encoding="utf-8")

    assert read_settings(file) == settings
