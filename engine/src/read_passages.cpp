#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "codes.h"
#include "read_scenario.h"
#include "schema_values.h"
#include "schema_words.h"
#include "utf8.h"
#include "variant_order.h"

namespace steadfast {

namespace {

std::optional<Pose> read_pose(YamlNode word) {
  const auto found = std::find(kPoseWords.begin(), kPoseWords.end(), word.text());
  if (!word.is_text() || found == kPoseWords.end()) return std::nullopt;
  return static_cast<Pose>(found - kPoseWords.begin());
}

// A speaker in front of words whose colon, or the space behind it, was lost: all of it would be said aloud.
void check_speaker(YamlNode line, ReadingScenario& reading) {
  const std::string_view text = line.text();
  const auto is_inside = [](char c) { return c != ' ' && c != ':' && c != ';' && c != '"'; };
  const auto end = std::find_if_not(text.begin(), text.end(), is_inside);
  const std::string_view speaker = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  const std::size_t behind = text.find_first_not_of(' ', speaker.size());
  const bool is_speaker = speaker == reading.scenario.mentee.name || reading.people.find(speaker).has_value();
  if (behind == std::string_view::npos || !is_speaker) return;
  const int length = count_code_points(speaker);
  const std::string help = fmt::format("write `{}: \"…\"` with a colon and a space behind it", speaker);
  Problems& problems = *reading.problems;
  if (line.is_quoted()) {
    if (text[behind] != ':' || text.substr(behind + 1, 1) != " ") return;
    problems.error(codes::kUnknownSpeaker, line.where_in(0, length + 1),
                   fmt::format("the speaker `{}` stands inside the quotation marks", speaker),
                   fmt::format("write `{}: \"…\"` with the marks around what is said", speaker));
  } else if (text[behind] == ':') {
    problems.error(codes::kNoSpaceAfterColon, line.where_in(length, 1),
                   fmt::format("there is no space behind the colon of `{}`", speaker), help);
  } else if (text[behind] == ';' || text[behind] == '"' ||
             (text[behind] >= 'A' && text[behind] <= 'Z' && speaker != reading.scenario.mentee.name)) {
    problems.error(codes::kLineWithoutColon, line.where_in(0, length),
                   fmt::format("`{}` has no colon behind it", speaker), help);
  }
}

// Who says a line with a colon in it. Reports it when it is nobody.
std::optional<std::uint32_t> find_speaker(YamlNode name, ReadingScenario& reading) {
  const std::string_view written = name.text();
  if (!name.is_text() || name.is_spoilt() || reading.people.find(written)) {
    return reading.people.find_or_report(name, *reading.problems);
  }
  if (written == reading.scenario.mentee.name) {
    reading.problems->error(codes::kUnknownSpeaker, name.where(),
                            fmt::format("the lines of {} carry no name", written),
                            "write only what she or he says; names stand in front of what others say");
  } else if (!is_identifier(written) && !reading.people.has_near(written, *reading.problems)) {
    reading.problems->error(codes::kUnknownSpeaker, name.where(),
                            fmt::format("`{}` in front of the colon reads as who is speaking", written),
                            "when all of it is said, put the whole text in straight double quotes");
  } else {
    return reading.people.find_or_report(name, *reading.problems);
  }
  return std::nullopt;
}

std::vector<Line> read_lines(YamlNode list, ReadingScenario& reading) {
  std::vector<Line> lines;
  for (const YamlNode line : list.items()) {
    if (line.is_text()) {
      check_speaker(line, reading);
      lines.push_back({{}, words_of(line)});
    } else if (line.is_map() && line.entries().size() == 1) {
      const YamlEntry spoken = *line.entries().begin();
      const std::optional<std::uint32_t> person = find_speaker(spoken.key, reading);
      lines.push_back({person ? reading.person_names[*person] : std::string{}, words_of(spoken.value)});
    }
  }
  return lines;
}

Passage read_passage(YamlNode map, ReadingScenario& reading) {
  Passage passage;
  passage.stage = words_of(map.find("stage"));
  passage.lines = read_lines(map.find("lines"), reading);
  passage.mood = words_of(map.find("mood"));
  passage.pose = read_pose(map.find("pose"));
  passage.sign = words_of(map.find("sign"));
  return passage;
}

// Only the first variant that holds is told, so one that holds no more often than an earlier one never is.
void check_order(const std::vector<Variant>& variants, ReadingScenario& reading) {
  const std::size_t position = variants.size() - 1;
  const auto front = variant_in_front(variants, position, reading.state.variables);
  if (!front) return;
  const Variant& first = variants[*front];
  const Variant& second = variants[position];
  const bool is_same = first.when.program() == second.when.program();
  const std::string message =
      is_same ? fmt::format("this is also the condition of the variant in line {}, so this one is never told",
                            first.where.line)
              : fmt::format(
                    "whenever this holds, the variant in line {} holds as well and comes first, so this "
                    "one is never told",
                    first.where.line);
  reading.problems
      ->warning(codes::kVariantNeverFirst, second.where, message,
                is_same ? "give it another condition, or leave one of them out"
                        : "move this variant up, in front of that one")
      .notes.push_back({first.where, "this one comes first"});
}

}  // namespace

Telling read_telling(YamlNode map, ReadingScenario& reading) {
  Telling telling{read_passage(map, reading), {}};
  for (const YamlNode written : map.find("variants").items()) {
    const YamlNode when = written.find("when");
    telling.variants.push_back({read_condition(when, reading.state, *reading.problems),
                                read_passage(written, reading),
                                when.present() ? when.where() : written.where()});
    if (when.present() && written.entries().size() == 1) {
      reading.problems->warning(
          codes::kVariantWithoutChange, when.where(),
          "this variant has a condition and says nothing, so nothing changes",
          "write `stage:`, `lines:`, `mood:`, `pose:` or `sign:` below it, or leave it out");
    } else {
      check_order(telling.variants, reading);
    }
  }
  return telling;
}

Feedback read_feedback(YamlNode map) {
  return {words_of(map.find("heard")), words_of(map.find("why")), words_of(map.find("try"))};
}

}  // namespace steadfast
