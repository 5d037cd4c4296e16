"""Nobody scrolls the site sideways to read: on the narrowest window, and with larger text."""

from conftest import HEIGHT, open_details
from test_width import BEYOND

# In pixels, and the size of the text in per cent.
SIZES = ((320, 100), (320, 200), (640, 200), (1280, 200))


def test_no_page_scrolls_sideways(people, role):
    page, kinds = people(role)
    beyond = []
    for kind, address in kinds.items():
        page.goto(address)
        for is_open in (False, True):
            open_details(page, is_open)
            for width, text in SIZES:
                page.set_viewport_size({"width": width, "height": HEIGHT})
                page.evaluate("text => { document.documentElement.style.fontSize = text + '%' }", text)
                needed = page.evaluate("document.scrollingElement.scrollWidth")
                if needed > width:
                    beyond.append((kind, f"{width} pixels, text {text} %", needed, page.evaluate(BEYOND)))
    assert beyond == []
