// Ctrl-C, as something a long calculation can ask about.
#pragma once

#include <functional>

namespace steadfast {

// From now on the first Ctrl-C ends nothing; it makes the answer of the returned function true. A second one
// ends the program at once. When the last copy of the function is gone, Ctrl-C is what it was before. Where
// it was ignored (a program started with `nohup`), it stays ignored. One function at a time.
std::function<bool()> listen_for_interrupt();

}  // namespace steadfast
