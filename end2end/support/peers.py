"""The engine beside its peers on the same problems, in one run and on one core.

Usage: peers.py PROGRAM [WORD ...], where PROGRAM is a release build of `trellis` and only rows with one of the words in
their name are run. Times are milliseconds, medians of three, of solving alone: nothing is counted for reading and writing,
on neither side. Peers that know no capacities get a column for every place; that copy is part of what they have to do.
A ratio is our time over that of the fastest peer. Every total is compared with that of every peer. Machol-Wien costs are
the bad case of shortest augmenting paths, so there the bar stands against the peers that work by them; OR-tools, which
scales costs as we do then, is shown beside it.
"""

import csv
import io
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})

import lap
import numpy as np
from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
from scipy.optimize import linear_sum_assignment

ROOT = Path(__file__).resolve().parents[2]
ROUNDS, MORE = 3, 15  # Whatever takes less than some milliseconds is asked more often.
PATIENCE = 20_000  # A peer that has taken longer than this is not asked again.
ALONE = 10**7  # What a mentee without a mentor costs a flow: more than any chain of changes could gain.


def repeated(once):
    """The median of a few times, and what was found; `once` returns both for one run."""
    times = []
    while len(times) < (MORE if times and times[0] < 10 else ROUNDS) and sum(times) < PATIENCE:
        taken, found = once()
        times.append(taken)
    return statistics.median(times), found


def clocked(solve):
    began = time.perf_counter()
    found = solve()
    return (time.perf_counter() - began) * 1000, found


def timed(solve):
    return repeated(lambda: clocked(solve))


# --- ours ----------------------------------------------------------------------------------------------------------


class Trellis:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder

    def match(self, *words):
        """Median milliseconds of a few runs, each in a process of its own, and the total."""
        summary = self.folder / "summary.json"
        files = ["--out", self.folder / "plan.csv", "--summary", summary]

        def once():
            subprocess.run([self.program, "match", *words, *files], check=True)
            said = json.loads(summary.read_text())
            return said["milliseconds"], said["total"]

        return repeated(once)

    def table(self, fits, places=1):
        """Every mentee with every mentor."""
        names = [f",o{mentor}," for mentor in range(fits.shape[1])]
        rows = ((mentee, zip(names, row.tolist())) for mentee, row in enumerate(fits))
        return self.scores(rows, fits.shape[1], places)

    def lists(self, chosen, fits, mentors, places):
        """Every mentee with the mentors chosen for them."""
        rows = (
            (mentee, ((f",o{mentor},", fit) for mentor, fit in zip(some.tolist(), row.tolist())))
            for mentee, (some, row) in enumerate(zip(chosen, fits))
        )
        return self.scores(rows, mentors, places)

    def scores(self, rows, mentors, places):
        scores = self.folder / "scores.csv"
        with open(scores, "w") as file:
            file.write("mentee,mentor,score\n")
            for mentee, row in rows:
                file.write("".join([f"e{mentee}{mentor}{fit}\n" for mentor, fit in row]))
        return ["--scores", scores, *self.places(mentors, places)]

    def places(self, mentors, places):
        capacities = self.folder / "capacities.csv"
        lines = [f"mentor,o{mentor},{places}\n" for mentor in range(mentors)]
        capacities.write_text("side,id,capacity\n" + "".join(lines))
        return ["--capacities", capacities]


# --- the peers -----------------------------------------------------------------------------------------------------


def assignment(fits, places=1):
    """scipy, lapx and, where nothing is copied, OR-tools: times and totals by name."""
    costs = fits.max() - fits
    floats = costs.astype(float)

    def total(column_of_each):
        return int(fits[np.arange(len(fits)), np.asarray(column_of_each)[: len(fits)] // places].sum())

    def copied():
        return floats if places == 1 else np.repeat(floats, places, axis=1)

    found = {
        "scipy": timed(lambda: linear_sum_assignment(copied())[1]),
        "lapx": timed(lambda: lap.lapjv(copied())[1]),
    }
    if places == 1:
        found["OR-tools"] = auction(costs)
    return {name: (taken, total(columns)) for name, (taken, columns) in found.items()}


def auction(costs):
    """OR-tools' own solver for dense squares."""
    mentees, mentors = costs.shape
    solver = SimpleLinearSumAssignment()
    solver.add_arcs_with_cost(
        np.repeat(np.arange(mentees), mentors), np.tile(np.arange(mentors), mentees), costs.ravel()
    )
    taken, _ = timed(solver.solve)
    return taken, [solver.right_mate(mentee) for mentee in range(mentees)]


def flow(chosen, fits, mentors, places):
    """OR-tools' minimum cost flow: as many pairs as possible, then the highest total."""
    mentees, each = chosen.shape
    sink, most = mentees + mentors, int(fits.max())
    own = np.arange(mentees)
    tails = np.concatenate([np.repeat(own, each), np.arange(mentees, sink), own])
    heads = np.concatenate([mentees + chosen.ravel(), np.full(mentors + mentees, sink)])
    room = np.concatenate([np.ones(mentees * each), np.full(mentors, places), np.ones(mentees)])
    costs = np.concatenate([most - fits.ravel(), np.zeros(mentors), np.full(mentees, ALONE)])
    supplies = np.zeros(sink + 1, dtype=np.int64)
    supplies[:mentees], supplies[sink] = 1, -mentees

    def once():
        solver = SimpleMinCostFlow()
        arcs = solver.add_arcs_with_capacity_and_unit_cost(
            tails.astype(np.int32), heads.astype(np.int32), room.astype(np.int64), costs.astype(np.int64)
        )
        solver.set_nodes_supplies(np.arange(sink + 1, dtype=np.int32), supplies)
        taken, status = clocked(solver.solve)
        assert status == solver.OPTIMAL
        alone = int(solver.flows(arcs[-mentees:]).sum())
        return taken, (mentees - alone) * most - (solver.optimal_cost() - alone * ALONE)

    return {"OR-tools": repeated(once)}


def mentor_match(people):
    """mentor-match with three rules of its own: a grade above, another team, the same profession."""
    import operator

    from matching.mentee import Mentee
    from matching.mentor import Mentor
    from matching.process import process_data
    from matching.rules.rule import Equivalent, Grade

    def solve():
        mentors = [Mentor(**one) for one in people if one["side"] == "mentor"]
        mentees = [Mentee(**one) for one in people if one["side"] == "mentee"]
        rules = [
            Grade(0, operator.gt, {True: 3, False: 0}),
            Equivalent("organisation", {True: 0, False: 2}),
            Equivalent("profession", {True: 4, False: 0}),
        ]
        process_data(mentors, mentees, [rules])
        return sum(len(mentee.mentors) for mentee in mentees)

    return timed(solve)


# --- the problems --------------------------------------------------------------------------------------------------


def uniform(draw, mentees, mentors):
    return draw.integers(1, 1001, (mentees, mentors))


def tags(draw, mentees, mentors):
    """The weight of the tags that two people share: many ties, and much alike."""
    weights = draw.integers(1, 20, 40)
    one, other = (draw.random((people, 40)) < 0.2 for people in (mentees, mentors))
    return (one * weights) @ other.T.astype(np.int64)


def distances(draw, mentees, mentors):
    one, other = (draw.integers(0, 10_000, (people, 2)) for people in (mentees, mentors))
    away = np.sqrt(((one[:, None, :] - other[None, :, :]) ** 2).sum(axis=2))
    return 15_000 - away.astype(np.int64)


def machol_wien(draw, mentees, mentors):
    """Costs i times j, shuffled, with a little noise: hard for augmenting paths."""
    costs = np.outer(draw.permutation(mentees) + 1, draw.permutation(mentors) + 1)
    return mentees * mentors + 3 - costs - draw.integers(0, 3, costs.shape)


def correlated(draw, mentees, mentors):
    """Good mentors are good for everybody, most of all for those who need them."""
    return np.outer(draw.integers(1, 31, mentees), draw.integers(1, 31, mentors)) + draw.integers(0, 100, (mentees, mentors))


def some(draw, mentees, mentors, popular):
    """Fifty mentors for each mentee, and how well they fit."""
    if not popular:
        chosen = [draw.choice(mentors, 50, replace=False, shuffle=False) for _ in range(mentees)]
        return np.array(chosen), draw.integers(1, 1001, (mentees, 50))
    # The square of a uniform number is small more often than not: the first mentors are on most lists.
    drawn = (draw.random((mentees, 300)) ** 2 * mentors).astype(np.int64)
    chosen = np.array([draw.permutation(np.unique(row))[:50] for row in drawn])
    return chosen, draw.integers(0, 701, mentors)[chosen] + draw.integers(1, 301, chosen.shape)


def rankings(draw, folder, mentees, mentors, each):
    """Mentees rank some mentors, and mentors all who rank them."""
    file, fans = folder / "preferences.csv", [[] for _ in range(mentors)]
    with open(file, "w") as out:
        out.write("side,id,rank,choice\n")
        for mentee in range(mentees):
            for rank, mentor in enumerate(draw.choice(mentors, each, replace=False)):
                out.write(f"mentee,e{mentee},{rank + 1},o{mentor}\n")
                fans[mentor].append(mentee)
        for mentor, those in enumerate(fans):
            for rank, mentee in enumerate(draw.permutation(those)):
                out.write(f"mentor,o{mentor},{rank + 1},e{mentee}\n")
    return ["--preferences", file]


# --- the table -----------------------------------------------------------------------------------------------------


class Table:
    def __init__(self, words):
        self.words, self.missed = words, []
        print(f"{'':44}{'ours':>9}  {'ratio':>7} {'bar':>7}")

    def wants(self, name):
        return not self.words or any(word in name for word in self.words)

    def row(self, name, bar, ours, peers=None, note="", beside=()):
        """`bar` is a ratio where there are peers, else milliseconds; it does not stand against those `beside`."""
        taken, total = ours
        peers = peers or {}
        ratio = taken / min(time for peer, (time, _) in peers.items() if peer not in beside) if peers else None
        note += "".join(f"; {taken / peers[peer][0]:.2f} of {peer}" for peer in beside)
        wrong = [f"{peer} says {other}, we {total}" for peer, (_, other) in peers.items() if total is not None and other != total]
        met = (ratio if peers else taken) <= bar
        said = [f"{peer} {time:.1f}" for peer, (time, _) in peers.items()]
        if peers and total is not None:
            said.append("TOTALS DIFFER: " + ", ".join(wrong) if wrong else "totals agree")
        shown = f"{ratio:7.3f} {bar:7}" if peers else f"{'':7} {bar:4} ms"
        print(f"{name:44}{taken:9.2f}  {shown}  {'met   ' if met else 'MISSED'}  {'; '.join(said)}{note}", flush=True)
        if wrong or not met:
            self.missed.append(name)


def main():
    program, words = os.path.abspath(sys.argv[1]), sys.argv[2:]
    table = Table(words)
    with tempfile.TemporaryDirectory() as folder:
        trellis = Trellis(program, Path(folder))
        for number, (name, measure) in enumerate(rows(table, trellis)):
            if table.wants(name):
                measure(name, np.random.default_rng(2026 + number))
    print(f"missed: {', '.join(table.missed) or 'none'}")


def rows(table, trellis):
    def square(make, size, bar, beside=()):
        def measure(name, draw):
            fits = make(draw, size, size)
            table.row(name, bar, trellis.match(*trellis.table(fits)), assignment(fits), beside=beside)

        return measure

    def places(mentors):
        def measure(name, draw):
            fits = uniform(draw, 3 * mentors, mentors)
            table.row(name, 0.15, trellis.match(*trellis.table(fits, 3)), assignment(fits, 3))

        return measure

    def lists(mentees, free, popular, bar):
        def measure(name, draw):
            mentors = -(-mentees // 3)
            chosen, fits = some(draw, mentees, mentors, popular)
            ours = trellis.match(*trellis.lists(chosen, fits, mentors, free))
            table.row(name, bar, ours, flow(chosen, fits, mentors, free))

        return measure

    def stable(mentees, mentors, capacity, each, bar):
        def measure(name, draw):
            files = rankings(draw, trellis.folder, mentees, mentors, each) + trellis.places(mentors, capacity)
            table.row(name, bar, trellis.match(*files, "--objective", "stable"))

        return measure

    def alone(make, mentors, bar, *words):
        def measure(name, draw):
            files = trellis.table(make(draw, 3 * mentors, mentors), 3)
            table.row(name, bar, trellis.match(*files, *words))

        return measure

    def people(name, _):
        told = subprocess.run(
            ["cargo", "bench", "--locked", "-q", "-p", "domain", "--bench", "criteria", "--", "people", "500"],
            cwd=ROOT, check=True, capture_output=True, text=True,
        ).stdout
        taken, _, rest = told.partition("\n")
        taken, pairs = taken.split(",")
        theirs = mentor_match(list(csv.DictReader(io.StringIO(rest))))
        note = f"; pairs {pairs} of ours, {theirs[1]} of theirs"
        table.row(name, 0.01, (float(taken), None), {"mentor-match": theirs}, note)

    losses = ["--regret", trellis.folder / "regret.csv"]
    return [
        ("dense 500 x 500", square(uniform, 500, 0.6)),
        ("dense 2,000 x 2,000", square(uniform, 2000, 0.3)),
        ("tags 2,000 x 2,000", square(tags, 2000, 0.5)),
        ("distances 2,000 x 2,000", square(distances, 2000, 0.5)),
        ("places 1,998 x 666 x 3", places(666)),
        ("places 4,998 x 1,666 x 3", places(1666)),
        ("sparse 10,000, 50 candidates each", lists(10_000, 4, False, 0.1)),
        ("sparse 50,000, 50 candidates each", lists(50_000, 4, False, 0.1)),
        ("tight 10,000, places just enough", lists(10_000, 3, False, 0.25)),
        ("tight 50,000, places just enough", lists(50_000, 3, False, 0.25)),
        ("popular 10,000, all want the same", lists(10_000, 4, True, 0.25)),
        ("popular 50,000, all want the same", lists(50_000, 4, True, 0.25)),
        ("machol-wien 1,000 x 1,000", square(machol_wien, 1000, 0.15, ["OR-tools"])),
        ("machol-wien 2,000 x 2,000", square(machol_wien, 2000, 0.15, ["OR-tools"])),
        ("stable 4,000 x 1,000 x 4, 10 choices", stable(4000, 1000, 4, 10, 10)),
        ("stable 20,000 x 5,000 x 4, 20 choices", stable(20_000, 5000, 4, 20, 100)),
        ("fair 1,500 x 500 x 3, uniform", alone(uniform, 500, 100, "--objective", "fair")),
        ("fair 1,500 x 500 x 3, correlated", alone(correlated, 500, 2000, "--objective", "fair")),
        ("all losses 1,500 x 500 x 3", alone(uniform, 500, 50, *losses)),
        ("all losses 4,998 x 1,666 x 3", alone(uniform, 1666, 1000, *losses)),
        ("people 500 x 500, from profiles to plan", people),
    ]


if __name__ == "__main__":
    main()
