// Reading and writing whole files, with sentences a person can act on.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace steadfast {

struct FileText {
  std::optional<std::string> text;
  std::string problem;  // a sentence when there is no text
};

// The whole file, byte for byte; 64 MB at most.
FileText read_file(const std::filesystem::path& path);

struct FileWritten {
  bool done = false;
  std::string problem;  // a sentence when not done; the old file is then untouched
};

// Replaces the file in one step (temporary file beside it, fsync, rename): a reader sees the old text or
// the new one, never half. The file is readable and writable by its owner only (0600).
FileWritten write_file(const std::filesystem::path& path, std::string_view text);

// The same for a file that must not be there yet; one that is there is left alone and named.
FileWritten create_file(const std::filesystem::path& path, std::string_view text);

struct FileList {
  std::vector<std::filesystem::path> files;  // sorted
  std::string problem;                       // a sentence when the folder cannot be read
};

// Every *.yaml and *.yml file below `folder`, at any depth; names that start with a dot are left out.
FileList list_yaml_files(const std::filesystem::path& folder);

// Makes the folder and those above it; new ones are the owner's only (0700).
FileWritten make_private_folder(const std::filesystem::path& folder);

// True when standard input is a terminal, false when it is a pipe or a file.
bool person_is_typing();

}  // namespace steadfast
