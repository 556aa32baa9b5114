"""Words of spoken Danish that carry no theme: function words, fillers, back channels, spoken spellings."""

_STOP_WORDS_TEXT = """
    a ad af agtig aha aldrig alle allerede alligevel alt altid altså anden andet andre at bare basically
    begge bl.a blandt blev blevet blive bliver bro både ca cool da de dem den denne dens der deres
    derfor derhen deri derned deroppe derover dertil derude det dette dig din dine disse dit dog du dvs
    dæ efter egen egentlig eget egne ej ekskl eller ellers en end endda endelig endnu enhver er et ett
    evt f.eks faktisk fandeme fedt fik for fordi fra fx få fået får før gad gang gange generelt gennem
    gider gik give giver givet gjorde gjort godt griner gå gået går gør gøre ha had haft hallo ham han
    hans har havde have hej helt hen hende hendes her hm hmhm hmm hos hov hun hva hvad hvem hver hverken
    hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår hvorvidt hwa hwor i ifm ift igen igennem
    iht ik ikk ikke imellem imens imod ind inde inden indtil ing ingen inkl intet itj ja jah jaja jam
    jamen jeg jep jeps jer jeres jf jo joh jov ka kan kl kom komme kommer kommet kun kunne lad langt
    latter lave lidt lige ligesom ligsom lisom lissom literally lowkey lå m.fl m.m man mange masser med
    mega meget mellem mellemtiden men mene mens mere mest mhm mht mig min mindre mindst mine mit mm mmm
    mod mv må måske måtte måttet mæ møj na nah ned nede nej netop ni nice nogen nogensinde noget nogle
    nok nope nu nå nåh nåja nåmen når nær næste næsten og også ok okay om omkring op oppe orv os osv
    over overhovedet pause pga puha pyha på påny rigtig rigtigt rundt sagde sagt samt se selv
    selvfølgelig selvom sen senere ser set sgu side siden sig sige siger simpelthen sin sine sit ska
    skal skide skulle slags slet som sommetider stadig stadigvæk super synes syntes så sådan sådanne sån
    sæ tak te temmelig ti til tit tja tjo to tre trods tænke tænker tænkt tænkte ud ude uden udover
    uforståeligt uha under utydeligt var ved vel vi via vil vildt ville virkelig vist vor vore vores
    være været wallah wi yderligere å æ æh øh øhm ømh øøh
"""
STOP_WORDS = frozenset(_STOP_WORDS_TEXT.split())
"""In lower case; for features and labels, never for search."""
