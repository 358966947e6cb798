import os
import pathlib
import shutil
import stat
import subprocess
import sys
import unittest
from importlib.machinery import SourceFileLoader

import program
from program import Program

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
UNTIDY = "x=3 kW+ 1 kW   # power\n"
TIDY = "x = 3 kW + 1 kW  # power\n"


class Check(Program):
    """`tj check`: every error of a script, without running it."""

    def test_a_sound_script(self):
        self.write("rig.tj", "node = 3 kW\nprint node\n")
        self.expect(["check", "rig.tj"], "")

    def test_every_error(self):
        self.write("rig.tj", "a = 3 W + 2 s\nb = nod\nf(x) = x + 3 W\nf(2 kg)\nprint a, b\n")
        result = self.run_tj("check", "rig.tj")
        self.assertEqual((result.returncode, result.out), (1, ""))
        places = [line.split(":")[1] for line in result.err.splitlines() if "-->" in line]
        self.assertEqual(places, ["1", "2", "4"])

    def test_nothing_is_run(self):
        self.write("rig.tj", "assert 1 == 2\nx = sum(linspace(0, 1, 10_000_000) * (1..2))\nprint x\n")
        self.expect(["check", "rig.tj"], "")

    def test_several_files_each_by_itself(self):
        self.write("a.tj", "x = 3\nprint x\n")
        self.write("b.tj", "print x\n")
        result = self.run_tj("check", "a.tj", "b.tj")
        self.assertEqual(result.returncode, 1)
        self.assertIn("b.tj:1:7", result.err)
        self.assertNotIn("a.tj", result.err)

    def test_files_that_it_uses(self):
        self.write("rig.tj", "unit rack = 4 gpu\nnode = 3 kW\nbad = node + 1 s\n")
        self.write("main.tj", 'use "rig.tj"\nprint node / 2 rack\n')
        result = self.run_tj("check", "main.tj")
        self.assertEqual(result.returncode, 1)
        self.assertIn("rig.tj:3:12", result.err)
        self.assertEqual(self.run_tj("check", "-", input='use "gone.tj"\n').returncode, 1)

    def test_input_and_wrong_usage(self):
        self.expect(["check", "-"], "", input="1 + 1\n")
        self.assertEqual(self.run_tj("check", "-", input="1 + 1 W").returncode, 1)
        self.assertEqual(self.run_tj("check").returncode, 2)
        self.assertEqual(self.run_tj("check", "gone.tj").returncode, 1)

    def test_a_command_that_scripts_do_not_have(self):
        result = self.run_tj("check", "-", input=":digits 8\n:undo\n:digts 3\n")
        self.assertEqual(result.returncode, 1)
        self.assertIn("standard input:2:1", result.err)
        self.assertIn("standard input:3:1", result.err)


class Fmt(Program):
    """`tj fmt`: blanks and indents in order."""

    def test_in_place_with_its_rights(self):
        path = self.write("rig.tj", UNTIDY)
        os.chmod(path, 0o750)
        self.expect(["fmt", "rig.tj"], "")
        with open(path) as file:
            self.assertEqual(file.read(), TIDY)
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o750)
        self.assertEqual(os.listdir(self.folder), ["rig.tj"])

    def test_through_a_link(self):
        self.write("rig.tj", UNTIDY)
        os.symlink("rig.tj", os.path.join(self.folder, "link.tj"))
        self.expect(["fmt", "link.tj"], "")
        self.assertTrue(os.path.islink(os.path.join(self.folder, "link.tj")))
        with open(os.path.join(self.folder, "rig.tj")) as file:
            self.assertEqual(file.read(), TIDY)

    def test_what_is_in_order_is_not_written(self):
        path = self.write("rig.tj", TIDY)
        before = os.stat(path)
        self.expect(["fmt", "rig.tj"], "")
        after = os.stat(path)
        self.assertEqual((before.st_ino, before.st_mtime_ns), (after.st_ino, after.st_mtime_ns))

    def test_check_names_files(self):
        self.write("a.tj", TIDY)
        path = self.write("b.tj", UNTIDY)
        self.expect(["fmt", "--check", "a.tj", "b.tj"], "b.tj\n", code=1)
        with open(path) as file:
            self.assertEqual(file.read(), UNTIDY)
        self.expect(["fmt", "--check", "a.tj"], "")

    def test_faults_leave_a_file_alone(self):
        path = self.write("bad.tj", "x=(1 +\n")
        self.write("good.tj", UNTIDY)
        result = self.run_tj("fmt", "bad.tj", "good.tj")
        self.assertEqual(result.returncode, 1)
        self.assertIn("bad.tj:1", result.err)
        with open(path) as file:
            self.assertEqual(file.read(), "x=(1 +\n")
        with open(os.path.join(self.folder, "good.tj")) as file:
            self.assertEqual(file.read(), TIDY)

    def test_blanks_that_decide(self):
        for text in ["3 kW*t", "10 kW / 5 kg/s", "2 t", "-5 °C", "x - 5 °C", "1/2 m", "3.6*10^6 J"]:
            self.expect(["fmt", "-"], f"a = {text}\n", input=f"a={text}", err=None)

    def test_crlf_and_a_missing_newline(self):
        self.expect(["fmt", "-"], "x = 1\ny = 2\n", input="x=1\r\ny=2")
        self.expect(["fmt", "-"], "", input="\n\n")


class Shells(Program):
    """Completion scripts and the manual page."""

    def test_completion_scripts(self):
        for shell in ["bash", "zsh", "fish"]:
            result = self.run_tj("--generate-completion-script", shell)
            self.assertEqual(result.returncode, 0)
            for word in ["check", "fmt", "learn", "--resume", "--demo"]:
                self.assertIn(word.lstrip("-"), result.out, shell)
            if shutil.which(shell):
                path = self.write(f"tj.{shell}", result.out)
                checked = subprocess.run([shell, "-n", path], capture_output=True, text=True)
                self.assertEqual(checked.returncode, 0, checked.stderr)

    def test_units_in_the_editors_are_those_of_tj(self):
        """The names that the syntax files hold, as `tj check` takes them."""
        scripts = os.path.join(ROOT, "scripts")
        sys.path.insert(0, scripts)
        embed = SourceFileLoader("embed", os.path.join(scripts, "embed")).load_module()
        prefixed, plain = embed.editors.units(pathlib.Path(ROOT), embed.declarations)
        names = prefixed + plain
        self.assertGreater(len(names), 300)
        script = "".join(f"1 {name}\n" for name in names)
        result = self.run_tj("check", "-", input=script)
        self.assertEqual(result.returncode, 0, result.err)

    def test_the_manual_page_is_current(self):
        made = subprocess.run(
            ["python3", os.path.join(ROOT, "scripts", "manual"), program.PROGRAM, "--check"],
            capture_output=True, text=True)
        self.assertEqual(made.returncode, 0, made.stderr)

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is not installed")
    def test_the_manual_page_is_sound(self):
        lint = subprocess.run(
            ["mandoc", "-T", "lint", "-W", "warning", os.path.join(ROOT, "docs", "tj.1")],
            capture_output=True, text=True)
        wrong = [line for line in (lint.stdout + lint.stderr).splitlines() if "mandoc.db" not in line]
        self.assertEqual(wrong, [])
