#include <nlohmann/json.hpp>

#include "cli/analysis_text.h"

namespace steadfast::cli {

namespace {

using Json = nlohmann::ordered_json;

// 2: witnesses of findings, statuses, distributions, decisions, practice and reading; nothing went away.
constexpr int kVersion = 2;

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

template <class Value>
Json or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json range(const Range& range) {
  return {{"L", range.least}, {"U", range.most}, {"R", range.expected}};
}

Json status(const StatusChance& status) {
  return {{"probability", status.probability}, {"possible", or_null(status.possible)}};
}

Json statuses(const std::optional<StatusChances>& statuses) {
  if (!statuses) return nullptr;
  return {{"ready to discuss", status(statuses->ready_to_discuss)},
          {"practise again", status(statuses->practise_again)},
          {"needs debrief", status(statuses->needs_debrief)},
          {"estimated", statuses->estimated}};
}

Json finding(const Diagnostic& diagnostic) {
  return {{"code", to_string(diagnostic.code)},
          {"severity", diagnostic.severity == Severity::error ? "error" : "warning"},
          {"file", diagnostic.file},
          {"line", diagnostic.where.line},
          {"column", diagnostic.where.column},
          {"message", diagnostic.message},
          {"help", diagnostic.help},
          {"witness", diagnostic.witness}};
}

class Writer {
 public:
  Writer(const Scenario& scenario, const Analysis& analysis)
      : scenario_(scenario), analysis_(analysis), exact_(analysis.kind == Outlook::Kind::exact) {}

  Json all() const {
    Json json = {
        {"version", kVersion},
        {"scenario", scenario_.id},
        {"content_hash", scenario_.content_hash},
        {"kind", word(analysis_.kind)},
        {"states", analysis_.state_count},
        {"stopped_while", analysis_.stopped_while ? Json(analysis_.stopped_while->part) : Json(nullptr)},
        {"plays", exact_ ? Json(analysis_.path_count) : Json(nullptr)}};
    json["findings"] = list(analysis_.findings, finding);
    json["dimensions"] = dimensions();
    json["composite"] = composite();
    json["chance_level"] = or_null(analysis_.chance_level);
    json["statuses"] = statuses(analysis_.statuses);
    json["decided"] = decided();
    json["bots"] = list(analysis_.bots, [this](const BotResult& each) { return bot(each); });
    json["cues"] = list(analysis_.cues, [this](const CueResult& each) { return cue(each); });
    json["endings"] = list(analysis_.endings, [this](const EndingReach& each) { return ending(each); });
    json["nodes"] = list(analysis_.nodes, [this](const NodeReach& each) { return node(each); });
    json["decisions"] =
        list(analysis_.decisions, [this](const DecisionPoint& each) { return decision(each); });
    json["lengths"] = list(analysis_.lengths, [](const LengthPoints& length) {
      return Json{{"decisions", length.decisions},
                  {"probability", length.probability},
                  {"least", length.least},
                  {"most", length.most}};
    });
    json["reading"] = reading();
    json["variants_never_shown"] = variants();
    json["unreachable_choices"] = analysis_.is_complete ? ids(analysis_.unreachable_choices) : Json(nullptr);
    return json;
  }

 private:
  template <class Thing, class AsJson>
  static Json list(const std::vector<Thing>& things, const AsJson& as_json) {
    Json all = Json::array();
    for (const Thing& thing : things) all.push_back(as_json(thing));
    return all;
  }

  Json ids(const std::vector<ChoiceIndex>& choices) const {
    return list(choices, [this](ChoiceIndex choice) { return id(choice); });
  }

  template <class Index>
  const std::string& id(Index index) const {
    return scenario_.at(index).id.text;
  }

  template <class Reach>
  Json shortest(const Reach& reach) const {
    return reach.is_witness_left_out ? Json(nullptr) : ids(reach.witness);
  }

  // Beyond the bound nobody looked, so what was not reached so far is unknown.
  Json reachable(bool reached) const {
    return !analysis_.is_complete && !reached ? Json(nullptr) : Json(reached);
  }

  std::string ledger(std::size_t position) const {
    const auto& dimensions = scenario_.rulebook->rubric.dimensions;
    return position < dimensions.size() ? dimensions[position].id.text : "composite";
  }

  static Json distribution(const Distribution& distribution) {
    if (distribution.chances.empty()) return nullptr;
    return list(distribution.chances, [](const PointChance& chance) {
      return Json::array({chance.gained, chance.probability});
    });
  }

  // Range and distribution of every ledger that is practised, by its name.
  Json points(const std::vector<Distribution>& points) const {
    if (points.empty()) return nullptr;
    Json json = Json::object();
    for (std::size_t i = 0; i < points.size(); ++i) {
      const Distribution& whole = analysis_.points[i];
      if (whole.range.least == whole.range.most) continue;
      json[ledger(i)] = range(points[i].range);
      json[ledger(i)]["distribution"] = distribution(points[i]);
    }
    return json;
  }

  Json dimensions() const {
    Json json = Json::object();
    for (std::size_t i = 0; exact_ && i < analysis_.dimensions.size(); ++i) {
      Json& one = json[ledger(i)] = range(analysis_.dimensions[i]);
      one["distribution"] = i < analysis_.points.size() ? distribution(analysis_.points[i]) : Json(nullptr);
      one["decisions"] = nullptr;
      if (i < analysis_.opportunities.size()) {
        const Opportunities& chances = analysis_.opportunities[i];
        one["decisions"] = {{"fewest", chances.fewest},
                            {"most", chances.most},
                            {"expected", chances.expected},
                            {"fewest_way", ids(chances.fewest_way)}};
      }
    }
    return json;
  }

  Json composite() const {
    if (!exact_) return nullptr;
    Json json = range(analysis_.composite);
    json["distribution"] = analysis_.points.empty() ? Json(nullptr) : distribution(analysis_.points.back());
    json["U_if_independent"] = analysis_.composite_most_if_independent;
    return json;
  }

  Json decided() const {
    if (!analysis_.decided) return nullptr;
    const DecidedSteps& steps = *analysis_.decided;
    return {{"status", steps.status},
            {"points", steps.points},
            {"points_in_first_half", steps.points_in_first_half},
            {"first_lost", ids(steps.first_lost)}};
  }

  Json bot(const BotResult& bot) const {
    Json json = {{"bot", to_string(bot.bot)}, {"passes", bot.passes}};
    if (bot.bot == Bot::random) {
      json["probability_ready"] = bot.probability_ready;
      json["estimated"] = bot.estimated;
      json["choices"] = ids(bot.choices);
      return json;
    }
    const bool scored = bot.score && bot.score->status;
    json["status"] = scored ? Json(to_string(*bot.score->status)) : Json(nullptr);
    json["A"] = bot.score ? or_null(bot.score->composite.achieved) : Json(nullptr);
    json["choices"] = ids(bot.choices);
    return json;
  }

  Json cue(const CueResult& cue) const {
    Json json = {{"cue", to_string(cue.cue)},
                 {"decisions", cue.decisions.size()},
                 {"hits", cue.hits},
                 {"chance_of_so_many", cue.tail},
                 {"gives_away", cue.gives_away}};
    json["hit_at"] = Json::array();
    for (const CueAtDecision& decision : cue.decisions) {
      if (decision.hit) json["hit_at"].push_back(id(decision.node));
    }
    return json;
  }

  Json ending(const EndingReach& reach) const {
    return {{"id", id(reach.ending)},
            {"reachable", reachable(reach.reachable)},
            {"probability", exact_ ? Json(reach.probability) : Json(nullptr)},
            {"shortest", shortest(reach)},
            {"statuses", statuses(reach.statuses)},
            {"points", points(reach.points)}};
  }

  Json node(const NodeReach& reach) const {
    return {{"id", id(reach.node)},
            {"reachable", reachable(reach.reachable)},
            {"shortest", shortest(reach)},
            {"probability", or_null(reach.probability)},
            {"arrivals", reach.points.empty() ? Json(nullptr) : Json(reach.arrivals)},
            {"points", points(reach.points)}};
  }

  Json decision(const DecisionPoint& point) const {
    Json json = {{"node", id(point.node)}, {"states", point.states}, {"differs", point.differs}};
    json["choices"] = list(point.choices, [this](const DecisionChoice& choice) {
      return Json{{"id", id(choice.choice)},
                  {"gain", choice.gain},
                  {"states_open", choice.states_open},
                  {"states_best", choice.states_best},
                  {"dominated_by", choice.dominated_by ? Json(id(*choice.dominated_by)) : Json(nullptr)}};
    });
    return json;
  }

  Json reading() const {
    if (!analysis_.reading) return nullptr;
    const Reading& reading = *analysis_.reading;
    return {{"shortest_minutes", reading.shortest_minutes},
            {"expected_minutes", reading.expected_minutes},
            {"longest_minutes", reading.longest_minutes},
            {"shortest", ids(reading.shortest)},
            {"longest", ids(reading.longest)},
            {"longest_stretch_words", reading.longest_stretch},
            {"longest_stretch", ids(reading.to_stretch)},
            {"exact", reading.exact}};
  }

  // Null where nobody could look at all.
  Json variants() const {
    if (!analysis_.reading || !analysis_.reading->exact) return nullptr;
    Json json = Json::array();
    for (const VariantReach& variant : analysis_.variants) {
      if (variant.shown) continue;
      json.push_back({{"node", variant.node ? Json(id(*variant.node)) : Json(nullptr)},
                      {"choice", variant.choice ? Json(id(*variant.choice)) : Json(nullptr)},
                      {"variant", variant.variant}});
    }
    return json;
  }

  const Scenario& scenario_;
  const Analysis& analysis_;
  bool exact_;
};

}  // namespace

Json analysis_as_json(const Scenario& scenario, const Analysis& analysis) {
  return Writer(scenario, analysis).all();
}

}  // namespace steadfast::cli
