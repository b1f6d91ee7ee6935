#include "steadfast/save.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "session_step.h"

namespace steadfast {
namespace {

// A play of this many decisions would take years; a larger number is not one of ours.
constexpr std::size_t kMostLines = 1'000'000;

constexpr std::string_view kHex = "0123456789abcdef";

// Ids are printed as they are; what could be taken for the layout is written as %xx. Empty is `%`.
std::string escaped(std::string_view text) {
  if (text.empty()) {
    return "%";
  }
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7fU && c != '%') {
      result += c;
    } else {
      result += '%';
      result += kHex[byte >> 4U];
      result += kHex[byte & 0xfU];
    }
  }
  return result;
}

std::optional<std::string> unescaped(std::string_view text) {
  if (text == "%") {
    return std::string();
  }
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i];
      continue;
    }
    if (i + 2 >= text.size()) {
      return std::nullopt;
    }
    const std::size_t high = kHex.find(text[i + 1]);
    const std::size_t low = kHex.find(text[i + 2]);
    if (high == std::string_view::npos || low == std::string_view::npos) {
      return std::nullopt;
    }
    result += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
    i += 2;
  }
  // Only what `escaped` writes is read, so that equal saves have equal bytes.
  return escaped(result) == text ? std::optional(result) : std::nullopt;
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

// Reads lines of a keyword and fields separated by single spaces.
class LineReader {
 public:
  explicit LineReader(std::string_view text) : rest_(text) {}

  // The fields after `keyword`; empty when the next line is another one.
  std::optional<std::vector<std::string_view>> fields_of(std::string_view keyword) {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) {
      return std::nullopt;
    }
    std::string_view line = rest_.substr(0, end);
    if (line.substr(0, keyword.size()) != keyword) {
      return std::nullopt;
    }
    line.remove_prefix(keyword.size());
    std::vector<std::string_view> fields;
    while (!line.empty()) {
      if (line.front() != ' ') {
        return std::nullopt;
      }
      line.remove_prefix(1);
      const std::size_t space = std::min(line.find(' '), line.size());
      fields.push_back(line.substr(0, space));
      line.remove_prefix(space);
    }
    rest_.remove_prefix(end + 1);
    ++line_;
    return fields;
  }

  std::optional<std::string_view> field_of(std::string_view keyword) {
    const auto before = *this;
    const auto fields = fields_of(keyword);
    if (fields && fields->size() == 1) {
      return fields->front();
    }
    *this = before;
    return std::nullopt;
  }

  bool at_end() const { return rest_.empty(); }
  int line() const { return line_; }

 private:
  std::string_view rest_;
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
  std::string text = fmt::format("steadfast-play {}\nscenario {}\ncontent {}\nseed {}\n", save.format_version,
                                 escaped(save.scenario), escaped(save.content_hash), save.seed);
  if (save.practice_from) {
    text += fmt::format("practice-from {}\n", *save.practice_from);
  }
  for (const SavedDecision& decision : save.decisions) {
    text += fmt::format("decision {} {}\n", escaped(decision.node), escaped(decision.choice));
  }
  const State& state = save.snapshot;
  text += fmt::format("phase {}\nnode {}\nending {}\nvalues", to_word(state.phase), state.node.value,
                      state.ending.value);
  for (const std::int32_t value : state.values) {
    text += fmt::format(" {}", value);
  }
  text += "\nend\n";
  return text;
}

Result<Save> parse_save(std::string_view text) {
  LineReader reader(text);
  Save save;
  const auto version = reader.field_of("steadfast-play");
  const auto version_number = version ? number_in<int>(*version) : std::nullopt;
  if (!version_number) {
    return unreadable(reader, "`steadfast-play` and a version");
  }
  save.format_version = *version_number;
  if (save.format_version != kSaveFormatVersion) {
    return Error{
        fmt::format("the saved play has format {}, but this program reads format {}: it was made by "
                    "another version of the program",
                    save.format_version, kSaveFormatVersion)};
  }
  for (const auto& [keyword, target] :
       {std::pair{"scenario", &save.scenario}, {"content", &save.content_hash}}) {
    const auto field = reader.field_of(keyword);
    const auto value = field ? unescaped(*field) : std::nullopt;
    if (!value) {
      return unreadable(reader, fmt::format("`{}` and one word", keyword));
    }
    *target = *value;
  }
  const auto seed_field = reader.field_of("seed");
  const auto seed = seed_field ? number_in<std::uint64_t>(*seed_field) : std::nullopt;
  if (!seed) {
    return unreadable(reader, "`seed` and a number");
  }
  save.seed = *seed;
  if (const auto field = reader.field_of("practice-from")) {
    save.practice_from = number_in<std::uint32_t>(*field);
    if (!save.practice_from) {
      return unreadable(reader, "`practice-from` and a number");
    }
  }
  while (const auto fields = reader.fields_of("decision")) {
    const auto node = fields->size() == 2 ? unescaped((*fields)[0]) : std::nullopt;
    const auto choice = fields->size() == 2 ? unescaped((*fields)[1]) : std::nullopt;
    if (!node || !choice || save.decisions.size() >= kMostLines) {
      return unreadable(reader, "`decision`, a node and a choice");
    }
    save.decisions.push_back({*node, *choice});
  }
  const auto phase = reader.field_of("phase");
  bool known_phase = false;
  for (const Phase each : {Phase::deciding, Phase::ended, Phase::stuck}) {
    if (phase && *phase == to_word(each)) {
      save.snapshot.phase = each;
      known_phase = true;
    }
  }
  if (!known_phase) {
    return unreadable(reader, "`phase` and one of deciding, ended, stuck");
  }
  for (const auto& [keyword, target] :
       {std::pair{"node", &save.snapshot.node.value}, {"ending", &save.snapshot.ending.value}}) {
    const auto field = reader.field_of(keyword);
    const auto value = field ? number_in<std::uint32_t>(*field) : std::nullopt;
    if (!value) {
      return unreadable(reader, fmt::format("`{}` and a number", keyword));
    }
    *target = *value;
  }
  const auto values = reader.fields_of("values");
  if (!values) {
    return unreadable(reader, "`values` and numbers");
  }
  for (const std::string_view field : *values) {
    const auto value = number_in<std::int32_t>(field);
    if (!value) {
      return unreadable(reader, "`values` and numbers");
    }
    save.snapshot.values.push_back(*value);
  }
  const auto end = reader.fields_of("end");
  if (!end || !end->empty() || !reader.at_end()) {
    return unreadable(reader, "`end` and nothing after it");
  }
  return save;
}

}  // namespace steadfast
