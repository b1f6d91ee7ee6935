// The real program under Xvfb, measured from outside: real keys, real frames, a real record.
#include <fmt/core.h>
#include <unistd.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "app/course.h"
#include "app/load_content.h"
#include "app/stage.h"
#include "keyboard.h"
#include "measured.h"
#include "person.h"
#include "process.h"
#include "steadfast/save.h"
#include "store/records.h"
#include "temporary_folder.h"
#include "view/screen_view.h"

namespace steadfast::bench {
namespace {

namespace fs = std::filesystem;

struct Plan {
  int starts = 9;
  int keys = 200;
  int idle_seconds = 60;
  int plays = 1000;
};

double milliseconds(Nanoseconds from, Nanoseconds to) {
  return static_cast<double>(to - from) / 1e6;
}

void wait(int duration_ms) {
  std::this_thread::sleep_for(std::chrono::milliseconds(duration_ms));
}

std::vector<Nanoseconds> frames_in(const fs::path& log) {
  std::ifstream stream(log);
  return {std::istream_iterator<Nanoseconds>(stream), {}};
}

std::optional<Nanoseconds> first_frame_after(const fs::path& log, Nanoseconds moment) {
  for (const Nanoseconds frame : frames_in(log)) {
    if (frame > moment) return frame;
  }
  return std::nullopt;
}

// A program in a window of its own.
struct Window {
  VirtualDisplay display;
  TemporaryFolder folder;
  fs::path frames = folder.path() / "frames";
  Person person{display, folder.path() / "data", {{"STEADFAST_FRAME_LOG", frames.string()}}};
};

// --- Start and keys -------------------------------------------------------------------------------

void measure_start(const Plan& plan) {
  std::vector<double> times;
  for (int start = 0; start < plan.starts; ++start) {
    Window window;
    const Nanoseconds before = now();
    window.person.open_program();
    if (const auto frame = first_frame_after(window.frames, before))
      times.push_back(milliseconds(before, *frame));
    window.person.close_window();
  }
  if (times.empty()) return print_row("start to first frame", "not measured", "");
  print_row(fmt::format("start to first frame, median of {}", times.size()),
            fmt::format("{:.0f} ms", quantile(times, 0.5)), "1000 ms at most");
}

void measure_keys(const Plan& plan) {
  Window window;
  window.person.open_program();
  const Keyboard keyboard(window.display.name());
  std::vector<double> times;
  for (int key = 0; key < plan.keys; ++key) {
    const Nanoseconds pressed = keyboard.tap_tab();
    wait(120);
    if (const auto frame = first_frame_after(window.frames, pressed))
      times.push_back(milliseconds(pressed, *frame));
  }
  window.person.close_window();
  if (times.empty()) return print_row("key to presented frame", "not measured", "");
  print_row(fmt::format("key to presented frame, median of {}", times.size()),
            fmt::format("{:.1f} ms", quantile(times, 0.5)), "50 ms at most");
  print_row("key to presented frame, 95 of 100 are below", fmt::format("{:.1f} ms", quantile(times, 0.95)),
            "100 ms at most");
}

// --- Idling ---------------------------------------------------------------------------------------

// User and system time of a process, in seconds.
double processor_seconds(pid_t process) {
  std::ifstream stream("/proc/" + std::to_string(process) + "/stat");
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  std::istringstream rest(text.substr(text.rfind(')') + 2));
  std::string field;
  double ticks = 0;
  for (int number = 3; rest >> field; ++number) {
    if (number == 14 || number == 15) ticks += std::stod(field);
  }
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

// Libraries and drivers included.
double resident_megabytes(pid_t process) {
  std::ifstream stream("/proc/" + std::to_string(process) + "/statm");
  long pages = 0;
  stream >> pages >> pages;
  return static_cast<double>(pages * sysconf(_SC_PAGESIZE)) / 1e6;
}

auto is_screen(const std::string& name) {
  return [name](const SeenScreen& screen) { return screen.name == name; };
}

struct Place {
  const char* name;
  std::function<bool(Person&, const Scenario&)> go_there;
};

bool go_to_brief(Person& person, const Scenario& scenario) {
  return person.is_on("library") && person.tab_to(scenario.title) &&
         person.press_until("Return", "the page before the start", is_screen("brief"));
}

bool go_to_conversation(Person& person, const Scenario& scenario) {
  return go_to_brief(person, scenario) && person.tab_to("Start") &&
         person.press_until("Return", "the conversation", is_screen("conversation"));
}

// Gives the answer of the scenario's first play at this position.
bool answer(Person& person, const Scenario& scenario, std::size_t position) {
  const ChoiceId& id = scenario.plays.front().choose[position];
  const auto choice = std::find_if(scenario.choices.begin(), scenario.choices.end(),
                                   [&id](const Choice& candidate) { return candidate.id == id; });
  const auto is_offered = [&choice](const SeenScreen& screen) {
    return screen.find(choice->say, "choice").has_value();
  };
  const auto is_selected = [&choice](const SeenScreen& screen) {
    const auto node = screen.find(choice->say, "choice");
    return node && node->selected;
  };
  return person.sees("the answer", is_offered) &&
         person.press_until(std::to_string(person.look().find(choice->say, "choice")->digit),
                            "it is selected", is_selected) &&
         person.press_until("Return", "the feedback", is_screen("feedback"));
}

bool go_to_feedback(Person& person, const Scenario& scenario) {
  return go_to_conversation(person, scenario) && answer(person, scenario, 0);
}

bool go_to_debrief(Person& person, const Scenario& scenario) {
  if (!go_to_conversation(person, scenario)) return false;
  for (std::size_t position = 0; position < scenario.plays.front().choose.size(); ++position) {
    const auto is_elsewhere = [](const SeenScreen& screen) { return screen.name != "feedback"; };
    if (!answer(person, scenario, position) || !person.press_until("Return", "what follows", is_elsewhere)) {
      return false;
    }
  }
  return person.is_on("debrief");
}

std::vector<Place> places() {
  return {{"library", [](Person& person, const Scenario&) { return person.is_on("library"); }},
          {"before you start", go_to_brief},
          {"conversation", go_to_conversation},
          {"feedback", go_to_feedback},
          {"I need a moment",
           [](Person& person, const Scenario& scenario) {
             return go_to_conversation(person, scenario) &&
                    person.press_until("Escape", "the pause", is_screen("pause"));
           }},
          {"debrief", go_to_debrief},
          {"left", [](Person& person, const Scenario& scenario) {
             return go_to_conversation(person, scenario) && person.tab_to("Leave") &&
                    person.press_until("Return", "the page behind", is_screen("left"));
           }}};
}

// All screens idle side by side, in a program each: what is counted is their own processor time.
void measure_idling(const Plan& plan, const Scenario& scenario) {
  struct Idler {
    const char* name;
    std::unique_ptr<Window> window;
    double before = 0;
  };
  std::vector<Idler> idlers;
  for (const Place& place : places()) {
    auto window = std::make_unique<Window>();
    window->person.open_program();
    if (place.go_there(window->person, scenario)) idlers.push_back({place.name, std::move(window)});
  }
  wait(3000);
  for (Idler& idler : idlers) idler.before = processor_seconds(idler.window->person.process_id());
  wait(plan.idle_seconds * 1000);
  for (Idler& idler : idlers) {
    const double used = processor_seconds(idler.window->person.process_id()) - idler.before;
    print_row(fmt::format("idle for {} s: {}", plan.idle_seconds, idler.name),
              fmt::format("{:.2f} % of a core", used * 100 / plan.idle_seconds), "1 % at most");
    print_row(fmt::format("resident memory: {}", idler.name),
              fmt::format("{:.0f} MB", resident_megabytes(idler.window->person.process_id())),
              "150 MB at most");
    idler.window->person.close_window();
  }
}

// --- Memory after many plays -----------------------------------------------------------------------

class Player {
 public:
  Player(Stage& stage, const std::shared_ptr<const Content>& content, const fs::path& data)
      : stage_(stage),
        course_(content, {data, [this] { return clock_ms_; }, [] { return std::uint64_t{5}; }}, 0) {}

  void play(const Scenario& scenario, const RecordedPlay& play) {
    press(OpenBrief{scenario.id});
    press(StartScenario{scenario.id});
    for (const ChoiceId& choice : play.choose) {
      press(SelectChoice{choice.text});
      press(SayChoice{choice.text});
      if (course_.state().screen == Screen::feedback) press(LookAtImpact{});
      if (course_.state().screen == Screen::feedback) press(ContinueAfterFeedback{});
    }
    for (const DebriefStep step :
         {DebriefStep::what_happened, DebriefStep::moments, DebriefStep::skills, DebriefStep::plan}) {
      press(GoToStep{step});
    }
    press(FinishDebrief{});
  }

 private:
  void press(const Intent& intent) {
    clock_ms_ += 2000;
    course_.apply(intent, clock_ms_);
    stage_.draw_frame(make_screen_view(course_.state()), {});
    stage_.host().present();
  }

  Stage& stage_;
  std::int64_t clock_ms_ = 0;
  Course course_;
};

void measure_memory(const Plan& plan, const std::shared_ptr<const Content>& content) {
  const VirtualDisplay display;
  setenv("DISPLAY", display.name().c_str(), 1);
  setenv("SDL_VIDEODRIVER", "x11", 1);
  setenv("LIBGL_ALWAYS_SOFTWARE", "1", 1);
  const auto stage = Stage::open(STEADFAST_SHARE_DIR, {.title = "Steadfast", .kind = WindowKind::hidden}, "");
  if (!stage) return print_row("memory", stage.error().message, "");
  const TemporaryFolder data;
  Player player(*stage.value(), content, data.path());
  const auto report = [](int plays) {
    print_row(fmt::format("resident memory after {} plays", plays),
              fmt::format("{:.0f} MB", resident_megabytes(getpid())), "150 MB at most, and not growing");
  };
  int done = 0;
  while (done < plan.plays) {
    for (const ScenarioEntry& entry : content->scenarios) {
      if (!entry.scenario) continue;
      for (const RecordedPlay& play : entry.scenario->plays) {
        if (done >= plan.plays) break;
        player.play(*entry.scenario, play);
        ++done;
        if (done == plan.plays / 10 || done == plan.plays / 2) report(done);
      }
    }
  }
  report(done);
}

// --- The record -----------------------------------------------------------------------------------

void measure_record(const Scenario& scenario) {
  const TemporaryFolder folder;
  auto store = Store::open(folder.path());
  if (!store) return print_row("answer to durable row", store.error().message, "");
  std::vector<double> times;
  for (int attempt = 0; attempt < 50; ++attempt) {
    Play play = start_play(scenario, 5);
    const auto id = store.value().start_attempt(attempt_of(scenario, play, Mode::coach, std::nullopt, 1));
    while (id && play.state.phase == Phase::deciding) {
      const Nanoseconds said = now();
      take(scenario, play, offered(scenario, play.state).front());
      if (!store.value().record_decision(id.value(), last_decision_of(scenario, play, 2))) break;
      times.push_back(milliseconds(said, now()));
    }
  }
  if (times.empty()) return print_row("answer to durable row", "not measured", "");
  print_row(fmt::format("answer to durable row, median of {}", times.size()),
            fmt::format("{:.2f} ms", quantile(times, 0.5)), "20 ms at most");
  print_row("answer to durable row, 95 of 100 are below", fmt::format("{:.2f} ms", quantile(times, 0.95)),
            "");
}

int run(int argument_count, char** arguments) {
  Plan plan;
  CLI::App app("Measures the window of Steadfast under Xvfb.");
  app.add_option("--starts", plan.starts, "How often to start it")->check(CLI::PositiveNumber);
  app.add_option("--keys", plan.keys, "How many keys to press")->check(CLI::PositiveNumber);
  app.add_option("--idle-seconds", plan.idle_seconds, "How long to watch it idle")
      ->check(CLI::PositiveNumber);
  app.add_option("--plays", plan.plays, "How many plays to measure memory after")->check(CLI::PositiveNumber);
  CLI11_PARSE(app, argument_count, arguments);

  const auto content = load_content({.share = STEADFAST_SHARE_DIR});
  if (!content || content.value()->scenarios.empty() || !content.value()->scenarios.front().scenario) {
    fmt::print(stderr, "The scenarios could not be loaded.\n");
    return 1;
  }
  const Scenario& scenario = *content.value()->scenarios.front().scenario;
  fmt::print("{}\n\n", machine());
  measure_start(plan);
  measure_keys(plan);
  measure_record(scenario);
  measure_idling(plan, scenario);
  measure_memory(plan, content.value());
  return 0;
}

}  // namespace
}  // namespace steadfast::bench

int main(int argument_count, char** arguments) {
  return steadfast::bench::run(argument_count, arguments);
}
