#include <algorithm>
#include <vector>

#include "analysis_kinds.h"
#include "codes.h"
#include "steadfast/diagnostic.h"

namespace steadfast {

namespace {

std::vector<DiagnosticKind> reading_kinds() {
  return {
      {codes::kTooLarge, "file too large",
       "The file, or one of its lines, is larger than a scenario can sensibly be, so it is not read. Usually "
       "this "
       "is a picture, a log or another kind of file that was opened by mistake."},
      {codes::kUnreadableCharacter, "unreadable character",
       "The file holds bytes that are not text in UTF-8. This happens when a word processor or an older "
       "editor saves in another encoding: save it again and choose UTF-8."},
      {codes::kTabIndentation, "tab at the start of a line",
       "Lines are indented with spaces only, because a tab is not equally wide everywhere. Most editors can "
       "put spaces when the Tab key is pressed."},
      {codes::kSeveralDocuments, "more than one document",
       "A line of three dashes or three dots divides a file into several documents. One file holds one "
       "scenario: remove the line, or move the rest into a file of its own."},
      {codes::kAnchorAliasTag, "anchor, alias or tag",
       "A word that starts with `&`, `*` or `!` has a special meaning in YAML, and part of the text would be "
       "lost. Scenarios do not use it: if it belongs to the text, put the text in quotes."},
      {codes::kUnclosedQuote, "quote that does not close",
       "A text starts with a quotation mark, and the one that ends it is missing, so everything behind it "
       "would be read as part of the text."},
      {codes::kTextAfterHash, "text lost behind #",
       "Outside quotes, a space followed by `#` starts a comment, so the rest of the line would silently "
       "disappear from the text. Put the text in quotes, or the comment on a line of its own."},
      {codes::kLineWithoutColon, "line without a colon",
       "A line stands where a key and its value are expected, for example `title: A short walk`, but it has "
       "no colon. It may belong to the text above: then indent it further, or put that text in quotes."},
      {codes::kColonInText, "colon inside unquoted text",
       "A colon followed by a space means \"here comes a value\". When it is part of the text, the whole "
       "text "
       "needs quotes: `say: \"One thing: I will be here.\"`"},
      {codes::kSpecialFirstCharacter, "text that starts with a special character",
       "Some characters have a meaning of their own at the start of a text: `* & ! % @ [ { > | - ?` and the "
       "backquote. Put the text in quotes."},
      {codes::kNoSpaceAfterColon, "no space after the colon",
       "A key is followed by a colon and at least one space: `title: A short walk`."},
      {codes::kLinesDoNotLineUp, "lines that do not line up",
       "Lines that belong together start in the same column, and what belongs under a key is indented "
       "further than the key. One space too many or too few makes the line part of something else."},
      {codes::kTextAfterQuote, "text behind a closing quote",
       "The text starts with a quotation mark and is over where the next one stands, but the line goes on. "
       "Inside double quotes write `\\\"`, inside single quotes write two single quotes."},
      {codes::kUnknownEscape, "backslash that means nothing",
       "Inside double quotes a backslash starts a special character such as `\\n`. For a plain backslash "
       "write two of them, or use single quotes."},
      {codes::kUnreadableYaml, "unreadable YAML",
       "This place cannot be read. The cause is often a little above: a missing quotation mark, bracket or "
       "colon, or a line that is indented differently."},
      {codes::kDuplicateKey, "key written twice",
       "The same key stands twice in one place, and only one of the two values could count. Remove one of "
       "them, or give the second to the thing it belongs to."},
      {codes::kBadKey, "key that is not a word",
       "What stands before the colon is missing or is not one word, so it cannot be a key."},
      {codes::kTooDeep, "nested too deeply",
       "Things lie inside things inside things, more levels than any scenario needs. Usually brackets or "
       "dashes were repeated by mistake."},
      {codes::kEmptyFile, "empty file", "The file holds nothing but blank lines and comments."},
  };
}

std::vector<DiagnosticKind> schema_kinds() {
  return {
      {codes::kUnknownKey, "unknown key",
       "This key does not exist here. It may be misspelt, or belong one level further out or in. "
       "docs/scenario-format.md lists all keys."},
      {codes::kMissingKey, "missing key", "Something is left out that every thing of this sort must have."},
      {codes::kWrongType, "another sort of value",
       "The key exists, but its value is of another sort: for example a list where one text is expected, or "
       "a word where a whole number is."},
      {codes::kOutOfRange, "number out of range", "The number is smaller or larger than it may be here."},
      {codes::kUnknownWord, "word that is not in the list",
       "Only certain words may stand here, and this is none of them."},
      {codes::kBadId, "badly formed id",
       "Ids are written in small letters, digits and `-` or `_`, and start with a letter or a digit. Names "
       "of variables and flags start with a letter and have no `-`, because conditions read it as minus."},
      {codes::kMenteeAge, "age of the young person",
       "Every scenario says how old the young person is, and the age is between 14 and 17. This program "
       "does not portray younger children."},
      {codes::kMissingFeedback, "missing feedback",
       "Every choice, good or bad, tells the learner what was heard, why it matters and what to try. A "
       "choice without feedback teaches nothing."},
      {codes::kCriticalWithoutCode, "critical error without its code",
       "A critical choice names which safety error it is, `C1` to `C11`, because the debrief explains it."},
      {codes::kEmptyValue, "empty value", "The key is there, but nothing stands behind it."},
      {codes::kBadRating, "rating that cannot be read",
       "A rating is a level from 0 (harmful) to 4 (exemplary) and a few words that say why, for example "
       "`D2: 3 the limit and its reason`."},
      {codes::kBadDate, "date that cannot be read",
       "A date is written as year, month and day: `2024-05-31`."},
      {codes::kLostDash, "item without its dash",
       "Each item of a list begins with a dash and a space. Without them, what was meant as a new item reads "
       "as part of the one above."},
      {codes::kUnusualSpace, "space that is not a plain space",
       "Text copied from a word processor or a web page can bring spaces that look like any other and are "
       "read as letters, such as the no-break space. Where YAML needs a space, only the plain one counts: "
       "delete it and press the space bar."},
      {codes::kFixedCondition, "condition that never changes",
       "A condition is tried with every value that its variables can have. Here it comes out the same each "
       "time: what depends on it is never seen, or always. Often a number lies outside the variable's range, "
       "or two halves of the condition exclude each other."},
      {codes::kChangeTooLarge, "change beyond a variable's range",
       "A variable stays between its smallest and its largest value. A change that is larger than the way "
       "from "
       "one to the other, or that sets it outside, is most likely a slip in the number; so may be one of "
       "more "
       "than half of that way, which is a warning."},
      {codes::kVariantNeverFirst, "variant behind one that holds as well",
       "Of several variants the first whose condition holds is told. Whenever this one holds, an earlier one "
       "does, too, so nobody ever sees it. The more particular variant stands first."},
      {codes::kVariantWithoutChange, "variant that changes nothing",
       "A variant replaces what it names: `stage`, `lines`, `mood`, `pose` or `sign`. This one has a "
       "condition "
       "and nothing else, so the plain text is told as if it were not there."},
      {codes::kUnusedVariable, "variable without a use",
       "A variable or flag that nothing changes stays as it starts, and what asks for it always gets the "
       "same "
       "answer. One that nothing asks for either is most likely left over."},
  };
}

std::vector<DiagnosticKind> linking_kinds() {
  return {
      {codes::kUnknownTarget, "unknown node or ending",
       "The conversation is sent on to a node or an ending that does not exist in this file."},
      {codes::kUnknownChoice, "unknown choice",
       "A recorded play names a choice that does not exist. Plays stand at the end of the file and go by the "
       "ids of the choices: when an id changes, the play must follow it."},
      {codes::kUnknownDimension, "unknown dimension",
       "A rating or a recorded play names a dimension that the rubric does not have. `steadfast explain "
       "skills` lists those it has, with the levels 0 to 4."},
      {codes::kUnknownAct, "unknown act",
       "A choice is tagged with an act that the shared vocabulary, assets/acts.yaml, does not have. "
       "`steadfast explain acts` lists those it has, and `steadfast explain apologises` tells one."},
      {codes::kUnknownVariable, "unknown variable or flag",
       "A condition, a change or an omission names something that neither the mentee model nor this scenario "
       "declares, or that is of another sort."},
      {codes::kUnknownCriticalCode, "unknown critical code",
       "The rubric has no critical error with this code."},
      {codes::kUnknownSpeaker, "unknown speaker",
       "A line is spoken by somebody who is not listed under `people`. Perhaps it is one text with a colon "
       "in "
       "it: then put it in quotes."},
      {codes::kDuplicateId, "id used twice",
       "Two things of the same sort have the same id, so it would not be clear which of them is meant."},
      {codes::kFormerIdInUse, "former id in use",
       "`was` lists the ids that something used to have, so that saved plays find it. One of them is the id "
       "of "
       "something else today, or is claimed twice."},
      {codes::kIdIsNotFileName, "id is not the file's name",
       "The id of a scenario is the name of its file without `.yaml`. Rename the file or change the id."},
      {codes::kBadCondition, "condition that cannot be read",
       "A condition compares variables and flags, for example `trust >= 40 and not asked_for_details`. This "
       "one "
       "does not follow the rules."},
      {codes::kBadChange, "change that cannot be read",
       "A change says by how much: `+ 4`, `- 4` or `= 4`; a flag becomes `true` or `false`; a variable with "
       "named values becomes `= name`."},
      {codes::kCriticalRatedAboveOne, "critical error rated too well",
       "Everything that a critical choice rates is 0 or 1: warmth elsewhere cannot make up for a safety "
       "error."},
      {codes::kCriticalAndSerious, "both critical and serious",
       "A critical error is a gate of its own and cannot be repaired, so `serious` has no meaning beside "
       "it."},
      {codes::kReviewOfAnotherText, "review of another text",
       "This review was given for an earlier text of the scenario, the mentee model, the acts or the rubric. "
       "Until the same person signs the text of today, it does not count."},
      {codes::kSeveralWaysOn, "several ways on",
       "It is not clear how the conversation goes on, because more than one way is written here. A node has "
       "`choices`, or `next`, or `end`; a choice has `next` or `end`."},
      {codes::kUnknownPolicyKey, "unknown policy key",
       "A programme's policy answers a closed list of questions, which `assets/policy/default.yaml` holds. A "
       "scenario and a programme's own file can only speak of those."},
      {codes::kUnknownScene, "unknown scene",
       "`scene` names the folder in `assets/scenes` with the picture beside the conversation. There is no "
       "such folder, or its `scene.yaml` cannot be read. `steadfast explain scenes` lists those there are."},
      {codes::kSceneWithoutMentee, "scene without the young person",
       "The scene exists, but none of its people has the name of the young person in this scenario, so there "
       "would be nobody to see. `steadfast explain scenes` says whom each scene shows."},
      {codes::kIdOfAnotherFile, "id of another file",
       "Two files have the same id. What somebody answered is kept by id, so their records would mix. Each "
       "conversation needs an id of its own."},
      {codes::kTurnedRange, "range the wrong way round",
       "The upper end of a range is below its lower end, or a better band starts no higher than the one "
       "before it."},
      {codes::kBadStart, "start that does not fit",
       "A number starts inside its range, a variable with named values at one of them, and a flag as `true` "
       "or "
       "`false`."},
      {codes::kBadAnswer, "policy answer that does not fit",
       "Where a key of the policy has `values`, the answer names one of them in `value`; where it has none, "
       "the answer is in words alone, in `says`."},
  };
}

std::vector<DiagnosticKind> structure_kinds() {
  return {
      {codes::kUnreachableNode, "unreachable node",
       "No way through the conversation leads to this node, so nobody will ever see it."},
      {codes::kUnreachableEnding, "unreachable ending",
       "No way through the conversation leads to this ending, so nobody will ever see it."},
      {codes::kDeadEnd, "dead end",
       "The conversation stops here without an ending. Every node says `choices`, `next` or `end`, and every "
       "choice says `next` or `end`."},
      {codes::kChoiceFreeLoop, "loop without a choice",
       "These nodes lead to each other in a circle, and nobody is asked anything on the way, so the "
       "conversation would run for ever."},
      {codes::kChoicesCanRunOut, "choices that can run out",
       "Every choice here has a condition or can be used only once, so there may come a moment with nothing "
       "to "
       "choose. `otherwise` says where the conversation goes then."},
      {codes::kOtherwiseNeverUsed, "otherwise that is never used",
       "`otherwise` is followed only when no choice is open, but one of the choices here is always open."},
      {codes::kNoWayToAnEnding, "no way to an ending",
       "From here the conversation can only go round in circles: no ending can be reached any more."},
  };
}

std::vector<DiagnosticKind> use_kinds() {
  return {
      {codes::kOmissionMetByHarm, "omission met by a harmful answer",
       "An omission waits for a flag that shows that something needed was said. Only answers that are rated "
       "low "
       "or marked as errors set this flag, so a mentor who does everything right is told off. Most likely "
       "another flag is meant."},
      {codes::kOnceWithoutReturn, "once without a way back",
       "`once: true` keeps an answer from being said a second time. From where this one leads, nothing comes "
       "back to its node, so it is never asked for again anyway."},
      {codes::kMarkInText, "mark that people would see",
       "A text for people is shown as it is written. Here it begins with a sign that was most likely meant "
       "for "
       "the program, such as `->` for `>-`, or stands in quotation marks that are part of it, such as curly "
       "ones, or straight ones below a `>-`; or a line of speech begins with a stage direction in brackets."},
  };
}

std::vector<DiagnosticKind> care_kinds() {
  return {
      {codes::kBannedWord, "word that is not used",
       "Some words put the weight of exploitation on the young person, or show what no scene shows. They "
       "stand "
       "in assets/care-words.yaml, each with its reason and what to write instead, and people who know the "
       "subject look after that list."},
      {codes::kDiscouragedWord, "word with a better one",
       "The guide for authors has a kinder or clearer word for this. Where the word is meant as it stands, "
       "`care_exceptions` says so and why, and reviewers see it."},
      {codes::kExploiterInScene, "the exploiter in the scene",
       "Whoever exploited the young person is never seen or heard in a scene and has no name, face, voice, "
       "car "
       "or charm. They exist only in what the young person feels."},
      {codes::kYoungerChild, "a younger child",
       "Nobody who is portrayed here is younger than 14, and no text makes the young person younger than "
       "that, "
       "or older than they are."},
      {codes::kLooksDescribed, "looks described",
       "A young person is not described by body, clothes, make-up or beauty. What they do, say and care "
       "about "
       "tells more."},
      {codes::kSoundsLikeBlame, "words that may sound like blame",
       "Feedback says what happened for the young person, why it matters and what helps. It never tells a "
       "mentor off, because many caring people say the same; that is why they practise."},
      {codes::kPromisesTooMuch, "a promise nobody can keep",
       "No answer that counts as good promises secrecy, love, rescue, an outcome or that somebody will "
       "always "
       "be there. Young people who were exploited have heard such promises before."},
      {codes::kSafetyErrorWithoutCode, "safety error without its code",
       "The choice does something that is a safety error by what it means, but `critical` does not say "
       "which, or names another one. "
       "Without it the error would be averaged with the rest of the score."},
      {codes::kLongTurn, "long turn",
       "What one person says or what is told at once stays within 60 words, so that it reads like talk and "
       "somebody who reads slowly or in a second language can follow."},
      {codes::kHardToRead, "hard to read",
       "What is told around the conversation should read at about grade 8. The grade is that of Flesch and "
       "Kincaid: it grows with the words in a sentence and the syllables in a word. It is a hint, no "
       "judgement "
       "of the text."},
      {codes::kUnknownResource, "unknown resource",
       "`resources` names people to talk to by their ids in assets/resources.yaml, and there is none with "
       "this "
       "one."},
      {codes::kExceptionMade, "exception made",
       "The author says in `care_exceptions` that a word is meant as it stands, and why. It is listed so "
       "that "
       "reviewers see it; it needs no mending."},
      {codes::kExceptionWithoutEffect, "exception without effect",
       "An entry of `care_exceptions` covers nothing: the words do not stand there, or they break a hard "
       "rule, "
       "and hard rules have no exceptions."},
      {codes::kHarmfulThroughout, "harmful, and no gate",
       "Everything that this choice rates, or at least two skills, is 0, which the rubric calls harmful, but "
       "it "
       "is neither critical nor serious. If it touches somebody's safety, `critical` keeps it out of the "
       "average."},
      {codes::kSeriousRatedWell, "serious error rated well",
       "A serious error holds back the skills that it touches until it is repaired. An answer that does well "
       "in one of them is no serious error: either the mark or the rating is a slip."},
      {codes::kNoteOfOtherLength, "content note of another length",
       "The content note says how long the conversation takes, and `minutes` says something else."},
      {codes::kReviewMissing, "review missing",
       "A scenario is released when the programme, a licensed clinician and two survivor consultants have "
       "signed exactly its text. `steadfast check --release FILE` says which hash they sign."},
      {codes::kReviewExpired, "review expired",
       "A review counts for twelve months, because the field, the laws and the words change. The same text "
       "can "
       "be signed again."},
      {codes::kReviewDatedLater, "review of a later day",
       "The date of this review lies in the future, so it cannot have been given yet."},
      {codes::kBadPhrase, "phrase that cannot be read",
       "A phrase in the list of words does not follow its rules: words, `a/b` for one of two words, `…` for "
       "up "
       "to three words between, `|` for a mark, and groups such as `<exploiter>`."},
      {codes::kNoHelpOffered, "no way to ask for help",
       "In a heavy scenario at least one answer asks for help, steps out or calls the coordinator, so that "
       "those who need it can practise it too."},
      {codes::kNoteLeavesOut, "content note leaves something out",
       "The content note tells before the start what somebody may not want to meet today. Something like it "
       "stands in a text, and its tag is not in the note."},
      {codes::kOtherPronoun, "other pronouns than the texts",
       "`pronouns` says how the young person is spoken of, and the texts mostly use another pronoun. "
       "One of the two is a slip, or belongs to an earlier version."},
      {codes::kSaidTwice, "the same text twice",
       "Two answers of one moment have the same words. Then one of them cannot be told from the other, or "
       "was copied and not changed yet."},
      {codes::kSpeakerInWords, "a speaker's name in the words",
       "What is said stands without the name of who says it. The program shows the name beside it."},
  };
}

}  // namespace

const std::vector<DiagnosticKind>& diagnostic_kinds() {
  static const std::vector<DiagnosticKind> kinds = [] {
    std::vector<DiagnosticKind> all;
    for (const auto& group :
         {reading_kinds(), schema_kinds(), linking_kinds(), structure_kinds(), use_kinds(), care_kinds()}) {
      all.insert(all.end(), group.begin(), group.end());
    }
    all.insert(all.end(), kAnalysisKinds.begin(), kAnalysisKinds.end());
    std::sort(all.begin(), all.end(),
              [](const DiagnosticKind& a, const DiagnosticKind& b) { return a.code < b.code; });
    return all;
  }();
  return kinds;
}

}  // namespace steadfast
