#include "platform/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace steadfast {

namespace {

namespace fs = std::filesystem;

constexpr mode_t kOwnerOnlyFile = 0600;
constexpr mode_t kOwnerOnlyFolder = 0700;

// Closes the descriptor it holds.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int value() const { return value_; }
  bool valid() const { return value_ >= 0; }
  bool close() {
    if (value_ < 0) return true;
    const int closed = ::close(value_);
    value_ = -1;
    return closed == 0;
  }

 private:
  int value_;
};

std::string quoted(const fs::path& path) {
  return "`" + path.string() + "`";
}

// Our words for the errors people meet; the system's own for the rest.
std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "there is no such file or folder";
    case EACCES:
    case EPERM:
      return "you do not have the permission";
    case EROFS:
      return "the disk can only be read";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "the disk is full";
    case EEXIST:
      return "there is one already, and it is left alone";
    case ENOTDIR:
      return "a part of its path is a file, not a folder";
    default:
      return std::generic_category().message(error);
  }
}

std::string sentence(std::string_view what, const fs::path& path, int error) {
  return std::string(what) + " " + quoted(path) + ": " + reason(error) + ".";
}

FileText unreadable(const fs::path& path, int error) {
  return {std::nullopt, sentence("Cannot read", path, error)};
}

FileWritten unwritten(const fs::path& path, int error) {
  return {false, sentence("Cannot write", path, error)};
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// After a rename the folder must reach the disk too, or a power cut brings the old name back.
void sync_folder(const fs::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (descriptor.valid()) ::fsync(descriptor.value());
}

bool is_yaml(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".yaml" || extension == ".yml";
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().rfind('.', 0) == 0;
}

}  // namespace

FileText read_file(const fs::path& path) {
  constexpr std::size_t kLargestFile = std::size_t{64} << 20U;  // devices would never end
  const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!descriptor.valid()) return unreadable(path, errno);
  struct stat facts {};
  if (::fstat(descriptor.value(), &facts) != 0) return unreadable(path, errno);
  if (S_ISDIR(facts.st_mode)) {
    return {std::nullopt, "Cannot read " + quoted(path) + ": it is a folder, not a file."};
  }
  std::string text;
  std::array<char, 65536> part{};
  for (;;) {
    const ssize_t count = ::read(descriptor.value(), part.data(), part.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unreadable(path, errno);
    if (count == 0) return {std::move(text), {}};
    text.append(part.data(), static_cast<std::size_t>(count));
    if (text.size() > kLargestFile) {
      return {std::nullopt, "Cannot read " + quoted(path) + ": it is larger than 64 MB."};
    }
  }
}

namespace {

enum class Existing { replace, keep };

FileWritten write_whole(const fs::path& path, std::string_view text, Existing existing) {
  std::string temporary = path.string() + ".XXXXXX";  // mkstemp makes it 0600
  Descriptor descriptor(::mkstemp(temporary.data()));
  if (!descriptor.valid()) return unwritten(path, errno);
  const auto fail = [&path, &temporary](int error) {
    ::unlink(temporary.c_str());
    return unwritten(path, error);
  };
  if (!write_all(descriptor.value(), text)) return fail(errno);
  if (::fchmod(descriptor.value(), kOwnerOnlyFile) != 0) return fail(errno);
  if (::fsync(descriptor.value()) != 0) return fail(errno);
  if (!descriptor.close()) return fail(errno);
  if (existing == Existing::keep) {
    if (::link(temporary.c_str(), path.c_str()) != 0) return fail(errno);
    ::unlink(temporary.c_str());
  } else if (::rename(temporary.c_str(), path.c_str()) != 0) {
    return fail(errno);
  }
  sync_folder(path.has_parent_path() ? path.parent_path() : fs::path("."));
  return {true, {}};
}

}  // namespace

FileWritten write_file(const fs::path& path, std::string_view text) {
  return write_whole(path, text, Existing::replace);
}

FileWritten create_file(const fs::path& path, std::string_view text) {
  return write_whole(path, text, Existing::keep);
}

FileList list_yaml_files(const fs::path& folder) {
  FileList list;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  while (!error && entry != fs::recursive_directory_iterator()) {
    std::error_code ignored;
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
    } else if (is_yaml(entry->path()) && !entry->is_directory(ignored)) {
      list.files.push_back(entry->path());
    }
    entry.increment(error);
  }
  if (error) list.problem = sentence("Cannot read the folder", folder, error.value());
  std::sort(list.files.begin(), list.files.end());
  return list;
}

FileWritten make_private_folder(const fs::path& folder) {
  fs::path made;
  for (const fs::path& part : folder) {
    made /= part;
    if (::mkdir(made.c_str(), kOwnerOnlyFolder) == 0) continue;
    const int error = errno;
    std::error_code ignored;
    if (!fs::is_directory(made, ignored)) {
      return {false, sentence("Cannot make the folder", folder, error == EEXIST ? ENOTDIR : error)};
    }
  }
  return {true, {}};
}

bool person_is_typing() {
  return ::isatty(STDIN_FILENO) == 1;
}

}  // namespace steadfast
