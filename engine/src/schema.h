// What may stand in each file: one table that the loader reads by and that documentation and editor
// schemas can be made from. There is no second place that knows a key.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "codes.h"
#include "steadfast/diagnostic.h"

namespace steadfast {

enum class ValueType : std::uint8_t {
  text,            // words for people
  identifier,      // small letters, digits, `-` and `_`
  reference,       // the id of something that is declared elsewhere
  name,            // an identifier that conditions can read: no `-`, starts with a letter
  label,           // an id of the rubric: capital letters, then digits
  number,          // a whole number, least to most
  truth,           // true or false
  word,            // one of `words`
  date,            // YYYY-MM-DD
  condition,       // a truth over variables
  change,          // + amount, - amount, = amount, true, false, = name
  rating,          // a level from 0 to 4 and a few words
  value,           // what a variable can start with: a whole number, true, false or a name
  line,            // a text, or `speaker: text`
  object,          // a map by `object`
  text_or_object,  // words for people, or a map by `object`
};

enum class Shape : std::uint8_t { one, list, table };  // a table has free keys, each with a `type` value
enum class Need : std::uint8_t { required, optional };

struct ObjectSchema;

struct KeyRule {
  std::string_view key;
  ValueType type = ValueType::text;
  Shape shape = Shape::one;
  Need need = Need::required;
  std::string_view explanation;                 // one sentence for the author
  int least = std::numeric_limits<int>::min();  // of a number
  int most = std::numeric_limits<int>::max();
  std::size_t fewest = 0;  // items of a list, entries of a table
  std::size_t largest_count = std::numeric_limits<std::size_t>::max();
  std::span<const std::string_view> words = {};
  const ObjectSchema* object = nullptr;
  // Codes for problems that deserve their own explanation.
  Code when_missing = codes::kMissingKey;
  Code when_empty = codes::kEmptyValue;
  Code when_out_of_range = codes::kOutOfRange;
};

// What can be said of an object.
enum class Claim : std::uint8_t {
  is_written,        // the key is there
  is_true,           // its value is `true`
  has_items,         // it is a list and not empty
  has_item_without,  // it is a list, and for one of its items none of `without` holds
  rates_low,         // it is a table of ratings, none of them above 1
  has_free_key,      // there is a key that is not in the list of keys
};

// Of an item of a list: `is_written` or `is_true`.
struct ItemFact {
  std::string_view key;
  Claim claim = Claim::is_written;
};

struct Fact {
  std::string_view key = {};
  Claim claim = Claim::is_written;
  std::span<const ItemFact> without = {};
};

// What keys ask of each other: where every fact of `where` holds, one of `needs` must hold, too. With no
// `needs` those of `where` cannot stand together, and `at` is the key of one that is written or true.
struct Bond {
  std::span<const Fact> where = {};
  std::span<const Fact> needs = {};
  Code code{};
  std::string_view at = {};  // the key at whose value it is reported; empty: at the object
  std::string_view message;  // `{}` is the object's name
  std::string_view help;
};

struct ObjectSchema {
  std::string_view name;  // as in "the choice `x`": "choice"
  std::span<const KeyRule> keys;
  // The rule for all keys that are not in the list; without it they are unknown.
  const KeyRule* others = nullptr;
  std::span<const Bond> bonds = {};

  const KeyRule* find(std::string_view key) const;
};

const ObjectSchema& scenario_schema();
const ObjectSchema& rubric_schema();
const ObjectSchema& mentee_model_schema();
const ObjectSchema& acts_schema();
const ObjectSchema& scene_schema();
const ObjectSchema& policy_default_schema();
const ObjectSchema& policy_schema();  // of a programme's own file
const ObjectSchema& grounding_schema();
const ObjectSchema& resources_schema();
const ObjectSchema& care_words_schema();

}  // namespace steadfast
