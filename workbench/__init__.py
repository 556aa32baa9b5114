"""A qualitative research workbench for interviews and youth journeys, in the terminal."""

__version__ = "0.1.0"
