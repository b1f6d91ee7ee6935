// What the guide for authors asks of the words of a scenario, as far as a program can tell.
//
// assets/care-words.yaml
//   note: …
//   longest_turn: 60           # words
//   reading_grade: 8
//   groups:                    # names for several phrases, written <id> inside others
//     - id: exploiter
//       phrases: [her exploiter, the person exploiting her/him/them]
//   entries:
//     - id: boyfriend
//       sort: word             # word, exploiter, age, looks, blame, promise, note
//       weight: discouraged    # banned: an error; discouraged: a warning; doubtful: advice
//       phrases: [boyfriend/boyfriends]
//       unless: [sister boyfriend]
//       unless_negated: true   # optional: not behind "not", "never", "no"
//       instead: the person exploiting her
//       why: it makes harm sound like romance
//       where: [narration, feedback]
//       tag: ambivalence about an exploiter    # optional: only where the content note has it
//       without_tag: running away              # optional: only where the content note does not have it
//       not_pronoun: he                        # optional: not where the young person goes by it
//   promise_acts: [over_promises]
//   safety_acts:
//     - act: promises_secrecy
//       critical: C1
//   help_acts: [asks_for_help]
#pragma once

#include <memory>
#include <vector>

#include "steadfast/care.h"
#include "steadfast/diagnostic.h"
#include "steadfast/load.h"

namespace steadfast {

struct CareWords;

struct LoadedCareWords {
  std::shared_ptr<const CareWords> words;  // null when there are errors
  std::vector<Diagnostic> diagnostics;
};

LoadedCareWords load_care_words(const Source& source);

// Everything the guide has to say about the file, sorted. It need not load: what can be read is looked at,
// and what is wrong with it as a scenario is not repeated here. `care` knows the resources.
std::vector<Diagnostic> check_content_care(const Source& scenario, const CareWords& words, const Care& care);

}  // namespace steadfast
