#include "fuzz/kept_files.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

namespace steadfast::fuzz {

namespace {

[[noreturn]] void stop(const std::string& why) {
  std::fprintf(stderr, "%s\n", why.c_str());
  std::abort();
}

Source part(const std::string& name) {
  return kept_file("tests/data/rulebook/" + name + ".yaml");
}

}  // namespace

Source kept_file(const std::string& path) {
  const std::filesystem::path file = std::filesystem::path{STEADFAST_SOURCE_DIR} / path;
  std::ifstream stream{file, std::ios::binary};
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream) stop("cannot read " + file.string());
  return {file.filename().string(), text.str()};
}

std::shared_ptr<const Rulebook> small_rulebook() {
  static const std::shared_ptr<const Rulebook> rulebook = [] {
    const LoadedRulebook loaded = load_rulebook(part("rubric"), part("mentee-model"), part("acts"));
    LoadedPolicy policy = load_policy(part("policy"), nullptr);
    if (!loaded.rulebook || !policy.policy) stop("the rulebook of tests/data has errors");
    auto with_policy = std::make_shared<Rulebook>(*loaded.rulebook);
    with_policy->policy = std::move(*policy.policy);
    return std::shared_ptr<const Rulebook>(std::move(with_policy));
  }();
  return rulebook;
}

}  // namespace steadfast::fuzz
