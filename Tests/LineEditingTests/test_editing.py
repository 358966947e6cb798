import terminal
from terminal import ALT_RETURN, BACKSPACE, DOWN, LEFT, UP, Terminal, control, pasted


class Editing(Terminal):
    def test_typing(self):
        child = self.start()
        self.enter(child, "1000 + 234", "1234")
        self.enter(child, "1000 + 235", "1235")
        self.leave(child)

    def test_keys(self):
        child = self.start()
        self.enter(child, "1000 + 23x" + BACKSPACE + "4", "1234")
        self.enter(child, "+ 234" + control("A") + "1000 ", "1234")
        self.enter(child, "100 + 234" + LEFT * 6 + "0", "1234")
        self.enter(child, "1000 + 234 + 5" + LEFT * 4 + control("K"), "1234")
        self.enter(child, "junk" + control("U") + "1000 + 234", "1234")
        self.enter(child, "1000 + 234 junk" + control("W"), "1234")

    def test_undo(self):
        child = self.start()
        self.enter(child, "1000 + 234" + control("U") + control("_"), "1234")

    def test_typing_ahead(self):
        child = self.start()
        child.send("1000 + 1\r2000 + 2\r3000 + 3\r")
        for result in ["1001", "2002", "3003"]:
            self.expect_results(child, result)

    def test_a_long_line(self):
        child = self.start()
        self.enter(child, "1 + " * 200 + "1000", "1200")

    def test_colours_in_the_prompt_take_no_room(self):
        child = self.start(terminal.PROGRAM, NO_COLOR="")
        child.expect("tj")
        # 80 columns; a prompt that counted its escapes would break the line early.
        child.send("x" * 70)
        child.expect("x{70}")

    def test_a_dumb_terminal(self):
        child = self.start(TERM="dumb")
        self.enter(child, "1000 + 23x" + BACKSPACE + "4", "1234")
        self.leave(child)


class Lines(Terminal):
    def test_an_open_bracket_goes_on(self):
        child = self.start()
        self.enter(child, "(1000 +\r234)", "1234")

    def test_alt_return_begins_a_line(self):
        child = self.start()
        self.enter(child, "1000 + 1" + ALT_RETURN + "2000 + 2", "1001", "2002")

    def test_up_and_down_within_the_text(self):
        child = self.start()
        self.enter(child, "(1 +\r234" + UP + "+ 999 " + DOWN + control("E") + ")", "1234")

    def test_paste_is_one_text(self):
        child = self.start()
        child.send(pasted("1000 + 1\n2000 + 2\n(3000\n + 3)"))
        # Nothing runs before Return.
        child.expect(r"\+ 3\)")
        self.assertNotIn("1001", child.before)
        self.enter(child, "", "1001", "2002", "3003")

    def test_pasted_tabs_are_blanks(self):
        child = self.start()
        self.enter(child, pasted("1000 +\t234"), "1234")

    def test_a_large_paste(self):
        child = self.start()
        self.enter(child, pasted("(" + "1 +\n" * 500 + "1000)"), "1500")


class Characters(Terminal):
    def check(self, **environment):
        child = self.start(**environment)
        self.enter(child, 'print "3 µs → é 日本"', "3 µs → é 日本")
        self.enter(child, 'print "aµ' + BACKSPACE + 'b"', "ab")
        self.enter(child, 'print "é日b"' + LEFT * 2 + BACKSPACE + "c", "écb")
        self.leave(child)

    def test_utf8(self):
        self.check()

    def test_lang_c(self):
        self.check(LANG="C")

    def test_lang_posix_for_all(self):
        self.check(LANG="", LC_ALL="POSIX")

    def test_an_unknown_locale(self):
        self.check(LANG="xx_XX.UTF-8")


class Inputrc(Terminal):
    def inputrc(self, text):
        path = self.home + "/inputrc"
        with open(path, "w") as file:
            file.write(text)
        return path

    def test_if_tj(self):
        path = self.inputrc('$if tj\n"\\C-o": "1000 + 234"\n$endif\n')
        child = self.start(INPUTRC=path)
        self.enter(child, control("O"), "1234")

    def test_commands_can_be_bound(self):
        path = self.inputrc('"\\C-o": tj-newline\n')
        child = self.start(INPUTRC=path)
        self.enter(child, "1000 + 1" + control("O") + "2000 + 2", "1001", "2002")

    def test_vi(self):
        child = self.start(INPUTRC=self.inputrc("set editing-mode vi\n"))
        self.enter(child, "(1000 +\r234)", "1234")
        self.enter(child, "2000 + 234\x1b0r1", "1234")
