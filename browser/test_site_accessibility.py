"""The rules of WCAG 2.2, A and AA, that a program can check, on each kind of page that somebody finds."""

import pytest

from conftest import HEIGHT, SCHEMES, open_details
from test_accessibility import CONTRAST, TAGS, violations

RULES = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {CONTRAST: {"enabled": False}}}


@pytest.mark.parametrize("width", (1280, 360))
def test_axe_finds_nothing(people, role, width):
    page, kinds = people(role)
    page.set_viewport_size({"width": width, "height": HEIGHT})
    amiss = {}
    for kind, address in kinds.items():
        page.goto(address)
        open_details(page)
        if found := violations(page, **RULES):
            amiss[kind] = found
    assert amiss == {}


def test_text_stands_out_from_what_is_behind_it(people, role):
    page, kinds = people(role)
    page.set_viewport_size({"width": 360, "height": HEIGHT})
    amiss = {}
    for kind, address in kinds.items():
        page.goto(address)
        open_details(page)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            if found := violations(page, runOnly={"type": "rule", "values": [CONTRAST]}):
                amiss[kind, scheme] = found
    assert amiss == {}
