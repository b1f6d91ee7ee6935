// Least, most and expected gains from every state to the end.
#pragma once

#include <cstdint>
#include <vector>

#include "outlook_graph.h"
#include "steadfast/outlook.h"

namespace steadfast {

// Gains by ledger: one per rubric dimension, and last the composite.
class LedgerGains {
 public:
  explicit LedgerGains(const Scenario& scenario);
  std::size_t ledger_count() const { return ledger_count_; }
  std::size_t composite() const { return ledger_count_ - 1; }
  // `ledger_count()` numbers in half-points.
  const std::int32_t* of(ChoiceIndex choice) const { return gains_.data() + choice.value * ledger_count_; }

 private:
  std::size_t ledger_count_ = 1;
  std::vector<std::int32_t> gains_;
};

// `ledger_count` ranges per state, state by state. Must hold: the graph is complete, without cycles and
// without places where nothing leads on. Empty when the watch stopped it.
std::vector<Range> ranges_of(const StateGraph& graph, const LedgerGains& gains, Watch& watch);

struct Outlook::Implementation {
  Implementation(StateGraph explored, LedgerGains ledger_gains)
      : graph(std::move(explored)), gains(std::move(ledger_gains)) {}

  StateGraph graph;
  LedgerGains gains;
  Kind kind = Kind::exact;
  std::vector<ChoiceIndex> witness;
  std::vector<Range> ranges;  // empty unless exact

  const Range& range(Arrival arrival, std::size_t ledger) const;
  Arrival locate(const State& state) const;
};

}  // namespace steadfast
