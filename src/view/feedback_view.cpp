#include "view/feedback_view.h"

#include <algorithm>

#include <fmt/format.h>

#include "view/playing.h"
#include "view/text.h"

namespace steadfast {

namespace {

bool has_room_to_grow(const Choice& choice) {
  return std::any_of(choice.ratings.begin(), choice.ratings.end(),
                     [](const Rating& rating) { return rating.level <= 2; });
}

KindView make_kind(const Scenario& scenario) {
  KindView kind;
  kind.heading = "That was a hard moment, and you stayed in it.";
  kind.paragraphs = {
      fmt::format(
          "{} is fictional, and nobody was hurt by what you said. Many caring people say this. That is why "
          "we practise.",
          scenario.mentee.name),
      "When you are ready, we look together at why it matters and what helps. If you would like to stop for "
      "a "
      "while first, that is a good choice too."};
  kind.look = {"I'm ready to look at it", "", LookAtImpact{}, true};
  kind.moment = need_a_moment_action();
  return kind;
}

}  // namespace

FeedbackView make_feedback_view(const AppState& state) {
  const Sitting& sitting = *state.sitting;
  const Scenario& scenario = *state.content->scenarios[sitting.entry].scenario;
  const Choice& choice = scenario.at(sitting.play.decisions.back().choice);
  const std::string& name = scenario.mentee.name;

  FeedbackView view;
  view.key = fmt::format("feedback:{}:{}:{}:{}", scenario.id, sitting.play.decisions.size(), choice.id.text,
                         sitting.kind_first ? "kind" : "sheet");
  view.bar = {scenario.title, place_in(sitting, MomentAt::last), state.learner_alias,
              Action{"Leave", "Your place is kept.", Leave{}, true}, need_a_moment_action()};
  if (sitting.recording == Recording::unrecorded)
    view.bar.leave->hint = "Your latest answers are not being saved.";
  view.draft_line = draft_line(scenario, state.today);
  view.practice_line = practice_line(sitting);
  view.note = note_of(sitting);
  view.heading = "Looking at your answer";
  if (sitting.kind_first) view.kind = make_kind(scenario);

  view.you_said_heading = "You said";
  view.said = bubble_of_choice(choice);
  view.reply = last_reply(scenario, sitting.play);
  if (choice.critical) {
    const CriticalError& error = scenario.rulebook->rubric.critical_errors[choice.critical->value];
    view.safety_line =
        fmt::format("This touches a safety line: {} {}", as_sentence(error.name), as_sentence(error.why));
  }
  const auto add = [&view](std::string heading, const std::string& text) {
    if (!text.empty()) view.sections.push_back({std::move(heading), text});
  };
  add(fmt::format("What {} may have heard", name), choice.feedback.heard);
  add("Why it matters", choice.feedback.why);
  add(has_room_to_grow(choice) ? "What helps instead" : "What helps", choice.feedback.instead);

  view.ratings_heading = "In this moment";
  for (const Rating& rating : choice.ratings) {
    const Dimension& dimension = scenario.rulebook->rubric.dimensions[rating.dimension.value];
    view.ratings.push_back({mark_of_level(rating.level), dimension.name, rating.because});
  }
  if (mark_of_choice(choice).shape == Shape::triangle) {
    view.kind_line = "Many caring people say this. That is why we practise.";
  }

  if (sitting.branch == BranchKind::one_moment) {
    view.primary = {"Back to the conversation", "Goes on from your first answer.", ContinueAfterFeedback{},
                    true};
    view.again = {"Try once more", "", TryMomentAgain{}, true};
  } else {
    const bool is_over = sitting.play.state.phase != Phase::deciding;
    view.primary = {is_over ? "Look back on the conversation" : "Continue", "", ContinueAfterFeedback{},
                    true};
    view.again = {"Try this moment again", "", TryMomentAgain{}, true};
  }
  view.again_line = "Trying again is practice, not a penalty. Your first answer stays in your record.";
  if (sitting.recording == Recording::unrecorded && sitting.branch == BranchKind::none) {
    view.again_line = "Trying again is practice, not a penalty.";
  }
  return view;
}

}  // namespace steadfast
