#include "steadfast/diagnostic.h"

#include <gtest/gtest.h>

#include "suggest.h"

namespace steadfast {
namespace {

Diagnostic problem(std::string file, Span where, std::string message, int code = 40) {
  return {Severity::error, Code{code}, std::move(file), where, std::move(message), {}, {}};
}

TEST(Diagnostic, ShowsTheLineACaretAndTheHelp) {
  const std::string source = "a: b\n    next: ruptur\nc: d\n";
  Diagnostic diagnostic = problem("the-missed-saturday.yaml", {2, 11, 6}, "no node is called `ruptur`", 12);
  diagnostic.help = "did you mean `rupture` (line 88)?";
  EXPECT_EQ(format_diagnostic(diagnostic, source),
            "the-missed-saturday.yaml:2:11: error[SCN012]: no node is called `ruptur`\n"
            "    2 |     next: ruptur\n"
            "      |           ^~~~~~ did you mean `rupture` (line 88)?\n");
}

TEST(Diagnostic, ShowsNotesAtTheirPlaces) {
  Diagnostic diagnostic = problem("f.yaml", {3, 1, 1}, "twice");
  diagnostic.severity = Severity::warning;
  diagnostic.notes = {{{1, 1, 1}, "first here"}, {{}, "and in the rules"}};
  EXPECT_EQ(format_diagnostic(diagnostic, "a: 1\nb: 2\na: 3"),
            "f.yaml:3:1: warning[SCN040]: twice\n"
            "    3 | a: 3\n"
            "      | ^\n"
            "    1 | a: 1\n"
            "      | ^ first here\n"
            "      = and in the rules\n");
}

TEST(Diagnostic, NeedsNeitherPlaceNorSource) {
  Diagnostic diagnostic = problem("f.yaml", {}, "empty");
  diagnostic.help = "write something";
  EXPECT_EQ(format_diagnostic(diagnostic, "x"), "f.yaml: error[SCN040]: empty\n      = write something\n");
  diagnostic.where = {7, 2, 1};
  diagnostic.notes = {{{1, 1, 1}, "first here"}};
  EXPECT_EQ(format_diagnostic(diagnostic, {}),
            "f.yaml:7:2: error[SCN040]: empty\n      = write something\n      = line 1: first here\n");
}

TEST(Diagnostic, PutsTheCaretUnderAccentsAndTabs) {
  EXPECT_EQ(format_diagnostic(problem("f", {1, 7, 3}, "m"), "é\tüüü öö\r\n"),
            "f:1:7: error[SCN040]: m\n    1 | é üüü öö\n      |       ^~\n");
}

TEST(Diagnostic, ShowsOnlyPartOfAVeryLongLine) {
  const std::string line = std::string(500, 'a') + "HERE" + std::string(500, 'b');
  const std::string shown = format_diagnostic(problem("f", {1, 501, 4}, "m"), line);
  EXPECT_NE(shown.find("…"), std::string::npos);
  EXPECT_NE(shown.find("HERE"), std::string::npos);
  EXPECT_NE(shown.find("^~~~"), std::string::npos);
  EXPECT_LT(shown.size(), 400U);
  // The caret stands under the word: count columns, in which `…` is one.
  const std::size_t excerpt = shown.find('\n') + 1;
  const std::size_t carets = shown.find('\n', excerpt) + 1;
  const std::string ellipsis = "…";
  EXPECT_EQ(shown.find("HERE") - excerpt - (ellipsis.size() - 1), shown.find('^') - carets);
}

TEST(Diagnostic, NeverPrintsControlCharactersOrBrokenText) {
  const std::string shown = format_diagnostic(problem("f", {1, 1, 1}, "m"), "\x1B[31m\xFF!");
  EXPECT_EQ(shown.find('\x1B'), std::string::npos);
  EXPECT_EQ(shown.find('\xFF'), std::string::npos);
}

TEST(Diagnostic, AreSortedByPlaceAndRepeatedOnesDropped) {
  std::vector<Diagnostic> diagnostics{problem("b", {1, 1, 1}, "x"),     problem("a", {9, 1, 1}, "x"),
                                      problem("a", {2, 5, 1}, "x"),     problem("a", {2, 5, 1}, "x"),
                                      problem("a", {2, 1, 1}, "y", 60), problem("a", {2, 1, 1}, "y", 41)};
  sort_diagnostics(diagnostics);
  std::string order;
  for (const Diagnostic& one : diagnostics) {
    order += one.file + std::to_string(one.where.line) + to_string(one.code) + " ";
  }
  EXPECT_EQ(order, "a2SCN041 a2SCN060 a2SCN040 a9SCN040 b1SCN040 ");
}

TEST(Diagnostic, CodesHaveAtLeastThreeDigits) {
  EXPECT_EQ(to_string(Code{4}), "SCN004");
  EXPECT_EQ(to_string(Code{1234}), "SCN1234");
}

TEST(Suggestion, FindsSlipsOfTheHand) {
  const std::vector<Candidate> names{
      {"rupture", {88, 5, 7}}, {"repair", {}}, {"keeps_promise", {}}, {"D1", {}}};
  std::size_t comparisons = 0;
  EXPECT_EQ(did_you_mean("ruptur", names, comparisons), "did you mean `rupture` (line 88)?");
  EXPECT_EQ(did_you_mean("rutpure", names, comparisons), "did you mean `rupture` (line 88)?");
  EXPECT_EQ(did_you_mean("Keeps-Promise", names, comparisons), "did you mean `keeps_promise`?");
  EXPECT_EQ(did_you_mean("d1", names, comparisons), "did you mean `D1`?");
  EXPECT_EQ(did_you_mean("D2", names, comparisons), "");
  EXPECT_EQ(did_you_mean("goodbye", names, comparisons), "");
  EXPECT_EQ(did_you_mean("", names, comparisons), "");
  EXPECT_EQ(did_you_mean(std::string(5000, 'x'), names, comparisons), "");
}

// Otherwise 30,000 unknown names among 30,000 known ones would take minutes.
TEST(Suggestion, EndsWhenEnoughWasCompared) {
  const std::vector<Candidate> names(1000, Candidate{"somebody", {}});
  std::size_t comparisons = 0;
  int found = 0;
  while (!did_you_mean("somebodi", names, comparisons).empty()) ++found;
  EXPECT_GT(found, 100);
  EXPECT_LT(comparisons, kMostComparisons + 100);
  EXPECT_EQ(did_you_mean("somebodi", names, comparisons), "");
}

}  // namespace
}  // namespace steadfast
