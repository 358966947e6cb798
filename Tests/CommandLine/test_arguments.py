import json
import os
import stat

import program
from program import Program

CARD = "node = 4 * h100_sxm * 1.1; jt = node / 319.8 t/s"


class Statements(Program):
    def test_the_line_on_the_card(self):
        self.expect(["-e", CARD], "jt = 9.63102 J/t\n")

    def test_several_are_one_source(self):
        self.expect(["-e", "x = 2", "-e", "y = x * 3"], "y = 6\n")
        self.expect(["-e", "(1 +", "-e", "2)"], "3\n")

    def test_bare_expressions_print(self):
        self.expect(["-e", "1 + 1; 2 + 2"], "2\n4\n")

    def test_a_text_that_looks_like_an_option(self):
        self.expect(["-e", "-5 °C -> °F"], "23 °F\n")
        self.expect(["-e", "-3"], "-3\n")

    def test_after_files(self):
        self.write("rig.tj", CARD)
        self.expect(["rig.tj", "-e", "jt -> kWh/million t"], "2.67528 kWh/million t\n")
        self.expect(["-e", "jt -> kWh/million t", "rig.tj"], "2.67528 kWh/million t\n")


class BothReadings(Program):
    """The commonest command lines are read directly, the others by ArgumentParser."""

    def same(self, *arguments, **options):
        direct = self.run_tj(*arguments, **options)
        for extra in [["--format", "text"], ["--color", "auto"]]:
            # an option that changes nothing leads through the other reading
            other = self.run_tj(*extra, *arguments, **options)
            self.assertEqual(
                (direct.returncode, direct.out, direct.err),
                (other.returncode, other.out, other.err), arguments)

    def test_statements(self):
        for texts in [["1 + 2"], ["-3"], ["--help"], ["-e"], [""], ["a = 1", "a"], ["1 +"], ["é"]]:
            self.same(*[part for text in texts for part in ("-e", text)])

    def test_files(self):
        self.write("a.tj", "a = 1\nprint a\n")
        self.write("b", "print a + 1\n")
        self.same("a.tj")
        self.same("a.tj", "b")
        self.same("a.tj", "-e", "a")
        self.same("-e", "a", "a.tj")
        self.same("-", input="1 + 1")
        self.same("a.tj", "-", input="a + 5")
        self.same("none.tj")

    def test_nothing(self):
        self.same(input="1 + 1\n")

    def test_faults(self):
        for arguments in [["-e"], ["--frobnicate"], ["-x"], ["a.tj", "--digits"]]:
            direct = self.run_tj(*arguments)
            self.assertEqual(direct.returncode, 2, arguments)


class Files(Program):
    def test_a_script_prints_what_is_asked_for(self):
        self.write("rig.tj", CARD)
        self.expect(["rig.tj"], "")
        self.write("rig.tj", CARD + "\njt\njt -> kWh/million t\n")
        self.expect(["rig.tj"], "9.63102 J/t\n2.67528 kWh/million t\n")

    def test_run_is_the_same(self):
        self.write("rig.tj", CARD + "\njt\n")
        self.expect(["run", "rig.tj"], "9.63102 J/t\n")

    def test_several_share_a_session(self):
        self.write("a.tj", "a = 1")
        self.write("b.tj", "a + 1")
        self.expect(["a.tj", "b.tj"], "2\n")

    def test_a_missing_file(self):
        result = self.run_tj("no-such-file.tj")
        self.assertEqual((result.returncode, result.out), (1, ""))
        self.assertIn("no-such-file.tj", result.err)

    def test_a_folder(self):
        result = self.run_tj("/")
        self.assertEqual(result.returncode, 1)
        self.assertIn("/", result.err)

    def test_files_beside_the_script(self):
        self.write("lab/base.tj", "a = 7\nprint \"never shown\"\n")
        self.write("lab/rig.tj", "use \"base.tj\"\na * 2\n")
        self.expect(["lab/rig.tj"], "14\n")

    def test_program_line(self):
        path = self.write("rig", "#!/usr/bin/env tj\n1 + 1\n")
        os.chmod(path, stat.S_IRWXU)
        self.assertEqual(self.shell("./rig"), (0, "2\n", ""))


class Settings(Program):
    def setUp(self):
        super().setUp()
        self.write("rig.tj", "node = 3 kW\npue = 1.5\ntotal = node * pue\ntotal\n")

    def test_set_of_a_catalog_figure(self):
        self.write("card.tj", "node = 4 * h100_sxm\n")
        # 4 cards of 700 W; 4 * 1 kW; 4 * 1.1 * 700 W
        self.expect(["run", "card.tj", "--print", "node"], "2.8 kW\n")
        self.expect(["run", "card.tj", "--print", "node", "--set", "h100_sxm=1 kW"], "4 kW\n")
        self.expect(
            ["run", "card.tj", "--print", "node", "--set", "h100_sxm = h100_sxm * 1.1"],
            "3.08 kW\n")
        result = self.run_tj("run", "card.tj", "--print", "node", "--set", "h100_sxm=1 kg")
        self.assertEqual((result.returncode, result.out), (1, ""))
        self.assertIn("`h100_sxm` is 700 W (power), and cannot become mass", result.err)

    def test_set_of_a_name_by_itself(self):
        self.write("own.tj", "node = 1 kW + 500 W\n")
        self.expect(
            ["run", "own.tj", "--print", "node", "--set", "node = node * 2"], "3 kW\n")

    def test_set_of_other_labels(self):
        self.write("list.tj", "b = [1, 2]\nr = [5, 6] over b\n")
        result = self.run_tj("run", "list.tj", "--print", "r", "--set", "b=[1, 3]")
        self.assertEqual((result.returncode, result.out), (0, "[5, 6] over b\n"))
        self.assertIn("`b` has other labels now, and `r` was written for the old ones", result.err)
        self.expect(["run", "list.tj", "--print", "r", "--set", "b=[1, 2.0]"], "[5, 6] over b\n")

    def test_options_before_run(self):
        self.write("own.tj", "x = 2 / 3\n")
        self.expect(["--no-init", "run", "own.tj", "--print", "x"], "0.666667\n")
        self.expect(["--digits", "2", "run", "own.tj", "--print", "x"], "0.67\n")
        result = self.run_tj("--format", "json", "read", "1 + 2")
        self.assertEqual(result.returncode, 0)
        self.assertTrue(result.out.startswith('{"kind"'), result.out)
        # a text that is a word of the command line is a text
        self.expect(["-e", "run = 3"], "run = 3\n")

    def test_set(self):
        self.expect(["rig.tj"], "4.5 kW\n")
        self.expect(["run", "rig.tj", "--set", "node=2 kW"], "3 kW\n")
        self.expect(["run", "rig.tj", "--set", "node = 2 kW", "--set", "pue=2"], "4 kW\n")
        self.expect(["run", "--set", "pue=2", "rig.tj"], "6 kW\n")

    def test_a_name_that_the_script_does_not_define(self):
        result = self.run_tj("run", "rig.tj", "--set", "nod=2 kW")
        self.assertEqual(result.returncode, 1)
        self.assertIn("nod", result.err)

    def test_what_is_no_definition(self):
        for text in ["node", "=2", "2 kW", "node=", "a=1; b=2"]:
            result = self.run_tj("run", "rig.tj", "--set", text)
            self.assertEqual((result.returncode, result.out), (2, ""), text)
            self.assertIn("error", result.err)


class Options(Program):
    def test_format(self):
        result = self.run_tj("--format", "json", "-e", "3 kW")
        self.assertEqual(
            {k: v for k, v in json.loads(result.out).items() if k in ("value", "unit", "kind")},
            {"kind": "value", "value": 3, "unit": "kW"})
        self.assertIn("|", self.run_tj("--format=markdown", "-e", "[1, 2] kW; table [1, 2] kW").out)
        self.assertEqual(len(self.run_tj("--format", "csv", "-e", "[1, 2] kW").out.splitlines()), 3)
        self.expect(["--format", "text", "-e", "3 kW"], "3 kW\n")

    def test_json_errors(self):
        self.write("rig.tj", "1 + 1\n3 kw\n")
        result = self.run_tj("--format", "json", "rig.tj")
        self.assertEqual(result.returncode, 1)
        error = json.loads(result.err)
        self.assertEqual(error["kind"], "error")
        self.assertEqual((error["file"], error["line"], error["column"]), ("rig.tj", 2, 3))
        for field in ["id", "message"]:
            self.assertIsInstance(error[field], str)

    def test_digits(self):
        self.expect(["--digits", "3", "-e", "1/3"], "0.333\n")
        self.expect(["--digits=12", "-e", "1/3"], "0.333333333333\n")

    def test_color(self):
        self.assertNotIn("\x1b", self.run_tj("-e", "3 kW").out)
        self.assertIn("\x1b", self.run_tj("--color", "always", "-e", "3 kW").out)
        self.assertIn("\x1b", self.run_tj("--color", "always", "-e", "3 kw").err)
        self.assertNotIn("\x1b", self.run_tj("--color", "never", "-e", "3 kW").out)

    def test_version(self):
        result = self.run_tj("--version")
        self.assertEqual(result.returncode, 0)
        self.assertRegex(result.out, r"^tj \d+\.\d+\.\d+\n$")

    def test_help_begins_with_examples(self):
        result = self.run_tj("--help")
        self.assertEqual((result.returncode, result.err), (0, ""))
        self.assertLess(result.out.index("tj rig.tj"), result.out.index("--format"))
        for word in ["-e", "-i", "--set", "--format", "--digits", "--color", "--version", "--help"]:
            self.assertIn(word, result.out)
        self.assertEqual(self.run_tj("-h").out, result.out)
        self.assertEqual(self.run_tj("help").out, result.out)

    def test_examples_of_the_help(self):
        self.assertIn("7.56 MJ", self.run_tj("--help").out)
        self.expect(["-e", "700 W * 3 h -> MJ"], "7.56 MJ\n")

    def test_wrong_usage(self):
        self.write("rig.tj", "1")
        for arguments in [
            ["--frobnicate"], ["-x"], ["-e"], ["--digits", "many", "-e", "1"],
            ["--digits", "0", "-e", "1"], ["--digits", "18", "-e", "1"], ["--format", "xml"],
            ["--color", "red"], ["run"], ["run", "--set"], ["rig.tj", "--format"],
        ]:
            result = self.run_tj(*arguments)
            self.assertEqual((result.returncode, result.out), (2, ""), arguments)
            self.assertTrue(result.err.startswith("tj: "), result.err)
            self.assertIn("tj --help", result.err)

    def test_a_nearest_option(self):
        self.assertIn("--format", self.run_tj("--fromat", "json").err)

    def test_words_after_two_dashes_are_files(self):
        self.write("-odd.tj", "1 + 1")
        self.expect(["--", "-odd.tj"], "2\n")
