// What the loader says of a file of any form, and how that compares with a JSON Schema.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema.h"
#include "steadfast/diagnostic.h"
#include "steadfast/load.h"

namespace steadfast::test {

// The errors in the file itself, whatever its form; the other files it is loaded with are those of
// tests/data.
std::vector<Diagnostic> errors_in(std::string_view form, const Source& source);

// The table that the form is read by.
const ObjectSchema& table_of(std::string_view form);

// True for problems that lie in the form of one file, so that a JSON Schema sees them, too: which keys there
// are, what each holds, which need or exclude each other.
bool is_seen_by_a_schema(Code code);

// True for what YAML allows and Steadfast does not: the loader then says so and may say no more.
bool is_stricter_than_yaml(Code code);

}  // namespace steadfast::test
