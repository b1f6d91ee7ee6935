// JSON Schemas (draft-07) of the files that people write, for editors and for other programs. They are made
// from the table that the loader reads by, and see what stands in one file: which keys there are, what each
// may hold, which need or exclude each other. What refers to something else, and what a condition says, only
// the loader knows.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace steadfast {

struct FileForm {
  std::string_view name;   // "scenario", "policy": as in `assets/schema/scenario.schema.json`
  std::string_view about;  // a sentence
};

// Every form of file that has a schema, scenarios first.
std::span<const FileForm> file_forms();

// The schema as text that ends in a line break, the same at every call. Must hold: `form` is the name of one
// of file_forms().
std::string json_schema(std::string_view form);

}  // namespace steadfast
