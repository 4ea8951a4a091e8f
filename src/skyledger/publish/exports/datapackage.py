"""A Data Package (version 2): tables with their schemas, citation, licence, query, as-of and policy in one archive.

The same view gives the same bytes. Source: datapackage.org, standard of 26 June 2024.
"""

from collections.abc import Sequence
from typing import Any

from skyledger import __version__
from skyledger.publish.export_view import View, outlet_words
from skyledger.publish.exports.archive import write_zip
from skyledger.publish.exports.columns import Column
from skyledger.publish.exports.geojson import write_geojson, write_json
from skyledger.publish.exports.incidents_csv import COLUMNS, write_incidents_csv
from skyledger.publish.exports.long_tables import (
    CLAIMS,
    FIGURES,
    SOURCES,
    Field,
    write_claims,
    write_figures,
    write_sources,
)
from skyledger.publish.exports.region_shapes import regions_geojson
from skyledger.say import say

Json = dict[str, Any]
_PROFILES = "https://datapackage.org/profiles/2.0"
_LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 (of the arrangement; quoted words belong to those who published them)",
}
_NOT = (
    "Claims, not facts: every figure is what somebody stated. A region is a region and has no point. An empty cell is "
    "unknown, never 0. It looks back and warns of nothing."
)


def write_datapackage(view: View) -> bytes:
    """Return the rows of a view and what they rest on as a Data Package in a zip archive."""
    regions = [row.place.region for row in view.rows if row.place is not None and row.place.region is not None]
    tables = {
        "incidents.csv": write_incidents_csv(view),
        "figures.csv": write_figures(view),
        "sources.csv": write_sources(view),
        "claims.csv": write_claims(view),
        "incidents.geojson": write_geojson(view),
        "regions.geojson": write_json(regions_geojson(regions)),
    }
    descriptor = write_json(_descriptor(view, tables), indent=2)
    return write_zip({"datapackage.json": descriptor, "README.md": _readme(view).encode(), **tables})


def citation(view: View) -> str:
    """Return how to cite a view."""
    until = say(", as known at {when}", when=view.known_words) if view.stamp else ""
    asked = say("incidents of the selection {query}", query=view.query or say("everything"))
    return f"skyledger {__version__}, {asked}{until}, {say(f'{view.policy.name} release')}."


def _descriptor(view: View, tables: dict[str, bytes]) -> Json:
    found: Json = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "skyledger-incidents",
        "title": f"{say('Incidents')}: {view.query or say('everything')}",
        "description": say(_NOT),
        "version": __version__,
        "licenses": [{**_LICENCE, "title": say(_LICENCE["title"])}],
        "contributors": [{"title": "skyledger", "roles": ["processor"]}],
        "sources": _sources(view),
        "keywords": ["aerial attacks", "claims", "provenance"],
        "citation": citation(view),
        "skyledger": {
            "query": view.query,
            "known_at": view.stamp or None,
            "policy": {"name": view.policy.name, "delay_h": view.policy.delay_h, "coarsen": view.policy.coarsen},
            "incidents": len(view.rows),
        },
        "resources": [
            _table("incidents", _schema_of(COLUMNS), tables),
            _table("figures", _schema(FIGURES), tables),
            _table("sources", _schema(SOURCES), tables),
            _table("claims", _schema(CLAIMS), tables),
            _file("incidents-geojson", "incidents.geojson", tables),
            _file("regions-geojson", "regions.geojson", tables),
        ],
    }
    if view.stamp:
        found["created"] = view.stamp
    if view.address:
        found["homepage"] = view.own_link
    return found if found["sources"] else {name: value for name, value in found.items() if name != "sources"}


def _sources(view: View) -> list[Json]:
    outlets = {outlet_words(d) for row in view.rows for d in view.sources(row)}
    return [{"title": outlet} for outlet in sorted(outlets)]


def _file(name: str, path: str, tables: dict[str, bytes]) -> Json:
    kind = "csv" if path.endswith("csv") else "geojson"
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": name,
        "path": path,
        "format": kind,
        "mediatype": "text/csv" if kind == "csv" else "application/geo+json",
        "encoding": "utf-8",
        "bytes": len(tables[path]),
    }


def _table(name: str, schema: Json, tables: dict[str, bytes]) -> Json:
    dialect = {"$schema": f"{_PROFILES}/tabledialect.json", "lineTerminator": "\r\n", "doubleQuote": True}
    return {**_file(name, f"{name}.csv", tables), "type": "table", "dialect": dialect, "schema": schema}


def _schema_of(columns: Sequence[Column]) -> Json:
    return _schema([(c.name, c.type, c.about) for c in columns])


def _schema(fields: Sequence[Field]) -> Json:
    primary = {"primaryKey": ["id"]} if fields[0][0] == "id" else {}
    foreign: Json = (
        {}
        if primary
        else {"foreignKeys": [{"fields": ["incident"], "reference": {"resource": "incidents", "fields": ["id"]}}]}
    )
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fieldsMatch": "exact",
        "fields": [{"name": name, "type": kind, "description": about} for name, kind, about in fields],
        "missingValues": [""],
        **primary,
        **foreign,
    }


def _readme(view: View) -> str:
    policy = say("{policy} (delay {hours} h)", policy=say(view.policy.name), hours=f"{view.policy.delay_h:g}")
    listed = (
        say("query: {query}", query=f"`{view.query or say('everything')}`"),
        say("as known at: {when}", when=view.known_words or say("nothing was read yet")),
        say("release policy: {policy}", policy=policy),
        say("incidents: {n}", n=len(view.rows)),
    )
    cite = say(
        "Cite as: {citation} Cite the sources of the texts, too: {file} lists them.",
        citation=citation(view),
        file="`sources.csv`",
    )
    licence = say(
        "Licence: {title}, {address}. Positions of settlements are from GeoNames (CC BY 4.0).",
        title=say(_LICENCE["title"]),
        address=_LICENCE["path"],
    )
    lines = "\n".join(f"- {line}" for line in listed)
    return f"# {say('Incidents')}\n\n{say(_NOT)}\n\n{lines}\n\n{cite}\n\n{licence}\n"
