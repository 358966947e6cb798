"""`tj learn` at a terminal and without one."""

import json
import os
import re
import stat

import pexpect

import course
import program
from prompted import Prompted

SHORT = """\
## lesson: Lamps
## minutes: 2

## A watt is a joule per second.

## A lamp.
## source: a guess
lamp = 10 W
hours = 2 h

ask "What does it use in two hours?" expect lamp * hours within 2% hint "Power times time."
ask "And in a minute?" expect lamp * 1 min within 2%
"""

# Every kind of wrong answer: a question each, with what is typed and a part of what is said about it.
# node / tput is 10 J/t, cards * 700 W * 1.1 are 3080 W, both / tput is 5..10 J/t.
SLIPS = """\
node = 3 kW
tput = 300 t/s
jt = node / tput
cards = 4
both = 1.5..3 kW
batch = [1, 2, 4]
rate = [10, 20, 40] t/s over batch
"""
KINDS = [
    ("node / tput within 1%", [
        ("true", "A value is asked for, not a yes or no."),
        ('"abc"', "A value is asked for, not a text."),
        ("10", "The number is right; now say of what: write its unit, J/t."),
        ("12", "A number without a unit could be anything: an energy per token is asked for. J/t or "
         "kWh/Mt, say."),
        ("node", "That is power, J per second, and an energy per token is asked for: did you forget "
         "to divide by `tput`, tokens per second?"),
        ("tput / node", "it stands on its head. One over it is right."),
        ("10 kJ/t", "That is too large by a factor of 1000"),
        ("-10 J/t", "The sign is wrong; the rest is right."),
        ("9..10 J/t", "One value is asked for: the high end of that range."),
        ("10..12 J/t", "One value is asked for: the low end of that range."),
        ("8..9 J/t", "One value is asked for, not a range."),
        ("[1, 2] J/t", "One value is asked for; that is a list of 2."),
        ("9.8 J/t", "Close: 2 % too low. Was it rounded on the way?"),
        ("9 J/t", "Close: 10 % too low."),
        ("33 J/t", "The unit fits, but the value is 3.3 times too large."),
        ("3 J/t", "The unit fits, but the value is 3.3 times too small."),
        ("lmap", "`lmap` is not defined"),
    ]),
    ("node / 312 t/s within 0.1%", [
        ("9.6 J/t", "That is rounded too far: a few more digits, or the formula instead"),
    ]),
    ("cards * 700 W * 1.1 within 1%", [
        ("cards * 700 W", "Multiply by the `1.1` and it is right: that was forgotten."),
        ("700 W * 1.1", "Multiply by `cards` and it is right: that was forgotten."),
        ("cards * 700 W * 1.1 * 1.1", "Divide by the `1.1` and it is right: that is in it and does "
         "not belong there."),
        ("cards * 700 W / 1.1", "The `1.1` is in it the wrong way round: you divided where you should "
         "multiply."),
        ("700 W", "Multiply by the `1.1` and `cards` and it is right: they were forgotten."),
    ]),
    ("both / tput within 1%", [
        ("6 J/t", "One value is not enough: a range is asked for, low..high."),
        ("5 J/t", "That is the low end only. The whole range is asked for, low..high."),
        ("10 J/t", "That is the high end only. The whole range is asked for, low..high."),
        ("10..5 J/t", "The two ends are swapped: the low one comes first."),
        ("5..9 J/t", "The low end is right. Look at the high one again."),
        ("4..10 J/t", "The high end is right. Look at the low one again."),
    ]),
    ("high(both) within 1%", [
        ("low(both)", "That is the low end; the high one is asked for."),
        ("both", "One value is asked for: the high end of that range."),
    ]),
    ("low(both) within 1%", [
        ("high(both)", "That is the high end; the low one is asked for."),
    ]),
    ("rate within 1%", [
        ("[10, 20] t/s", "That is a list of 2; 3 values are asked for."),
        ("20 t/s", "That is one value; 3 are asked for, a list."),
        ("[10, 20, 44] t/s", "2 values are right. Look again at batch = 4."),
    ]),
    ("jt -> kWh/Mt within 1%", [("jt", "That is the same, in J/t; say it in kWh/Mt.")]),
    ("1 kWh/Mt / 1 J/t within 1%", [
        ("1/3.6", "That is one over the answer: it stands on its head."),
    ]),
    ("jt * 44 gCO2e/kWh within 1%", [
        ("jt * 44 g/kWh", "That is mass per token, and emissions per token are asked for: write "
         "`CO2e` behind the mass, as in `44 gCO2e`."),
    ]),
    ("3 m", [("3 kg", "That is mass, and a length is asked for.")]),
    ("node - node", [("5 W", "The unit fits, but the value does not.")]),
    ('"node"', [("3 kW", "A name or a text is asked for."), ('"tput"', "That is another one.")]),
    ("node > 2 kW", [
        ("3 kW", "A yes or no is asked for: a comparison such as `a < b`."),
        ("no", "It is the other way round."),
    ]),
]


class Learn(Prompted):
    def start_lesson(self, *arguments, columns=80):
        child = pexpect.spawn(
            program.PROGRAM, ["learn", *arguments], encoding="utf-8", timeout=5,
            dimensions=(40, columns), env={**self.environment, "NO_COLOR": "1"}, cwd=self.folder)
        child.delaybeforesend = None
        self.addCleanup(child.close, force=True)
        child.expect("answer> ")
        return child

    def answer(self, child, text, last=False):
        """What is said about an answer, up to the next answer prompt; lines are joined."""
        child.send(text + "\r")
        child.expect(pexpect.EOF if last else "answer> ")
        shown = re.sub(r"\x1b\[\?2004[hl]|\r", "", child.before)
        # what readline drew of the line that was typed
        return re.sub(r"\s+", " ", shown.split("\n", 1)[1])

    def finish(self, child, code=0):
        child.close()
        self.assertEqual(child.exitstatus, code)

    def lines(self, *lines, arguments=(), **environment):
        return self.run_tj(
            "learn", *arguments, input="\n".join(lines) + "\n", **environment)

    # the course

    def test_every_lesson_with_right_answers(self):
        """Answers from python, typed with all digits: a lesson that reckoned otherwise would say so."""
        for number, questions in course.LESSONS.items():
            with self.subTest(lesson=number):
                child = self.start_lesson(str(number))
                for i, (right, *_) in enumerate(questions):
                    isLast = i == len(questions) - 1
                    said = self.answer(child, course.typed(right), last=isLast)
                    self.assertIn("Right.", said, f"lesson {number}, question {i + 1}")
                    self.assertNotIn("Worked out it is", said, f"lesson {number}, question {i + 1}")
                self.assertIn(f"All {len(questions)} questions are answered.", said)
                self.finish(child)
        listed = self.run_tj("learn").out
        self.assertEqual(listed.count("  done"), len(course.LESSONS), listed)

    def test_every_lesson_with_wrong_answers(self):
        for number, questions in course.LESSONS.items():
            with self.subTest(lesson=number):
                child = self.start_lesson(str(number))
                for i, (right, *wrong) in enumerate(questions):
                    for text, part in wrong:
                        said = self.answer(child, text)
                        where = f"lesson {number}, question {i + 1}: {text}: {said}"
                        self.assertIn("Not yet.", said, where)
                        self.assertIn(part.lower(), said.lower(), where)
                    said = self.answer(child, "skip", last=i == len(questions) - 1)
                self.assertIn(f"0 of {len(questions)} questions are answered", said)
                self.finish(child)

    def test_each_kind_of_wrong_answer(self):
        questions = "".join(f'ask "Number {i}?" expect {right}\n'
                            for i, (right, _) in enumerate(KINDS, 1))
        self.write("slips.tj", SLIPS + questions)
        child = self.start_lesson("slips.tj")
        for i, (right, wrong) in enumerate(KINDS, 1):
            for text, words in wrong:
                said = self.answer(child, text)
                self.assertIn(words, said, f"{right}: {text}")
                self.assertNotIn("Right.", said)
            self.answer(child, "skip", last=i == len(KINDS))
        self.finish(child)

    def test_where_an_error_stands(self):
        """Of whatever kind it is, an error in an answer is located like one at the prompt."""
        self.write("lamps.tj", SHORT)
        child = self.start_lesson("lamps.tj")
        for text in ["lamp * * 2", "lmap * 2", "lamp + hours"]:
            self.assertRegex(self.answer(child, text), r"--> 1:\d")

    def test_what_only_repeats_the_question_is_no_answer(self):
        """Where a question asks for a unit, its value in another one is met with both."""
        asking = set()
        for number, source in enumerate(self.lessons(), 1):
            for i, question in enumerate(source.split("\nask ")[1:], 1):
                answer = re.search(r"expect\s+(.*?)(?: within|$)", question, re.DOTALL)[1]
                if "->" in answer:
                    asking.add((number, i))
        self.assertEqual(asking, set(course.OTHER_UNITS))
        for number, questions in course.LESSONS.items():
            tried = [i for lesson, i in course.OTHER_UNITS if lesson == number]
            if not tried:
                continue
            child = self.start_lesson(str(number))
            for i in range(1, len(questions) + 1):
                if i in tried:
                    text, got, wanted = course.OTHER_UNITS[number, i]
                    said = self.answer(child, text)
                    got = "as " + got if got.startswith("a ") else "in " + got
                    self.assertIn(
                        f"Not yet. That is the same, {got}; say it in {wanted}.", said,
                        f"lesson {number}, question {i}: {text}")
                self.answer(child, "skip", last=i == len(questions))
            self.finish(child)

    def lessons(self):
        root = os.path.join(os.path.dirname(__file__), "../../Sources/Shell/Lessons/Course")
        for name in sorted(os.listdir(root)):
            with open(os.path.join(root, name), encoding="utf-8") as file:
                yield file.read()

    def test_every_lesson_plays_itself(self):
        for number, questions in course.LESSONS.items():
            done = self.run_tj("learn", str(number), "--demo")
            self.assertEqual(done.returncode, 0, done.out)
            self.assertEqual(done.out.count("\nRight."), len(questions), done.out)
            self.assertEqual(done.out.count("\nanswer> "), len(questions))
            # text stands in 80 columns; a table may be wider
            for line in done.out.splitlines():
                if re.match(r"[A-Z*][a-z]", line):
                    self.assertLessEqual(len(line), 80, line)

    def test_the_list(self):
        out = self.run_tj("learn").out
        self.assertEqual(len(out.splitlines()), len(course.LESSONS) + 2)
        self.assertRegex(out, r"\n   2  From a node to joules per token +5 min\n")
        table = json.loads(self.run_tj("learn", "--format", "json").out)
        self.assertEqual(table["kind"], "lessons")
        self.assertEqual([row["number"] for row in table["lessons"]], list(course.LESSONS))
        self.assertEqual({row["done"] for row in table["lessons"]}, {False})
        rows = self.run_tj("learn", "--format", "csv").out.splitlines()
        self.assertEqual(rows[0], "lesson,title,minutes,answered,questions,done")
        self.assertIn("| 3 | kWh per million tokens | 5 |  |", self.run_tj(
            "learn", "--format", "markdown").out)

    def test_a_lesson_is_a_script(self):
        root = os.path.join(os.path.dirname(__file__), "../../Sources/Shell/Lessons/Course")
        files = sorted(os.listdir(root))
        self.assertEqual(len(files), len(course.LESSONS))
        for name, questions in zip(files, course.LESSONS.values()):
            done = self.run_tj(os.path.join(root, name), "--format", "json")
            self.assertEqual((done.returncode, done.err.count("error")), (0, 0), done.err)
            kinds = [json.loads(line)["kind"] for line in done.out.splitlines()]
            self.assertEqual(kinds.count("question"), len(questions))
            self.assertTrue(4 <= len(questions) <= 7, name)

    # the answer prompt

    def test_what_is_no_answer_is_carried_out(self):
        self.write("lamps.tj", SHORT)
        child = self.start_lesson("lamps.tj")
        said = self.answer(child, "day = lamp * 1 day")
        self.assertIn("day = 240 Wh", said)
        self.assertIn("Question 1 of 2", said)
        said = self.answer(child, "?lamp")
        self.assertIn("a guess", said)
        self.assertIn("Question 1 of 2", said)
        self.assertIn("error: `lmap` is not defined", self.answer(child, "lmap * 2"))
        self.assertIn("lamp 10 W A lamp.", self.answer(child, ":list"))
        self.assertNotIn("Not yet", self.answer(child, "table lamp"))
        self.assertIn("Right.", self.answer(child, "day / 12"))
        child.sendcontrol("d")
        child.expect(pexpect.EOF)
        self.assertIn("1 of 2 questions are answered", child.before)
        self.finish(child)

    def test_keys(self):
        self.write("lamps.tj", SHORT)
        child = self.start_lesson("lamps.tj")
        child.send("lam\t")
        child.expect("lamp")
        child.sendcontrol("c")
        child.expect("answer> ")
        child.send("(lamp *\r")
        said = self.answer(child, "hours)")
        self.assertIn("Right.", said)
        # what is typed before the prompt is there is not lost
        child.send("quit\r")
        child.expect(pexpect.EOF)
        self.finish(child)

    def test_what_the_learner_redefines_is_the_lessons_again(self):
        self.write("lamps.tj", SHORT)
        child = self.start_lesson("lamps.tj")
        self.answer(child, "lamp = 20 W")
        said = self.answer(child, "lamp * hours")
        self.assertIn("`lamp` means something else here since you redefined it", said)
        said = self.answer(child, "20 Wh")
        self.assertIn("Right. `lamp` is the lesson's again.", said)
        self.assertIn("Right.", self.answer(child, "lamp * 60 s", last=True))

    def test_hints_then_the_derivation(self):
        self.write("lamps.tj", SHORT)
        child = self.start_lesson("lamps.tj")
        self.assertIn("Hint 1 of 3. Power times time.", self.answer(child, "hint"))
        self.assertIn(
            "Hint 2 of 3. It is made of `lamp` and `hours`; `?lamp` says what that is.",
            self.answer(child, "hint"))
        self.assertIn("Hint 3 of 3. Fill the hole: `lamp * ?`.", self.answer(child, "hint"))
        said = self.answer(child, "hint")
        self.assertIn("20 Wh", said)
        self.assertIn("type it, or `skip`.", said)
        self.assertIn("Right.", self.answer(child, "20 Wh"))

    def test_after_two_wrong_answers_help_is_offered(self):
        self.write("lamps.tj", SHORT)
        child = self.start_lesson("lamps.tj")
        self.assertNotIn("`hint` helps", self.answer(child, "lamp"))
        self.assertIn("`hint` helps, `skip` goes on.", self.answer(child, "hours"))
        self.assertIn("`hint` helps, `skip` goes on, `quit` leaves.", self.answer(child, "help"))
        self.assertNotIn("`hint` helps", self.answer(child, "3 W"))

    # progress

    def test_progress_is_kept_and_gone_on_with(self):
        self.write("lamps.tj", SHORT)
        self.assertEqual(self.lines("skip", "600 J", arguments=["lamps.tj"]).returncode, 1)
        path = self.folder + "/.local/state/tj/lessons"
        self.assertEqual(stat.S_IMODE(os.stat(path).st_mode), 0o600)
        kept = open(path).read().splitlines()
        self.assertRegex(kept[1], "^" + re.escape(os.path.realpath(self.folder))
                         + r"/lamps\.tj\t[0-9a-f]+\t2\t2$")
        # goes on at the first open question, with what the lesson has defined
        done = self.lines("lamp * hours", arguments=["lamps.tj"])
        self.assertEqual(done.returncode, 0, done.out)
        self.assertIn("Going on: 1 of 2 are answered", done.out)
        self.assertNotIn("Question 2", done.out)
        done = self.lines(arguments=["lamps.tj"])
        self.assertIn("Done. Every question is answered.", done.out)
        self.assertEqual(done.returncode, 0)
        done = self.lines("20 Wh", arguments=["lamps.tj", "--again"])
        self.assertIn("1 of 2 questions are answered", done.out)
        self.assertEqual(done.returncode, 1)
        # another text is another lesson
        self.write("lamps.tj", SHORT.replace("10 W", "12 W"))
        self.assertIn("Question 1 of 2", self.lines(arguments=["lamps.tj"]).out)

    def test_a_later_question_does_not_show_what_comes_before_it(self):
        self.write("lamps.tj", SHORT)
        self.lines("20 Wh", arguments=["lamps.tj"])
        out = self.lines("lamp * 60 s", arguments=["lamps.tj"]).out
        self.assertNotIn("joule per second", out)
        self.assertNotIn("Question 1", out)
        self.assertIn("Question 2 of 2: And in a minute?", out)
        self.assertIn("Right.", out)

    def test_xdg_state_home(self):
        self.write("lamps.tj", SHORT)
        self.lines("20 Wh", arguments=["lamps.tj"], XDG_STATE_HOME=self.folder + "/state")
        self.assertTrue(os.path.exists(self.folder + "/state/tj/lessons"))
        self.assertFalse(os.path.exists(self.folder + "/.local"))

    def test_a_file_that_cannot_be_written_is_a_note(self):
        self.write("lamps.tj", SHORT)
        self.write("state", "no folder")
        done = self.lines(
            "20 Wh", "600 J", arguments=["lamps.tj"], XDG_STATE_HOME=self.folder + "/state")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.err.count("which questions are answered is not kept"), 1, done.err)

    def test_a_damaged_file_is_begun_anew(self):
        self.write("lamps.tj", SHORT)
        self.write(".local/state/tj/lessons", b"\xff\xfe\tx\n1\tzz\t-4\t9 9 9\n\n\t\t\t\n")
        self.assertEqual(self.lines("20 Wh", "600 J", arguments=["lamps.tj"]).returncode, 0)

    def test_a_demo_keeps_nothing(self):
        self.run_tj("learn", "1", "--demo")
        self.assertFalse(os.path.exists(self.folder + "/.local"))

    # lessons of others, and what can go wrong

    def test_a_lesson_with_an_error_is_not_begun(self):
        self.write("bad.tj", SHORT + 'ask "Broken?" expect lmap * 2\n')
        done = self.lines(arguments=["bad.tj"])
        self.assertEqual((done.returncode, done.out), (1, ""))
        self.assertIn("error: `lmap` is not defined", done.err)
        self.assertIn("bad.tj:13:", done.err)
        self.write("worse.tj", 'ask "Broken?"\n')
        done = self.lines(arguments=["worse.tj"])
        self.assertEqual((done.returncode, done.out), (1, ""))
        self.assertIn("worse.tj:1:", done.err)

    def test_wrong_calls(self):
        done = self.run_tj("learn", "99")
        self.assertEqual((done.returncode, done.out), (1, ""))
        self.assertIn("error: there is no lesson 99", done.err)
        self.assertIn("there are lessons 1 to 10", done.err)
        done = self.run_tj("learn", "nowhere.tj")
        self.assertEqual(done.returncode, 1)
        self.assertIn("there is no file `nowhere.tj`", done.err)
        self.assertEqual(self.run_tj("learn", "--demo").returncode, 2)
        self.assertEqual(self.run_tj("learn", "1", "2").returncode, 2)
        self.assertIn("tj learn", self.run_tj("learn", "--help").out)
        self.assertIn("tj learn", self.run_tj("--help").out)

    def test_a_lesson_without_questions(self):
        self.write("plain.tj", "## Only words.\n\nx = 3 kW\nx * 2 h\n")
        done = self.lines(arguments=["plain.tj"])
        self.assertEqual(done.returncode, 0, done.out)
        self.assertIn("Only words.\n\ntj> x = 3 kW\n    x = 3 kW   # kW is power\nx = 3 kW\n", done.out)
        self.assertIn("\ntj> x * 2 h\n    x * (2 h)   # h is time\n6 kWh\n", done.out)
        self.assertEqual(self.run_tj("learn", os.devnull).returncode, 0)

    def test_a_lesson_may_use_what_lies_beside_it(self):
        self.write("parts/rig.tj", "node = 3 kW\n")
        self.write("parts/mine.tj", 'use "rig.tj"\nunit lap = 400 m\n'
                   'ask "How much in 2 h?" expect node * 2 h\nask "Far?" expect 2 lap\n')
        done = self.lines("6 kWh", "800 m", arguments=["parts/mine.tj"])
        self.assertEqual(done.returncode, 0, done.out + done.err)

    def test_lines_that_end_early(self):
        done = self.run_tj("learn", "1")
        self.assertEqual(done.returncode, 1)
        self.assertIn("0 of 6 questions are answered", done.out)
        done = self.lines("quit", arguments=["1"])
        self.assertEqual(done.returncode, 1)

    def test_a_closed_pipe(self):
        code, _, err = self.shell("tj learn 1 --demo | head -n 1")
        self.assertEqual((code, err), (0, ""))
