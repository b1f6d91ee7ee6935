// Plain lines out, plain lines in: fit for a screen reader, a pipe and a log.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace steadfast::cli {

class Talk {
 public:
  // `person_is_typing`: input comes from a keyboard, so nobody answers what was not yet shown.
  Talk(std::istream& in, std::ostream& out, bool person_is_typing)
      : in_(in), out_(out), person_is_typing_(person_is_typing) {}

  // One line; without text an empty one.
  void say(std::string_view line = {});

  // The next line without spaces around it; empty at the end of input. What was said is shown first.
  std::optional<std::string> read();

  // The next read gives this line again.
  void unread(std::string line) { unread_ = std::move(line); }
  bool has_unread() const { return unread_.has_value(); }

  // True once there was no line left to read.
  bool has_ended() const { return has_ended_; }

  bool person_is_typing() const { return person_is_typing_; }

 private:
  std::istream& in_;
  std::ostream& out_;
  bool person_is_typing_;
  bool has_ended_ = false;
  std::optional<std::string> unread_;
};

// "12" is 12; anything else, signs and spaces included, is not a number.
std::optional<std::size_t> whole_number(std::string_view text);

// "1 answer", "2 answers".
std::string counted(std::size_t count, std::string_view thing);

}  // namespace steadfast::cli
