"""Settings: of the project (workbench.toml), of the person, and where shipped files lie.

workbench.toml holds nothing personal, because it may be shared. Who is coding comes from the command line, the
environment or the person's own config; the replica id lies in the person's state folder, so that a copied
project does not carry it along.
"""

import getpass
import json
import os
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

import platformdirs

from workbench.errors import InvalidFileError, NotFoundError
from workbench.i18n import _

PROJECT_FILE = "workbench.toml"
_APP = "workbench"
_PACKAGE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Settings:
    """What workbench.toml says of a project."""

    id: str
    name: str
    language: str = "da"
    codebooks: tuple[str, ...] = ("kui-fire-fokusomraader",)
    report_language: str = "da"
    report_template: str = ""
    report_purpose: str = ""
    """What the project set out to do: for the reports' background."""
    report_scope: str = ""
    """What lies outside it."""
    k_staff: int = 3
    """Fewest staff or leaders a published count may rest on."""
    k_youth: int = 5
    """Fewest young people a published count may rest on."""
    thin_below: int = 3
    """A focus area with fewer statements than this in a municipality is thin."""
    suggest_always: tuple[str, ...] = ()
    """Codes that are suggested to everybody, however often they are rejected."""
    suggest_while_reviewing: bool = True
    """Whether suggestions follow each decision of a sitting; else they stay until `suggest` is run."""
    models: Mapping[str, str] = field(default_factory=dict)
    """Local paths of optional models, by use."""
    embeddings: str = ""
    """The folder of the embedding model that suggestions use, from the project's folder; empty for none."""
    encrypted: bool = False

    def to_toml(self) -> str:
        """The file's text. JSON strings and lists are valid TOML, with every character escaped."""

        def text(value: Any) -> str:
            # JSON's one character that TOML wants escaped.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

        lines = [
            f"id = {text(self.id)}",
            f"name = {text(self.name)}",
            f"language = {text(self.language)}",
            f"codebooks = {text(list(self.codebooks))}",
            f"encrypted = {text(self.encrypted)}",
            "",
            "[report]",
            f"language = {text(self.report_language)}",
            f"template = {text(self.report_template)}",
            f"purpose = {text(self.report_purpose)}",
            f"scope = {text(self.report_scope)}",
            "",
            "[thresholds]",
            f"k_staff = {self.k_staff}",
            f"k_youth = {self.k_youth}",
            f"thin_below = {self.thin_below}",
            "",
            "[suggest]",
            f"embeddings = {text(self.embeddings)}",
            f"always = {text(list(self.suggest_always))}",
            f"while_reviewing = {text(self.suggest_while_reviewing)}",
            "",
            "[models]",
            *(f"{text(use)} = {text(path)}" for use, path in sorted(self.models.items())),
        ]
        return "\n".join(lines) + "\n"


def read_settings(file: Path) -> Settings:
    """The settings in this workbench.toml.

    Raises InvalidFileError, naming file and line or key, when it is no TOML or a value has the wrong type.
    """
    try:
        raw = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidFileError(
            _("{file} cannot be read: {reason}").format(file=file, reason=error),
            hint=_("Mend the line named, or copy the file back from a backup."),
        ) from error
    reader = _Reader(file, raw)
    return Settings(
        id=reader.text("id"),
        name=reader.text("name"),
        language=reader.text("language", "da"),
        codebooks=reader.texts("codebooks", ("kui-fire-fokusomraader",)),
        report_language=reader.table("report").text("language", "da"),
        report_template=reader.table("report").text("template", ""),
        report_purpose=reader.table("report").text("purpose", ""),
        report_scope=reader.table("report").text("scope", ""),
        k_staff=reader.table("thresholds").number("k_staff", 3),
        k_youth=reader.table("thresholds").number("k_youth", 5),
        thin_below=reader.table("thresholds").number("thin_below", 3),
        suggest_always=reader.table("suggest").texts("always", ()),
        suggest_while_reviewing=reader.table("suggest").flag("while_reviewing", default=True),
        models=reader.table("models").all_texts(),
        embeddings=reader.table("suggest").text("embeddings", ""),
        encrypted=reader.flag("encrypted"),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Typed access to a TOML table; a wrong type is named with its key."""

    file: Path
    raw: Mapping[str, Any]

    def _fault(self, key: str, expected: str) -> InvalidFileError:
        return InvalidFileError(
            _("{file}: {key} should be {expected}").format(file=self.file, key=key, expected=expected)
        )

    def text(self, key: str, default: str | None = None) -> str:
        value = self.raw.get(key, default)
        if not isinstance(value, str):
            raise self._fault(key, _("a text in quotation marks"))
        return value

    def texts(self, key: str, default: tuple[str, ...]) -> tuple[str, ...]:
        value = self.raw.get(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise self._fault(key, _("a list of texts"))
        return tuple(value)

    def number(self, key: str, default: int) -> int:
        value = self.raw.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self._fault(key, _("a whole number, 0 or more"))
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        value = self.raw.get(key, default)
        if not isinstance(value, bool):
            raise self._fault(key, _("true or false"))
        return value

    def table(self, key: str) -> "_Reader":
        value = self.raw.get(key, {})
        if not isinstance(value, dict):
            raise self._fault(key, _("a section, [{key}]").format(key=key))
        return _Reader(self.file, value)

    def all_texts(self) -> dict[str, str]:
        return {key: self.text(key) for key in self.raw}


def find_project(given: str | Path | None = None) -> Path:
    """The project's folder: the one given, else $WORKBENCH_PROJECT, else the nearest upward.

    Raises NotFoundError when there is none.
    """
    named = given or os.environ.get("WORKBENCH_PROJECT")
    if named:
        folder = Path(named).expanduser()
        if (folder / PROJECT_FILE).is_file():
            return folder.resolve()
        found = _("there is no such folder") if not folder.exists() else _("it has no workbench.toml")
        raise NotFoundError(
            _("No project at {folder}: {found}.").format(folder=folder, found=found),
            hint=_("Make one with: workbench init {folder}").format(folder=folder),
        )
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / PROJECT_FILE).is_file():
            return folder
    raise NotFoundError(
        _("No project here: neither {folder} nor a folder above it has a workbench.toml.").format(folder=here),
        hint=_("Name one with -p FOLDER, or make one with: workbench init FOLDER"),
    )


def state_folder() -> Path:
    """Where this person's own state lies: which copy is theirs, where they were last."""
    return platformdirs.user_state_path(_APP)


def config_folder() -> Path:
    """Where this person's own settings lie: config.toml, keys.toml."""
    return platformdirs.user_config_path(_APP)


def _own(key: str) -> str | None:
    """A value of the person's own config file, if there is one."""
    file = config_folder() / "config.toml"
    if not file.is_file():
        return None
    try:
        value = tomllib.loads(file.read_text(encoding="utf-8")).get(key)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidFileError(
            _("{file} cannot be read: {reason}").format(file=file, reason=error),
            hint=_("Mend the line named, or delete the file."),
        ) from error
    return value if isinstance(value, str) and value else None


def person(given: str | None = None) -> str:
    """Who is coding: --as, else $WORKBENCH_PERSON, else their own config, else the login name.

    Raises NotFoundError where there is not even a login name.
    """
    named = given or os.environ.get("WORKBENCH_PERSON") or _own("person")
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:
        raise NotFoundError(
            _("This computer does not say who you are."), hint=_("Say it with --as NAME, or set $WORKBENCH_PERSON.")
        ) from error


def preferred_language(given: str | None = None) -> str | None:
    """The language the person asked for by --lang, $WORKBENCH_LANG or own config; None when they did not."""
    return given or os.environ.get("WORKBENCH_LANG") or _own("language")


def replica(project_id: str) -> str:
    """This person's copy of the project, told from every other copy of it; made on first use."""
    file = state_folder() / "replicas" / project_id
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_name(f"{project_id}.{uuid4()}")
        draft.write_text(str(uuid4()), encoding="ascii")
        # A link is made whole or not at all: of two processes at once, one id counts for both.
        with suppress(FileExistsError):
            os.link(draft, file)
        draft.unlink()
    return file.read_text(encoding="ascii").strip()


def shipped(kind: str) -> Path:
    """The folder of shipped `codebooks`, `transcripts` or `journeys`: in the package, else beside it."""
    inside = _PACKAGE / "shipped" / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind
