"""Passages that carry no code in any codebook: greetings, coffee, cars that would not start."""

from functools import cache

from workbench import config
from workbench.codebook.files import flat, text_of
from workbench.codebook.schema import schema_faults
from workbench.faults import refusal
from workbench.yamlfile import UnreadableError, read


@cache
def no_code_passages() -> tuple[str, ...]:
    """The shipped list: what every codebook can learn to leave alone, beside its own near misses."""
    file = config.shipped("codebooks") / "no-code.yaml"
    return parse_no_code(text_of(file), origin=file.name)


def parse_no_code(yaml_text: str, origin: str = "no-code.yaml") -> tuple[str, ...]:
    """The passages written in this YAML. Raises InvalidFileError, which lists up to ten faults by line."""
    try:
        document = read(yaml_text)
    except UnreadableError as error:
        raise refusal(origin, [error.fault]) from error
    if faults := schema_faults(document, "no_code_schema.json"):
        raise refusal(origin, faults)
    return tuple(flat(text) for text in document.data["passages"])
