// What `check` found, for a person, for a program and for code hosts.
#pragma once

#include <string>
#include <string_view>

#include "cli/check_files.h"

namespace steadfast::cli {

// Every problem with its source line, then one line that counts them.
std::string report_as_text(const CheckReport& report);

// One object; docs/authoring.md describes its keys. `version` grows when a key changes its meaning.
std::string report_as_json(const CheckReport& report, std::string_view steadfast_version);

// SARIF 2.1.0 (Static Analysis Results Interchange Format, OASIS), with every kind that was found as a rule.
std::string report_as_sarif(const CheckReport& report, std::string_view steadfast_version);

}  // namespace steadfast::cli
