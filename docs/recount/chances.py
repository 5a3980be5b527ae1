#!/usr/bin/env python3
"""Draws the chances of an auditor's bundle of Plaudit a second way: another language, its standard library alone, no line shared.

    python3 chances.py award.zip

From the ballots, the variances and the seed in the bundle: the mixed model's equations are set up and solved anew, entries drawn from
what they leave open by xoshiro128** from the declared seed and Wichura's normal quantile (the one of `statistics.NormalDist`), and
P(first), P(top) and the ranges of places counted. Chances stand in the bundle to two decimals; the variances to six, so that a count
may fall on the other side of a rounding, and a hundredth is let pass. Run recount.py first: it holds ballots and composites.
Not re-derived, and said so: the variances, chances of another model than the mixed one with one variance of noise, and those of a tally with
overrides.
Exit code 0 when all that was re-derived agrees, 1 when something differs, 2 for what is no auditor's bundle.
"""

import hashlib
import json
import struct
import sys
import zipfile
from bisect import bisect_left
from fractions import Fraction
from itertools import accumulate
from math import floor, sqrt
from statistics import NormalDist

STATES = {None: -4, "n/a": -3, "abstained": -2, "recused": -1}


def normals(stream):
    """Standard normals of a stream: xoshiro128** 1.1 started from SHA-256 of its name, (u + 1/2) / 2^32, the normal quantile."""
    a, b, c, d = struct.unpack(">4I", hashlib.sha256(stream.encode()).digest()[:16])
    quantile, whole = NormalDist().inv_cdf, 0xFFFFFFFF
    while True:
        times5 = b * 5 & whole
        result = ((times5 << 7 | times5 >> 25) & whole) * 9 & whole
        t = b << 9 & whole
        c, d = c ^ a, d ^ b
        b, a = b ^ c, a ^ d
        c, d = c ^ t, (d << 11 | d >> 21) & whole
        yield quantile((result + 0.5) / 4294967296)


def text_order(text):
    return text.encode("utf-16-be", "surrogatepass")


def judges_in_order(ballots, criteria, entry_number):
    """Judges by what they did, entry by entry and mark by mark, so that no name decides the order of a sum or a draw."""
    work = {}
    for ballot in ballots:
        marks = [ballot["marks"].get(criterion) for criterion in criteria]
        keys = [(0, STATES[mark]) if mark in STATES else (1, Fraction(mark)) for mark in marks]
        work.setdefault(ballot["judge"], []).append((entry_number[ballot["category"], ballot["entry"]], keys, ballot.get("at") or 0))
    return sorted(work, key=lambda judge: (sorted(work[judge]), text_order(judge)))


def model(cells, groups, entry_ridge, judge_ridge):
    """(units eliminated, dense factor L, dense solution, by unit: dense columns, sum of y, diagonal); cells are (entry, judge, y)."""
    by_entry = len({e for e, _, _ in cells}) >= len({j for _, j, _ in cells})
    outer, inner = (sorted({cell[k] for cell in cells}) for k in ((0, 1) if by_entry else (1, 0)))
    means = sorted({groups[e] for e, _, _ in cells})
    size = len(inner) + len(means)
    outer_ridge, inner_ridge = (entry_ridge, judge_ridge) if by_entry else (judge_ridge, entry_ridge)
    s, right, centre = [[0.0] * size for _ in range(size)], [0.0] * size, sum(y for _, _, y in cells) / len(cells)
    units = {unit: [[0.0] * size, 0.0, outer_ridge] for unit in outer}
    for e, j, y in cells:
        own, col = units[e if by_entry else j], inner.index(j if by_entry else e)
        mean = len(inner) + means.index(groups[e])
        own[1], own[2] = own[1] + y - centre, own[2] + 1
        for k in (col, mean):
            own[0][k] += 1
            right[k] += y - centre
            for other in (col, mean):
                s[k][other] += 1
    for i in range(len(inner)):
        s[i][i] += inner_ridge
    for columns, total, d in units.values():
        used = [k for k in range(size) if columns[k]]
        for k in used:
            right[k] -= columns[k] * total / d
            for other in used:
                s[k][other] -= columns[k] * columns[other] / d
    lower = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for k in range(i + 1):
            rest = s[i][k] - sum(lower[i][c] * lower[k][c] for c in range(k))
            lower[i][k] = sqrt(rest) if i == k else rest / lower[k][k]
    for i in range(size):
        right[i] = (right[i] - sum(lower[i][c] * right[c] for c in range(i))) / lower[i][i]
    return by_entry, inner, lower, turned(lower, right), units


def turned(lower, x):
    """The solution of L'a = x: of normals, a draw with the covariance the equations leave."""
    a = [0.0] * len(x)
    for i in range(len(x) - 1, -1, -1):
        a[i] = (x[i] - sum(lower[c][i] * a[c] for c in range(i + 1, len(x)))) / lower[i][i]
    return a


def chances(result, ballots, entries):
    """Yields (category, entry, stated, drawn) with P(first), P(top), lowest and highest likely place."""
    shown = [category for category in result["categories"] if category["draws"] > 0]
    if not shown or any(category["method"] not in ("mixed", "raw") for category in shown) or not result["fit"]["variances"]:
        return
    order = sorted({(e["category"], e["entry"]) for e in entries}, key=lambda e: (text_order(e[0]), text_order(e[1])))
    number = {name: i for i, name in enumerate(order)}
    judge_of = {name: i for i, name in enumerate(judges_in_order(ballots, [c["id"] for c in result["rules"]["criteria"]], number))}
    stated = {number[c["category"], e["entry"]]: (c["category"], e) for c in result["categories"] for e in c["entries"]}
    cells = [(i, judge_of[b["judge"]], float(Fraction(b["composite"]))) for i, (_, e) in stated.items() for b in e["ballots"]]
    cells.sort()
    variances = result["fit"]["variances"]
    ridges = [variances["residual"] / max(variances[side], 1e-9) for side in ("entry", "judge")]
    by_entry, inner, lower, effects, units = model(cells, [name[0] for name in order], *ridges)
    pools = {}
    for i, (category, entry) in sorted(stated.items(), key=lambda one: (-(one[1][1]["corrected"] or 0), one[0])):
        if entry["pool"] is not None and entry["pFirst"] is not None:
            pools.setdefault(entry["pool"], []).append(i)
    deviation, draws, seats = sqrt(variances["residual"]), shown[0]["draws"], result["rules"]["seats"]
    dense, own = (normals(f"{result['rules']['seed']}/ranks/0/{name}") for name in ("dense", "outer"))
    places = {i: [0] * len(pool) for pool in pools.values() for i in pool}
    ways = {i: [(k, w) for k, w in enumerate(units[i][0]) if w] for i in places} if by_entry else {}
    for _ in range(draws):
        x = [mean + deviation * z for mean, z in zip(effects, turned(lower, [next(dense) for _ in effects]))]
        for _, pool in sorted(pools.items()):
            if by_entry:
                score = {i: (units[i][1] - sum(w * x[k] for k, w in ways[i])) / units[i][2] + deviation / sqrt(units[i][2]) * next(own) for i in pool}
            else:
                score = {i: x[inner.index(i)] for i in pool}
            for place, i in enumerate(sorted(pool, key=lambda i: -score[i])):
                places[i][place] += 1
    for i, counts in places.items():
        so_far, (category, entry) = list(accumulate(counts)), stated[i]
        hundredths = [floor(100 * share / draws + 0.5) / 100 for share in (counts[0], so_far[min(seats, len(counts)) - 1])]
        drawn = [*hundredths, *(1 + bisect_left(so_far, share * draws) for share in (0.05, 0.95))]
        yield category, entry["entry"], [entry["pFirst"], entry["pTop"], entry["rankInterval"]["low"], entry["rankInterval"]["high"]], drawn


def main(path):
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name).decode() for name in ("manifest.json", "result.json", "ballots.jsonl", "entries.jsonl", "overrides.jsonl") if name in archive.namelist()}
    if json.loads(files["manifest.json"])["kind"] != "auditor":
        raise ValueError("a public bundle holds no chances")
    ballots, entries = ([json.loads(line) for line in files[name].splitlines()] for name in ("ballots.jsonl", "entries.jsonl"))
    result = json.loads(files["result.json"])
    found = [] if "overrides.jsonl" in files else list(chances(result, ballots, entries))
    wrong = [(entry, was, now) for _, entry, was, now in found if max(abs(a - b) for a, b in zip(was[:2], now[:2])) > 0.0101 or was[2:] != now[2:]]
    for category, entry, was, now in found:
        print(f"{category}, {entry}: first {now[0]:.2f}, through {now[1]:.2f}, places {now[2]}–{now[3]}" + ("" if was == now else f" (stated {was})"))
    for entry, was, now in wrong:
        print(f"DIFFERS  {entry}: stated {was}, drawn {now}.")
    print(f"{len(found)} entries drawn, {sum(was == now for _, _, was, now in found)} to the last digit. " + ("Some differ." if wrong else "All agrees." if found else "Not re-derived: no chances, of another model, or with overrides."))
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1]))
    except (OSError, zipfile.BadZipFile, KeyError, IndexError, ValueError) as fault:
        print(f"no auditor's bundle: {fault!r}", file=sys.stderr)
        sys.exit(2)
