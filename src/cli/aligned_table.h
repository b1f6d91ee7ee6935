// Rows of words in columns, for a terminal of 100 columns and for screen readers: one row a line, no frames.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace steadfast::cli {

enum class Align { left, right };

class AlignedTable {
 public:
  struct Column {
    std::string name;
    Align align = Align::right;
  };

  explicit AlignedTable(std::vector<Column> columns);

  // Must hold: one cell for each column.
  void add(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }

  // The title, `about` (lines that each end in '\n'; may be empty), the names of the columns and the rows;
  // nothing without rows.
  std::string told(const std::string& title, const std::string& about) const;
  // The rows alone.
  std::string rows() const;

 private:
  std::string line_of(const std::vector<std::string>& cells) const;

  std::vector<Column> columns_;
  std::vector<std::size_t> widths_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace steadfast::cli
