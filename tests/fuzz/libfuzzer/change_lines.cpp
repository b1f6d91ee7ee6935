// A mutator for texts made of lines: half of the time a line is moved, doubled, dropped, indented or cut
// off, which single bytes seldom do; the other half is libFuzzer's own.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t largest);

namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1);
    lines.emplace_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

void change(std::vector<std::string>& lines, std::minstd_rand& random) {
  const auto any = [&lines, &random] { return static_cast<std::ptrdiff_t>(random() % lines.size()); };
  const auto at = lines.begin() + any();
  switch (random() % 7) {
    case 0:
      lines.erase(at);
      break;
    case 1:
      lines.insert(at, std::string{lines[static_cast<std::size_t>(any())]});
      break;
    case 2:
      std::swap(*at, lines[static_cast<std::size_t>(any())]);
      break;
    case 3:
      at->insert(0, 1 + random() % 4, ' ');
      break;
    case 4:
      at->erase(0, std::min(at->find_first_not_of(' '), 1 + random() % std::size_t{4}));
      break;
    case 5:
      at->insert(std::min(at->find_first_not_of(' '), at->size()), "- ");
      break;
    default:
      at->erase(random() % at->size());
      break;
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t largest,
                                               unsigned int seed) {
  std::minstd_rand random{seed};
  std::vector<std::string> lines = lines_of({reinterpret_cast<const char*>(data), size});
  if (lines.empty() || random() % 2 == 0) return LLVMFuzzerMutate(data, size, largest);
  change(lines, random);
  std::string text;
  for (const std::string& line : lines) text += line;
  const std::size_t changed = std::min(text.size(), largest);
  std::copy_n(text.begin(), changed, data);
  return changed;
}
