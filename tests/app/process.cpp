#include "process.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <thread>
#include <utility>

namespace steadfast {
namespace {

// A sanitised program on a busy machine with drawing in software is slow; a broken one must still end.
constexpr auto kPatience = std::chrono::seconds(120);
constexpr auto kBetweenLooks = std::chrono::milliseconds(10);

void send_to_file(const std::filesystem::path& file, int descriptor) {
  const int opened = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (opened >= 0) dup2(opened, descriptor);
}

}  // namespace

bool eventually(const std::function<bool()>& condition) {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(kBetweenLooks);
  }
  return true;
}

std::string read_all(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

Process::Process(const std::vector<std::string>& command, const Variables& variables,
                 std::filesystem::path folder, std::string name)
    : folder_(std::move(folder)), name_(std::move(name)) {
  const std::filesystem::path out = folder_ / (name_ + ".out");
  const std::filesystem::path err = folder_ / (name_ + ".err");
  std::vector<char*> arguments;
  for (const std::string& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
  arguments.push_back(nullptr);
  id_ = fork();
  if (id_ != 0) return;
  for (const auto& [variable, value] : variables) {
    if (value.empty()) {
      unsetenv(variable.c_str());
    } else {
      setenv(variable.c_str(), value.c_str(), 1);
    }
  }
  send_to_file(out, STDOUT_FILENO);
  send_to_file(err, STDERR_FILENO);
  execvp(arguments[0], arguments.data());
  _exit(127);
}

Process::~Process() {
  if (!is_running()) return;
  send(SIGKILL);
  reap(0);
}

bool Process::reap(int options) {
  if (id_ <= 0) return true;
  if (!has_ended_ && waitpid(id_, &status_, options) == id_) has_ended_ = true;
  return has_ended_;
}

bool Process::is_running() {
  return !reap(WNOHANG);
}

void Process::send(int signal) const {
  if (id_ > 0 && !has_ended_) kill(id_, signal);
}

int Process::wait() {
  if (id_ <= 0 || !eventually([this] { return !is_running(); })) return -1;
  return WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
}

std::string Process::out() const {
  return read_all(folder_ / (name_ + ".out"));
}
std::string Process::err() const {
  return read_all(folder_ / (name_ + ".err"));
}

Ran run(const std::vector<std::string>& command, const Variables& variables) {
  const TemporaryFolder folder;
  Process process(command, variables, folder.path(), "run");
  const int exit_code = process.wait();
  return {.exit_code = exit_code, .out = process.out(), .err = process.err()};
}

VirtualDisplay::VirtualDisplay(const std::string& size) {
  // The server looks for a free display itself and writes its number, once it is ready, to descriptor 1.
  server_ = std::make_unique<Process>(std::vector<std::string>{"Xvfb", "-displayfd", "1", "-screen", "0",
                                                               size + "x24", "-nolisten", "tcp", "-noreset"},
                                      Variables{}, folder_.path(), "xvfb");
  std::string number;
  eventually([&] {
    number = server_->out();
    return !server_->is_running() || (!number.empty() && number.back() == '\n');
  });
  if (number.empty() || number.back() != '\n') {
    ADD_FAILURE() << "Xvfb could not be started (package xvfb): " << server_->err();
    return;
  }
  number.pop_back();
  name_ = ":" + number;
}

}  // namespace steadfast
