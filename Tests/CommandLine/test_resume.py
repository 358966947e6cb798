import fcntl
import glob
import os
import re
import resource
import signal
import stat
import time

import pexpect

from program import Program
from prompted import Prompted

SLOW = "x = linspace(0, 1, 3000); y = linspace(0, 1, 3000); " + (
    "max(max(exp(x * y) ^ 2.5 over x)); " * 40)


class Resume(Prompted):
    """A session outlives its process: what was accepted stands in its journal at once."""

    def setUp(self):
        super().setUp()
        self.folder_of_sessions = self.folder + "/.local/state/tj/sessions"

    def journals(self):
        return sorted(glob.glob(self.folder_of_sessions + "/*"), key=os.path.getmtime)

    def saved(self, child):
        self.enter(child, ":save! saved.tj")
        with open(self.folder + "/saved.tj") as file:
            return file.read()

    def pasted(self, child, text):
        child.send("\x1b[200~" + text.replace("\n", "\r") + "\x1b[201~\r")
        child.expect(r"tj> ")

    def session(self):
        """One that has been killed, and what it would have saved."""
        self.write("rig.tj", "power = 3 kW\nhalf = power / 2\n")
        self.write("lab/base.tj", "base = 7 W\n")
        child = self.start()
        self.pasted(child, "## one server\n## source: a guess\nnode: power = 4 * h100_sxm * 1.1")
        for text in [
            "jt = node / 319.8 t/s", "unit lap = 400 m, also laps", "way = 3 laps",
            'use "lab/base.tj"', ":load rig.tj", "power = 4 kW", "power = 5 kW", ":undo",
            "k := half", ":digits 4", ":watch jt, half", "(node", "+ power)", "ans * 2", "a = 3 kw",
            "a = 1; b = 1 + 1 W; c = a", ":undo", ":redo",
        ]:
            child.send(text + "\r")
            if text != "(node":
                child.expect("tj> ")
        text = self.saved(child)
        self.kill(child)
        return text

    def test_what_was_accepted_is_back_after_a_kill(self):
        text = self.session()
        child = self.start("--resume")
        self.assertIn("resumed the session of 2", self.shown(child))
        self.assertIn("· jt  9.631 J/t\n· half  2 kW\n", self.shown(child))
        self.assertEqual(self.saved(child), text)
        self.assertIn("## one server\n## source: a guess\nnode: power", text)
        self.assertIn("14.16 kW\n", self.enter(child, "ans"))
        self.assertIn("undone: a, c\n", self.enter(child, ":undo"))
        self.assertIn("undone: k\n", self.enter(child, ":undo"))
        self.assertIn("power = 3 kW\n· jt  9.631 J/t\n· half  2 → 1.5 kW", self.enter(child, ":undo"))
        # what comes now is kept in the same file
        self.kill(child)
        self.assertEqual(len(self.journals()), 1)
        child = self.start("--resume")
        self.assertIn("3 kW", self.enter(child, "power"))
        self.assertIn("redone 3 entries, all there were", self.enter(child, ":redo 9"))
        self.assertEqual(self.saved(child), text)

    def test_what_is_accepted_before_a_slow_statement_is_kept(self):
        child = self.start()
        child.send("a = 1; b = a * 2; " + SLOW + "\r")
        deadline = time.time() + 10
        while not self.journals() or "b = a * 2" not in open(self.journals()[0]).read():
            self.assertLess(time.time(), deadline)
        self.kill(child)
        child = self.start("--resume")
        self.assertEqual(self.enter(child, "b"), "2\n")

    def test_a_session_that_ended_well_is_resumed_too(self):
        child = self.start()
        self.enter(child, "a = 1")
        child.send(":quit\r")
        self.leave(child)
        self.assertEqual(self.enter(self.start("--resume"), "a"), "1\n")

    def test_several_at_once_do_not_mix(self):
        first, second = self.start(), self.start()
        self.enter(first, "a = 1")
        self.enter(second, "b = 2")
        self.enter(first, "c = 3")
        self.assertEqual(len(self.journals()), 2)
        third = self.start("--resume")
        self.assertIn("there is no session to go on with", self.shown(third))
        self.kill(second)
        fourth = self.start("--resume")
        self.assertEqual(self.enter(fourth, "b"), "2\n")
        self.assertIn("not defined", self.enter(fourth, "c"))
        self.kill(first)
        self.assertEqual(self.enter(self.start("--resume"), "a + c"), "4\n")

    def test_a_stated_file(self):
        first = self.start()
        self.enter(first, "a = 1")
        path = self.journals()[0]
        result = self.run_tj("--resume", path)
        self.assertEqual(result.returncode, 1)
        self.assertIn("another tj is at work in", result.err)
        self.kill(first)
        second = self.start()
        self.enter(second, "a = 2")
        self.kill(second)
        self.assertEqual(self.enter(self.start("--resume", path), "a"), "1\n")
        self.write("rig.tj", "a = 1\n")
        for name, words in [("rig.tj", "no journal of a session"), ("none.tj", "there is no file")]:
            result = self.run_tj("--resume", name)
            self.assertEqual((result.returncode, result.out), (1, ""))
            self.assertIn(words, result.err)

    def test_one_that_cannot_be_written_goes_on_in_another_file(self):
        child = self.start()
        self.enter(child, "a = 1")
        self.kill(child)
        path = self.write("old.tj", open(self.journals()[0], "rb").read())
        os.unlink(self.journals()[0])
        os.chmod(path, 0o400)
        if os.access(path, os.W_OK):
            self.skipTest("root writes everything")
        child = self.start("--resume", path)
        self.enter(child, "b = a + 1")
        self.kill(child)
        child = self.start("--resume")
        self.assertEqual(self.enter(child, "b"), "2\n")

    def test_an_end_that_was_cut_off(self):
        for number, end in enumerate([b"node = 4 * h1", b"c = [1,\n", b"d = 5\0\0\0\0", b"\0\0\0"]):
            child = self.start()
            self.enter(child, f"a = {number}")
            self.kill(child)
            path = self.journals()[-1]
            with open(path, "ab") as file:
                file.write(end)
            child = self.start("--resume")
            cut = end.strip(b"\0\n").decode()
            self.assertEqual("the end was cut off" in self.shown(child), bool(cut))
            self.assertIn(cut, self.shown(child))
            self.enter(child, "b = a + 10")
            self.kill(child)
            self.assertNotIn(b"\0", open(path, "rb").read())
            child = self.start("--resume")
            self.assertNotIn("error", self.shown(child))
            self.assertNotIn("note", self.shown(child))
            self.assertEqual(self.enter(child, "b"), f"{number + 10}\n")
            self.kill(child)

    def test_files_that_changed_or_went(self):
        self.session()
        self.write("lab/base.tj", "base = 8 W\n")
        os.unlink(self.folder + "/rig.tj")
        child = self.start("--resume")
        self.assertIn("base.tj` has changed since this session read it", self.shown(child))
        self.assertIn("there is no file `rig.tj`", self.shown(child))
        self.assertIn("`half` is not defined", self.shown(child))
        self.assertEqual(self.shown(child).count("error"), 2)
        self.assertIn("8 W", self.enter(child, "base"))

    def test_files_before_the_prompt_belong_to_the_session(self):
        self.write("rig.tj", "node = 3 kW\njt = node / 300 t/s\nk := jt\n")
        child = self.start(
            "-i", "rig.tj", "--set", "node = 6 kW", "-e", "a = 1", "--digits", "3")
        self.assertIn("nothing to undo", self.enter(child, ":undo"))
        self.enter(child, "b = jt / 3")
        text = self.saved(child)
        self.kill(child)
        os.mkdir(self.folder + "/elsewhere")
        old, self.folder = self.folder, self.folder + "/elsewhere"
        child = self.start("--resume")
        self.assertEqual(self.saved(child), text)
        self.assertEqual(self.enter(child, "k"), "20 J/t\n")
        self.assertEqual(self.enter(child, "b"), "6.67 J/t\n")
        # a name is meant from the folder of now again
        self.write("other.tj", "other = 5\n")
        self.assertEqual(self.enter(child, 'use "other.tj"; other'), "5\n")
        self.kill(child)
        self.folder = old
        self.assertEqual(self.enter(self.start("--resume"), "other + a"), "6\n")

    def test_the_file_is_the_users_alone(self):
        child = self.start()
        self.enter(child, ":help")
        self.enter(child, ":list")
        self.enter(child, "1 + 1 W")
        self.assertEqual(self.journals(), [])
        self.enter(child, "1 + 1")
        path, = self.journals()
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(os.stat(self.folder_of_sessions).st_mode), 0o700)

    def test_old_ones_go(self):
        os.makedirs(self.folder_of_sessions)
        for i in range(25):
            path = self.write(
                f".local/state/tj/sessions/20200101-0000{i:02}-{i + 1}.tj", "#@ tj session\na = 1\n")
            os.utime(path, (1e9 + i, 1e9 + i))
        self.write(".local/state/tj/sessions/mine.tj", "a = 1\n")
        oldest = open(self.journals()[0])
        fcntl.flock(oldest, fcntl.LOCK_EX)
        self.enter(self.start(), "b = 2")
        names = [os.path.basename(path) for path in self.journals()]
        # the new one, 19 others, the one that is in use, and what is no journal
        self.assertEqual(len(names), 22)
        self.assertIn("20200101-000000-1.tj", names)
        self.assertNotIn("20200101-000005-6.tj", names)
        self.assertIn("20200101-000006-7.tj", names)
        self.assertIn("mine.tj", names)

    def test_nowhere_to_write(self):
        self.write("file", "")
        child = self.start(XDG_STATE_HOME=self.folder + "/file")
        self.assertIn("this session is not kept", self.enter(child, "a = 1"))
        self.assertEqual(self.enter(child, "a + 1"), "2\n")
        child = self.start(TJ_SESSIONS="")
        self.assertEqual(self.enter(child, "a = 1"), "a = 1\n")
        self.assertEqual(self.journals(), [])

    def test_a_full_disk(self):
        def fill():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (400, 400))

        child = self.start(preexec_fn=fill)
        notes = sum(
            self.enter(child, f"name{i} = {i}").count("this session is not kept")
            for i in range(20))
        self.assertEqual(notes, 1)
        self.assertEqual(self.enter(child, "name19"), "19\n")
        self.kill(child)
        child = self.start("--resume")
        self.assertNotIn("cut off", self.shown(child))
        self.assertEqual(self.enter(child, "name3"), "3\n")
        self.enter(child, "more = name3 + 1")
        self.kill(child)
        self.assertEqual(self.enter(self.start("--resume"), "more"), "4\n")

    def test_a_journal_runs_as_a_script(self):
        self.session()
        path = self.journals()[0]
        result = self.run_tj(path, "-e", "way")
        self.assertEqual((result.returncode, result.err), (0, ""))
        self.assertEqual(result.out, "7.08 kW\n14.16 kW\n3 laps\n")
        # from elsewhere it names no files
        self.write("copy.tj", open(path, "rb").read())
        result = self.run_tj("copy.tj")
        self.assertEqual(result.returncode, 1)
        self.assertIn("lies outside of tj's own folder", result.err)
        child = self.start("--resume", "copy.tj")
        self.assertIn("3 laps", self.enter(child, "way"))

    def test_a_journal_is_no_script_to_use(self):
        self.session()
        self.write("copy.tj", open(self.journals()[0], "rb").read())
        child = self.start()
        for text in ['use "copy.tj"', ":load copy.tj"]:
            self.assertIn("is the journal of a session", self.enter(child, text))
        self.assertIn("is the journal of a session", self.shown(self.start("-i", "copy.tj")))

    def test_without_a_terminal(self):
        text = self.session()
        before = open(self.journals()[0]).read()
        self.expect(["--resume", "-e", "jt", "-e", "way"], "9.631 J/t\n3 laps\n")
        self.expect(["--resume", "--print", "power"], "4 kW\n")
        self.expect(["--resume"], "4 kW\n", input="power\n")
        self.assertEqual(open(self.journals()[0]).read(), before)
        os.unlink(self.journals()[0])
        result = self.run_tj("--resume", "-e", "jt")
        self.assertEqual((result.returncode, result.out), (1, ""))

    # MARK: the user's own file

    def test_the_file_before_every_prompt(self):
        self.write(".config/tj/init.tj", "unit job\ncoffee = 0.1 kWh\n1 +\n")
        self.assertIn("error", self.shown(self.start()))
        self.write(".config/tj/init.tj", "unit job\ncoffee = 0.1 kWh\n:digits 3\n1/0\nnever = 1\n")
        child = self.start()
        self.assertIn("init.tj:4:1", self.shown(child))
        self.assertEqual(self.enter(child, "coffee * 3 job / 7"), "42.9 Wh job\n")
        self.assertIn("not defined", self.enter(child, "never"))
        self.kill(child)
        # it belongs to the session, and is not run a second time
        child = self.start("--resume")
        self.assertEqual(self.enter(child, "ans"), "42.9 Wh job\n")
        self.kill(child)
        child = self.start("--no-init")
        self.assertIn("not defined", self.enter(child, "coffee"))
        self.expect(["-e", "1/3"], "0.333333\n")
        other = self.write("config/tj/init.tj", "tea = 1\n")
        child = self.start(XDG_CONFIG_HOME=os.path.dirname(os.path.dirname(other)))
        self.assertEqual(self.enter(child, "tea"), "1\n")


class Print(Program):
    """`--print`: what a shell loop asks for."""

    def setUp(self):
        super().setUp()
        self.write("rig.tj", "node = 3 kW\nrate = 300 t/s\njt = node / rate\nb = [1, 2] kW\n")

    def test_expressions_in_order(self):
        self.expect(
            ["run", "rig.tj", "--print", "jt", "--print", "jt -> kWh/Mt with node = 6 kW"],
            "10 J/t\n5.55556 kWh/Mt\n")
        self.expect(["rig.tj", "--set", "node=2 kW", "--print", "jt"], "6.66667 J/t\n")
        self.expect(["--print", "-3"], "-3\n")
        self.expect(["rig.tj", "-e", "x = 5", "--print", "x * node"], "x = 5\n15 kW\n")

    def test_a_loop_keeps_its_input(self):
        self.assertEqual(
            self.shell("printf '1\\n2\\n' | while read n; do "
                       "tj --print \"$n * 2 kW\"; done"), (0, "2 kW\n4 kW\n", ""))

    def test_formats(self):
        for form, text in [("csv", "[1, 2] kW"), ("markdown", "b")]:
            asked = self.run_tj("rig.tj", "--format", form, "--print", text)
            bare = self.run_tj("rig.tj", "--format", form, "-e", text)
            self.assertEqual((asked.out, asked.returncode), (bare.out, 0))
        self.expect(
            ["--format", "json", "rig.tj", "--print", "jt"],
            '{"kind":"value","text":"10 J/t","name":null,"value":10,"unit":"J/t",'
            '"dimension":"energy/token"}\n')

    def test_errors(self):
        result = self.run_tj("rig.tj", "--print", "nosuch", "--print", "jt")
        self.assertEqual((result.returncode, result.out), (1, "10 J/t\n"))
        self.assertIn("--print:1:1", result.err)
        for text in ["x = 1", "table jt", "", "jt; jt", "1 +", "print 1"]:
            result = self.run_tj("rig.tj", "--print", text)
            self.assertEqual((result.returncode, result.out), (1, ""), text)
            self.assertIn("error", result.err)
        self.write("bad.tj", "1/0\n")
        result = self.run_tj("bad.tj", "--print", "1")
        self.assertEqual((result.returncode, result.out), (1, ""))
