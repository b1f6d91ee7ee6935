# Flags for our own code only: every target of this project links steadfast_flags.
add_library(steadfast_flags INTERFACE)
target_compile_options(steadfast_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wnull-dereference -Wimplicit-fallthrough -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 reports false findings of these kinds inside libstdc++ when optimising.
  target_compile_options(steadfast_flags INTERFACE -Wno-restrict -Wno-null-dereference -Wno-maybe-uninitialized)
endif()
if(STEADFAST_SANITIZE)
  target_compile_options(steadfast_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(steadfast_flags INTERFACE -fsanitize=address,undefined)
endif()
if(STEADFAST_FUZZ)
  # Other compilers warn of other things, and this build is not where they are mended.
  target_compile_options(steadfast_flags INTERFACE -fsanitize=fuzzer-no-link -Wno-error)
  target_compile_definitions(steadfast_flags INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(STEADFAST_COVERAGE)
  target_compile_options(steadfast_flags INTERFACE --coverage)
  target_link_options(steadfast_flags INTERFACE --coverage)
endif()
