#include "view/playing.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

namespace steadfast {

namespace {

// Steps of play to look at before the count falls back to the graph of nodes. It keeps an answer well
// under the time in which a screen must follow a key.
constexpr std::size_t kMostSteps = 4000;

// How the loader names the mentor where lines have a speaker.
constexpr std::string_view kYou = "You";

void add_passage(const Scenario& scenario, const ShownPassage& passage, std::vector<Bubble>& bubbles) {
  if (!passage.stage.empty()) bubbles.push_back({BubbleKind::stage, "", std::string(passage.stage)});
  for (const Line& line : *passage.lines) {
    if (line.speaker.empty()) {
      bubbles.push_back({BubbleKind::young_person, scenario.mentee.name, line.text});
    } else if (line.speaker == kYou) {
      bubbles.push_back({BubbleKind::mentor, std::string(kYou), line.text});
    } else {
      bubbles.push_back({BubbleKind::other, line.speaker, line.text});
    }
  }
}

void look(const ShownPassage& passage, Appearance& appearance) {
  if (!passage.mood.empty()) appearance.mood = passage.mood;
  if (!passage.sign.empty()) appearance.sign = passage.sign;
  if (passage.pose) appearance.pose = passage.pose;
}

const ShownPassage* passage_of(const Event& event) {
  if (const auto* entered = std::get_if<NodeEntered>(&event)) return &entered->passage;
  if (const auto* reply = std::get_if<ReplyGiven>(&event)) return &reply->passage;
  return nullptr;
}

void tell_step(const Scenario& scenario, const Step& step, Told& told) {
  for (const Event& event : step.events) {
    if (const auto* said = std::get_if<ChoiceSaid>(&event)) {
      told.bubbles.push_back(bubble_of_choice(scenario.at(said->choice)));
      told.before_reply = told.before_next = told.bubbles.size();
    } else if (const ShownPassage* passage = passage_of(event)) {
      add_passage(scenario, *passage, told.bubbles);
      if (std::holds_alternative<ReplyGiven>(event)) told.before_next = told.bubbles.size();
      look(*passage, told.last);
    }
  }
}

// Follows every open choice, remembering states that were met before.
class StateCount {
 public:
  explicit StateCount(const Scenario& scenario) : scenario_(scenario) {}

  std::optional<MomentsAhead> from(const State& state) {
    if (state.phase != Phase::deciding) return MomentsAhead{};
    const auto key = std::make_pair(state.node, state.values);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    std::optional<MomentsAhead> best;
    for (const ChoiceIndex choice : offered(scenario_, state)) {
      if (++steps_ > kMostSteps) return std::nullopt;
      const auto rest = from(choose_quietly(scenario_, state, choice));
      if (!rest) return std::nullopt;
      if (!best) best = MomentsAhead{rest->shortest + 1, rest->longest + 1};
      best->shortest = std::min(best->shortest, rest->shortest + 1);
      best->longest = std::max(best->longest, rest->longest + 1);
    }
    const MomentsAhead found = best.value_or(MomentsAhead{});
    known_.emplace(key, found);
    return found;
  }

 private:
  const Scenario& scenario_;
  std::map<std::pair<NodeIndex, std::vector<std::int32_t>>, MomentsAhead> known_;
  std::size_t steps_ = 0;
};

// The same over nodes alone, whatever the conditions; a node that comes back to itself has no count.
class NodeCount {
 public:
  explicit NodeCount(const Scenario& scenario)
      : scenario_(scenario), known_(scenario.nodes.size()), under_way_(scenario.nodes.size(), false) {}

  std::optional<MomentsAhead> from(const Target& target) {
    const auto* index = std::get_if<NodeIndex>(&target);
    if (index == nullptr) return MomentsAhead{};
    if (known_[index->value]) return known_[index->value];
    if (under_way_[index->value]) return std::nullopt;
    under_way_[index->value] = true;
    const Node& node = scenario_.at(*index);
    std::optional<MomentsAhead> best;
    const auto consider = [this, &best](const Target& next, std::uint32_t moments) {
      const auto rest = from(next);
      if (!rest) return false;
      const MomentsAhead here{rest->shortest + moments, rest->longest + moments};
      if (!best) best = here;
      best->shortest = std::min(best->shortest, here.shortest);
      best->longest = std::max(best->longest, here.longest);
      return true;
    };
    if (node.onward && !consider(*node.onward, 0)) return std::nullopt;
    for (std::uint32_t offset = 0; offset < node.choice_count; ++offset) {
      if (!consider(scenario_.choices[node.first_choice + offset].next, 1)) return std::nullopt;
    }
    under_way_[index->value] = false;
    known_[index->value] = best.value_or(MomentsAhead{});
    return known_[index->value];
  }

 private:
  const Scenario& scenario_;
  std::vector<std::optional<MomentsAhead>> known_;
  std::vector<bool> under_way_;
};

const ScenePose* picture_of(const Scene& scene, const std::string& name, Pose pose) {
  const auto person = std::find_if(scene.people.begin(), scene.people.end(),
                                   [&name](const ScenePerson& candidate) { return candidate.name == name; });
  if (person == scene.people.end() || person->poses.empty()) return nullptr;
  const auto find = [&person](Pose wanted) {
    return std::find_if(person->poses.begin(), person->poses.end(),
                        [wanted](const ScenePose& candidate) { return candidate.pose == wanted; });
  };
  auto found = find(pose);
  if (found == person->poses.end()) found = find(Pose::neutral);
  return found == person->poses.end() ? &person->poses.front() : &*found;
}

}  // namespace

Told tell(const Scenario& scenario, const Play& play) {
  Told told;
  bool first = true;
  for (const Step& step : replay(scenario, play)) {
    tell_step(scenario, step, told);
    if (first) told.first = told.last;
    first = false;
  }
  return told;
}

Bubble bubble_of_choice(const Choice& choice) {
  return {BubbleKind::mentor, std::string(kYou), choice.say};
}

std::vector<Bubble> last_reply(const Scenario& scenario, const Play& play) {
  const std::vector<Step> steps = replay(scenario, play);
  std::vector<Bubble> bubbles;
  for (const Event& event : steps.back().events) {
    if (const auto* reply = std::get_if<ReplyGiven>(&event)) add_passage(scenario, reply->passage, bubbles);
  }
  return bubbles;
}

std::optional<MomentsAhead> count_moments_ahead(const Scenario& scenario, const State& state) {
  if (state.phase != Phase::deciding) return MomentsAhead{};
  if (const auto exact = StateCount(scenario).from(state)) return exact;
  return NodeCount(scenario).from(state.node);
}

std::string moment_label(std::uint32_t number, std::uint32_t answered,
                         const std::optional<MomentsAhead>& ahead) {
  if (!ahead) return fmt::format("Moment {}", number);
  const std::string_view about = ahead->shortest == ahead->longest ? "" : "about ";
  return fmt::format("Moment {} of {}{}", number, about, answered + ahead->longest);
}

std::optional<float> level_of(const Scenario& scenario, const State& state, std::string_view variable) {
  for (std::size_t position = 0; position < scenario.variables.size(); ++position) {
    const Variable& candidate = scenario.variables[position];
    if (candidate.id.text != variable || candidate.kind != VariableKind::number) continue;
    if (candidate.most <= candidate.least) return std::nullopt;
    return static_cast<float>(state.values[position] - candidate.least) /
           static_cast<float>(candidate.most - candidate.least);
  }
  return std::nullopt;
}

SceneView make_scene_view(const Scene& scene, const std::string& name, Pose pose, float felt_safety) {
  SceneView view{{}, scene.width, scene.height, scene.alt};
  const auto add = [&view, &scene](const std::string& file, float shift) {
    if (!file.empty()) view.layers.push_back({scene.id + "/" + file, shift});
  };
  add(scene.backdrop, 0);
  add(scene.mentor, 0);
  if (const ScenePose* person = picture_of(scene, name, pose)) {
    const auto far = static_cast<float>(scene.far);
    const auto near = static_cast<float>(scene.near);
    add(person->picture, far + (near - far) * felt_safety);
    view.alt += (view.alt.empty() ? "" : " ") + person->alt;
  }
  add(scene.foreground, 0);
  return view;
}

std::optional<SceneView> make_scene_view(const ScenarioEntry& entry, const State& state,
                                         const Appearance& appearance) {
  if (!entry.scene) return std::nullopt;
  return make_scene_view(*entry.scene, entry.scenario->mentee.name, appearance.pose.value_or(Pose::neutral),
                         level_of(*entry.scenario, state, "felt_safety").value_or(0.5F));
}

std::optional<PictureView> card_picture(const ScenarioEntry& entry) {
  if (!entry.scene || entry.scene->card.empty()) return std::nullopt;
  return PictureView{entry.scene->id + "/" + entry.scene->card, entry.scene->alt};
}

std::optional<Score> score_of(const ScenarioEntry& entry, const Play& play) {
  if (!entry.outlook || entry.outlook->kind() != Outlook::Kind::exact) return std::nullopt;
  return score_play(*entry.scenario, *entry.outlook, play);
}

}  // namespace steadfast
