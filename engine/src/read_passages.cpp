#include <algorithm>
#include <utility>

#include "codes.h"
#include "read_scenario.h"
#include "schema_words.h"

namespace steadfast {

namespace {

std::optional<Pose> read_pose(YamlNode word) {
  const auto found = std::find(kPoseWords.begin(), kPoseWords.end(), word.text());
  if (!word.is_text() || found == kPoseWords.end()) return std::nullopt;
  return static_cast<Pose>(found - kPoseWords.begin());
}

std::vector<Line> read_lines(YamlNode list, ReadingScenario& reading) {
  std::vector<Line> lines;
  for (const YamlNode line : list.items()) {
    if (line.is_text()) {
      lines.push_back({{}, words_of(line)});
    } else if (line.is_map() && line.entries().size() == 1) {
      const YamlEntry spoken = *line.entries().begin();
      const std::optional<std::uint32_t> person =
          reading.people.find_or_report(spoken.key, codes::kUnknownSpeaker, *reading.problems);
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

}  // namespace

Telling read_telling(YamlNode map, ReadingScenario& reading) {
  Telling telling{read_passage(map, reading), {}};
  for (const YamlNode variant : map.find("variants").items()) {
    telling.variants.push_back({read_condition(variant.find("when"), reading.state, *reading.problems),
                                read_passage(variant, reading)});
  }
  return telling;
}

Feedback read_feedback(YamlNode map) {
  return {words_of(map.find("heard")), words_of(map.find("why")), words_of(map.find("try"))};
}

}  // namespace steadfast
