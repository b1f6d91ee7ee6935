#include "steadfast/scenario.h"

#include "schema_words.h"

namespace steadfast {

std::string_view to_string(Theme theme) {
  return kThemeWords[static_cast<std::size_t>(theme)];
}
std::string_view to_string(Pose pose) {
  return kPoseWords[static_cast<std::size_t>(pose)];
}

}  // namespace steadfast
