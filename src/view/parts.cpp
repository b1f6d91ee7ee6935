#include "view/parts.h"

#include "view/app_state.h"
#include "view/playing.h"

namespace steadfast {

Action need_a_moment_action() {
  return {"I need a moment", "Pauses. Nothing is lost.", NeedAMoment{}, true};
}

std::string place_in(const Sitting& sitting, MomentAt at) {
  const auto answered = static_cast<std::uint32_t>(sitting.play.decisions.size());
  const bool names_next = at == MomentAt::next && sitting.play.state.phase == Phase::deciding;
  return moment_label(names_next ? answered + 1 : answered, answered, sitting.ahead);
}

std::string practice_line(const Sitting& sitting) {
  return sitting.branch == BranchKind::none ? "" : "Practice branch. Your first answers stay in your record.";
}

std::string note_of(const Sitting& sitting) {
  const bool is_unsaved = sitting.recording == Recording::unrecorded;
  if (!is_unsaved) return sitting.note;
  return sitting.note + (sitting.note.empty() ? "" : " ") + "This conversation is not being saved.";
}

}  // namespace steadfast
