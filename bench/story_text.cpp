// The two languages a generated story is written in.
#include <fmt/format.h>

#include <iterator>

#include "generated_story.h"

namespace steadfast::bench {
namespace {

constexpr std::string_view kEndingTitle = "Until next time.";
constexpr std::string_view kEndingText = "You talked until five and said when you would meet again.";

std::string node_id(int node) {
  return fmt::format("n{:05}", node);
}

// What stands before the nodes of a scenario.
constexpr std::string_view kHead = R"(id: {id}
title: A generated story
summary: Words without a meaning, to measure with.
theme: boundaries
setting: Thursday, four o'clock. A table in the public library.
scene: library-cafe
minutes: 8
intensity: 1
content_note:
  tags: [money or hunger]
  text: This scene includes words without a meaning.
alternative: Talk the same moment through with your trainer.
role: You are her volunteer mentor.
how_it_ends: You will meet again next week.
objectives:
  - Measure what reading and playing cost.
seed_phrases:
  - modeling boundaries
mentee:
  name: Kiara
  age: 16
  pronouns: she/her
  about: Kiara draws comics in the margins of everything.
  strengths:
    - Sharp sense of fairness
  need: Help that carries no debt.
  start:
    trust: 34
reviews: []
variables:
)";

void write_choice(std::string& text, const GeneratedStory& story, const StoryChoice& choice,
                  const std::string& id) {
  const auto out = std::back_inserter(text);
  fmt::format_to(out, "      - id: {}\n        say: \"{}\"\n", id, choice.say);
  fmt::format_to(out, "        rate:\n          D{}: {} as said\n", choice.dimension, choice.level);
  text += "        effects:\n";
  for (const StoryEffect& effect : choice.effects) {
    fmt::format_to(out, "          {}: \"{} {}\"\n",
                   variable_names()[static_cast<std::size_t>(effect.variable)], effect.amount < 0 ? '-' : '+',
                   effect.amount < 0 ? -effect.amount : effect.amount);
  }
  fmt::format_to(out, "        reply:\n          lines:\n            - \"{}\"\n", choice.reply);
  fmt::format_to(out, "        feedback:\n          heard: {}\n", choice.heard);
  if (choice.folds) {
    const std::size_t middle = choice.why.find(' ');
    fmt::format_to(out, "          why: >-\n            {}\n            {}\n", choice.why.substr(0, middle),
                   choice.why.substr(middle + 1));
  } else {
    fmt::format_to(out, "          why: {}\n", choice.why);
  }
  fmt::format_to(out, "          try: Say “{}”\n", choice.try_instead);
  if (!choice.condition.empty()) fmt::format_to(out, "        when: {}\n", choice.condition);
  const bool ends = choice.next == static_cast<int>(story.nodes.size());
  fmt::format_to(out, "        {}: {}\n", ends ? "end" : "next",
                 ends ? "until-next-time" : node_id(choice.next));
}

}  // namespace

std::string as_yaml(const GeneratedStory& story) {
  std::string text = fmt::format(kHead, fmt::arg("id", story.id));
  const auto out = std::back_inserter(text);
  for (const std::string& name : variable_names()) {
    fmt::format_to(out, "  - id: {}\n    min: 0\n    max: {}\n    start: {}\n    meaning: How it goes.\n",
                   name, kVariableMost, kVariableStart);
  }
  text += "\nnodes:\n";
  for (std::size_t index = 0; index < story.nodes.size(); ++index) {
    const StoryNode& node = story.nodes[index];
    const std::string id = node_id(static_cast<int>(index));
    fmt::format_to(out, "  - id: {}\n    stage: {}\n    lines:\n      - \"{}\"\n", id, node.stage, node.line);
    text += "    choices:\n";
    char letter = 'a';
    for (const StoryChoice& choice : node.choices) {
      write_choice(text, story, choice, fmt::format("{}-{}", id, letter++));
    }
  }
  fmt::format_to(out, "\nendings:\n  - id: until-next-time\n    title: {}\n    what_happened: {}\n",
                 kEndingTitle, kEndingText);
  text += "    reflection: What made it easier?\n";
  return text;
}

std::string as_ink(const GeneratedStory& story) {
  std::string text;
  const auto out = std::back_inserter(text);
  for (const std::string& name : variable_names()) fmt::format_to(out, "VAR {} = {}\n", name, kVariableStart);
  fmt::format_to(out, "-> {}\n\n", node_id(0));
  for (std::size_t index = 0; index < story.nodes.size(); ++index) {
    const StoryNode& node = story.nodes[index];
    fmt::format_to(out, "=== {} ===\n{}\n{}\n", node_id(static_cast<int>(index)), node.stage, node.line);
    for (const StoryChoice& choice : node.choices) {
      text += "+ ";
      if (!choice.condition.empty()) fmt::format_to(out, "{{{}}} ", choice.condition);
      fmt::format_to(out, "[{}]\n", choice.say);
      for (const StoryEffect& effect : choice.effects) {
        const std::string& name = variable_names()[static_cast<std::size_t>(effect.variable)];
        fmt::format_to(out, "  ~ {} = MAX(0, MIN({}, {} {} {}))\n", name, kVariableMost, name,
                       effect.amount < 0 ? '-' : '+', effect.amount < 0 ? -effect.amount : effect.amount);
      }
      const bool ends = choice.next == static_cast<int>(story.nodes.size());
      fmt::format_to(out, "  {}\n  -> {}\n", choice.reply, ends ? "until_next_time" : node_id(choice.next));
    }
    text += '\n';
  }
  fmt::format_to(out, "=== until_next_time ===\n{}\n{}\n-> END\n", kEndingTitle, kEndingText);
  return text;
}

}  // namespace steadfast::bench
