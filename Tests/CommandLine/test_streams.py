import json
import os
import signal
import subprocess
import time

import program
from program import Program

# seconds of work in many steps
SLOW = "x = linspace(0, 1, 3000); y = linspace(0, 1, 3000); " + (
    "max(max(exp(x * y) ^ 2.5 over x)); " * 100)


class StandardInput(Program):
    def test_statements(self):
        self.expect([], "2\n4\n", input="1 + 1\n2 + 2\n")
        self.expect([], "3\n", input="(1 +\n2)")
        self.expect([], "", input="")
        self.expect([], "", input="node = 3 kW\n")

    def test_dash(self):
        self.expect(["-"], "2\n", input="1 + 1\n")
        self.write("a.tj", "a = 1")
        self.expect(["a.tj", "-"], "2\n", input="a + 1\n")

    def test_interactive_without_a_terminal(self):
        self.write("a.tj", "a = 1")
        self.expect(["-i", "a.tj"], "2\n", input="a + 1\n")

    def test_no_prompt_and_no_banner(self):
        self.assertNotIn("tj", self.run_tj(input="1 + 1\n").out)

    def test_the_place_of_an_error(self):
        result = self.run_tj(input="1 + 1\n3 kw\n")
        self.assertEqual((result.returncode, result.out), (1, "2\n"))
        self.assertIn("standard input:2:3", result.err)

    def test_line_ends_of_windows(self):
        self.expect([], "2\n4\n", input="1 + 1\r\n2 + 2\r\n")

    def test_bytes_that_are_no_text(self):
        result = self.run_tj(input=b"1 + \xff\n")
        self.assertEqual(result.returncode, 1)
        self.assertIn("UTF-8", result.err)

    def test_a_named_pipe(self):
        self.assertEqual(self.shell("tj <(echo 1 + 1)")[:2], (0, "2\n"))


class Output(Program):
    def test_results_and_errors_go_apart(self):
        self.write("rig.tj", "1 + 1\n1 / 0\n2 + 2\n")
        result = self.run_tj("rig.tj")
        self.assertEqual((result.out, result.returncode), ("2\n", 1))
        self.assertIn("rig.tj:2", result.err)

    def test_their_order_on_one_stream(self):
        self.write("rig.tj", "1 + 1\nassert 1 == 2\n2 + 2\n")
        code, out, _ = self.shell("tj rig.tj 2>&1")
        self.assertEqual(code, 1)
        self.assertLess(out.index("2\n"), out.index("error"))
        self.assertTrue(out.endswith("4\n"), out)

    def test_notes_go_to_standard_error(self):
        result = self.run_tj("-e", "1/2 m")
        self.assertEqual(result.returncode, 0)
        self.assertIn("note", result.err)
        self.assertNotIn("note", result.out)

    def test_syntax_errors_come_before_anything_runs(self):
        self.write("rig.tj", "1 + 1\n(2\n")
        result = self.run_tj("rig.tj")
        self.assertEqual((result.out, result.returncode), ("", 1))

    def test_every_syntax_error_is_reported(self):
        self.write("rig.tj", "1 000\n5.\n")
        result = self.run_tj("rig.tj")
        self.assertIn("rig.tj:1", result.err)
        self.assertIn("rig.tj:2", result.err)

    def test_a_reader_that_leaves(self):
        self.write("rig.tj", "1\n" * 200_000)
        code, out, err = self.shell("set -o pipefail; tj rig.tj | head -1")
        self.assertEqual((code, out, err), (0, "1\n", ""))

    def test_a_full_disk(self):
        code, _, err = self.shell("tj -e 1 > /dev/full")
        self.assertEqual(code, 1)
        self.assertIn("No space left on device", err)

    def test_many_lines(self):
        self.write("rig.tj", "".join(f"{i} W\n" for i in range(1, 1001)))
        self.assertEqual(self.run_tj("rig.tj").out.split("\n")[998], "999 W")

    def test_color_on_a_terminal_only(self):
        import pexpect

        def shown(*arguments, **environment):
            child = pexpect.spawn(
                program.PROGRAM, [*arguments, "-e", "3 kW"], encoding="utf-8", timeout=5,
                env={**self.environment, **environment})
            child.expect(pexpect.EOF)
            child.close()
            return child.before

        self.assertIn("\x1b", shown())
        self.assertNotIn("\x1b", shown(NO_COLOR="1"))
        self.assertIn("\x1b", shown(NO_COLOR=""))
        self.assertNotIn("\x1b", shown(TERM="dumb"))
        self.assertNotIn("\x1b", shown("--color", "never"))
        self.assertIn("\x1b", shown("--color", "always", NO_COLOR="1"))


class Ends(Program):
    def code(self, *arguments, **options):
        return self.run_tj(*arguments, **options).returncode

    def test_codes(self):
        self.assertEqual(self.code("-e", "1 + 1"), 0)
        self.assertEqual(self.code("-e", "assert 1 == 1"), 0)
        self.assertEqual(self.code("-e", "assert 1 == 2"), 1)
        self.assertEqual(self.code("-e", "1 / 0"), 1)
        self.assertEqual(self.code("-e", "1 +"), 1)
        self.assertEqual(self.code("-e", "a = b + 1"), 1)
        self.assertEqual(self.code("--frobnicate"), 2)

    def test_a_failed_assert_goes_on(self):
        result = self.run_tj("-e", "assert 1 == 2; 2 + 2")
        self.assertEqual((result.out, result.returncode), ("4\n", 1))

    def interrupt(self, process):
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
        return process.returncode, out.decode(), err.decode()

    def start(self, *arguments):
        # whoever runs the tests in the background may have Ctrl-C ignored
        return subprocess.Popen(
            [program.PROGRAM, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, env=self.environment, cwd=self.folder,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))

    def test_an_interrupt(self):
        code, out, err = self.interrupt(self.start("-e", "1 + 1; " + SLOW))
        self.assertEqual(code, 130)
        # what was found before is not lost
        self.assertTrue(out.startswith("2\n"), out)
        self.assertTrue(err.endswith("interrupted\n"), err)

    def test_an_interrupt_while_it_prints(self):
        # a table of a million lines, which nobody reads
        process = self.start(
            "-e", "x = linspace(0, 1, 1000); y = linspace(0, 1, 1000); table x, y, x * y; 1 + 1")
        out = process.stdout.read(1000)
        process.send_signal(signal.SIGINT)
        rest, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130)
        self.assertLess(len(rest), 1_000_000)
        self.assertTrue(err.endswith(b"interrupted\n"), err)

    def test_an_interrupt_while_it_waits_for_input(self):
        process = self.start("-")
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        # shells show the end by the signal itself as 130 too
        self.assertIn(process.wait(10), (130, -signal.SIGINT))
        process.communicate()

    def test_settings_in_a_script(self):
        self.expect(["-e", ":digits 3; 1/3"], "0.333\n")
        self.assertEqual(json.loads(self.run_tj("-e", ":format json; 1 + 1").out)["value"], 2)
        result = self.run_tj("-e", "1; :list; 2")
        self.assertEqual((result.out, result.returncode), ("1\n", 1))
        self.assertIn("prompt", result.err)
