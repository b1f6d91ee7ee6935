#include "cli/aligned_table.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace steadfast::cli {

namespace {

std::size_t columns_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

AlignedTable::AlignedTable(std::vector<Column> columns) : columns_(std::move(columns)) {
  for (const Column& column : columns_) widths_.push_back(columns_of(column.name));
}

void AlignedTable::add(std::vector<std::string> cells) {
  for (std::size_t i = 0; i < columns_.size(); ++i) widths_[i] = std::max(widths_[i], columns_of(cells[i]));
  rows_.push_back(std::move(cells));
}

std::string AlignedTable::told(const std::string& title, const std::string& about) const {
  if (rows_.empty()) return {};
  std::vector<std::string> names;
  for (const Column& column : columns_) names.push_back(column.name);
  return "\n" + title + "\n" + about + line_of(names) + rows();
}

std::string AlignedTable::rows() const {
  std::string text;
  for (const std::vector<std::string>& row : rows_) text += line_of(row);
  return text;
}

std::string AlignedTable::line_of(const std::vector<std::string>& cells) const {
  std::string line = " ";
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const std::string blanks(widths_[i] - columns_of(cells[i]), ' ');
    line += " " + (columns_[i].align == Align::left ? cells[i] + blanks : blanks + cells[i]) + " ";
  }
  return line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
}

}  // namespace steadfast::cli
