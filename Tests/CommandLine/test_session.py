import os
import re

import pexpect

import program
from prompted import Prompted


class Session(Prompted):
    """The prompt after scripts, and a session as a whole; keys are tested in LineEditingTests."""

    def test_banner_is_one_line(self):
        child = self.start()
        shown = re.sub(r"\x1b\[\?2004[hl]|\r", "", child.before)
        self.assertEqual(len(shown.strip().splitlines()), 1)
        self.assertIn(":help", child.before)

    def test_a_session(self):
        child = self.start()
        self.assertEqual(
            self.enter(child, "node = 4 * h100_sxm * 1.1; jt = node / 319.8 t/s"),
            "node = 3.08 kW\njt = 9.63102 J/t\n")
        shown = self.enter(child, "node = 4 * h100_pcie * 1.1")
        self.assertIn("jt  9.631 → 4.816 J/t  (−50 %)", shown)
        self.assertIn("did you mean `kW`", self.enter(child, "3 kw"))
        self.assertEqual(
            self.enter(child, ":undo"), "undone: node\nnode = 3.08 kW\njt  4.816 → 9.631 J/t  (+100 %)\n")
        self.assertEqual(self.enter(child, "jt"), "9.63102 J/t\n")
        self.assertEqual(self.enter(child, ":save rig.tj"), "saved rig.tj\n")
        child.send("quit\r")
        self.leave(child)
        self.expect(["rig.tj", "-e", "jt"], "9.63102 J/t\n")
        self.assertIn("3 kw", open(self.folder + "/.local/state/tj/history").read())

    def test_a_very_long_value_shows_its_ends(self):
        child = self.start()
        shown = self.enter(child, "z = linspace(1, 1000000, 1000000)")
        self.assertIn("… 999,980 more …", shown)
        self.assertEqual(len(shown.strip().splitlines()), 22)
        shown = self.enter(child, "table linspace(1, 60, 60)")
        self.assertEqual(len(shown.strip().splitlines()), 61)
        child.send("quit\r")
        self.leave(child)
        output = self.run_tj("-e", "linspace(1, 60, 60)").out
        self.assertEqual(len(output.splitlines()), 61)

    def test_after_a_script(self):
        self.write("rig.tj", "node = 3 kW\nprint \"read\"\n")
        child = self.start("-i", "rig.tj")
        self.assertIn("read", child.before)
        self.assertEqual(self.enter(child, "node"), "3 kW\n")
        child.send(chr(4))
        self.leave(child)

    def test_after_a_script_with_an_error(self):
        self.write("rig.tj", "node = 3 kW\n1 / 0\n")
        child = self.start("rig.tj", "-i")
        self.assertIn("error", child.before)
        self.assertEqual(self.enter(child, "node"), "3 kW\n")

    def test_completion_at_the_prompt(self):
        os.makedirs(self.folder + "/lab")
        self.write("lab/rig.tj", "a = 7")
        child = self.start()
        child.send("use l\t")
        child.expect("\"lab/")
        child.send("r\t")
        child.expect("rig.tj\"")
        child.send("\r")
        child.expect("tj> ")
        child.send("3 kW -> \t\t")
        child.expect("hp")
        self.assertNotIn("kWh", child.before)
        child.send("k\x15use \"lab/r\t")
        child.expect("rig.tj\"")
        child.send("\r")
        child.expect("tj> ")
        child.send(":load l\tr\t\r")
        child.expect(":load lab/rig.tj")
        child.expect("tj> ")
        self.assertEqual(self.enter(child, "a"), "7\n")
        child.send("3 kWh -> MJ\r")
        child.expect("10.8 MJ")
        child.expect("tj> ")
        child.send(":dig\t3\r")
        child.expect(":digits 3")
        child.expect("tj> ")
        self.assertEqual(self.enter(child, "1/3"), "0.333\n")
