"""Reads what the tools write, with libraries of other people.

dates FILE      each line: day, whether it is worked, the days that are 0, 1 and 5 working days later, and the working
                days since the first day of the file
moments FILE    each line: a moment of UTC and the day in England at that moment
calendar FILE   prints each entry of a calendar file
records FILE    an object with the schema of a record, `good` records and `bad` ones: whether each good one fits the
                schema and has the hashes that it says, worked out anew, and no bad one does
Whatever differs is printed, and the exit status is then 1.
"""

import sys
from datetime import date, datetime, timedelta, timezone


def dates(lines):
    import holidays

    bank = holidays.England(years=range(2024, 2030))

    def works(day):
        return day.weekday() < 5 and day not in bank

    def later(day, count):
        while not works(day) if count == 0 else False:
            day += timedelta(days=1)
        for _ in range(count):
            day += timedelta(days=1)
            while not works(day):
                day += timedelta(days=1)
        return day

    since = 0
    first = None
    for line in lines:
        text, worked, none, one, five, between = line.split(",")
        day = date.fromisoformat(text)
        if first is None:
            first = day
        elif works(day):
            since += 1
        found = [str(works(day)).lower(), str(later(day, 0)), str(later(day, 1)), str(later(day, 5)), str(since)]
        if found != [worked, none, one, five, between]:
            yield f"{text}: {line} and should be {','.join(found)}"


def moments(lines):
    from zoneinfo import ZoneInfo

    london = ZoneInfo("Europe/London")
    for line in lines:
        moment, day = line.split(",")
        utc = datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
        should = str(utc.astimezone(london).date())
        if should != day:
            yield f"{moment}: {day} and should be {should}"


def calendar(path):
    from icalendar import Calendar

    with open(path, "rb") as file:
        read = Calendar.from_ical(file.read())
    for entry in read.walk():
        if entry.name not in ("VCALENDAR", "VALARM"):
            day = entry.get("DTSTART") or entry.get("DUE")
            alarms = len([part for part in entry.subcomponents if part.name == "VALARM"])
            fields = [entry.name, entry["UID"], entry["SEQUENCE"], day.dt, entry["STATUS"], alarms, entry["SUMMARY"]]
            print("|".join(str(field) for field in fields))


def composed(value):
    from unicodedata import normalize

    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, list):
        return [composed(each) for each in value]
    if isinstance(value, dict):
        return {composed(key): composed(each) for key, each in value.items()}
    return value


def sha256(value):
    import hashlib
    import json

    text = json.dumps(composed(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def without(value, keys):
    return {key: each for key, each in value.items() if key not in keys}


def hashes(record):
    """What is wrong with the hashes of a record, by the words of the specification."""
    integrity = record["integrity"]
    agreed = without(record, ["integrity", "status", "supervision", "superseded_by"])
    agreed["tool"] = without(record["tool"], ["progress", "closing"])
    latest = sha256(agreed)
    if latest != integrity["content"]:
        yield "content"
    left = record["tool"].get("progress", []) + record["tool"].get("closing", []) + record["supervision"]
    while True:
        following = [entry for entry in left if entry["prev"] == latest]
        if not following:
            break
        left.remove(following[0])
        latest = sha256(without(following[0], ["hash"]))
        if latest != following[0]["hash"]:
            yield "an entry"
    if left or latest != integrity["latest"]:
        yield "the chain"
    whole = without(record, [])
    whole["integrity"] = without(integrity, ["whole"])
    if sha256(whole) != integrity["whole"]:
        yield "the whole"


def records(text):
    import json

    from jsonschema import Draft202012Validator

    given = json.loads(text)
    Draft202012Validator.check_schema(given["schema"])
    schema = Draft202012Validator(given["schema"])
    for record in given["good"]:
        code = record["record_code"]
        for fault in schema.iter_errors(record):
            yield f"{record['tool_id']} {code}: {fault.json_path}: {fault.message}"
        for fault in hashes(record):
            yield f"{record['tool_id']} {code}: {fault} has another hash"
    for number, record in enumerate(given["bad"]):
        if schema.is_valid(record):
            yield f"bad record {number} fits the schema"


what, path = sys.argv[1:]
if what == "calendar":
    calendar(path)
else:
    with open(path, encoding="utf-8") as file:
        text = file.read()
    checks = {"dates": lambda: dates(text.split()), "moments": lambda: moments(text.split())}
    wrong = list(checks.get(what, lambda: records(text))())
    print("\n".join(wrong[:20]))
    sys.exit(1 if wrong else 0)
