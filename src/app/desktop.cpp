#include "app/desktop.h"

#include <fmt/core.h>

#include <optional>
#include <string>
#include <utility>

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

}  // namespace

Outcome run_desktop(const std::filesystem::path& share, World world) {
  auto opened = Stage::open(share, {.title = "Steadfast"}, kWithoutDisplay);
  if (!opened) return opened.error();
  Stage& stage = *opened.value();
  auto content = load_content(share);
  if (!content) return content.error();

  Course course(content.value(), std::move(world), steady_milliseconds());
  EventLoop loop(stage.host().event_sink());
  SemanticsLog log;
  while (!course.has_quit()) {
    const Batch batch = loop.next();
    if (batch.close_requested) {
      course.apply(CloseProgram{}, steady_milliseconds());
      break;
    }
    const ScreenView view = make_screen_view(course.state());
    const auto intent = stage.draw_frame(view, batch);
    stage.host().present();
    if (intent) course.apply(*intent, steady_milliseconds());
    if (intent || stage.ui().wants_another_frame()) loop.ask_for_frames();
    if (loop.is_settled()) log.write(view, stage.ui());
  }
  return Done{};
}

}  // namespace steadfast
