"""Servers that are measured while they run: ours, and the load on it from another process."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from measuring import Failed


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """A server on loopback, used with `with`. `command` is asked for with the port that it is to listen at."""

    def __init__(self, command, *, path, environment, log=os.devnull):
        self.port = free_port()
        self.origin = f"http://127.0.0.1:{self.port}"
        self.command = [str(word) for word in command(self.port)]
        self.path, self.log = path, log
        self.environment = environment | {
            "KOLLEGIUM_PUBLIC_URL": self.origin, "KOLLEGIUM_PORT": str(self.port)}

    def __enter__(self):
        with open(self.log, "wb") as log:
            started = time.perf_counter()
            self.process = subprocess.Popen(
                self.command, stdout=subprocess.DEVNULL, stderr=log, env=self.environment)
        try:
            self.until_first_page = self._first_page(started)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _first_page(self, started):
        """Seconds from the start of the program until its first page is here."""
        while time.perf_counter() - started < 60 and self.process.poll() is None:
            try:
                if Visitor(self).get(self.path).status == 200:
                    return time.perf_counter() - started
            except OSError:
                time.sleep(0.001)
        raise Failed(f"{' '.join(self.command)} serves no page")

    @property
    def resident(self):
        """Megabytes of memory in use."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024 / 1e6


@dataclass(frozen=True)
class Answer:
    status: int
    headers: object
    body: bytes


class Visitor:
    """A browser as far as we need one: cookies, and forms with their token."""

    def __init__(self, server, *, accept="identity"):
        self.server, self.accept, self.cookies = server, accept, {}
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)

    @property
    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def get(self, path):
        return self._send("GET", path)

    def submit(self, page, path, **fields):
        """Sends a form that stands on `page`."""
        token = re.search(rb'name="form-token" value="([^"]+)"', self.get(page).body)[1].decode()
        return self._send("POST", path, urlencode({"form-token": token} | fields))

    def sign_in(self, email, password):
        answer = self.submit("/sign-in", "/sign-in", email=email, password=password)
        if answer.status != 303:
            raise Failed(f"{email} could not sign in: {answer.status}")
        return self

    def _send(self, method, path, body=None):
        headers = {"Accept-Encoding": self.accept, "Cookie": self.cookie, "Origin": self.server.origin}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        answer = Answer(response.status, response.headers, response.read())
        for line in response.headers.get_all("Set-Cookie") or []:
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer


# Load

CONNECTIONS = 16
UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}
# Each request is the next of a list, so that not one page only is asked for.
SCRIPT = """
local asked = {%s}
local at = 0
request = function()
  at = at %% #asked + 1
  return wrk.format("GET", asked[at][1], {["Cookie"] = asked[at][2]})
end
"""
# People who read what they have asked for.
PAUSING = """
delay = function()
  return %d
end
"""


@dataclass(frozen=True)
class Load:
    rate: float  # answers a second
    p99: float  # milliseconds
    requests: int


def wrk():
    """The load generator, None where it is missing."""
    return shutil.which("wrk")


def send(setting, server, turns):
    """Sends forms on 16 connections, those of one turn after those of the other; a form is a path, a cookie and a body.
    Gives how many of each turn were answered a second."""
    seconds = 0
    for forms in turns:
        queue = list(forms)
        crowd = [threading.Thread(target=post_all, args=[server, queue]) for _ in range(CONNECTIONS)]
        began = time.perf_counter()
        for one in crowd:
            one.start()
        for one in crowd:
            one.join()
        seconds += time.perf_counter() - began
    return len(turns[0]) / seconds


def post_all(server, queue):
    """Plain bytes on a socket, so that asking does not take more of the machine than answering."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=60) as connection:
        while True:
            try:
                path, cookie, body = queue.pop()
            except IndexError:
                return
            connection.sendall(
                f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nOrigin: {server.origin}\r\nCookie: {cookie}\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\n"
                f"Content-Length: {len(body)}\r\n\r\n{body}".encode())
            answer = b""
            while b"\r\n\r\n" not in answer:
                answer += connection.recv(65536) or fail(f"{path}: no answer")
            if not answer.startswith(b"HTTP/1.1 303 "):
                fail(f"{path}: {answer.splitlines()[0].decode()}")


def fail(words):
    raise Failed(words)


def load(setting, server, asked, seconds, *, pause=0):
    """Asks from another process, on 16 connections, for pages: each a path and a cookie. On each connection it rests
    between two pages for `pause` milliseconds."""
    script = setting.folder / "asked.lua"
    script.write_text(SCRIPT % ", ".join(f'{{"{path}", "{cookie}"}}' for path, cookie in asked) + (PAUSING % pause if pause else ""))
    command = [wrk(), "--threads", "1", "--connections", str(CONNECTIONS), "--duration", f"{seconds}s",
               "--latency", "--script", str(script), server.origin]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    errors = re.search(r"(Non-2xx|Socket errors).*", done.stdout)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    slow = re.search(r"99%\s+([\d.]+)(us|ms|s|m)", done.stdout)
    if errors or not rate or not slow:
        said = errors[0] if errors else done.stdout + done.stderr
        raise Failed(f"wrk ended with {done.returncode}: {said.strip()}")
    requests = re.search(r"(\d+) requests in", done.stdout)
    return Load(float(rate[1]), float(slow[1]) * UNITS[slow[2]], int(requests[1]))
