// A conversation in plain lines: what happens, what is said, what can be answered, what the coach says.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/talk.h"
#include "steadfast/date.h"
#include "steadfast/scenario.h"
#include "steadfast/score.h"
#include "steadfast/session.h"

namespace steadfast::cli {

// The day on this computer's calendar; empty when the clock cannot say.
std::optional<Date> local_day(std::int64_t unix_milliseconds);

// Who she is, where you are, your role, what it contains, how long it takes.
void tell_brief(Talk& talk, const Scenario& scenario, std::optional<Date> today);

// The part of a step before its first NodeEntered or EndingReached: the mentor's words and the reply.
void tell_answer(Talk& talk, const Scenario& scenario, const std::vector<Event>& events);
// The part after it.
void tell_what_follows(Talk& talk, const Scenario& scenario, const std::vector<Event>& events);

// The open choices in the order shown: number n is element n - 1.
std::vector<ChoiceIndex> choices_as_shown(const Scenario& scenario, const Play& play);
void tell_choices(Talk& talk, const Scenario& scenario, const Play& play);

// What the coach says about an answer.
void tell_feedback(Talk& talk, const Scenario& scenario, const Choice& choice);
// Its three parts: heard, why, what helps.
void tell_coach(Talk& talk, const Scenario& scenario, const Feedback& feedback);

std::string_view word(Helpfulness helpfulness);  // "helped"
std::string capitalised(std::string_view text);  // the first letter, ASCII only

// "12 plays"; the number grows so fast that not every one can be written.
std::string how_many_plays(double plays);

// "2025-11-23" where the computer is.
std::string local_date(std::int64_t unix_milliseconds);

}  // namespace steadfast::cli
