#include "app/semantics_log.h"

#include <nlohmann/json.hpp>

namespace steadfast {

std::string semantics_json(std::string_view screen, int rests, const Semantics& semantics,
                           std::string_view focused_id) {
  auto nodes = nlohmann::json::array();
  for (const SemanticNode& node : semantics.nodes()) {
    nodes.push_back({{"id", node.id},
                     {"role", role_name(node.role)},
                     {"label", node.label},
                     {"value", node.value},
                     {"enabled", node.enabled},
                     {"selected", node.selected},
                     {"focused", node.id == focused_id},
                     {"digit", node.digit},
                     {"rect", {node.visible.x, node.visible.y, node.visible.width, node.visible.height}}});
  }
  const nlohmann::json screen_as_json = {{"screen", screen}, {"rests", rests}, {"nodes", nodes}};
  return screen_as_json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace steadfast
