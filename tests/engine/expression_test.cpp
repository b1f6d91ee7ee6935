#include "steadfast/expression.h"

#include <gtest/gtest.h>

#include <limits>

#include "steadfast/rulebook.h"

namespace steadfast {
namespace {

Variable number(std::string id) {
  Variable variable;
  variable.id.text = std::move(id);
  variable.least = -100;
  variable.most = 100;
  return variable;
}

Variable flag(std::string id) {
  Variable variable;
  variable.id.text = std::move(id);
  variable.kind = VariableKind::flag;
  return variable;
}

Variable named(std::string id, std::vector<std::string> names) {
  Variable variable;
  variable.id.text = std::move(id);
  variable.kind = VariableKind::named;
  variable.most = static_cast<std::int32_t>(names.size()) - 1;
  variable.value_names = std::move(names);
  return variable;
}

class ExpressionTest : public testing::Test {
 protected:
  ExpressionTest() {
    variables = {number("trust"),  number("arousal"),
                 number("window"), flag("limits_explained"),
                 flag("asked"),    named("rupture", {"none", "withdrawal", "confrontation"})};
    values = {30, -40, 25, 0, 1, 1};
    conditions.push_back(
        {"out_of_window", compile("abs(arousal) > window", ExpressionType::truth).expression});
  }

  CompiledExpression compile(std::string_view text, ExpressionType wanted) const {
    return compile_expression(text, wanted, {variables, conditions});
  }

  std::int32_t value_of(std::string_view text, ExpressionType wanted = ExpressionType::number) const {
    const CompiledExpression compiled = compile(text, wanted);
    EXPECT_TRUE(compiled.problems.empty()) << text << ": " << compiled.problems.front().message;
    return compiled.expression.evaluate(values);
  }

  bool holds(std::string_view text) const { return value_of(text, ExpressionType::truth) != 0; }

  ExpressionProblem problem_of(std::string_view text, ExpressionType wanted = ExpressionType::truth) const {
    const CompiledExpression compiled = compile(text, wanted);
    EXPECT_EQ(compiled.problems.size(), 1U) << text;
    return compiled.problems.empty() ? ExpressionProblem{} : compiled.problems.front();
  }

  std::vector<std::string> why(std::string_view text) const {
    return why_false(compile(text, ExpressionType::truth).expression, variables, values);
  }

  std::vector<Variable> variables;
  std::vector<NamedCondition> conditions;
  std::vector<std::int32_t> values;
};

TEST_F(ExpressionTest, AnEmptyConditionAlwaysHolds) {
  const Expression expression;
  EXPECT_TRUE(expression.always());
  EXPECT_TRUE(expression.holds({}));
  EXPECT_EQ(expression.evaluate({}), 1);
}

TEST_F(ExpressionTest, ArithmeticFollowsTheUsualOrderAndRoundsTowardZero) {
  EXPECT_EQ(value_of("2 + 3 * 4"), 14);
  EXPECT_EQ(value_of("(2 + 3) * 4"), 20);
  EXPECT_EQ(value_of("10 - 3 - 2"), 5);
  EXPECT_EQ(value_of("6 * (100 - trust) / 100"), 4);
  EXPECT_EQ(value_of("arousal / 3"), -13);
  EXPECT_EQ(value_of("-7 / 2"), -3);
  EXPECT_EQ(value_of("- - 3"), 3);
  EXPECT_EQ(value_of("abs(arousal)"), 40);
  EXPECT_EQ(value_of("min(trust, window) + max(trust, window)"), 55);
}

TEST_F(ExpressionTest, OrIsLooserThanAndIsLooserThanNotIsLooserThanComparison) {
  EXPECT_TRUE(holds("asked or asked and limits_explained"));
  EXPECT_FALSE(holds("(asked or asked) and limits_explained"));
  EXPECT_TRUE(holds("not limits_explained and asked"));
  EXPECT_FALSE(holds("not (not limits_explained and asked)"));
  EXPECT_TRUE(holds("not trust >= 40"));
  EXPECT_TRUE(holds("trust + 10 >= 20 + 20"));
  EXPECT_TRUE(holds("not not asked"));
}

TEST_F(ExpressionTest, ValueNamesFlagsAndNamedConditionsCompare) {
  EXPECT_TRUE(holds("rupture is withdrawal"));
  EXPECT_FALSE(holds("rupture is not withdrawal"));
  EXPECT_TRUE(holds("rupture != none"));
  EXPECT_TRUE(holds("asked is true"));
  EXPECT_TRUE(holds("limits_explained == false"));
  EXPECT_TRUE(holds("asked is not limits_explained"));
  EXPECT_TRUE(holds("out_of_window"));
  EXPECT_TRUE(holds("out_of_window == asked"));
  EXPECT_TRUE(holds("trust is 30"));
  EXPECT_EQ(value_of("true", ExpressionType::truth), 1);
}

TEST_F(ExpressionTest, ArithmeticSaturatesAndIsTotal) {
  EXPECT_EQ(value_of("1000000000 * 1000000000"), 1000000000);
  EXPECT_EQ(value_of("-1000000000 - 1000000000"), -1000000000);
  values[0] = std::numeric_limits<std::int32_t>::min();
  EXPECT_EQ(value_of("abs(trust)"), 1000000000);
  EXPECT_EQ(value_of("-trust"), 1000000000);
  const Expression reads_far_away({}, ExpressionType::number,
                                  {{Expression::Instruction::Operation::load, 9999}});
  EXPECT_EQ(reads_far_away.evaluate(values), 0);
  const Expression ill_formed({}, ExpressionType::number, {{Expression::Instruction::Operation::add, 0}});
  EXPECT_EQ(ill_formed.evaluate(values), 0);
}

TEST_F(ExpressionTest, ReadsEachVariableOnceAscending) {
  const auto expression =
      compile("asked and trust > 3 and out_of_window and trust < 90", ExpressionType::truth);
  const std::vector<VariableIndex> expected{{0}, {1}, {2}, {4}};
  EXPECT_EQ(expression.expression.reads(), expected);
}

TEST_F(ExpressionTest, AnUnknownNameIsNamedAndPlaced) {
  const auto problem = problem_of("asked and  trsut >= 40");
  EXPECT_EQ(problem.unknown_name, "trsut");
  EXPECT_EQ(problem.offset, 11);
  EXPECT_EQ(problem.length, 5);
  EXPECT_EQ(problem_of("ruptur is withdrawal").unknown_name, "ruptur");
}

TEST_F(ExpressionTest, EveryUnknownNameIsReportedInOneRun) {
  const auto compiled = compile("nobody and nothing", ExpressionType::truth);
  ASSERT_EQ(compiled.problems.size(), 2U);
  EXPECT_EQ(compiled.problems[0].unknown_name, "nobody");
  EXPECT_EQ(compiled.problems[1].unknown_name, "nothing");
}

TEST_F(ExpressionTest, NumbersAndTruthsDoNotMix) {
  EXPECT_EQ(problem_of("trust and asked").offset, 0);
  EXPECT_EQ(problem_of("asked and 3").offset, 10);
  EXPECT_EQ(problem_of("asked + 1", ExpressionType::number).offset, 0);
  EXPECT_EQ(problem_of("asked < 1").length, 5);
  EXPECT_EQ(problem_of("trust").message,
            "`trust` is a number, but a yes or no is needed: compare it, for example `trust > 0`");
  EXPECT_EQ(problem_of("trust > 3", ExpressionType::number).message,
            "`trust > 3` is a yes or no, but a number is needed");
  EXPECT_EQ(problem_of("rupture").message,
            "`rupture` has named values: compare it, for example `rupture is none`");
  EXPECT_EQ(problem_of("rupture > 1").offset, 0);
  EXPECT_EQ(problem_of("asked is 1").offset, 9);
  EXPECT_EQ(problem_of("not trust").offset, 4);
}

TEST_F(ExpressionTest, AWrongValueNameListsTheRightOnes) {
  const auto problem = problem_of("rupture is withdrawl");
  EXPECT_EQ(problem.message, "`rupture` has no value `withdrawl`, only none, withdrawal, confrontation");
  EXPECT_EQ(problem.offset, 11);
  EXPECT_EQ(problem.length, 9);
  EXPECT_TRUE(problem.unknown_name.empty());
  EXPECT_EQ(problem_of("rupture is").offset, 10);
}

TEST_F(ExpressionTest, ProblemsOfFormSayWhatToWrite) {
  EXPECT_EQ(problem_of("").message, "an expression is missing here");
  EXPECT_EQ(problem_of("trust >=").message, "something is missing at the end");
  EXPECT_EQ(problem_of("(trust >= 3").message, "a closing bracket `)` is missing here");
  EXPECT_EQ(problem_of("trust >= 3)").message, "`)` does not belong here");
  EXPECT_EQ(problem_of("trust = 3").message, "`=` does not compare: write `==` or `is`");
  EXPECT_EQ(problem_of("asked && asked").message, "`&&` is written `and` here");
  EXPECT_EQ(problem_of("!asked").message, "`!` is written `not` here");
  EXPECT_EQ(problem_of("trust => 3").message, "`=>` is written `>=` here");
  EXPECT_EQ(problem_of("1 < trust < 3").message, "comparisons are not chained: join two of them with `and`");
  EXPECT_EQ(problem_of("asked == not asked").message, "put brackets round `not …` when it is compared");
  EXPECT_EQ(problem_of("or asked").message, "a name or a number is missing before `or`");
  EXPECT_EQ(problem_of("asked asked").offset, 6);
  EXPECT_EQ(problem_of("trust / window", ExpressionType::number).offset, 8);
  EXPECT_EQ(problem_of("trust / 0", ExpressionType::number).message,
            "only a plain number other than 0 may stand after `/`");
  EXPECT_EQ(problem_of("0.5", ExpressionType::number).message, "only whole numbers are used here");
  EXPECT_EQ(problem_of("99999999999999999999", ExpressionType::number).message,
            "numbers may be at most 1000000000");
  EXPECT_EQ(problem_of("sqrt(trust)", ExpressionType::number).message,
            "there is no function `sqrt`, only abs, min and max");
  EXPECT_EQ(problem_of("min(trust)", ExpressionType::number).message,
            "a comma and a second value is missing here");
}

TEST_F(ExpressionTest, OffsetsCountCodePoints) {
  const auto problem = problem_of("trust ≥ 40");
  EXPECT_EQ(problem.message, "`≥` is written `>=` here");
  EXPECT_EQ(problem.offset, 6);
  EXPECT_EQ(problem.length, 1);
  const auto quote = problem_of("asked and “yes”");
  EXPECT_EQ(quote.offset, 10);
  EXPECT_EQ(quote.length, 1);
}

TEST_F(ExpressionTest, NestingIsLimitedNotTheStack) {
  for (const std::string_view opening : {"(", "not ", "- ", "abs("}) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) {
      text += opening;
    }
    EXPECT_EQ(compile(text, ExpressionType::truth).problems.size(), 1U) << opening;
  }
  EXPECT_TRUE(holds(std::string(90, '(') + "asked" + std::string(90, ')')));
  std::string chain = "trust";
  for (int i = 0; i < 500; ++i) {
    chain += " + 1";
  }
  EXPECT_EQ(value_of(chain), 530);
}

TEST_F(ExpressionTest, ConditionsBuiltOutOfConditionsCannotExplode) {
  for (int i = 0; i < 40; ++i) {
    const std::string before = i == 0 ? "asked" : "c" + std::to_string(i - 1);
    const auto compiled = compile(before + " and (trust > 1 or " + before + ")", ExpressionType::truth);
    if (!compiled.problems.empty()) {
      EXPECT_EQ(compiled.problems.front().message,
                "this expression is too long once its named conditions are written out");
      return;
    }
    EXPECT_LE(compiled.expression.program().size(), 2'000U);
    conditions.push_back({"c" + std::to_string(i), compiled.expression});
  }
  FAIL() << "forty doublings were accepted";
}

TEST_F(ExpressionTest, OnceFlagsCannotBeNamed) {
  Variable once = flag("once:hello");
  once.id.text = "hidden";
  once.origin = VariableOrigin::once;
  variables.push_back(once);
  EXPECT_EQ(problem_of("hidden").unknown_name, "hidden");
}

TEST_F(ExpressionTest, AnyBytesAreReadWithoutHarm) {
  std::uint64_t state = 7;
  constexpr std::string_view kPieces[] = {
      "trust", "asked", "rupture", "is", "not", "and",  "or",   "(", ")",   "-", "+", "*",   "/",
      "3",     "abs",   ",",       "<",  "==",  "none", "\xff", "é", "min", "0", " ", "true"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int piece = 0; piece < 12; ++piece) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      text += kPieces[(state >> 33) % std::size(kPieces)];
      text += (state >> 60) % 2 == 0 ? " " : "";
    }
    const auto wanted = round % 2 == 0 ? ExpressionType::truth : ExpressionType::number;
    const auto compiled = compile(text, wanted);
    if (compiled.problems.empty()) {
      const std::int32_t value = compiled.expression.evaluate(values);
      if (wanted == ExpressionType::truth) {
        EXPECT_TRUE(value == 0 || value == 1) << text;
        EXPECT_EQ(why_false(compiled.expression, variables, values).empty(), value == 1) << text;
      }
    } else {
      EXPECT_GE(compiled.problems.front().offset, 0);
      EXPECT_FALSE(compiled.problems.front().message.empty());
    }
  }
}

TEST_F(ExpressionTest, WhyFalseNamesTheSmallestParts) {
  using Parts = std::vector<std::string>;
  EXPECT_EQ(why("asked"), Parts{});
  EXPECT_EQ(why("trust >= 40 and asked"), Parts{"trust >= 40"});
  EXPECT_EQ(why("trust >= 40 and limits_explained"), (Parts{"trust >= 40", "limits_explained"}));
  EXPECT_EQ(why("trust >= 40 or limits_explained"), (Parts{"trust >= 40", "limits_explained"}));
  EXPECT_EQ(why("not asked"), Parts{"not asked"});
  EXPECT_EQ(why("not (asked or limits_explained)"), Parts{"not asked"});
  EXPECT_EQ(why("rupture is none"), Parts{"rupture is none"});
  EXPECT_EQ(why("rupture is not withdrawal"), Parts{"rupture is not withdrawal"});
  EXPECT_EQ(why("not out_of_window"), Parts{"not abs(arousal) > window"});
  EXPECT_EQ(why("asked is false"), Parts{"asked == false"});
  EXPECT_EQ(why("(trust + 1) * 2 < min(3, window)"), Parts{"(trust + 1) * 2 < min(3, window)"});
  EXPECT_EQ(why("10 - (trust - 3) > 5"), Parts{"10 - (trust - 3) > 5"});
  EXPECT_EQ(why("false"), Parts{"false"});
}

// A trainer reads such a part and may copy it: it has to be a condition, and the same one.
TEST_F(ExpressionTest, WhyFalseWritesWhatCanBeReadAgain) {
  for (const std::string_view text :
       {"trust <= 3", "trust > window * 2", "trust >= 40 - -5", "trust == 31", "trust != 30",
        "trust < -trust", "abs(arousal - 3) < 10", "max(trust, 7) - min(trust, window) > 50",
        "trust / 2 + window / 5 > 99", "-(trust + window) > 0", "trust - (window - (arousal - 1)) > 100",
        "100 - trust * (2 + window) > 0", "(asked and limits_explained) == true",
        "(not asked) == (trust > 3)", "asked != (trust > 3)", "asked == limits_explained",
        "rupture is confrontation", "rupture is not withdrawal", "(trust > 40) == asked"}) {
    const CompiledExpression written = compile(text, ExpressionType::truth);
    ASSERT_TRUE(written.problems.empty()) << text << ": " << written.problems.front().message;
    const std::vector<std::string> parts = why(text);
    ASSERT_EQ(parts.size(), 1U) << text;
    const CompiledExpression again = compile(parts[0], ExpressionType::truth);
    ASSERT_TRUE(again.problems.empty()) << parts[0] << ": " << again.problems.front().message;
    EXPECT_EQ(again.expression.program(), written.expression.program()) << text << " became " << parts[0];
  }
}

}  // namespace
}  // namespace steadfast
