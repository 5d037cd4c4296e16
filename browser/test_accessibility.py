"""The rules of WCAG 2.2, A and AA, that a program can check."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import open_details

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
# Takes more time than all other rules together, and is tested on its own.
CONTRAST = "color-contrast"


def violations(page, **options):
    response = Axe().run(page, options={"resultTypes": ["violations"], **options}).response
    assert response["passes"], "axe has checked nothing"
    return [
        f"{violation['id']} at {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for violation in response["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("width", (1280, 320))
def test_axe_finds_nothing(opened, page_of, width):
    page = opened(page_of, width=width)
    rules = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {CONTRAST: {"enabled": False}}}
    assert violations(page, **rules) == []
    if page.locator("details").count():
        open_details(page)
        assert violations(page, **rules) == [], "with all details open"


@pytest.mark.in_one_language
def test_text_stands_out_from_what_is_behind_it(opened, page_of, scheme):
    page = opened(page_of, width=360, scheme=scheme)
    open_details(page)
    assert violations(page, runOnly={"type": "rule", "values": [CONTRAST]}) == []
