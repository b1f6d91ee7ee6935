#include "steadfast/load.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/load_files.h"

namespace steadfast {
namespace {

using test::data_folder;
using test::explain_all;
using test::read_source;
using test::test_rulebook;

Source short_walk() {
  return read_source(data_folder() / "valid" / "a-short-walk.yaml");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

Scenario loaded(const Source& source) {
  LoadedScenario result = load_scenario(source, test_rulebook());
  EXPECT_TRUE(result.scenario.has_value()) << explain_all(result.diagnostics, source.text);
  return result.scenario.value_or(Scenario{});
}

std::uint32_t position_of(const std::vector<Variable>& variables, const std::string& id) {
  const auto found = std::find_if(variables.begin(), variables.end(),
                                  [&id](const Variable& variable) { return variable.id.text == id; });
  EXPECT_NE(found, variables.end()) << id;
  return static_cast<std::uint32_t>(found - variables.begin());
}

// What a scenario calls them is what messages and lists call them.
TEST(LoadScenario, ThemesAndPosturesAreCalledAsTheyAreWritten) {
  for (const std::string theme : {"boundaries", "consistency", "trauma-bonds", "beginnings", "disclosure",
                                  "strengths", "connection", "closure"}) {
    Source source = short_walk();
    source.text = replaced(source.text, "theme: consistency", "theme: " + theme);
    EXPECT_EQ(to_string(loaded(source).theme), theme);
  }
  for (const std::string pose : {"guarded", "withdrawn", "upset", "neutral", "open"}) {
    Source source = short_walk();
    source.text = replaced(source.text, "pose: guarded", "pose: " + pose);
    EXPECT_EQ(to_string(loaded(source).nodes.at(0).telling.plain.pose.value()), pose);
  }
}

// A quotation mark that the author has marked as one needs no partner on the same line.
TEST(LoadScenario, AQuotedTextMayEndWithAQuotationMark) {
  const std::string line = "You said Thursday. Last week you said Thursday, too.";
  for (const std::string quoted : {R"("You scientists.\"")", R"('You scientists."')"}) {
    Source source = short_walk();
    source.text = replaced(source.text, line, quoted);
    EXPECT_EQ(loaded(source).nodes.at(0).telling.plain.lines.at(0).text, "You scientists.\"");
  }
  Source source = short_walk();
  source.text = replaced(source.text, line, "You scientists.\"");
  const auto problems = load_scenario(source, test_rulebook()).diagnostics;
  ASSERT_EQ(problems.size(), 1U) << explain_all(problems, source.text);
  EXPECT_EQ(to_string(problems[0].code), "SCN006");
}

TEST(LoadScenario, ReadsWhatAPlayIsToLeadTo) {
  Source source = short_walk();
  source.text = replaced(source.text, "choose: [own-it]", "choose: [our-secret, wait]");
  source.text = replaced(source.text, "D1: strong", "D1: practise again");
  source.text = replaced(source.text, "criticals: []", "criticals: [C1]");
  source.text = replaced(source.text, "closed: []", "closed: [ask-more]");
  const RecordedPlay play = loaded(source).plays.at(0);
  EXPECT_EQ(play.criticals, std::vector<std::string>{"C1"});
  EXPECT_TRUE(play.checks_criticals);
  EXPECT_EQ(play.closed, std::vector<ChoiceId>{{"ask-more"}});
  EXPECT_EQ(play.choose, (std::vector<ChoiceId>{{"our-secret"}, {"wait"}}));
}

TEST(LoadScenario, ReadsEverythingThatIsWritten) {
  const Source source = short_walk();
  const LoadedScenario result = load_scenario(source, test_rulebook());
  EXPECT_TRUE(result.diagnostics.empty()) << explain_all(result.diagnostics, source.text);
  const Scenario& scenario = result.scenario.value();
  EXPECT_EQ(scenario.id, "a-short-walk");
  EXPECT_EQ(to_string(scenario.theme), "consistency");
  EXPECT_EQ(scenario.minutes, 5);
  EXPECT_EQ(scenario.content_note.tags, std::vector<std::string>{"anger at mentor"});
  EXPECT_EQ(scenario.mentee.name, "Ana");
  EXPECT_EQ(scenario.mentee.age, 15);
  EXPECT_EQ(scenario.seed_phrases, std::vector<std::string>{"consistent presence"});
  ASSERT_EQ(scenario.nodes.size(), 3U);
  ASSERT_EQ(scenario.choices.size(), 4U);
  ASSERT_EQ(scenario.endings.size(), 2U);

  const Node& path = scenario.nodes[0];
  EXPECT_EQ(path.weight, 4);
  EXPECT_EQ(path.choice_count, 3U);
  EXPECT_FALSE(path.onward.has_value());
  EXPECT_EQ(path.where, (Span{50, 9, 4}));
  ASSERT_EQ(path.telling.plain.lines.size(), 2U);
  EXPECT_EQ(path.telling.plain.lines[0].speaker, "");
  EXPECT_EQ(path.telling.plain.lines[1].speaker, "Dana");
  EXPECT_EQ(path.telling.plain.pose, Pose::guarded);
  ASSERT_EQ(path.telling.variants.size(), 1U);
  EXPECT_EQ(path.telling.variants[0].when.text(), "trust < 20");
  EXPECT_FALSE(path.telling.variants[0].passage.pose.has_value());

  const Choice& own_it = scenario.choices[0];
  ASSERT_EQ(own_it.ratings.size(), 1U);
  EXPECT_EQ(own_it.ratings[0].level, 4);
  EXPECT_EQ(own_it.ratings[0].because, "owns the missed day without an excuse");
  EXPECT_EQ(own_it.acts, (std::vector<ActIndex>{ActIndex{2}, ActIndex{0}}));
  EXPECT_EQ(std::get<EndingIndex>(own_it.next), EndingIndex{0});
  EXPECT_EQ(own_it.feedback.instead, "Keep it short and say the next day.");
  EXPECT_EQ(std::get<NodeIndex>(scenario.choices[1].next), NodeIndex{0});
  EXPECT_EQ(scenario.choices[1].closed_because, "You have asked this already.");
  EXPECT_EQ(scenario.choices[2].critical, CriticalErrorIndex{0});
  EXPECT_TRUE(scenario.choices[3].serious);
  EXPECT_EQ(scenario.choices[3].was[0].text, "stay");

  EXPECT_EQ(std::get<NodeIndex>(*scenario.nodes[1].onward), NodeIndex{2});
  EXPECT_EQ(scenario.nodes[1].was[0].text, "silence");
  EXPECT_EQ(scenario.nodes[2].telling.plain.lines[0].speaker, "You");
  EXPECT_EQ(scenario.nodes[2].first_choice, 3U);
  EXPECT_EQ(std::get<EndingIndex>(*scenario.nodes[2].onward), EndingIndex{1});

  ASSERT_EQ(scenario.plays.size(), 1U);
  EXPECT_TRUE(scenario.plays[0].checks_criticals);
  EXPECT_EQ(scenario.plays[0].dimensions[0].band, "strong");
  EXPECT_EQ(scenario.omissions[0].flag.value, position_of(scenario.variables, "knows_day"));
}

TEST(LoadScenario, PutsTheModelsVariablesFirstAndOnceFlagsLast) {
  const Scenario scenario = loaded(short_walk());
  const std::vector<Variable>& model = scenario.rulebook->model.variables;
  ASSERT_EQ(scenario.variables.size(), model.size() + 3);
  for (std::size_t at = 0; at < model.size(); ++at) EXPECT_EQ(scenario.variables[at].id, model[at].id);
  EXPECT_EQ(scenario.variables[model.size()].id.text, "questions");
  EXPECT_EQ(scenario.variables[model.size()].origin, VariableOrigin::scenario);
  EXPECT_EQ(scenario.variables.back().origin, VariableOrigin::once);
  EXPECT_EQ(scenario.variables.back().kind, VariableKind::flag);
  ASSERT_TRUE(scenario.choices[1].once.has_value());
  EXPECT_EQ(scenario.choices[1].once->value, scenario.variables.size() - 1);
}

TEST(LoadScenario, StartsTheMenteeWhereTheScenarioSays) {
  const Scenario scenario = loaded(short_walk());
  EXPECT_EQ(scenario.variables[position_of(scenario.variables, "trust")].start, 34);
  EXPECT_EQ(scenario.variables[position_of(scenario.variables, "rupture")].start, 1);
  EXPECT_EQ(scenario.variables[position_of(scenario.variables, "window")].start, 30);
}

TEST(LoadScenario, NarrowsDriftAroundTheScenariosStart) {
  Source source = short_walk();
  const auto pull_of = [](const Scenario& scenario) {
    return scenario.variables[position_of(scenario.variables, "pull")];
  };
  EXPECT_EQ(pull_of(loaded(source)).least, 35);
  EXPECT_EQ(pull_of(loaded(source)).most, 45);
  source.text = replaced(source.text, "trust: 34", "pull: 3");
  EXPECT_EQ(pull_of(loaded(source)).least, 1);
  EXPECT_EQ(pull_of(loaded(source)).most, 8);
}

TEST(LoadScenario, AppliesActOverridesOnlyHere) {
  const Scenario scenario = loaded(short_walk());
  ASSERT_EQ(scenario.act_overrides.size(), 1U);
  EXPECT_EQ(scenario.acts[scenario.act_overrides[0].act.value].id.text, "keeps_promise");
  EXPECT_NE(scenario.act_overrides[0].why, "");
  EXPECT_EQ(scenario.rulebook->acts[0].changes.size(), 2U);
  ASSERT_EQ(scenario.acts[0].changes.size(), 1U);
  EXPECT_EQ(scenario.acts[0].meaning, scenario.rulebook->acts[0].meaning);
  EXPECT_EQ(scenario.acts.size(), scenario.rulebook->acts.size());
}

TEST(LoadScenario, TheSignOfAChangeAppliesToAllThatFollows) {
  Source source = short_walk();
  source.text = replaced(source.text, "trust: \"+ 2\"",
                         "trust: \"- window + 4\"\n        arousal: -3\n"
                         "        window: =25");
  const Scenario scenario = loaded(source);
  const std::vector<Change>& changes = scenario.acts[0].changes.at(0).changes;
  ASSERT_EQ(changes.size(), 3U);
  std::vector<std::int32_t> values(scenario.variables.size(), 0);
  values[position_of(scenario.variables, "window")] = 30;
  EXPECT_EQ(changes[0].operation, ChangeOperation::add);
  EXPECT_EQ(changes[0].amount.evaluate(values), -34);
  EXPECT_EQ(changes[1].amount.evaluate(values), -3);
  EXPECT_EQ(changes[2].operation, ChangeOperation::set);
  EXPECT_EQ(changes[2].amount.evaluate(values), 25);
}

TEST(LoadScenario, FlagsAndNamedValuesAreSet) {
  const Scenario scenario = loaded(short_walk());
  const Change& knows_day = scenario.choices[0].effects.at(0);
  const std::vector<std::int32_t> values(scenario.variables.size(), 0);
  EXPECT_EQ(knows_day.operation, ChangeOperation::set);
  EXPECT_EQ(knows_day.amount.type(), ExpressionType::truth);
  EXPECT_EQ(knows_day.amount.evaluate(values), 1);
  const Change& rupture = scenario.rulebook->acts[2].changes.at(0).changes.at(1);
  EXPECT_EQ(rupture.operation, ChangeOperation::set);
  EXPECT_EQ(rupture.amount.evaluate(values), 0);
}

TEST(LoadScenario, SaysTheSameWithWindowsLineEnds) {
  Source source = short_walk();
  const Scenario unix_ends = loaded(source);
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : source.text) windows += c == '\n' ? std::string{"\r\n"} : std::string{c};
  source.text = windows;
  EXPECT_EQ(loaded(source).content_hash, unix_ends.content_hash);
}

TEST(ContentHash, DoesNotSeeLayout) {
  Source source = short_walk();
  const std::string hash = loaded(source).content_hash;
  EXPECT_EQ(hash.size(), 32U);
  EXPECT_EQ(hash.find_first_not_of("0123456789abcdef"), std::string::npos);
  source.text = "# A comment\n\n" + source.text;
  source.text = replaced(source.text, "title: A short walk", "title:   'A short walk'   # of three");
  source.text = replaced(source.text, "tags: [anger at mentor]", "tags:\n    - \"anger at mentor\"");
  source.text = replaced(source.text, "summary: Ana asks whether", "summary: >\n  Ana asks\n  whether");
  EXPECT_EQ(loaded(source).content_hash, hash);
}

TEST(ContentHash, SeesEveryWordButNotTheReviews) {
  Source source = short_walk();
  const std::string hash = loaded(source).content_hash;
  const Source original = source;
  source.text = replaced(original.text, "You walk on without a word.", "You walk on without a word!");
  EXPECT_NE(loaded(source).content_hash, hash);
  source.text = replaced(original.text, "trust: 34", "trust: 35");
  EXPECT_NE(loaded(source).content_hash, hash);
  source.text =
      replaced(original.text, "reviews: []",
               "reviews:\n  - role: clinician\n    alias: B\n    date: 2024-02-29\n    content_hash: x");
  EXPECT_EQ(loaded(source).content_hash, hash);
}

TEST(ContentHash, SeesTheRulebook) {
  const Source source = short_walk();
  Rulebook other = *test_rulebook();
  other.content += "x";
  const LoadedScenario changed = load_scenario(source, std::make_shared<const Rulebook>(other));
  EXPECT_NE(changed.scenario.value().content_hash, loaded(source).content_hash);
}

TEST(LoadRulebook, ReadsTheThreeFiles) {
  const Rulebook& rulebook = *test_rulebook();
  ASSERT_EQ(rulebook.rubric.dimensions.size(), 2U);
  EXPECT_EQ(rulebook.rubric.dimensions[1].anchors[4], "is clear and kind");
  EXPECT_EQ(rulebook.rubric.critical_errors[1].id.text, "C2");
  EXPECT_EQ(rulebook.rubric.bands.ready, 70);
  EXPECT_EQ(rulebook.rubric.repairing_acts, std::vector<ActIndex>{ActIndex{2}});
  EXPECT_EQ(rulebook.model.variables.size(), 6U);
  EXPECT_EQ(rulebook.model.variables[3].drift, 5);
  EXPECT_EQ(rulebook.model.variables[4].value_names.at(2), "confrontation");
  EXPECT_EQ(rulebook.model.variables[4].most, 2);
  EXPECT_EQ(rulebook.model.conditions.at(0).name, "out_of_window");
  EXPECT_EQ(rulebook.model.rules.at(0).changes.at(0).changes.size(), 1U);
  EXPECT_EQ(rulebook.acts.at(1).changes.at(0).changes.size(), 2U);
}

TEST(LoadRulebook, TheOneThatIsShippedIsFine) {
  const auto source = [](const std::string& name) {
    return read_source(std::filesystem::path{STEADFAST_SOURCE_DIR} / "assets" / name);
  };
  const LoadedRulebook shipped =
      load_rulebook(source("rubric.yaml"), source("mentee-model.yaml"), source("acts.yaml"));
  EXPECT_NE(shipped.rulebook, nullptr) << explain_all(shipped.diagnostics, {});
}

// The first example of docs/scenario-format.md is what people copy.
TEST(LoadScenario, TheExampleInTheDocumentationIsFine) {
  const std::filesystem::path root{STEADFAST_SOURCE_DIR};
  const std::string page = read_source(root / "docs" / "scenario-format.md").text;
  const std::size_t start = page.find("id: a-short-example\n");
  ASSERT_NE(start, std::string::npos);
  const Source source{"a-short-example.yaml", page.substr(start, page.find("```", start) - start)};
  const auto asset = [&root](const char* name) { return read_source(root / "assets" / name); };
  const auto rulebook =
      load_rulebook(asset("rubric.yaml"), asset("mentee-model.yaml"), asset("acts.yaml")).rulebook;
  ASSERT_NE(rulebook, nullptr);
  const LoadedScenario result = load_scenario(source, rulebook);
  EXPECT_TRUE(result.diagnostics.empty()) << explain_all(result.diagnostics, source.text);
}

TEST(LoadScene, ReadsLayersAndPostures) {
  const Source source = read_source(data_folder() / "valid" / "scene.yaml");
  const LoadedScene result = load_scene(source);
  ASSERT_TRUE(result.scene.has_value()) << explain_all(result.diagnostics, source.text);
  EXPECT_EQ(result.scene->width, 800);
  EXPECT_EQ(result.scene->far, 60);
  EXPECT_EQ(result.scene->foreground, "");
  EXPECT_EQ(result.scene->people.at(0).poses.at(0).pose, Pose::guarded);
}

}  // namespace
}  // namespace steadfast
