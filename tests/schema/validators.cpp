#include "schema/validators.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/temporary_folder.h"
#include "steadfast/json_schema.h"
#include "support/load_files.h"

namespace steadfast::test {

namespace {

namespace fs = std::filesystem;

const std::string kFolder = STEADFAST_SOURCE_DIR "/tests/schema/";
const std::string kModules = STEADFAST_VALIDATOR_DIR;

bool works(const std::string& command) {
  return std::system((command + " > /dev/null 2>&1").c_str()) == 0;
}

std::string quoted(const std::string& path) {
  return "'" + path + "'";
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::vector<std::string> lines;
  std::ifstream stream{file};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

Verdict verdict_of(const std::string& line) {
  if (line == "accepted") return {Verdict::Kind::accepted, {}};
  const std::string refused = "refused: ";
  if (line.rfind(refused, 0) == 0) return {Verdict::Kind::refused, line.substr(refused.size())};
  EXPECT_EQ(line.rfind("unreadable: ", 0), 0U) << line;
  return {Verdict::Kind::unreadable, line};
}

}  // namespace

const std::vector<Validator>& validators() {
  static const std::vector<Validator> here = [] {
    std::vector<Validator> found;
    if (works("cd " + quoted(kModules) + " && node -e 'require(\"ajv\"); require(\"yaml\")'")) {
      found.push_back({"ajv", "node " + quoted(kFolder + "validate.mjs") + " " + quoted(kModules)});
    }
    // Debian's packages belong to Debian's own python, whatever else is called so.
    for (const std::string python : {"/usr/bin/python3", "python3"}) {
      if (!works(python + " -c 'import jsonschema, ruamel.yaml'")) continue;
      found.push_back({"jsonschema", python + " " + quoted(kFolder + "validate.py")});
      break;
    }
    return found;
  }();
  return here;
}

std::vector<Verdict> judge(const Validator& validator, const std::vector<Judged>& files) {
  const TemporaryFolder folder;
  std::ostringstream list;
  for (const FileForm& form : file_forms()) {
    const fs::path schema = folder.path() / (std::string{form.name} + ".schema.json");
    write_file(schema, json_schema(form.name));
    list << "schema\t" << form.name << '\t' << schema.string() << '\n';
  }
  for (std::size_t at = 0; at < files.size(); ++at) {
    const fs::path file = folder.path() / (std::to_string(at) + ".yaml");
    write_file(file, files[at].text);
    list << "file\t" << files[at].form << '\t' << file.string() << '\n';
  }
  write_file(folder.path() / "list", list.str());
  const auto in_folder = [&folder](const char* name) { return quoted((folder.path() / name).string()); };
  const std::string command =
      validator.command + " " + in_folder("list") + " > " + in_folder("out") + " 2> " + in_folder("err");
  const int status = std::system(command.c_str());
  const std::vector<std::string> lines = lines_of(folder.path() / "out");
  if (status != 0 || lines.size() != files.size()) {
    ADD_FAILURE() << validator.name << " judged " << lines.size() << " of " << files.size() << " files:\n"
                  << read_source(folder.path() / "err").text;
    return {};
  }
  std::vector<Verdict> verdicts;
  for (const std::string& line : lines) verdicts.push_back(verdict_of(line));
  return verdicts;
}

}  // namespace steadfast::test
