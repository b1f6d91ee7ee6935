#include "content_care_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "codes.h"
#include "names.h"
#include "reading_level.h"
#include "schema_values.h"

namespace steadfast {

namespace {

constexpr int kHeavy = 3;

std::string name_of_choice(YamlNode choice) {
  return fmt::format("the choice `{}`", choice.find("id").text());
}

struct SafetyErrors {
  YamlNode first;
  std::string codes;  // "`C1` or `C7`"
  std::string first_code;
  bool has_written = false;  // the code that the choice carries is one of them
};

// The safety errors that a choice is said to do; nothing when there are none.
std::optional<SafetyErrors> safety_errors(YamlNode choice, const CareWords& words) {
  std::optional<SafetyErrors> errors;
  for (const YamlNode act : choice.find("acts").items()) {
    const auto safety =
        std::find_if(words.safety_acts.begin(), words.safety_acts.end(),
                     [act](const SafetyAct& candidate) { return candidate.act == act.text(); });
    if (safety == words.safety_acts.end()) continue;
    if (!errors) errors = SafetyErrors{act, {}, safety->critical};
    const std::string code = fmt::format("`{}`", safety->critical);
    if (errors->codes.find(code) == std::string::npos) {
      errors->codes += (errors->codes.empty() ? "" : " or ") + code;
    }
    errors->has_written = errors->has_written || choice.find("critical").text() == safety->critical;
  }
  return errors;
}

void check_safety(YamlNode choice, const CareWords& words, Problems& problems) {
  const std::optional<SafetyErrors> errors = safety_errors(choice, words);
  if (!errors || errors->has_written) return;
  const YamlNode critical = choice.find("critical");
  if (critical.present()) {
    problems.warning(
        codes::kSafetyErrorWithoutCode, critical.where(),
        fmt::format("{} is `{}`, whose code is {}, and it is marked `{}`", name_of_choice(choice),
                    errors->first.text(), errors->codes, critical.text()),
        fmt::format("write `critical: {}`, or take the act away if the mentor does not do that",
                    errors->first_code));
    return;
  }
  const bool is_serious = choice.find("serious").text() == "true";
  problems.warning(codes::kSafetyErrorWithoutCode, errors->first.where(),
                   fmt::format("`{}` is a safety error, but {} has no `critical`", errors->first.text(),
                               name_of_choice(choice)),
                   fmt::format("{} `critical: {}`{}, or take the act away if the mentor does not do that",
                               is_serious ? "write" : "add", errors->first_code,
                               is_serious ? " instead of `serious: true`" : ""));
}

void check_acts(YamlNode choice, const CareWords& words, Problems& problems) {
  check_safety(choice, words, problems);
  if (!is_good_answer(choice)) return;
  for (const YamlNode act : choice.find("acts").items()) {
    // A safety error is told as one.
    const bool is_safety_error =
        std::any_of(words.safety_acts.begin(), words.safety_acts.end(),
                    [act](const SafetyAct& safety) { return safety.act == act.text(); });
    if (!is_safety_error && std::find(words.promise_acts.begin(), words.promise_acts.end(), act.text()) !=
                                words.promise_acts.end()) {
      problems.error(
          codes::kPromisesTooMuch, act.where(),
          fmt::format("{} is rated as good, and it is said to be `{}`", name_of_choice(choice), act.text()),
          "rate it lower, or take the act away if nothing is promised");
    }
  }
}

// A serious error holds its skills back, so nothing it does there can be good.
void check_serious(YamlNode choice, Problems& problems) {
  constexpr int kMostOfASeriousError = 2;
  const YamlNode serious = choice.find("serious");
  if (serious.text() != "true") return;
  for (const YamlEntry rating : choice.find("rate").entries()) {
    const std::optional<ParsedRating> read = parse_rating(rating.value.text());
    if (!read || read->level <= kMostOfASeriousError) continue;
    problems
        .error(codes::kSeriousRatedWell, serious.where(),
               fmt::format("{} is marked as a serious error, and it is rated {} in `{}`",
                           name_of_choice(choice), read->level, rating.key.text()),
               "take `serious` away, or rate what a serious error does 0, 1 or 2")
        .notes.push_back({rating.value.where(), "rated here"});
    return;
  }
}

void check_levels(YamlNode choice, const CareWords& words, Problems& problems) {
  check_serious(choice, problems);
  if (choice.find("critical").present() || choice.find("serious").text() == "true") return;
  const YamlNode rate = choice.find("rate");
  const auto is_harmful = [](const YamlEntry& rating) {
    const std::optional<ParsedRating> read = parse_rating(rating.value.text());
    return read && read->level == 0;
  };
  std::size_t harmful = 0;
  for (const YamlEntry rating : rate.entries()) harmful += is_harmful(rating) ? 1U : 0U;
  constexpr std::size_t kMuchHarm = 2;
  const bool is_throughout = harmful == rate.entries().size();
  if (harmful == 0 || (harmful < kMuchHarm && !is_throughout)) return;
  if (safety_errors(choice, words)) return;  // then the code is what is missing, and that is told
  problems.advice(
      codes::kHarmfulThroughout, rate.where(),
      fmt::format("{} is rated 0 {}, and nothing marks it", name_of_choice(choice),
                  is_throughout ? "throughout" : fmt::format("in {} skills", harmful)),
      "if it touches safety, add `critical:` with its code; if it can be repaired, `serious: true`");
}

void check_help(YamlNode root, const CareWords& words, Problems& problems) {
  const YamlNode intensity = root.find("intensity");
  if (parse_number(intensity.text()).value_or(0) < kHeavy || root.find("nodes").items().empty()) return;
  for (const YamlNode node : root.find("nodes").items()) {
    for (const YamlNode choice : node.find("choices").items()) {
      for (const YamlNode act : choice.find("acts").items()) {
        if (std::find(words.help_acts.begin(), words.help_acts.end(), act.text()) != words.help_acts.end())
          return;
      }
    }
  }
  problems.advice(
      codes::kNoHelpOffered, intensity.where(), "this scenario is heavy, and no answer in it asks for help",
      fmt::format("let one answer ask for help, step out or call the coordinator, with the act `{}`",
                  words.help_acts.empty() ? "asks_for_help" : words.help_acts.front()));
}

// --- Reading ---------------------------------------------------------------------------------------

// Shorter texts say less about how hard they are to read.
constexpr int kFewestWordsOfAPart = 100;
constexpr int kFewestWordsOfAText = 30;
constexpr int kFewestWordsOfASentence = 8;
constexpr double kRoomOfAText = 3;
constexpr double kRoomOfASentence = 8;
constexpr std::size_t kMostNotes = 3;
constexpr std::string_view kEasier = "shorter sentences and shorter words bring it down";

struct MeasuredText {
  const CareText* text = nullptr;
  ReadingCount count;
};

void check_part(const std::vector<MeasuredText>& texts, std::string_view name, int grade,
                Problems& problems) {
  ReadingCount all;
  for (const MeasuredText& text : texts) all += text.count;
  std::vector<MeasuredText> longer;
  for (const MeasuredText& text : texts) {
    if (text.count.words >= kFewestWordsOfAText) longer.push_back(text);
  }
  std::stable_sort(longer.begin(), longer.end(), [](const MeasuredText& a, const MeasuredText& b) {
    return reading_grade(a.count) > reading_grade(b.count);
  });
  if (all.words >= kFewestWordsOfAPart && reading_grade(all) > grade) {
    Diagnostic& told =
        problems.advice(codes::kHardToRead, texts.front().text->node.where(),
                        fmt::format("{} reads at grade {:.1f}; about grade {} is easier to follow", name,
                                    reading_grade(all), grade),
                        std::string(kEasier));
    for (std::size_t at = 0; at < std::min(kMostNotes, longer.size()); ++at) {
      if (reading_grade(longer[at].count) <= grade) break;
      told.notes.push_back({longer[at].text->node.where(),
                            fmt::format("this reads at grade {:.1f}", reading_grade(longer[at].count))});
    }
    return;
  }
  for (const MeasuredText& text : texts) {
    if (text.count.words < kFewestWordsOfASentence) continue;
    const double of_text = reading_grade(text.count);
    if (of_text <= grade + (text.count.words < kFewestWordsOfAText ? kRoomOfASentence : kRoomOfAText)) {
      continue;
    }
    problems.advice(
        codes::kHardToRead, text.text->node.where(),
        fmt::format("this reads at grade {:.1f}; about grade {} is easier to follow", of_text, grade),
        std::string(kEasier));
  }
}

void check_turn(const CareTurn& turn, int longest, Problems& problems) {
  int words = 0;
  for (const YamlNode line : turn.lines) words += count_reading(line.text()).words;
  if (words <= longest) return;
  problems.warning(
      codes::kLongTurn, turn.lines.front().where(), fmt::format("{} words are told here in one turn", words),
      fmt::format("keep a turn to {} words: divide it, or let the other answer in between", longest));
}

// --- Metadata --------------------------------------------------------------------------------------

// The number in front of "minutes"; nothing when there is none.
struct ToldMinutes {
  int minutes = 0;
  CareWord word;
};
std::optional<ToldMinutes> minutes_told(std::string_view text) {
  const std::vector<CareWord> words = care_words_of(text);
  constexpr std::array<std::string_view, 3> kMinutes{"minutes", "minute", "min"};
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (std::find(kMinutes.begin(), kMinutes.end(), words[at].text) == kMinutes.end()) continue;
    if (const std::optional<int> minutes = parse_number(words[at - 1].text)) {
      return ToldMinutes{*minutes, words[at - 1]};
    }
  }
  return std::nullopt;
}

}  // namespace

void check_choices(YamlNode root, const CareWords& words, Problems& problems) {
  for (const YamlNode node : root.find("nodes").items()) {
    for (const YamlNode choice : node.find("choices").items()) {
      check_acts(choice, words, problems);
      check_levels(choice, words, problems);
    }
  }
  check_help(root, words, problems);
}

void check_reading(const CareTexts& texts, const CareWords& words, Problems& problems) {
  for (const CareTurn& turn : texts.turns) check_turn(turn, words.longest_turn, problems);
  struct Part {
    ReadingPart part;
    std::string_view name;
  };
  constexpr std::array kParts{Part{ReadingPart::before_the_start, "what is told before the start"},
                              Part{ReadingPart::narration, "the narration"},
                              Part{ReadingPart::feedback, "the feedback"}};
  for (const Part& part : kParts) {
    std::vector<MeasuredText> measured;
    for (const CareText& text : texts.texts) {
      if (text.part == part.part) measured.push_back({&text, count_reading(text.node.text())});
    }
    check_part(measured, part.name, words.reading_grade, problems);
  }
}

void check_metadata(YamlNode root, const Care& care, Problems& problems) {
  NameTable resources{"resource", codes::kUnknownResource};
  for (std::size_t at = 0; at < care.resources.size(); ++at) {
    resources.declare_elsewhere(care.resources[at].id, static_cast<std::uint32_t>(at));
  }
  for (const YamlNode resource : root.find("resources").items()) {
    resources.find_or_report(resource, problems);
  }
  const YamlNode note = root.find("content_note").find("text");
  const std::optional<int> minutes = parse_number(root.find("minutes").text());
  const std::optional<ToldMinutes> told = minutes_told(note.text());
  if (!minutes || !told || *minutes == told->minutes) return;
  problems.warning(
      codes::kNoteOfOtherLength, note.where_in(told->word.offset, told->word.length),
      fmt::format("the content note says {} minutes, and `minutes` says {}", told->minutes, *minutes),
      "let both say the same");
}

}  // namespace steadfast
