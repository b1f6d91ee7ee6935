#include <map>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/check_report.h"

namespace steadfast::cli {

namespace {

using Json = nlohmann::ordered_json;

// A path as a URI reference (RFC 3986): everything but unreserved characters and `/` as %XX. An absolute
// path becomes a file URI.
std::string as_uri(std::string_view path) {
  std::string uri = path.empty() || path.front() != '/' ? "" : "file://";
  for (const char character : path) {
    const auto byte = static_cast<unsigned char>(character);
    const bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                          (byte >= '0' && byte <= '9') ||
                          std::string_view("/-._~").find(character) != std::string_view::npos;
    if (is_plain) {
      uri += character;
    } else {
      uri += fmt::format("%{:02X}", byte);
    }
  }
  return uri;
}

Json location(const std::string& file, Span where) {
  Json physical = {{"artifactLocation", {{"uri", as_uri(file)}}}};
  if (where.line > 0) {
    physical["region"] = {
        {"startLine", where.line}, {"startColumn", where.column}, {"endColumn", where.column + where.length}};
  }
  return {{"physicalLocation", physical}};
}

Json rule(const Diagnostic& problem) {
  Json json = {{"id", to_string(problem.code)}};
  if (const DiagnosticKind* kind = find_diagnostic_kind(problem.code)) {
    json["shortDescription"] = {{"text", kind->name}};
    json["fullDescription"] = {{"text", kind->explanation}};
  }
  return json;
}

Json result(const Diagnostic& problem, std::size_t rule_index) {
  const std::string help = problem.help.empty() ? "" : fmt::format(" ({})", problem.help);
  Json json = {{"ruleId", to_string(problem.code)},
               {"ruleIndex", rule_index},
               {"level", problem.severity == Severity::advice ? "note" : to_string(problem.severity)},
               {"message", {{"text", problem.message + help}}},
               {"locations", Json::array({location(problem.file, problem.where)})}};
  for (const Note& note : problem.notes) {
    Json related = location(problem.file, note.where);
    related["message"] = {{"text", note.message}};
    json["relatedLocations"].push_back(std::move(related));
  }
  return json;
}

}  // namespace

std::string report_as_sarif(const CheckReport& report, std::string_view steadfast_version) {
  Json rules = Json::array();
  Json results = Json::array();
  std::map<Code, std::size_t> rule_indices;
  for (const Diagnostic& problem : report.problems) {
    const auto known = rule_indices.emplace(problem.code, rules.size());
    if (known.second) rules.push_back(rule(problem));
    results.push_back(result(problem, known.first->second));
  }
  Json notifications = Json::array();
  for (const std::string& sentence : report.unreadable) {
    notifications.push_back({{"level", "error"}, {"message", {{"text", sentence}}}});
  }
  const Json run = {
      {"tool", {{"driver", {{"name", "Steadfast"}, {"version", steadfast_version}, {"rules", rules}}}}},
      {"columnKind", "unicodeCodePoints"},
      {"invocations", Json::array({{{"executionSuccessful", report.unreadable.empty()},
                                    {"toolExecutionNotifications", notifications}}})},
      {"results", results}};
  const Json json = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                     {"version", "2.1.0"},
                     {"runs", Json::array({run})}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace steadfast::cli
