"""A person at a terminal: keys in, screen out."""

import os
import re
import shutil
import tempfile
import unittest

import pexpect

PROGRAM = None
PROMPT = r"tj> "
# Statements that compute for seconds, for Ctrl-C.
SLOW = "x = linspace(0, 1, 3000); y = linspace(0, 1, 3000); " + (
    "max(max(exp(x * y) ^ 2.5 over x)); " * 40)

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
RETURN, ALT_RETURN, TAB, BACKSPACE = "\r", "\x1b\r", "\t", "\x7f"
BELL = "\x07"


def control(letter):
    return chr(ord(letter.upper()) - 64)


def pasted(text):
    return "\x1b[200~" + text.replace("\n", "\r") + "\x1b[201~"


class Terminal(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.mkdtemp(prefix="tj-terminal-")
        self.addCleanup(shutil.rmtree, self.home)
        self.environment = {
            "HOME": self.home,
            "PATH": os.environ.get("PATH", ""),
            "TERM": "xterm",
            "LANG": "C.UTF-8",
            "NO_COLOR": "1",
            "INPUTRC": "/dev/null",
        }
        self.history = self.home + "/.local/state/tj/history"

    def start(self, program=None, arguments=(), **environment):
        """A new session, at its first prompt."""
        child = pexpect.spawn(
            program or PROGRAM, list(arguments), env={**self.environment, **environment},
            encoding="utf-8", timeout=5, dimensions=(24, 80), cwd=self.home)
        # pexpect's own pause before each send is for slow logins.
        child.delaybeforesend = None
        self.addCleanup(self.end, child)
        if program is None:
            child.expect(PROMPT)
        return child

    def end(self, child):
        try:
            child.close(force=True)
        except Exception:  # a test has already taken it away
            pass

    def expect_results(self, child, *texts):
        """Each text alone on a line, and the prompt again."""
        child.expect(r"[\r\n]" + r"\r*\n".join(map(re.escape, texts)) + r"\r*\n")
        child.expect(PROMPT)

    def enter(self, child, text, *results):
        child.send(text + RETURN)
        self.expect_results(child, *results)

    def leave(self, child):
        child.send(control("D"))
        child.expect(pexpect.EOF)
        child.wait()
        self.assertEqual(child.exitstatus, 0)
