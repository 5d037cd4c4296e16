"""The pictures can be read: their words are large enough, within the picture, and not upon each other; and
what they show stands out from the page."""

from itertools import combinations

import pytest

from conftest import HEIGHT, WIDTHS

SMALLEST_TEXT = 9.5  # pixels on the screen
# WCAG 2.2, 1.4.3 and 1.4.11.
TEXT_CONTRAST, MARK_CONTRAST = 4.5, 3
# What a picture could be understood without: lines that help the eye.
HELPING = ("grid", "pointer")

# Each text of each picture: its words, its box in the picture's units, its size on the screen.
TEXTS = """() => [...document.querySelectorAll('svg')].map(svg => ({
    name: svg.querySelector('title')?.textContent ?? '',
    box: (({x, y, width, height}) => [x, y, x + width, y + height])(svg.viewBox.baseVal),
    texts: [...svg.querySelectorAll('text')].map(text => ({
        words: text.textContent,
        box: (({x, y, width, height}) => [x, y, x + width, y + height])(text.getBBox()),
        size: parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a,
    })),
}))"""

# Each class of shape with the contrast of its colour to the page's, as WCAG reckons it.
CONTRASTS = """() => {
    const channels = colour => colour.match(/[\\d.]+/g).map(Number)
    const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)
    const paper = channels(getComputedStyle(document.body).backgroundColor)
    const contrast = (colour, opacity) => {
        const seen = channels(colour).slice(0, 3).map((c, i) => c * opacity + paper[i] * (1 - opacity))
        const [low, high] = [light(seen), light(paper)].sort((a, b) => a - b)
        return (high + 0.05) / (low + 0.05)
    }
    const found = {}
    for (const shape of document.querySelectorAll('svg :not(title, desc, g)')) {
        const style = getComputedStyle(shape)
        const colours = (shape.tagName === 'line' ? [style.stroke] : [style.fill, style.stroke])
            .filter(colour => colour.startsWith('rgb'))
        const key = `${shape.tagName}.${shape.classList}`
        const best = Math.max(...colours.map(colour => contrast(colour, Number(style.opacity))))
        found[key] = Math.min(best, found[key] ?? Infinity)
    }
    return found
}"""


def test_words_are_large_enough(opened, page_of):
    page = opened(page_of)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        small = [
            (picture["name"], text["words"], text["size"])
            for picture in page.evaluate(TEXTS)
            for text in picture["texts"]
            if text["size"] < SMALLEST_TEXT
        ]
        assert small == [], f"at {width} pixels"


def test_words_lie_within_the_picture_and_not_upon_each_other(opened, page_of):
    outside, overlapping = [], []
    for picture in opened(page_of).evaluate(TEXTS):
        texts = picture["texts"]
        outside += [
            (picture["name"], text["words"], text["box"])
            for text in texts
            if not lies_within(text["box"], picture["box"])
        ]
        overlapping += [
            (picture["name"], one["words"], other["words"])
            for one, other in combinations(texts, 2)
            if overlap(one["box"], other["box"])
        ]
    assert outside == []
    assert overlapping == []


@pytest.mark.in_one_language
def test_shapes_stand_out_from_the_page(opened, page_of, scheme):
    contrasts = opened(page_of, scheme=scheme).evaluate(CONTRASTS)
    pale = {
        shape: round(contrast, 2)
        for shape, contrast in contrasts.items()
        if not shape.endswith(HELPING)
        and contrast < (TEXT_CONTRAST if shape.startswith("text") else MARK_CONTRAST)
    }
    assert contrasts and pale == {}


def lies_within(inner, outer, tolerance=1):
    return (
        inner[0] >= outer[0] - tolerance
        and inner[1] >= outer[1] - tolerance
        and inner[2] <= outer[2] + tolerance
        and inner[3] <= outer[3] + tolerance
    )


def overlap(one, other):
    """Whether the letters of two boxes meet; above them a box has some units that are empty."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1 and high > 2
