"""Easy words: 256 short words that bokmål and nynorsk share, for cards that a child can read and type."""

_WORDS = """
ake and arm ball bank bark bekk belte benk berg bie bil blad blomst blund boble bok bord brett brev
bris bro bukt busk dag dal dam dans dekk dokke drage drake drops egg elg eng eple erte esel etui
farge fele ferje fest film fisk fjell flagg flaske flis flue fly fold fot frakk frost fugl furu
gaffel gard geit gitar glad glede gnist gras graut grein grind gris hage hake hale hall hand hane
hare hatt hav heis hekk helg himmel hjelm hjort hjul holme hopp horn hund hus hval hytte iglo jakke
jord juice jul kaffe kake kaktus kalv kam kamel kanin kart katt kiwi klang klokke klut knapp knute
koala kopp korn krabbe krone kurv kyst lam lampe land lapp latter leir lek lenke lind linje lue
lykt lyng lys maling maske mat matte maur melon mos mose motor mugge mur mus musikk mynt myr nabo
natt nebb nett nisse ord orm ost otter ovn padde pakke palme panda papir park pels penn perle pil
pilot pinne plante pluss pose potet radio rakett ramme reir rev ring ris robot rom rose rute saft
salt sand sau seng sild silke sirkel sirkus sitron sjal skap ski skip skjerf sko skog skole skrin
sky slange slott smil snegl sol sommer sopp spade spill spor spurv stall stein stige stjerne stol
strand stue sukker svale svamp svane sykkel takk tann tau tavle telt tiger time topp torg torsk
traktor tre tromme tunnel tusj ugle vante vase vegg venn vest vind vinge vinter vogn vott yoghurt
"""

EASY_WORDS = tuple(_WORDS.split())
