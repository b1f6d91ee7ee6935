#include "open_source.h"

#include <fmt/format.h>

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

}  // namespace

OpenSource::OpenSource(const Source& source, const ObjectSchema& schema)
    : problems(source.name),
      text(source.text.size() <= kLargestSource ? std::string_view{source.text} : std::string_view{}),
      yaml{YamlTree{text}, Completeness::stopped} {
  if (!is_readable_size(source, problems)) return;
  yaml = read_yaml(text, problems);
  // Of a file that was not read to its end, too much would be missed that is there.
  if (yaml.completeness == Completeness::stopped) return;
  const SchemaFindings found = check_schema(schema, root(), yaml.completeness, problems);
  for (const MeantKey& key : found.meant_keys) yaml.tree.reword(key.key, key.meant);
  can_be_linked = found.names_are_readable && yaml.completeness <= Completeness::values_left_out && root().is_map();
}

}  // namespace steadfast
