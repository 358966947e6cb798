"""Running tj, and showing how an answer differs."""

import difflib
import os
import re
import subprocess

import pexpect

ENVIRONMENT = {
    "PATH": os.environ.get("PATH", ""),
    "LANG": "C.UTF-8",
    "TERM": "dumb",
    "NO_COLOR": "1",
    "INPUTRC": "/dev/null",
}


def run(program, arguments, folder, text=""):
    """Standard output, standard error, exit status."""
    done = subprocess.run(
        [program, *arguments], cwd=folder, env={**ENVIRONMENT, "HOME": "/nonexistent"},
        input=text.encode(), capture_output=True, timeout=60)
    return done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"), \
        done.returncode


def difference(wanted, came, name):
    """What is different, or an empty string."""
    if wanted == came:
        return ""
    lines = difflib.unified_diff(
        wanted.splitlines(), came.splitlines(), f"{name}: expected", f"{name}: came", lineterm="")
    return "\n".join(lines) + "\n" or f"{name}: the last line end differs\n"


class Prompt:
    """A session at a terminal."""

    def __init__(self, program, folder, home, arguments=()):
        self.child = pexpect.spawn(
            program, list(arguments), env={**ENVIRONMENT, "HOME": str(home)}, cwd=str(folder),
            encoding="utf-8", timeout=30, dimensions=(50, 200))
        # pexpect's own pause before each send is for slow logins
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = self.child.ptyproc.delayafterterminate = 0.01
        self.child.expect_exact("tj> ")

    def enter(self, text):
        """Types an entry; what is answered, a list of lines."""
        self.child.send(text.replace("\n", "\r") + "\r")
        self.child.expect_exact("\r\ntj> ")
        # the first line is the echo of what was typed
        # what a slow machine says of long work goes away again
        seen = re.sub(r"\r(?!\n)[^\r\n]*\x1b\[K(\r(?!\n))?", "", self.child.before)
        return [line.rstrip() for line in seen.split("\r\n")[1:]]

    def close(self):
        # left as a person leaves it, so that what it counted of its own lines is kept
        try:
            self.child.sendcontrol("u")
            self.child.sendline(":quit")
            self.child.expect(pexpect.EOF, timeout=2)
        except (pexpect.TIMEOUT, pexpect.EOF, OSError):
            pass
        self.child.close(force=True)
