#!/usr/bin/env python3
"""Holds the calendar of business days to a list of holidays that others maintain.

  holidays-check.py [--write] editions/calendar-jp.toml

The list is that of the package holidays (https://github.com/vacanza/holidays), which follows every change of the law and
every proclamation: substitute holidays, citizens' holidays and those of one year alone are in it. Every year from 1949, the first whole
one under the law, to the last one of the package has to be the same. With --write the years are written anew: raise the
version in requirements.txt when the government has proclaimed the next one's, in February. Needs: pip install holidays.
"""

import argparse
import datetime
import pathlib
import sys
import tomllib

import holidays

FIRST, LAST = 1949, 2050


def maintained():
    days = holidays.Japan(years=range(FIRST, LAST + 1), language="ja")
    return {day: name for day, name in days.items() if FIRST <= day.year <= LAST}


def written(text):
    years = tomllib.loads(text)["holidays"]
    return {
        datetime.date.fromisoformat(f"{year}-{day}"): name for year, days in years.items() for day, name in days.items()
    }


def as_text(days):
    parts = []
    for year in range(FIRST, LAST + 1):
        lines = [f'{day:%m-%d} = "{days[day]}"' for day in sorted(days) if day.year == year]
        parts.append("\n".join([f"[holidays.{year}]", *lines]))
    return "\n\n".join(parts) + "\n"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("file", type=pathlib.Path)
    asked = arguments.parse_args()
    text, theirs = asked.file.read_text(encoding="utf-8"), maintained()
    if asked.write:
        head = text[: text.index("[holidays.")]
        asked.file.write_text(head + as_text(theirs), encoding="utf-8")
        return 0
    ours = written(text)
    for day in sorted(set(ours) ^ set(theirs)):
        print(f"{day} {ours.get(day, 'no holiday')}, there {theirs.get(day, 'no holiday')}")
    for day in sorted(day for day in set(ours) & set(theirs) if ours[day] != theirs[day]):
        print(f"{day} {ours[day]}, there {theirs[day]}")
    print(f"{len(ours)} holidays from {FIRST} to {LAST}, held to holidays {holidays.__version__}")
    return 0 if ours == theirs else 1


if __name__ == "__main__":
    sys.exit(main())
