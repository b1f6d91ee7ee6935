#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "cli/analysis_diff.h"

namespace steadfast::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

std::string_view word(Outlook::Kind kind) {
  switch (kind) {
    case Outlook::Kind::exact:
      return "exact";
    case Outlook::Kind::bounded:
      return "bounded";
    case Outlook::Kind::endless:
      return "endless";
    case Outlook::Kind::stuck:
      break;
  }
  return "stuck";
}

std::string_view word(PlayDiff::Record record) {
  switch (record) {
    case PlayDiff::Record::same:
      return "same";
    case PlayDiff::Record::changed:
      return "changed";
    case PlayDiff::Record::gone:
      break;
  }
  return "gone";
}

Json value(bool truth) {
  return truth;
}
Json value(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(text);
}
Json value(Outlook::Kind kind) {
  return word(kind);
}
Json value(Status status) {
  return to_string(status);
}
Json value(int number) {
  return number;
}
Json value(double number) {
  return number;
}
Json value(const Range& range) {
  return {{"L", range.least}, {"U", range.most}, {"R", range.expected}};
}
Json value(const PlayResult& result) {
  return {{"ending", result.ending}, {"status", result.status ? value(*result.status) : Json(nullptr)}};
}

template <class Value>
Json value(const std::optional<Value>& given) {
  return given ? value(*given) : Json(nullptr);
}

template <class Value>
Json both(const BeforeAndNow<Value>& values) {
  return {{"before", value(values.before)}, {"now", value(values.now)}};
}

template <class Thing, class AsJson>
Json list(const std::vector<Thing>& things, const AsJson& as_json) {
  Json all = Json::array();
  for (const Thing& thing : things) all.push_back(as_json(thing));
  return all;
}

Json thing(const ThingDiff& thing) {
  return {{"id", both(thing.id)}, {"reachable", both(thing.reached)}};
}

Json ending(const ThingDiff& ending) {
  Json json = thing(ending);
  json["probability"] = both(ending.likely);
  return json;
}

Json range(const RangeDiff& range) {
  return {{"dimension", value(range.dimension)}, {"range", both(range.range)}};
}

Json bot(const BotDiff& bot) {
  return {{"bot", to_string(bot.bot)}, {"passes", both(bot.passes)}, {"status", both(bot.status)}};
}

Json rating(const RatingDiff& rating) {
  return {{"dimension", rating.dimension}, {"level", both(rating.level)}};
}

Json rule(const RuleDiff& rule) {
  return {{"what", rule.what}, {"text", both(rule.text)}};
}

Json changed_choice(const ChoiceDiff& choice) {
  return {{"id", both(choice.id)},
          {"ratings", list(choice.ratings, rating)},
          {"rules", list(choice.rules, rule)}};
}

Json finding(const Diagnostic& diagnostic) {
  return {{"code", to_string(diagnostic.code)},
          {"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
          {"file", diagnostic.file},
          {"line", diagnostic.where.line},
          {"message", diagnostic.message}};
}

Json divergence(const std::optional<Divergence>& divergence) {
  if (!divergence) return nullptr;
  return {{"decision", divergence->decision},
          {"choice", value(divergence->choice)},
          {"at", divergence->place},
          {"why", divergence->why}};
}

Json recorded_play(const PlayDiff& play) {
  return {{"id", play.id},
          {"divergence", divergence(play.divergence)},
          {"result", both(play.result)},
          {"ends_elsewhere", play.ends_elsewhere},
          {"broken_expectations", play.broken},
          {"record", word(play.record)}};
}

}  // namespace

Json diff_as_json(const AnalysisDiff& diff) {
  Json json = {{"version", kVersion},
               {"scenario", both(diff.scenario)},
               {"kind", both(diff.kind)},
               {"complete", both(diff.is_complete)},
               {"changed", !diff.is_nothing()},
               {"plays", both(diff.plays)},
               {"chance_level", both(diff.chance_level)},
               {"probability_ready", both(diff.ready_by_chance)},
               {"probability_ready_estimated", both(diff.ready_is_estimated)}};
  json["ranges"] = list(diff.ranges, range);
  json["bots"] = list(diff.bots, bot);
  json["endings"] = list(diff.endings, ending);
  json["nodes"] = list(diff.nodes, thing);
  json["choices"] = list(diff.choices, thing);
  json["changed_choices"] = list(diff.changed_choices, changed_choice);
  json["findings"] = {{"new", list(diff.findings.fresh, finding)},
                      {"resolved", list(diff.findings.resolved, finding)},
                      {"reworded", list(diff.findings.reworded, both<std::string>)},
                      {"not_looked_for_before", list(diff.findings.not_looked_for_before, finding)},
                      {"not_looked_for_now", list(diff.findings.not_looked_for_now, finding)}};
  json["recorded_plays"] = {{"before", diff.recorded_plays_before},
                            {"broken_before", diff.recorded_plays_broken_before},
                            {"different", list(diff.recorded_plays, recorded_play)}};
  return json;
}

}  // namespace steadfast::cli
