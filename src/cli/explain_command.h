// `steadfast explain [WORD]`: what a code such as SCN012 means, or a name of the shipped files such as D2.
#pragma once

#include <string>

#include "cli/command_line.h"

namespace steadfast::cli {

struct ExplainRequest {
  // "SCN012", "scn12" or "12"; a name ("D2", "apologises") or a list of them ("acts"); empty: one line for
  // each code, and the names of the lists.
  std::string word;
  bool markdown = false;  // all codes, as docs/diagnostics.md
};

// 0 explained, 2 there is nothing of that name.
int explain_command(const ExplainRequest& request, const Terminal& terminal,
                    const Surroundings& surroundings);

}  // namespace steadfast::cli
