"""Transcripts: what a session at the prompt looks like, word for word.

A case is `<area>/NAME.prompt`. A line that begins with `tj> ` is typed; what stands below it, up to
the next one, is all that is answered. A line that begins with `$ ` runs in a shell before the next
entry, for what somebody else does to a file meanwhile. The session runs in a copy of its area's
folder.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

import tool

MARK = "tj> "


def checks(root):
    for case in sorted((root / "Tests" / "Golden").glob("*/*.prompt")):
        yield f"{case.parent.name}/{case.stem}", lambda program, case=case: check(program, case)


def entries(case):
    """(what a shell does before it, what is typed, the lines of its answer)"""
    found, before = [], []
    for line in case.read_text().splitlines():
        if line.startswith("$ "):
            before.append(line[2:])
        elif line.startswith(MARK):
            found.append((before, line[len(MARK):], []))
            before = []
        else:
            found[-1][2].append(line)
    return found


def play(program, case, arguments=()):
    """What each entry is answered with, a list of lines."""
    answers = []
    with tempfile.TemporaryDirectory(prefix="tj-prompt-") as home:
        folder = Path(home) / case.parent.name
        shutil.copytree(case.parent, folder)
        prompt = tool.Prompt(program, folder, Path(home) / "home", arguments)
        try:
            for before, typed, _ in entries(case):
                for command in before:
                    subprocess.run(command, shell=True, cwd=folder, check=True)
                answers.append(prompt.enter(typed))
        finally:
            prompt.close()
    return answers


def check(program, case):
    wanted, came = "", ""
    for (_, typed, lines), answer in zip(entries(case), play(program, case)):
        wanted += "\n".join([MARK + typed, *lines]) + "\n"
        came += "\n".join([MARK + typed, *answer]) + "\n"
    return tool.difference(wanted, came, "transcript")
