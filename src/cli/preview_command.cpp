#include "cli/preview_command.h"

#include <ostream>

#include <fmt/format.h>

#include "cli/content.h"
#include "cli/preview_text.h"
#include "cli/telling.h"

namespace steadfast::cli {

int preview_command(const std::filesystem::path& file, const Terminal& terminal,
                    const Surroundings& surroundings) {
  const auto rulebook = read_rulebook(surroundings.share_folder);
  if (!rulebook) {
    terminal.err << rulebook.error().message << '\n';
    return 1;
  }
  const Result<ReadScenario> result = read_scenario(file, rulebook.value());
  if (!result) {
    terminal.err << result.error().message << '\n';
    return 2;
  }
  const ReadScenario& read = result.value();
  terminal.err << read.report;
  const std::optional<Date> today = local_day(surroundings.unix_milliseconds());
  if (read.scenario) {
    terminal.out << preview_text(*read.scenario, {}, today);
    return 0;
  }
  if (!read.healthy_part) {
    terminal.err << fmt::format("Nothing of `{}` can be shown until this is mended.\n", file.string());
    return 2;
  }
  terminal.err << "Shown is what can be read; the rest waits until this is mended.\n";
  terminal.out << preview_text(read.healthy_part->scenario, read.healthy_part->without_way_on, today);
  return 1;
}

}  // namespace steadfast::cli
