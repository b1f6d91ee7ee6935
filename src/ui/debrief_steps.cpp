#include "ui/debrief_steps.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "ui/charts.h"
#include "ui/text_field.h"

namespace steadfast {
namespace {

constexpr float kPadding = 24;
constexpr float kBetween = 18;
constexpr float kField = 680;  // fields and options are not wider than a line of prose

void take(std::optional<Intent>& intent, std::optional<Intent> pressed) {
  if (pressed) intent = std::move(pressed);
}

std::optional<Intent> options(Ui& ui, Column& column, const std::string& group,
                              const std::vector<Option>& list) {
  std::optional<Intent> intent;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) column.y += kGap + 2;
    take(intent, option_row(ui, column, group + "/" + std::to_string(i + 1), group, list[i]));
  }
  return intent;
}

Column narrow(const Column& column) {
  return {column.x, column.y, std::min(column.width, kField)};
}

}  // namespace

std::optional<Intent> draw_how_was_it(Ui& ui, Column& column, const HowWasItView& view) {
  const Palette& palette = ui.palette();
  std::optional<Intent> intent;
  text(ui, column, view.lead, palette.ink);
  column.y += 18;
  Column inside = narrow(column);
  take(intent, options(ui, inside, "feeling", view.feelings));
  if (!view.care.empty() || view.moment) {
    inside.y += 16;
    note(ui, inside, palette.moment_surface, [&](Column& room) {
      text(ui, room, view.care, palette.ink);
      if (view.moment) {
        room.y += view.care.empty() ? 4.0F : 12.0F;
        take(intent, button_row(ui, room, {{"care-moment", *view.moment, ButtonKind::moment}}));
        room.y += 4;
      }
    });
  }
  inside.y += 24;
  take(intent, text_field(ui, inside, "words", view.words, 3));
  inside.y += 12;
  text(ui, inside, view.privacy, palette.soft, {Type::caption, 1.4F});
  column.y = inside.y;
  return intent;
}

void draw_what_happened(Ui& ui, Column& column, const WhatHappenedView& view) {
  const Palette& palette = ui.palette();
  card(ui, column, kPadding, [&](Column& inside) {
    for (std::size_t i = 0; i < view.sentences.size(); ++i) {
      if (i > 0) inside.y += kParagraphGap;
      text(ui, inside, view.sentences[i], palette.ink);
    }
    if (view.next.empty()) return;
    inside.y += kParagraphGap;
    section_heading(ui, inside, view.next_heading);
    inside.y += 4;
    text(ui, inside, view.next, palette.ink);
  });
  if (!view.status.empty() || !view.why.empty()) {
    column.y += kBetween;
    card(ui, column, kPadding, [&](Column& inside) {
      if (!view.status.empty()) {
        Chip chip{view.status, ChipKind::plain, std::nullopt};
        if (view.status_mark) chip.shape = view.status_mark->shape;
        draw_chip(ui, {inside.x, inside.y}, chip);
        inside.y += kChipHeight + 10;
      }
      text(ui, inside, view.why, palette.ink);
    });
  }
  if (view.reflection.empty()) return;
  column.y += kBetween;
  card(ui, column, kPadding, [&](Column& inside) {
    section_heading(ui, inside, view.reflection_heading);
    inside.y += 4;
    text(ui, inside, view.reflection, palette.ink);
  });
}

namespace {

std::optional<Intent> moment(Ui& ui, Column& column, const std::string& id, const MomentView& view) {
  const Palette& palette = ui.palette();
  std::optional<Intent> intent;
  card(ui, column, kPadding, [&](Column& inside) {
    // The sign stands beside the moment's number, its word beside that: never a colour alone.
    const Chip chip{view.label + " \u00B7 " + view.mark.word, ChipKind::plain, view.mark.shape};
    draw_chip(ui, {inside.x, inside.y}, chip);
    inside.y += kChipHeight + 10;
    text(ui, inside, view.said, palette.ink, {Type::body_bold, 1.4F, Align::left, Role::heading});
    inside.y += 6;
    text(ui, inside, view.think_first, palette.soft, {Type::body, 1.5F});
    text(ui, inside, view.practised, palette.soft, {Type::caption, 1.4F});
    if (view.coach_shown) {
      if (!view.safety_line.empty()) {
        inside.y += 12;
        note(ui, inside, palette.setback_surface, [&](Column& room) {
          text(ui, room, view.safety_line, palette.setback, {Type::note_bold, 1.4F});
        });
      }
      for (const CoachPart& part : view.coach) {
        inside.y += 14;
        text(ui, inside, part.heading, palette.ink, {Type::note_bold, 1.4F, Align::left, Role::heading});
        text(ui, inside, part.text, palette.ink);
      }
    }
    inside.y += 18;
    std::vector<ButtonSpec> buttons;
    if (!view.coach_shown && !view.show_coach.label.empty()) {
      buttons.push_back({id + "/coach", view.show_coach, ButtonKind::primary});
    }
    if (view.replay) buttons.push_back({id + "/replay", *view.replay, ButtonKind::secondary});
    take(intent, button_row(ui, inside, buttons, ButtonSize::bar));
    if (buttons.empty()) inside.y -= 18;
  });
  return intent;
}

}  // namespace

std::optional<Intent> draw_moments(Ui& ui, Column& column, const MomentsView& view) {
  const Palette& palette = ui.palette();
  std::optional<Intent> intent;
  text(ui, column, view.lead, palette.soft, {Type::body, 1.5F});
  column.y += 14;
  for (std::size_t i = 0; i < view.moments.size(); ++i) {
    take(intent, moment(ui, column, "moment/" + std::to_string(i + 1), view.moments[i]));
    column.y += kBetween;
  }
  text(ui, column, view.more, palette.ink, {Type::note, 1.5F});
  text(ui, column, view.replay_line, palette.soft, {Type::note, 1.5F});
  return intent;
}

std::optional<Intent> draw_skills(Ui& ui, Column& column, const SkillsView& view) {
  const Palette& palette = ui.palette();
  std::optional<Intent> intent;
  card(ui, column, kPadding, [&](Column& inside) {
    // No heading of its own: the page's heading says the same.
    text(ui, inside, view.unavailable, palette.ink);
    float name_width = 0;
    for (const SkillBar& bar : view.bars)
      name_width = std::max(name_width, ui.fonts().width(Type::note, bar.name));
    name_width = std::min(name_width, inside.width * 0.36F);
    for (const SkillBar& bar : view.bars) {
      skill_bar(ui, inside, bar, name_width);
      inside.y += 12;
    }
    text(ui, inside, view.explanation, palette.soft, {Type::caption, 1.45F});
    inside.y += kGap;
    text(ui, inside, view.not_practised, palette.soft, {Type::caption, 1.45F});
    if (!view.table_toggle.label.empty()) {
      inside.y += 14;
      take(intent, button_row(ui, inside, {{"skills-table", view.table_toggle, ButtonKind::secondary}},
                              ButtonSize::bar));
    }
    if (view.table) {
      inside.y += 16;
      table(ui, inside, *view.table);
    }
  });
  if (view.trust.empty()) return intent;
  column.y += kBetween;
  card(ui, column, kPadding, [&](Column& inside) {
    section_heading(ui, inside, view.trust_heading);
    inside.y += 8;
    trust_chart(ui, inside, view.trust, 140);
    inside.y += 6;
    text(ui, inside, view.trust_line, palette.soft, {Type::caption, 1.4F});
    inside.y += 14;
    take(intent, button_row(ui, inside, {{"trust-table", view.trust_toggle, ButtonKind::secondary}},
                            ButtonSize::bar));
    if (view.trust_table) {
      inside.y += 16;
      table(ui, inside, *view.trust_table);
    }
  });
  return intent;
}

std::optional<Intent> draw_plan(Ui& ui, Column& column, const PlanView& view) {
  const Palette& palette = ui.palette();
  std::optional<Intent> intent;
  text(ui, column, view.lead, palette.ink);
  column.y += 18;
  Column inside = narrow(column);
  for (std::size_t i = 0; i < view.fields.size(); ++i) {
    take(intent, text_field(ui, inside, "field/" + std::to_string(i + 1), view.fields[i]));
    inside.y += 20;
  }
  section_heading(ui, inside, view.again_heading);
  inside.y += 8;
  take(intent, options(ui, inside, "again", view.again));
  inside.y += 28;
  section_heading(ui, inside, view.share_heading);
  inside.y += 8;
  take(intent, options(ui, inside, "share", view.share));
  if (!view.share_note.empty()) {
    inside.y += 12;
    note(ui, inside, palette.chip, [&](Column& room) {
      text(ui, room, view.share_note, palette.ink, {Type::note, 1.5F});
    });
  }
  inside.y += 14;
  text(ui, inside, view.privacy, palette.soft, {Type::caption, 1.4F});
  column.y = inside.y;
  return intent;
}

}  // namespace steadfast
