// Programs that a test starts, and ends, itself.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "temporary_folder.h"

namespace steadfast {

// Asks again and again until the condition holds; false when it still does not after a generous while, so
// that a broken program ends the test instead of hanging it.
bool eventually(const std::function<bool()>& condition);

using Variables = std::map<std::string, std::string>;

// A running program. What it writes goes to `<name>.out` and `<name>.err` in the folder.
class Process {
 public:
  // `variables` are set on top of the test's own environment; an empty value unsets one.
  Process(const std::vector<std::string>& command, const Variables& variables, std::filesystem::path folder,
          std::string name);
  // Kills it when it still runs.
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  bool is_running();
  pid_t id() const { return id_; }
  void send(int signal) const;
  // Its exit code, or 128 and the signal that ended it; -1 when it did not end.
  int wait();

  std::string out() const;
  std::string err() const;

 private:
  bool reap(int options);

  std::filesystem::path folder_;
  std::string name_;
  pid_t id_ = -1;
  bool has_ended_ = false;
  int status_ = 0;
};

struct Ran {
  int exit_code = -1;
  std::string out;
  std::string err;
};
Ran run(const std::vector<std::string>& command, const Variables& variables);

// An X server of the test's own on a display that was free.
class VirtualDisplay {
 public:
  explicit VirtualDisplay(const std::string& size = "1280x800");
  // ":5"; empty when Xvfb could not be started.
  const std::string& name() const { return name_; }

 private:
  TemporaryFolder folder_;
  std::string name_;
  std::unique_ptr<Process> server_;
};

std::string read_all(const std::filesystem::path& file);

}  // namespace steadfast
