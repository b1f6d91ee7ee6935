#include "bench_content.h"

#include <fmt/core.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

namespace steadfast::bench {
namespace {

Source shipped(const char* name) {
  const std::filesystem::path file = std::filesystem::path(STEADFAST_SHARE_DIR) / "assets" / name;
  std::ifstream stream(file, std::ios::binary);
  return {file.string(), std::string(std::istreambuf_iterator<char>(stream), {})};
}

[[noreturn]] void give_up(const std::vector<Diagnostic>& diagnostics) {
  for (const Diagnostic& found : diagnostics) fmt::print(stderr, "{}", format_diagnostic(found, {}));
  std::exit(1);
}

}  // namespace

std::shared_ptr<const Rulebook> shipped_rulebook() {
  static const std::shared_ptr<const Rulebook> rulebook = [] {
    LoadedRulebook loaded =
        load_rulebook(shipped("rubric.yaml"), shipped("mentee-model.yaml"), shipped("acts.yaml"));
    if (!loaded.rulebook) give_up(loaded.diagnostics);
    LoadedPolicy policy = load_policy(shipped("policy/default.yaml"), nullptr);
    if (!policy.policy) give_up(policy.diagnostics);
    auto with_policy = std::make_shared<Rulebook>(*loaded.rulebook);
    with_policy->policy = std::move(*policy.policy);
    return with_policy;
  }();
  return rulebook;
}

Source generated_source(const StoryShape& shape) {
  const GeneratedStory story = make_story(shape);
  return {story.id + ".yaml", as_yaml(story)};
}

Scenario generated_scenario(const StoryShape& shape) {
  LoadedScenario loaded = load_scenario(generated_source(shape), shipped_rulebook());
  if (!loaded.scenario) give_up(loaded.diagnostics);
  return std::move(*loaded.scenario);
}

}  // namespace steadfast::bench
