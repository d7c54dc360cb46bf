"""The three journeys in Chromium, without script and without a mouse, on a phone and at a desk."""

import pytest

from tests.chromium import NARROW, WIDE
from tests.journeys.test_a_voice_into_the_plan import a_voice_into_the_plan
from tests.journeys.test_from_a_phone_to_a_municipal_plan import from_a_phone_to_a_municipal_plan
from tests.journeys.test_the_youth_council_is_answered import the_youth_council_is_answered

pytestmark = pytest.mark.browser
JOURNEYS = (from_a_phone_to_a_municipal_plan, a_voice_into_the_plan, the_youth_council_is_answered)
DEVICES = [
    pytest.param("sqlite", NARROW, id="phone", marks=pytest.mark.xdist_group("phone")),
    pytest.param("postgresql", WIDE, id="desk", marks=pytest.mark.xdist_group("desk")),
]


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__)
@pytest.mark.parametrize(("database_url", "viewport"), DEVICES, indirect=["database_url"])
def test_a_journey_is_made_by_keyboard_alone(journey, viewport, cast_at_keyboards):
    journey(cast_at_keyboards)
    assert cast_at_keyboards.judge() == []
