"""One file per verb that joins rooms. Nothing here prints, and nothing here writes SQL."""
