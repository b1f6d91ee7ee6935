// The file helpers of the platform, which need no window.
#include "platform/files.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <map>

#include "platform/paths.h"
#include "store/store_fixture.h"

namespace steadfast {
namespace {

namespace fs = std::filesystem;

class Files : public testing::Test {
 protected:
  fs::path path(const std::string& name) const { return folder_.path() / name; }
  void make(const std::string& name, std::string_view text) const {
    fs::create_directories(path(name).parent_path());
    std::ofstream(path(name), std::ios::binary) << text;
  }
  std::size_t count() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_.path()), {}));
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(Files, AreReadByteForByte) {
  const std::string bytes("a\0b\r\n\xff", 6);
  make("bytes", bytes);
  EXPECT_EQ(read_file(path("bytes")).text, bytes);
  make("empty", "");
  EXPECT_EQ(read_file(path("empty")).text, "");
  const std::string large(1'000'000, 'x');
  make("large", large);
  EXPECT_EQ(read_file(path("large")).text, large);
}

TEST_F(Files, WhatCannotBeReadGetsASentence) {
  const FileText missing = read_file(path("missing"));
  EXPECT_FALSE(missing.text);
  EXPECT_EQ(missing.problem,
            "Cannot read `" + path("missing").string() + "`: there is no such file or folder.");
  const FileText folder = read_file(path(""));
  EXPECT_FALSE(folder.text);
  EXPECT_NE(folder.problem.find("it is a folder, not a file"), std::string::npos) << folder.problem;
  make("file", "x");
  EXPECT_NE(read_file(path("file/below")).problem.find("is a file, not a folder"), std::string::npos);
}

TEST_F(Files, WithoutPermissionGetASentence) {
  make("private", "x");
  fs::permissions(path(""), fs::perms(0755));
  fs::permissions(path("private"), fs::perms::none);
  const pid_t child = ::fork();
  if (child == 0) {  // root may read anything, so the child stops being root
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(9);
    const FileText text = read_file(path("private"));
    ::_exit(!text.text && text.problem.find("permission") != std::string::npos ? 0 : 1);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
}

TEST_F(Files, AreReplacedInOneStepAndStayPrivate) {
  make("notes", "old");
  fs::permissions(path("notes"), fs::perms::all);
  const FileWritten written = write_file(path("notes"), "new");
  EXPECT_TRUE(written.done) << written.problem;
  EXPECT_EQ(read_file(path("notes")).text, "new");
  EXPECT_EQ(fs::status(path("notes")).permissions(), fs::perms(0600));
  EXPECT_EQ(count(), 1U) << "no temporary file stays";
}

TEST_F(Files, ThatCannotBeReplacedStayAsTheyWere) {
  make("folder/inside", "x");
  EXPECT_FALSE(write_file(path("folder"), "text").done) << "a folder is in the way";
  EXPECT_EQ(read_file(path("folder/inside")).text, "x");
  EXPECT_EQ(count(), 1U) << "no temporary file stays";
  EXPECT_NE(write_file(path("nowhere/file"), "text").problem, "");
}

TEST_F(Files, ListFindsYamlAtAnyDepthInOrder) {
  make("b.yaml", "");
  make("a/deep/c.yml", "");
  make("a/notes.txt", "");
  make(".hidden.yaml", "");
  make(".git/x.yaml", "");
  const FileList list = list_yaml_files(path(""));
  EXPECT_EQ(list.problem, "");
  EXPECT_EQ(list.files, (std::vector<fs::path>{path("a/deep/c.yml"), path("b.yaml")}));
  EXPECT_NE(list_yaml_files(path("missing")).problem, "");
}

TEST_F(Files, NewFoldersAreTheOwnersOnly) {
  ASSERT_TRUE(make_private_folder(path("one/two")).done);
  EXPECT_EQ(fs::status(path("one")).permissions(), fs::perms(0700));
  EXPECT_EQ(fs::status(path("one/two")).permissions(), fs::perms(0700));
  EXPECT_TRUE(make_private_folder(path("one/two")).done) << "being there already is fine";
  make("file", "");
  EXPECT_NE(make_private_folder(path("file/below")).problem.find("is a file, not a folder"),
            std::string::npos);
}

Environment with(std::map<std::string, std::string> values) {
  return [values = std::move(values)](const char* name) -> std::optional<std::string> {
    const auto found = values.find(name);
    if (found == values.end()) return std::nullopt;
    return found->second;
  };
}

TEST(Paths, TheRecordFollowsTheUsersWishes) {
  EXPECT_EQ(data_folder(with({{"HOME", "/home/r"}})), "/home/r/.local/share/steadfast");
  EXPECT_EQ(data_folder(with({{"HOME", "/home/r"}, {"XDG_DATA_HOME", "/data"}})), "/data/steadfast");
  EXPECT_EQ(data_folder(with({{"HOME", "/home/r"}, {"XDG_DATA_HOME", "relative"}})),
            "/home/r/.local/share/steadfast");
  EXPECT_EQ(data_folder(with({{"XDG_DATA_HOME", "/data"}, {"STEADFAST_HOME", "here"}})), "here");
  EXPECT_EQ(data_folder(with({})), std::nullopt);
}

TEST(Paths, TheShareFolderMustBeThere) {
  const TemporaryFolder folder;
  EXPECT_EQ(share_folder(with({{"STEADFAST_SHARE", folder.path().string()}})), folder.path());
  EXPECT_EQ(share_folder(with({{"STEADFAST_SHARE", (folder.path() / "missing").string()}})), std::nullopt);
}

TEST(Paths, AnEmptyVariableIsNoAnswer) {
  ::setenv("STEADFAST_TEST_EMPTY", "", 1);
  EXPECT_EQ(system_environment()("STEADFAST_TEST_EMPTY"), std::nullopt);
}

}  // namespace
}  // namespace steadfast
