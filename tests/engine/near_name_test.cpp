#include "steadfast/near_name.h"

#include <gtest/gtest.h>

namespace steadfast {
namespace {

TEST(NearName, FindsWhatASlipMayHaveMeant) {
  const std::vector<std::string> names = {"apologises", "gives_choice", "library-cafe"};
  EXPECT_EQ(near_name("apologizes", names), "apologises");
  EXPECT_EQ(near_name("Gives-Choice", names), "gives_choice");
  EXPECT_EQ(near_name("libary_cafe", names), "library-cafe");
  EXPECT_EQ(near_name("weather", names), std::nullopt);
  EXPECT_EQ(near_name("", names), std::nullopt);
  EXPECT_EQ(near_name("apologises", {}), std::nullopt);
}

}  // namespace
}  // namespace steadfast
