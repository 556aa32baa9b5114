"""What speaks for suggestions is worked out for the passage that is still looked at."""

from functools import partial
from pathlib import Path

from textual.app import App

from tests.tui.conftest import settled, told
from workbench.store import Store, sources, suggestions
from workbench.tui.coding import why
from workbench.tui.coding.why import Why, answer_why


def test_whoever_hurries_is_told_of_the_last_passage_only(project: Path) -> None:
    with Store.open(project, person="Maja") as store:
        source = next(one for one in sources(store) if suggestions(store, one.revision))
        first, *_, last = suggestions(store, source.revision)
    heard = []

    class Asker(App[None]):
        def on_why(self, message: Why) -> None:
            heard.append((message.revision, message.number))

    async def story() -> None:
        asker = Asker()
        async with asker.run_test() as pilot:
            with why._ONE:  # something is worked out already
                for number in (first, first, last):
                    asked = partial(answer_why, asker, project, "Maja", source.revision, number)
                    asker.run_worker(asked, thread=True, exclusive=True, group="why")
                    await pilot.pause()
            await settled(pilot)

    told(story)
    assert first != last
    assert heard == [(source.revision, last)]
