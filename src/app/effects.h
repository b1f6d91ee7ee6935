// Does what the state asks of the outside world, and answers with what came of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "store/store.h"
#include "view/app_state.h"
#include "view/effect.h"
#include "view/intent.h"

namespace steadfast {

class Effects {
 public:
  // `folder` is where the record lies; empty when there is no place for it, and then every wish to record
  // is answered with a sentence. `content` must hold the scenarios the effects speak of.
  Effects(std::optional<std::filesystem::path> folder, std::shared_ptr<const Content> content,
          std::function<UnixMilliseconds()> now);

  // What was recorded so far, or why it cannot be read.
  Intent load_records();
  // Empty while the learner gave none.
  std::string learner_alias();

  // Returns the answer; empty for effects that have none. What it reports as done is on the disk.
  std::optional<Intent> perform(const Effect& effect);

  bool has_quit() const { return has_quit_; }

 private:
  // A record that could not be opened is tried again each time: the disk may have been mended.
  Result<Store*> store();
  Intent start(const StartAttempt& effect);
  Intent record(const RecordDecision& effect);
  Intent finish(const FinishAttempt& effect);
  Intent save(const SaveReflection& effect);
  Intent save(const SaveLookBack& effect);

  std::optional<std::filesystem::path> folder_;
  std::shared_ptr<const Content> content_;
  std::function<UnixMilliseconds()> now_;
  std::optional<Store> store_;
  bool has_quit_ = false;
};

// A row of the record as the state knows it; `save` is its latest save, `note` what was kept of the debrief.
AttemptRecord as_attempt_record(const AttemptSummary& summary, std::string save,
                                const std::optional<DebriefNote>& note);

// The learner's words as the record keeps them, and back.
DebriefNote as_debrief_note(const Reflection& reflection);
Reflection as_reflection(const DebriefNote& note);

}  // namespace steadfast
