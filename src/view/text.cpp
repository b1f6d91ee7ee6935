#include "view/text.h"

#include <algorithm>

#include "steadfast/date.h"
#include "steadfast/review.h"

namespace steadfast {

namespace {

std::string pronoun_at(const Mentee& mentee, std::size_t place, std::string_view fallback) {
  std::string_view rest = mentee.pronouns;
  for (std::size_t skipped = 0; skipped < place; ++skipped) {
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) return std::string(fallback);
    rest.remove_prefix(slash + 1);
  }
  const std::string_view word = rest.substr(0, rest.find('/'));
  return word.empty() ? std::string(fallback) : std::string(word);
}

}  // namespace

std::string review_line(const Scenario& scenario, std::string_view today) {
  return review_sentence(scenario, parse_date(today));
}

std::string draft_line(const Scenario& scenario, std::string_view today) {
  return draft_sentence(scenario, parse_date(today));
}

std::string subject_of(const Mentee& mentee) {
  return pronoun_at(mentee, 0, "they");
}

std::string object_of(const Mentee& mentee) {
  return pronoun_at(mentee, 1, "them");
}

std::string capitalised(std::string_view text) {
  std::string result(text);
  if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') {
    result[0] = static_cast<char>(result[0] - 'a' + 'A');
  }
  return result;
}

std::string in_quotes(std::string_view text) {
  return "“" + std::string(text) + "”";
}

std::string as_sentence(std::string_view text) {
  std::string result = capitalised(text);
  if (!result.empty() && std::string_view(".?!").find(result.back()) == std::string_view::npos) result += '.';
  return result;
}

std::string joined_with_and(const std::vector<std::string>& words) {
  // Names such as "Agency, pacing and attunement" need a stronger stop between them.
  const bool has_comma = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word.find(',') != std::string::npos;
  });
  std::string result;
  for (std::size_t position = 0; position < words.size(); ++position) {
    if (position > 0) result += has_comma ? "; " : position + 1 == words.size() ? " and " : ", ";
    result += words[position];
  }
  return result;
}

std::string shortened(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return std::string(text);
  std::size_t end = most_bytes;
  // Bytes 10xxxxxx continue a character of UTF-8.
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end));
}

std::string theme_name(Theme theme) {
  std::string name = capitalised(to_string(theme));
  std::replace(name.begin(), name.end(), '-', ' ');
  return name;
}

std::string level_name(int intensity) {
  if (intensity <= 1) return "Everyday";
  return intensity == 2 ? "Demanding" : "Heavy";
}

Mark mark_of(Helpfulness value) {
  switch (value) {
    case Helpfulness::helped:
      return {Shape::circle, "helped"};
    case Helpfulness::neutral:
      return {Shape::ring, "neutral"};
    case Helpfulness::may_set_back:
      break;
  }
  return {Shape::triangle, "may set back"};
}

Mark mark_of_level(int level) {
  return mark_of(helpfulness(level));
}

Mark mark_of_status(std::string_view status) {
  if (status == to_string(Status::ready_to_discuss)) return {Shape::circle, capitalised(status)};
  if (status == to_string(Status::needs_debrief)) return {Shape::triangle, capitalised(status)};
  return {Shape::ring, capitalised(status)};
}

Mark mark_of_choice(const Choice& choice) {
  int best = 0;
  int worst = 4;
  for (const Rating& rating : choice.ratings) {
    best = std::max(best, rating.level);
    worst = std::min(worst, rating.level);
  }
  if (choice.critical || worst <= 1) return mark_of(Helpfulness::may_set_back);
  return mark_of_level(best);
}

}  // namespace steadfast
