// Playing in bulk: the same steps as session.h, in place and without allocating, for tests, analysis and
// measurements that play millions of times. A reader's play goes through session.h, whose steps are values.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "steadfast/scenario.h"
#include "steadfast/session.h"

namespace steadfast {

struct CompiledTables;

struct LineView {
  std::string_view speaker;  // as in Line
  std::string_view text;
};

// As ShownPassage, and lies in one piece.
struct PassageView {
  std::string_view stage;
  std::span<const LineView> lines;
  std::string_view mood;
  std::string_view sign;
  std::optional<Pose> pose;
};

// A reply, or what a node tells.
struct Shown {
  std::optional<ChoiceIndex> choice;  // whose reply it is …
  NodeIndex node;                     // … or else the node that was entered
  const PassageView* passage = nullptr;
};

// A scenario laid out for playing: what one step looks at lies together, conditions are cut into simple
// tests, plain amounts stand ready. Built once, for any number of runners.
class CompiledScenario {
 public:
  explicit CompiledScenario(const Scenario& scenario);  // which must outlive it, and stay as it is
  ~CompiledScenario();
  CompiledScenario(CompiledScenario&&) noexcept;
  CompiledScenario& operator=(CompiledScenario&&) noexcept;

  const Scenario& scenario() const;
  std::string_view say(ChoiceIndex choice) const;
  const CompiledTables& tables() const { return *tables_; }

 private:
  std::unique_ptr<const CompiledTables> tables_;
};

// One play that moves on in place. Spans hold until the next step.
class Runner {
 public:
  explicit Runner(const CompiledScenario& compiled);  // which must outlive it; stands at the start
  void restart();

  Phase phase() const { return phase_; }
  NodeIndex node() const { return node_; }        // while deciding or stuck
  EndingIndex ending() const { return ending_; }  // once ended
  // As offered() of session.h.
  std::span<const ChoiceIndex> offered() const { return offered_; }
  std::span<const std::int32_t> values() const { return values_; }
  State state() const;

  // As choose() of session.h. Must hold: `choice` is one of offered().
  void choose(ChoiceIndex choice);
  // What a reader is shown after the last step, in reading order, without the words chosen and the ending.
  std::span<const Shown> shown();

 private:
  void settle(std::uint32_t target);

  const CompiledTables* tables_;
  Phase phase_ = Phase::deciding;
  NodeIndex node_;
  EndingIndex ending_;
  std::optional<ChoiceIndex> chosen_;  // in the last step
  std::vector<std::int32_t> values_;
  std::vector<ChoiceIndex> offered_;
  std::vector<NodeIndex> passed_;  // in the last step, in order
  std::vector<Shown> shown_;
};

}  // namespace steadfast
