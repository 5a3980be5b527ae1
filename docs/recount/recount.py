#!/usr/bin/env python3
"""Recounts a bundle of Plaudit a second way: another language, nothing but its standard library, no line shared with the product.

    python3 recount.py award.public.zip

Re-derived from the bytes: the hash of every file, every leaf of the log and its chain, the Merkle root of each checkpoint (RFC 6962), the
Ed25519 signatures by the keys in the bundle (RFC 8032), the seed, every commitment of every ballot, and in whole numbers every composite,
score and place for the aggregations mean, sum, median, trimmed, drop and approval.
Not re-derived, and said so: other aggregations, completed ballots, how a tie was parted, levels, and everything of the corrected score.
Exit code 0 when all that was re-derived agrees, 1 when something differs, 2 for what is no bundle.
"""

import base64
import hashlib
import json
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
        if event["type"] != "ballot" or (body["category"], body["entry"]) != (ballot["category"], ballot["entry"]):
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


# The tally in whole numbers -----------------------------------------------------------------------------------------------------------

MEANT = {"mean", "sum", "median", "trimmed", "drop", "approval"}
KNOWN = set("version criteria aggregation official minimumPanel ties levels seats seed draws priors seatsAtRandom notApplicable skipped emptySeats".split())


def applies(criterion, category):
    return category in criterion.get("categories", [category])


def gates_passed(rules, category, ballots):
    for criterion in rules["criteria"]:
        gate = criterion.get("gate")
        if not gate or not applies(criterion, category):
            continue
        given = [int(b["marks"][criterion["id"]]) for b in ballots if b["marks"].get(criterion["id"], "x").lstrip("-").isdigit()]
        yes = sum(mark >= gate["from"] for mark in given)
        if not (0 < yes == len(given) if gate["judges"] == "every" else 2 * yes > len(given)):
            return False
    return True


def composites(rules, category, ballots):
    """By judge: the exact weighted mean of a complete ballot; judges of incomplete ones are left out."""
    weighed = [c for c in rules["criteria"] if "gate" not in c]
    common = len({(c["scale"]["min"], c["scale"]["max"]) for c in weighed}) == 1
    columns = [c for c in weighed if applies(c, category)]
    lowest = rules.get("notApplicable") == "lowest"
    out = set()
    for ballot in ballots:
        own = {c["id"] for c in columns if ballot["marks"].get(c["id"]) == "n/a"}
        if not lowest and len(own) < len(columns):
            out |= own
    left = [c for c in columns if c["id"] not in out]
    found = {}
    for ballot in ballots:
        marks = [ballot["marks"].get(c["id"], "") for c in left]
        if lowest:
            marks = [str(c["scale"]["min"]) if mark == "n/a" else mark for c, mark in zip(left, marks)]
        if not left or not all(mark.lstrip("-").isdigit() for mark in marks):
            continue
        total = Fraction(0)
        for c, mark in zip(left, marks):
            low, high = c["scale"]["min"], c["scale"]["max"]
            total += c["weight"] * (Fraction(int(mark)) if common else Fraction(100 * (int(mark) - low), high - low))
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


def check_scores(rules, entries, ballots, result):
    kind = rules["aggregation"]["kind"]
    strange = sorted(set(rules) - KNOWN)
    if kind not in MEANT or strange or rules.get("skipped") == "impute":
        skipped.append(f"scores and places: {kind if kind not in MEANT else ', '.join(strange) or 'completed ballots'} is not re-derived here")
        return 0
    derived = 0
    for category in result["categories"]:
        name = category["category"]
        listed = {one["entry"] for one in entries if one["category"] == name}
        if listed != {one["entry"] for one in category["entries"]}:
            differs("result.json", f"{name} does not hold the entries there were at closing")
        stated = {one["entry"]: one for one in category["entries"]}
        values = {}
        for entry in sorted(listed & set(stated)):
            own = [b for b in ballots if (b["category"], b["entry"]) == (name, entry) and not b.get("emptySeat")]
            empty = {one["judge"] for one in stated[entry]["setAside"] if one["reason"] in ("empty", "empty-seat")}
            zeros = [b for b in own if b["judge"] in empty and b["marks"] and set(b["marks"].values()) == {"0"}]
            if zeros:
                skipped.append(f"why {len(zeros)} ballot(s) of nothing but zeros on {entry} are empty seats")
                own = [b for b in own if b not in zeros]
            here = composites(rules, name, own)
            there = {one["judge"]: Fraction(one["composite"]) for one in stated[entry]["ballots"]}
            if here != there:
                differs("result.json", f"{entry}: the composites are not those of its ballots")
            if gates_passed(rules, name, own) and len(here) >= rules["minimumPanel"]:
                values[entry] = list(here.values())
        full = max((len(one) for one in values.values()), default=0)
        scores = {entry: score(rules["aggregation"], one, full) for entry, one in values.items()}
        check_places(name, scores, stated)
        derived += len(scores)
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
        first = 1 + sum(other > own for other in ranked.values())
        level = sum(other == own for other in ranked.values())
        print(f"  {first:4}  {entry}  {own}")
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
    ballots, entries = ([json.loads(line) for line in files[name].decode().split("\n")[:-1]] for name in ("ballots.jsonl", "entries.jsonl"))
    check_ballots(ballots, events)
    print(f"{manifest['origin']}: {manifest['kind']} bundle, {len(ballots)} ballots\nRoot of the log  {roots['result'].hex()}")
    derived = check_scores(json.loads(files["rules.json"]), entries, ballots, json.loads(files["result.json"]))
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
