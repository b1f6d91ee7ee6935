// What must hold for everything that is said about a file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "steadfast/load.h"

namespace steadfast::fuzz {

// True for well-formed UTF-8 without control characters, but for line ends where they are asked for.
enum class Lines { one, many };
bool is_printable(std::string_view text, Lines lines);

// What is wrong with diagnostics that speak of `sources`: their places, their words, how they print.
std::string trouble_with(const std::vector<Diagnostic>& diagnostics, const std::vector<Source>& sources);

// The same for what a loader says, which is in the order of the file and says nothing twice.
std::string trouble_in_order(const std::vector<Diagnostic>& diagnostics, const std::vector<Source>& sources);

}  // namespace steadfast::fuzz
