#include "yaml_tree.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <memory>
#include <string>

#include "codes.h"
#include "support/load_files.h"

namespace steadfast {
namespace {

// A source with its tree, kept together because the tree points into the text.
struct Read {
  explicit Read(std::string written)
      : text(std::move(written)), source(text), reading(read_yaml(source, problems)) {}

  YamlNode root() const { return reading.tree.root(); }

  std::string text;
  SourceText source;
  Problems problems{"test.yaml"};
  YamlReading reading;
};

TEST(YamlTree, KeepsTextAsItIsWritten) {
  const Read read{"a: 017\nb: yes\nc: null\nd: ~\ne: 1.50\nf: \"\"\ng: 'it''s'\n"};
  EXPECT_EQ(read.problems.error_count(), 0U);
  EXPECT_EQ(read.root().find("a").text(), "017");
  EXPECT_EQ(read.root().find("b").text(), "yes");
  EXPECT_EQ(read.root().find("c").text(), "null");
  EXPECT_EQ(read.root().find("d").text(), "~");
  EXPECT_EQ(read.root().find("e").text(), "1.50");
  EXPECT_TRUE(read.root().find("f").is_text());
  EXPECT_EQ(read.root().find("g").text(), "it's");
}

TEST(YamlTree, CountsColumnsInCharacters) {
  const Read read{"é: \"ü x\"\nnaïve: çà\nlist:\n  - 日本\n"};
  EXPECT_EQ(read.root().find("é").where(), (Span{1, 4, 5}));
  EXPECT_EQ(read.root().find("naïve").where(), (Span{2, 8, 2}));
  EXPECT_EQ((*read.root().find("list").items().begin()).where(), (Span{4, 5, 2}));
}

TEST(YamlTree, PutsEmptyValuesBehindTheirKeyOrDash) {
  const Read read{"a:\nb:   # later\nc:\n  -\n\n  - # nothing\n  - x\n  -\nlast:"};
  EXPECT_EQ(read.problems.error_count(), 0U);
  EXPECT_EQ(read.root().find("a").where(), (Span{1, 2, 1}));
  EXPECT_EQ(read.root().find("b").where(), (Span{2, 2, 1}));
  std::vector<Span> places;
  for (const YamlNode item : read.root().find("c").items()) places.push_back(item.where());
  EXPECT_EQ(places, (std::vector<Span>{{4, 3, 1}, {6, 3, 1}, {7, 5, 1}, {8, 3, 1}}));
  EXPECT_EQ(read.root().find("last").kind(), YamlKind::empty);
  EXPECT_EQ(read.root().find("last").where(), (Span{9, 5, 1}));
}

// The parser tells of an empty value where the next key stands, and that may begin as its words for nothing
// do.
TEST(YamlTree, AKeyBehindAnEmptyValueIsNoWordForNothing) {
  const Read read{"a:\nnullify: x\nc: null\n"};
  EXPECT_EQ(read.problems.error_count(), 0U);
  EXPECT_EQ(read.root().find("a").kind(), YamlKind::empty);
  EXPECT_EQ(read.root().find("nullify").text(), "x");
  EXPECT_EQ(read.root().find("c").text(), "null");
}

TEST(YamlTree, FindsPlacesBehindEscapes) {
  const Read read{"a: \"\\u00e9\\U0001F600\\x41 \\\n  two\\tthree \\\"four\\\"\"\n"};
  const YamlNode text = read.root().find("a");
  ASSERT_EQ(text.text(), "\u00e9\U0001F600A two\tthree \"four\"");
  EXPECT_EQ(text.where_in(0, 1), (Span{1, 5, 6}));
  EXPECT_EQ(text.where_in(1, 1), (Span{1, 11, 10}));
  EXPECT_EQ(text.where_in(2, 1), (Span{1, 21, 4}));
  EXPECT_EQ(text.where_in(4, 3), (Span{2, 3, 3}));
  EXPECT_EQ(text.where_in(8, 5), (Span{2, 8, 5}));
  EXPECT_EQ(text.where_in(15, 4), (Span{2, 16, 4}));
}

TEST(YamlTree, ReadsWindowsLineEndsAndAByteOrderMark) {
  const Read read{
      "\xEF\xBB\xBF"
      "a: b\r\nc:\r\n  - d\r\n  - >-\r\n    e\r\n    f\r\n"};
  EXPECT_EQ(read.problems.error_count(), 0U);
  EXPECT_EQ(read.root().find("a").text(), "b");
  EXPECT_EQ(read.root().find("a").where(), (Span{1, 4, 1}));
  auto item = read.root().find("c").items().begin();
  EXPECT_EQ((*item).where(), (Span{3, 5, 1}));
  ++item;
  EXPECT_EQ((*item).text(), "e f");
}

TEST(YamlTree, SaysThatLineEndsOfOldComputersCannotBeRead) {
  const Read read{"id: a-walk\rtitle: A walk\r"};
  ASSERT_EQ(read.problems.all().size(), 1U);
  EXPECT_EQ(read.problems.all()[0].code, codes::kUnreadableCharacter);
  EXPECT_NE(read.problems.all()[0].help.find("line ends of Unix (LF)"), std::string::npos);
}

TEST(YamlTree, SeesWhereACommentCutsATextOff) {
  const Read read{"a: I'm #1 today\nb: \"I'm #1\" # really\nc: a#b\nd:\n  some\n  text # here\n"};
  EXPECT_EQ(read.root().find("a").text(), "I'm");
  EXPECT_TRUE(read.root().find("a").comment_follows());
  EXPECT_FALSE(read.root().find("b").comment_follows());
  EXPECT_EQ(read.root().find("b").text(), "I'm #1");
  EXPECT_EQ(read.root().find("c").text(), "a#b");
  EXPECT_FALSE(read.root().find("c").comment_follows());
  EXPECT_EQ(read.root().find("d").text(), "some text");
  EXPECT_TRUE(read.root().find("d").comment_follows());
}

TEST(YamlTree, FindsPlacesInsideTexts) {
  const Read read{
      "plain: one twö three\n"
      "quoted: \"a \\x74wo\\n é three\"\n"
      "single: 'it''s three'\n"
      "folded: >-\n"
      "  one two\n"
      "  thrée four\n"
      "lines:\n"
      "  one\n"
      "  two three\n"};
  const auto place = [&read](std::string_view key, std::string_view word) {
    const std::string_view text = read.root().find(key).text();
    const auto before = text.substr(0, text.find(word));
    const auto is_start = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return read.root().find(key).where_in(
        static_cast<int>(std::count_if(before.begin(), before.end(), is_start)),
        static_cast<int>(std::count_if(word.begin(), word.end(), is_start)));
  };
  EXPECT_EQ(place("plain", "three"), (Span{1, 16, 5}));
  EXPECT_EQ(place("quoted", "two"), (Span{2, 12, 6}));
  EXPECT_EQ(place("quoted", "three"), (Span{2, 23, 5}));
  EXPECT_EQ(place("single", "three"), (Span{3, 16, 5}));
  EXPECT_EQ(place("folded", "two"), (Span{5, 7, 3}));
  EXPECT_EQ(place("folded", "thrée"), (Span{6, 3, 5}));
  EXPECT_EQ(place("lines", "three"), (Span{9, 7, 5}));
}

TEST(YamlTree, GoesOnBehindALineItCannotRead) {
  const Read read{"a: x: y\nb: @z\nc: fine\nd: 'it's'\n"};
  EXPECT_EQ(read.problems.error_count(), 3U);
  EXPECT_EQ(read.reading.completeness, Completeness::values_left_out);
  EXPECT_EQ(read.root().find("c").text(), "fine");
  EXPECT_FALSE(read.root().find("c").is_spoilt());
  EXPECT_TRUE(read.root().find("a").is_spoilt());
}

TEST(YamlTree, KnowsWhenANameIsCovered) {
  const Read read{"nodes:\n  - id: a: b\n    say: fine\n"};
  EXPECT_EQ(read.problems.error_count(), 1U);
  EXPECT_EQ(read.reading.completeness, Completeness::places_left_out);
}

TEST(YamlTree, ReadsOnAsIfALostDashWereThere) {
  const Read read{"nodes:\n  - id: a\n    say: one\n    id: b\n    say: two\n"};
  EXPECT_EQ(read.problems.error_count(), 1U) << "and not one for each key of the lost item";
  EXPECT_EQ(read.reading.completeness, Completeness::whole);
  ASSERT_EQ(read.root().find("nodes").items().size(), 2U);
}

TEST(YamlTree, ReadsOnAsIfASpaceThatOnlyLooksLikeOneWerePlain) {
  const Read read{
      "a:\u00A0one\n\"b\": \u00A0\"two\"\nc: three\u00A0\nd: fo\u00A0ur\ne: of two words\u00A0\n"};
  EXPECT_EQ(read.problems.error_count(), 3U) << "inside of a text it is a letter like any other";
  EXPECT_EQ(read.root().find("a").text(), "one");
  EXPECT_EQ(read.root().find("b").text(), "two");
  EXPECT_EQ(read.root().find("c").text(), "three");
  EXPECT_EQ(read.root().find("d").text(), "fo\u00A0ur");
}

TEST(YamlTree, ReadsOnAsIfADashOfAWordProcessorWereOne) {
  const Read read{"nodes:\n  - id: a\n    say: one\n  \u2013 id: \"b\n      c\"\n    say: two\n"};
  EXPECT_EQ(read.problems.error_count(), 1U);
  EXPECT_EQ(read.reading.completeness, Completeness::whole);
  ASSERT_EQ(read.root().find("nodes").items().size(), 2U);
  const YamlNode second = *++read.root().find("nodes").items().begin();
  EXPECT_EQ(second.find("id").text(), "b c") << "the key moved, and its words came along";
  EXPECT_EQ(second.find("say").text(), "two");
}

TEST(YamlTree, ReadsOnAsIfADashHadItsSpace) {
  const Read read{"nodes:\n  - id: a\n    say: one\n  -id: bee\n    say: two\n"};
  EXPECT_EQ(read.problems.error_count(), 1U);
  EXPECT_EQ(read.reading.completeness, Completeness::places_left_out) << "the space takes a letter of the id";
  ASSERT_EQ(read.root().find("nodes").items().size(), 2U);
  const YamlNode second = *++read.root().find("nodes").items().begin();
  EXPECT_TRUE(second.find("id").is_spoilt());
  EXPECT_EQ(second.find("say").text(), "two");
}

TEST(YamlTree, AnOddSpaceBehindADashIsToldAlone) {
  const Read read{"a:\n  -\u00A0id: one\n    say: two\n"};
  EXPECT_EQ(read.problems.error_count(), 1U) << "what would line up with it cannot be told";
  EXPECT_EQ(read.reading.completeness, Completeness::stopped);
}

TEST(YamlTree, OddSpacesInFoldedTextAreLetters) {
  const Read read{"role: >-\n  Remember:\u00A0you are there.\n  -\u00A0Always.\nnext: x\n"};
  EXPECT_EQ(read.problems.error_count(), 0U);
}

// An item whose first key is not on the line of its dash, or not in lines at all.
TEST(YamlTree, AFirstKeyThatIsWrittenTwiceIsToldHoweverTheItemIsWritten) {
  for (const char* text : {"a:\n  -\n    id: one\n    say: two\n    x: y\n    id: three\n",
                           "a:\n  - # first\n    id: one\n    say: two\n    x: y\n    id: three\n",
                           "a:\n  - {id: one, say: two, x: y, id: three}\n",
                           "a: [{id: one, say: two,\n     x: y, id: three}]\n"}) {
    const Read read{text};
    ASSERT_EQ(read.problems.error_count(), 1U) << text;
    EXPECT_EQ(read.problems.all().front().code, codes::kDuplicateKey) << text;
    EXPECT_EQ(read.root().find("a").items().size(), 1U) << text;
  }
}

TEST(YamlTree, ReadsOnAsIfTheFirstItemHadItsDash) {
  const Read read{"nodes:\n    id: a\n    say: one\n  - id: b\n    say: two\n"};
  ASSERT_EQ(read.problems.error_count(), 1U);
  EXPECT_EQ(read.problems.all().front().where.line, 2);
  EXPECT_EQ(read.problems.all().front().code, codes::kLostDash);
  EXPECT_EQ(read.root().find("nodes").items().size(), 2U);
}

TEST(YamlTree, KeepsWhatStandsBeforeAStop) {
  const Read read{"a: fine\nb:\n  c: d\n e: f\n"};
  EXPECT_EQ(read.reading.completeness, Completeness::stopped);
  EXPECT_EQ(read.problems.error_count(), 1U);
  EXPECT_EQ(read.root().find("a").text(), "fine");
  EXPECT_EQ(read.root().find("b").find("c").text(), "d");
}

// How many things are met on a walk through all of it.
std::size_t things_in(YamlNode node) {
  std::size_t things = 1;
  for (const YamlNode item : node.items()) things += things_in(item);
  for (const YamlEntry entry : node.entries()) things += things_in(entry.key) + things_in(entry.value);
  return things;
}

TEST(YamlTree, KeysHaveValuesWhateverStopsTheParser) {
  for (const std::string stop : {"- a: \"open\n", "- a: 1\n  b: 2\n  c: 3\n  a: 4\n"}) {
    std::string text;
    for (int time = 0; time < 30; ++time) text += stop;
    const Read read{text};
    EXPECT_EQ(read.reading.completeness, Completeness::stopped) << "after so many stops";
    EXPECT_EQ(things_in(read.root()), read.reading.tree.size()) << stop;
  }
}

TEST(YamlTree, FindsDuplicatesAmongManyKeys) {
  std::string text;
  for (int key = 0; key < 200; ++key) text += "key" + std::to_string(key) + ": x\n";
  text += "key3: again\nkey150: again\n";
  const Read read{text};
  ASSERT_EQ(read.problems.all().size(), 2U);
  EXPECT_EQ(read.problems.all()[0].where, (Span{201, 1, 4}));
  EXPECT_EQ(read.problems.all()[0].notes[0].where, (Span{4, 1, 4}));
  EXPECT_EQ(read.problems.all()[1].notes[0].where, (Span{151, 1, 6}));
}

TEST(YamlTree, CostsAboutAsMuchMemoryAsItsSource) {
  std::string text = "nodes:\n";
  for (int node = 0; node < 2000; ++node) {
    text += "  - id: node-" + std::to_string(node) +
            "\n    stage: Kiara drops her bag on the chair beside you.\n" +
            "    lines:\n      - \"Can I borrow ten dollars? I'll pay you back Friday.\"\n";
  }
  const Read read{text};
  EXPECT_EQ(read.problems.error_count(), 0U);
  EXPECT_LE(read.reading.tree.memory(), 2 * text.size());
}

}  // namespace
}  // namespace steadfast
