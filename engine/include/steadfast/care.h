// Care for the person who practises: grounding exercises and people to talk to, as data.
//
// assets/grounding.yaml
//   note: If one makes it worse, stop; that is common.
//   exercises:
//     - id: senses
//       name: Five things you can see
//       seconds: 90
//       steps:
//         - Find five things you can see.
//         - …
//
// assets/resources.yaml
//   note: Ask your coordinator for your programme's own numbers first.
//   resources:
//     - id: coordinator
//       name: Your programme coordinator
//       locale: programme        # "programme" or a country: US, CA, GB, AU, EU
//       audience: mentor         # youth, adult, mentor
//       for_what: Anything a conversation stirred up.
//       call: …                  # call, text, chat, url: at least one of them, or `how`
//       text: …
//       chat: …
//       url: …
//       how: Use the number your programme gave you.
//       hours: …                 # optional, as are the following
//       languages: …
//       cost: …
//       confidentiality: …
//       reporting_line: false    # true: telling them is a report to the authorities
//       source: …
//       verified_on: 2025-11-20  # when a person last checked it; without it "check this number" shows
//       expires_on: 2026-11-20
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "steadfast/diagnostic.h"
#include "steadfast/load.h"

namespace steadfast {

struct GroundingExercise {
  std::string id;
  std::string name;
  int seconds = 60;
  std::vector<std::string> steps;
};

struct Resource {
  std::string id;
  std::string name;
  std::string locale;
  std::string audience;
  std::string for_what;
  std::string call, text, chat, url, how;  // empty: there is none
  std::string hours, languages, cost, confidentiality;
  bool is_reporting_line = false;
  std::string source;
  std::string verified_on, expires_on;  // YYYY-MM-DD or empty
};

struct Care {
  std::string grounding_note;
  std::vector<GroundingExercise> exercises;  // at least one
  std::string resources_note;
  std::vector<Resource> resources;  // the programme's own first, then in the order written
};

struct LoadedCare {
  std::shared_ptr<const Care> care;  // null when there are errors
  std::vector<Diagnostic> diagnostics;
};

LoadedCare load_care(const Source& grounding, const Source& resources);

// The same for a conversation that names these resources: they come right behind the programme's own. Ids
// that no resource has are passed over.
Care care_for_conversation(const Care& care, const std::vector<std::string>& resources);

// True when nobody checked it, or its check has run out on `today` (YYYY-MM-DD): show "check this number".
bool needs_checking(const Resource& resource, std::string_view today);

}  // namespace steadfast
