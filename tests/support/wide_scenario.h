// A conversation with as many states as wanted, written as a file: every moment sets a number of its own, and
// the last one reads them all.
#pragma once

#include <string>

namespace steadfast::test {

// 3 to the power of `moments` states before the last decision. The id is `wide`.
inline std::string wide_scenario(int moments) {
  const auto choice = [](const std::string& id, int level, const std::string& more) {
    return "      - id: " + id + "\n        say: \"Words of " + id +
           ".\"\n        rate:\n          D1: " + std::to_string(level) +
           " as it is\n        reply:\n          lines:\n            - Okay.\n" +
           "        feedback:\n          heard: Heard.\n          why: Why.\n          try: Try.\n" + more;
  };
  std::string text = R"(id: wide
title: A wide talk
summary: Many numbers.
theme: boundaries
setting: A library.
scene: library-cafe
minutes: 2
intensity: 1
content_note:
  tags: [goodbye]
  text: "This scene includes: a goodbye."
alternative: Talk it through with your trainer.
role: You are her mentor.
how_it_ends: Nobody is hurt.
objectives:
  - Say goodbye.
seed_phrases:
  - modeling boundaries
mentee:
  name: Kiara
  age: 16
  pronouns: she/her
  about: Kiara draws.
  strengths:
    - Funny
  need: A plain goodbye.
reviews: []
variables:
)";
  std::string sum;
  for (int i = 0; i < moments; ++i) {
    const std::string name = "number_" + std::to_string(i);
    text += "  - id: " + name + "\n    min: 0\n    max: 2\n    start: 0\n    meaning: A number.\n";
    sum += (i == 0 ? "" : " + ") + name;
  }
  text += "nodes:\n";
  for (int i = 0; i < moments; ++i) {
    const std::string number = std::to_string(i);
    const std::string next = i + 1 == moments ? "last" : "moment-" + std::to_string(i + 1);
    text += "  - id: moment-" + number + "\n    lines:\n      - And?\n    choices:\n";
    for (int value = 0; value < 3; ++value) {
      text += choice("answer-" + number + "-" + std::to_string(value), value + 1,
                     "        effects:\n          number_" + number + ": = " + std::to_string(value) +
                         "\n        next: " + next + "\n");
    }
  }
  text += "  - id: last\n    lines:\n      - Bye.\n    choices:\n";
  text += choice("if-some", 4, "        when: " + sum + " > 1\n        end: bye\n");
  text += choice("always", 2, "        end: bye\n");
  return text +
         "endings:\n  - id: bye\n    title: Goodbye\n    what_happened: She left.\n    reflection: What was "
         "plain?\n";
}

}  // namespace steadfast::test
