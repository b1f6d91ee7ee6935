#include "cli/talk.h"

#include <charconv>
#include <istream>
#include <ostream>
#include <utility>

#include <fmt/format.h>

namespace steadfast::cli {

void Talk::say(std::string_view line) {
  out_ << line << '\n';
}

std::optional<std::string> Talk::read() {
  if (unread_) return std::exchange(unread_, std::nullopt);
  out_.flush();
  std::string line;
  if (!std::getline(in_, line)) {
    has_ended_ = true;
    return std::nullopt;
  }
  constexpr std::string_view blank = " \t\r";
  const std::size_t first = line.find_first_not_of(blank);
  if (first == std::string::npos) return std::string();
  return line.substr(first, line.find_last_not_of(blank) - first + 1);
}

std::optional<std::size_t> whole_number(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string counted(std::size_t count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

}  // namespace steadfast::cli
