#include "outlook_live.h"

#include <algorithm>
#include <limits>
#include <map>

namespace steadfast {
namespace {

std::vector<NodeIndex> successors_of(const Scenario& scenario, NodeIndex index) {
  std::vector<NodeIndex> successors;
  const auto add = [&](const Target& target) {
    if (const auto* node = std::get_if<NodeIndex>(&target)) {
      successors.push_back(*node);
    }
  };
  const Node& node = scenario.at(index);
  for (std::uint32_t i = 0; i < node.choice_count; ++i) {
    add(scenario.choices[node.first_choice + i].next);
  }
  if (node.onward) {
    add(*node.onward);
  }
  return successors;
}

// One change: what it writes and everything that decides what is written.
struct Dependency {
  std::uint32_t written = 0;
  std::vector<VariableIndex> reads;
};

void add_dependencies(const std::vector<ConditionalChanges>& entries, std::vector<Dependency>& list) {
  for (const ConditionalChanges& entry : entries) {
    for (const Change& change : entry.changes) {
      Dependency dependency{change.variable.value, change.amount.reads()};
      const auto condition = entry.when.reads();
      dependency.reads.insert(dependency.reads.end(), condition.begin(), condition.end());
      list.push_back(std::move(dependency));
    }
  }
}

// The live set of one group while it grows.
class GrowingSet {
 public:
  explicit GrowingSet(std::size_t variable_count) : stamps_(variable_count, 0) {}

  void clear() {
    ++stamp_;
    members_.clear();
  }
  bool contains(std::uint32_t variable) const { return stamps_[variable] == stamp_; }
  void add(std::uint32_t variable) {
    if (!contains(variable)) {
      stamps_[variable] = stamp_;
      members_.push_back(variable);
    }
  }
  void add(const std::vector<VariableIndex>& variables) {
    for (const VariableIndex variable : variables) {
      add(variable.value);
    }
  }
  std::size_t size() const { return members_.size(); }
  VariableSet sorted() const {
    VariableSet set = members_;
    std::sort(set.begin(), set.end());
    return set;
  }

 private:
  std::vector<std::uint32_t> stamps_;
  std::uint32_t stamp_ = 0;
  VariableSet members_;
};

}  // namespace

// Tarjan's algorithm with its own stack, since conversations may be tens of thousands of nodes long.
NodeGroups group_nodes(const Scenario& scenario) {
  constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();
  const std::size_t count = scenario.nodes.size();
  NodeGroups result;
  result.group_of_node.assign(count, kUnseen);
  std::vector<std::uint32_t> number(count, kUnseen);
  std::vector<std::uint32_t> lowest(count, 0);
  std::vector<std::uint32_t> open;
  struct Visit {
    std::uint32_t node;
    std::vector<NodeIndex> successors;
    std::size_t next = 0;
  };
  std::vector<Visit> visits;
  std::uint32_t counter = 0;
  const auto enter = [&](std::uint32_t node) {
    number[node] = lowest[node] = counter++;
    open.push_back(node);
    visits.push_back({node, successors_of(scenario, NodeIndex{node}), 0});
  };
  const auto close_group = [&](std::uint32_t root, bool returns_to_itself) {
    const auto group = static_cast<std::uint32_t>(result.groups.size());
    result.groups.emplace_back();
    std::uint32_t member = kUnseen;
    do {
      member = open.back();
      open.pop_back();
      result.group_of_node[member] = group;
      result.groups.back().push_back(NodeIndex{member});
    } while (member != root);
    result.returns.push_back(result.groups.back().size() > 1 || returns_to_itself ? 1 : 0);
  };
  for (std::uint32_t start = 0; start < count; ++start) {
    if (number[start] != kUnseen) {
      continue;
    }
    enter(start);
    while (!visits.empty()) {
      Visit& visit = visits.back();
      const std::uint32_t node = visit.node;
      if (visit.next < visit.successors.size()) {
        const std::uint32_t successor = visit.successors[visit.next++].value;
        if (number[successor] == kUnseen) {
          enter(successor);
        } else if (result.group_of_node[successor] == kUnseen) {
          lowest[node] = std::min(lowest[node], number[successor]);
        }
        continue;
      }
      if (lowest[node] == number[node]) {
        close_group(node, std::find(visit.successors.begin(), visit.successors.end(), NodeIndex{node}) !=
                              visit.successors.end());
      }
      visits.pop_back();
      if (!visits.empty()) {
        std::uint32_t& parent = lowest[visits.back().node];
        parent = std::min(parent, lowest[node]);
      }
    }
  }
  return result;
}

LiveVariables::LiveVariables(const Scenario& scenario, std::span<const VariableIndex> at_end, Readers readers)
    : set_of_node_(scenario.nodes.size(), 0) {
  std::vector<std::vector<Dependency>> of_acts(scenario.acts.size());
  for (std::size_t i = 0; i < scenario.acts.size(); ++i) {
    add_dependencies(scenario.acts[i].changes, of_acts[i]);
  }
  std::vector<Dependency> of_rules;
  if (scenario.rulebook) {
    for (const Rule& rule : scenario.rulebook->model.rules) {
      add_dependencies(rule.changes, of_rules);
    }
  }
  const NodeGroups nodes = group_nodes(scenario);
  std::map<VariableSet, std::uint32_t> known;
  GrowingSet live(scenario.variables.size());

  for (std::size_t group = 0; group < nodes.groups.size(); ++group) {
    live.clear();
    for (const VariableIndex variable : at_end) {
      live.add(variable.value);
    }
    std::vector<const Choice*> choices;
    for (const NodeIndex index : nodes.groups[group]) {
      const Node& node = scenario.at(index);
      for (std::uint32_t i = 0; i < node.choice_count; ++i) {
        choices.push_back(&scenario.choices[node.first_choice + i]);
      }
      for (const NodeIndex successor : successors_of(scenario, index)) {
        if (nodes.group_of_node[successor.value] == group) {
          continue;
        }
        for (const std::uint32_t variable : at(successor)) {
          // A once-flag changes only inside its own group; before that it is always unset.
          if (scenario.variables[variable].origin != VariableOrigin::once) {
            live.add(variable);
          }
        }
      }
    }
    const auto follow = [&](const std::vector<Dependency>& dependencies) {
      for (const Dependency& dependency : dependencies) {
        if (live.contains(dependency.written)) {
          live.add(dependency.reads);
        }
      }
    };
    const auto add_what_changes_read = [&] {
      // Values change only through choices, so a group without any passes them on as they are.
      bool grows = !choices.empty();
      while (grows) {
        const std::size_t before = live.size();
        follow(of_rules);
        for (const Choice* choice : choices) {
          for (const ActIndex act : choice->acts) {
            follow(of_acts[act.value]);
          }
          for (const Change& effect : choice->effects) {
            if (live.contains(effect.variable.value)) {
              live.add(effect.amount.reads());
            }
          }
        }
        grows = live.size() != before;
      }
    };
    const auto add_telling = [&](const Telling& telling) {
      for (const Variant& variant : telling.variants) {
        live.add(variant.when.reads());
      }
    };
    const bool reads_tellings = readers == Readers::choices_and_tellings;
    for (std::size_t i = 0; reads_tellings && i < choices.size(); ++i) {
      add_telling(choices[i]->reply);  // told after the choice has changed what it changes
    }
    const bool returns = nodes.returns[group] != 0;
    if (!returns) {
      add_what_changes_read();  // what is read here is read before anything changes
    }
    for (std::size_t i = 0; reads_tellings && i < nodes.groups[group].size(); ++i) {
      add_telling(scenario.at(nodes.groups[group][i]).telling);
    }
    for (const Choice* choice : choices) {
      live.add(choice->when.reads());
      if (choice->once && returns) {
        live.add(choice->once->value);
      }
    }
    if (returns) {
      add_what_changes_read();
    }

    const auto [entry, is_new] = known.try_emplace(live.sorted(), static_cast<std::uint32_t>(sets_.size()));
    if (is_new) {
      sets_.push_back(entry->first);
    }
    for (const NodeIndex node : nodes.groups[group]) {
      set_of_node_[node.value] = entry->second;
    }
  }
}

}  // namespace steadfast
