#include "open_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "codes.h"
#include "schema_check.h"
#include "yaml_guards.h"

namespace steadfast {

namespace {

bool is_readable_size(const Source& source, Problems& problems) {
  if (source.text.size() <= kLargestSource) return true;
  constexpr std::size_t kMegabyte = 1024U * 1024U;
  problems.error(codes::kTooLarge, {},
                 fmt::format("the file has {} MB, and at most {} MB are read", source.text.size() / kMegabyte,
                             kLargestSource / kMegabyte),
                 "a scenario is a text of a few pages: is this another kind of file?");
  return false;
}

// The values of all lines that look like `id: …`, wherever they stand, also behind a `#`.
std::set<std::string, std::less<>> ids_written_in(std::string_view text) {
  std::set<std::string, std::less<>> ids;
  constexpr std::string_view kKey = "id: ";
  for (std::size_t at = text.find(kKey); at != std::string_view::npos; at = text.find(kKey, at + 1)) {
    if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n') continue;
    const std::size_t start = at + kKey.size();
    std::string_view id = text.substr(start, text.find_first_of(" \r\n#", start) - start);
    if (id.size() > 1 && (id[0] == '"' || id[0] == '\'')) id = id.substr(1, id.size() - 2);
    ids.emplace(id);
  }
  return ids;
}

}  // namespace

OpenSource::OpenSource(const Source& source, const ObjectSchema& schema)
    : problems(source.name),
      text(source.text.size() <= kLargestSource ? std::string_view{source.text} : std::string_view{}),
      yaml{YamlTree{text}, Completeness::stopped} {
  if (!is_readable_size(source, problems)) return;
  yaml = read_yaml(text, problems, KnownKeys{schema});
  // Of a file that was not read to its end, too much would be missed that is there.
  if (yaml.completeness == Completeness::stopped) return;
  const SchemaFindings found = check_schema(schema, root(), yaml.completeness, problems);
  for (const MeantKey& key : found.meant_keys) yaml.tree.reword(key.key, key.meant);
  for (const YamlNode key : found.misplaced) yaml.tree.spoil(key);
  const auto is_twice = [](const Diagnostic& problem) { return problem.code == codes::kDuplicateKey; };
  const auto lost_starts = std::count_if(problems.all().begin(), problems.all().end(), is_twice);
  for (std::ptrdiff_t lost = 0; lost < lost_starts; ++lost) {
    // Keys that come again may be those of a node or a choice whose first line, with its id, is gone.
    problems.broken_id(codes::kUnknownTarget);
    problems.broken_id(codes::kUnknownChoice);
  }
  if (problems.has_errors()) problems.expect_ids(ids_written_in(text.text()));
  can_be_linked = found.names_are_readable && !found.is_cut_off &&
                  yaml.completeness <= Completeness::values_left_out && root().is_map();
}

}  // namespace steadfast
