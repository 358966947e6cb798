"""The program at a terminal: entries in, what they show out."""

import re
import signal

import pexpect

import program
from program import Program


class Prompted(Program):
    def start(self, *arguments, preexec_fn=None, **environment):
        """tj at its first prompt."""
        child = pexpect.spawn(
            program.PROGRAM, list(arguments), encoding="utf-8", timeout=5, dimensions=(40, 100),
            env={**self.environment, "NO_COLOR": "1", **environment}, cwd=self.folder,
            preexec_fn=preexec_fn)
        child.delaybeforesend = None
        self.addCleanup(child.close, force=True)
        child.expect("tj> ")
        return child

    def enter(self, child, text):
        """What an entry shows."""
        child.send(text + "\r")
        child.expect(re.escape(text.split("\n")[-1]) + r"(\x1b\[\?2004l)?\r*\n?")
        child.expect("tj> ")
        shown = re.sub(r"\x1b\[\?2004[hl]|\r", "", child.before)
        return shown.lstrip("\n")

    def leave(self, child):
        child.expect(pexpect.EOF)
        child.close()
        self.assertEqual(child.exitstatus, 0)

    def kill(self, child):
        child.kill(signal.SIGKILL)
        child.expect(pexpect.EOF)
        child.close()

    def shown(self, child):
        """What stands before the prompt."""
        return re.sub(r"\x1b\[\?2004[hl]|\r", "", child.before)
