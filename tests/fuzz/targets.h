// What must hold whatever the bytes are. libFuzzer looks for bytes that break it; replay_test.cpp asks the
// same of every file that is kept. Each function returns what broke, empty when everything holds.
#pragma once

#include <string>
#include <string_view>

namespace steadfast::fuzz {

// Loads the text as what its keys say it is: a scenario, a part of the rulebook, a policy, a scene or
// what helps. An accepted scenario is checked, played, saved and scored.
std::string load_trouble(std::string_view text);

// Compiles the text as a condition and as an amount, evaluates it and explains it.
std::string expression_trouble(std::string_view text);

// Reads the text as a saved play and resumes it.
std::string save_trouble(std::string_view text);

}  // namespace steadfast::fuzz
