#include "schema/corpus.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "open_source.h"
#include "schema/document.h"
#include "schema/loader.h"
#include "schema/mutations.h"
#include "steadfast/json_schema.h"
#include "support/load_files.h"

namespace steadfast::test {

namespace {

namespace fs = std::filesystem;

bool is_form(const std::string& name) {
  const auto forms = file_forms();
  return std::any_of(forms.begin(), forms.end(), [&name](const FileForm& form) { return form.name == name; });
}

CorpusFile judged_by_loader(const std::string& name, const std::string& form, Source source) {
  CorpusFile file;
  file.name = name;
  file.form = form;
  file.errors = errors_in(form, source);
  file.source = std::move(source);
  return file;
}

void add_mutations(const std::string& form, std::set<ValueType>& tried, std::vector<CorpusFile>& files) {
  const std::string name = form + ".yaml";
  const Source source = read_source(data_folder() / "every-key" / name);
  const OpenSource open{source, table_of(form)};
  EXPECT_TRUE(open.can_be_linked) << name;
  for_every_mutation(table_of(form), thing_of(open.root()), tried,
                     [&](const std::string& what, const std::string& yaml) {
                       files.push_back(judged_by_loader(form + ": " + what, form, {name, yaml}));
                       files.back().is_mutation = true;
                     });
}

}  // namespace

std::vector<fs::path> yaml_files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path{STEADFAST_SOURCE_DIR} / folder)) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string form_of(const fs::path& file) {
  const std::string folder = file.parent_path().filename().string();
  const std::string name = file.stem().string();
  if (name == "scene" || folder == "scene") return "scene";
  if (name == "default" || (folder == "rulebook" && name == "policy")) return "policy-default";
  if (folder == "policy") return "policy";
  const std::string last = fs::path{name}.extension().string();
  if (!last.empty() && is_form(last.substr(1))) return last.substr(1);
  return is_form(name) ? name : "scenario";
}

const std::vector<CorpusFile>& corpus() {
  static const std::vector<CorpusFile> files = [] {
    std::vector<CorpusFile> all;
    for (const char* folder : {"tests/data", "tests/issues", "scenarios", "assets"}) {
      for (const fs::path& file : yaml_files_below(folder)) {
        const std::string name = fs::relative(file, STEADFAST_SOURCE_DIR).string();
        all.push_back(judged_by_loader(name, form_of(file), read_source(file)));
      }
    }
    std::set<ValueType> tried;
    for (const FileForm& form : file_forms()) add_mutations(std::string{form.name}, tried, all);
    return all;
  }();
  return files;
}

}  // namespace steadfast::test
