#include "source_text.h"

#include <gtest/gtest.h>

#include <string_view>

namespace steadfast {
namespace {

TEST(SourceText, LinesComeWithoutTheirEnds) {
  const SourceText source{
      "\xEF\xBB\xBF"
      "one\r\n\ntwo\rs\nlast"};
  ASSERT_EQ(source.line_count(), 4);
  EXPECT_EQ(source.line(1), "one");
  EXPECT_EQ(source.line(2), "");
  EXPECT_EQ(source.line(3), "two\rs");
  EXPECT_EQ(source.line(4), "last");
  // Those that are not there: the nearest.
  EXPECT_EQ(source.line(0), "one");
  EXPECT_EQ(source.line(-7), "one");
  EXPECT_EQ(source.line(5), "last");
  EXPECT_EQ(SourceText{"ended\n"}.line(2), "");
  EXPECT_EQ(SourceText{""}.line(1), "");
}

TEST(SourceText, PlacesAreCountedInCharactersAndEndWithTheirLine) {
  const SourceText source{"café: née\nnext"};
  EXPECT_EQ(source.span(7, 4), (Span{1, 7, 3}));
  EXPECT_EQ(source.span(7, 100), (Span{1, 7, 3}));
  EXPECT_EQ(source.span(11, 1), (Span{1, 10, 1}));
  EXPECT_EQ(source.span(12, 2), (Span{2, 1, 2}));
  EXPECT_EQ(source.span(1000, 1), (Span{2, 5, 1}));
}

}  // namespace
}  // namespace steadfast
