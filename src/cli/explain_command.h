// `steadfast explain [CODE]`: what a code such as SCN012 means, in a paragraph.
#pragma once

#include <string>

#include "cli/command_line.h"

namespace steadfast::cli {

struct ExplainRequest {
  std::string code;       // "SCN012", "scn12" or "12"; empty: one line for each code
  bool markdown = false;  // all of them, as docs/diagnostics.md
};

// 0 explained, 2 there is no such code.
int explain_command(const ExplainRequest& request, const Terminal& terminal);

}  // namespace steadfast::cli
