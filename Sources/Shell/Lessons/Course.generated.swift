// Made by scripts/embed from Sources/Shell/Lessons/Course; edit the files there.
// swift-format-ignore-file

/// The lessons of `Course/`, as they are written, by their numbers.
package enum CourseFiles {
  package static let all: [(name: StaticString, text: StaticString)] = [
    ("lesson-01-watts.tj", lesson01Watts),
  ]

  package static let lesson01Watts: StaticString = ##"""
## lesson: Watts, joules and seconds
## minutes: 5

## A *joule* is an amount of energy. A *watt* is a speed at which energy is used: one joule in each
## second. So energy is power times time, and that is all there is to it.

lamp = 10 W
ask "A lamp draws {lamp}. How many joules does it use in one minute?" expect lamp * 60 s within 2%
"""##
}
