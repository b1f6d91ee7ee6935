// Runs the command line with text for its three streams, on a small conversation of its own.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/temporary_folder.h"
#include "cli/command_line.h"
#include "store/store.h"

namespace steadfast {

// Two moments; `back` is critical. The order shown with seed 1 is fixed but says nothing: tests look for ids.
inline constexpr std::string_view kSmallScenario = R"(id: small
title: A small talk
summary: Two answers.
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
nodes:
  - id: first
    stage: Kiara packs her bag.
    lines:
      - Bye then.
    choices:
      - id: warm
        say: "Words that are warm."
        rate:
          D1: 4 warm and clear
        reply:
          lines:
            - The warm reply.
        feedback:
          heard: Heard warm.
          why: Why warm.
          try: Try warm.
        next: second
      - id: back
        say: "Words that hold back."
        rate:
          D1: 0 a threat
        critical: C8
        reply:
          lines:
            - The back reply.
        feedback:
          heard: Heard back.
          why: Why back.
          try: Try back.
        next: second
  - id: second
    lines:
      - See you?
    choices:
      - id: thursday
        say: "Words about Thursday."
        rate:
          D1: 3 the day is named
        reply:
          lines:
            - The thursday reply.
        feedback:
          heard: Heard thursday.
          why: Why thursday.
          try: Try thursday.
        end: bye
      - id: maybe
        say: "Words of maybe."
        rate:
          D1: 1 nothing to hold on to
        reply:
          lines:
            - The maybe reply.
        feedback:
          heard: Heard maybe.
          why: Why maybe.
          try: Try maybe.
        end: bye
endings:
  - id: bye
    title: Goodbye
    what_happened: She left on time.
    reflection: What was plain?
)";

struct Answer {
  CommandLineResult result;
  std::string out;
  std::string err;
  int code() const {
    const auto* exit = std::get_if<ExitCode>(&result);
    return exit != nullptr ? exit->value : -1;
  }
};

class CliTest : public testing::Test {
 protected:
  CliTest() { write("small.yaml", kSmallScenario); }

  std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
  std::filesystem::path data() const { return path("data"); }
  std::string small() const { return path("small.yaml").string(); }

  void write(const std::string& name, std::string_view text) const {
    std::filesystem::create_directories(path(name).parent_path());
    std::ofstream(path(name)) << text;
  }

  Surroundings surroundings() const {
    Surroundings all;
    all.version = "1.2.3";
    all.share_folder = STEADFAST_SHARE_DIR;
    all.data_folder = data();
    all.unix_milliseconds = [] { return std::int64_t{1'764'000'000'000}; };
    all.fresh_seed = [] { return std::uint64_t{1}; };
    all.person_is_typing = types_;
    return all;
  }

  Answer run(const std::vector<std::string>& arguments, const std::string& input = {}) const {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    CommandLineResult result = run_command_line(arguments, {in, out, err}, surroundings());
    return {result, out.str(), err.str()};
  }

  // The number under which the words are shown at the first (or only) place they are offered.
  static std::string number_of(std::string_view words, const std::string& shown) {
    const std::size_t at = shown.find(". " + std::string(words));
    if (at == std::string::npos) {
      ADD_FAILURE() << words << " is not offered in:\n" << shown;
      return "0";
    }
    return shown.substr(shown.rfind('\n', at) + 1, at - shown.rfind('\n', at) - 1);
  }

  // Seed 1 shows one order: what to type for a choice, found by looking once.
  std::string key(std::string_view words) const {
    const std::string first = run({"play", small(), "--seed", "1"}, "\n").out;
    if (first.find(words) != std::string::npos) return number_of(words, first);
    return number_of(words, run({"play", small(), "--seed", "1"}, "1\n").out);
  }

  std::string warm() const { return key("Words that are warm.") + "\n"; }
  std::string back() const { return key("Words that hold back.") + "\n"; }
  std::string thursday() const { return key("Words about Thursday.") + "\n"; }

  Store store() const {
    Result<Store> opened = Store::open(data());
    if (!opened) ADD_FAILURE() << opened.error().message;
    return std::move(opened.value());
  }

  static bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
  }

  bool types_ = false;

 private:
  TemporaryFolder folder_;
};

}  // namespace steadfast
