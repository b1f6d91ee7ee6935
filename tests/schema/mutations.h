// Changes a document in one place at a time, in every way that its table gives a reason for.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "schema.h"
#include "schema/document.h"

namespace steadfast::test {

// Calls `visit(what, yaml)` for every mutation: `what` says where and how, `yaml` is the whole file. A sort
// of value is tried at length at the first key that holds it and then added to `tried`, so that several
// documents can share the work. The result is the rules of all keys that stand somewhere in the document.
// Must hold: the document has the form of the schema.
std::set<const KeyRule*> for_every_mutation(
    const ObjectSchema& schema, Thing document, std::set<ValueType>& tried,
    const std::function<void(const std::string&, const std::string&)>& visit);

// The rules of all keys that a file of this form can have.
std::set<const KeyRule*> all_keys(const ObjectSchema& schema);

}  // namespace steadfast::test
