// The house rules as tests: what each room may include, how long a file may be. The table of
// docs/ARCHITECTURE.md in code; a new row there is a new row here.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string file;
  int line = 0;
  std::string header;
  bool angled = false;
};

struct Room {
  std::string name;
  std::string folder;  // below the project
  std::vector<std::string>
      ours;  // allowed first path parts of quoted includes; files of its own folder always
  std::vector<std::string> theirs;  // allowed third-party headers, as prefixes
  std::vector<std::string> banned;  // standard headers this room must do without
};

// No input, output, clock, chance or locale where everything must be a pure function.
const std::vector<std::string> kPure = {"iostream", "fstream", "cstdio", "filesystem", "chrono", "thread",
                                        "random",   "locale",  "ctime",  "mutex",      "cstdlib"};

const std::vector<Room>& rooms() {
  static const std::vector<Room> rooms = {
      {"engine", "engine", {"steadfast"}, {"fmt/"}, kPure},
      {"view", "src/view", {"steadfast", "view"}, {"fmt/"}, kPure},
      {"ui",
       "src/ui",
       {"view", "ui"},
       {"imgui"},
       {"iostream", "fstream", "cstdio", "filesystem", "chrono", "thread"}},
      {"platform", "src/platform", {"platform"}, {"SDL", "imgui", "backends/imgui_impl", "posix:"}, {}},
      {"store",
       "src/store",
       {"steadfast", "store", "platform/files.h", "platform/paths.h"},
       {"SQLiteCpp/", "sqlite3.h", "nlohmann/", "fmt/", "posix:"},
       {}},
      {"cli",
       "src/cli",
       {"steadfast", "store", "cli", "platform/files.h", "platform/interrupt.h", "platform/paths.h"},
       {"CLI/", "nlohmann/", "fmt/"},
       {}},
      {"app",
       "src/app",
       {"steadfast", "view", "ui", "platform", "store", "cli", "app"},
       {"SDL", "imgui", "fmt/", "nlohmann/", "posix:"},
       {}},
  };
  return rooms;
}

// The few places with a wider door than their room, each with its reason.
bool is_exception(const Include& include) {
  const std::string name = fs::path(include.file).filename().string();
  if (name == "yaml_tree.cpp") return include.header.rfind("yaml-cpp/", 0) == 0;  // hides yaml-cpp
  if (name == "content_hash.cpp") return include.header == "xxhash.h";            // hides xxHash
  return false;
}

std::vector<fs::path> sources_below(const fs::path& folder) {
  std::vector<fs::path> sources;
  if (!fs::exists(folder)) return sources;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string extension = entry.path().extension().string();
    if (entry.is_regular_file() && (extension == ".h" || extension == ".cpp"))
      sources.push_back(entry.path());
  }
  return sources;
}

std::vector<std::string> lines_of(const fs::path& file) {
  std::vector<std::string> lines;
  std::ifstream stream(file);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<Include> includes_of(const fs::path& file) {
  static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  std::vector<Include> includes;
  int number = 0;
  for (const std::string& line : lines_of(file)) {
    ++number;
    std::smatch match;
    if (std::regex_search(line, match, pattern))
      includes.push_back({file.string(), number, match[2], match[1] == "<"});
  }
  return includes;
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool is_posix(std::string_view header) {
  static const std::vector<std::string> known = {"unistd.h", "fcntl.h", "signal.h",
                                                 "poll.h",   "pwd.h",   "dirent.h"};
  for (const std::string& name : known) {
    if (header == name) return true;
  }
  return starts_with(header, "sys/");
}

bool is_standard(std::string_view header) {
  return header.find_first_of("./") == std::string_view::npos;
}

// Why the room may not include this, or nothing.
std::optional<std::string> objection(const Room& room, const Include& include) {
  if (is_exception(include)) return std::nullopt;
  if (include.angled && is_standard(include.header)) {
    for (const std::string& name : room.banned) {
      if (include.header == name) return "this room is pure: no input, output, clock or chance";
    }
    return std::nullopt;
  }
  for (const std::string& allowed : room.theirs) {
    if (allowed == "posix:" ? is_posix(include.header) : starts_with(include.header, allowed))
      return std::nullopt;
  }
  if (!include.angled) {
    const bool beside = include.header.find('/') == std::string::npos;
    if (beside) return std::nullopt;
    for (const std::string& allowed : room.ours) {
      if (include.header == allowed || starts_with(include.header, allowed + "/")) return std::nullopt;
    }
  }
  return "the table of docs/ARCHITECTURE.md does not let this room include it";
}

std::string complaints(const Room& room, const std::vector<Include>& includes) {
  std::string text;
  for (const Include& include : includes) {
    if (const auto why = objection(room, include)) {
      text += include.file + ":" + std::to_string(include.line) + ": " + room.name + " includes " +
              include.header + ": " + *why + "\n";
    }
  }
  return text;
}

const fs::path kProject = STEADFAST_SOURCE_DIR;

class RoomRules : public testing::TestWithParam<Room> {};

TEST_P(RoomRules, IncludeOnlyWhatTheHouseAllows) {
  std::vector<Include> all;
  const std::vector<fs::path> sources = sources_below(kProject / GetParam().folder);
  ASSERT_FALSE(sources.empty()) << "the room is empty, so this test would prove nothing";
  for (const fs::path& file : sources) {
    const std::vector<Include> more = includes_of(file);
    all.insert(all.end(), more.begin(), more.end());
  }
  EXPECT_EQ(complaints(GetParam(), all), "");
}

TEST_P(RoomRules, KeepFilesShortEnoughForOneIdea) {
  for (const fs::path& file : sources_below(kProject / GetParam().folder)) {
    EXPECT_LE(lines_of(file).size(), 400U) << file << " holds a second idea: split it";
  }
}

INSTANTIATE_TEST_SUITE_P(House, RoomRules, testing::ValuesIn(rooms()),
                         [](const auto& room) { return room.param.name; });

// The rules themselves must bite.
TEST(Rules, NoticeAForbiddenInclude) {
  const Room& engine = rooms()[0];
  const Room& ui = rooms()[2];
  EXPECT_NE(complaints(engine, {{"engine/src/session.cpp", 1, "yaml-cpp/yaml.h", true}}), "");
  EXPECT_EQ(complaints(engine, {{"engine/src/yaml_tree.cpp", 1, "yaml-cpp/eventhandler.h", true}}), "");
  EXPECT_NE(complaints(engine, {{"engine/src/session.cpp", 1, "fstream", true}}), "");
  EXPECT_NE(complaints(ui, {{"src/ui/pause_panel.cpp", 1, "SDL.h", true}}), "");
  EXPECT_NE(complaints(ui, {{"src/ui/pause_panel.cpp", 1, "steadfast/session.h", false}}), "");
  EXPECT_EQ(complaints(ui, {{"src/ui/pause_panel.cpp", 1, "view/pause_view.h", false}}), "");
}

TEST(Rules, OnlyTheTwoSeamsKnowTheImGuiVersion) {
  for (const char* folder : {"engine", "src"}) {
    for (const fs::path& file : sources_below(kProject / folder)) {
      const bool seam = file.filename() == "imgui_host.cpp" || file.filename() == "imgui_host.h";
      for (const std::string& line : lines_of(file)) {
        EXPECT_TRUE(seam || line.find("IMGUI_VERSION_NUM") == std::string::npos) << file;
      }
    }
  }
}

TEST(Rules, MainOnlyWires) {
  EXPECT_LT(lines_of(kProject / "src/app/main.cpp").size(), 150U);
}

}  // namespace
