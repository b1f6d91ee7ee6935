#include "app/desktop.h"

#include <fmt/core.h>

#include <chrono>
#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/clock.h"
#include "app/load_content.h"
#include "app/semantics_log.h"
#include "app/stage.h"
#include "platform/event_loop.h"
#include "platform/files.h"
#include "platform/paths.h"
#include "view/screen_view.h"

namespace steadfast {
namespace {

constexpr const char* kWithoutDisplay = "to practise in the terminal instead, run: steadfast play FILE";

// Writes the words on the screen when it has come to rest, if somebody asked for that.
class SemanticsLog {
 public:
  SemanticsLog() : file_(system_environment()("STEADFAST_SEMANTICS_LOG")) {}

  void write(const ScreenView& view, const Ui& ui) {
    if (!file_) return;
    // Whole each time, so that a reader never sees half a screen.
    const FileWritten written =
        write_file(*file_, semantics_json(name_of(view), ++rests_, ui.semantics(), ui.focused_id()));
    if (!written.done) fmt::print(stderr, "{}\n", written.problem);
  }

 private:
  std::optional<std::string> file_;
  int rests_ = 0;
};

// Writes when each frame was on its way to the screen, if somebody asked for that: bench/ measures with it.
class FrameLog {
 public:
  FrameLog() {
    const auto name = system_environment()("STEADFAST_FRAME_LOG");
    if (name) file_.open(*name, std::ios::app);
  }

  void presented() {
    if (file_.is_open()) file_ << std::chrono::steady_clock::now().time_since_epoch().count() << std::endl;
  }

 private:
  std::ofstream file_;
};

}  // namespace

Outcome run_desktop(const std::filesystem::path& share, World world,
                    const std::vector<std::filesystem::path>& scenarios) {
  auto opened = Stage::open(share, {.title = "Steadfast"}, kWithoutDisplay);
  if (!opened) return opened.error();
  Stage& stage = *opened.value();
  auto content = load_content({.share = share, .data = world.data_folder, .scenarios = scenarios});
  if (!content) return content.error();

  Course course(content.value(), std::move(world), steady_milliseconds());
  EventLoop loop(stage.host().event_sink());
  SemanticsLog log;
  FrameLog frames;
  while (!course.has_quit()) {
    const Batch batch = loop.next();
    if (batch.close_requested) {
      course.apply(CloseProgram{}, steady_milliseconds());
      break;
    }
    const ScreenView view = make_screen_view(course.state());
    const auto intent = stage.draw_frame(view, batch);
    stage.host().present();
    frames.presented();
    if (intent) course.apply(*intent, steady_milliseconds());
    if (intent || stage.ui().wants_another_frame()) loop.ask_for_frames();
    if (loop.is_settled()) log.write(view, stage.ui());
  }
  return Done{};
}

}  // namespace steadfast
