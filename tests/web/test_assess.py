"""The assessment of a region over HTTP, in both modes."""

import pytest

from tests.web.client import Client


@pytest.mark.parametrize("form", ["json", "html"])
def test_a_region_and_its_country_are_assessed(client: Client, form: str) -> None:
    for area in ("RU-KLU", "RU"):
        answer = client.get(f"/assess/{area}.{form}?lang=uk")
        assert answer.status_code == 200
        assert "Історії замало" in answer.text or "Сказати не можна" in answer.text
    assert "default-src 'none'" in client.get("/assess/RU.html").headers["content-security-policy"]


def test_the_public_sees_no_more_than_what_was_released(public: Client) -> None:
    known = public.get("/incidents.json?night_from=2020-01-01&night_to=2030-01-01&limit=1000").json()
    shown = {row["id"] for row in known["incidents"]}
    everything = public.get("/assess/RU-KLU.json").json()["whole"]["series"]["incidents"]
    assert {id for night in everything for id in night} <= shown


def test_what_is_no_region_is_a_problem(client: Client) -> None:
    assert "no such region" in client.get("/assess/XX-1.json", status=404).text
    client.get("/assess/nowhere.json", status=422)
