"""Shops, cafes and car parks at an airport: that they close says nothing of its flights."""

from skyledger.extract.reading import Reading
from skyledger.model.frame import PlacePhrase, Sentence

_PREMISES = tuple(
    "shop store supermarket cafe restaurant hotel lounge bookshop bookstore kiosk pharmac museum bakery canteen gym "
    "магазин кафе ресторан буфет столов гостиниц отел аптек киоск супермаркет музей парковк стоянк кофейн "
    "крамниц книгарн готел кіоск кав'ярн їдальн паркінг".split()
)
_REACH = 4  # words between them: "the shop in the hall of Odesa airport"


def is_of_premises(reading: Reading, sentence: Sentence, airports: list[PlacePhrase]) -> bool:
    """Tell whether an airport is only where something else stands: "the cafe at Odesa airport has closed"."""
    words = reading.tokens.words
    heads = [m.start for m in reading.in_range("place_head", sentence.start, sentence.stop) if m.value == "airport"]
    for named in {*heads, *(a.start for a in airports)}:
        first = max(sentence.start, named - _REACH)
        at = next((n for n in range(first, named) if words[n].startswith(_PREMISES)), None)
        if at is not None and not reading.parted(at, named, ",;:.()—–"):
            return True
    return False
