#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace steadfast {
namespace {

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

}  // namespace

Palette light_palette() {
  Palette palette;
  palette.paper = rgb(0xF6F2EA);
  palette.bar = rgb(0xFBF8F1);
  palette.card = rgb(0xFFFFFF);
  palette.ink = rgb(0x1F2A30);
  palette.soft = rgb(0x4A5560);
  palette.line = rgb(0xDDD5C7);
  palette.control = rgb(0x6C7880);
  palette.hover = rgb(0xF1F6F5);
  palette.primary = rgb(0x1F6F6B);
  palette.primary_hover = rgb(0x17544F);
  palette.on_primary = rgb(0xFFFFFF);
  palette.my_bubble = rgb(0x1B615D);
  palette.on_my_bubble = rgb(0xFFFFFF);
  palette.current = rgb(0xE3EFEC);
  palette.on_current = rgb(0x17544F);
  palette.focus = rgb(0x17544F);
  palette.chip = rgb(0xECE6DA);
  palette.on_chip = rgb(0x4A5560);
  palette.helped = rgb(0x17544F);
  palette.helped_surface = rgb(0xE3EFEC);
  palette.neutral = rgb(0x5B5F97);
  palette.neutral_surface = rgb(0xECECF5);
  palette.setback = rgb(0x8A4A10);
  palette.setback_surface = rgb(0xFBEEDD);
  palette.moment = rgb(0x6A4A7C);
  palette.moment_surface = rgb(0xEFE7F3);
  palette.moment_hover = rgb(0xE7DBEE);
  palette.bar_track = rgb(0xE6DECF);
  palette.chart = rgb(0x1F6F6B);
  palette.chart_setback = rgb(0xA6570F);
  palette.scene_shade = rgb(0xE9DFCC);
  return palette;
}

Palette dark_palette() {
  Palette palette;
  palette.paper = rgb(0x15202B);
  palette.bar = rgb(0x1A2632);
  palette.card = rgb(0x1E2B38);
  palette.ink = rgb(0xF2F5F7);
  palette.soft = rgb(0xB4C0CA);
  palette.line = rgb(0x33424F);
  palette.control = rgb(0x7C8B98);
  palette.hover = rgb(0x263645);
  palette.primary = rgb(0x7FD1E0);
  palette.primary_hover = rgb(0x9ADCE8);
  palette.on_primary = rgb(0x10202A);
  palette.my_bubble = rgb(0x7FD1E0);
  palette.on_my_bubble = rgb(0x10202A);
  palette.current = rgb(0x24404A);
  palette.on_current = rgb(0xBFE9F1);
  palette.focus = rgb(0xFFD166);
  palette.chip = rgb(0x2A3947);
  palette.on_chip = rgb(0xD5DEE5);
  palette.helped = rgb(0x7BD8B0);
  palette.helped_surface = rgb(0x1E3A35);
  palette.neutral = rgb(0xB7BBF2);
  palette.neutral_surface = rgb(0x2B2F4A);
  palette.setback = rgb(0xF3B562);
  palette.setback_surface = rgb(0x3D2F1E);
  palette.moment = rgb(0xC9B0D8);
  palette.moment_surface = rgb(0x3A2E45);
  palette.moment_hover = rgb(0x453752);
  palette.bar_track = rgb(0x33424F);
  palette.chart = rgb(0x7FD1E0);
  palette.chart_setback = rgb(0xF3B562);
  palette.scene_shade = rgb(0x1E2B38);
  return palette;
}

Palette high_contrast_palette() {
  const Color black = rgb(0x000000);
  const Color white = rgb(0xFFFFFF);
  const Color yellow = rgb(0xFFFF00);
  Palette palette;
  palette.paper = palette.bar = palette.card = palette.hover = palette.chip = palette.current = black;
  palette.helped_surface = palette.neutral_surface = palette.setback_surface = palette.moment_surface = black;
  palette.moment_hover = palette.scene_shade = rgb(0x222222);
  palette.bar_track = rgb(0x444444);
  palette.ink = palette.soft = palette.line = palette.control = palette.on_chip = white;
  palette.helped = palette.neutral = palette.moment = palette.chart = white;
  palette.setback = palette.chart_setback = palette.on_current = yellow;
  palette.primary = palette.my_bubble = yellow;
  palette.primary_hover = white;
  palette.on_primary = palette.on_my_bubble = black;
  palette.focus = rgb(0x00FFFF);
  return palette;
}

double contrast(Color one, Color other) {
  const double a = luminance(one);
  const double b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::vector<ContrastPair> contrast_pairs(const Palette& palette) {
  constexpr double kBody = 7.0;
  constexpr double kText = 4.5;
  constexpr double kMark = 3.0;
  return {
      {"ink on paper", palette.ink, palette.paper, kBody},
      {"ink on bar", palette.ink, palette.bar, kBody},
      {"ink on card", palette.ink, palette.card, kBody},
      {"ink on hover", palette.ink, palette.hover, kBody},
      {"what I said", palette.on_my_bubble, palette.my_bubble, kBody},
      {"soft on paper", palette.soft, palette.paper, kText},
      {"soft on bar", palette.soft, palette.bar, kText},
      {"soft on card", palette.soft, palette.card, kText},
      {"soft on hover", palette.soft, palette.hover, kText},
      {"soft on chip", palette.soft, palette.chip, kText},
      {"primary button", palette.on_primary, palette.primary, kText},
      {"primary button, hover", palette.on_primary, palette.primary_hover, kText},
      {"current step", palette.on_current, palette.current, kText},
      {"name on bar", palette.on_current, palette.bar, kText},
      {"chip", palette.on_chip, palette.chip, kText},
      {"helped", palette.helped, palette.helped_surface, kText},
      {"helped on card", palette.helped, palette.card, kText},
      {"neutral", palette.neutral, palette.neutral_surface, kText},
      {"neutral on card", palette.neutral, palette.card, kText},
      {"may set back", palette.setback, palette.setback_surface, kText},
      {"may set back on card", palette.setback, palette.card, kText},
      {"moment", palette.moment, palette.moment_surface, kText},
      {"moment, hover", palette.moment, palette.moment_hover, kText},
      {"moment on card", palette.moment, palette.card, kText},
      {"control on paper", palette.control, palette.paper, kMark},
      {"control on bar", palette.control, palette.bar, kMark},
      {"control on card", palette.control, palette.card, kMark},
      {"control on hover", palette.control, palette.hover, kMark},
      {"primary surface on paper", palette.primary, palette.paper, kMark},
      {"primary surface on card", palette.primary, palette.card, kMark},
      {"moment border on bar", palette.moment, palette.bar, kMark},
      {"focus ring on paper", palette.focus, palette.paper, kMark},
      {"focus ring on bar", palette.focus, palette.bar, kMark},
      {"focus ring on card", palette.focus, palette.card, kMark},
      {"chart on card", palette.chart, palette.card, kMark},
      {"chart on track", palette.chart, palette.bar_track, kMark},
      {"chart setback on card", palette.chart_setback, palette.card, kMark},
      {"chart setback on track", palette.chart_setback, palette.bar_track, kMark},
  };
}

}  // namespace steadfast
