"""What a run may take and touch: `--limit-time`, `--limit-memory`, `--sandbox`."""

import os
import re
import time

from prompted import Prompted

LONG = ":samples 536870912\nmean(exp(normal(0, 1)))\n"


class Limits(Prompted):
    def test_a_limit_ends_a_script_and_not_the_prompt(self):
        child = self.start("--limit-time", "0.3")
        self.enter(child, ":samples 536870912")
        shown = self.enter(child, "mean(exp(normal(0, 1)))")
        self.assertIn("takes longer than 0.3 s, the limit on time", shown)
        self.assertEqual(self.enter(child, "1 + 1"), "2\n")
        self.assertIn("the limit on time", self.enter(child, "mean(exp(normal(0, 1)))"))
        # every entry has its own time
        self.assertEqual(self.enter(child, "1 + 2"), "3\n")

    def test_memory_at_the_prompt(self):
        child = self.start("--limit-memory", "100")
        self.enter(child, "x = linspace(0, 1, 6000)")
        self.enter(child, "y = linspace(0, 1, 6000)")
        for _ in range(2):
            self.assertIn("takes more than 100 MiB", self.enter(child, "sum(x * y)"))
        self.assertEqual(self.enter(child, "sum(x)"), "3000\n")

    def test_what_does_not_ask_ends_the_process_with_the_words(self):
        # one list of twenty million numbers is one statement
        self.write("list.tj", "x = [" + "1," * 20_000_000 + "1]\n")
        started = time.time()
        result = self.run_tj("--limit-memory", "200", "list.tj")
        self.assertEqual((result.returncode, result.out), (1, ""))
        self.assertIn("stopped: this takes more than 200 MiB, the limit on memory", result.err)
        self.assertLess(time.time() - started, 30)
        result = self.run_tj("--limit-time", "0.05", "list.tj")
        self.assertEqual((result.returncode, result.out), (1, ""))
        self.assertIn("stopped: this takes longer than 0.05 s, the limit on time", result.err)

    def test_many_statements(self):
        self.write("many.tj", "1 + 1\n" * 3_000_000)
        result = self.run_tj("--limit-time", "0.1", "many.tj")
        self.assertEqual(result.returncode, 1)
        self.assertIn("the limit on time", result.err)
        # it is checked now and then, and not only at the end
        self.assertLess(len(result.out), 3_000_000 * 2)

    def test_wrong_limits(self):
        for arguments in [("--limit-time", "0"), ("--limit-time", "x"), ("--limit-memory", "1")]:
            result = self.run_tj(*arguments, "-e", "1")
            self.assertEqual(result.returncode, 2, result.err)

    def test_a_sandbox_touches_no_file(self):
        self.write("parts/base.tj", "base = 7 W\n")
        self.write("log.csv", "power [W]\n70\n")
        for line in ['use "parts/base.tj"', 'x = read_csv("log.csv")']:
            self.write("rig.tj", line + "\n")
            self.assertEqual(self.run_tj("rig.tj").returncode, 0)
            result = self.run_tj("--sandbox", "rig.tj")
            self.assertEqual(result.returncode, 1)
            self.assertIn("`--sandbox` keeps from every file", result.err)
        self.write(".config/tj/init.tj", "mine = 1\n")
        child = self.start("--sandbox")
        self.assertIn("keeps from every file", self.enter(child, ":load rig.tj"))
        self.enter(child, "a = 1")
        self.assertIn("keeps from every file", self.enter(child, ":save! rig.tj"))
        self.assertIn("keeps from every file", self.enter(child, ":save new.tj"))
        self.assertIn("not defined", self.enter(child, "mine"))
        self.assertFalse(os.path.exists(self.folder + "/new.tj"))

    def test_checking_and_lessons_are_held_too(self):
        self.write("parts/base.tj", "base = 7 W\n")
        self.write("rig.tj", 'use "parts/base.tj"\nbase\n')
        self.assertEqual(self.run_tj("check", "rig.tj").returncode, 0)
        result = self.run_tj("check", "--sandbox", "rig.tj")
        self.assertEqual(result.returncode, 1)
        self.assertIn("`--sandbox` keeps from every file", result.err)
        self.write("list.tj", "x = [" + "1," * 20_000_000 + "1]\n")
        result = self.run_tj("check", "--limit-time", "0.05", "list.tj")
        self.assertEqual((result.returncode, result.out), (1, ""))
        self.assertIn("the limit on time", result.err)
        self.write("lesson.tj", '## One\nask "What is it?" expect 1\n')
        result = self.run_tj(
            "learn", "--sandbox", "lesson.tj", input='x = read_csv("log.csv")\n1\n')
        self.assertIn("`--sandbox` keeps from every file", result.out + result.err)

    def test_a_script_stays_in_its_folder(self):
        self.write("secret.tj", "secret = 42\n")
        self.write("lab/inner/part.tj", "part = 1\n")
        os.symlink(self.folder + "/secret.tj", self.folder + "/lab/link.tj")
        os.symlink(self.folder, self.folder + "/lab/up")
        os.symlink(self.folder + "/lab/inner", self.folder + "/lab/inside")
        for name in ["../secret.tj", "inner/../../secret.tj", "/etc/passwd", "link.tj",
                     "up/secret.tj", self.folder + "/secret.tj"]:
            with self.subTest(name):
                self.write("lab/rig.tj", f'use "{name}"\n')
                result = self.run_tj("lab/rig.tj")
                self.assertEqual((result.returncode, result.out), (1, ""))
                self.assertIn("outside the folder of the script", result.err)
        for name in ["inner/part.tj", "inside/part.tj", self.folder + "/lab/inner/part.tj"]:
            self.write("lab/rig.tj", f'use "{name}"\npart\n')
            self.expect(["lab/rig.tj"], "1\n")
        # a folder that is a link itself
        os.symlink(self.folder + "/lab", self.folder + "/work")
        self.expect(["work/rig.tj"], "1\n")
        # one that is named on the command line may be used from its folder
        self.write("lab/rig.tj", 'use "../secret.tj"\nsecret\n')
        self.expect(["secret.tj", "lab/rig.tj"], "42\n")
        self.expect(["lab/rig.tj", "secret.tj"], "42\n")
        self.expect(["check", "lab/rig.tj", "secret.tj"], "")
        # and so may a table, which is not run itself
        self.write("logs/a.csv", "card,power [W]\nH100,700\n")
        self.write("lab/rig.tj", 'rows = read_csv("../logs/a.csv")\nsum(rows.power)\n')
        self.expect(["lab/rig.tj"], "", code=1, err=None)
        self.expect(["lab/rig.tj", "logs/a.csv"], "700 W\n")
        self.expect(["check", "lab/rig.tj"], "", code=1, err=None)
        self.expect(["check", "lab/rig.tj", "logs/a.csv"], "")

    def test_what_is_no_file_is_not_waited_for(self):
        os.mkfifo(self.folder + "/pipe")
        os.mkdir(self.folder + "/folder")
        for name, said in [("pipe", "is no file: a pipe or a device"),
                           ("folder", "is a folder, no file")]:
            for line in [f'use "{name}"', f'rows = read_csv("{name}")']:
                self.write("rig.tj", line + "\n")
                for arguments in [["rig.tj"], ["check", "rig.tj"]]:
                    result = self.run_tj(*arguments)
                    self.assertEqual((result.returncode, result.out), (1, ""))
                    self.assertIn(f"error: `{name}` {said}", result.err)
        result = self.run_tj("folder")
        self.assertEqual((result.returncode, result.out), (1, ""))
        self.assertIn("error: `folder` is a folder, no file", result.err)
        # a file that the system does not read on
        result = self.run_tj("/proc/self/mem")
        self.assertEqual((result.returncode, result.out), (1, ""))
        self.assertIn("error: `/proc/self/mem` could not be read", result.err)

    def test_a_text_without_end(self):
        for arguments in ["", "-i", "/dev/stdin", "check -", "fmt -", "read -"]:
            code, out, err = self.shell(f"yes '         ' | tj {arguments}")
            self.assertEqual((code, out), (1, ""), arguments)
            self.assertRegex(err, "error: .*(larg|long)er than 256 MiB")

    def test_no_connection_and_no_other_program(self):
        """What a script makes the system do: nothing but memory, its files and its streams."""
        if not os.path.exists("/usr/bin/strace"):
            self.skipTest("strace is not installed")
        self.write("rig.tj", 'use energy\nx = normal(3 kW, 1 kW)\nmean(x)\nexplain mean(x)\n')
        code, out, err = self.shell(
            "strace -f -qq -e trace=network,process tj rig.tj 2>&1 >/dev/null")
        calls = set(re.findall(r"^(?:\[pid +\d+\] )?(\w+)\(", out, re.M))
        self.assertEqual(code, 0, out)
        self.assertLessEqual(calls, {"execve", "arch_prctl", "clone", "clone3", "exit", "exit_group",
                                     "wait4", "rt_sigaction"}, out)
        self.assertEqual(out.count("execve("), 1, out)
