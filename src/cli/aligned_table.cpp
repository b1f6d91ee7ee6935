#include "cli/aligned_table.h"

#include <algorithm>
#include <cstddef>

namespace steadfast::cli {

namespace {

std::size_t columns_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

std::string AlignedTable::told(const std::string& title) const {
  if (rows_.empty()) return {};
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = columns_of(columns_[i].name);
    for (const auto& row : rows_) width = std::max(width, columns_of(row[i]));
    widths.push_back(width);
  }
  std::string text = "\n" + title + "\n";
  const auto add_row = [&](const auto& cell_of) {
    std::string line = " ";
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::string& cell = cell_of(i);
      const std::string blanks(widths[i] - columns_of(cell), ' ');
      line += " " + (columns_[i].align == Align::left ? cell + blanks : blanks + cell) + " ";
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  };
  add_row([this](std::size_t i) -> const std::string& { return columns_[i].name; });
  for (const auto& row : rows_) {
    add_row([&row](std::size_t i) -> const std::string& { return row[i]; });
  }
  return text;
}

}  // namespace steadfast::cli
