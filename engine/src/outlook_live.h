// Which variables still matter at a node: those that a condition from there on reads, directly or through
// the changes that lead to such a variable. Two states that agree in node and live variables have the
// same future, so this is the smallest key the exact analysis needs, and no promise of less.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "steadfast/scenario.h"

namespace steadfast {

// Variables by position, ascending.
using VariableSet = std::vector<std::uint32_t>;

// Whose conditions count as reading: those of choices alone, or also those of what is told.
enum class Readers { choices, choices_and_tellings };

class LiveVariables {
 public:
  // `at_end`: variables somebody will read once the play has ended, for example for an omission gate.
  LiveVariables(const Scenario& scenario, std::span<const VariableIndex> at_end,
                Readers readers = Readers::choices);

  const VariableSet& at(NodeIndex node) const { return sets_[set_of_node_[node.value]]; }
  std::size_t set_count() const { return sets_.size(); }
  std::uint32_t set_of(NodeIndex node) const { return set_of_node_[node.value]; }
  const VariableSet& set(std::uint32_t index) const { return sets_[index]; }

 private:
  std::vector<std::uint32_t> set_of_node_;
  std::vector<VariableSet> sets_;
};

// Groups of nodes that can be returned to from one another, every group after the groups it leads to.
struct NodeGroups {
  std::vector<std::vector<NodeIndex>> groups;
  std::vector<std::uint32_t> group_of_node;
  std::vector<char> returns;  // per group: whether it contains a way back to itself
};
NodeGroups group_nodes(const Scenario& scenario);

}  // namespace steadfast
