#include "view/left_view.h"

namespace steadfast {

LeftView make_left_view(const AppState& state) {
  LeftView view;
  view.key = "left";
  view.heading = state.left.from == LeftFrom::brief ? "Not now" : "You are back";
  view.sentence = state.left.sentence;
  view.notice = state.notice;
  view.actions = {{"Back to practice", "", GoToLibrary{}, true},
                  {"Close Steadfast", "", CloseProgram{}, true}};
  return view;
}

}  // namespace steadfast
