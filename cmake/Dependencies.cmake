# One alias per dependency, `steadfast::<name>`; nothing else in the project names a package.
# Everything comes from the system's packages. FetchContent only looks packages up: downloading is
# off unless somebody turns FETCHCONTENT_FULLY_DISCONNECTED off by hand.
set(FETCHCONTENT_TRY_FIND_PACKAGE_MODE ALWAYS CACHE STRING "Use system packages only")
set(FETCHCONTENT_FULLY_DISCONNECTED ON CACHE BOOL "Never download")
include(FetchContent)
find_package(PkgConfig REQUIRED)

# `targets` are the names the package may give its library; they differ between versions.
function(steadfast_dependency name package targets git_repository git_tag)
  FetchContent_Declare(${package} GIT_REPOSITORY ${git_repository} GIT_TAG ${git_tag} SYSTEM FIND_PACKAGE_ARGS ${ARGN})
  FetchContent_MakeAvailable(${package})
  foreach(candidate IN LISTS targets)
    if(TARGET ${candidate})
      set(target ${candidate})
      break()
    endif()
  endforeach()
  if(NOT target)
    message(FATAL_ERROR "${package} was not found: ./run and ./test install it, or see README.md")
  endif()
  add_library(steadfast_dependency_${name} INTERFACE)
  target_link_libraries(steadfast_dependency_${name} INTERFACE ${target})
  add_library(steadfast::${name} ALIAS steadfast_dependency_${name})
endfunction()

steadfast_dependency(fmt fmt fmt::fmt https://github.com/fmtlib/fmt.git 9.1.0)
steadfast_dependency(yaml yaml-cpp "yaml-cpp::yaml-cpp;yaml-cpp" https://github.com/jbeder/yaml-cpp.git yaml-cpp-0.7.0)
steadfast_dependency(json nlohmann_json nlohmann_json::nlohmann_json https://github.com/nlohmann/json.git v3.11.2)
steadfast_dependency(cli11 CLI11 CLI11::CLI11 https://github.com/CLIUtils/CLI11.git v2.3.2)
steadfast_dependency(sqlite SQLiteCpp SQLiteCpp https://github.com/SRombauts/SQLiteCpp.git 3.2.1)
steadfast_dependency(sdl SDL2 SDL2::SDL2 https://github.com/libsdl-org/SDL.git release-2.26.5)
if(STEADFAST_BUILD_TESTS OR STEADFAST_BUILD_BENCH)
  steadfast_dependency(gtest GTest GTest::gtest_main https://github.com/google/googletest.git v1.12.1)
endif()

# These ship no CMake package on Debian, so pkg-config finds them.
function(steadfast_pkg_config name module)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${module})
  add_library(steadfast_dependency_${name} INTERFACE)
  target_link_libraries(steadfast_dependency_${name} INTERFACE PkgConfig::${name})
  add_library(steadfast::${name} ALIAS steadfast_dependency_${name})
endfunction()

steadfast_pkg_config(sdl_image SDL2_image)
steadfast_pkg_config(imgui imgui)
steadfast_pkg_config(freetype freetype2)
steadfast_pkg_config(xxhash libxxhash)
find_package(OpenGL REQUIRED COMPONENTS OpenGL)
add_library(steadfast_dependency_opengl INTERFACE)
target_link_libraries(steadfast_dependency_opengl INTERFACE OpenGL::GL)
add_library(steadfast::opengl ALIAS steadfast_dependency_opengl)
# The packaged ImGui is a static library: what it was built against must be linked behind it.
target_link_libraries(steadfast_dependency_imgui INTERFACE PkgConfig::freetype SDL2::SDL2 OpenGL::GL)
