#include "cli/preview_command.h"

#include <algorithm>
#include <ostream>
#include <string>

#include <fmt/format.h>

#include "cli/content.h"
#include "cli/telling.h"
#include "steadfast/review.h"

namespace steadfast::cli {

namespace {

class Preview {
 public:
  Preview(const Scenario& scenario, const std::vector<ChoiceIndex>& without_way_on, std::optional<Date> today,
          std::ostream& out)
      : scenario_(scenario), without_way_on_(without_way_on), today_(today), out_(out) {}

  void show() {
    head();
    for (std::size_t i = 0; i < scenario_.nodes.size(); ++i) node(scenario_.nodes[i], i == 0);
    for (const Ending& ending : scenario_.endings) {
      line("");
      line(fmt::format("== Ending {}: {} ==", ending.id.text, ending.title));
      line(ending.what_happened);
      named("To think about", ending.reflection);
    }
    for (const OmissionGate& gate : scenario_.omissions) {
      line("");
      line(fmt::format("== Must be said or done by the end: {} ==", gate.name));
      feedback(gate.feedback, "");
    }
  }

 private:
  void line(const std::string& text) { out_ << text << '\n'; }
  void named(std::string_view name, const std::string& text) {
    if (!text.empty()) line(fmt::format("{}: {}", name, text));
  }
  void indented(std::string_view margin, std::string_view name, const std::string& text) {
    if (!text.empty()) line(fmt::format("{}{}{}", margin, name, text));
  }

  void head() {
    const Mentee& mentee = scenario_.mentee;
    line(fmt::format("{} ({})", scenario_.title, scenario_.id));
    line(review_sentence(scenario_, today_) + ".");
    named("In short", scenario_.summary);
    named("Content note", scenario_.content_note.text);
    named("Instead", scenario_.alternative);
    line(fmt::format("The young person: {}, {} ({}). {}", mentee.name, mentee.age, mentee.pronouns,
                     mentee.about));
    for (const std::string& strength : mentee.strengths) named("  Strength", strength);
    named("  Needs", mentee.need);
    named("Where", scenario_.setting);
    named("The mentor's role", scenario_.role);
    for (const Objective& objective : scenario_.objectives) named("To practise", objective.text);
    named("How it ends", scenario_.how_it_ends);
    for (const std::string& resource : scenario_.resources) named("Somebody to talk to", resource);
  }

  void node(const Node& node, bool is_first) {
    line("");
    line(fmt::format("== {}{} ==", node.id.text, is_first ? " (the start)" : ""));
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
      line(fmt::format("{}When {}:", margin, variant.when.text()));
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
    indented(margin, "", passage.sign);
  }

  void choice(ChoiceIndex index) {
    const Choice& choice = scenario_.at(index);
    line("");
    line(fmt::format("  [{}] You: {}", choice.id.text, choice.say));
    constexpr std::string_view margin = "      ";
    if (choice.when.text() != "true") indented(margin, "Open when ", choice.when.text());
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

  const Scenario& scenario_;
  const std::vector<ChoiceIndex>& without_way_on_;
  std::optional<Date> today_;
  std::ostream& out_;
};

}  // namespace

int preview_command(const std::filesystem::path& file, const Terminal& terminal,
                    const Surroundings& surroundings) {
  const auto rulebook = read_rulebook(surroundings.share_folder);
  if (!rulebook) {
    terminal.err << rulebook.error().message << '\n';
    return 1;
  }
  const Result<ReadScenario> result = read_scenario(file, rulebook.value());
  if (!result) {
    terminal.err << result.error().message << '\n';
    return 2;
  }
  const ReadScenario& read = result.value();
  terminal.err << read.report;
  const std::optional<Date> today = local_day(surroundings.unix_milliseconds());
  if (read.scenario) {
    Preview(*read.scenario, {}, today, terminal.out).show();
    return 0;
  }
  if (!read.healthy_part) {
    terminal.err << fmt::format("Nothing of `{}` can be shown until this is mended.\n", file.string());
    return 2;
  }
  terminal.err << "Shown is what can be read; the rest waits until this is mended.\n";
  Preview(read.healthy_part->scenario, read.healthy_part->without_way_on, today, terminal.out).show();
  return 1;
}

}  // namespace steadfast::cli
