// One fuzzing program per target: STEADFAST_FUZZ_TARGET is the function of targets.h it runs.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string trouble =
      steadfast::fuzz::STEADFAST_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  if (!trouble.empty()) {
    std::fprintf(stderr, "steadfast: %s\n", trouble.c_str());
    std::abort();
  }
  return 0;
}
