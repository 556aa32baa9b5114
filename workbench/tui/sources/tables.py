"""The two tables of an import: the files, and who was found to speak in them."""

from collections.abc import Iterable, Sequence
from itertools import chain

from rich.text import Text
from textual.coordinate import Coordinate

from workbench.i18n import _
from workbench.tui.sources.batch import Batch, Seen, Speaker
from workbench.tui.sources.fields import fit
from workbench.tui.sources.found import all_said, summary
from workbench.tui.sources.who import label_said, who_said
from workbench.tui.widgets.table import Heading, Table, cell


class Files(Table):
    """The files, under a row for all of them together."""

    def show(self, batch: Batch, told: Iterable[Sequence[str]], *, at: int | None, most: int) -> None:
        """Show each file with its first remark, and the cursor at one of them or at all."""
        headings = [
            Heading(""),
            Heading(_("File"), share=0.4),
            Heading(_("Turns"), right=True),
            Heading(_("Note"), grows=True),
        ]
        turns = sum(one.turns or 0 for one in batch)
        above = [cell(""), cell(all_said(len(batch)), "bold"), cell(turns, right=True), cell(summary(batch))]
        rows = chain([above], (_row(one, remarks) for one, remarks in zip(batch, told, strict=True)))
        with self.prevent(Table.Chosen):
            self.fill(headings, rows, at=Coordinate(0 if at is None else at + 1, 0))
        fit(self, most)

    @property
    def at(self) -> int | None:
        """Which file the cursor is at; None for all."""
        return self.chosen - 1 if self.chosen > 0 else None


class Speakers(Table):
    """Who was found, by the labels of the transcripts."""

    def show(self, speakers: Sequence[Speaker], *, files: int, words: bool) -> None:
        """Show these; of several files, also in how many somebody is heard."""
        ages = any(each.age_group for one in speakers for each in one.said)
        headings = [
            Heading(_("Speaker"), share=0.4),
            *([Heading(_("Files"), right=True)] if files > 1 else []),
            Heading(_("Turns"), right=True),
            *([Heading(_("Words"), right=True)] if words else []),
            Heading(_("Role"), grows=True),
            Heading(_("Pseudonym"), grows=True),
            *([Heading(_("Age"))] if ages else []),
        ]
        rows = [_speaker_row(one, files=files > 1, words=words, ages=ages) for one in speakers]
        self.fill(headings, rows, at=self.cursor_coordinate)


def _row(one: Seen, told: Sequence[str]) -> list[Text]:
    preview = one.preview
    mark = "!" if preview.refused else "=" if preview.duplicate else "·" if told else "✓"
    turns = "" if one.turns is None else one.turns
    return [cell(mark), cell(one.file.name), cell(turns, right=True), cell(told[0] if told else "")]


def _speaker_row(one: Speaker, *, files: bool, words: bool, ages: bool) -> list[Text]:
    return [
        cell(label_said(one.label)),
        *([cell(one.files, right=True)] if files else []),
        cell(one.turns, right=True),
        *([cell(one.words, right=True)] if words else []),
        cell(" · ".join(dict.fromkeys(who_said(each) for each in one.said))),
        cell(" · ".join(dict.fromkeys(each.pseudonym for each in one.said if each.pseudonym))),
        *([cell(" · ".join(dict.fromkeys(each.age_group for each in one.said if each.age_group)))] if ages else []),
    ]
