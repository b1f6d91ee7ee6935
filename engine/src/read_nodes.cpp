#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "codes.h"
#include "read_scenario.h"
#include "schema_values.h"
#include "schema_words.h"

namespace steadfast {

namespace {

// --- Ways on --------------------------------------------------------------------------------------

std::string help_for_target(std::string_view written, const NameTable& own, const NameTable& other,
                            std::string_view key_of_other, Problems& problems) {
  if (other.find(written)) {
    return fmt::format("this is the id of {}: write `{}: {}`", with_article(other.what()), key_of_other,
                       written);
  }
  return own.help_for(written, problems);
}

// `next: node`.
std::optional<Target> read_next(YamlNode name, ReadingScenario& reading) {
  if (!name.is_text() || name.is_spoilt()) return std::nullopt;
  if (const auto node = reading.nodes.find(name.text())) return Target{NodeIndex{*node}};
  reading.problems->unknown_name(
      codes::kUnknownTarget, name.text(), name.where(), fmt::format("no node is called `{}`", name.text()),
      help_for_target(name.text(), reading.nodes, reading.endings, "end", *reading.problems));
  return std::nullopt;
}

// `end: ending`.
std::optional<Target> read_end(YamlNode name, ReadingScenario& reading) {
  if (!name.is_text() || name.is_spoilt()) return std::nullopt;
  if (const auto ending = reading.endings.find(name.text())) return Target{EndingIndex{*ending}};
  reading.problems->unknown_name(
      codes::kUnknownTarget, name.text(), name.where(), fmt::format("no ending is called `{}`", name.text()),
      help_for_target(name.text(), reading.endings, reading.nodes, "next", *reading.problems));
  return std::nullopt;
}

// `otherwise` may name either.
std::optional<Target> read_otherwise(YamlNode name, ReadingScenario& reading) {
  if (!name.is_text() || name.is_spoilt()) return std::nullopt;
  if (const auto ending = reading.endings.find(name.text())) return Target{EndingIndex{*ending}};
  if (const auto node = reading.nodes.find(name.text())) return Target{NodeIndex{*node}};
  std::string help = reading.nodes.help_for(name.text(), *reading.problems);
  if (help.empty()) help = reading.endings.help_for(name.text(), *reading.problems);
  reading.problems->unknown_name(codes::kUnknownTarget, name.text(), name.where(),
                                 fmt::format("no node or ending is called `{}`", name.text()), help);
  return std::nullopt;
}

// Where it says how the conversation goes on.
Span place_of_way_on(YamlNode thing) {
  const YamlNode next = thing.find("next");
  const YamlNode end = thing.find("end");
  return next.present() ? next.where() : end.present() ? end.where() : Span{};
}

// The `next` or `end` of a node or choice.
std::optional<Target> read_way_on(YamlNode thing, ReadingScenario& reading) {
  const YamlNode next = thing.find("next");
  return next.present() ? read_next(next, reading) : read_end(thing.find("end"), reading);
}

// --- Choices --------------------------------------------------------------------------------------

void read_ratings(YamlNode table, Choice& choice, ReadingScenario& reading) {
  for (const YamlEntry entry : table.entries()) {
    const auto dimension = reading.dimensions.find_or_report(entry.key, *reading.problems);
    const std::optional<ParsedRating> rating = parse_rating(entry.value.text());
    if (!rating) continue;
    if (dimension) {
      choice.ratings.push_back({DimensionIndex{*dimension}, rating->level, std::string{rating->because}});
    }
  }
}

void read_acts(YamlNode list, Choice& choice, ReadingScenario& reading) {
  for (const YamlNode item : list.items()) {
    const auto act = reading.acts.find_or_report(item, *reading.problems);
    if (!act) continue;
    const ActIndex index{*act};
    if (std::find(choice.acts.begin(), choice.acts.end(), index) != choice.acts.end()) {
      reading.problems->error(codes::kDuplicateId, item.where(),
                              fmt::format("the act `{}` is listed twice in this choice", item.text()),
                              "keep one of them");
      continue;
    }
    choice.acts.push_back(index);
  }
}

void read_critical(YamlNode written, Choice& choice, ReadingScenario& reading) {
  const YamlNode code = written.find("critical");
  if (!is_label(code.text())) return;
  if (const auto found = reading.critical_errors.find_or_report(code, *reading.problems)) {
    choice.critical = CriticalErrorIndex{*found};
  }
}

std::vector<ChoiceId> former_choice_ids(YamlNode list) {
  std::vector<ChoiceId> ids;
  for (std::string& text : texts_of(list)) ids.push_back({std::move(text)});
  return ids;
}

Choice read_choice(YamlNode written, NodeIndex node, ReadingScenario& reading) {
  Choice choice;
  choice.id.text = words_of(written.find("id"));
  choice.node = node;
  choice.where = written.find("id").present() ? written.find("id").where() : written.where();
  choice.say = words_of(written.find("say"));
  choice.serious = truth_of(written.find("serious"));
  read_critical(written, choice, reading);
  read_ratings(written.find("rate"), choice, reading);
  read_acts(written.find("acts"), choice, reading);
  for (const YamlEntry effect : written.find("effects").entries()) {
    if (std::optional<Change> change = read_change(effect, reading.state, *reading.problems)) {
      choice.effects.push_back(std::move(*change));
    }
  }
  choice.reply = read_telling(written.find("reply"), reading);
  choice.feedback = read_feedback(written.find("feedback"));
  choice.when = read_condition(written.find("when"), reading.state, *reading.problems);
  choice.closed_because = words_of(written.find("closed_because"));
  if (written.find("when").present()) choice.where_when = written.find("when").where();
  choice.where_next = place_of_way_on(written);
  choice.was = former_choice_ids(written.find("was"));
  const std::optional<Target> target = read_way_on(written, reading);
  if (target) {
    choice.next = *target;
  } else {
    ++reading.broken_ways;
    reading.choices_without_way_on.push_back(index_of<Choice>(reading.scenario.choices.size()));
  }
  return choice;
}

// A flag nobody can name remembers that the choice was used. They come behind all other variables, so
// this runs once the last of those is known.
void remember_once(YamlNode written, Choice& choice, std::vector<Variable>& variables) {
  if (!truth_of(written.find("once"))) return;
  choice.once = index_of<Variable>(variables.size());
  Variable used;
  used.id.text = fmt::format("once {}", choice.id.text);
  used.kind = VariableKind::flag;
  used.origin = VariableOrigin::once;
  used.meaning = fmt::format("the choice `{}` was used", choice.id.text);
  variables.push_back(std::move(used));
}

// --- Nodes ----------------------------------------------------------------------------------------

int read_weight(YamlNode word) {
  constexpr int kNormal = 2;
  if (!word.is_text()) return kNormal;
  const auto found = std::find(kWeightWords.begin(), kWeightWords.end(), word.text());
  return found == kWeightWords.end() ? kNormal : 1 << (found - kWeightWords.begin());
}

void read_node(YamlNode written, ReadingScenario& reading) {
  Scenario& scenario = reading.scenario;
  const NodeIndex index = index_of<Node>(scenario.nodes.size());
  Node node;
  node.id.text = words_of(written.find("id"));
  node.where = written.find("id").present() ? written.find("id").where() : written.where();
  node.telling = read_telling(written, reading);
  node.weight = read_weight(written.find("weight"));
  node.first_choice = static_cast<std::uint32_t>(scenario.choices.size());
  for (std::string& text : texts_of(written.find("was"))) node.was.push_back({std::move(text)});

  bool can_run_out = true;
  for (const YamlNode choice : written.find("choices").items()) {
    scenario.choices.push_back(read_choice(choice, index, reading));
    ++node.choice_count;
    if (!choice.find("when").present() && !truth_of(choice.find("once"))) can_run_out = false;
  }
  const YamlNode otherwise = written.find("otherwise");
  if (node.choice_count > 0 && !can_run_out && otherwise.present()) {
    reading.problems->warning(
        codes::kOtherwiseNeverUsed, otherwise.where(),
        fmt::format("one choice of the node `{}` is always open, so this is never used", node.id.text),
        "remove it");
  }

  if (node.choice_count == 0) {
    node.onward = read_way_on(written, reading);
    node.where_onward = place_of_way_on(written);
    if (!node.onward) ++reading.broken_ways;
  } else if (otherwise.present()) {
    const std::optional<Target> target = read_otherwise(otherwise, reading);
    if (!target) ++reading.broken_ways;
    if (can_run_out) node.onward = target;
    node.where_onward = otherwise.where();
  }
  scenario.nodes.push_back(std::move(node));
}

}  // namespace

void read_nodes(ReadingScenario& reading) {
  const YamlNode nodes = reading.root.find("nodes");
  for (const YamlNode node : nodes.items()) read_node(node, reading);

  auto choice = reading.scenario.choices.begin();
  for (const YamlNode node : nodes.items()) {
    for (const YamlNode written : node.find("choices").items()) {
      remember_once(written, *choice++, reading.state.variables);
    }
  }
}

}  // namespace steadfast
