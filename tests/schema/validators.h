// Programs that judge YAML files by JSON Schemas.
#pragma once

#include <string>
#include <vector>

namespace steadfast::test {

struct Verdict {
  enum class Kind { accepted, refused, unreadable };
  Kind kind = Kind::unreadable;
  std::string why;
};

struct Judged {
  std::string form;
  std::string text;
};

struct Validator {
  std::string name;     // "ajv"
  std::string command;  // to be followed by the list of files
};

// Those that are here: ajv with npm's yaml where ./test could install them, and Debian's jsonschema with
// ruamel.yaml.
const std::vector<Validator>& validators();

// One verdict for each file, in their order, by the schemas of the program; one process for all. Empty, with
// a failure, when the validator breaks down.
std::vector<Verdict> judge(const Validator& validator, const std::vector<Judged>& files);

}  // namespace steadfast::test
