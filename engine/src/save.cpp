#include "steadfast/save.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include "session_step.h"

namespace steadfast {
namespace {

// A play of this many decisions would take years; a larger number is not one of ours.
constexpr std::size_t kMostLines = 1'000'000;

constexpr std::string_view kHex = "0123456789abcdef";

// What needs no escape.
bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > ' ' && byte < 0x7fU && c != '%';
}

bool is_plain(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_plain(c); });
}

// Ids are printed as they are; what could be taken for the layout is written as %xx. Empty is `%`.
void append_escaped(std::string& out, std::string_view text) {
  if (is_plain(text)) {
    out += text;
    return;
  }
  if (text.empty()) {
    out += '%';
  }
  for (const char c : text) {
    if (is_plain(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4U];
    out += kHex[byte & 0xfU];
  }
}

// The inverse, into `out`, which must be empty; false when nothing is written so.
bool unescape(std::string_view text, std::string& out) {
  if (is_plain(text)) {
    out = text;
    return true;
  }
  for (std::size_t i = 0; i < text.size() && text != "%"; ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    if (i + 2 >= text.size()) {
      return false;
    }
    const std::size_t high = kHex.find(text[i + 1]);
    const std::size_t low = kHex.find(text[i + 2]);
    if (high == std::string_view::npos || low == std::string_view::npos) {
      return false;
    }
    out += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
    i += 2;
  }
  // Only what is written is read, so that equal saves have equal bytes.
  std::string again;
  append_escaped(again, out);
  return again == text;
}

template <class Number>
void append_number(std::string& out, Number number) {
  std::array<char, std::numeric_limits<Number>::digits10 + 3> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

template <class Number>
std::optional<Number> number_in(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc{} || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return number;
}

std::string_view to_word(Phase phase) {
  switch (phase) {
    case Phase::deciding:
      return "deciding";
    case Phase::ended:
      return "ended";
    case Phase::stuck:
      return "stuck";
  }
  return "";
}

// Takes the next field off `fields`, each of which follows a single space; nothing when there is none.
std::optional<std::string_view> take_field(std::string_view& fields) {
  if (fields.empty() || fields.front() != ' ') {
    return std::nullopt;
  }
  fields.remove_prefix(1);
  const std::string_view field = fields.substr(0, std::min(fields.find(' '), fields.size()));
  fields.remove_prefix(field.size());
  return field;
}

// Reads lines of a keyword and fields separated by single spaces.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : rest_(text) { find_end(); }

  // What stands behind `keyword`, for `take_field`; nothing when the next line is another one.
  std::optional<std::string_view> fields_of(std::string_view keyword) const {
    const std::string_view line = rest_.substr(0, end_);
    const bool is_it = end_ < rest_.size() && line.starts_with(keyword) &&
                       (line.size() == keyword.size() || line[keyword.size()] == ' ');
    return is_it ? std::optional(line.substr(keyword.size())) : std::nullopt;
  }

  // The only field behind `keyword`, without going on.
  std::optional<std::string_view> field_of(std::string_view keyword) const {
    std::optional<std::string_view> fields = fields_of(keyword);
    const auto field = fields ? take_field(*fields) : std::nullopt;
    return field && fields->empty() ? field : std::nullopt;
  }

  // Must hold: fields_of() gave something.
  void go_on() {
    rest_.remove_prefix(end_ + 1);
    find_end();
    ++line_;
  }
  bool at_end() const { return rest_.empty(); }
  int line() const { return line_; }

 private:
  void find_end() { end_ = std::min(rest_.find('\n'), rest_.size()); }

  std::string_view rest_;
  std::size_t end_ = 0;  // of the next line, in rest_
  int line_ = 1;
};

Error unreadable(const LineReader& reader, std::string_view wanted) {
  return {fmt::format("the saved play cannot be read: line {} should hold {}", reader.line(), wanted)};
}

}  // namespace

Save save_play(const Scenario& scenario, const Play& play) {
  Save save;
  save.scenario = scenario.id;
  save.content_hash = scenario.play_hash;
  save.seed = play.seed;
  save.practice_from = play.practice_from;
  save.decisions.reserve(play.decisions.size());
  for (const Decision& decision : play.decisions) {
    save.decisions.push_back({scenario.at(decision.node).id.text, scenario.at(decision.choice).id.text});
  }
  save.snapshot = play.state;
  return save;
}

std::string serialise(const Save& save) {
  const State& state = save.snapshot;
  std::string text;
  text.reserve(200 + 32 * save.decisions.size() + 4 * state.values.size());
  const auto add_word = [&text](std::string_view keyword, std::string_view word) {
    append_escaped(text += keyword, word);
    text += '\n';
  };
  const auto add_number = [&text](std::string_view keyword, auto number) {
    append_number(text += keyword, number);
    text += '\n';
  };
  add_number("steadfast-play ", save.format_version);
  add_word("scenario ", save.scenario);
  add_word("content ", save.content_hash);
  add_number("seed ", save.seed);
  if (save.practice_from) {
    add_number("practice-from ", *save.practice_from);
  }
  for (const SavedDecision& decision : save.decisions) {
    append_escaped(text += "decision ", decision.node);
    text += ' ';
    append_escaped(text, decision.choice);
    text += '\n';
  }
  add_word("phase ", to_word(state.phase));
  add_number("node ", state.node.value);
  add_number("ending ", state.ending.value);
  text += "values";
  for (const std::int32_t value : state.values) {
    append_number(text += ' ', value);
  }
  text += "\nend\n";
  return text;
}

namespace {

// Reads one part after another; the first that is not as it should be ends it.
class SaveParser {
 public:
  explicit SaveParser(std::string_view text) : reader_(text) {}

  Result<Save> parse() {
    if (!number("steadfast-play", save_.format_version)) {
      return unreadable(reader_, "`steadfast-play` and a version");
    }
    if (save_.format_version != kSaveFormatVersion) {
      return Error{
          fmt::format("the saved play has format {}, but this program reads format {}: it was made by "
                      "another version of the program",
                      save_.format_version, kSaveFormatVersion)};
    }
    for (const auto& [keyword, target] :
         {std::pair{"scenario", &save_.scenario}, {"content", &save_.content_hash}}) {
      if (!word(keyword, *target)) {
        return unreadable(reader_, fmt::format("`{}` and one word", keyword));
      }
    }
    if (!number("seed", save_.seed)) {
      return unreadable(reader_, "`seed` and a number");
    }
    if (reader_.field_of("practice-from") && !number("practice-from", save_.practice_from.emplace())) {
      return unreadable(reader_, "`practice-from` and a number");
    }
    while (const auto fields = reader_.fields_of("decision")) {
      if (!decision(*fields)) {
        return unreadable(reader_, "`decision`, a node and a choice");
      }
    }
    if (!phase()) {
      return unreadable(reader_, "`phase` and one of deciding, ended, stuck");
    }
    for (const auto& [keyword, target] :
         {std::pair{"node", &save_.snapshot.node.value}, {"ending", &save_.snapshot.ending.value}}) {
      if (!number(keyword, *target)) {
        return unreadable(reader_, fmt::format("`{}` and a number", keyword));
      }
    }
    if (!values()) {
      return unreadable(reader_, "`values` and numbers");
    }
    const auto end = reader_.fields_of("end");
    const bool is_end = end && end->empty();
    if (is_end) {
      reader_.go_on();
    }
    if (!is_end || !reader_.at_end()) {
      return unreadable(reader_, "`end` and nothing after it");
    }
    return std::move(save_);
  }

 private:
  template <class Number>
  bool number(std::string_view keyword, Number& target) {
    const auto field = reader_.field_of(keyword);
    const auto value = field ? number_in<Number>(*field) : std::nullopt;
    if (value) {
      target = *value;
      reader_.go_on();
    }
    return value.has_value();
  }

  bool word(std::string_view keyword, std::string& target) {
    const auto field = reader_.field_of(keyword);
    if (!field || !unescape(*field, target)) {
      return false;
    }
    reader_.go_on();
    return true;
  }

  bool decision(std::string_view fields) {
    const auto node = take_field(fields);
    const auto choice = take_field(fields);
    if (!node || !choice || !fields.empty() || save_.decisions.size() >= kMostLines) {
      return false;
    }
    SavedDecision& saved = save_.decisions.emplace_back();
    if (!unescape(*node, saved.node) || !unescape(*choice, saved.choice)) {
      return false;
    }
    reader_.go_on();
    return true;
  }

  bool phase() {
    const auto field = reader_.field_of("phase");
    for (const Phase each : {Phase::deciding, Phase::ended, Phase::stuck}) {
      if (field && *field == to_word(each)) {
        save_.snapshot.phase = each;
        reader_.go_on();
        return true;
      }
    }
    return false;
  }

  bool values() {
    auto fields = reader_.fields_of("values");
    while (fields && !fields->empty()) {
      const auto field = take_field(*fields);
      const auto value = field ? number_in<std::int32_t>(*field) : std::nullopt;
      if (!value) {
        return false;
      }
      save_.snapshot.values.push_back(*value);
    }
    if (fields) {
      reader_.go_on();
    }
    return fields.has_value();
  }

  LineReader reader_;
  Save save_;
};

}  // namespace

Result<Save> parse_save(std::string_view text) {
  return SaveParser(text).parse();
}

}  // namespace steadfast
