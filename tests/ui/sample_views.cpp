#include "sample_views.h"

#include <utility>

namespace steadfast::sample {
namespace {

const char* const kDraft = "Draft: not yet reviewed by a clinician and survivor consultants.";
const char* const kScenario = "ten-dollars-till-friday";

TopBar conversation_bar(std::string place) {
  TopBar bar;
  bar.title = "Ten dollars till Friday";
  bar.place = std::move(place);
  bar.leave = Action{"Leave", "Your place is kept.", Leave{}};
  bar.moment = Action{"I need a moment", "Pauses the conversation. Nothing is lost.", NeedAMoment{}};
  return bar;
}

CardView card(std::string title, std::string summary) {
  CardView card;
  card.title = std::move(title);
  card.summary = std::move(summary);
  card.skill = "Boundaries";
  card.content_words = {"money or hunger"};
  card.minutes = "8 min";
  card.level = "Everyday";
  card.state_word = "New";
  card.review_line = kDraft;
  card.open = Action{"Read before you start", "", OpenBrief{kScenario}};
  return card;
}

ChoiceView choice(int number, std::string text) {
  ChoiceView choice;
  choice.number = number;
  choice.text = std::move(text);
  choice.select = SelectChoice{"choice-" + std::to_string(number)};
  choice.say = SayChoice{"choice-" + std::to_string(number)};
  return choice;
}

}  // namespace

LibraryView library() {
  LibraryView view;
  view.key = "library";
  view.bar.title = "Steadfast";
  view.bar.who = "Jordan";
  view.navigation = {{"Practice", "", true, GoToLibrary{}}};
  view.calm_note =
      "Some conversations may touch your own story. You can pause, skip or stop at any time. Nothing is "
      "lost.";
  view.heading = "Practice";
  view.lead = "Choose a conversation. You can stop at any time, and nothing here is timed.";
  ResumeView resume{"Ten dollars till Friday", "Moment 3 of 5", kDraft, {"Continue", "", ResumeAttempt{1}}};
  view.resume = {resume};
  CardView first = card("Ten dollars till Friday",
                        "Kiara asks to borrow ten dollars until Friday. She has not taken off her coat.");
  first.picture = PictureView{"library-cafe/card.svg", "A corner table in a library café."};
  first.state = CardState::done;
  first.state_word = "Ready to discuss";
  first.state_mark = Mark{Shape::circle, "Ready to discuss"};
  first.practised_again = "Practised again on 2025-11-23.";
  first.more = {{"Look back", "", LookBack{1}}};
  CardView second =
      card("A text at midnight",
           "Dee texts at 12:14 a.m. You agreed on no messages after nine. She says it is nothing.");
  second.picture = PictureView{"library-cafe/card.svg", "A corner table in a library café."};
  second.content_words = {"ambivalence about an exploiter", "running away"};
  CardView broken = card("he-is-not-like-that.yaml",
                         "This file could not be read: line 88 names a node that is not there.");
  broken.state = CardState::broken;
  broken.state_word = "Cannot be opened";
  broken.open = std::nullopt;
  broken.skill.clear();
  broken.content_words.clear();
  broken.minutes.clear();
  broken.level.clear();
  view.groups = {{"Boundaries", {first, second}}, {"Trauma bonds", {broken}}};
  return view;
}

BriefView brief() {
  BriefView view;
  view.key = "brief";
  view.bar = conversation_bar("Before you start");
  view.bar.leave = Action{"Back to practice", "", GoToLibrary{}};
  view.bar.moment = std::nullopt;
  view.picture = PictureView{"library-cafe/card.svg", "A corner table in a library café."};
  view.heading = "Ten dollars till Friday";
  view.review_line = kDraft;
  view.facts = "About 8 minutes \u00B7 Everyday";
  view.content_words = {"money or hunger"};
  view.sections = {
      {"Whom you meet",
       {"Kiara, 16, she/her. Kiara draws comics in the margins of everything and can tell you which of her "
        "teachers "
        "would survive a zombie attack.",
        "What she is good at: a sharp sense of fairness, a dry sense of humor."}},
      {"Where", {"Thursday, four o\u2019clock. A table in the public library. Your sixth meeting."}},
      {"Your role",
       {"You are her volunteer mentor. You do not give money and you do not handle danger alone."}},
      {"What this scene includes",
       {"This scene includes: a young person asking for money. About 8 minutes. You can pause, leave, or "
        "choose another "
        "scene with the same learning goal."}},
      {"Who sees the result",
       {"Only you. You can share a note with your trainer at the end if you want to."}}};
  view.mode_heading = "How do you want to practice?";
  view.modes = {
      {"With a coach", "After each answer, a short look at what it may do.", true, SetMode{PlayMode::coach}},
      {"Straight through", "No notes until the end.", false, SetMode{PlayMode::straight_on}}};
  view.primary = {"Start", "", StartScenario{kScenario}};
  view.others = {{"Show me how it ends", "", ShowHowItEnds{}},
                 {"Choose another", "", ChooseAnother{}},
                 {"Not now", "", NotNow{}}};
  view.reassurance = "Each of these is a good choice.";
  return view;
}

ConversationView conversation() {
  ConversationView view;
  view.key = "conversation/2";
  view.bar = conversation_bar("Moment 2 of 5");
  view.draft_line = kDraft;
  SceneView scene;
  scene.layers = {{"library-cafe/backdrop.svg", 0},
                  {"library-cafe/mentor.svg", 0},
                  {"library-cafe/kiara-guarded.svg", 40},
                  {"library-cafe/foreground.svg", 0}};
  scene.width = 800;
  scene.height = 1040;
  scene.alt =
      "A corner table in a library café. Kiara sits back with her arms folded and looks at the table.";
  view.scene = scene;
  view.picture_toggle = {"Hide picture", "", HidePicture{true}};
  view.person = "Kiara, 16";
  view.seems = "seems guarded";
  view.sign = "Her bag stays on her knees. She is watching what your face does.";
  view.setting = "Thursday, four o\u2019clock. A table in the public library. Your sixth meeting.";
  view.transcript = {
      {BubbleKind::stage, "",
       "Kiara slides into the chair and does not take her coat off. She looks at the counter, then at the "
       "clock."},
      {BubbleKind::young_person, "Kiara", "Can I borrow ten dollars? I\u2019ll pay you back Friday."},
      {BubbleKind::mentor, "You", "I\u2019m glad you asked me straight out. What\u2019s going on this week?"},
      {BubbleKind::young_person, "Kiara", "Nothing. Forget it. Everybody asks what it\u2019s for."}};
  view.prompt = "What do you say?";
  view.choices = {
      choice(1, "I don\u2019t lend money, to anyone I mentor. I\u2019d still like to hear about your week."),
      choice(2, "Okay. Here\u2019s a ten. Just don\u2019t tell the program I gave it to you."),
      choice(3, "You know I can\u2019t do that, Kiara. Why would you even ask?"),
      choice(4, "Fair. You don\u2019t have to tell me. Are you hungry right now?")};
  view.say = {"Say this", "", SayChoice{}, false};
  view.keys_hint = "Press 1\u20134, or arrow keys and Enter.";
  view.untimed = "Nothing here is timed.";
  return view;
}

ConversationView long_conversation() {
  ConversationView view = conversation();
  view.key = "conversation/4";
  view.bar.place = "Moment 4 of 5";
  const std::string text =
      "I can\u2019t lend you money, and that rule is the same for everyone I mentor, so it isn\u2019t about "
      "you. What I "
      "can do is sit here with you, and at five we ask about the pantry shelf.";
  view.choices = {choice(1, text), choice(2, text), choice(3, text), choice(4, text)};
  view.choices[1].selected = true;
  view.say.enabled = true;
  view.say.intent = SayChoice{"choice-2"};
  view.practice_line = "Practice from moment 3: your first answers stay as they are.";
  view.note = "This conversation is not being saved.";
  for (int i = 0; i < 3; ++i) {
    view.transcript.push_back({BubbleKind::mentor, "You", text});
    view.transcript.push_back({BubbleKind::young_person, "Kiara",
                               "You sound like the paper on the wall at my placement. It\u2019s fine. I know "
                               "how this goes, people say they\u2019re "
                               "here and then it\u2019s a rule."});
  }
  view.newest = view.transcript.size() - 1;
  return view;
}

FeedbackView feedback() {
  FeedbackView view;
  view.key = "feedback/2";
  view.bar = conversation_bar("Moment 2 of 5");
  view.draft_line = kDraft;
  view.heading = "Looking at your answer";
  view.you_said_heading = "You said";
  view.said = {BubbleKind::mentor, "You",
               "Okay. Here\u2019s a ten. Just don\u2019t tell the program I gave it to you."};
  view.reply = {{BubbleKind::stage, "", "She takes it without looking up."},
                {BubbleKind::young_person, "Kiara", "\u2026So what do I owe you?"}};
  view.sections = {{"What Kiara may have heard",
                    "A gift with a string on it. \u201CDon\u2019t tell\u201D is what people said to her "
                    "before, at the start."},
                   {"Why it matters",
                    "People who were groomed often learned that money comes with a debt. A secret between "
                    "you makes it harder for her "
                    "to trust the next honest thing you say."},
                   {"What helps instead",
                    "Say no to the money and yes to the need. Keep the reason short and the question open."}};
  view.ratings_heading = "In this moment";
  view.ratings = {{{Shape::triangle, "may set back"}, "Boundaries", "A loan and a secret in one breath."},
                  {{Shape::ring, "neutral"}, "Responding to the bond", "The care is real."},
                  {{Shape::circle, "helped"}, "Consistent presence", "You stayed with her."}};
  view.kind_line = "Many caring people say this. That is why we practice.";
  view.primary = {"Continue", "", ContinueAfterFeedback{}};
  view.again = {"Try this moment again", "", TryMomentAgain{}};
  view.again_line = "Trying again is practice, not a penalty. Your first answer stays in your record.";
  return view;
}

FeedbackView kind_feedback() {
  FeedbackView view = feedback();
  view.key = "feedback/2/kind";
  view.kind = KindView{"This one is worth a slow look",
                       {"The answer you picked touches her safety. People who care deeply pick it too.",
                        "Take a breath. When you are ready, we look at it together."},
                       {"I\u2019m ready to look at it", "", LookAtImpact{}},
                       {"Take a moment first", "", NeedAMoment{}}};
  return view;
}

PauseView pause() {
  PauseView view;
  view.key = "pause";
  view.bar.title = "Paused";
  view.heading = "Paused. Nothing is lost.";
  view.lead = "Take all the time you want. The conversation waits where you left it.";
  view.keep_going = {"Keep going", "", KeepGoing{}};
  view.leave = Action{"Leave and keep my place", "", Leave{}};
  view.grounding_heading = "A grounding minute";
  for (const char* title :
       {"Feet on the floor", "Five senses", "A longer breath out", "Name the room", "Cold water"}) {
    view.grounding.push_back({title, "", OpenGrounding{title}});
  }
  view.read_back = Action{"Read back", "", ReadBack{true}};
  view.contacts_toggle = {"People you can talk to", "", ShowContacts{true}};
  return view;
}

PauseView pause_with_all() {
  PauseView view = pause();
  view.key = "pause/all";
  view.exercise = GroundingView{"Five senses",
                                {"Look for five things that are blue.",
                                 "Notice four things you can feel: the chair, "
                                 "your sleeve, the floor, the air.",
                                 "Listen for three sounds."},
                                "If this makes it worse, stop. That is common.",
                                {"Stop this", "", StopGrounding{}}};
  view.contacts_note = "You do not have to be in danger to call. These people also talk with helpers.";
  view.contacts = {{"Your programme", "Your programme has not added its contacts yet.", {}},
                   {"Lines anyone can use",
                    "",
                    {{"988 Suicide and Crisis Lifeline",
                      "Any hard moment, also for helpers",
                      {"Call or text 988"},
                      "United States, day and night, free",
                      "Checked on 2025-11-20.",
                      false},
                     {"National Human Trafficking Hotline",
                      "Questions about trafficking",
                      {"Call 1-888-373-7888", "Text 233733"},
                      "United States",
                      "Check this number before you rely on it.",
                      true}}}};
  view.transcript = conversation().transcript;
  return view;
}

namespace {

TextFieldView field(TextFieldName name, std::string label, std::string hint, std::string text) {
  TextFieldView field;
  field.field = name;
  field.label = std::move(label);
  field.hint = std::move(hint);
  field.text = std::move(text);
  return field;
}

MomentsView moments() {
  MomentsView view;
  view.lead = "Three moments, no more. Think first, then open the coach\u2019s view.";
  MomentView first;
  first.label = "Moment 2";
  first.mark = {Shape::triangle, "may set back"};
  first.said = "\u201COkay. Here\u2019s a ten. Just don\u2019t tell the program I gave it to you.\u201D";
  first.think_first = "Before you read on: what were you hoping she would hear?";
  first.show_coach = {"Show the coach\u2019s view", "", ShowCoachView{0}, false};
  first.coach_shown = true;
  first.safety_line = "Safety: promises secrecy or lets an implied promise stand.";
  first.coach = {{"What she may have heard", "It is a gift with a string on it, and a secret."},
                 {"What helps", "A small promise you can keep every week is what she can lean on."}};
  first.replay = Action{"Replay from here", "", ReplayFrom{1}};
  MomentView second;
  second.label = "Moment 4";
  second.mark = {Shape::circle, "helped"};
  second.said = "\u201CThere\u2019s a pantry shelf downstairs. Want to go look together?\u201D";
  second.think_first = "What did you notice before you said it?";
  second.show_coach = {"Show the coach\u2019s view", "", ShowCoachView{1}};
  second.replay = Action{"Replay from here", "", ReplayFrom{3}};
  view.moments = {first, second};
  view.replay_line = "Replays are practice. Your first answers stay in your record.";
  return view;
}

SkillsView skills() {
  SkillsView view;
  view.heading = "Your skills";
  view.bars = {{"Consistent presence", "strong", 92, 41, "You said when you would be back."},
               {"Boundaries", "practice again", 48, 33, "One loan and one secret count here."},
               {"Responding to the bond", "growing", 60, 38, "You kept responsibility with the adult."}};
  view.explanation =
      "Of what this conversation made possible. The thin line is where answering at random would land.";
  view.not_practised = "Not practiced here: Closure.";
  view.table_toggle = {"Hide the table", "", ShowSkillsTable{false}};
  view.table = TableView{"Your skills as a table",
                         {"Skill", "Result", "At random", "Why"},
                         {{"Consistent presence", "strong, 92", "41", "You said when you would be back."},
                          {"Boundaries", "practice again, 48", "33", "One loan and one secret count here."}}};
  view.trust_heading = "Trust, as she might feel it";
  const Mark helped{Shape::circle, "helped"};
  const Mark setback{Shape::triangle, "may set back"};
  const Mark neutral{Shape::ring, "neutral"};
  view.trust = {{0.2F, "Start", neutral, "At the start."},
                {0.42F, "1", helped, "After your first answer, up."},
                {0.15F, "2", setback, "After your second answer, down."},
                {0.35F, "3", neutral, "After your third answer, about the same."},
                {0.7F, "4", helped, "After your fourth answer, up."}};
  view.trust_line = "One possible young person, not a formula.";
  view.trust_toggle = {"Show as table", "", ShowTrustTable{true}};
  return view;
}

PlanView plan() {
  PlanView view;
  view.lead = "Small is good. One thing to keep, one to change.";
  view.fields = {field(TextFieldName::keep, "One thing I will keep", "", "Asking what the week is like."),
                 field(TextFieldName::change, "One thing I will change", "", ""),
                 field(TextFieldName::plan_if, "If \u2026", "For example: if she asks for money", ""),
                 field(TextFieldName::plan_then, "\u2026 then I will",
                       "For example: say no, say why, ask what she needs", "")};
  view.again_heading = "When will you practice again?";
  view.again = {{"Tomorrow", "", false, SetPractiseAgain{PractiseAgain::tomorrow}},
                {"In a few days", "", true, SetPractiseAgain{PractiseAgain::in_a_few_days}},
                {"Next week", "", false, SetPractiseAgain{PractiseAgain::next_week}},
                {"Not planned", "", false, SetPractiseAgain{PractiseAgain::not_planned}}};
  view.share_heading = "A note for your trainer";
  view.share = {{"Keep it to myself", "", false, SetShare{false}},
                {"Ready to share", "", true, SetShare{true}}};
  view.share_note = "I played \u201CTen dollars till Friday\u201D. I will keep asking what the week is like.";
  view.privacy = "Nothing leaves this computer. You show the note yourself, if you want to.";
  return view;
}

}  // namespace

DebriefView debrief(DebriefStep step) {
  DebriefView view;
  view.key = "debrief/" + std::to_string(static_cast<int>(step));
  view.bar = conversation_bar("Step " + std::to_string(static_cast<int>(step) + 1) + " of 5");
  view.bar.title = "Ten dollars till Friday \u00B7 Looking back";
  view.draft_line = kDraft;
  const std::vector<std::string> names = {"How was that for you?", "What happened", "Moments", "Your skills",
                                          "Keep, change, plan"};
  for (int i = 0; i < 5; ++i) {
    const auto at = static_cast<DebriefStep>(i);
    view.steps.push_back(
        {names[static_cast<std::size_t>(i)], i < static_cast<int>(step), at == step, GoToStep{at}});
  }
  view.calm_note = "Kiara is fictional. You are back. Nothing here decides whether you become a mentor.";
  view.heading = names[static_cast<std::size_t>(step)];
  view.step = step;
  view.primary = {"Next", "", GoToStep{DebriefStep::what_happened}};
  if (step != DebriefStep::how_was_it) view.back = Action{"Back", "", GoToStep{DebriefStep::how_was_it}};
  switch (step) {
    case DebriefStep::how_was_it: {
      HowWasItView how;
      how.lead = "You can skip this. There is no right answer.";
      how.feelings = {{"Fine", "", false, SetFeeling{Feeling::fine}},
                      {"Mixed", "", false, SetFeeling{Feeling::mixed}},
                      {"Heavy", "", true, SetFeeling{Feeling::heavy}},
                      {"I can\u2019t tell yet", "", false, SetFeeling{Feeling::unsure}}};
      how.words = field(TextFieldName::feeling, "A few words, if you like", "", "");
      how.privacy = "Only you see this. It is not scored and not stored.";
      how.care = "That makes sense. You can stop here for today.";
      how.moment = Action{"Take a moment", "", NeedAMoment{}};
      view.how_was_it = how;
      break;
    }
    case DebriefStep::what_happened: {
      WhatHappenedView what;
      what.sentences = {"Kiara asked for ten dollars, and you gave it to her with a secret.",
                        "She asked what she owed you. You said you had been wrong to ask her to hide it.",
                        "You looked for the pantry shelf together."};
      what.status = "Practice again";
      what.status_mark = Mark{Shape::ring, "Practice again"};
      what.why = "One answer touched her safety, and you repaired it later. That is worth one more run.";
      what.reflection_heading = "A question to take with you";
      what.reflection = "What made the no easier to hear?";
      view.what_happened = what;
      break;
    }
    case DebriefStep::moments:
      view.moments = moments();
      break;
    case DebriefStep::skills:
      view.skills = skills();
      break;
    case DebriefStep::plan:
      view.plan = plan();
      break;
  }
  return view;
}

LeftView left() {
  LeftView view;
  view.key = "left";
  view.heading = "You left. Your place is kept.";
  view.sentence = "You can come back to it from the practice page whenever you like.";
  view.actions = {{"Back to practice", "", GoToLibrary{}}, {"Close Steadfast", "", CloseProgram{}}};
  return view;
}

std::vector<Named> all() {
  return {{"library", library()},
          {"brief", brief()},
          {"conversation", conversation()},
          {"conversation-long", long_conversation()},
          {"feedback", feedback()},
          {"feedback-kind", kind_feedback()},
          {"pause", pause()},
          {"pause-all", pause_with_all()},
          {"debrief-1", debrief(DebriefStep::how_was_it)},
          {"debrief-2", debrief(DebriefStep::what_happened)},
          {"debrief-3", debrief(DebriefStep::moments)},
          {"debrief-4", debrief(DebriefStep::skills)},
          {"debrief-5", debrief(DebriefStep::plan)},
          {"left", left()}};
}

}  // namespace steadfast::sample
