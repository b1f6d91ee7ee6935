#include "cli/progress.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace steadfast::cli {

namespace {

constexpr std::int64_t kBeforeTheFirst = 1'000;
constexpr std::int64_t kBetweenUpdates = 200;
constexpr std::int64_t kBetweenLines = 5'000;
constexpr std::int64_t kEnoughToGoBy = 500;
constexpr std::size_t kTerminalColumns = 79;
constexpr std::size_t kLineColumns = 200;
constexpr std::string_view kTakeLineAway = "\r\x1b[K";

std::string duration(double seconds) {
  if (seconds < 60) return fmt::format("{:.0f} s", std::max(1.0, seconds));
  if (seconds < 3600) return fmt::format("{:.0f} min", seconds / 60);
  return fmt::format("{:.1f} h", seconds / 3600);
}

struct Words {
  std::string done;
  std::string waiting;
  std::string rate;
  std::string left;
};

Words words_of(const Progress& progress, const Pace& pace) {
  Words words;
  words.done = " " + grouped(progress.done);
  if (progress.most > 0) {
    words.done += fmt::format(" of {}{}", progress.is_sure ? "" : "at most ", grouped(progress.most));
  }
  if (progress.waiting > 0) {
    words.waiting = fmt::format(", {} waiting", grouped(progress.waiting));
    if (pace.waiting == Pace::Waiting::more) words.waiting += ", more than before";
    if (pace.waiting == Pace::Waiting::fewer) words.waiting += ", fewer than before";
  }
  if (pace.milliseconds < kEnoughToGoBy || progress.done == 0) return words;
  const double rate = static_cast<double>(progress.done) * 1000 / static_cast<double>(pace.milliseconds);
  if (rate >= 1) words.rate = fmt::format(", {} a second", grouped(static_cast<std::size_t>(rate)));
  if (progress.most > progress.done) {
    const double seconds = static_cast<double>(progress.most - progress.done) / rate;
    words.left = fmt::format(", {} {} more", progress.is_sure ? "about" : "at most", duration(seconds));
  }
  return words;
}

}  // namespace

std::string grouped(std::size_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
  return text;
}

std::string progress_line(const Progress& progress, const Pace& pace, std::size_t columns) {
  const std::string part = std::string(progress.part) + ":";
  const std::string policy =
      progress.policy == 0
          ? std::string()
          : fmt::format("other policies, {} of {}: ", grouped(progress.policy), grouped(progress.policies));
  const Words words = words_of(progress, pace);
  const std::array shorter_and_shorter = {
      policy + part + words.done + words.waiting + words.rate + words.left,
      policy + part + words.done + words.waiting + words.left, policy + part + words.done + words.left,
      part + words.done + words.left};
  for (const std::string& line : shorter_and_shorter) {
    if (line.size() <= columns) return line;
  }
  return (part + words.done).substr(0, columns);
}

ProgressTeller::ProgressTeller(std::ostream& stream, ProgressStyle style,
                               std::function<std::int64_t()> milliseconds)
    : stream_(stream), style_(style), milliseconds_(std::move(milliseconds)) {
  if (style_ == ProgressStyle::none) return;
  part_began_ = milliseconds_();
  next_ = part_began_ + kBeforeTheFirst;
}

ProgressTeller::~ProgressTeller() {
  clear();
}

bool ProgressTeller::is_another_part(const Progress& progress) const {
  return progress.part != part_ || progress.policy != policy_;
}

void ProgressTeller::look(const Progress& progress) {
  if (style_ == ProgressStyle::none) return;
  const std::int64_t now = milliseconds_();
  if (is_another_part(progress)) {
    part_ = progress.part;
    policy_ = progress.policy;
    part_began_ = now;
    is_first_of_part_ = true;
  }
  if (now < next_) return;
  Pace pace{now - part_began_, Pace::Waiting::unknown};
  if (!is_first_of_part_ && progress.waiting != waiting_) {
    pace.waiting = progress.waiting > waiting_ ? Pace::Waiting::more : Pace::Waiting::fewer;
  }
  waiting_ = progress.waiting;
  is_first_of_part_ = false;
  if (style_ == ProgressStyle::updating) {
    stream_ << kTakeLineAway << progress_line(progress, pace, kTerminalColumns) << std::flush;
    shows_line_ = true;
    next_ = now + kBetweenUpdates;
  } else {
    stream_ << progress_line(progress, pace, kLineColumns) << std::endl;
    next_ = now + kBetweenLines;
  }
}

void ProgressTeller::clear() {
  if (!shows_line_) return;
  stream_ << kTakeLineAway << std::flush;
  shows_line_ = false;
}

}  // namespace steadfast::cli
