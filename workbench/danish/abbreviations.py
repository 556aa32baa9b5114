"""Danish abbreviations: a full stop in or after them ends no sentence. Written without the last full stop."""

_ABBREVIATIONS_TEXT = """
    a.m.b.a adr afd afs alm ang anm apr arb art aug bd bem bl.a bll ca cand co d.d d.s d.v.s d.å dec
    dept dir dr ds dvs e.kr e.l ejd eks ekskl eksp etc evt excl f.eks f.kr f.m f.o.m f.s.v fam feb ff fhv
    fig fmd forb foreg forf forts fr frk fru-nr g.d gdr gl gr h.c hhv hr i.e ifm ift iht incl inkl jan
    jf jul jun jvf kap kgl kl kom kr kt kv l lb ldr lejl lign lok lr m.a.o m.fl m.h.p m.h.t m.m m.v mag
    maj maks max md mdl mdr mfl mgl mht mia mill min mio ml mm mr mrk mrs mv n.n ndf nov nr nto nuv o.a
    o.l o.lign obs okt omg omtr op opg opr osv p.a p.b.v p.gr.a p.t pag pct pga pgf ph.d pkt pr proc
    prof ps pst pt red ref resp s.m s.u sct sek sep sept sj skt sml spec spm sr st stk str stud t.h
    t.o.m t.v tab td tdl tidl tilh tilsv tlf tr udd uddr udg vdr vedr vejl vha vol å årg ældr ø
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS_TEXT.split())
"""In lower case."""

_LAST_WORDS_TEXT = """
    art bem co etc fam fig jul kom kr l lok m.fl m.m m.v maj max md mdr mfl min mio mm mv o.a o.l o.lign obs
    omg op osv pct ps red ref sek st stk str tab tr å ø
"""
LAST_WORDS = frozenset(_LAST_WORDS_TEXT.split())
"""Abbreviations that are words as well ("Den er min.") or come last ("osv."): before a capital they end."""

_MONTHS_TEXT = """
    april august december februar januar juli juni maj marts november oktober september
"""
MONTHS = frozenset(_MONTHS_TEXT.split())
