// A small whole scenario, its scene and the care page, for tests of the view.
#pragma once

#include <memory>

#include "support/scenario_builder.h"
#include "view/app_state.h"

namespace steadfast::test {

// ask ──steady, buy, secret──▶ food ──open, quiet──▶ close ──plan──▶ good
//  └──early──────────────────────────────────────────▶ └──report──▶ good, └──shrug──▶ quiet-end
// `secret` is C1; `told_staff` must be set by the end (open and report set it).
ScenarioSpec bench_spec();

std::shared_ptr<const Scenario> bench_scenario(const ScenarioSpec& spec = bench_spec());
std::shared_ptr<const Scene> bench_scene();
std::shared_ptr<const Care> bench_care();
// One entry, with its exact outlook.
std::shared_ptr<Content> bench_content(std::shared_ptr<const Scenario> scenario = bench_scenario());

}  // namespace steadfast::test
