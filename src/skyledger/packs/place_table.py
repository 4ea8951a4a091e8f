"""The gazetteer as a mapping whose rows are parsed when a text names them: one text names a few of thousands."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from skyledger.errors import PackError
from skyledger.model.kinds import PlaceKind
from skyledger.packs.records import GazetteerPlace
from skyledger.packs.tables import table_lines

PLACE_HEADER = (
    "id",
    "kind",
    "name_en",
    "name_ru",
    "name_uk",
    "country",
    "region",
    "district",
    "lat",
    "lon",
    "zone",
    "population",
)


class PlaceTable(Mapping[str, GazetteerPlace]):
    """Places by id."""

    def __init__(self, path: Path) -> None:
        """Take a compiled table.

        Raises:
            PackError: The file cannot be read or has another header.
        """
        self._name = path.name
        self._rows = {line.partition("\t")[0]: line for line in table_lines(path, PLACE_HEADER)}
        self._known: dict[str, GazetteerPlace] = {}

    def __getitem__(self, place_id: str) -> GazetteerPlace:
        try:
            return self._known[place_id]
        except KeyError:
            place = self._known[place_id] = self._parse(self._rows[place_id])
            return place

    def __contains__(self, place_id: object) -> bool:
        return place_id in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _parse(self, line: str) -> GazetteerPlace:
        row = line.split("\t")
        try:
            return GazetteerPlace(
                id=row[0],
                kind=PlaceKind(row[1]),
                name_en=row[2],
                name_ru=row[3],
                name_uk=row[4],
                country=row[5],
                region=row[6],
                district=row[7],
                lat=_number(row[8]),
                lon=_number(row[9]),
                zone=row[10],
                population=int(row[11] or 0),
            )
        except (ValueError, IndexError) as error:
            raise PackError(f"{self._name}: row {row[:1]}: {error}") from error


def _number(text: str) -> float | None:
    return float(text) if text else None
