"""Reads what the tools write, with libraries of other people.

dates FILE      each line: day, whether it is worked, the days that are 0, 1 and 5 working days later, and the working
                days since the first day of the file
moments FILE    each line: a moment of UTC and the day in England at that moment
calendar FILE   prints each entry of a calendar file
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


what, path = sys.argv[1:]
if what == "calendar":
    calendar(path)
else:
    with open(path, encoding="utf-8") as file:
        wrong = list({"dates": dates, "moments": moments}[what](file.read().split()))
    print("\n".join(wrong[:20]))
    sys.exit(1 if wrong else 0)
