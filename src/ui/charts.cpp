#include "ui/charts.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace steadfast {

void skill_bar(Ui& ui, Column& column, const SkillBar& bar, float name_width) {
  const Palette& palette = ui.palette();
  Canvas& canvas = ui.canvas();
  const std::string result = bar.word + " \u00B7 " + std::to_string(bar.number);
  constexpr float kResult = 176;
  constexpr float kRow = 34;
  const Rect row{column.x, column.y, column.width, kRow};
  canvas.text_in({row.x, row.y, name_width, kRow}, Type::note, bar.name, palette.ink);
  const Rect track{row.x + name_width + 16, row.centre().y - 7, row.width - name_width - kResult - 32, 14};
  canvas.fill(track, palette.bar_track, 7);
  const float part = static_cast<float>(std::clamp(bar.number, 0, 100)) / 100;
  if (part > 0)
    canvas.fill({track.x, track.y, std::max(14.0F, track.width * part), 14},
                bar.wants_practice ? palette.chart_setback : palette.chart, 7);
  // Where answering at random would land: a thin upright line across the bar.
  const float chance = track.x + track.width * static_cast<float>(std::clamp(bar.chance, 0, 100)) / 100;
  canvas.line({chance, track.y - 4}, {chance, track.bottom() + 4}, palette.ink, 2);
  canvas.text_in({track.right() + 16, row.y, kResult, kRow}, Type::note_bold, result, palette.ink);
  ui.words(Role::chart, bar.name, row, result + ", at random " + std::to_string(bar.chance));
  column.y += kRow;
  Column under{column.x, column.y, column.width};
  text(ui, under, bar.sentence, palette.soft, {Type::caption, 1.4F});
  column.y = under.y;
}

namespace {

Color mark_color(const Palette& palette, Shape shape) {
  if (shape == Shape::triangle) return palette.chart_setback;
  return shape == Shape::ring ? palette.neutral : palette.chart;
}

// What the signs mean, in words; the first point is where it all began and has no rating.
void legend(Ui& ui, Column& column, const std::vector<SkillsView::TrustPoint>& points) {
  float x = column.x;
  std::vector<Shape> shown;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Mark& mark = points[i].mark;
    if (mark.word.empty() || std::find(shown.begin(), shown.end(), mark.shape) != shown.end()) continue;
    shown.push_back(mark.shape);
    const Rect box{x + 22, column.y, ui.fonts().width(Type::caption, mark.word), 28};
    draw_sign(ui.canvas(), sign_of(mark.shape), {x + 8, box.centre().y}, 14,
              mark_color(ui.palette(), mark.shape));
    ui.canvas().text_in(box, Type::caption, mark.word, ui.palette().ink);
    ui.words(Role::text, mark.word, box);
    x = box.right() + 28;
  }
  if (!shown.empty()) column.y += 32;
}

}  // namespace

void trust_chart(Ui& ui, Column& column, const std::vector<SkillsView::TrustPoint>& points, float height) {
  if (points.empty()) return;
  const Palette& palette = ui.palette();
  Canvas& canvas = ui.canvas();
  const Rect plot{column.x + 24, column.y + 12, column.width - 48, height};
  const float steps = static_cast<float>(std::max<std::size_t>(points.size() - 1, 1));
  std::vector<Point> line;
  for (std::size_t i = 0; i < points.size(); ++i) {
    line.push_back({plot.x + plot.width * static_cast<float>(i) / steps,
                    plot.bottom() - plot.height * std::clamp(points[i].level, 0.0F, 1.0F)});
  }
  canvas.line({column.x, plot.bottom() + 14}, {column.x + column.width, plot.bottom() + 14}, palette.control,
              1);
  canvas.polyline(line, palette.chart, 3);
  std::string spoken_values;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Shape shape = points[i].mark.shape;
    const Color color = mark_color(palette, shape);
    canvas.disc(line[i], 10, palette.card);
    draw_sign(canvas, sign_of(shape), line[i], 16, color);
    const Rect label{line[i].x - 40, plot.bottom() + 18, 80, 24};
    canvas.text_in(label, Type::caption, points[i].label, palette.soft, Align::centre);
    spoken_values += (i == 0 ? "" : " ") + points[i].sentence;
  }
  ui.words(Role::chart, "Trust over the conversation", {column.x, column.y, column.width, height + 56},
           spoken_values);
  column.y += height + 56;
  legend(ui, column, points);
}

void table(Ui& ui, Column& column, const TableView& table) {
  if (table.columns.empty()) return;
  const Palette& palette = ui.palette();
  text(ui, column, table.caption, palette.soft, {Type::caption, 1.4F});
  column.y += 4;
  // The widths follow what the columns hold; the last one takes what is left.
  std::vector<float> widths;
  float wanted = 0;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    float width = ui.fonts().width(Type::caption_bold, table.columns[i]);
    for (const auto& row : table.rows) {
      if (i < row.size()) width = std::max(width, ui.fonts().width(Type::note, row[i]));
    }
    widths.push_back(width + 24);
    wanted += width + 24;
  }
  for (float& width : widths) width *= column.width / std::max(wanted, 1.0F);

  const auto draw_row = [&](const std::vector<std::string>& cells, Type type, Color color) {
    float height = 0;
    float x = column.x;
    std::string spoken_row;
    for (std::size_t i = 0; i < cells.size() && i < widths.size(); ++i) {
      const Paragraph words = lay_out(ui.fonts(), cells[i], {type, widths[i] - 16, 1.35F});
      ui.canvas().paragraph({x, column.y + 6}, type, words, color);
      height = std::max(height, words.height() + 12);
      x += widths[i];
      spoken_row += (i == 0 ? "" : ", ") + cells[i];
    }
    ui.words(Role::table, spoken_row, {column.x, column.y, column.width, height});
    column.y += height;
    ui.canvas().line({column.x, column.y - 0.5F}, {column.x + column.width, column.y - 0.5F}, palette.line,
                     1);
  };
  draw_row(table.columns, Type::caption_bold, palette.soft);
  for (const auto& row : table.rows) draw_row(row, Type::note, palette.ink);
}

}  // namespace steadfast
