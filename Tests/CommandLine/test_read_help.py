import json

from program import Program


class Read(Program):
    """`tj read`: how a line is read."""

    def test_a_line_and_its_tree(self):
        self.expect(
            ["read", "node / 319.8 t/s"],
            "node / (319.8 t/s)   # t/s is token/time\n"
            "divide     /\n"
            "├─ name    node\n"
            "└─ number  319.8 t/s   token per second\n")

    def test_a_text_that_begins_with_a_sign(self):
        self.assertIn("negate", self.run_tj("read", "-x^2").out)
        self.assertIn("negate", self.run_tj("read", "--format", "text", "--", "-x^2").out)

    def test_as_data(self):
        result = self.run_tj("read", "a / 3 kW", "--format", "json")
        reading = json.loads(result.out)
        self.assertEqual(reading["reading"], "a / (3 kW)")
        self.assertEqual([part["kind"] for part in reading["tree"]["parts"]], ["name", "number"])

    def test_from_standard_input(self):
        for arguments in [["read"], ["read", "-"]]:
            result = self.run_tj(*arguments, input="unit lap = 400 m\n2 lap\n")
            self.assertEqual(result.returncode, 0)
            self.assertIn("2 lap   # lap is length", result.out)

    def test_faults(self):
        self.assertEqual(self.run_tj("read", "a = ").returncode, 1)
        self.assertEqual(self.run_tj("read", "--frmat", "json").returncode, 2)
        self.assertEqual(self.run_tj("read", "--help").returncode, 0)

    def test_a_file_of_that_name(self):
        self.write("read", "1 + 1")
        self.expect(["./read"], "2\n")


class Help(Program):
    """`tj help TOPIC`: what ?topic says at the prompt."""

    def test_several_topics(self):
        result = self.run_tj("help", "with", "->", "J/t", ":undo", "power")
        self.assertEqual((result.returncode, result.err), (0, ""))
        for words in ["jt with node", "asks for a unit", "joule per token", ":redo", "a dimension"]:
            self.assertIn(words, result.out)

    def test_what_is_not_known(self):
        result = self.run_tj("help", "wth")
        self.assertEqual(result.returncode, 1)
        self.assertIn("nothing is known about `wth`", result.err)

    def test_as_data(self):
        page = json.loads(self.run_tj("help", "sqrt", "--format", "json").out)
        self.assertEqual(page["example"], ["sqrt(4 m^2)", "#> 2 m"])

    def test_the_whole_reference(self):
        page = self.run_tj("help", "--all").out
        self.assertTrue(page.startswith("# Reference\n"))
        self.assertIn("\n### `->`\n", page)
