"""What Tab offers behind `tj` in bash, zsh and fish, by the scripts that tj writes."""

import os
import re
import shutil
import subprocess
import time

import pexpect

from program import Program

WORDS = {"run", "check", "fmt", "read", "help", "learn"}

# What is typed: what must be offered, and what must not.
CASES = [
    ("tj ", WORDS | {"rig.tj"}, {"notes.txt"}),
    ("tj c", {"check"}, {"run"}),
    ("tj check --", {"--format", "--sandbox"}, {"--resume", "--demo", "--set"}),
    ("tj fmt --", {"--check", "--color"}, {"--format", "--resume"}),
    ("tj learn --", {"--demo", "--again"}, {"--set"}),
    ("tj check r", {"rig.tj"}, {"notes.txt"}),
    ("tj run rig.tj --", {"--set", "--scenario", "--print"}, {"--demo"}),
    ("tj rig.tj --", {"--set", "--format"}, {"--demo"}),
    ("tj --format ", {"text", "markdown", "csv", "json"}, {"rig.tj"}),
    ("tj --resume ", {"rig.tj"}, {"notes.txt"}),
]


class ShellCompletion(Program):
    def setUp(self):
        super().setUp()
        self.write("rig.tj", "x = 1\n")
        self.write("notes.txt", "")

    def script(self, shell):
        if not shutil.which(shell):
            self.skipTest(f"{shell} is not installed")
        result = self.run_tj("--generate-completion-script", shell)
        self.assertEqual(result.returncode, 0)
        return self.write(f"completion/_tj.{shell}", result.out)

    def compare(self, offered):
        for line, wanted, unwanted in CASES:
            with self.subTest(line):
                found = offered(line)
                self.assertEqual(wanted - found, set())
                self.assertEqual(unwanted & found, set())

    def shell_output(self, *command):
        return subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, check=True).stdout

    def test_bash(self):
        path = self.script("bash")

        def offered(line):
            return set(self.shell_output("bash", "--norc", "-c", """
                source "$0"
                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
                _tj tj "${@: -1}" "${@: -2:1}" 2>/dev/null
                printf '%s\\n' "${COMPREPLY[@]}"
                """, path, *line.split(" ")).split("\n"))

        self.compare(offered)

    def test_fish(self):
        path = self.script("fish")

        def offered(line):
            out = self.shell_output(
                "fish", "--no-config", "-c", f"source {path}; complete -C '{line}'")
            return {row.split("\t")[0] for row in out.splitlines()}

        self.compare(offered)

    def test_zsh(self):
        path = self.script("zsh")
        os.rename(path, os.path.dirname(path) + "/_tj")
        child = pexpect.spawn(
            "zsh", ["-f", "-i"], cwd=self.folder, encoding="utf8", timeout=20, dimensions=(80, 120),
            env=dict(os.environ, TERM="dumb", PS1="> ", HOME=self.folder))
        try:
            child.expect("> ")
            child.sendline(
                "fpath=($PWD/completion $fpath); autoload -U compinit; compinit -u -D; "
                "setopt nolistbeep noautomenu nomenucomplete; echo rea''dy")
            child.expect("ready\r\n")
            child.expect("> ")

            for line, wanted, unwanted in CASES:
                with self.subTest(line):
                    child.send(line + "\t")
                    time.sleep(0.3)
                    child.send("\t")
                    time.sleep(0.3)
                    text = self.so_far(child)
                    child.send("\x03")
                    time.sleep(0.1)
                    self.so_far(child)
                    found = set(re.split(r"\s+", text))
                    self.assertEqual(wanted - found, set(), text)
                    self.assertEqual(unwanted & found, set(), text)
        finally:
            child.close(force=True)

    @staticmethod
    def so_far(child):
        text = ""
        while True:
            try:
                text += child.read_nonblocking(4096, 0.3)
            except (pexpect.TIMEOUT, pexpect.EOF):
                return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x07", "", text)

