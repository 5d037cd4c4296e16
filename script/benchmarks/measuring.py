"""Whole processes, measured by what the kernel says of them when they end."""

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from statistics import median


class Failed(Exception):
    """A program did not do its work: which, and what it said."""


@dataclass(frozen=True)
class Usage:
    wall: float  # seconds from start to end
    cpu: float  # seconds of user and system time, of this process and not of a server that it asks
    peak: int  # most resident memory, in bytes


def run(command, *, output=os.devnull, text=None, environment=None):
    """Runs one process to its end. What it prints goes to the file `output`; `text` is its standard input."""
    with open(output, "wb") as out, tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as stdin:
        if text is not None:
            stdin.write(text.encode())
            stdin.seek(0)
        started = time.perf_counter()
        process = subprocess.Popen(command, stdin=stdin, stdout=out, stderr=errors, env=environment)
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            process.wait()
            raise
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            errors.seek(0)
            said = errors.read().decode(errors="replace").strip()
            raise Failed(f"{' '.join(map(str, command))} ended with {process.returncode}: {said[-2000:]}")
    return Usage(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def alternate(rounds, *programs, warm_up=False):
    """Runs the programs in turn, A B A B …, so that a passing load meets them all alike.

    Each program is a function that returns the Usage of one run. The result has one list of Usage for each.
    """
    if warm_up:
        for program in programs:
            program()
    results = [[] for _ in programs]
    for _ in range(rounds):
        for program, result in zip(programs, results):
            result.append(program())
    return results


def seconds(usages):
    """Median, least and most of the wall times."""
    walls = [usage.wall for usage in usages]
    return median(walls), min(walls), max(walls)


def ratio(ours, yardstick):
    """How many times the yardstick's median ours takes."""
    return seconds(ours)[0] / seconds(yardstick)[0]


def most_resident(usages):
    """In megabytes, of the hungriest run."""
    return max(usage.peak for usage in usages) / 1e6
