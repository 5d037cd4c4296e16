"""Pictures of each kind of page of the site, for each role, in the folder that KOLLEGIUM_SCREENSHOTS names."""

import os
from pathlib import Path

import pytest

from conftest import HEIGHT, SCHEMES
from site_pages import file_name

WIDTHS = (1280, 360)


@pytest.mark.skipif("KOLLEGIUM_SCREENSHOTS" not in os.environ, reason="nobody asks for pictures")
def test_pictures_are_taken(people, role):
    pictures = Path(os.environ["KOLLEGIUM_SCREENSHOTS"]) / "site" / role
    pictures.mkdir(parents=True, exist_ok=True)
    page, kinds = people(role)
    for kind, address in kinds.items():
        page.goto(address)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": HEIGHT})
                page.screenshot(path=pictures / f"{file_name(kind)}-{width}-{scheme}.png", full_page=True)
