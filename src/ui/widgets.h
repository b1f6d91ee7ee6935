// The widgets all panels are made of. Each draws itself, names itself in the semantic list and moves the
// column it stands in down behind itself.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/shapes.h"
#include "ui/ui.h"
#include "view/parts.h"

namespace steadfast {

// Distances of the 8-pixel grid.
constexpr float kGap = 8;
constexpr float kTarget = 48;      // height of what is pressed: more than the 44 that fingers need
constexpr float kRadius = 12;      // buttons, fields
constexpr float kCardRadius = 16;  // cards, bubbles
constexpr float kProse = 1100;     // the widest content column
// Between two paragraphs of body text: from the baseline above to the capitals below it are then 2 em.
constexpr float kParagraphGap = 26;
constexpr float kCardPictureShape = 236.0F / 960.0F;  // height to width of the wide picture of a scene

// Where the next widget goes.
struct Column {
  float x = 0;
  float y = 0;
  float width = 0;
};

// A column of at most `widest` in the middle of `room`, with at least `margin` at its sides.
Column centred_column(const Rect& room, float widest, float margin);

struct TextStyle {
  Type type = Type::body;
  float leading = 1.5F;
  Align align = Align::left;
  Role role = Role::text;
  int longest = kLongestLine;
};

// A paragraph. Nothing is drawn and no room taken when `words` is empty.
void text(Ui& ui, Column& column, std::string_view words, Color color, const TextStyle& style = {});
float text_height(const Ui& ui, std::string_view words, float width, const TextStyle& style = {});

// The heading of a screen: takes the focus when the screen is new.
void screen_heading(Ui& ui, Column& column, std::string_view words, Type type = Type::heading);
// A heading within a screen.
void section_heading(Ui& ui, Column& column, std::string_view words, Type type = Type::title);
// A small grey heading above a group of controls.
void small_heading(Ui& ui, Column& column, std::string_view words);

enum class ButtonKind { primary, secondary, moment, quiet };
enum class ButtonSize { bar, page };

float button_width(const Ui& ui, std::string_view label, ButtonSize size, Sign sign = Sign::none);
// Gives the action's intent when it was pressed.
std::optional<Intent> button(Ui& ui, const Rect& rect, std::string id, const Action& action, ButtonKind kind,
                             ButtonSize size = ButtonSize::page, Sign sign = Sign::none);

struct ButtonSpec {
  std::string id;
  Action action;
  ButtonKind kind = ButtonKind::secondary;
};
// Buttons side by side, going on below when the row is full.
std::optional<Intent> button_row(Ui& ui, Column& column, const std::vector<ButtonSpec>& buttons,
                                 ButtonSize size = ButtonSize::page);

enum class ChipKind { plain, content, moment, current };
struct Chip {
  std::string words;
  ChipKind kind = ChipKind::plain;
  std::optional<Shape> shape;  // a rating: gives colours and sign
};
constexpr float kChipHeight = 30;
float chip_width(const Ui& ui, const Chip& chip);
void draw_chip(Ui& ui, Point at, const Chip& chip);
// Chips side by side, going on below when the row is full.
void chip_row(Ui& ui, Column& column, const std::vector<Chip>& chips);

// A white card around what `content` draws; it is as high as that, and at least `least_height`.
void card(Ui& ui, Column& column, float padding, const std::function<void(Column&)>& content,
          float least_height = 0);
// The same on a coloured surface without a border.
void note(Ui& ui, Column& column, Color surface, const std::function<void(Column&)>& content);
// A short piece of information, such as that a text is a draft, as wide as its words. Empty words: nothing.
void notice(Ui& ui, Column& column, std::string_view words);

// One of several, with a ring or a filled ring in front.
std::optional<Intent> option_row(Ui& ui, Column& column, std::string id, const std::string& group,
                                 const Option& option);

// What was said, or what happened, at most `widest` wide.
enum class BubbleSide { by_speaker, left };
void bubble(Ui& ui, Column& column, const Bubble& bubble, float widest,
            BubbleSide side = BubbleSide::by_speaker);

}  // namespace steadfast
