"""The patterns of time phrases in three languages, built from shared pieces; long alternations stay on one line each."""

import re

from skyledger.extract.lazy_pattern import LazyPattern
from skyledger.packs.calendar import MONTH_OF, WEEKDAY_OF

_MONTH = "|".join(sorted(MONTH_OF, key=len, reverse=True))


ZONES = {
    "мск": "Europe/Moscow",
    "по московскому времени": "Europe/Moscow",
    "московского времени": "Europe/Moscow",
    "moscow time": "Europe/Moscow",
    "msk": "Europe/Moscow",
    "за московським часом": "Europe/Moscow",
    "по москве": "Europe/Moscow",
    "за москвою": "Europe/Moscow",
    "kyiv time": "Europe/Kyiv",
    "kiev time": "Europe/Kyiv",
    "за київським часом": "Europe/Kyiv",
    "по киевскому времени": "Europe/Kyiv",
    "по киеву": "Europe/Kyiv",
    "за києвом": "Europe/Kyiv",
    "gmt": "UTC",
    "utc": "UTC",
    "по місцевому часу": "",
    "за місцевим часом": "",
    "по местному времени": "",
    "local time": "",
}


_ZONE = r"(?:\s*\(?(?P<z{n}>" + "|".join(sorted(ZONES, key=len, reverse=True)) + r")\b\)?)?"


_CLOCK = (
    r"(?P<h{n}>[01]?\d|2[0-4])(?!\d)(?:[.:](?P<m{n}>[0-5]\d))?(?:\s*(?P<u{n}>часов|часа|час|год\.?|години|годину|годин|hours?|h|"
    r"a\.?m\.?|p\.?m\.?|утра|вечера|ночи|дня|ранку|вечора|ночі)(?!\w))?(?:\s*(?P<u{n}b>утра|вечера|ночи|дня|ранку|вечора|ночі)(?!\w))?"
)


_DATE = (
    r"(?:(?P<d{n}>[0-3]?\d)(?:-?(?:го|st|nd|rd|th))?\s+(?:of\s+)?(?P<o{n}>"
    + _MONTH
    + r")\b\.?(?:,?\s+(?P<y{n}>20\d\d)\b)?"
    r"|(?P<o{n}c>" + _MONTH + r")\b\.?\s+(?P<d{n}c>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,?\s+(?P<y{n}c>20\d\d)\b)?"
    r"|(?P<d{n}b>0?[1-9]|[12]\d|3[01])\.(?P<o{n}b>0[1-9]|1[0-2])(?:\.(?P<y{n}b>(?:20)?\d\d))?(?![\d]))"
)


_YEAR_TAIL = r"(?:\s*(?:т\.\s?г\.|с\.\s?г\.|ц\.\s?р\.|года|г\.|року|р\.))?"


_ON = r"(?:\s*(?:,|on|of))?\s*"


def clock_pattern(n: str) -> str:
    """Return the pattern of a clock whose groups end in ``n``."""
    return _CLOCK.replace("{n}", n)


def date_pattern(n: str) -> str:
    """Return the pattern of a date whose groups end in ``n``."""
    return _DATE.replace("{n}", n)


def zone_pattern(n: str) -> str:
    """Return the pattern of a named zone whose group ends in ``n``."""
    return _ZONE.replace("{n}", n)


_B = r"(?<![\w])"


RANGE = LazyPattern(
    rf"{_B}(?:(?:{date_pattern('p')}{_YEAR_TAIL}\s*,?\s+)?)(?:в период\s+|у період\s+)?(?:с|со|з|із|зі|from|between|между|між)\s+{clock_pattern('a')}{zone_pattern('a')}"
    rf"(?:{_ON}{date_pattern('a')}{_YEAR_TAIL})?\s*,?\s*(?:до|по|to|until|till|and|и|та|і|[-–—])\s+{clock_pattern('b')}{zone_pattern('b')}"
    rf"(?:{_ON}{date_pattern('b')}{_YEAR_TAIL})?"
)


DASH_RANGE = LazyPattern(
    rf"{_B}(?P<ha>[01]?\d|2[0-4])[.:](?P<ma>[0-5]\d)\s*(?:[-–—]|to|till|until|до|по)\s*(?P<hb>[01]?\d|2[0-4])[.:](?P<mb>[0-5]\d)(?![\d.]){zone_pattern('b')}"
)


SINCE = LazyPattern(
    rf"{_B}(?:(?:начиная|починаючи)\s+)?(?:с|со|з|із|since|from)\s+{clock_pattern('a')}{zone_pattern('a')}(?:{_ON}{date_pattern('a')}{_YEAR_TAIL})"
)


AT = LazyPattern(
    rf"{_B}(?:at about|at around|at approximately|примерно в|приблизно о|орієнтовно о|в|во|о|об|at|около|близько|around|about|by|к|до|after|после|після)\s+(?P<ha>[01]?\d|2[0-4])(?:[.:](?P<ma>[0-5]\d))"
    rf"(?:\s*(?P<ua>a\.?m\.?|p\.?m\.?|часов|год)(?!\w))?{zone_pattern('a')}(?:{_ON}{date_pattern('a')}{_YEAR_TAIL})?(?![\d:]|\.\d)"
)


AT_HOUR = LazyPattern(
    rf"{_B}(?:at about|at around|at approximately|примерно в|приблизно о|в|во|о|об|at|около|близько|around|about|by|к|до|после|після|after|shortly after|shortly before|before|just after|just before)\s+(?P<ha>[01]?\d|2[0-4])(?:-?(?:ї|й|та|ої))?\s*(?P<ua>часов|часа|час|годині|a\.?m\.?|p\.?m\.?|утра|вечера|"
    rf"ночи|дня|ранку|вечора|ночі)(?!\w)(?:\s*(?P<uab>утра|вечера|ночи|дня|ранку|вечора|ночі)(?!\w))?{zone_pattern('a')}(?:{_ON}{date_pattern('a')}{_YEAR_TAIL})?"
)


WEEKDAY = "|".join(sorted(WEEKDAY_OF, key=len, reverse=True))
_NIGHT_WORD = r"(?:ночь|ніч|ночью|вночі|уночі|ночи|ночі)"
NIGHT_OF = LazyPattern(
    rf"{_B}(?:(?:в|у|за|проти)\s+)?{_NIGHT_WORD}\s+(?:(?:на|проти|против|под|с|со|з|із|зі)\s+|\(?(?=\d))(?:(?:сегодня|сьогодні)|(?:(?P<d0>[0-3]?\d)(?:-?го)?\s*(?:на|до|по|[-–—])\s*)?{date_pattern('a')}|(?P<dom>[0-3]?\d)-?(?:го|е|ое|те|ше|ге|ме|й)(?!\w)|(?P<wd>[а-яіїєґ']+))"
    rf"|{_B}overnight\s+\(?(?:(?:into|to|on|of|from|between)\s+)?(?:(?:{WEEKDAY}),?\s+)?(?:(?:the\s+)?(?P<d8>[0-3]?\d)(?:st|nd|rd|th)?\s*(?:[-–—/]|to|into|and)\s*)?(?:the\s+)?{date_pattern('c')}"
    rf"|{_B}(?:(?:on|in|during)\s+)?the\s+night\s+(?P<of>of|to|into|before)\s+(?:(?:{WEEKDAY}),?\s+)?(?:(?P<d9>[0-3]?\d)(?:st|nd|rd|th)?\s*(?:[-–—/]|to|and)\s*)?{date_pattern('e')}(?:\s?[-–—/]\s?(?P<d7>[0-3]?\d)(?![\d:.]))?"
)


PARTS = {
    "evening": r"(?<=тот же )вечер|(?<=той же )вечір|за вечір|за вечер|надвечір|під вечір|под вечер|ближе к вечеру|ближче до вечора|поздним вечером|пізнього вечора|at dusk|at nightfall|at sunset|around sunset|after sunset|around dusk|after dark|на закате|на заході сонця|с наступлением темноты|з настанням темряви|з приходом темряви|смеркалось|в сумерках|у сутінках|после заката|після заходу сонця|(?<!добрий )вечір(?=\s+\d|\s*[.:])|вечером|ввечері|увечері|вечерний|вечерняя|вечернего|вечерней|вечірн\w+|evening|вечора|вечер(?=\s*:|\s+\d)|вечера|tonight",
    "morning": r"за утро|за ранок|в первой половине дня|у першій половині дня|в першій половині дня|forenoon|mid-morning|утром|вранці|зранку|уранці|утренн\w+|ранков\w+|morning|ранку|утра|сегодня утром|с утреца|с утречка|с утра пораньше|поутру|по утру",
    "late": r"late(?=\s+(?:on\s+)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)|поздно вечером|пізно ввечері|late evening|late at night",
    "early": r"dawn|dawning|на рассвете|на світанк\w+|на світанні|на зоре|на зорі|на зорьке|с рассветом|зі світанком|с первыми лучами(?: солнца)?|з першими променями(?: сонця)?|с первыми петухами|з першими півнями|до петухов|спозаранку|спозаранок|чуть свет|ни свет ни заря|ни свет,? ни заря|ледь світало|ще затемна|іще затемна|ещё затемно|еще затемно|at (?:first light|daybreak|sunrise|sunup)|around (?:first light|daybreak|sunrise|sunup)|before sunup|with the dawn|at cockcrow|в предрассветн\w+ (?:час\w*|сумерк\w+|тишине|темноте)|предрассветн\w+|передсвітанков\w+|удосвіта|вдосвіта|досвіта|під ранок|под утро|ближе к утру|ближче до ранку|ранним утром|рано-вранці|рано зранку|перед рассветом|перед світанком|до світанку|before first light|before sunrise|before daybreak|ahead of dawn|before dawn|pre-?dawn(?: hours)?|(?:small|wee) hours|early(?=\s+(?:on\s+)?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|hours))(?:\s+hours)?|early hours|раннім ранком|рано утром|рано вранці|перед рассветом|до рассвета",
    "afternoon": r"(?:mid-?|late |early )?afternoon|после обеда|після обіду|по обіді|во второй половине дня|у другій половині дня|в другій половині дня",
    "day": r"днем|вдень|удень|в течение дня|протягом дня|упродовж дня|daytime|дневн\w+|денн\w{1,3}(?=\s+(?:[^\W\d_]+\s+)?(?:удар|атак|обстр|наліт|нальот|приліт|прильот|влучан|рейд|бомбард))|впродовж дня|за день|за дня|during the day",
}


PART = LazyPattern(
    rf"{_B}(?:(?P<rel>вчера|учора|вчора|yesterday|сегодня|сьогодні|today|this|last|that same|that|the same|on the same|(?:в )?то[тй] же|(?:у )?той же|того ж|тієї ж|on the|on|in the|{WEEKDAY}|(?:on\s+)?(?:{WEEKDAY})|{date_pattern('a')})\s+)?"
    + "(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in PARTS.items())
    + r")(?!\w)"
    + rf"(?:\s+(?:of\s+|on\s+)?(?:{date_pattern('b')}|(?P<wdb>{WEEKDAY})(?: (?:morning|evening|night)(?!\w))?))?"
)


NIGHT = LazyPattern(
    rf"{_B}(?P<night>(?:за |в |у |в течение |на протяжении |протягом |упродовж |впродовж |during |over |in |in the course of |on )?(?:the )?(?:минувш\w+|прошедш\w+|прошл\w+|минул\w+|цієї|цією|эт\w+|этой|сегодняшней|last|past|previous|this|нынешней)\s+"
    rf"(?:ноч\w+|ніч\w*|ночі|night)|overnight|under (?:the )?(?:cover|cloak|veil) of (?:darkness|night|the night)|(?:среди|посреди|посередине) ноч[иі]|(?:серед|посеред|посеред) ночі|(?:глухой|глубокой) ночью|глупої ночі|глухої ночі|глибокої ночі|пізно вночі|(?:в|у) глух(?:ую ночь|у ніч)|(?:at )?dead of night|in the dead of (?:the )?night|during the hours of darkness|под покровом (?:ночи|темноты)|під покровом (?:ночі|темряви)|until morning|for the night|до утра|до ранку|(?:in|over|during|within|across) (?:a single|one|the same) night|(?:for |on )?(?:that|the) same night|(?:в )?то[йт] же ноч(?:ью|и)|в ту же ночь|тієї (?:ж|самої) ночі|the night before last|позапрошлой ночью|позаминулої ночі|(?:on |over )?new year's (?:night|eve)|(?:в |у )?(?:новогоднюю ночь|новорічну ніч|рождественскую ночь|різдвяну ніч)|(?:за |в )?одну (?:ночь|ніч)|ночь выдалась|ночка|(?<=[\s,])(?:ночь|ніч)(?=\s*:)|(?:of |about |for |over )?the night(?:'s)?(?!\s+(?:of|to|into|before|sky|skies|shift|train|bus|watch|club|vision|market|fighter|guard|duty|nurse|school|shelter|was)\b)|that night|(?:о|об|про|хроника|хроніка|итоги|итог|сводка|по итогам|за итогами|итогам|події|підсумки|перебіг|картина|баланс|результат\w*) (?:этой |прошедшей |минувшей |минулої |цієї )?ноч[иі]|тяжелая ночь|важка ніч|неспокойная ночь|непроста ніч|ночью|вночі|уночі|поночі|за ночь|за ніч|в течение ночи|протягом ночі|упродовж ночі|впродовж ночі|during the night|in the night|"
    rf"через ночной|ночн(?:ой|ого|ая|ое|ые|ых|ым|ыми|ом|ому|ую)|нічн(?:ий|ого|ої|у|ою|ому|им|ими|а|е|і|их)|night-time|nighttime|through the night|at night|tonight|night(?= (?:attack|raid|strike|shelling|assault|barrage)s?\b))(?!\w)"
)


DAY = LazyPattern(
    rf"{_B}(?:(?P<word>вчера|учора|вчора|yesterday|сегодня|сьогодні|today|позавчера|позавчора|the day before yesterday)|(?:(?:on|в|во|у)\s+)?(?P<past>last|this past|(?:минувш|прошл|прошедш|минул)(?:ий|ый|ую|ое|ого|ої|у|ю|а|е|ая))\s+(?P<wdp>{WEEKDAY})|(?:on\s+|в\s+|во\s+|у\s+|all day\s+|all of\s+|throughout\s+|весь\s+|всю\s+|увесь\s+|усю\s+)(?P<wd>{WEEKDAY})|(?:from\s+)?(?P<wds>monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?='s\b)|(?:on\s+|за\s+)?{date_pattern('a')}{_YEAR_TAIL})(?!\w)"
)


SINCE_MIDNIGHT = LazyPattern(
    rf"{_B}(?:с начала (?:дня|суток)|з початку (?:доби|дня)|since midnight|с полуночи|з опівночі|від початку доби)"
)


HOURS = LazyPattern(
    rf"{_B}(?:за|in|over|during|within|протягом|упродовж|впродовж|в течение)\s+(?:the\s+)?(?:последни[ей]\s+|останні\s+|past\s+|last\s+|минувшие\s+)?(?P<n>\d{{1,2}}|два|две|три|четыре|пять|шесть|"
    rf"дві|чотири|п'ять|шість|two|three|four|five|six|час|годину)\s*(?P<unit>часа|часов|час|годин[иу]?|hours?)?(?!\w)"
)


PAST_DAY = LazyPattern(
    rf"{_B}(?:за (?:прошедшие |минувшие |последние |прошлые |истекшие )?(?:сутки|24 часа)|за (?:минулу |попередню |останню )?добу|(?:протягом|упродовж|впродовж) (?:минулої |попередньої )?доби|минулої доби|минула доба|минулу добу|(?:прошедшие|минувшие|прошлые) сутки|"
    rf"(?:over|in|during|within) the (?:past|last|previous) (?:24 hours|day)|in (?:a|one|a single) day(?! or)|в течение (?:прошедших |минувших |последних )?суток|минувших суток|за день)(?!\w)"
)


WEEKEND = LazyPattern(
    rf"{_B}(?:(?:за|в|на|в эти|за эти|за прошедшие|в прошедшие|за минувшие|за прошлые|в минувшие|на минувших|на этих) выходн(?:ые|ых)|(?:за|у|в|на|у ці|за ці|за минулі|у минулі) вихідн(?:і|их)|(?:цими|минулими|этими|минувшими) (?:вихідними|выходными)|за уик-?энд|за вікенд|"
    rf"(?:over|at|during|through|across|on) (?:the |this |this past |the past |the last )?weekend)(?!\w)"
)


WEEK = LazyPattern(
    rf"{_B}(?:earlier this week|earlier in the week|на этой неделе|ранее на этой неделе|цього тижня|раніше цього тижня|this week|в начале недели|на початку тижня)(?!\w)"
)


PAST = LazyPattern(
    rf"{_B}(?:last (?:week|year|spring|summer|autumn|winter|fall)|earlier this (?:month|year)|на прошлой неделе|в прошлом году|минулого (?:тижня|року)|торік|"
    rf"ранее в этом месяце|(?<!born )(?<!built )(?:в|у|in|back in) (?:19\d\d|20[01]\d)(?:-м)?(?: году| році)?|(?:\w+ )?(?:недел[юи]|месяц\w*|год(?!ин)\w*|лет|тижн\w+|місяц\w+|рок\w+|зим\w*|весн\w+|весен|осен\w+|літа|осен\w+) (?:назад|тому)|(?:weeks?|months?|years?|days|summers?|winters?|springs?|autumns?|decades?) (?:ago|earlier)|(?:за|минул\w+|прошл\w+) (?:недел[юи]|тиждень)|"
    rf"(?:несколько|кілька|two|three|several|a few|\d+) (?:дней|днів|суток|days) (?:назад|тому|ago|earlier)|за (?:последние |останні )?(?:[3-9]|\d\d) (?:дней|дня|днів|дні|суток|діб)|(?:in|over) the (?:past|last) (?:few|three|four|five|six|seven|[3-9]|\d\d) days)(?!\w)"
)


MONTH_LOCATIVE = {
    name: number
    for number, names in enumerate(
        (
            "январе січні january",
            "феврале лютому february",
            "марте березні march",
            "апреле квітні april",
            "мае травні may",
            "июне червні june",
            "июле липні july",
            "августе серпні august",
            "сентябре вересні september",
            "октябре жовтні october",
            "ноябре листопаді november",
            "декабре грудні december",
        ),
        1,
    )
    for name in names.split()
}


MONTH_ACCUSATIVE = {
    name: number
    for number, names in enumerate(
        "январь січень/февраль лютий/март березень/апрель квітень/май травень/июнь червень/июль липень/август серпень/"
        "сентябрь вересень/октябрь жовтень/ноябрь листопад/декабрь грудень".split("/"),
        1,
    )
    for name in names.split()
}
MONTH_LOCATIVE.update(MONTH_ACCUSATIVE)
MONTH_ONLY = LazyPattern(
    rf"{_B}(?:in|back in|в|у|за|during|throughout|in the course of|over the course of|still in|ещё в|еще в|весь|увесь|за весь|за увесь)\s+(?P<month>{'|'.join(MONTH_LOCATIVE)})(?!\w)(?:\s+(?P<year>20\d\d|19\d\d))?(?!\s+\d)"
)


AT_MIDNIGHT = LazyPattern(
    rf"{_B}(?:(?:shortly |just |soon )?(?:after|before|around|at)\s+midnight|после полуночи|після опівночі|в полночь|опівночі|около полуночи|до полуночи|до опівночі)(?!\w)"
)


NOON = LazyPattern(
    rf"{_B}(?:(?:shortly |just |soon )?(?:before|after)|at|by|around|about|к|в|около|близько|о|об|после|після|до|перед)\s+(?:noon|midday|полдень|полудню|полудня|опівдні|полудні)(?!\w)|(?<!\w)опівдні(?!\w)"
)
YEAR = LazyPattern(
    rf"{_B}(?:(?:в|у|in|за|during)\s+(?P<year>20\d\d)(?:-(?:м|му|й))?(?:\s+(?:году|год|році|рік))?)(?![\w:.]\d|\w)"
)
# "as of the evening of 3 December": when it is told, not when it was
AS_OF = re.compile(
    r"\b(?:as of|станом на|стан на|по состоянию на)\s+(?:the\s+)?(?:(?:morning|evening|afternoon|ранок|вечір|утро|вечер)\s+(?:of\s+)?)?$"
)
WEEKDAY_NIGHT = LazyPattern(
    rf"{_B}(?:(?:on |late on |during |on the )?(?P<wd>monday|tuesday|wednesday|thursday|friday|saturday|sunday) night|(?:(?:в|у) )?{_NIGHT_WORD} (?:с|со|з|із|зі) [^\W\d]+ на (?P<to>{WEEKDAY})"
    rf"|(?:overnight|(?:(?:in|on|during) )?the night)(?: from)? (?:(?:{WEEKDAY})(?: to | into |[-–—/]))?(?:(?<=night )(?:to |into |before ))?(?P<into>{WEEKDAY}))(?!\w)"
)
