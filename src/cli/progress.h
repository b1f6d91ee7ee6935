// What a long analysis is doing, told to somebody who waits for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "steadfast/watch.h"

namespace steadfast::cli {

// 1234567 is "1,234,567".
std::string grouped(std::size_t number);

// What is known of the way a part goes, beside where it is.
struct Pace {
  std::int64_t milliseconds = 0;                                           // since the part began
  enum class Waiting { unknown, more, fewer } waiting = Waiting::unknown;  // than at the last look
};

// "exploring states: 1,234,567 of at most 2,000,000, 410,000 waiting, more than before, 820,000 a second, at
// most 1 s more". No time is given before there is one to go by. At most `columns` wide: the less important
// is left out.
std::string progress_line(const Progress& progress, const Pace& pace, std::size_t columns);

enum class ProgressStyle {
  none,
  updating,  // one line that changes, on a terminal
  lines      // a line every few seconds, into a file or a pipe
};

// Says nothing in the first second.
class ProgressTeller {
 public:
  // `milliseconds` is a clock that only goes forward. All must outlive it.
  ProgressTeller(std::ostream& stream, ProgressStyle style, std::function<std::int64_t()> milliseconds);
  ~ProgressTeller();
  ProgressTeller(const ProgressTeller&) = delete;
  ProgressTeller& operator=(const ProgressTeller&) = delete;

  void look(const Progress& progress);
  // Takes the updating line away.
  void clear();

 private:
  bool is_another_part(const Progress& progress) const;

  std::ostream& stream_;
  ProgressStyle style_;
  std::function<std::int64_t()> milliseconds_;
  std::int64_t next_ = 0;
  std::int64_t part_began_ = 0;
  std::string_view part_;
  std::size_t policy_ = 0;
  std::size_t waiting_ = 0;
  bool is_first_of_part_ = true;
  bool shows_line_ = false;
};

}  // namespace steadfast::cli
