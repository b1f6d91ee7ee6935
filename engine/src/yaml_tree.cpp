#include "yaml_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <istream>
#include <optional>
#include <streambuf>
#include <string>
#include <utility>

#include "codes.h"
#include "yaml_builder.h"
#include "yaml_guards.h"
#include "yaml_hints.h"
#include "yaml_line.h"

namespace steadfast {

namespace {

// One stop of the parser is mended on a copy and read over, so that the next problem is found too.
constexpr int kMostStops = 20;
// How much is read anew for that, in bytes: a scenario is far smaller, and a file of another kind need not be
// read to its end many times.
constexpr std::size_t kMostReadAnew = std::size_t{16} * 1024 * 1024;

// Lets the parser read the text where it lies.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    // A stream buffer for reading never writes through these pointers.
    char* const first = const_cast<char*>(text.data());
    setg(first, first, first + text.size());
  }
};

std::size_t offset_of(const YAML::Mark& mark) {
  return mark.pos < 0 ? 0 : static_cast<std::size_t>(mark.pos);
}

// Passes yaml-cpp's events on in our own words.
class Events : public YAML::EventHandler {
 public:
  explicit Events(YamlTreeBuilder& builder) : builder_(&builder) {}

  void OnDocumentStart(const YAML::Mark& mark) override { builder_->start_document(offset_of(mark)); }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (anchor != YAML::NullAnchor) builder_->refuse_special(offset_of(mark));
    builder_->add_nothing(offset_of(mark));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { builder_->add_alias(offset_of(mark)); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    if (is_special(mark, tag, anchor)) {
      builder_->add_special_text(offset_of(mark), value);
    } else {
      builder_->add_text(offset_of(mark), value);
    }
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    if (is_special(mark, tag, anchor)) builder_->refuse_special(offset_of(mark));
    builder_->open(YamlKind::list, offset_of(mark));
  }
  void OnSequenceEnd() override { builder_->close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    if (is_special(mark, tag, anchor)) builder_->refuse_special(offset_of(mark));
    builder_->open(YamlKind::map, offset_of(mark));
  }
  void OnMapEnd() override { builder_->close(); }

 private:
  // "?" and "!" are what yaml-cpp says of plain and quoted scalars without a tag.
  bool is_special(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const {
    if (anchor != YAML::NullAnchor || builder_->character_at(offset_of(mark)) == '!') return true;
    return !tag.empty() && tag != "?" && tag != "!";
  }

  YamlTreeBuilder* builder_;
};

// What is missing from the tree where the hint covers the text.
Completeness completeness_behind(const YamlHint& hint, const SourceText& source, std::string_view text) {
  if (hint.mends) return Completeness::whole;
  if (hint.hides_keys) return Completeness::places_left_out;
  const YamlLine line = yaml_line(source, text, source.line_of(hint.mask_offset));
  const bool covers_value = line.has_key() && hint.mask_offset > line.colon;
  // Values that declare names, and brackets, in which there may be some.
  constexpr std::array<std::string_view, 3> kNaming{"id", "was", "policy"};
  std::string_view key = line.key();
  if (key.size() > 1 && (key[0] == '"' || key[0] == '\'')) key = key.substr(1, key.size() - 2);
  const bool has_bracket =
      !line.value_text().empty() && (line.value_text()[0] == '[' || line.value_text()[0] == '{');
  const bool is_name = has_bracket || std::find(kNaming.begin(), kNaming.end(), key) != kNaming.end();
  return covers_value && !is_name ? Completeness::values_left_out : Completeness::places_left_out;
}

void apply_mask(std::string& text, const YamlHint& hint) {
  for (std::size_t at = 0; at < hint.mask_length; ++at) {
    char& byte = text[hint.mask_offset + at];
    if (byte != '\n' && byte != '\r') byte = at < hint.mask.size() ? hint.mask[at] : 'x';
  }
}

// What happened on one way through the text.
struct Attempt {
  YamlTree tree;
  Problems problems;
  bool gave_up = false;          // a limit was passed: nothing more to say
  std::optional<YamlHint> stop;  // where the parser stopped, explained
};

Attempt read_once(const SourceText& source, std::string_view text, const std::vector<YamlHint>& masked,
                  const std::string& file, const KnownKeys& known) {
  Attempt attempt{YamlTree{source}, Problems{file}, false, std::nullopt};
  YamlTreeBuilder builder{attempt.tree, text, masked, attempt.problems};
  Events events{builder};
  ViewBuffer buffer{text};
  std::istream stream{&buffer};
  try {
    YAML::Parser parser{stream};
    while (parser.HandleNextDocument(events)) continue;
    builder.finish();
  } catch (const YAML::Exception& stop) {
    attempt.stop = explain_parser_stop(source, text, offset_of(stop.mark), stop.msg, known);
  } catch (const YamlTreeBuilder::UnclosedQuote& quote) {
    attempt.stop = explain_unclosed_quote(source, quote.offset);
  } catch (const YamlTreeBuilder::Explained& explained) {
    attempt.stop = explained.hint;
  } catch (const YamlTreeBuilder::GiveUp&) {
    attempt.gave_up = true;
  }
  if (attempt.stop || attempt.gave_up) builder.abandon();
  return attempt;
}

}  // namespace

YamlReading read_yaml(const SourceText& source, Problems& problems, const KnownKeys& known) {
  std::vector<YamlHint> masked;
  if (!guard_raw_text(source, problems, masked)) return {YamlTree{source}, Completeness::stopped};

  std::string copy;  // only made when something has to be masked
  std::string_view text = source.text();
  Completeness so_far = Completeness::whole;
  const auto cover = [&](const YamlHint& hint) {
    so_far = std::max(so_far, completeness_behind(hint, source, text));
    if (copy.empty()) copy = std::string{source.text()};
    apply_mask(copy, hint);
    text = copy;
  };
  for (const YamlHint& hint : masked) cover(hint);
  const std::size_t readings = kMostReadAnew / std::max<std::size_t>(text.size(), 1);
  const int most_stops = static_cast<int>(std::min<std::size_t>(kMostStops, readings));
  for (int stops = 0;; ++stops) {
    Attempt attempt = read_once(source, text, masked, problems.file(), known);
    bool again = false;
    if (attempt.stop) {
      const YamlHint& hint = *attempt.stop;
      problems.error(hint.code, source.span(hint.offset, hint.length), hint.message, hint.help);
      const bool masked_before = std::any_of(masked.begin(), masked.end(), [&hint](const YamlHint& earlier) {
        return earlier.mask_offset == hint.mask_offset;
      });
      again = hint.mask_length > 0 && !masked_before && stops < most_stops;
    }
    if (again) {
      cover(*attempt.stop);
      masked.push_back(*attempt.stop);
      continue;
    }
    for (const Diagnostic& found : attempt.problems.all()) {
      // The line in which the parser stopped has been explained.
      if (problems.has_one_in_line(found.where.line)) continue;
      problems.error(found.code, found.where, found.message, found.help).notes = found.notes;
    }
    const Completeness completeness = attempt.stop || attempt.gave_up ? Completeness::stopped : so_far;
    if (completeness == Completeness::whole && attempt.tree.size() == 0) {
      problems.error(codes::kEmptyFile, {}, "the file holds nothing but blank lines and comments");
    }
    return {std::move(attempt.tree), completeness};
  }
}

}  // namespace steadfast
