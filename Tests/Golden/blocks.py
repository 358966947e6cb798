"""The fenced blocks of README.md and docs/*.md.

Each block marked `tj` is typed at the prompt of a session of its own, in the folder of the
repository. What is answered stands in comments under the line, so that a block can be pasted whole:

    node = 4 * h100_sxm * 1.1
    #> node = 3.08 kW
    node + 3 t/s
    #! error: `node` (power) and `3 t/s` (token/time) do not add

- `#>` is a line that is answered; all of them are compared, but for empty lines at both ends.
- `#!` is a line of an error or a note. A message goes on over several lines, which show the place;
  those worth showing are quoted, without their indentation and in their order, the others left out.
  Each message has its first line quoted.
- An indented line, and one that begins with a closing bracket, continues the entry before it.
- Any other comment is for the reader and not typed.

A block marked `tj file=NAME` is a script: the blocks after it on the page find it under that name.
"""

import re
import shutil
import tempfile
from pathlib import Path

import tool


def checks(root):
    for page in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        if page.exists() and any(fenced(page.read_text())):
            yield str(page.relative_to(root)), lambda program, page=page: check(program, page, root)


def fenced(text):
    """(what follows `tj` on the fence, number of the first line, lines) of each block."""
    block = None
    for number, line in enumerate(text.splitlines(), 1):
        if block is None:
            opening = re.fullmatch(r"```tj(?: (.*))?", line)
            if opening:
                block = (opening[1] or "", number + 1, [])
        elif line == "```":
            yield block
            block = None
        else:
            block[2].append(line)


def check(program, page, root):
    complaint = ""
    with tempfile.TemporaryDirectory(prefix="tj-blocks-") as folder:
        folder = Path(folder)
        shutil.copytree(root / "examples", folder / "examples")
        for mark, number, lines in fenced(page.read_text()):
            if mark.startswith("file="):
                (folder / mark[5:]).write_text("\n".join(lines) + "\n")
                continue
            prompt = tool.Prompt(program, folder, folder / "home")
            try:
                for place, text, wanted in entries(lines, number):
                    came = prompt.enter(text)
                    complaint += tool.difference(
                        "\n".join(wanted), "\n".join(quoted(came, wanted)), f"{page.name}:{place}")
            finally:
                prompt.close()
    return complaint


def entries(lines, number):
    """(line number, what is typed, what is expected) of each entry."""
    found = []
    for place, line in enumerate(lines, number):
        if re.match(r"#[>!]", line):
            answer = line[3:].rstrip()
            found[-1][2].append(f"{line[:2]} {answer}" if answer else line[:2])
        elif found and re.match(r"[ \])}]", line):
            found[-1][1] += "\n" + line
        elif line.strip() and not line.startswith("#"):
            found.append([place, line, []])
    return found


def quoted(came, wanted):
    """An answer as a page writes it; of a message what the page quotes, or its first line."""
    while came and not came[0]:
        came = came[1:]
    while came and not came[-1]:
        came = came[:-1]
    open_quotes = [line for line in wanted if line.startswith("#!")]
    result = []
    in_message = False
    for line in came:
        starts = re.match(r"(error|note): ", line)
        in_message = bool(starts) or in_message and line.startswith("  ")
        if not in_message:
            result.append(f"#> {line}" if line else "#>")
            continue
        mark = "#! " + line.strip()
        if open_quotes and mark == open_quotes[0]:
            result.append(open_quotes.pop(0))
        elif starts:
            result.append(mark)
    return result
