// The schemas in assets/schema are made from the table that the loader reads by, so both must take and refuse
// the same files. Every file here is judged by the loader and by programs that know nothing of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "open_source.h"
#include "schema/corpus.h"
#include "schema/document.h"
#include "schema/loader.h"
#include "schema/mutations.h"
#include "schema/validators.h"
#include "steadfast/json_schema.h"
#include "support/load_files.h"

namespace steadfast::test {
namespace {

bool some(const std::vector<Diagnostic>& errors, bool (*is_so)(Code)) {
  return std::any_of(errors.begin(), errors.end(),
                     [is_so](const Diagnostic& error) { return is_so(error.code); });
}

// What is wrong with the verdict, beside what the loader says; empty when both agree.
std::string disagreement(const CorpusFile& file, const Verdict& verdict) {
  const bool seen = some(file.errors, is_seen_by_a_schema);
  switch (verdict.kind) {
    case Verdict::Kind::accepted:
      return seen ? "the schema takes it, and the loader refuses its form" : "";
    case Verdict::Kind::refused:
      return seen || some(file.errors, is_stricter_than_yaml)
                 ? ""
                 : "the loader takes its form, and the schema refuses it: " + verdict.why;
    case Verdict::Kind::unreadable:
      if (file.is_mutation) return "this test wrote what is no YAML: " + verdict.why;
      return file.errors.empty() ? "the loader takes it, and it is no YAML: " + verdict.why : "";
  }
  return "";
}

std::vector<Judged> to_be_judged() {
  std::vector<Judged> files;
  for (const CorpusFile& file : corpus()) files.push_back({file.form, file.source.text});
  return files;
}

const std::vector<Verdict>& verdicts_of(const Validator& validator) {
  static std::map<std::string, std::vector<Verdict>> known;
  const auto found = known.find(validator.name);
  if (found != known.end()) return found->second;
  return known[validator.name] = judge(validator, to_be_judged());
}

TEST(Schemas, CanBeTestedHere) {
  constexpr const char* kMissing =
      "neither npm's ajv nor Debian's python3-jsonschema with python3-ruamel.yaml is here: ./test installs "
      "them";
  EXPECT_FALSE(validators().empty()) << kMissing;
}

TEST(Schemas, TakeAndRefuseWhatTheLoaderDoes) {
  ASSERT_FALSE(validators().empty());
  for (const Validator& validator : validators()) {
    const std::vector<Verdict>& verdicts = verdicts_of(validator);
    ASSERT_EQ(verdicts.size(), corpus().size());
    for (std::size_t at = 0; at < verdicts.size(); ++at) {
      const CorpusFile& file = corpus()[at];
      EXPECT_EQ(disagreement(file, verdicts[at]), "") << file.name << ", judged by " << validator.name << '\n'
                                                      << explain_all(file.errors, file.source.text);
    }
  }
}

// The comparison must have something to compare: files of every form that are taken, and files that are
// refused, for every reason a schema can see.
TEST(Schemas, AreComparedOnEverythingTheyCanSee) {
  std::set<std::string> taken;
  std::set<std::string> refused;
  std::set<Code> reasons;
  for (const CorpusFile& file : corpus()) {
    (some(file.errors, is_seen_by_a_schema) ? refused : taken).insert(file.form);
    for (const Diagnostic& error : file.errors) reasons.insert(error.code);
  }
  for (const FileForm& form : file_forms()) {
    EXPECT_EQ(taken.count(std::string{form.name}), 1U) << form.name;
    EXPECT_EQ(refused.count(std::string{form.name}), 1U) << form.name;
  }
  for (const DiagnosticKind& kind : diagnostic_kinds()) {
    if (!is_seen_by_a_schema(kind.code) && !is_stricter_than_yaml(kind.code)) continue;
    EXPECT_EQ(reasons.count(kind.code), 1U) << kind.name << " has no example";
  }
}

TEST(Schemas, AreTriedAtEveryKeyOfTheTable) {
  for (const FileForm& form : file_forms()) {
    const ObjectSchema& table = table_of(form.name);
    const Source source = read_source(data_folder() / "every-key" / (std::string{form.name} + ".yaml"));
    EXPECT_EQ(explain_all(errors_in(form.name, source), source.text), "");
    const OpenSource open{source, table};
    std::set<ValueType> tried;
    const std::set<const KeyRule*> met = for_every_mutation(table, thing_of(open.root()), tried,
                                                            [](const std::string&, const std::string&) {});
    for (const KeyRule* rule : all_keys(table)) {
      EXPECT_EQ(met.count(rule), 1U) << source.name << " has no `" << rule->key
                                     << "` of which it is said: " << rule->explanation;
    }
  }
}

TEST(Schemas, AreUnderstoodAlikeByAllWhoReadThem) {
  ASSERT_FALSE(validators().empty());
  const std::vector<Verdict>& first = verdicts_of(validators().front());
  const std::vector<Verdict>& last = verdicts_of(validators().back());
  ASSERT_EQ(first.size(), last.size());
  for (std::size_t at = 0; at < first.size(); ++at) {
    const bool is_taken = first[at].kind == Verdict::Kind::accepted;
    EXPECT_EQ(is_taken, last[at].kind == Verdict::Kind::accepted) << corpus()[at].name << '\n'
                                                                  << first[at].why << '\n'
                                                                  << last[at].why;
  }
}

// Editors find the schema by the first line.
TEST(Schemas, AreNamedByWhatIsShipped) {
  namespace fs = std::filesystem;
  const fs::path schemas = fs::path{STEADFAST_SOURCE_DIR} / "assets" / "schema";
  for (const char* folder : {"scenarios", "assets"}) {
    for (const fs::path& file : yaml_files_below(folder)) {
      // `steadfast new` writes them to wherever somebody wants them.
      if (file.parent_path().filename() == "templates") continue;
      // No form of its own yet: its list is looked after by few people, and `check` reads it at every run.
      if (file.filename() == "care-words.yaml") continue;
      const std::string text = read_source(file).text;
      const fs::path schema = fs::relative(schemas / (form_of(file) + ".schema.json"), file.parent_path());
      EXPECT_EQ(text.substr(0, text.find('\n')), "# yaml-language-server: $schema=" + schema.string())
          << file;
    }
  }
}

// --- Where they differ, and why -----------------------------------------------------------------------

// A schema sees what YAML takes a value for and not how it is written; the loader sees the letters. So these
// few are left out of the files above, and so are `.inf` and `.nan`, which are texts to the loader and
// nothing that JSON knows.
struct Spelling {
  std::string line;  // of the scenario
  std::string written;
  bool is_taken_by_loader;
  std::string why;
};

const std::vector<Spelling>& spellings() {
  static const std::vector<Spelling> all = {
      {"title: Every key", "title: null", true,
       "to YAML this is nothing, and `title:` alone must be refused"},
      {"title: Every key", "title: ~", true, "the same"},
      {"start: false", "start: True", false, "to YAML this is `true`"},
      {"minutes: 5", "minutes: 5.0", false, "to YAML this is 5"},
      {"minutes: 5", "minutes: 0x5", false, "to YAML this is 5"},
      {"minutes: 5", "minutes: 5e0", false, "to YAML this is 5"},
      {"weight: 2", "weight: 2.0", false, "to YAML this is 2"},
      {"id: dana", "id: +7", false, "to YAML this is 7, which is a fine id"},
      {"id: dana", "id: 1e-7", true, "to YAML this is a number, and none that is an id"},
  };
  return all;
}

TEST(Schemas, DifferFromTheLoaderInHowValuesAreSpelt) {
  ASSERT_FALSE(validators().empty());
  const Source every_key = read_source(data_folder() / "every-key" / "scenario.yaml");
  std::vector<Judged> files;
  for (const Spelling& spelling : spellings()) {
    Source source = every_key;
    const std::size_t at = source.text.find(spelling.line);
    ASSERT_NE(at, std::string::npos) << spelling.line;
    source.text.replace(at, spelling.line.size(), spelling.written);
    files.push_back({"scenario", source.text});
    EXPECT_EQ(!some(errors_in("scenario", source), is_seen_by_a_schema), spelling.is_taken_by_loader)
        << spelling.written << ": " << spelling.why;
  }
  for (const Validator& validator : validators()) {
    const std::vector<Verdict> verdicts = judge(validator, files);
    ASSERT_EQ(verdicts.size(), files.size());
    for (std::size_t at = 0; at < files.size(); ++at) {
      EXPECT_NE(verdicts[at].kind == Verdict::Kind::accepted, spellings()[at].is_taken_by_loader)
          << spellings()[at].written << " is no exception any more, judged by " << validator.name;
    }
  }
}

}  // namespace
}  // namespace steadfast::test
