#!/usr/bin/env python3
"""Runs the terminal tests against a program: run.py PROGRAM [--prompt REGEX] [TEST …]."""

import argparse
import os
import sys
import unittest

import terminal

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("program")
parser.add_argument("--prompt", default=terminal.PROMPT, help="a regular expression")
parser.add_argument("tests", nargs="*", help="test_editing.Lines, …; all if none")
options = parser.parse_args()

terminal.PROGRAM = os.path.abspath(options.program)
terminal.PROMPT = options.prompt

loader = unittest.defaultTestLoader
if options.tests:
    suite = loader.loadTestsFromNames(options.tests)
else:
    suite = loader.discover(os.path.dirname(os.path.abspath(__file__)))
result = unittest.TextTestRunner(verbosity=1).run(suite)
sys.exit(not result.wasSuccessful())
