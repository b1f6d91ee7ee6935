#include <algorithm>
#include <utility>

#include "codes.h"
#include "read_scenario.h"
#include "schema_words.h"

namespace steadfast {

namespace {

// The position of a word in its closed list; 0 for words that the schema refused.
template <std::size_t count>
std::size_t position_in(const std::array<std::string_view, count>& words, std::string_view word) {
  const auto found = std::find(words.begin(), words.end(), word);
  return found == words.end() ? 0 : static_cast<std::size_t>(found - words.begin());
}

Mentee read_mentee(YamlNode map) {
  Mentee mentee;
  mentee.name = words_of(map.find("name"));
  mentee.age = number_of(map.find("age"), 0);
  mentee.pronouns = words_of(map.find("pronouns"));
  mentee.about = words_of(map.find("about"));
  mentee.strengths = texts_of(map.find("strengths"));
  mentee.need = words_of(map.find("need"));
  return mentee;
}

std::vector<Review> read_reviews(YamlNode list) {
  std::vector<Review> reviews;
  for (const YamlNode review : list.items()) {
    reviews.push_back({words_of(review.find("role")), words_of(review.find("alias")),
                       words_of(review.find("date")), words_of(review.find("content_hash")),
                       review.find("alias").where(), review.find("date").where(),
                       review.find("content_hash").where()});
  }
  return reviews;
}

Objective read_objective(YamlNode written, const ReadingScenario& reading) {
  Objective objective;
  objective.where = written.where();
  if (!written.is_map()) {
    objective.text = words_of(written);
    return objective;
  }
  objective.text = words_of(written.find("text"));
  if (written.find("text").is_text()) objective.where = written.find("text").where();
  for (const YamlNode name : written.find("practises").items()) {
    if (const auto found = reading.dimensions.find_or_report(name, *reading.problems)) {
      objective.practises.push_back({*found});
    }
  }
  return objective;
}

}  // namespace

void read_objectives(ReadingScenario& reading) {
  for (const YamlNode written : reading.root.find("objectives").items()) {
    reading.scenario.objectives.push_back(read_objective(written, reading));
  }
}

void read_metadata(ReadingScenario& reading) {
  const YamlNode root = reading.root;
  Scenario& scenario = reading.scenario;
  const auto words = [root](std::string_view key) { return words_of(root.find(key)); };
  scenario.id = words("id");
  scenario.id_where = root.find("id").where();
  scenario.title = words("title");
  scenario.summary = words("summary");
  scenario.theme = static_cast<Theme>(position_in(kThemeWords, root.find("theme").text()));
  scenario.setting = words("setting");
  scenario.scene = words("scene");
  scenario.scene_where = root.find("scene").where();
  scenario.minutes = number_of(root.find("minutes"), 0);
  scenario.intensity = number_of(root.find("intensity"), 1);
  const YamlNode note = root.find("content_note");
  scenario.content_note = {texts_of(note.find("tags")), words_of(note.find("text"))};
  scenario.alternative = words("alternative");
  scenario.role = words("role");
  scenario.how_it_ends = words("how_it_ends");
  scenario.seed_phrases = texts_of(root.find("seed_phrases"));
  scenario.mentee = read_mentee(root.find("mentee"));
  scenario.reviews = read_reviews(root.find("reviews"));
  scenario.where_reviews = root.find("reviews").where();
  scenario.resources = texts_of(root.find("resources"));
  for (const YamlNode written : root.find("care_exceptions").items()) {
    scenario.care_exceptions.push_back(
        {words_of(written.find("words")), words_of(written.find("in")), words_of(written.find("why"))});
  }
}

}  // namespace steadfast
