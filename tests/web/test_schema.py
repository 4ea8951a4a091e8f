"""The API against its own description: whatever the description allows has an answer of the shape it promises."""

from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from skyledger.ledger import Ledger
from skyledger.web.app import guarded, make_app
from skyledger.web.settings import Settings
from tests.web.filled import NOW

HOST = {"Host": "127.0.0.1"}
FEW = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def test_every_answer_has_the_shape_that_is_promised(filled: Ledger) -> None:
    schemathesis = pytest.importorskip("schemathesis", reason="a tool of development: pip install 'skyledger[dev]'")
    from schemathesis.specs.openapi.checks import positive_data_acceptance

    app = make_app(filled, Settings(clock=lambda: NOW))
    schema = schemathesis.openapi.from_asgi("/openapi.json", guarded(app), headers=HOST)
    asked = set()
    for found in schema.get_all_operations():
        operation = found.ok()
        asked.add(operation.path)

        def check(case: Any) -> None:
            # A well-formed value may still name nothing, or another page: that is an error of the documented shape.
            case.call_and_validate(headers=HOST, excluded_checks=[positive_data_acceptance])

        FEW(given(case=operation.as_strategy())(check))()
    assert len(asked) > 20
