// A folder of its own for every test, gone afterwards, and small records to fill a store with.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "app/temporary_folder.h"
#include "store/store.h"

namespace steadfast {

inline NewAttempt new_attempt(std::optional<Origin> origin = std::nullopt) {
  return {
      "a-scenario", "00112233445566778899aabbccddeeff", 0xFEDCBA9876543210U, Mode::coach, origin, "save 0",
      1000};
}

inline DecisionRecord decision(std::uint32_t position) {
  return {position, "node-" + std::to_string(position), "choice-" + std::to_string(position),
          "save " + std::to_string(position + 1), 2000 + static_cast<UnixMilliseconds>(position)};
}

inline Finish good_finish() {
  Finish finish;
  finish.ending = "still-here";
  finish.status = "ready to discuss";
  finish.ledgers = {{"D1", 3, -4, 6, 0.25, 0.7, "growing", false},
                    {"D2", 0, 0, 0, 0, std::nullopt, "not practised", false},
                    {"composite", 3, -4, 6, 0.25, 0.7, "growing", true}};
  finish.criticals = {{1, "C1"}};
  finish.omissions = {"told-staff"};
  finish.at = 5000;
  return finish;
}

class StoreTest : public testing::Test {
 protected:
  // Must hold: opening works; tests of failing use Store::open themselves.
  Store open() {
    Result<Store> store = Store::open(folder());
    if (!store) ADD_FAILURE() << store.error().message;
    return std::move(store.value());
  }
  std::filesystem::path folder() const { return temporary_.path() / "data"; }
  std::filesystem::path database() const { return folder() / "steadfast.db"; }

 private:
  TemporaryFolder temporary_;
};

template <class Value>
std::string message_of(const Result<Value>& result) {
  return result ? "" : result.error().message;
}

}  // namespace steadfast
