"""The rows that script/bench prints, for people at a terminal and for docs/benchmarks.md."""

from dataclasses import dataclass

from measuring import ratio, seconds


@dataclass(frozen=True)
class Row:
    what: str
    figure: str  # what was found
    limit: str  # what is to be reached
    reached: bool | None  # None: not measured
    ours: str = ""
    yardstick: str = ""

    @property
    def verdict(self):
        return {True: "reached", False: "missed", None: "not measured"}[self.reached]


def compared(what, ours, yardstick, most):
    """A row on time: ours against the yardstick, at most so many times as long."""
    times = ratio(ours, yardstick)
    return Row(what, f"{times:.2f} ×", f"≤ {most} ×", times <= most, spread(ours), spread(yardstick))


def faster(what, ours, yardstick):
    """A row on time: ours has to take less than the yardstick."""
    times = ratio(ours, yardstick)
    return Row(what, f"{times:.2f} ×", "< 1 ×", times < 1, spread(ours), spread(yardstick))


def measured(what, value, most, unit):
    """A row on a quantity of ours that has a limit of its own."""
    return Row(what, f"{value:.1f} {unit}", f"≤ {most} {unit}", value <= most)


def at_least(what, value, least, unit, ours="", yardstick=""):
    """A row on a quantity of ours of which there is to be enough."""
    return Row(what, f"{value:.1f} {unit}", f"≥ {least} {unit}", value >= least, ours, yardstick)


def not_measured(what, limit, why):
    return Row(what, why, limit, None)


def spread(usages):
    """Median and range of the times, and the processor time, which says how much of it was waiting."""
    middle, least, most = seconds(usages)
    cpu = sorted(usage.cpu for usage in usages)[len(usages) // 2]
    scale, unit = (1, "s") if middle >= 1 else (1000, "ms")
    digits = 2 if unit == "s" else 1
    middle, least, most, cpu = (f"{value * scale:.{digits}f}" for value in (middle, least, most, cpu))
    return f"{middle} {unit} ({least}–{most}; cpu {cpu})"


def print_row(row):
    print(f"{row.what}: {row.figure}   to reach {row.limit}   {row.verdict}", flush=True)
    if row.ours:
        print(f"    ours      {row.ours}\n    yardstick {row.yardstick}", flush=True)


def print_markdown(rows):
    print("\n| what | found | to reach | | ours: median (least–most) | yardstick |")
    print("| --- | ---: | ---: | --- | --- | --- |")
    for row in rows:
        print(f"| {row.what} | {row.figure} | {row.limit} | {row.verdict} | {row.ours} | {row.yardstick} |")
