"""Somebody with an errand: a window of some width, with or without scripts, and what one does in it."""

import re
import time
from dataclasses import dataclass

from playwright.sync_api import expect

from site_pages import step_in

HEIGHT = 900
# A password is made slow to try, and slower in a program that is built to be looked into. Milliseconds.
PATIENCE = 15_000
LETTER_PATIENCE = 60  # seconds
expect.set_options(timeout=PATIENCE)


@dataclass(frozen=True)
class Way:
    width: int
    has_scripts: bool
    scheme: str

    def __str__(self):
        return f"{self.width}-{self.scheme}-{'with' if self.has_scripts else 'without'}-scripts"


# Few pages have a script; with or without it each errand is the same. Any two of width, colours and scripts meet.
WAYS = (
    Way(1280, False, "light"),
    Way(360, False, "dark"),
    Way(1280, True, "dark"),
    Way(360, True, "light"),
)


class Errand:
    def __init__(self, chromium, site, way):
        self._chromium, self.site, self.way = chromium, site, way
        self._contexts = []
        self._read = set()
        self.page = self.another_device()

    def another_device(self):
        """A window that knows nothing of the others."""
        context = self._chromium.new_context(
            java_script_enabled=self.way.has_scripts,
            viewport={"width": self.way.width, "height": HEIGHT},
            color_scheme=self.way.scheme,
            locale="sv-SE",
        )
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        return context.new_page()

    def close(self):
        for context in self._contexts:
            context.close()

    def step_in(self, role):
        step_in(self.page, self.site, role)

    def open(self, path):
        return self.page.goto(self.site.address + path)

    def follow(self, name, **of):
        """Follows the link that is called so, in the page's own content."""
        self.page.locator("main").get_by_role("link", name=name, **of).first.click()

    def go_to(self, name):
        """Takes the main menu, which a narrow window folds away."""
        folded = self.page.locator("details.menu > summary")
        if folded.is_visible():
            folded.click()
        menus = self.page.get_by_role("navigation", name=re.compile("^(Huvudmeny|Main menu)$"))
        menus.get_by_role("link", name=name).locator("visible=true").click()

    def own_menu(self):
        """Opens the menu behind one's own name, and gives it."""
        self.page.locator("details.you > summary").click()
        return self.page.locator(".you-box")

    def write(self, label, text, within="main"):
        self.page.locator(within).get_by_label(label, exact=True).fill(text)

    def press(self, name, **of):
        self.page.locator("main").get_by_role("button", name=name, **of).first.click()

    def choose(self, label):
        """Presses the words beside a round mark: they are what one aims at."""
        self.page.locator("main .choice label").get_by_text(label, exact=True).click()

    def is_at(self, heading):
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)

    def is_told(self, words):
        expect(self.page.get_by_role("status").first).to_contain_text(words)

    def shows(self, words):
        expect(self.page.locator("main")).to_contain_text(words)

    def no_longer_shows(self, words):
        expect(self.page.locator("main")).not_to_contain_text(words)

    def link_sent_to(self, email):
        """The address in the newest letter to somebody, who looks until there is one that they have not read."""
        reading = self.another_device()
        letters = reading.locator("article").filter(has=reading.locator("dd", has_text=email))
        # A letter waits some seconds for the next round.
        until = time.monotonic() + LETTER_PATIENCE
        while time.monotonic() < until:
            reading.goto(self.site.address + "/outbox")
            if letters.count():
                link = letters.first.get_by_role("link").first.get_attribute("href")
                if link not in self._read:
                    self._read.add(link)
                    return link
            reading.wait_for_timeout(100)
        raise AssertionError(f"no letter to {email}")

    def new_address(self, name):
        """An address that nobody has, in this test and on this way."""
        return f"{name}-{self.way.width}-{'med' if self.way.has_scripts else 'utan'}@example.org"
