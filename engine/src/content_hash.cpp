#include "content_hash.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <memory>

#include "names.h"

namespace steadfast {

namespace {

// Lengths in front of texts keep different trees from having the same form.
void append_text(std::string& form, YamlNode text) {
  const std::string words = words_of(text);
  form += fmt::format("t{}:", words.size());
  form += words;
}

void append(std::string& form, YamlNode node) {
  switch (node.kind()) {
    case YamlKind::empty:
      form += 'n';
      return;
    case YamlKind::text:
      append_text(form, node);
      return;
    case YamlKind::list:
      form += '[';
      for (const YamlNode item : node.items()) append(form, item);
      form += ']';
      return;
    case YamlKind::map:
      form += '{';
      for (const YamlEntry entry : node.entries()) {
        append(form, entry.key);
        append(form, entry.value);
      }
      form += '}';
      return;
  }
}

}  // namespace

std::string canonical_form(YamlNode root, std::string_view left_out) {
  std::string form;
  form += '{';
  for (const YamlEntry entry : root.entries()) {
    if (!left_out.empty() && entry.key.text() == left_out) continue;
    append(form, entry.key);
    append(form, entry.value);
  }
  form += '}';
  return form;
}

std::string hash_of(std::string_view scenario_form, std::string_view rulebook_form) {
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  const std::unique_ptr<XXH3_state_t, Free> state{XXH3_createState()};
  XXH3_128bits_reset(state.get());
  const std::string header = fmt::format("steadfast {} {} ", scenario_form.size(), rulebook_form.size());
  for (const std::string_view part : {std::string_view{header}, scenario_form, rulebook_form}) {
    XXH3_128bits_update(state.get(), part.data(), part.size());
  }
  const XXH128_hash_t hash = XXH3_128bits_digest(state.get());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace steadfast
