#include "view/intent.h"

namespace steadfast {

Intent::Intent() = default;
Intent::Intent(const Intent& other) = default;
Intent::Intent(Intent&& other) noexcept = default;
Intent& Intent::operator=(const Intent& other) = default;
Intent& Intent::operator=(Intent&& other) noexcept = default;
Intent::~Intent() = default;

bool operator==(const Intent& one, const Intent& other) {
  return static_cast<const AnyIntent&>(one) == static_cast<const AnyIntent&>(other);
}

}  // namespace steadfast
