"""Every error and note has a golden file.

The identifiers are read from the enums of each room; which golden file shows which is found by running
each with `--format json`. What no script and no transcript can show is listed below, each with where
its words are tested instead.
"""

import json
import re
import shlex

import prompts
import tool

# The enums, and where their identifiers begin.
ENUMS = [
    "Sources/Syntax/SyntaxProblem.swift", "Sources/Units/UnitProblem.swift",
    "Sources/Report/ShellProblem.swift",
]
ENGINE = "Sources/Engine/Checking/EngineProblem.swift"

# They are only further help of another error: words of theirs stand in some golden file.
PARTS = {
    "lacks": "by a throughput (token/time)",
    "meant-otherwise": "where energy/token is meant",
    "turned": "where it must divide",
    "joined-by": "which does it on purpose",
    "in-library": "first, which brings",
    "swapped": "stand in each other's place",
    "off-by": "times the other",
    "no-factor-of-reading": "is read from a thermometer",
    "no-exchange": "state the exchange rate",
    "labels-are": "the labels of `batch` are",
    "rather": "write `integrate(log.power_draw, log.timestamp by log.index)`",
    "some-samples-outside": "keeps a distribution within two ends",
}

# A golden file shows it, in words alone: as JSON there is no message.
AS_TEXT = {
    "no-lesson": "lessons/no-lesson",
}

# A file that tests it, and why no golden file does.
ELSEWHERE = {
    "shape-depends": (
        "Sources/Engine/Reasons/Session+Sensitivity.swift",
        "a guard: a filter on what is swung is refused before, as depends-on"),
    "hole-met": ("Sources/Engine/Mends/Session+Hole.swift", "never shown: it becomes hole-here"),
    "text-too-long": ("Sources/Syntax/Parser+Faults.swift", "takes a text of 256 MiB"),
    "file-unreadable": (
        "Tests/CommandLine/test_limits.py", "takes a file that the system does not read on"),
    "interrupted": ("Tests/CommandLine/test_streams.py", "takes a Ctrl-C"),
    "note-stopped-search": ("Sources/Engine/Sampling", "takes a Ctrl-C in a long search"),
    "note-stopped": ("Tests/CommandLine/test_samples.py", "takes a Ctrl-C"),
    "table-changed": ("Tests/ShellTests/StreamedTableTests.swift", "a large file changes meanwhile"),
    "note-file-changed": ("Tests/CommandLine/test_resume.py", "a killed session is resumed"),
    "journal-not-kept": ("Tests/CommandLine/test_resume.py", "takes a full disk"),
    "journal-cut": ("Tests/CommandLine/test_resume.py", "a killed session is resumed"),
    "history-not-kept": ("Tests/CommandLine/test_interrupted.py", "takes a full disk"),
    "session-in-use": ("Tests/CommandLine/test_resume.py", "takes two sessions at once"),
    "progress-not-kept": ("Tests/CommandLine/test_learn.py", "takes a home that cannot be written"),
}


def checks(root):
    yield "diagnostics/each has a golden file", lambda program: check(program, root)


def check(program, root):
    known = identifiers(root)
    shown, complaint = set(), ""
    for script in sorted({*(root / "Tests" / "Golden").glob("*/*.tj"),
                          *(root / "Tests" / "Golden").glob("*/*.args")}):
        if script.suffix == ".args" or not script.with_suffix(".args").exists():
            shown |= of_script(program, script)
    for case in sorted((root / "Tests" / "Golden").glob("*/*.prompt")):
        for answer in prompts.play(program, case, ["--format", "json"]):
            shown |= found(answer)
    texts = "".join(
        path.read_text(errors="replace")
        for end in ("err", "prompt") for path in (root / "Tests" / "Golden").glob(f"*/*.{end}"))
    for name in sorted(known - shown):
        if name in PARTS:
            if PARTS[name] not in texts:
                complaint += f"{name}: no golden file says `{PARTS[name]}`\n"
        elif name in AS_TEXT:
            if not (root / "Tests" / "Golden" / f"{AS_TEXT[name]}.err").exists():
                complaint += f"{name}: {AS_TEXT[name]}.err is gone\n"
        elif name in ELSEWHERE:
            if not (root / ELSEWHERE[name][0]).exists():
                complaint += f"{name}: {ELSEWHERE[name][0]} is gone\n"
        else:
            complaint += f"{name} has no golden file\n"
    for name in [*PARTS, *AS_TEXT, *ELSEWHERE]:
        if name not in known:
            complaint += f"{name} is no identifier any more\n"
        elif name in shown:
            complaint += f"{name} has a golden file, and is listed as one that has none\n"
    return complaint


def identifiers(root):
    names = set()
    for path in ENUMS:
        names |= set(re.findall(r'case \.\w+: "([\w-]+)"', (root / path).read_text()))
    text = (root / ENGINE).read_text()
    # an identifier is the name of its case, with hyphens
    for case in re.findall(r"^  case (\w+)", text[text.index("  // names"):], re.MULTILINE):
        names.add(re.sub("[A-Z]", lambda letter: "-" + letter[0].lower(), case))
    return names


def of_script(program, script):
    arguments = script.with_suffix(".args")
    entered = script.with_suffix(".in")
    words = shlex.split(arguments.read_text()) if arguments.exists() else [script.name]
    out, err, _ = tool.run(
        program, [*words, "--format", "json"], script.parent,
        entered.read_text() if entered.exists() else "")
    return found((out + err).splitlines())


def found(lines):
    """The identifiers in lines of JSON."""
    names = set()
    for line in lines:
        if line.startswith("{"):
            try:
                names.add(json.loads(line).get("id"))
            except json.JSONDecodeError:
                pass
    return names - {None}
