"""In a governor's own channel what medics count is what he tells of them; elsewhere they speak for themselves."""

from skyledger.model import Outlet
from skyledger.packs import Packs
from tests.extract.saying import a_text, read_claims

TEXT = "У Чугуєві після удару дрона, за даними медиків, постраждали троє людей."


def test_medics_in_a_governors_channel(packs: Packs) -> None:
    channel = Outlet(name="Олег Синєгубов, начальник Харківської ОВА", handle="synegubov", type="channel")
    own, other = (
        [c.speaker for c in read_claims(a_text(TEXT, outlet=outlet), packs)[1].claims if c.harm is not None]
        for outlet in (channel, Outlet())
    )
    assert [s.role for s in own if s] == ["governor"]
    assert [s.name for s in other if s] == ["medics"]
