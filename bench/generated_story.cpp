#include "generated_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "pick.h"

namespace steadfast::bench {
namespace {

constexpr std::array<std::string_view, 96> kWords{
    "she",    "looks",  "at",      "the",    "window",   "and",      "waits", "for",     "you",    "to",
    "answer", "table",  "bag",     "under",  "her",      "hand",     "quiet", "rain",    "bus",    "late",
    "paper",  "says",   "nothing", "then",   "asks",     "what",     "time",  "it",      "was",    "when",
    "we",     "met",    "here",    "last",   "Tuesday",  "about",    "that",  "drawing", "of",     "a",
    "river",  "with",   "no",      "bridge", "maybe",    "tomorrow", "is",    "fine",    "too",    "or",
    "never",  "mind",   "coffee",  "cold",   "again",    "door",     "opens", "someone", "laughs", "outside",
    "I",      "can",    "stay",    "until",  "five",     "this",     "hour",  "yours",   "if",     "want",
    "tell",   "me",     "more",    "only",   "as",       "much",     "feels", "right",   "today",  "there",
    "are",    "people", "who",     "help",   "so",       "will",     "Dana",  "knows",   "my",     "name",
    "on",     "card",   "number",  "back",   "shoulder", "paint"};

class Maker {
 public:
  explicit Maker(const StoryShape& shape) : shape_(shape), random_(shape.seed) { lay_out(); }

  GeneratedStory make() {
    GeneratedStory story;
    story.id = fmt::format("generated-{}", shape_.nodes);
    for (int layer = 0; layer < shape_.decisions; ++layer) {
      for (int node = start_of(layer); node < start_of(layer + 1); ++node) {
        story.nodes.push_back(make_node(node, layer));
      }
    }
    return story;
  }

 private:
  int below(int count) { return static_cast<int>(random_.below(static_cast<std::uint32_t>(count))); }

  // About `count` words as one sentence.
  std::string words(int count) {
    std::string text;
    for (int left = count - count / 6 + below(count / 3 + 1); left > 0; --left) {
      if (!text.empty()) text += below(12) == 0 ? ", " : " ";
      text += kWords[static_cast<std::size_t>(below(static_cast<int>(kWords.size())))];
    }
    if (text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text + ".";
  }

  // The start is alone, and each layer is at most four times as wide as the one before: what has that many
  // choices in front of it can be reached. The rest is shared out evenly.
  void lay_out() {
    layer_starts_ = {0};
    int width = 1;
    int left = shape_.nodes;
    for (int layers = shape_.decisions; layers > 0; --layers) {
      layer_starts_.push_back(layer_starts_.back() + width);
      left -= width;
      if (layers > 1) width = std::min(width * kChoicesPerNode, left / (layers - 1));
    }
  }

  // The first node of a layer; behind the last layer, the number of nodes.
  int start_of(int layer) const { return layer_starts_[static_cast<std::size_t>(layer)]; }
  int width_of(int layer) const { return start_of(layer + 1) - start_of(layer); }

  std::string comparison(int variable) {
    constexpr std::array<std::string_view, 4> kOperators{">=", "<=", ">", "<"};
    const auto comparing = static_cast<std::size_t>(below(4));
    return fmt::format("{} {} {}", variable_names()[static_cast<std::size_t>(variable)],
                       kOperators[comparing], 1 + below(4));
  }

  // One of the choices is always open, so four in nine of the others make a third of all. Two comparisons are
  // about two variables: about one, they could exclude each other, which is refused.
  std::string condition(int position) {
    if (position == 0 || below(9) >= 4) return {};
    const int kind = below(4);
    const int first = below(shape_.condition_variables);
    const int second = (first + 1 + below(shape_.condition_variables - 1)) % shape_.condition_variables;
    std::string text = comparison(first);
    if (kind == 0) text += " and " + comparison(second);
    if (kind == 1) text += " or " + comparison(second);
    return text;
  }

  int next_of(int node, int layer, int position) {
    if (layer + 1 == shape_.decisions) return shape_.nodes;
    // Counted by position first, so that choices that are always open cover as much as they can.
    const int number = position * width_of(layer) + node - start_of(layer);
    const int width = width_of(layer + 1);
    return start_of(layer + 1) + (number < width ? number : below(width));
  }

  StoryChoice make_choice(int node, int layer, int position) {
    StoryChoice choice;
    choice.say = words(14);
    choice.reply = words(11);
    choice.condition = condition(position);
    for (int effect = 1 + below(2); effect > 0; --effect) {
      const int variable = below(static_cast<int>(variable_names().size()));
      const int size = 1 + below(2);
      choice.effects.push_back({variable, below(2) == 0 ? size : -size});
      // A variable is changed once in a choice, as a table of changes wants it.
      if (choice.effects.size() == 2 && choice.effects[0].variable == choice.effects[1].variable) {
        choice.effects.pop_back();
      }
    }
    choice.next = next_of(node, layer, position);
    choice.heard = words(3);
    choice.why = words(4);
    choice.try_instead = words(3);
    choice.dimension = 1 + below(8);
    choice.level = below(5);
    choice.folds = below(4) == 0;
    return choice;
  }

  StoryNode make_node(int index, int layer) {
    StoryNode node;
    node.stage = words(16);
    node.line = words(24);
    for (int position = 0; position < kChoicesPerNode; ++position) {
      node.choices.push_back(make_choice(index, layer, position));
    }
    return node;
  }

  const StoryShape& shape_;
  Pick random_;
  std::vector<int> layer_starts_;
};

}  // namespace

const std::vector<std::string>& variable_names() {
  static const std::vector<std::string> names{"ease", "candor", "hope", "hurry", "closeness", "interest"};
  return names;
}

GeneratedStory make_story(const StoryShape& shape) {
  return Maker(shape).make();
}

}  // namespace steadfast::bench
