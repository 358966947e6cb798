"""The program as a process: arguments and standard input in; streams and exit code out."""

import os
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = None


class Program(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="tj-command-line-")
        self.addCleanup(shutil.rmtree, self.folder)
        # whatever file the program is, here it is called tj
        names = tempfile.mkdtemp(prefix="tj-names-")
        self.addCleanup(shutil.rmtree, names)
        os.symlink(PROGRAM, os.path.join(names, "tj"))
        self.environment = {
            "HOME": self.folder,
            "PATH": names + ":" + os.environ.get("PATH", ""),
            "TERM": "xterm",
            "LANG": "C.UTF-8",
        }

    def write(self, name, text):
        """A file in the folder in which tj is run."""
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        return path

    def run_tj(self, *arguments, input="", **environment):
        if isinstance(input, str):
            input = input.encode()
        result = subprocess.run(
            [PROGRAM, *arguments], input=input, capture_output=True, cwd=self.folder,
            env={**self.environment, **environment}, timeout=60)
        result.out = result.stdout.decode()
        result.err = result.stderr.decode()
        return result

    def shell(self, command):
        """A line of a shell, in which `tj` is the program."""
        result = subprocess.run(
            ["bash", "-c", command], capture_output=True, cwd=self.folder,
            env=self.environment, timeout=60)
        return result.returncode, result.stdout.decode(), result.stderr.decode()

    def expect(self, arguments, out, code=0, err="", **options):
        result = self.run_tj(*arguments, **options)
        self.assertEqual((result.out, result.returncode), (out, code), result.err)
        if err is not None:
            self.assertEqual(result.err, err)
