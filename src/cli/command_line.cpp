#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <random>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "cli/analyze_command.h"
#include "cli/check_command.h"
#include "cli/play_command.h"
#include "cli/talk.h"
#include "platform/files.h"
#include "platform/paths.h"
#include "steadfast/json_schema.h"

namespace steadfast {

namespace {

using namespace cli;

constexpr int kWrongUsage = 2;

// What the arguments said, as text; turned into requests after all of them were read.
struct Arguments {
  PlayRequest play;
  std::string choose;
  std::vector<std::filesystem::path> check;
  std::filesystem::path analyze;
  bool straight_on = false;
  bool analyze_json = false;
  std::string schema = "scenario";
  WindowRequest window;
  ScreenshotRequest screenshot;
  std::string size = "1280x800";
};

struct Subcommands {
  CLI::App* play = nullptr;
  CLI::App* check = nullptr;
  CLI::App* analyze = nullptr;
  CLI::App* schema = nullptr;
  CLI::App* screenshot = nullptr;
};

Subcommands declare(CLI::App& app, Arguments& arguments) {
  Subcommands commands;
  app.add_option("--scenarios", arguments.window.scenarios,
                 "Show the scenarios of this folder in the window, too")
      ->type_name("FOLDER")
      ->check(CLI::ExistingDirectory);
  commands.play = app.add_subcommand("play", "Practise a conversation in the terminal");
  commands.play->add_option("FILE", arguments.play.file, "The scenario")->required();
  commands.play->add_option("--choose", arguments.choose,
                            "Play these choices (ids with commas) and record nothing");
  commands.play
      ->add_option("--seed", arguments.play.seed, "Fix the order in which choices are shown; record nothing")
      ->check([](const std::string& text) {
        return whole_number(text) ? std::string()
                                  : fmt::format("`{}` is not a whole number from 0 up.", text);
      });
  commands.play->add_flag(
      "--json", arguments.play.json,
      "Write the result as JSON to standard output, the talk to standard error; record nothing");
  commands.play->add_flag("--practice", arguments.straight_on,
                          "Go straight on; the coach speaks only at the end");

  commands.check = app.add_subcommand("check", "Find every problem in scenarios");
  commands.check->add_option("PATH", arguments.check, "Files, or folders to look through")->required();

  commands.analyze = app.add_subcommand("analyze", "Say what is true of all plays of a scenario");
  commands.analyze->add_option("FILE", arguments.analyze, "The scenario")->required();
  commands.analyze->add_flag("--json", arguments.analyze_json, "As JSON");

  std::vector<std::string> forms;
  for (const FileForm& form : file_forms()) forms.emplace_back(form.name);
  commands.schema = app.add_subcommand("schema", "Write the JSON Schema of a form of file, for editors");
  commands.schema->add_option("FORM", arguments.schema, "Of which files: scenarios when none is named")
      ->check(CLI::IsMember(forms));

  commands.screenshot = app.add_subcommand("screenshot", "Draw screens into PNG files");
  commands.screenshot->add_option("SCREEN", arguments.screenshot.screens,
                                  "Which screens; all when none is named");
  commands.screenshot->add_option("--out", arguments.screenshot.out, "The folder for the files")->required();
  commands.screenshot->add_option("--size", arguments.size, "Width and height, such as 1280x800");
  return commands;
}

std::vector<std::string> split_at_commas(const std::string& text) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, ',');) {
    part.erase(std::remove(part.begin(), part.end(), ' '), part.end());
    parts.push_back(part);
  }
  return parts;
}

// False unless the text is two numbers with an x between them that make a picture.
bool read_size(std::string_view text, ScreenshotRequest& request) {
  const std::size_t cross = text.find('x');
  if (cross == std::string_view::npos) return false;
  const auto width = whole_number(text.substr(0, cross));
  const auto height = whole_number(text.substr(cross + 1));
  constexpr std::size_t least = 100;
  constexpr std::size_t most = 10000;
  if (!width || !height || *width < least || *width > most || *height < least || *height > most) return false;
  request.width = static_cast<int>(*width);
  request.height = static_cast<int>(*height);
  return true;
}

ExitCode wrong_usage(const Terminal& terminal, std::string_view problem) {
  terminal.err << fmt::format("{} `steadfast --help` shows what is possible.\n", problem);
  return ExitCode{kWrongUsage};
}

// The library's words, as a sentence on one line.
std::string as_sentence(std::string words) {
  std::replace(words.begin(), words.end(), '\n', ' ');
  while (!words.empty() && (words.back() == ' ' || words.back() == '.')) words.pop_back();
  return words + ".";
}

CommandLineResult carry_out(const Subcommands& commands, Arguments& arguments, const Terminal& terminal,
                            const Surroundings& surroundings) {
  if (commands.play->parsed()) {
    if (commands.play->count("--choose") > 0) arguments.play.choose = split_at_commas(arguments.choose);
    if (arguments.straight_on) arguments.play.mode = Mode::practice;
    return ExitCode{play_command(arguments.play, terminal, surroundings)};
  }
  if (commands.check->parsed()) return ExitCode{check_command(arguments.check, terminal, surroundings)};
  if (commands.analyze->parsed()) {
    const AnalysisFormat format = arguments.analyze_json ? AnalysisFormat::json : AnalysisFormat::text;
    return ExitCode{analyze_command(arguments.analyze, format, terminal, surroundings)};
  }
  if (commands.schema->parsed()) {
    terminal.out << json_schema(arguments.schema);
    return ExitCode{0};
  }
  if (commands.screenshot->parsed()) {
    if (!read_size(arguments.size, arguments.screenshot)) {
      return wrong_usage(terminal, fmt::format("`{}` is not a size such as 1280x800.", arguments.size));
    }
    return arguments.screenshot;
  }
  return arguments.window;
}

}  // namespace

Surroundings system_surroundings(std::string version) {
  const Environment environment = system_environment();
  Surroundings surroundings;
  surroundings.version = std::move(version);
  surroundings.share_folder = share_folder(environment);
  surroundings.data_folder = data_folder(environment);
  surroundings.unix_milliseconds = [] {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::int64_t{std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
  };
  surroundings.fresh_seed = [] {
    std::random_device device;
    return (std::uint64_t{device()} << 32U) | std::uint64_t{device()};
  };
  surroundings.person_is_typing = person_is_typing();
  return surroundings;
}

CommandLineResult run_command_line(std::span<const std::string> arguments, const Terminal& terminal,
                                   const Surroundings& surroundings) {
  CLI::App app(
      "Steadfast: practise conversations with a young person, and look back on them.\n"
      "Without a subcommand it opens the window.",
      "steadfast");
  app.set_version_flag("--version", "Steadfast " + surroundings.version);
  app.require_subcommand(0, 1);
  Arguments parsed;
  const Subcommands commands = declare(app, parsed);
  try {
    std::vector<std::string> backwards(arguments.rbegin(), arguments.rend());  // as the library wants them
    app.parse(std::move(backwards));
  } catch (const CLI::Success& success) {  // --help and --version
    return ExitCode{app.exit(success, terminal.out, terminal.err)};
  } catch (const CLI::ParseError& error) {
    return wrong_usage(terminal, as_sentence(error.what()));
  }
  return carry_out(commands, parsed, terminal, surroundings);
}

}  // namespace steadfast
