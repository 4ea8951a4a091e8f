"""The routes on effects, the mix of weapons, and a night looked back on."""

from tests.web.client import Client


def test_a_night_looked_back_on(client: Client) -> None:
    told = client.json("/after-action.json?night=2025-12-11")
    assert told["shape"] == "skyledger.after-action/1"
    assert told["policy"] == "private"
    assert told["steps"]
    for step in told["steps"]:
        assert client.json(f"/incidents/{step['incident']}.json")
    (first, *_) = told["steps"]
    assert first["first"]


def test_effects_and_the_mix(client: Client) -> None:
    told = client.json("/effects.json?days=30")
    assert told["shape"] == "skyledger.effects/1"
    ids = {id for region in told["regions"] for id in region["incidents"]}
    ids |= {time["closing"]["closure"] for airport in told["airports"] for time in airport["times"]}
    assert ids
    for id in ids:
        assert client.json(f"/incidents/{id}.json")
    mix = client.json("/objects.json?region=RU-TUL")
    assert (mix["verdict"], mix["p"], mix["area"]) == ("not enough", None, "RU-TUL")


def test_what_is_asked_wrongly_is_refused(client: Client) -> None:
    for address in (
        "/after-action.json?night=soon",
        "/effects.json?days=0",
        "/effects.json?days=x",
        "/objects.json?until=9",
        "/objects.json?days=3",
    ):
        client.get(address, 400)
    for address in ("/after-action.json?region=XX-1", "/objects.json?region=XX", "/after-action.json?night=2001-01-01"):
        client.get(address, 404)


def test_the_public_sees_the_same_as_everywhere(public: Client) -> None:
    told = public.json("/after-action.json?night=2025-12-11")
    assert told["policy"] == "public"
    for step in told["steps"]:
        public.get(f"/incidents/{step['incident']}.json")
