"""The Markdown file says what the Word file says, and nothing in it is taken for markup."""

from tests.reports.field import BARRIER, STAFF, WISH, add, code, municipality, write_finding
from workbench.reports import markdown, practice_report
from workbench.store import Store

NOTE = "The numbers count statements, not shares. They show what was said and what it rests on, not how common it is."


def test_whole(store: Store) -> None:
    where = municipality(store)
    group = add(store, where, "fg1", [("S1", "Vi skriver det to gange."), ("S2", "Lad os få ét skema.")], STAFF)
    first = code(store, group, 1, "plan.dobbelt", BARRIER)[:8]
    wish = code(store, group, 2, "plan", WISH)[:8]
    report = practice_report(store, where, language="en")
    dated = report.cover.data_date
    assert dated is not None

    found = markdown(report)
    cells = (
        "2 statements, 1 source: member of staff<br>Most about: One plan, in general | ■<br>1 barrier, 1 recommendation"
    )

    assert (
        found.partition("## Method")[0]
        == f"""\
# Practice report: Kvistsund

- **Status:** Preliminary: 0 of 2 passages dealt with
- **Data as of:** {dated.day} {dated:%B %Y}
- **Version:** {report.cover.version}
- **Project:** projekt

{NOTE}

## Summary

| Focus area | Rests on | Barriers and enablers |
| --- | --- | --- |
| **One plan** | {cells} |

■ barriers   □ enablers; one mark is one statement, or a share of the longest row

## Knowledge base

### Sources

| Material | Number | Period |
| --- | --- | --- |
| Focus groups | 1 | March 2026 |

### Who was heard

| Perspective | People |
| --- | --- |
| Member of staff | fewer than 3 |

Length of the talks: about 1 hour.

### What is missing

- Young people have not been heard.
- Leaders have not been heard.
- Nothing was said about: One youth guide.
- Few statements about: One plan.

## One plan

2 statements, 1 source: member of staff\\
1 barrier, 1 recommendation

### What the interviews show

#### One plan, in general

1 statement: member of staff\\
1 recommendation

#### Double documentation

1 statement: member of staff\\
1 barrier

> “Vi skriver det to gange.”\\
> – Member of staff `{first}`

### Recommendations

**One plan, in general**

1 statement: member of staff

> “Lad os få ét skema.”\\
> – Member of staff `{wish}`

## All recommendations

| Recommendation | Rests on | Owner | Next step |
| --- | --- | --- | --- |
| **One plan, in general**<br>One plan<br>“Lad os få ét skema.” `{wish}` | 1 statement: member of staff |  |  |

"""
    )


def test_text_is_never_markup(store: Store) -> None:
    where = municipality(store, name="*Kvist*|sund")
    group = add(store, where, "fg1", [("S1", "# <b>ja</b> _nej_ [x](http://y) `z` a|b \\ &lt; ~~o~~\n1. to")], STAFF)
    code(store, group, 1, "plan")
    write_finding(store, where, "finding", code="plan", label="1. *Først*", body="- og\n+ så")

    found = markdown(practice_report(store, where, language="en"))

    assert found.startswith("# Practice report: \\*Kvist\\*\\|sund\n")
    assert (
        "> “\\# \\<b\\>ja\\</b\\> \\_nej\\_ \\[x\\](http://y) \\`z\\` a\\|b \\\\ \\&lt; \\~\\~o\\~\\~ 1. to”\\\n"
        in found
    )
    assert "**1. \\*Først\\***\\\n\\- og + så\n" in found
