"""Words that only rank places by their number: "Bryansk Region saw the most, 27; Kursk came next with 19".

A piece made of a place, a number and nothing but these goes on counting what was counted before it.
"""

RANKING = frozenset(
    (
        "saw seen had has got took recorded reported logged counted registered came come comes next led leads "
        "leading lead "
        "topped tops headed heads the list table league with most by far followed follows then bore bears brunt "
        "accounted "
        "accounts for was were at apiece respectively second third fourth first in went fell falls on another "
        "more further "
        "remaining remainder other others rest of them those these it a an largest biggest highest share number place "
        "places hardest close closest behind after ahead also where there total tally and while only just "
        "single claimed "
        "claims received leaving makes made up to its their own each credited both regions region count score scored "
        "drones uavs uav drone bag haul catch "
        "больше всего всех лидирует лидером лидер стала стал стали первое первом второе втором третье третьем "
        "место месте "
        "далее следом следующая следующей затем за ней ним ними по у над приходится пришлось досталось "
        "досталися достались "
        "отметилась отметились счет счету на остальные остальных оставшиеся последние из них чуть меньше "
        "меньшее занимает "
        "а и также еще ещё плюс столько же приняла приняли область области областью регион регионе максимум "
        "найбільше лідирує лідером далі слідом наступна потім за нею ним припало припадає дісталося рахунок "
        "рахунку решта "
        "ще й та з із них трохи менше перше першому друге другому третє третьому місце місці також плюс стільки "
        "ж область "
        "області областю районі районе"
    ).split()
)
