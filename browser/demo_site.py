"""The site of a demonstration, served by the built program on a port of its own until it is stopped."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from datetime import date

from report_pages import PROGRAM, ROOT

# The last day of the study, and one on which part two of its questionnaire is open.
TODAY = date(2015, 6, 12)
OPEN_WAVE = date(2014, 6, 10)
PATIENCE = 60  # seconds


class DemoSite:
    def __init__(self, folder, today=TODAY):
        self._today = today
        self._log = folder / "site.log"
        self._start(folder / "demo")

    def _start(self, data):
        # Held only for as long as it takes to learn its number: another program may have it by then.
        for last in (False, False, True):
            self._begin(data)
            try:
                self._wait()
                return
            except BaseException:
                has_ended = self._process.poll() is not None
                self.stop()
                if last or not has_ended:
                    raise

    def _begin(self, data):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        misleading = ("KOLLEGIUM_", "LC_")
        environment = {key: value for key, value in os.environ.items() if not key.startswith(misleading)}
        command = [PROGRAM, "demo", "--port", str(port), "--today", self._today.isoformat(), "--data", data]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, cwd=ROOT, env=environment | {"LANG": "C.UTF-8"}
            )

    def kill(self):
        """Without a word of warning."""
        self._process.kill()
        self._process.wait()

    def stop(self):
        if self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _wait(self):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self._process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(self.address + "/ready", timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        said = self._log.read_text(encoding="utf-8", errors="replace").strip()
        raise RuntimeError(f"The demonstration does not answer: {said[-2000:]}")
