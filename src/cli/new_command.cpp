#include "cli/new_command.h"

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "cli/aligned_table.h"
#include "cli/content.h"
#include "cli/vocabulary.h"
#include "platform/files.h"

namespace steadfast::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* kTemplate = "assets/templates/scenario.yaml";
constexpr const char* kSchema = "assets/schema/scenario.schema.json";

// As the loader wants ids, and fit for a file's name.
bool is_good_id(const std::string& id) {
  const auto is_good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !id.empty() && id.front() != '-' && std::all_of(id.begin(), id.end(), is_good);
}

void put(std::string& text, std::string_view place, const std::string& word) {
  for (std::size_t at = text.find(place); at != std::string::npos; at = text.find(place, at + word.size())) {
    text.replace(at, place.size(), word);
  }
}

// Empty when the theme exists.
std::string objection_to_theme(const NewRequest& request) {
  const std::vector<Theme> themes = all_themes();
  const bool is_known = std::any_of(themes.begin(), themes.end(),
                                    [&request](Theme theme) { return to_string(theme) == request.theme; });
  if (is_known) return {};
  AlignedTable table({{"", Align::left}, {"", Align::left}});
  for (const Theme theme : themes) {
    table.add({std::string(to_string(theme)), std::string(about_theme(theme))});
  }
  const std::string found =
      request.theme.empty() ? "Say what it is about." : fmt::format("There is no theme `{}`.", request.theme);
  return fmt::format("{} The themes are\n{}Choose one, for example: steadfast new {} --theme boundaries",
                     found, table.rows(), request.id);
}

int refuse(const Terminal& terminal, const std::string& sentence) {
  terminal.err << sentence << '\n';
  return 2;
}

}  // namespace

int new_command(const NewRequest& request, const Terminal& terminal, const Surroundings& surroundings) {
  if (!is_good_id(request.id)) {
    return refuse(terminal,
                  fmt::format("`{}` cannot be an id: use small letters, digits and `-`, for example "
                              "`a-walk-in-the-rain`.",
                              request.id));
  }
  const std::string objection = objection_to_theme(request);
  if (!objection.empty()) return refuse(terminal, objection);
  if (!surroundings.share_folder) return refuse(terminal, kNoShare);
  const FileText pattern = read_file(*surroundings.share_folder / kTemplate);
  if (!pattern.text) return refuse(terminal, pattern.problem);
  std::error_code ignored;
  if (!fs::is_directory(request.folder, ignored)) {
    return refuse(terminal, fmt::format("There is no folder `{}`: make it first, or choose another with "
                                        "`--in`.",
                                        request.folder.string()));
  }
  const fs::path file = request.folder / (request.id + ".yaml");
  std::string text = fmt::format("# yaml-language-server: $schema={}\n",
                                 fs::absolute(*surroundings.share_folder / kSchema, ignored).string()) +
                     *pattern.text;
  put(text, "@ID@", request.id);
  put(text, "@THEME@", request.theme);
  const FileWritten written = create_file(file, text);
  if (!written.done) return refuse(terminal, written.problem);
  const std::string name = file.lexically_normal().string();
  terminal.out << fmt::format(
      "Written: {0}\n"
      "Play it once, then open it in a text editor and change it, a piece at a time:\n"
      "  steadfast play {0}       practise it in the terminal\n"
      "  steadfast watch {0}      finds mistakes, after every save\n"
      "  steadfast analyze {0}    is every way through it sound and fair?\n"
      "It is a draft until people have reviewed it.\n",
      name);
  return 0;
}

}  // namespace steadfast::cli
