#include "platform/interrupt.h"

#include <signal.h>

#include <csignal>
#include <memory>

namespace steadfast {

namespace {

// What a signal handler may touch has to be global.
volatile std::sig_atomic_t was_interrupted = 0;

void remember_interrupt(int /*signal*/) {
  was_interrupted = 1;
}

class Listener {
 public:
  Listener() {
    was_interrupted = 0;
    ::sigaction(SIGINT, nullptr, &before_);
    if (before_.sa_handler == SIG_IGN) return;
    struct sigaction action {};
    action.sa_handler = remember_interrupt;
    ::sigemptyset(&action.sa_mask);
    // RESETHAND: the second one meets the default, which ends the program. RESTART: output goes on.
    action.sa_flags =
        static_cast<int>(static_cast<unsigned>(SA_RESETHAND) | static_cast<unsigned>(SA_RESTART));
    ::sigaction(SIGINT, &action, nullptr);
  }
  ~Listener() { ::sigaction(SIGINT, &before_, nullptr); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

 private:
  struct sigaction before_ {};
};

}  // namespace

std::function<bool()> listen_for_interrupt() {
  return [listener = std::make_shared<Listener>()] { return was_interrupted != 0; };
}

}  // namespace steadfast
