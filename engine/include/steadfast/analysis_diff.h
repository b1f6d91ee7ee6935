// What an edit changed for those who play: the analyses of a scenario before and after it, side by side.
//
// Nodes, choices and endings are the same ones when their ids agree, or when the new file says `was:`. What
// cannot be known of a file, because it was looked at in part only, is empty, never guessed. Everything holds
// for the policy that the scenarios were loaded with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "steadfast/analysis.h"

namespace steadfast {

// Of the old file and of the new one.
template <class Value>
struct BeforeAndNow {
  Value before{};
  Value now{};
  bool is_changed() const { return !(before == now); }
  friend bool operator==(const BeforeAndNow&, const BeforeAndNow&) = default;
};

// A node, a choice or an ending. An empty id: not there.
struct ThingDiff {
  BeforeAndNow<std::string> id;
  BeforeAndNow<std::optional<bool>> reached;   // by some play; empty when not there or not known
  BeforeAndNow<std::optional<double>> likely;  // of endings: when each open choice is equally likely
  bool is_new() const { return id.before.empty(); }
  bool is_gone() const { return id.now.empty(); }
  bool is_renamed() const { return !is_new() && !is_gone() && id.is_changed(); }
  bool is_lost() const { return reached.before == true && reached.now == false; }  // can no longer be reached
  bool is_found() const { return reached.before == false && reached.now == true; }
};

// `dimension` is its id; empty for all together. A ledger without spread is not practised.
struct RangeDiff {
  std::string dimension;
  BeforeAndNow<std::optional<Range>> range;
};

struct RatingDiff {
  std::string dimension;
  BeforeAndNow<std::optional<int>> level;  // empty: left blank
};

// Something that decides what a choice does or is worth, as the author wrote it; empty: not written.
struct RuleDiff {
  std::string what;  // "leads to", "when", "weight of its node" …
  BeforeAndNow<std::string> text;
};

// Of a choice that both files have.
struct ChoiceDiff {
  BeforeAndNow<std::string> id;
  std::vector<RatingDiff> ratings;
  std::vector<RuleDiff> rules;
};

struct BotDiff {
  Bot bot = Bot::first;
  BeforeAndNow<bool> passes;
  BeforeAndNow<std::optional<Status>> status;  // of the random one: empty
};

// The same problem is in both files when its message is, numbers and renaming left aside, or else when each
// file has one problem of its kind about the same node, choice or ending.
struct FindingsDiff {
  std::vector<Diagnostic> fresh;
  std::vector<Diagnostic> resolved;
  std::vector<BeforeAndNow<std::string>> reworded;  // messages: still there, with other particulars
  // Told of one file only, because the other one could not be looked at for it.
  std::vector<Diagnostic> not_looked_for_before;
  std::vector<Diagnostic> not_looked_for_now;

  bool is_nothing() const { return fresh.empty() && resolved.empty() && reworded.empty(); }
};

// Where a recorded play leaves the way that it was recorded on.
struct Divergence {
  std::uint32_t decision =
      0;               // 0-based; one past the last choice: the conversation goes on instead of ending
  std::string choice;  // the id that was recorded there; empty past the last
  std::string place;   // the node or, once ended, the ending of the new file where the play is then
  std::string why;     // a sentence without its stop: "at `second` no choice is called `thursday`"
};

// What a complete play came to; `status` is empty when its file cannot be scored.
struct PlayResult {
  std::string ending;
  std::optional<Status> status;
  friend bool operator==(const PlayResult&, const PlayResult&) = default;
};

// Of a recorded play of the old file.
struct PlayDiff {
  enum class Record { same, changed, gone };  // its choices in the new file, by the play's id
  std::string id;
  std::optional<Divergence> divergence;
  BeforeAndNow<std::optional<PlayResult>> result;  // empty when it does not reach an end
  bool ends_elsewhere = false;                     // in another ending, renaming left aside
  std::vector<std::string> broken;  // what the old file rightly expected of it and no longer holds
  Record record = Record::same;

  bool is_changed() const {
    return divergence || ends_elsewhere || !broken.empty() ||
           (result.before && result.now && result.before->status && result.now->status &&
            result.before->status != result.now->status);
  }
};

struct AnalysisDiff {
  BeforeAndNow<std::string> scenario;  // ids
  BeforeAndNow<Outlook::Kind> kind;
  BeforeAndNow<bool> is_complete;
  bool is_exact() const { return kind.before == Outlook::Kind::exact && kind.now == Outlook::Kind::exact; }

  BeforeAndNow<std::optional<double>> plays;  // how many there are
  BeforeAndNow<std::optional<double>> chance_level;
  BeforeAndNow<std::optional<double>> ready_by_chance;
  BeforeAndNow<bool> ready_is_estimated;
  // Each list holds what is different, and nothing else.
  std::vector<RangeDiff> ranges;
  std::vector<BotDiff> bots;
  std::vector<ThingDiff> endings;
  std::vector<ThingDiff> nodes;
  std::vector<ThingDiff> choices;
  std::vector<ChoiceDiff> changed_choices;
  FindingsDiff findings;
  std::vector<PlayDiff> recorded_plays;
  std::uint32_t recorded_plays_before = 0;
  std::uint32_t recorded_plays_broken_before = 0;  // not possible in the old file itself, so not compared

  // Nothing that somebody who plays could notice in what can be done and what it is worth.
  bool is_nothing() const;
};

// Must hold: the analyses are of these scenarios, and none was stopped by its watch.
AnalysisDiff diff(const Scenario& old, const Analysis& before, const Scenario& now, const Analysis& after);

}  // namespace steadfast
