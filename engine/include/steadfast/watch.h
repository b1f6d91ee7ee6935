// Looking in on a long calculation: how far it is, and whether it shall go on. The engine reads no clock and
// hears no signal; whoever asks for the calculation does.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <utility>

namespace steadfast {

struct Progress {
  std::string_view part;     // what is being done, for a sentence: "exploring states"
  std::size_t done = 0;      // steps of this part
  std::size_t most = 0;      // how many there can be; 0 when nobody can say
  bool is_sure = false;      // there will be exactly `most`, unless it is stopped
  std::size_t waiting = 0;   // while states are explored: found and not yet looked at
  std::size_t policy = 0;    // 1-based while one of the other policies is looked at; 0 before that
  std::size_t policies = 0;  // how many other policies there are
};

// Long loops call `tick` and leave when it is false; from then on every tick is false. What a stopped part
// leaves behind may only say what it is sure of: that something was not found says nothing then.
class Watch {
 public:
  using Look = std::function<bool(const Progress&)>;  // false: stop

  // Few enough that a stop is felt at once even where one step takes a hundred microseconds.
  static constexpr unsigned kStepsBetweenLooks = 256;

  Watch() = default;  // nobody looks
  // Must hold: there is at least one step between looks.
  explicit Watch(Look look, unsigned steps_between_looks = kStepsBetweenLooks)
      : look_(std::move(look)), between_looks_(steps_between_looks), until_look_(steps_between_looks) {}

  // The next ticks belong to `part`, a literal. It takes at most `most` steps, or exactly as many.
  void begin(std::string_view part, std::size_t most);
  void begin_sure(std::string_view part, std::size_t steps);
  void begin_policy(std::size_t policy, std::size_t policies);

  // One step more is done. Cheap: somebody looks only now and then.
  bool tick() { return tick(progress_.done + 1, 0); }
  bool tick(std::size_t done, std::size_t waiting) {
    progress_.done = done;
    progress_.waiting = waiting;
    return --until_look_ != 0 ? !is_stopped_ : look();
  }

  bool is_stopped() const { return is_stopped_; }
  // Where it is; once stopped, where it was stopped.
  const Progress& progress() const { return progress_; }

 private:
  bool look();

  Look look_;
  Progress progress_;
  unsigned between_looks_ = kStepsBetweenLooks;
  unsigned until_look_ = kStepsBetweenLooks;
  bool is_stopped_ = false;
};

}  // namespace steadfast
