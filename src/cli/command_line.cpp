#include "cli/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <random>
#include <sstream>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "cli/analyze_command.h"
#include "cli/budget.h"
#include "cli/check_command.h"
#include "cli/explain_command.h"
#include "cli/new_command.h"
#include "cli/play_command.h"
#include "cli/preview_command.h"
#include "cli/talk.h"
#include "cli/watch_command.h"
#include "platform/files.h"
#include "platform/interrupt.h"
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
  CheckRequest check;
  std::string check_format = "text";
  ExplainRequest explain;
  NewRequest fresh;
  std::vector<std::filesystem::path> watch;
  std::filesystem::path preview;
  AnalyzeRequest analyze;
  std::string analyze_old;
  std::string budget;
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
  CLI::App* explain = nullptr;
  CLI::App* watch = nullptr;
  CLI::App* fresh = nullptr;
  CLI::App* preview = nullptr;
  CLI::App* analyze = nullptr;
  CLI::App* schema = nullptr;
  CLI::App* screenshot = nullptr;
};

// What helps while a scenario is being written.
void declare_for_authors(CLI::App& app, Arguments& arguments, Subcommands& commands) {
  commands.explain =
      app.add_subcommand("explain", "Say what a code such as SCN012, or a name such as D2, means");
  commands.explain->add_option("WORD", arguments.explain.word,
                               "A code, a skill, an act, a scene …; the lists are named when none is given");
  commands.explain->add_flag("--markdown", arguments.explain.markdown, "All codes, as docs/diagnostics.md");

  commands.watch = app.add_subcommand("watch", "Check again after every save");
  commands.watch->add_option("PATH", arguments.watch, "Files, or folders to look through")->required();

  commands.fresh = app.add_subcommand("new", "Write a small, complete scenario to start from");
  commands.fresh
      ->add_option("ID", arguments.fresh.id, "Its id and the file's name, such as a-walk-in-the-rain")
      ->required();
  commands.fresh->add_option("--theme", arguments.fresh.theme,
                             "What it practises: `steadfast explain themes` lists them");
  commands.fresh->add_option("--in", arguments.fresh.folder,
                             "The folder for the file; this one when not said");

  commands.preview = app.add_subcommand("preview", "Read a whole scenario as plain text");
  commands.preview->add_option("FILE", arguments.preview, "The scenario, also one with problems")->required();

  std::vector<std::string> forms;
  for (const FileForm& form : file_forms()) forms.emplace_back(form.name);
  commands.schema = app.add_subcommand("schema", "Write the JSON Schema of a form of file, for editors");
  commands.schema->add_option("FORM", arguments.schema, "Of which files: scenarios when none is named")
      ->check(CLI::IsMember(forms));
}

void declare_analyze(CLI::App& analyze, Arguments& arguments) {
  analyze.add_option("FILE", arguments.analyze.file, "The scenario")->required();
  analyze.add_flag("--json", arguments.analyze_json, "As JSON");
  analyze
      .add_option("--budget", arguments.budget,
                  "Look at this many states at most, such as 500k or 2M (1M when not given); beyond that the "
                  "answers are bounded, not exact")
      ->type_name("STATES")
      ->check([](const std::string& text) {
        return read_budget(text) ? std::string()
                                 : fmt::format("`{}` is not a number of states from 1 to a billion.", text);
      });
  analyze
      .add_option("--diff", arguments.analyze_old,
                  "Say what an edit changed: compare with this older copy of the scenario")
      ->type_name("OLD");
  analyze.add_flag("--quiet", arguments.analyze.is_quiet, "Say nothing about progress");
  analyze.footer(kAnalyzeExitCodes);
}

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
  commands.check->add_option("PATH", arguments.check.paths, "Files, or folders to look through")->required();
  commands.check->add_option("--format", arguments.check_format, "text, json or sarif")
      ->check(CLI::IsMember({"text", "json", "sarif"}));
  commands.check->add_flag(
      "--release", arguments.check.is_for_release,
      "Refuse what people have not reviewed: signatures missing, expired or of another text");

  declare_for_authors(app, arguments, commands);

  commands.analyze = app.add_subcommand("analyze", "Say what is true of all plays of a scenario");
  declare_analyze(*commands.analyze, arguments);

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
  if (commands.check->parsed()) {
    if (arguments.check_format == "json") arguments.check.format = CheckFormat::json;
    if (arguments.check_format == "sarif") arguments.check.format = CheckFormat::sarif;
    return ExitCode{check_command(arguments.check, terminal, surroundings)};
  }
  if (commands.explain->parsed()) return ExitCode{explain_command(arguments.explain, terminal, surroundings)};
  if (commands.watch->parsed()) return ExitCode{watch_command(arguments.watch, terminal, surroundings)};
  if (commands.fresh->parsed()) return ExitCode{new_command(arguments.fresh, terminal, surroundings)};
  if (commands.preview->parsed()) return ExitCode{preview_command(arguments.preview, terminal, surroundings)};
  if (commands.analyze->parsed()) {
    AnalyzeRequest& request = arguments.analyze;
    if (arguments.analyze_json) request.format = AnalysisFormat::json;
    if (!arguments.budget.empty()) request.budget = *read_budget(arguments.budget);
    if (!arguments.analyze_old.empty()) request.old = arguments.analyze_old;
    return ExitCode{analyze_command(request, terminal, surroundings)};
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
  surroundings.wait_a_moment = [] {
    constexpr std::chrono::milliseconds kMoment{400};
    std::this_thread::sleep_for(kMoment);
    return true;
  };
  surroundings.person_sees_errors = person_sees_errors();
  surroundings.steady_milliseconds = [] {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::int64_t{std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
  };
  surroundings.listen_for_interrupt = listen_for_interrupt;
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
