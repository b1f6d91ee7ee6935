// What people do when they write YAML by hand, and what to tell them: a table of rules over source
// lines, asked when the parser stops.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "known_keys.h"
#include "source_text.h"
#include "steadfast/diagnostic.h"

namespace steadfast {

struct YamlHint {
  Code code{};
  std::size_t offset = 0;  // of the place to show
  std::size_t length = 1;
  std::string message;
  std::string help;

  // How to read on as if the problem were not there: the bytes [mask_offset, mask_offset + mask_length)
  // become `mask` (and the rest of them `x`). Nothing to mask means: reading stops here.
  std::size_t mask_offset = 0;
  std::size_t mask_length = 0;
  std::string mask;
  bool mends = false;  // the mask is what was meant, so nothing is left out
  // The mask is a key with a colon on its last letter: it is called as in the source.
  bool covers_key = false;
  bool hides_keys = false;  // what is covered holds keys, so that some may seem to be missing
};

// `text` is what the parser was given (as long as the source, places masked), `offset` where it stopped
// and `parser_message` what it said. `known` are the keys that the file may have.
YamlHint explain_parser_stop(const SourceText& source, std::string_view text, std::size_t offset,
                             std::string_view parser_message, const KnownKeys& known);

// The hint for a quoted text at `offset` whose quote does not close on the lines that belong to it.
YamlHint explain_unclosed_quote(const SourceText& source, std::size_t offset);

}  // namespace steadfast
