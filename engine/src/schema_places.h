// Keys and items that stand elsewhere than they belong, because the line above them was lost or they start in
// another column.
#pragma once

#include <string_view>
#include <vector>

#include "problems.h"
#include "schema.h"
#include "yaml_tree.h"

namespace steadfast {

// An object that is being checked, with those around it.
struct ObjectPlace {
  const ObjectSchema* schema = nullptr;
  YamlNode object;
  const ObjectPlace* outside = nullptr;          // null at the root
  std::vector<const KeyRule*>* meant = nullptr;  // the keys it lacks that count as there
  YamlNode next_item;                            // what follows it in its list
};

// Reports `key`, which `here` does not know, when an object around it lacks it or lacks the object that holds
// it; that then counts as there. False when it belongs to none of them.
bool report_key_of_another_object(const ObjectPlace& here, YamlNode key, Problems& problems);

// Reports `key`, which `here` does not know, when a group in `here` lacks it. False when it belongs to none.
bool report_key_of_inner_object(const ObjectPlace& here, YamlNode key, Problems& problems);

// Reports a key among the free ones of a table of `here` that is a key of `here` itself. False when it is
// none.
bool report_key_among_free_ones(const ObjectPlace& here, YamlNode key, Problems& problems);

// True when `here` lacks `key` because it stands in the object around it, where it is reported.
bool is_written_outside(const ObjectPlace& here, std::string_view key);

// True when the item goes on in the next one, which a dash too many has begun.
bool goes_on_in_next_item(const ObjectPlace& here);

// True when `item` is such a next one, of a list with this schema.
bool goes_on_from(YamlNode previous, YamlNode item, const ObjectSchema& schema);

// The rule of the list that `item`, found in the list of `rule`, a key of `here`, belongs to. When it is
// another one, that is reported once.
const KeyRule& rule_of_item(const KeyRule& rule, YamlNode item, const ObjectPlace& here, Problems& problems);

// The key of `schema` that a list without one must belong to; null when none or several fit.
const KeyRule* key_of_list(const ObjectSchema& schema, YamlNode list);

}  // namespace steadfast
