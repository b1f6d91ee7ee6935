// The closed lists of words. An enum that is written in a file has its words here, in its order.
#pragma once

#include <array>
#include <string_view>

namespace steadfast {

inline constexpr std::array<std::string_view, 5> kPoseWords{"guarded", "withdrawn", "upset", "neutral",
                                                            "open"};
inline constexpr std::array<std::string_view, 8> kThemeWords{"boundaries", "consistency", "trauma-bonds",
                                                             "beginnings", "disclosure",  "strengths",
                                                             "connection", "closure"};
// In halves: 1, 2 and 4.
inline constexpr std::array<std::string_view, 3> kWeightWords{"0.5", "1", "2"};

// What people may want to know before they start; closed, so that every library names it the same way.
inline constexpr std::array<std::string_view, 9> kContentTagWords{
    "anger at mentor", "ambivalence about an exploiter", "running away", "family harm mentioned",
    "reporting",       "self-harm or suicide mention",   "goodbye",      "money or hunger",
    "mentor distress"};
inline constexpr std::array<std::string_view, 4> kReviewRoleWords{"programme", "clinician",
                                                                  "survivor-consultant", "culture"};
inline constexpr std::array<std::string_view, 3> kStatusWords{"ready to discuss", "practise again",
                                                              "needs debrief"};
inline constexpr std::array<std::string_view, 4> kBandWords{"strong", "growing", "practise again",
                                                            "not practised"};

// Whose a contact is: the programme's own, or that of a country.
inline constexpr std::array<std::string_view, 6> kLocaleWords{"programme", "US", "CA", "GB", "AU", "EU"};
inline constexpr std::array<std::string_view, 3> kAudienceWords{"youth", "adult", "mentor"};

// Words that conditions use themselves, so that nothing can be called so.
inline constexpr std::array<std::string_view, 9> kReservedWords{"or",    "and", "not", "is", "true",
                                                                "false", "abs", "min", "max"};

}  // namespace steadfast
