// Rows of words in columns, for a terminal of 100 columns and for screen readers: one row a line, no frames.
#pragma once

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

  explicit AlignedTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // Must hold: one cell for each column.
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  bool empty() const { return rows_.empty(); }

  // The title, the names of the columns and the rows, each in a line that ends in '\n'; nothing without rows.
  std::string told(const std::string& title) const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace steadfast::cli
