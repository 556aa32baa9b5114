"""A practice report as a value: every count, chosen quote and label of it."""

from datetime import UTC, datetime

import pytest

from tests.reports.field import (
    BARRIER,
    ENABLER,
    STAFF,
    WISH,
    add,
    code,
    kvistsund,
    municipality,
    see_all,
    star,
    write_finding,
)
from workbench import __version__
from workbench.errors import NotFoundError
from workbench.model import AGREED, FindingKind, SourceKind, Transcription, Verdict
from workbench.reports import PracticeReport, practice_report
from workbench.reports.practice import (
    FULL,
    SHORT,
    Audit,
    Chapter,
    CodeLine,
    Cover,
    Deviation,
    Evidence,
    Finding,
    Heard,
    KnowledgeBase,
    ListedQuote,
    Material,
    Method,
    Perspectives,
    Recommendation,
    Setting,
    ShownQuote,
    SummaryLine,
    Valences,
    Written,
    YouthPerspective,
)
from workbench.reports.smallnumbers import SEVERAL, Count
from workbench.store import Store, current_codebooks, data_date, decide, passages, quotes, sources, stored_codes

FINDING, ADVICE = FindingKind.FINDING, FindingKind.RECOMMENDATION
STAFF_MEMBER, YOUNG = "Member of staff", "Young person"
DOUBLE = "Double documentation"


def ids(store: Store) -> dict[str, str]:
    """Short quote ids by what is said."""
    return {quote.text: quote.id[:8] for quote in quotes(store)}


def shown(store: Store, text: str, by: str, about: str) -> ShownQuote:
    return ShownQuote(ids(store)[text], text, by, about)


def report(store: Store, where: str) -> PracticeReport:
    return practice_report(store, where, language="en")


def test_whole(store: Store) -> None:
    where = kvistsund(store)
    dated = data_date(store)
    fgs, mixed = Count(1), SEVERAL
    plan_wish = Recommendation(
        DOUBLE,
        "One plan",
        Evidence(1, fgs, (STAFF_MEMBER,)),
        shown(store, "Lad os få ét skema i stedet for tre.", STAFF_MEMBER, DOUBLE),
    )
    plan = Chapter(
        code="plan",
        name="One plan",
        prioritised=True,
        evidence=Evidence(5, mixed, (YOUNG, "Caseworker", STAFF_MEMBER)),
        valences=Valences(barriers=2, enablers=1, recommendations=1, descriptions=1),
        written=(),
        findings=(
            Finding(
                DOUBLE,
                Evidence(4, mixed, (YOUNG, "Caseworker", STAFF_MEMBER)),
                Valences(barriers=2, enablers=1, recommendations=1),
                (shown(store, "Vi skriver det samme to steder, hver eneste gang.", "Caseworker", DOUBLE),),
            ),
            Finding(
                "One plan, in general",
                Evidence(1, fgs, (STAFF_MEMBER,)),
                Valences(descriptions=1),
                (shown(store, "Jeg ser den aldrig selv.", STAFF_MEMBER, "One plan, in general"),),
            ),
        ),
        by_code=(
            (DOUBLE, Valences(barriers=2, enablers=1, recommendations=1)),
            ("One plan, in general", Valences(descriptions=1)),
        ),
        others=(),
        youth=YouthPerspective(
            None,
            Valences(barriers=1),
            (DOUBLE,),
            (shown(store, "Jeg har fortalt det fire gange.", YOUNG, DOUBLE),),
        ),
        deviation=Deviation(1, (shown(store, "Hos os ligger den kun ét sted nu.", "Caseworker", DOUBLE),)),
        recommendations=(plan_wish,),
    )
    guide = Chapter(
        code="guide",
        name="One youth guide",
        prioritised=False,
        evidence=Evidence(3, mixed, (YOUNG, "Caseworker", STAFF_MEMBER)),
        valences=Valences(enablers=2, descriptions=1),
        written=(),
        findings=(
            Finding(
                "One youth guide, in general",
                Evidence(3, mixed, (YOUNG, "Caseworker", STAFF_MEMBER)),
                Valences(enablers=2, descriptions=1),
                (
                    shown(
                        store,
                        "Guiden er den eneste, de unge ringer til.",
                        "Caseworker",
                        "One youth guide, in general",
                    ),
                    shown(store, "Og nogle gange er det mig.", STAFF_MEMBER, "One youth guide, in general"),
                ),
            ),
        ),
        by_code=(("One youth guide, in general", Valences(enablers=2, descriptions=1)),),
        others=(),
        youth=YouthPerspective(
            None,
            Valences(enablers=1),
            ("One youth guide, in general",),
            (shown(store, "Lone svarer altid.", YOUNG, "One youth guide, in general"),),
        ),
        deviation=None,
        recommendations=(),
    )

    [book] = current_codebooks(store)
    plan_about, guide_about = (area.definition for area in book.areas)
    counts = {"plan": 1, "plan.dobbelt": 4, "guide": 3}
    listed = [(one.name("en"), one.definition, not one.parent, counts.get(one.id, 0)) for one in book.codes]
    happened = store.query("SELECT count(*) AS n FROM event")[0]["n"]
    assert report(store, where) == PracticeReport(
        language="en",
        outline=SHORT,
        internal=False,
        cover=Cover("Kvistsund", "projekt", 8, 8, happened, dated),
        summary=(
            SummaryLine("One plan", plan.evidence, plan.valences, most=DOUBLE),
            SummaryLine("One youth guide", guide.evidence, guide.valences, most="One youth guide, in general"),
        ),
        written=(),
        setting=Setting("", None, "", (DOUBLE,), "", "", (("One plan", plan_about), ("One youth guide", guide_about))),
        knowledge=KnowledgeBase(
            materials=(
                Material(SourceKind.FOCUS_GROUP, Count(1), "2026-03", "2026-03"),
                Material(SourceKind.YOUTH_JOURNEY, Count(below=5), "2026-04", "2026-04"),
            ),
            heard=(Heard(YOUNG, Count(below=5)), Heard(STAFF_MEMBER, Count(5)), Heard("Leader", Count(below=3))),
            roles=("Caseworker",),
            age_groups=(),
            half_hours=3,
            unknown_roles=False,
            no_leaders=False,
            no_youth=False,
            no_staff=False,
            silent=(),
            thin=(),
            without_youth=(),
        ),
        perspectives=Perspectives(
            (YOUNG, STAFF_MEMBER, "Leader"), ("One plan", "One youth guide"), ((None, None), (None, None), (None, None))
        ),
        chapters=(plan, guide),
        recommendations=(plan_wish,),
        method=Method("Trial codebook", "0.1.0", (), ("Maja",), False, 0, 0, 3, 5, __version__),
        codes=tuple(CodeLine(*line) for line in listed),
        quotes=(),
        audit=Audit(happened, 8, 8, 8, 8, data_date(store, first=True), dated),
    )


def test_what_is_missing(store: Store) -> None:
    where = municipality(store)
    group = add(store, where, "fg1", [("S1", "Vi skriver det to gange.")], STAFF, month="", minutes=None)
    code(store, group, 1, "plan")

    assert report(store, where).knowledge == KnowledgeBase(
        materials=(Material(SourceKind.FOCUS_GROUP, Count(1), "", ""),),
        heard=(Heard(STAFF_MEMBER, Count(below=3)),),
        roles=(),
        age_groups=(),
        half_hours=0,
        unknown_roles=False,
        no_leaders=True,
        no_youth=True,
        no_staff=False,
        silent=("One youth guide",),
        thin=("One plan",),
        without_youth=(),
    )


def test_nobody_is_missing_while_a_role_is_unknown(store: Store) -> None:
    where = municipality(store)
    add(store, where, "fg1", [("S1", "Vi skriver det to gange.")], {"S1": ""})

    found = report(store, where).knowledge

    assert (found.unknown_roles, found.no_staff, found.no_youth, found.no_leaders) == (True, False, False, False)


def test_an_age_group_is_named_from_five_young_people_on(store: Store) -> None:
    where = municipality(store)
    young = [f"U{n}" for n in range(7)]
    add(
        store,
        where,
        "fg1",
        [(one, f"Jeg er nummer {n}.") for n, one in enumerate(young)],
        dict.fromkeys(young, "youth"),
        ages={one: "13-15" if n < 2 else "15-24" for n, one in enumerate(young)},
    )

    found = report(store, where).knowledge

    assert (found.age_groups, found.heard) == (("15-24",), (Heard(YOUNG, Count(7)),))


def test_a_passage_undecided_makes_it_preliminary(store: Store) -> None:
    where = kvistsund(store)
    add(store, where, "fg2", [("S1", "Det er nyt."), ("S2", "Ja.")], STAFF)

    cover = report(store, where).cover

    assert (cover.final, cover.dealt_with, cover.passages) == (False, 8, 10)


def test_nothing_is_quoted_without_consent_or_from_minutes(store: Store) -> None:
    where = municipality(store)
    silent = add(store, where, "fg1", [("S1", "Det må I ikke skrive.")], STAFF, consent=frozenset({"share"}))
    minutes = add(
        store,
        where,
        "referat",
        [("S2", "Mødet drøftede planen.")],
        STAFF,
        kind=SourceKind.MINUTES,
        transcription=Transcription.MINUTES,
    )
    for one in (silent, minutes):
        code(store, one, 1, "plan", WISH)
        code(store, one, 1, "plan", BARRIER)

    [chapter] = report(store, where).chapters

    assert chapter.evidence == Evidence(4, Count(2), (STAFF_MEMBER,))
    assert [finding.quotes for finding in chapter.findings] == [()]
    assert [one.quote for one in chapter.recommendations] == [None]


def test_a_star_and_a_light_edit(store: Store) -> None:
    where = kvistsund(store)
    [described] = [quote for quote in quotes(store) if quote.text == "Og nogle gange er det mig."]
    star(store, described.id, edited="[…] nogle gange er det mig.")

    first = report(store, where).chapters[1].findings[0].quotes[0]

    assert (first.text, first.id) == ("[…] nogle gange er det mig.", described.id[:8])


def test_a_coding_marked_as_contrary_is_a_deviating_voice(store: Store) -> None:
    where = municipality(store)
    group = add(store, where, "fg1", [("S1", "Alle har en guide."), ("S2", "Ikke hos os.")], STAFF)
    code(store, group, 1, "guide")
    code(store, group, 2, "guide", contrary=True)

    [chapter] = report(store, where).chapters

    assert chapter.deviation == Deviation(
        1, (shown(store, "Ikke hos os.", STAFF_MEMBER, "One youth guide, in general"),)
    )


def test_what_people_wrote(store: Store) -> None:
    where = kvistsund(store)
    write_finding(store, where, FINDING, code="plan.dobbelt", label="Tre skemaer", body="Det tager tid.")
    write_finding(
        store, where, ADVICE, code="guide", label="Flere guider", owner="Ungeenheden", criterion="Ingen venter."
    )
    write_finding(store, where, ADVICE, code="plan", label="Fælles kursus", body="To dage.")

    made = report(store, where)

    double = Evidence(4, SEVERAL, (YOUNG, "Caseworker", STAFF_MEMBER))
    assert made.chapters[0].written == (Written("Tre skemaer", "Det tager tid.", double),)
    assert made.summary[0].headline == "Tre skemaer"
    guide = Evidence(3, SEVERAL, (YOUNG, "Caseworker", STAFF_MEMBER))
    plan = Evidence(5, SEVERAL, (YOUNG, "Caseworker", STAFF_MEMBER))
    assert made.recommendations[0] == Recommendation("Fælles kursus", "One plan", plan, body="To dage.")
    assert made.recommendations[2:] == (
        Recommendation("Flere guider", "One youth guide", guide, criterion="Ingen venter.", owner="Ungeenheden"),
    )


def test_a_finding_rests_on_the_codes_and_sources_it_names(store: Store) -> None:
    where = kvistsund(store)
    write_finding(
        store, where, FINDING, code="plan", codes=("plan.dobbelt", "guide"), sources=("rejse",), label="Begge"
    )

    [written] = report(store, where).chapters[0].written

    assert written == Written("Begge", "", Evidence(2, Count(below=5), (YOUNG,)))


def test_every_quote_in_the_internal_edition(store: Store) -> None:
    where = kvistsund(store)
    [described] = [quote for quote in quotes(store) if quote.text == "Og nogle gange er det mig."]

    made = practice_report(store, where, language="en", internal=True)

    assert len(made.quotes) == 8
    assert made.quotes[-3] == ListedQuote(
        described.id[:8], described.text, STAFF_MEMBER, "One youth guide, in general", "fg1", 7, None, approved=False
    )


def test_the_full_outline_shows_more(store: Store) -> None:
    where = kvistsund(store)

    short, full = (practice_report(store, where, language="en", outline=one) for one in (SHORT, FULL))

    assert [one.by_code for one in full.chapters] == [one.by_code for one in short.chapters]
    assert full.outline.findings > short.outline.findings


def test_how_it_was_made(store: Store) -> None:
    where = kvistsund(store)
    codes = {one.code: one for one in stored_codes(store)}
    revision = quotes(store, valence=ENABLER)[0].revision
    with store.command("accept") as command:
        for passage, verdict in zip(
            passages(store, revision), (Verdict.ACCEPT, Verdict.DOUBT, Verdict.REJECT), strict=False
        ):
            decide(command, passage, codes["guide"], verdict)
    [source] = {quote.source_id for quote in quotes(store) if quote.revision == revision}
    code(store, next(one for one in sources(store) if one.id == source), 2, "guide", layer=AGREED)

    method = report(store, where).method

    assert (method.suggestions_accepted, method.suggestions_decided) == (2, 3)
    assert (method.coders, method.agreed) == (("Maja",), True)


def test_nothing_but_sources(store: Store) -> None:
    where = municipality(store)
    group = add(store, where, "fg1", [("S1", "Hej.")], STAFF)
    see_all(store, group)

    made = report(store, where)

    assert (made.chapters, made.recommendations) == ((), ())
    assert [line.evidence for line in made.summary] == [None, None]


def test_the_same_twice(store: Store) -> None:
    where = kvistsund(store)

    assert report(store, where) == report(store, where)


def test_no_such_municipality(store: Store) -> None:
    with pytest.raises(NotFoundError) as refused:
        report(store, "nowhere")

    assert refused.value.message == "There is no municipality nowhere in this project."


def test_dates_are_of_the_data(store: Store) -> None:
    where = kvistsund(store)
    dated = report(store, where).cover.data_date

    assert dated is not None
    assert dated.tzinfo is UTC
    assert dated <= datetime.now(UTC)
