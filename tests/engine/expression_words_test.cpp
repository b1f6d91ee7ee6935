#include "steadfast/expression_words.h"

#include <gtest/gtest.h>

namespace steadfast {
namespace {

class ExpressionWordsTest : public testing::Test {
 protected:
  ExpressionWordsTest() {
    add("trust", VariableKind::number, "Expects this adult to come back.");
    add("window", VariableKind::number, "How much she can hold.");
    add("told", VariableKind::flag, "The mentor has told her. It counts once.");
    add("unexplained", VariableKind::flag, "");
    add("rupture", VariableKind::named, "An open tear.").value_names = {"none", "withdrawal"};
    Variable& policy = add("policy_food", VariableKind::named, "May a mentor pay for food?");
    policy.value_names = {"unset", "never"};
    policy.origin = VariableOrigin::policy;
    for (Variable& variable : variables_) variable.most = 100;
    conditions_.push_back({"in_rupture", compile("rupture is not none"), "There is an open tear."});
  }

  Variable& add(std::string id, VariableKind kind, std::string meaning) {
    Variable variable;
    variable.id.text = std::move(id);
    variable.kind = kind;
    variable.meaning = std::move(meaning);
    return variables_.emplace_back(std::move(variable));
  }

  ExpressionScope scope() const { return {variables_, conditions_}; }

  Expression compile(std::string_view text, ExpressionType type = ExpressionType::truth) const {
    const CompiledExpression compiled = compile_expression(text, type, scope());
    EXPECT_TRUE(compiled.problems.empty()) << text << ": " << compiled.problems.front().message;
    return compiled.expression;
  }

  std::string said(std::string_view text) const { return in_words(compile(text), scope()).text; }

  std::vector<Variable> variables_;
  std::vector<NamedCondition> conditions_;
};

TEST_F(ExpressionWordsTest, NumbersAreComparedInWords) {
  EXPECT_EQ(said("trust >= 40"), "trust is at least 40");
  EXPECT_EQ(said("trust<=40"), "trust is at most 40");
  EXPECT_EQ(said("trust < window"), "trust is below window");
  EXPECT_EQ(said("trust > -5"), "trust is above -5");
  EXPECT_EQ(said("trust == 7 and window is not 7"), "trust is 7 and window is not 7");
  EXPECT_EQ(said("trust != 7"), "trust is not 7");
}

TEST_F(ExpressionWordsTest, FlagsAndNamedConditionsAreToldByTheirMeaning) {
  EXPECT_EQ(said("told"), "“The mentor has told her”");
  EXPECT_EQ(said("not in_rupture"), "not “There is an open tear”");
  EXPECT_EQ(said("told is true"), "“The mentor has told her” is true");
  EXPECT_EQ(said("unexplained"), "unexplained") << "without a meaning the name is all there is";
}

TEST_F(ExpressionWordsTest, NamedValuesAndThePolicyAreNamed) {
  EXPECT_EQ(said("rupture is withdrawal"), "rupture is withdrawal");
  EXPECT_EQ(said("policy_food is not never"),
            "the program's answer to “May a mentor pay for food?” is not never");
}

TEST_F(ExpressionWordsTest, BracketsShowWhatBelongsTogether) {
  EXPECT_EQ(said("told or unexplained and trust > 4"),
            "“The mentor has told her” or (unexplained and trust is above 4)");
  EXPECT_EQ(said("unexplained and told or trust > 4 or window > 4"),
            "(unexplained and “The mentor has told her”) or trust is above 4 or window is above 4");
  EXPECT_EQ(said("(unexplained or trust > 4) and told"),
            "(unexplained or trust is above 4) and “The mentor has told her”");
  EXPECT_EQ(said("not trust > 4"), "not (trust is above 4)");
  EXPECT_EQ(said("not not told"), "not (not “The mentor has told her”)");
  EXPECT_EQ(said("not (told or unexplained)"), "not (“The mentor has told her” or unexplained)");
}

TEST_F(ExpressionWordsTest, CalculationsStayReadable) {
  EXPECT_EQ(said("abs(trust) > window"), "trust without its sign is above window");
  EXPECT_EQ(said("abs(trust - 50) > window"), "(trust - 50) without its sign is above window");
  EXPECT_EQ(said("min(trust, window + 2) > max(3, 4)"),
            "the smaller of trust and window + 2 is above the larger of 3 and 4");
  EXPECT_EQ(said("2 * (trust + window) / 3 > 4"), "2 * (trust + window) / 3 is above 4");
}

TEST_F(ExpressionWordsTest, TheNamesInItAreGivenOnceInOrder) {
  const ExpressionWords words =
      in_words(compile("trust > 4 and (in_rupture or rupture is none) and trust < 9"), scope());
  EXPECT_EQ(words.names, (std::vector<std::string>{"trust", "in_rupture", "rupture"}));
  EXPECT_EQ(in_words(Expression{}, scope()).text, "");
}

TEST_F(ExpressionWordsTest, ChangesSayWhatBecomesOfTheVariable) {
  const auto change = [this](std::string_view text, ChangeOperation operation, std::uint32_t variable) {
    return in_words(Change{{variable}, operation, compile(text, ExpressionType::number)}, scope());
  };
  EXPECT_EQ(change("4", ChangeOperation::add, 0), "trust + 4");
  EXPECT_EQ(change("- 4", ChangeOperation::add, 0), "trust - 4");
  EXPECT_EQ(change("-4", ChangeOperation::add, 0), "trust - 4");
  EXPECT_EQ(change("- window + 4", ChangeOperation::add, 0), "trust - (window + 4)");
  EXPECT_EQ(change("window / 2", ChangeOperation::add, 0), "trust + window / 2");
  EXPECT_EQ(change("0", ChangeOperation::set, 0), "trust becomes 0");
  const Expression yes("true", ExpressionType::truth, {{Expression::Instruction::Operation::push, 1}});
  EXPECT_EQ(in_words(Change{{2}, ChangeOperation::set, yes}, scope()), "told becomes true");
}

TEST_F(ExpressionWordsTest, AListOfChangesIsALineEach) {
  const Change gain{{0}, ChangeOperation::add, compile("4", ExpressionType::number)};
  const Change loss{{1}, ChangeOperation::add, compile("- 2", ExpressionType::number)};
  EXPECT_EQ(in_words({{{}, {gain, loss}}, {compile("in_rupture"), {loss}}}, scope()),
            (std::vector<std::string>{"trust + 4, window - 2", "when “There is an open tear”: window - 2"}));
}

TEST(FirstSentence, EndsBeforeItsStop) {
  EXPECT_EQ(first_sentence("One. Two."), "One");
  EXPECT_EQ(first_sentence("Only one."), "Only one");
  EXPECT_EQ(first_sentence("No stop"), "No stop");
  EXPECT_EQ(first_sentence(""), "");
}

}  // namespace
}  // namespace steadfast
