"""The session at a terminal, ended at any point: at most the line in the editor is lost."""

import glob
import os
import random
import re
import shutil
import signal
import subprocess
import tempfile
import time

import pexpect

from prompted import Prompted

# makes a line of a journal long: adds nothing
LONG = " + 0 W" * 60
SEED = random.SystemRandom().randrange(1 << 32)


class Interrupted(Prompted):
    """Killed between any two bytes, on a full disk, in a home that may only be read."""

    def journals(self):
        return sorted(glob.glob(self.environment["HOME"] + "/.local/state/tj/sessions/*"))

    def defined(self, *arguments):
        """What a session that is brought back has: the numbers n of all `name_n`."""
        child = self.start(*arguments)
        said = self.shown(child)
        text = self.enter(child, ":list definitions")
        self.kill(child)
        return said, [int(number) for number in re.findall(r"^ *name_(\d+)\b", text, re.M)]

    def test_a_kill_while_lines_are_entered(self):
        chance = random.Random(SEED)
        for number in range(12):
            with self.subTest(seed=SEED, number=number):
                shutil.rmtree(self.folder + "/.local", ignore_errors=True)
                child = self.start()
                # typed ahead, as fast as the terminal takes it
                for i in range(30):
                    child.send(f"name_{i} = {i} + 1\r")
                time.sleep(chance.uniform(0, 0.08))
                child.kill(signal.SIGKILL)
                seen = ""
                try:
                    while True:
                        seen += child.read_nonblocking(65536, 1)
                except (pexpect.EOF, pexpect.TIMEOUT):
                    pass
                child.close()
                answered = re.findall(r"^name_(\d+) = \d+\r*$", seen, re.M)
                if not self.journals():
                    self.assertEqual(answered, [])
                    continue
                _, kept = self.defined("--resume")
                # the first lines, without a gap; all that were answered are among them
                self.assertEqual(sorted(kept), list(range(len(kept))))
                self.assertGreaterEqual(len(kept), len(answered), seen)

    def test_a_journal_that_ends_anywhere(self):
        child = self.start()
        for i in range(3):
            self.enter(child, f"name_{i} = {i} W")
        self.enter(child, "f(x) = x * [1,\n2, 3]")
        self.enter(child, "name_3 = f(2)")
        self.kill(child)
        path, = self.journals()
        with open(path, "rb") as file:
            whole = file.read()
        os.unlink(path)
        head = whole.index(b"#: ")
        for end in range(head, len(whole) + 1):
            with self.subTest(end=end):
                part = self.write("part.tj", whole[:end])
                done = self.run_tj("--resume", part, "-e", "1 + 1", "--no-init")
                self.assertEqual((done.returncode, done.out), (0, "2\n"), done.err)
                # every line that is whole is there; what was cut off is shown
                lines = whole[:end].split(b"\n")
                count = sum(line.startswith(b"name_") for line in lines[:-1])
                for i in range(count):
                    asked = self.run_tj("--resume", part, "--print", f"name_{i}")
                    self.assertEqual(asked.returncode, 0, asked.err)
                if lines[-1] and b"f(x)" not in lines[-2] + lines[-1]:
                    self.assertIn("cut off", done.err)

    def test_a_history_that_ends_anywhere(self):
        child = self.start()
        for i in range(3):
            self.enter(child, f"name_{i} = {i} W")
        self.kill(child)
        path = self.folder + "/.local/state/tj/history"
        with open(path, "rb") as file:
            whole = file.read()
        for end in range(0, len(whole) + 1, 3):
            with self.subTest(end=end):
                with open(path, "wb") as file:
                    file.write(whole[:end])
                child = self.start()
                self.assertEqual(self.enter(child, "1 + 1"), "2\n")
                self.kill(child)

    # MARK: disks

    def disk(self, options):
        """A disk of its own as the home; None where it may not be mounted."""
        folder = tempfile.mkdtemp(prefix="tj-disk-")
        self.addCleanup(os.rmdir, folder)
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True)
        if done.returncode != 0:
            self.skipTest("only root mounts a disk: " + done.stderr.decode().strip())
        self.addCleanup(subprocess.run, ["umount", "-l", folder])
        self.environment["HOME"] = folder
        return folder

    def fill(self, folder):
        """Takes all that is left."""
        with open(folder + "/filler", "ab", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 512)
            except OSError:
                pass

    def test_a_disk_that_fills_up(self):
        home = self.disk("size=64k")
        child = self.start()
        self.enter(child, "name_0 = 0 W")
        self.fill(home)
        # what was begun goes on in its page; then no more is taken
        said = "".join(self.enter(child, f"name_{i} = {i} W{LONG}") for i in range(1, 25))
        flat = " ".join(said.split())
        self.assertEqual(flat.count("this session is not kept"), 1, said)
        self.assertIn("No space left on device", flat)
        self.assertEqual(flat.count("will not be called back later"), 1, said)
        self.assertEqual(self.enter(child, "name_24"), "24 W\n")
        # a file that is there is not lost by one that cannot be written
        old = self.folder + "/old.tj"
        self.write("old.tj", "a = 1\n")
        os.unlink(home + "/filler")
        shutil.copy(old, home + "/old.tj")
        self.fill(home)
        shown = self.enter(child, f":save! {home}/old.tj")
        self.assertIn("No space left on device", shown)
        with open(home + "/old.tj") as file:
            self.assertEqual(file.read(), "a = 1\n")
        self.assertEqual([n for n in os.listdir(home) if "draft" in n], [])
        # there is room again: the next entry brings what was held back
        os.unlink(home + "/filler")
        self.enter(child, "name_25 = 25 W")
        self.kill(child)
        said, kept = self.defined("--resume")
        self.assertEqual(sorted(kept), list(range(26)))
        self.assertNotIn("cut off", said)

    def test_a_kill_on_a_full_disk(self):
        home = self.disk("size=64k")
        child = self.start()
        self.enter(child, "name_0 = 0 W")
        self.fill(home)
        for i in range(1, 25):
            self.enter(child, f"name_{i} = {i} W{LONG}")
        self.kill(child)
        said, kept = self.defined("--resume")
        # what the disk took is there, without a gap and without half a line
        self.assertEqual(sorted(kept), list(range(len(kept))))
        self.assertGreaterEqual(len(kept), 1)

    def test_a_session_that_may_only_be_read_is_resumed(self):
        home = self.disk("size=64k")
        child = self.start()
        self.enter(child, "name_0 = 0 W")
        child.send(":quit\r")
        self.leave(child)
        subprocess.run(["mount", "-o", "remount,ro", home], check=True)
        said, kept = self.defined("--resume")
        self.assertEqual(list(kept), [0])

    def test_a_home_that_may_only_be_read(self):
        home = self.disk("size=64k")
        subprocess.run(["mount", "-o", "remount,ro", home], check=True)
        child = self.start()
        said = " ".join(self.enter(child, "name_0 = 1 W").split())
        self.assertIn("name_0 = 1 W", said)
        self.assertIn("this session is not kept", said)
        self.assertIn("will not be called back later", said)
        self.assertEqual(said.count("Read-only file system"), 2)
        self.assertEqual(self.enter(child, "name_0 * 2"), "2 W\n")
        shown = self.enter(child, f":save {home}/rig.tj")
        self.assertIn("Read-only file system", shown)
        self.assertIn("saved", self.enter(child, ":save rig.tj"))
        with open(self.folder + "/rig.tj") as file:
            self.assertEqual(file.read(), "name_0 = 1 W\n")
        child.send(":quit\r")
        self.leave(child)
