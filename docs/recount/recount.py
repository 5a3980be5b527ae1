#!/usr/bin/env python3
"""Recounts a bundle of Plaudit a second way: another language, nothing but its standard library, no line shared with the product.

    python3 recount.py award.public.zip

Re-derived from the bytes: the hash of every file, every leaf of the log and its chain, the Merkle root of each checkpoint (RFC 6962), the
Ed25519 signatures by the keys in the bundle (RFC 8032), the seed, every commitment of every ballot, value, count of votes and override, and
in whole numbers every composite, score and place for the aggregations mean, sum, median, trimmed, drop and approval, blends of them with
metrics and votes included.
Not re-derived, and said so: other aggregations, completed ballots, how a tie was parted, levels, and everything of the corrected score.
Exit code 0 when all that was re-derived agrees, 1 when something differs, 2 for what is no bundle.
"""

import base64
import hashlib
import json
import re
import sys
import zipfile
from fractions import Fraction
from math import ceil

LARGEST = 500_000_000
wrong = []
skipped = []


def differs(where, what):
    wrong.append(f"{where}: {what}")


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


# The log: leaves, chain, tree ---------------------------------------------------------------------------------------------------------


def merkle_root(leaves):
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return leaves[0]
    left = 1
    while left * 2 < len(leaves):
        left *= 2
    return sha256(b"\x01", merkle_root(leaves[:left]), merkle_root(leaves[left:]))


def read_log(text):
    events, leaves, before = [], [], "0" * 64
    for seq, line in enumerate(text.split("\n")[:-1]):
        event = json.loads(line)
        if event["seq"] != seq or event["prev"] != before:
            differs(f"log.jsonl, line {seq + 1}", "does not follow from the line before")
        leaves.append(sha256(b"\x00", line.encode()))
        before = leaves[-1].hex()
        events.append(event)
    return events, leaves


# Ed25519, as RFC 8032 §5.1.7 describes it ---------------------------------------------------------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover_x(y, sign):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(n, point):
    out = (0, 1, 1, 0)
    while n:
        if n & 1:
            out = add(out, point)
        point, n = add(point, point), n >> 1
    return out


def unpack(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    x = recover_x(y, sign) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def signed_by(key, message, signature):
    a, r, s = unpack(key), unpack(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= ORDER:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    left, right = times(s, BASE), add(r, times(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# Checkpoints and signatures -----------------------------------------------------------------------------------------------------------


def check_checkpoints(files, events, leaves, origin):
    closing = next((i for i, event in enumerate(events) if event["type"] == "closing"), -1)
    keys = [line.split("+", 2) for line in files["keys.txt"].decode().splitlines()]
    roots = {}
    for name, size in (("rules", 1), ("closing", closing + 1), ("result", len(events))):
        file = f"checkpoints/{name}.txt"
        text, _, signatures = files[file].decode().partition("\n\n")
        text = text if text.endswith("\n") else text + "\n"
        lines = text.splitlines()
        roots[name] = merkle_root(leaves[:size])
        stated = [origin, str(size), base64.b64encode(roots[name]).decode(), f"plaudit {name}"]
        if lines[:4] != stated:
            differs(file, f"states {lines[:4]}; the log gives {stated}")
        for key_name, key_id, key in keys:
            kind, public = base64.b64decode(key)[0], base64.b64decode(key)[1:]
            if kind != 1:
                skipped.append(f"the signature of the witness {key_name}")
                continue
            own = sha256(key_name.encode(), b"\n\x01", public)[:4]
            found = [line.split(" ")[2] for line in signatures.splitlines() if line.split(" ")[1:2] == [key_name]]
            blobs = [base64.b64decode(each) for each in found]
            good = own.hex() == key_id and any(blob[:4] == own and signed_by(public, text.encode(), blob[4:]) for blob in blobs)
            if not good:
                differs(file, f"the signature of {key_name} does not hold")
    return roots, closing


def check_seed(files, events, root):
    seed = json.loads(files["seed.json"])
    secret = bytes.fromhex(seed["secret"])
    if not sha256(b"plaudit.seed-commitment.v1\0", secret).hex() == seed["commitment"] == events[0]["body"]["seedCommitment"]:
        differs("seed.json", "the secret is not the one committed to with the rules")
    if sha256(b"plaudit.seed.v1\0", secret, root).hex() != seed["seed"]:
        differs("seed.json", "the seed does not follow from the secret and the root at closing")


def committed(salt, what, value):
    return sha256(b"plaudit.ballot.v1\0", bytes.fromhex(salt), what.encode(), b"\0", value.encode()).hex()


def check_ballots(ballots, events):
    for row, ballot in enumerate(ballots, 1):
        where = f"ballots.jsonl, line {row}: ballot {ballot['seq']} ({ballot['judge']} on {ballot['entry']})"
        event = events[ballot["seq"]]
        body = event["body"]
        if event["type"] != "ballot" or any(body.get(what) != ballot.get(what) for what in ("category", "entry", "round")):
            differs(where, "is not the ballot of that number in the log")
            continue
        if committed(ballot["salt"], "judge", ballot.get("judgeHere", ballot["judge"])) != body["judgeHere"]:
            differs(where, "was cast by another judge")
        if "linkSalt" in ballot and committed(ballot["linkSalt"], "link", ballot["judge"]) != body["judge"]:
            differs(where, "was cast by another judge")
        for criterion in sorted({*body["marks"], *ballot["marks"]}):
            mark = ballot["marks"].get(criterion)
            if mark is None or committed(ballot["salt"], f"mark\0{criterion}", mark) != body["marks"].get(criterion):
                differs(where, f"the mark for {criterion}, {mark}, is not the one that was cast")
    cast = [event["seq"] for event in events if event["type"] == "ballot"]
    if sorted(ballot["seq"] for ballot in ballots) != cast:
        differs("ballots.jsonl", "does not hold every ballot of the log once")


def lines_of(files, name):
    return [json.loads(line) for line in files.get(name, b"").decode().split("\n")[:-1]]


def check_said(files, events):
    """Values, votes and overrides, each held against what the log committed to."""
    names = {"metric": "metrics.jsonl", "votes": "votes.jsonl", "override": "overrides.jsonl"}
    found = {kind: lines_of(files, name) for kind, name in names.items()}
    for kind, key in (("metric", "value"), ("votes", "votes")):
        for row, line in enumerate(found[kind], 1):
            own = {name: value for name, value in line.items() if name not in ("seq", "salt")}
            own[key] = committed(line["salt"], key, line[key])
            if events[line["seq"]]["type"] != kind or events[line["seq"]]["body"] != own:
                differs(f"{names[kind]}, line {row}", f"{line[key]} for {line['entry']} is not what was recorded")
    for row, line in enumerate(found["override"], 1):
        event, here = events[line["seq"]], line.get("whoHere", line["who"])
        good = event["type"] == "override" and (event["body"]["ballot"], event["body"]["criterion"]) == (line["ballot"], line["criterion"])
        good = good and committed(line["salt"], "override", line["mark"]) == event["body"]["mark"]
        good = good and committed(line["salt"], "person", here) == event["body"]["whoHere"]
        if good and "linkSalt" in line:
            good = all(committed(line["linkSalt"], what, line[what]) == event["body"][what] for what in ("who", "why"))
        if not good:
            differs(f"{names['override']}, line {row}", f"the override of ballot {line['ballot']} is not what was decided")
    for kind, lines in found.items():
        if sorted(line["seq"] for line in lines) != [event["seq"] for event in events if event["type"] == kind]:
            differs(names[kind], "does not hold all of the log once")
    return found


def decide(rules, ballots, overrides):
    """Ballots with what people decided in place of the judges' own marks, in the order of the decisions."""
    by_seq = {ballot["seq"]: {**ballot, "marks": dict(ballot["marks"])} for ballot in ballots}
    for line in overrides:
        ballot = by_seq[line["ballot"]]
        judged = next((one["criteria"] for one in rules.get("rounds", []) if one["round"] == ballot.get("round")), rules["criteria"])
        for criterion in [line["criterion"]] if line["criterion"] else [one["id"] for one in judged]:
            ballot["marks"].pop(criterion, None)
            if line["mark"] != "missing":
                ballot["marks"][criterion] = line["mark"]
    return list(by_seq.values())


# The tally in whole numbers -----------------------------------------------------------------------------------------------------------

MEANT = {"mean", "sum", "median", "trimmed", "drop", "approval"}
KNOWN = set("version criteria aggregation official minimumPanel ties levels seats seed draws priors seatsAtRandom notApplicable skipped emptySeats rounds metrics votes counts".split())


def common_scale(criteria):
    """The one scale of all criteria of the score; 0 to 100 where they differ."""
    scales = {(c["scale"]["min"], c["scale"]["max"]) for c in criteria if "gate" not in c}
    return scales.pop() if len(scales) == 1 else (0, 100)


def is_mark(text):
    return re.fullmatch(r"-?\d+(\.\d+)?", text) is not None


def applies(criterion, category):
    return category in criterion.get("categories", [category])


def gates_passed(rules, category, ballots):
    for criterion in rules["criteria"]:
        gate = criterion.get("gate")
        if not gate or not applies(criterion, category):
            continue
        given = [Fraction(b["marks"][criterion["id"]]) for b in ballots if is_mark(b["marks"].get(criterion["id"], ""))]
        yes = sum(mark >= gate["from"] for mark in given)
        if not (0 < yes == len(given) if gate["judges"] == "every" else 2 * yes > len(given)):
            return False
    return True


def composites(rules, category, ballots):
    """By judge: the exact weighted mean of a complete ballot; judges of incomplete ones are left out."""
    weighed = [c for c in rules["criteria"] if "gate" not in c]
    common = len({(c["scale"]["min"], c["scale"]["max"]) for c in weighed}) == 1
    columns = [c for c in weighed if applies(c, category)]
    lowest = {c["id"] for c in columns if c.get("notApplicable", rules.get("notApplicable")) == "lowest"}
    out, of_nothing = set(), []
    for ballot in ballots:
        own = {c["id"] for c in columns if ballot["marks"].get(c["id"]) == "n/a"}
        if len(own) < len(columns):
            out |= own - lowest
        elif len(lowest) < len(columns):
            of_nothing.append(ballot)
    left = [c for c in columns if c["id"] not in out]
    found = {}
    for ballot in ballots:
        marks = [ballot["marks"].get(c["id"], "") for c in left]
        if ballot not in of_nothing:
            marks = [str(c["scale"]["min"]) if mark == "n/a" and c["id"] in lowest else mark for c, mark in zip(left, marks)]
        if not left or not all(is_mark(mark) for mark in marks):
            continue
        total = Fraction(0)
        for c, mark in zip(left, marks):
            low, high = c["scale"]["min"], c["scale"]["max"]
            total += c["weight"] * (Fraction(mark) if common else 100 * (Fraction(mark) - low) / (high - low))
        found[ballot["judge"]] = total / sum(c["weight"] for c in left)
    return found


def middle(values):
    values = sorted(values)
    half = len(values) / 2
    return (values[ceil(half) - 1] + values[int(half)]) / 2


def score(aggregation, values, full):
    kind, n = aggregation["kind"], len(values)
    if kind == "sum":
        return sum(values) * Fraction(full, n)
    if kind == "median":
        return middle(values)
    if kind == "approval":
        return Fraction(sum(value >= Fraction(str(aggregation["from"])) for value in values), n)
    low = high = 0
    if kind == "trimmed":
        low = high = int(n * Fraction(f"{aggregation['percent']:.6f}") / 100)
    if kind == "drop":
        low, high = aggregation["low"], aggregation["high"]
    if kind != "mean":
        if n < max(5, low + high + 1):
            fallback = aggregation.get("fallback")
            return None if fallback is None else middle(values) if fallback == "median" else sum(values) / n
        values = sorted(values)[low : n - high]
    return sum(values) / len(values)


def round_scores(rules, listed, ballots, name, stated, label):
    """Scores of one round in one category, by entry; None for whom a gate keeps out. Composites are held against those stated."""
    values = {}
    for entry in sorted(listed & set(stated)):
        own = [b for b in ballots if (b["category"], b["entry"]) == (name, entry)]
        of = [one for one in stated[entry]["setAside"] if one.get("round", label) == label]
        empty = {one["judge"] for one in of if one["reason"] in ("empty", "empty-seat")}
        zeros = [b for b in own if (b.get("emptySeat") or b["judge"] in empty) and b["marks"] and set(b["marks"].values()) == {"0"}]
        if zeros:
            skipped.append(f"why {len(zeros)} ballot(s) of nothing but zeros on {entry} are empty seats")
            own = [b for b in own if b not in zeros]
        here = composites(rules, name, own)
        there = {one["judge"]: Fraction(one["composite"]) for one in stated[entry]["ballots"] if one.get("round", label) == label}
        if here != there:
            differs("result.json", f"{entry}: the composites are not those of its ballots")
        if not gates_passed(rules, name, own):
            values[entry] = None
        elif len(here) >= rules["minimumPanel"]:
            values[entry] = list(here.values())
    full = max((len(one) for one in values.values() if one), default=0)
    return {entry: None if one is None else score(rules["aggregation"], one, full) for entry, one in values.items()}


def read_off(points, value):
    """The mark of a measured value: on the line between the two points it lies between, that of the end beyond them."""
    points, value = [(Fraction(one["value"]), one["mark"]) for one in points], Fraction(value)
    if value <= points[0][0] or value >= points[-1][0]:
        return Fraction(points[0][1] if value <= points[0][0] else points[-1][1])
    (left, a), (right, b) = next(pair for pair in zip(points, points[1:]) if pair[0][0] <= value <= pair[1][0])
    return a + (b - a) * (value - left) / (right - left)


def blended(rules, entries, ballots, said, name, stated):
    """Scores made of several sources: rounds and metrics by their weights on one scale, then so much a vote."""
    approval = rules["aggregation"]["kind"] == "approval"
    parts, scales, out = [], [], set()
    for one in rules["rounds"]:
        own = {**rules, "criteria": one["criteria"], "minimumPanel": one["minimumPanel"]}
        listed = {e["entry"] for e in entries if e["category"] == name and e["round"] == one["round"]}
        scores = round_scores(own, listed, [b for b in ballots if b["round"] == one["round"]], name, stated, one["round"])
        out |= {entry for entry, value in scores.items() if value is None}
        judged = sum(c["weight"] for c in one["criteria"] if "gate" not in c and applies(c, name))
        scales.append((0, 1) if approval else common_scale(one["criteria"]))
        parts.append((judged if one["weight"] is None else one["weight"], scales[-1], scores))
    for one in rules.get("metrics", []):
        scales.append((one["scale"]["min"], one["scale"]["max"]))
        if name in one.get("categories", [name]):
            values = [v for v in said["metric"] if (v["category"], v["metric"]) == (name, one["metric"])]
            parts.append((one["weight"], scales[-1], {v["entry"]: read_off(one["points"], v["value"]) for v in values}))
    low, high = scales[0] if len(set(scales)) == 1 else (0, 100)
    added = [(None, rules["votes"])] if "votes" in rules else []
    added += [(one["count"], one) for one in rules.get("counts", []) if name in one.get("categories", [name])]
    counted = [(one, {v["entry"]: int(v["votes"]) for v in said["votes"] if (v["category"], v.get("count")) == (name, count)}) for count, one in added]
    scores = {}
    for entry in stated:
        if entry in out or any(entry not in own for _, _, own in parts) or any(entry not in counts for _, counts in counted):
            continue
        mapped = [weight * (low + (own[entry] - a) * Fraction(high - low, b - a)) for weight, (a, b), own in parts]
        scores[entry] = sum(mapped) / sum(weight for weight, _, _ in parts)
        for one, counts in counted:
            bonus = counts[entry] * Fraction(one["each"])
            scores[entry] += min(bonus, Fraction(one["atMost"])) if "atMost" in one else bonus
    return scores


def check_scores(rules, entries, ballots, said, result):
    kind = rules["aggregation"]["kind"]
    strange = sorted(set(rules) - KNOWN)
    if kind not in MEANT or strange or rules.get("skipped") == "impute":
        skipped.append(f"scores and places: {kind if kind not in MEANT else ', '.join(strange) or 'completed ballots'} is not re-derived here")
        return 0
    derived = 0
    ballots = decide(rules, ballots, said["override"])
    for category in result["categories"]:
        name = category["category"]
        listed = {one["entry"] for one in entries if one["category"] == name}
        if listed != {one["entry"] for one in category["entries"]}:
            differs("result.json", f"{name} does not hold the entries there were at closing")
        stated = {one["entry"]: one for one in category["entries"]}
        if "rounds" in rules:
            scores = blended(rules, entries, ballots, said, name, stated)
        else:
            scores = round_scores(rules, listed, ballots, name, stated, None)
        check_places(name, scores, stated)
        derived += sum(value is not None for value in scores.values())
    return derived


def check_places(name, scores, stated):
    ranked = {entry: value for entry, value in scores.items() if value is not None}
    print(f"\n{name}")
    for entry in sorted(stated, key=lambda each: (-ranked.get(each, Fraction(-(10**12))), each)):
        one, own = stated[entry], ranked.get(entry)
        if own is None:
            print(f"     –  {entry}")
            if one["raw"] is not None:
                differs("result.json", f"{entry} has a score of {one['raw']['fraction']}; the recount gives none")
            continue
        # In public a place holds among the entries of one part of a category, where no judge joins the parts.
        peers = [ranked[each] for each in ranked if "rawRank" in one or stated[each].get("pool") == one.get("pool")]
        first = 1 + sum(other > own for other in peers)
        level = sum(other == own for other in peers)
        print(f"  {first if len(ranked) > 2 else '–':>4}  {entry}  {own}")
        if one["raw"] is None or Fraction(one["raw"]["fraction"]) != own:
            differs("result.json", f"{entry} has a score of {one['raw'] and one['raw']['fraction']}; the recount gives {own}")
        # Fewer than three entries are not ranked; the order of their scores is told by itself, where it is.
        if len(ranked) < 3 and one["rank"] is not None:
            differs("result.json", f"{entry} has place {one['rank']} among fewer than three entries")
        if len(ranked) < 3 and "rawRank" not in one:
            continue
        place = one["rawRank"] if "rawRank" in one else one["rank"]
        if place is None or not first <= place < first + level:
            differs("result.json", f"{entry} has place {place}; the recount gives {first}")
        if level > 1 and not one["tied"]:
            skipped.append(f"how the tie of {entry} was parted")


def recount(path):
    with zipfile.ZipFile(path) as archive:
        if sum(info.file_size for info in archive.infolist()) > LARGEST or len(set(archive.namelist())) < len(archive.namelist()):
            raise ValueError("it is larger than any award, or names a file twice")
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    manifest = json.loads(files["manifest.json"])
    if (manifest["format"], manifest["version"]) != ("plaudit-recount", 1):
        raise ValueError("its manifest is of another format")
    for name, stated in sorted(manifest["files"].items()):
        if name not in files or sha256(files[name]).hex() != stated:
            differs(name, "is not the file the manifest lists")
    for name in sorted(set(files) - {"manifest.json", *manifest["files"]}):
        differs(name, "is not listed in the manifest")
    events, leaves = read_log(files["log.jsonl"].decode())
    roots, closing = check_checkpoints(files, events, leaves, manifest["origin"])
    check_seed(files, events, roots["closing"])
    for where, name, stated in (
        ("rules", "rules.json", events[0]["body"]["rules"]),
        ("closing", "entries.jsonl", events[closing]["body"]["entries"]),
        ("result", "result.json", events[-1]["body"][manifest["kind"]]),
    ):
        if sha256(files[name]).hex() != stated:
            differs(name, f"is not what the log holds at {where}")
    ballots, entries = lines_of(files, "ballots.jsonl"), lines_of(files, "entries.jsonl")
    check_ballots(ballots, events)
    said = check_said(files, events)
    print(f"{manifest['origin']}: {manifest['kind']} bundle, {len(ballots)} ballots\nRoot of the log  {roots['result'].hex()}")
    derived = check_scores(json.loads(files["rules.json"]), entries, ballots, said, json.loads(files["result.json"]))
    if manifest["kind"] == "auditor":
        skipped.append("corrected scores, chances, checks and robustness")
    return derived


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print(__doc__)
        return 0 if sys.argv[1:] == ["--help"] else 2
    try:
        derived = recount(sys.argv[1])
    except (OSError, zipfile.BadZipFile, KeyError, IndexError, TypeError, ValueError) as fault:
        print(f"{sys.argv[1]} is no whole bundle: {fault!r}", file=sys.stderr)
        return 1 if wrong else 2
    print()
    for each in dict.fromkeys(skipped):
        print(f"Not re-derived: {each}.")
    for each in wrong:
        print(f"DIFFERS  {each}.")
    print(f"{derived} scores re-derived. " + (f"{len(wrong)} things differ." if wrong else "All agrees."))
    return 1 if wrong else 0


sys.exit(main())
