#include "json_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace steadfast {

namespace {

std::string quoted(std::string_view words) {
  std::string text = "\"";
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      text += '\\';
      text += c;
    } else if (c == '\n') {
      text += "\\n";
    } else if (c == '\t') {
      text += "\\t";
    } else if (byte < 0x20U) {
      text += fmt::format("\\u{:04x}", byte);
    } else {
      text += c;
    }
  }
  return text + '"';
}

}  // namespace

Json::Json(Kind kind) : kind_(kind) {}

Json Json::text(std::string_view words) {
  return literal(quoted(words));
}

Json Json::literal(std::string_view words) {
  Json json{Kind::literal};
  json.literal_ = words;
  return json;
}

Json Json::number(int value) {
  return literal(fmt::format("{}", value));
}

Json Json::count(std::size_t value) {
  return literal(fmt::format("{}", value));
}

Json Json::strings(std::initializer_list<std::string_view> texts) {
  Json all = list();
  for (const std::string_view words : texts) all.add(text(words));
  return all;
}

Json Json::list() {
  return Json{Kind::list};
}

Json Json::object() {
  return Json{Kind::object};
}

Json Json::object_with(std::string_view key, Json value) {
  Json only = object();
  only.add(key, std::move(value));
  return only;
}

Json& Json::add(Json item) {
  entries_.push_back({{}, std::move(item)});
  return *this;
}

Json& Json::add(std::string_view key, Json value) {
  entries_.push_back({std::string{key}, std::move(value)});
  return *this;
}

Json& Json::add_keys_of(Json other) {
  std::move(other.entries_.begin(), other.entries_.end(), std::back_inserter(entries_));
  return *this;
}

std::size_t Json::size() const {
  return entries_.size();
}

const Json& Json::first() const {
  return entries_.front().value;
}

std::string Json::print() const {
  std::string out;
  print_to(out, 0);
  return out;
}

void Json::print_to(std::string& out, std::size_t indentation) const {
  if (kind_ == Kind::literal) {
    out += literal_;
    return;
  }
  const bool is_object = kind_ == Kind::object;
  const bool on_one_line =
      entries_.empty() ||
      (!is_object && std::all_of(entries_.begin(), entries_.end(),
                                 [](const Entry& entry) { return entry.value.kind_ == Kind::literal; }));
  out += is_object ? '{' : '[';
  bool is_first = true;
  for (const Entry& entry : entries_) {
    if (!is_first) out += on_one_line ? ", " : ",";
    is_first = false;
    if (!on_one_line) out += '\n' + std::string(indentation + 2, ' ');
    if (is_object) out += quoted(entry.key) + ": ";
    entry.value.print_to(out, indentation + 2);
  }
  if (!on_one_line) out += '\n' + std::string(indentation, ' ');
  out += is_object ? '}' : ']';
}

}  // namespace steadfast
