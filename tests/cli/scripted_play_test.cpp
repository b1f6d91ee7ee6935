// `play --choose … --json`: what scripts rely on.
#include <nlohmann/json.hpp>

#include "cli/cli_fixture.h"

namespace steadfast {
namespace {

using Json = nlohmann::json;

TEST_F(CliTest, APlayIsOneJsonObject) {
  const Answer answer = run({"play", small(), "--choose", "warm,maybe", "--json"});
  EXPECT_EQ(answer.code(), 0) << answer.err;
  const Json json = Json::parse(answer.out);
  std::vector<std::string> keys;
  for (const auto& item : json.items()) keys.push_back(item.key());
  EXPECT_EQ(keys, (std::vector<std::string>{"composite", "criticals", "decisions", "dimensions", "ending",
                                            "scenario", "status"}));
  EXPECT_EQ(json["scenario"], "small");
  EXPECT_EQ(json["ending"], "bye");
  EXPECT_EQ(json["status"], "practise again");
  // X = 2·2 − 2·1 = 2, L = −4 − 2, U = 4 + 2, so A = 8/12.
  const Json ledger = {{"A", 8.0 / 12}, {"X", 2}, {"L", -6}, {"U", 6}, {"R", 0.0}, {"band", "growing"}};
  EXPECT_EQ(json["dimensions"]["D1"], ledger);
  EXPECT_EQ(json["composite"], ledger);
  EXPECT_EQ(json["dimensions"].size(), 8U);
  EXPECT_EQ(json["dimensions"]["D2"]["A"], nullptr);
  EXPECT_EQ(json["dimensions"]["D2"]["band"], "not practised");
  const Json decisions = {{{"node", "first"}, {"choice", "warm"}, {"gain", 4}, {"regret", 0}},
                          {{"node", "second"}, {"choice", "maybe"}, {"gain", -2}, {"regret", 4}}};
  EXPECT_EQ(json["decisions"], decisions);
  EXPECT_EQ(json["criticals"], Json::array());
}

TEST_F(CliTest, ACriticalIsNamedByItsCode) {
  const Json json = Json::parse(run({"play", small(), "--choose", "back,thursday", "--json"}).out);
  EXPECT_EQ(json["criticals"], Json::array({"C8"}));
  EXPECT_EQ(json["status"], "needs debrief");
}

TEST_F(CliTest, WithJsonTheTalkGoesToStandardError) {
  const Answer answer = run({"play", small(), "--choose", "warm,thursday", "--json"});
  EXPECT_EQ(answer.out.front(), '{');
  EXPECT_TRUE(has(answer.err, "Kiara: The warm reply.")) << answer.err;
  EXPECT_FALSE(has(answer.out, "The warm reply."));
  const Answer plain = run({"play", small(), "--choose", "warm,thursday"});
  EXPECT_TRUE(has(plain.out, "Kiara: The warm reply."));
  EXPECT_EQ(plain.err, "");
}

TEST_F(CliTest, AnIdThatIsNotOfferedIsNamedWithItsPlace) {
  const Answer answer = run({"play", small(), "--choose", "warm,warm", "--json"});
  EXPECT_EQ(answer.code(), 1);
  EXPECT_TRUE(
      has(answer.err, "`warm` is not offered at `second`, after 1 answer; on offer: `thursday`, `maybe`.\n"))
      << answer.err;
  const Json json = Json::parse(answer.out);
  EXPECT_EQ(json["ending"], nullptr);
  EXPECT_EQ(json["status"], nullptr);
  EXPECT_EQ(json["dimensions"]["D1"]["A"], nullptr);
  EXPECT_EQ(json["dimensions"]["D1"]["X"], 4);
  EXPECT_EQ(json["decisions"].size(), 1U);
}

// What `analyze` names as a way to a place can be seen as it is.
TEST_F(CliTest, AListMayStopBeforeTheEnd) {
  const Answer early = run({"play", small(), "--choose", "warm"});
  EXPECT_EQ(early.code(), 0);
  EXPECT_EQ(early.err, "");
  const std::string told =
      "\nThis play is not finished: the list of choices stops at `second`, after 1 answer. On offer: "
      "`thursday`, `maybe`.\n";
  ASSERT_GE(early.out.size(), told.size());
  EXPECT_EQ(early.out.substr(early.out.size() - told.size()), told) << early.out;
  EXPECT_TRUE(
      has(run({"play", small(), "--choose", ""}).out, "stops at `first`, after 0 answers. On offer: "));
}

TEST_F(CliTest, AListThatGoesOnAfterTheEndIsAnError) {
  const Answer late = run({"play", small(), "--choose", "warm,thursday,more"});
  EXPECT_EQ(late.code(), 1);
  EXPECT_EQ(late.err, "`more` comes after the end: the conversation reached `bye` after 2 answers.\n");
}

TEST_F(CliTest, ScriptedPlaysLeaveNoTrace) {
  run({"play", small(), "--choose", "warm,thursday", "--json"});
  run({"play", small(), "--choose", "warm,thursday"});
  run({"play", small(), "--seed", "4"}, "1\n1\n");
  run({"play", small(), "--json"}, "1\n1\n");
  EXPECT_FALSE(std::filesystem::exists(data()));
}

TEST_F(CliTest, JsonAlsoComesFromAnswersThatAreTyped) {
  const Answer answer = run({"play", small(), "--json"}, warm() + thursday());
  EXPECT_EQ(answer.code(), 0);
  EXPECT_EQ(Json::parse(answer.out)["status"], "ready to discuss");
  const Json left = Json::parse(run({"play", small(), "--json"}, "q\n").out);
  EXPECT_EQ(left["ending"], nullptr);
  EXPECT_EQ(left["decisions"], Json::array());
}

TEST_F(CliTest, TheSeedFixesTheOrderAndNothingElse) {
  const auto shown = [this](const std::string& seed) {
    return run({"play", small(), "--seed", seed}, "\n").out;
  };
  EXPECT_EQ(shown("5"), shown("5"));
  bool differs = false;
  for (int seed = 0; seed < 20; ++seed) differs = differs || shown(std::to_string(seed)) != shown("5");
  EXPECT_TRUE(differs) << "some seed must show the choices in another order";
  EXPECT_EQ(run({"play", small(), "--seed", "5", "--choose", "warm,maybe", "--json"}).out,
            run({"play", small(), "--seed", "6", "--choose", "warm,maybe", "--json"}).out);
}

TEST_F(CliTest, WhatCannotBePlayedSaysWhy) {
  write("small.yaml", "id: small\ntitle: [\n");
  const Answer broken = run({"play", small(), "--json"});
  EXPECT_EQ(broken.code(), 1);
  EXPECT_EQ(broken.out, "");
  EXPECT_TRUE(has(broken.err, "cannot be played until this is mended")) << broken.err;
  EXPECT_EQ(run({"play", path("missing.yaml").string()}).code(), 2);
}

}  // namespace
}  // namespace steadfast
