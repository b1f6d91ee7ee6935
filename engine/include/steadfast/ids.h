// Ids that authors write, and the positions they are linked to after loading.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>

namespace steadfast {

// An author-visible, stable id. Ids of different things do not mix.
template <class Thing>
struct Id {
  std::string text;
  friend auto operator<=>(const Id&, const Id&) = default;
};

// A position in the vector that holds the things: 0-based, valid only for the content it came from.
template <class Thing>
struct Index {
  std::uint32_t value = 0;
  friend auto operator<=>(const Index&, const Index&) = default;
};

template <class Thing>
Index<Thing> index_of(std::size_t position) {
  return Index<Thing>{static_cast<std::uint32_t>(position)};
}

struct Node;
struct Choice;
struct Ending;
struct Variable;
struct Dimension;
struct Act;
struct CriticalError;

using NodeId = Id<Node>;
using ChoiceId = Id<Choice>;
using EndingId = Id<Ending>;
using VariableId = Id<Variable>;
using DimensionId = Id<Dimension>;
using ActId = Id<Act>;
using CriticalErrorId = Id<CriticalError>;

using NodeIndex = Index<Node>;
using ChoiceIndex = Index<Choice>;
using EndingIndex = Index<Ending>;
using VariableIndex = Index<Variable>;
using DimensionIndex = Index<Dimension>;
using ActIndex = Index<Act>;
using CriticalErrorIndex = Index<CriticalError>;

}  // namespace steadfast
