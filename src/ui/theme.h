// The colours, by what they are for. One palette per look; a test holds every pair to its contrast.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace steadfast {

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;
  friend bool operator==(const Color&, const Color&) = default;
};

constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>((hex >> 8U) & 0xFFU),
          static_cast<std::uint8_t>(hex & 0xFFU), 255};
}

struct Palette {
  Color paper;    // behind everything
  Color bar;      // top bar and side column
  Color card;     // cards, choices, her bubble
  Color ink;      // body text
  Color soft;     // second text
  Color line;     // decorative lines only
  Color control;  // the border that shows where a control is
  Color hover;    // a control's surface under the mouse
  Color primary;  // primary buttons
  Color primary_hover;
  Color on_primary;  // text on it
  Color my_bubble;   // darker than primary: what one said is body text
  Color on_my_bubble;
  Color current;  // surface of the current step
  Color on_current;
  Color focus;  // the ring
  Color chip;   // plain chips and quiet notes
  Color on_chip;
  Color helped;  // marks and words of the three ratings, on their surfaces
  Color helped_surface;
  Color neutral;
  Color neutral_surface;
  Color setback;
  Color setback_surface;
  Color moment;  // "I need a moment", mood words
  Color moment_surface;
  Color moment_hover;
  Color bar_track;  // behind a bar
  Color chart;      // lines, dots and bars
  Color chart_setback;
  Color scene_shade;  // behind the scene picture while there is none
};

Palette light_palette();
Palette dark_palette();
Palette high_contrast_palette();

// WCAG 2 contrast ratio, 1 to 21. Opaque colours only.
double contrast(Color one, Color other);

struct ContrastPair {
  std::string name;
  Color front;
  Color back;
  double needed = 0;  // 7 for body text, 4.5 for other text, 3 for controls, rings and chart marks
};

// Every pair of tokens that meets on a screen.
std::vector<ContrastPair> contrast_pairs(const Palette& palette);

}  // namespace steadfast
