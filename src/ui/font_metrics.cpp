#include "ui/font_metrics.h"

#include <cstddef>
#include <map>
#include <string>

namespace steadfast {
namespace {

// Big-endian numbers out of a table; reading past the end makes the whole font unreadable.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  bool readable() const { return readable_; }

  std::uint32_t unsigned_at(std::size_t offset, std::size_t size) {
    if (offset + size > bytes_.size()) {
      readable_ = false;
      return 0;
    }
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      value = (value << 8U) | static_cast<unsigned char>(bytes_[offset + i]);
    }
    return value;
  }
  int u16(std::size_t offset) { return static_cast<int>(unsigned_at(offset, 2)); }
  int s16(std::size_t offset) { return static_cast<std::int16_t>(unsigned_at(offset, 2)); }

 private:
  std::string_view bytes_;
  bool readable_ = true;
};

// Where the tables lie. Empty when a table goes beyond the end of the file: a font that was cut short.
std::optional<std::map<std::string, std::string_view>> tables_of(std::string_view file) {
  Bytes header(file);
  std::map<std::string, std::string_view> tables;
  const auto count = static_cast<std::size_t>(header.u16(4));
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t record = 12 + 16 * i;
    const std::size_t offset = header.unsigned_at(record + 8, 4);
    const std::size_t length = header.unsigned_at(record + 12, 4);
    if (!header.readable() || offset > file.size() || length > file.size() - offset) return std::nullopt;
    tables[std::string(file.substr(record, 4))] = file.substr(offset, length);
  }
  return tables;
}

}  // namespace

std::optional<FontMetrics> read_font_metrics(std::string_view file_bytes) {
  const auto tables = tables_of(file_bytes);
  if (!tables || tables->count("head") == 0 || tables->count("hhea") == 0) return std::nullopt;
  Bytes head(tables->at("head"));
  Bytes hhea(tables->at("hhea"));
  FontMetrics metrics;
  metrics.units_per_em = head.u16(18);
  metrics.ascent = hhea.s16(4);
  metrics.descent = hhea.s16(6);
  if (tables->count("OS/2") > 0) {
    Bytes os2(tables->at("OS/2"));
    // Version 2 brought the height of capitals.
    if (os2.u16(0) >= 2) metrics.cap_height = os2.s16(88);
  }
  const bool sane =
      head.readable() && hhea.readable() && metrics.units_per_em > 0 && metrics.ascent > metrics.descent;
  return sane ? std::optional(metrics) : std::nullopt;
}

}  // namespace steadfast
