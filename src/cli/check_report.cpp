#include "cli/check_report.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/talk.h"

namespace steadfast::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kJsonVersion = 1;

std::string_view text_of(const CheckReport& report, const std::string& file) {
  const auto found = report.texts.find(file);
  return found == report.texts.end() ? std::string_view{} : std::string_view{found->second};
}

// Places are given only where they are known.
Json with_place(Json json, Span where) {
  json["line"] = where.line > 0 ? Json(where.line) : Json(nullptr);
  json["column"] = where.line > 0 ? Json(where.column) : Json(nullptr);
  json["length"] = where.line > 0 ? Json(where.length) : Json(nullptr);
  return json;
}

Json problem_as_json(const Diagnostic& problem) {
  Json json = with_place(
      {{"code", to_string(problem.code)}, {"severity", to_string(problem.severity)}, {"file", problem.file}},
      problem.where);
  json["message"] = problem.message;
  json["help"] = problem.help;
  json["notes"] = Json::array();
  for (const Note& note : problem.notes) {
    json["notes"].push_back(with_place({{"message", note.message}}, note.where));
  }
  return json;
}

}  // namespace

std::string report_as_text(const CheckReport& report) {
  std::string text;
  for (const Diagnostic& problem : report.problems) {
    text += format_diagnostic(problem, text_of(report, problem.file));
  }
  const std::string files = counted(report.files.size(), "file");
  if (!report.problems.empty()) {
    text += fmt::format("{} checked: {}, {}", files, counted(report.count(Severity::error), "error"),
                        counted(report.count(Severity::warning), "warning"));
    if (const std::size_t advice = report.count(Severity::advice); advice > 0) {
      text += fmt::format(", {}", counted(advice, "suggestion"));
    }
    text += ".\n";
  } else if (!report.files.empty()) {
    text += fmt::format("{} checked: no problems.\n", files);
  }
  return text;
}

std::string report_as_json(const CheckReport& report, std::string_view steadfast_version) {
  Json json = {{"version", kJsonVersion}, {"steadfast", steadfast_version}, {"files", report.files}};
  json["problems"] = Json::array();
  for (const Diagnostic& problem : report.problems) json["problems"].push_back(problem_as_json(problem));
  json["unreadable"] = report.unreadable;
  json["errors"] = report.count(Severity::error);
  json["warnings"] = report.count(Severity::warning);
  json["advice"] = report.count(Severity::advice);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace steadfast::cli
