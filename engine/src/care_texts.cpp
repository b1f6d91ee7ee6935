#include "care_texts.h"

#include <algorithm>

#include "schema_values.h"

namespace steadfast {

namespace {

constexpr int kLeastOfAGoodAnswer = 2;
constexpr int kMostOfAWeakAnswer = 2;

class Walker {
 public:
  explicit Walker(YamlNode root) : root_(root) {}

  CareTexts run() {
    for (const std::string_view key : {"title", "summary", "setting", "alternative", "role"}) {
      of_scenario(key, root_.find(key));
    }
    add(root_.find("how_it_ends"), Voice::endings, Voice::young_person, "how_it_ends",
        ReadingPart::before_the_start);
    of_scenario("content_note", root_.find("content_note").find("text"));
    for (const YamlNode objective : root_.find("objectives").items()) {
      of_scenario("objectives", objective.is_map() ? objective.find("text") : objective);
    }
    mentee(root_.find("mentee"));
    for (const YamlNode person : root_.find("people").items()) {
      for (const std::string_view key : {"id", "name"}) {
        add(person.find(key), Voice::people, Voice::people, "people", ReadingPart::none);
      }
    }
    notes("variables", "meaning");
    notes("flags", "meaning");
    notes("act_overrides", "why");
    for (const YamlNode node : root_.find("nodes").items()) read_node(node);
    for (const YamlNode ending : root_.find("endings").items()) {
      const std::string_view id = ending.find("id").text();
      for (const std::string_view key : {"title", "what_happened", "reflection"}) {
        add(ending.find(key), Voice::endings, Voice::young_person, id,
            key == "title" ? ReadingPart::none : ReadingPart::narration);
      }
    }
    for (const YamlNode omission : root_.find("omissions").items()) {
      const std::string_view id = omission.find("id").text();
      add(omission.find("name"), Voice::narration, Voice::young_person, id, ReadingPart::none);
      feedback(omission.find("feedback"), id);
    }
    notes("plays", "about");
    return std::move(found_);
  }

 private:
  void add(YamlNode node, Voice voice, Voice quoted_voice, std::string_view place, ReadingPart part) {
    if (!node.is_text() || node.is_spoilt()) return;
    found_.texts.push_back({node, voice, quoted_voice, place, part});
  }

  void of_scenario(std::string_view key, YamlNode node) {
    const bool is_sentence = key != "title";
    add(node, Voice::narration, Voice::young_person, key,
        is_sentence ? ReadingPart::before_the_start : ReadingPart::none);
  }

  void mentee(YamlNode written) {
    for (const std::string_view key : {"about", "need"}) {
      add(written.find(key), Voice::narration, Voice::young_person, "mentee", ReadingPart::before_the_start);
    }
    for (const YamlNode strength : written.find("strengths").items()) {
      add(strength, Voice::narration, Voice::young_person, "mentee", ReadingPart::none);
    }
  }

  // What authors write for each other, read by the same people.
  void notes(std::string_view list, std::string_view key) {
    for (const YamlNode thing : root_.find(list).items()) {
      add(thing.find(key), Voice::notes, Voice::young_person, list, ReadingPart::none);
    }
  }

  void read_node(YamlNode node) {
    const std::string_view id = node.find("id").text();
    telling(node, id, Voice::good_answers);
    for (const YamlNode choice : node.find("choices").items()) read_choice(choice);
  }

  void read_choice(YamlNode choice) {
    const std::string_view id = choice.find("id").text();
    const Voice mentor = is_good_answer(choice) ? Voice::good_answers : Voice::weak_answers;
    const YamlNode say = choice.find("say");
    add(say, mentor, mentor, id, ReadingPart::none);
    if (say.is_text() && !say.is_spoilt()) found_.turns.push_back({{say}, id});
    for (const YamlEntry rating : choice.find("rate").entries()) {
      add(rating.value, Voice::feedback, Voice::young_person, id, ReadingPart::none);
    }
    telling(choice.find("reply"), id, mentor);
    feedback(choice.find("feedback"), id);
    add(choice.find("closed_because"), Voice::narration, Voice::young_person, id, ReadingPart::narration);
  }

  // `heard` is what the young person may have heard, so it speaks from where they are. What `try` quotes is
  // what a mentor is to say.
  void feedback(YamlNode written, std::string_view id) {
    add(written.find("heard"), Voice::young_person, Voice::young_person, id, ReadingPart::feedback);
    add(written.find("why"), Voice::feedback, Voice::young_person, id, ReadingPart::feedback);
    add(written.find("try"), Voice::feedback, Voice::good_answers, id, ReadingPart::feedback);
  }

  void telling(YamlNode written, std::string_view id, Voice mentor) {
    passage(written, id, mentor);
    for (const YamlNode variant : written.find("variants").items()) passage(variant, id, mentor);
  }

  void passage(YamlNode written, std::string_view id, Voice mentor) {
    const YamlNode stage = written.find("stage");
    add(stage, Voice::narration, Voice::young_person, id, ReadingPart::narration);
    if (stage.is_text() && !stage.is_spoilt()) found_.turns.push_back({{stage}, id});
    std::string_view speaker;
    CareTurn turn{{}, id};
    for (const YamlNode line : written.find("lines").items()) {
      std::string_view who;
      YamlNode words = line;
      if (line.is_map() && line.entries().size() == 1) {
        const YamlEntry spoken = *line.entries().begin();
        who = spoken.key.text();
        words = spoken.value;
      }
      const Voice voice = who.empty() ? Voice::young_person : who == "mentor" ? mentor : Voice::staff;
      add(words, voice, voice, id, ReadingPart::none);
      if (!words.is_text() || words.is_spoilt()) continue;
      if (who != speaker && !turn.lines.empty())
        found_.turns.push_back(std::exchange(turn, CareTurn{{}, id}));
      speaker = who;
      turn.lines.push_back(words);
    }
    if (!turn.lines.empty()) found_.turns.push_back(std::move(turn));
    add(written.find("sign"), Voice::narration, Voice::young_person, id, ReadingPart::narration);
    add(written.find("mood"), Voice::narration, Voice::young_person, id, ReadingPart::none);
  }

  YamlNode root_;
  CareTexts found_;
};

}  // namespace

CareTexts care_texts(YamlNode root) {
  return Walker(root).run();
}

bool is_good_answer(YamlNode choice) {
  if (choice.find("critical").present() || choice.find("serious").text() == "true") return false;
  int lowest = 4;
  int highest = 0;
  for (const YamlEntry written : choice.find("rate").entries()) {
    const std::optional<ParsedRating> rating = parse_rating(written.value.text());
    if (!rating) return false;
    lowest = std::min(lowest, rating->level);
    highest = std::max(highest, rating->level);
  }
  return lowest >= kLeastOfAGoodAnswer && highest > kMostOfAWeakAnswer;
}

}  // namespace steadfast
