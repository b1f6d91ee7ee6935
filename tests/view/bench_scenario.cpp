#include "view/bench_scenario.h"

#include <utility>

#include "support/scenario_builder.h"

namespace steadfast::test {

ScenarioSpec bench_spec() {
  ScenarioSpec spec;
  spec.dimensions = 4;  // nothing rates the fourth
  spec.variables = {{"trust", 0, 100, 30, {}, VariableKind::number, {}},
                    {"felt_safety", 0, 100, 25, {}, VariableKind::number, {}},
                    flag("told_staff")};
  NodeSpec ask{.id = "ask", .weight = 1};
  ask.choices = {
      {.id = "steady", .rate = {{1, 4}, {2, 3}}, .to = "food", .effects = {{"trust", "+4"}}},
      {.id = "buy", .rate = {{2, 1}}, .to = "food", .effects = {{"trust", "+2"}}},
      {.id = "secret", .rate = {{2, 0}}, .to = "food", .effects = {{"trust", "-20"}}, .critical = 1},
      {.id = "early", .rate = {{1, 2}}, .to = "close"}};
  ask.telling.plain = {"Kiara sits down.",
                       {{"", "Can I borrow ten dollars?"}},
                       "guarded",
                       Pose::guarded,
                       "Her bag stays on her knees."};
  NodeSpec food{.id = "food", .weight = 4};
  food.choices = {{.id = "open", .rate = {{2, 4}}, .to = "close", .effects = {{"told_staff", "true"}}},
                  {.id = "quiet", .rate = {{2, 2}}, .to = "close"},
                  {.id = "locked",
                   .rate = {{2, 4}},
                   .to = "close",
                   .when = "trust >= 90",
                   .closed_because = "She does not trust you enough for this yet."}};
  food.telling.plain = {
      "",
      {{"", "It's for food."}, {"Dana", "Library closes at six."}, {"You", "Thank you, Dana."}},
      "",
      {},
      ""};
  NodeSpec close{.id = "close"};
  close.choices = {{.id = "plan", .rate = {{1, 4}, {3, 3}}, .to = "good"},
                   {.id = "report", .rate = {{3, 3}}, .to = "good", .effects = {{"told_staff", "true"}}},
                   {.id = "shrug", .rate = {{1, 1}}, .to = "quiet-end"}};
  close.telling.plain = {"She puts her coat on.", {}, "calmer", Pose::open, "She looks up."};
  spec.nodes = {ask, food, close};
  spec.endings = {"good", "quiet-end"};
  spec.omissions = {{"no-word-to-staff", "told_staff", ""}};
  for (NodeSpec& node : spec.nodes) {
    for (ChoiceSpec& choice : node.choices) {
      choice.say = "You say " + choice.id + ".";
      choice.reply.plain.lines = {{"", "Reply to " + choice.id + "."}};
    }
  }
  return spec;
}

std::shared_ptr<const Scenario> bench_scenario(const ScenarioSpec& spec) {
  auto scenario = std::make_shared<Scenario>(build(spec));
  scenario->id = "bench";
  scenario->title = "Ten dollars";
  scenario->summary = "Kiara asks for money.";
  scenario->setting = "Thursday, four o'clock.";
  scenario->minutes = 8;
  scenario->content_note = {{"money or hunger"}, "This scene includes: a young person asking for money."};
  scenario->alternative = "Talk the same moment through with your trainer.";
  scenario->role = "You are her volunteer mentor.";
  scenario->how_it_ends = "Kiara leaves knowing where she can eat.";
  scenario->mentee = {
      "Kiara", 16, "she/her", "Kiara draws comics.", {"sharp", "funny"}, "Help without debt."};
  for (Choice& choice : scenario->choices) {
    const std::string& id = choice.id.text;
    choice.feedback = {"Heard " + id + ".", "Why " + id + ".", "Instead of " + id + "."};
    for (Rating& rating : choice.ratings) rating.because = "because of " + id;
  }
  for (Ending& ending : scenario->endings) {
    ending.title = "Still here";
    ending.what_happened = "You talked until five.";
    ending.reflection = "What made it easier to hear?";
  }
  for (OmissionGate& gate : scenario->omissions) {
    gate.name = "Telling staff about the hunger";
    gate.feedback = {"She may think it stays between you.", "Staff can help.", "Say it out loud."};
  }
  return scenario;
}

std::shared_ptr<const Scene> bench_scene() {
  auto scene = std::make_shared<Scene>();
  scene->id = "library-cafe";
  scene->alt = "A corner table.";
  scene->width = 800;
  scene->height = 1000;
  scene->backdrop = "backdrop.svg";
  scene->mentor = "mentor.svg";
  scene->card = "card.svg";
  scene->far = 80;
  scene->near = 0;
  scene->people = {{"Kiara",
                    {{Pose::guarded, "kiara-guarded.svg", "Kiara folds her arms."},
                     {Pose::open, "kiara-open.svg", "Kiara looks up."}}}};
  return scene;
}

std::shared_ptr<const Care> bench_care() {
  auto care = std::make_shared<Care>();
  care->grounding_note = "If one makes it worse, stop; that is common.";
  for (const char* id : {"senses", "feet", "name", "cool", "breath"}) {
    care->exercises.push_back({id, std::string("Exercise ") + id, 60, {"First.", "Then."}});
  }
  care->resources_note = "Your programme's numbers come first.";
  Resource programme;
  programme.name = "Your coordinator";
  programme.locale = "programme";
  programme.how = "Use the number your programme gave you.";
  Resource checked;
  checked.name = "Checked line";
  checked.locale = "US";
  checked.call = "988";
  checked.chat = "988lifeline.org";
  checked.url = "https://988lifeline.org";
  checked.verified_on = "2025-11-01";
  checked.expires_on = "2026-11-01";
  Resource stale = checked;
  stale.name = "Stale line";
  stale.expires_on = "2025-11-02";
  Resource unchecked = checked;
  unchecked.name = "Unchecked line";
  unchecked.verified_on = "";
  unchecked.expires_on = "";
  care->resources = {programme, checked, stale, unchecked};
  return care;
}

std::shared_ptr<Content> bench_content(std::shared_ptr<const Scenario> scenario) {
  auto content = std::make_shared<Content>();
  Outlook outlook = Outlook::explore(*scenario);
  content->scenarios.push_back({"bench.yaml", std::move(scenario), bench_scene(), std::move(outlook), ""});
  content->care = bench_care();
  return content;
}

}  // namespace steadfast::test
