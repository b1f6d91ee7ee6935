#include "cli/preview_text.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/condition_glossary.h"
#include "steadfast/expression_words.h"
#include "steadfast/policy.h"
#include "steadfast/review.h"

namespace steadfast::cli {

namespace {

std::string_view word_of_intensity(int intensity) {
  return intensity <= 1 ? "everyday" : intensity == 2 ? "demanding" : "heavy";
}

std::string ids_of(const std::vector<ChoiceId>& choices) {
  std::string text;
  for (const ChoiceId& choice : choices) text += (text.empty() ? "" : ", ") + choice.text;
  return text;
}

class Preview {
 public:
  Preview(const Scenario& scenario, const std::vector<ChoiceIndex>& without_way_on, std::optional<Date> today)
      : scenario_(scenario), without_way_on_(without_way_on), today_(today), glossary_(scenario) {}

  std::string write() {
    head();
    policy();
    act_overrides();
    exceptions();
    for (std::size_t i = 0; i < scenario_.nodes.size(); ++i) node(scenario_.nodes[i], i == 0);
    for (const Ending& ending : scenario_.endings) {
      title(fmt::format("Ending {}: {}", ending.id.text, ending.title));
      line(ending.what_happened);
      named("To think about", ending.reflection);
    }
    for (const OmissionGate& gate : scenario_.omissions) omission(gate);
    for (const RecordedPlay& play : scenario_.plays) recorded(play);
    glossary();
    return std::move(text_);
  }

 private:
  void line(const std::string& text) { text_ += text + '\n'; }
  void title(const std::string& text) { text_ += fmt::format("\n== {} ==\n", text); }
  void named(std::string_view name, const std::string& text) {
    if (!text.empty()) line(fmt::format("{}: {}", name, text));
  }
  void indented(std::string_view margin, std::string_view name, const std::string& text) {
    if (!text.empty()) line(fmt::format("{}{}{}", margin, name, text));
  }

  // --- Before the conversation ---

  void head() {
    const Mentee& mentee = scenario_.mentee;
    line(fmt::format("{} ({})", scenario_.title, scenario_.id));
    line(review_sentence(scenario_, today_) + ".");
    named("In short", scenario_.summary);
    line(fmt::format("Theme: {}. Intensity: {} of 3, {}. Minutes: {}.", to_string(scenario_.theme),
                     scenario_.intensity, word_of_intensity(scenario_.intensity), scenario_.minutes));
    named("Content note", scenario_.content_note.text);
    named("Content tags", fmt::format("{}", fmt::join(scenario_.content_note.tags, ", ")));
    named("Instead", scenario_.alternative);
    line(fmt::format("The young person: {}, {} ({}). {}", mentee.name, mentee.age, mentee.pronouns,
                     mentee.about));
    for (const std::string& strength : mentee.strengths) named("  Strength", strength);
    named("  Needs", mentee.need);
    named("  Starts with", start());
    named("Where", scenario_.setting);
    named("Picture", scenario_.scene);
    named("The mentor's role", scenario_.role);
    for (const Objective& objective : scenario_.objectives) {
      named("To practise", objective.text + practised_in(objective));
    }
    for (const std::string& phrase : scenario_.seed_phrases) named("Phrase it practises", phrase);
    named("How it ends", scenario_.how_it_ends);
    for (const std::string& resource : scenario_.resources) named("Somebody to talk to", resource);
  }

  // Where she starts elsewhere than the model says.
  std::string start() {
    std::string text;
    const std::vector<Variable>& model = scenario_.rulebook->model.variables;
    for (std::size_t i = 0; i < model.size() && i < scenario_.variables.size(); ++i) {
      const Variable& here = scenario_.variables[i];
      if (here.start == model[i].start) continue;
      glossary_.add(here.id.text);
      text += fmt::format("{}{} {} (otherwise {})", text.empty() ? "" : ", ", here.id.text,
                          value_in_words(here, here.start), value_in_words(here, model[i].start));
    }
    return text;
  }

  std::string practised_in(const Objective& objective) const {
    std::string names;
    for (const DimensionIndex index : objective.practises) {
      const Dimension& dimension = scenario_.rulebook->rubric.dimensions[index.value];
      names += fmt::format("{}{} {}", names.empty() ? "" : ", ", dimension.id.text, dimension.name);
    }
    return names.empty() ? names : fmt::format(" (shows in {})", names);
  }

  void policy() {
    if (scenario_.policy.empty()) return;
    title("What the program says");
    for (const PolicyAnswer& answer : policy_answers(scenario_)) {
      line(fmt::format("{} ({}): {}", answer.key->asks, answer.key->id,
                       answer.key->is_set() ? answer.key->says : "each program answers this."));
    }
  }

  void act_overrides() {
    for (const ActOverride& changed : scenario_.act_overrides) {
      const Act& act = scenario_.acts[changed.act.value];
      title(fmt::format("Only in this conversation: what {} does to her state", act.id.text));
      line(act.meaning);
      named("Why here", changed.why);
      for (const ConditionalChanges& entry : act.changes) remember(entry);
      for (const std::string& change : in_words(act.changes, scope())) line("  " + change);
    }
  }

  // Discouraged words that the author means, for reviewers to judge.
  void exceptions() {
    if (scenario_.care_exceptions.empty()) return;
    title("Words that are meant as they stand");
    for (const CareException& exception : scenario_.care_exceptions) {
      line(fmt::format("“{}” in {}: {}", exception.words, exception.in, exception.why));
    }
  }

  // --- The conversation ---

  void node(const Node& node, bool is_first) {
    title(node.id.text + (is_first ? " (the start)" : ""));
    if (node.weight != 2) line(node.weight > 2 ? "This moment counts double." : "This moment counts half.");
    telling(node.telling, "");
    for (std::uint32_t i = 0; i < node.choice_count; ++i) {
      choice(ChoiceIndex{node.first_choice + i});
    }
    if (node.onward) {
      line(fmt::format("{}Goes on to {}", node.choice_count > 0 ? "When none of these is open: " : "",
                       name_of(*node.onward)));
    }
  }

  void telling(const Telling& telling, std::string_view margin) {
    passage(telling.plain, margin);
    for (const Variant& variant : telling.variants) {
      line(fmt::format("{}When {}:", margin, words_of(variant.when)));
      passage(variant.passage, std::string{margin} + "  ");
    }
  }

  void passage(const Passage& passage, std::string_view margin) {
    indented(margin, "", passage.stage);
    for (const Line& spoken : passage.lines) {
      line(fmt::format("{}{}: {}", margin, spoken.speaker.empty() ? scenario_.mentee.name : spoken.speaker,
                       spoken.text));
    }
    indented(margin, scenario_.mentee.name + " seems ", passage.mood);
    if (passage.pose) indented(margin, "Posture: ", std::string(to_string(*passage.pose)));
    indented(margin, "", passage.sign);
  }

  void choice(ChoiceIndex index) {
    const Choice& choice = scenario_.at(index);
    line("");
    line(fmt::format("  [{}] You: {}", choice.id.text, choice.say));
    constexpr std::string_view margin = "      ";
    indented(margin, "Open when ", words_of(choice.when));
    if (choice.once) indented(margin, "", "Can be said once.");
    indented(margin, "Closed because: ", choice.closed_because);
    for (const Rating& rating : choice.ratings) {
      line(fmt::format("{}{} {}: {}", margin,
                       scenario_.rulebook->rubric.dimensions[rating.dimension.value].short_name, rating.level,
                       rating.because));
    }
    if (choice.critical) {
      const CriticalError& critical = scenario_.rulebook->rubric.critical_errors[choice.critical->value];
      line(fmt::format("{}Critical error {}: {}", margin, critical.id.text, critical.name));
    }
    if (choice.serious) {
      indented(margin, "", "Serious: it caps the skills it rates unless it is repaired later.");
    }
    for (const ActIndex act : choice.acts) {
      line(fmt::format("{}What the mentor does: {} ({})", margin, scenario_.acts[act.value].meaning,
                       scenario_.acts[act.value].id.text));
    }
    for (const Change& change : choice.effects) {
      remember(change);
      indented(margin, "It also changes: ", in_words(change, scope()));
    }
    telling(choice.reply, margin);
    feedback(choice.feedback, margin);
    const bool leads_nowhere =
        std::binary_search(without_way_on_.begin(), without_way_on_.end(), index,
                           [](ChoiceIndex a, ChoiceIndex b) { return a.value < b.value; });
    line(fmt::format("{}Leads to {}", margin, leads_nowhere ? "nothing that exists" : name_of(choice.next)));
  }

  void feedback(const Feedback& feedback, std::string_view margin) {
    indented(margin, "Heard: ", feedback.heard);
    indented(margin, "Why: ", feedback.why);
    indented(margin, "Try: ", feedback.instead);
  }

  std::string name_of(const Target& target) const {
    if (const auto* ending = std::get_if<EndingIndex>(&target)) {
      return "the ending " + scenario_.at(*ending).id.text;
    }
    return scenario_.at(std::get<NodeIndex>(target)).id.text;
  }

  // --- Behind it ---

  void omission(const OmissionGate& gate) {
    title("Must be said or done by the end: " + gate.name);
    const Variable& flag = scenario_.variables[gate.flag.value];
    // Of a scenario with mistakes the flag may be missing.
    if (flag.kind == VariableKind::flag) {
      glossary_.add(flag.id.text);
      line(fmt::format("It is done when “{}”.", first_sentence(flag.meaning)));
    }
    named("It is asked for only when", words_of(gate.when));
    feedback(gate.feedback, "");
  }

  void recorded(const RecordedPlay& play) {
    title("Recorded play " + play.id);
    line(play.about);
    named("Answers", ids_of(play.choose));
    named("Leads to", play.ending);
    named("Result", play.status);
    for (const ExpectedDimension& expected : play.dimensions) {
      named(scenario_.rulebook->rubric.dimensions[expected.dimension.value].short_name, expected.band);
    }
    if (play.checks_criticals) {
      named("Critical errors",
            play.criticals.empty() ? "none" : fmt::format("{}", fmt::join(play.criticals, ", ")));
    }
  }

  void glossary() {
    for (const Variable& variable : scenario_.variables) {
      if (variable.origin == VariableOrigin::scenario) glossary_.add(variable.id.text);
    }
    const std::string lines = glossary_.lines();
    if (lines.empty()) return;
    title("What is remembered of the young person, as the conditions above name it");
    text_ += lines;
  }

  ExpressionScope scope() const { return {scenario_.variables, scenario_.rulebook->model.conditions}; }

  std::string words_of(const Expression& condition) {
    ExpressionWords words = in_words(condition, scope());
    for (const std::string& name : words.names) glossary_.add(name);
    return std::move(words.text);
  }

  void remember(const Change& change) { glossary_.add(scenario_.variables[change.variable.value].id.text); }
  void remember(const ConditionalChanges& entry) {
    words_of(entry.when);
    for (const Change& change : entry.changes) remember(change);
  }

  const Scenario& scenario_;
  const std::vector<ChoiceIndex>& without_way_on_;
  std::optional<Date> today_;
  ConditionGlossary glossary_;
  std::string text_;
};

}  // namespace

std::string preview_text(const Scenario& scenario, const std::vector<ChoiceIndex>& without_way_on,
                         std::optional<Date> today) {
  return Preview(scenario, without_way_on, today).write();
}

}  // namespace steadfast::cli
