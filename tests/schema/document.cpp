#include "schema/document.h"

#include <algorithm>

namespace steadfast::test {

namespace {

bool is_plain(std::string_view words) {
  return !words.empty() &&
         words.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
             "0123456789_-./ ") == std::string_view::npos &&
         words.front() != '-' && words.front() != ' ' && words.back() != ' ';
}

std::string scalar_of(std::string_view words) {
  if (is_plain(words)) return std::string{words};
  std::string text = "\"";
  for (const char c : words) {
    if (c == '"' || c == '\\') text += '\\';
    text += c == '\n' ? std::string{"\\n"} : std::string{c};
  }
  return text + '"';
}

void write(const Thing& thing, std::size_t indentation, std::string& out);

void write_behind(const Thing& value, std::size_t indentation, std::string& out) {
  if (value.kind == Thing::Kind::written) {
    out += value.yaml.empty() ? "\n" : " " + value.yaml + "\n";
  } else if (value.items.empty()) {
    out += value.kind == Thing::Kind::map ? " {}\n" : " []\n";
  } else {
    out += '\n';
    write(value, indentation, out);
  }
}

void write(const Thing& thing, std::size_t indentation, std::string& out) {
  const std::string margin(indentation, ' ');
  for (std::size_t at = 0; at < thing.items.size(); ++at) {
    const Thing& value = thing.items[at];
    if (thing.kind == Thing::Kind::map) {
      out += margin + thing.keys[at] + ":";
      write_behind(value, indentation + 2, out);
    } else if (value.kind == Thing::Kind::map && !value.items.empty()) {
      // The first key stands beside the dash.
      const std::size_t start = out.size();
      write(value, indentation + 2, out);
      out[start + indentation] = '-';
    } else {
      out += margin + "-";
      write_behind(value, indentation + 2, out);
    }
  }
}

}  // namespace

Thing Thing::written(std::string_view yaml) {
  Thing thing;
  thing.yaml = yaml;
  return thing;
}

std::optional<std::size_t> Thing::find(std::string_view key) const {
  const auto found = std::find(keys.begin(), keys.end(), key);
  if (found == keys.end()) return std::nullopt;
  return static_cast<std::size_t>(found - keys.begin());
}

Thing thing_of(YamlNode node) {
  Thing thing;
  if (node.is_map()) {
    thing.kind = Thing::Kind::map;
    for (const YamlEntry entry : node.entries()) {
      thing.keys.emplace_back(entry.key.text());
      thing.items.push_back(thing_of(entry.value));
    }
  } else if (node.is_list()) {
    thing.kind = Thing::Kind::list;
    for (const YamlNode item : node.items()) thing.items.push_back(thing_of(item));
  } else {
    thing.yaml = scalar_of(node.text());
  }
  return thing;
}

std::string yaml_of(const Thing& thing) {
  if (thing.kind == Thing::Kind::written) return thing.yaml + "\n";
  std::string out;
  write(thing, 0, out);
  return out;
}

}  // namespace steadfast::test
