// The numbers of the problems that loading finds; those of plays and analysis are in analysis_kinds.h.
// A number is never used again for something else; what each means in words is in
// diagnostic_kinds.cpp, and tests/data/broken has an example of each.
#pragma once

#include "steadfast/diagnostic.h"

namespace steadfast::codes {

// --- Reading the file ---
inline constexpr Code kTooLarge{1};
inline constexpr Code kUnreadableCharacter{2};
inline constexpr Code kTabIndentation{3};
inline constexpr Code kSeveralDocuments{4};
inline constexpr Code kAnchorAliasTag{5};
inline constexpr Code kUnclosedQuote{6};
inline constexpr Code kTextAfterHash{7};
inline constexpr Code kLineWithoutColon{8};
inline constexpr Code kColonInText{9};
inline constexpr Code kSpecialFirstCharacter{10};
inline constexpr Code kNoSpaceAfterColon{11};
inline constexpr Code kLinesDoNotLineUp{12};
inline constexpr Code kTextAfterQuote{13};
inline constexpr Code kUnknownEscape{14};
inline constexpr Code kUnreadableYaml{15};
inline constexpr Code kDuplicateKey{16};
inline constexpr Code kBadKey{17};
inline constexpr Code kTooDeep{18};
inline constexpr Code kEmptyFile{19};

// --- What each key may hold ---
inline constexpr Code kUnknownKey{20};
inline constexpr Code kMissingKey{21};
inline constexpr Code kWrongType{22};
inline constexpr Code kOutOfRange{23};
inline constexpr Code kUnknownWord{24};
inline constexpr Code kBadId{25};
inline constexpr Code kMenteeAge{26};
inline constexpr Code kMissingFeedback{27};
inline constexpr Code kCriticalWithoutCode{28};
inline constexpr Code kEmptyValue{29};
inline constexpr Code kBadRating{30};
inline constexpr Code kBadDate{31};

// --- Reading the file, continued ---
inline constexpr Code kLostDash{32};
inline constexpr Code kUnusualSpace{33};

// --- Variables and conditions ---
inline constexpr Code kFixedCondition{34};
inline constexpr Code kChangeTooLarge{35};
inline constexpr Code kUnusedVariable{36};
inline constexpr Code kVariantNeverFirst{37};
inline constexpr Code kVariantWithoutChange{38};

// --- Names and what they refer to ---
inline constexpr Code kUnknownTarget{40};
inline constexpr Code kUnknownChoice{41};
inline constexpr Code kUnknownDimension{42};
inline constexpr Code kUnknownAct{43};
inline constexpr Code kUnknownVariable{44};
inline constexpr Code kUnknownCriticalCode{45};
inline constexpr Code kUnknownSpeaker{46};
inline constexpr Code kDuplicateId{47};
inline constexpr Code kFormerIdInUse{48};
inline constexpr Code kIdIsNotFileName{49};
inline constexpr Code kBadCondition{50};
inline constexpr Code kBadChange{51};
inline constexpr Code kCriticalRatedAboveOne{52};
inline constexpr Code kCriticalAndSerious{53};
inline constexpr Code kReviewOfAnotherText{54};
inline constexpr Code kSeveralWaysOn{55};
inline constexpr Code kUnknownPolicyKey{56};
// Seen only beside the other files; `check` of the command line reports them.
inline constexpr Code kUnknownScene{57};
inline constexpr Code kSceneWithoutMentee{58};
inline constexpr Code kIdOfAnotherFile{59};

// --- The shape of the conversation ---
inline constexpr Code kUnreachableNode{60};
inline constexpr Code kUnreachableEnding{61};
inline constexpr Code kDeadEnd{62};
inline constexpr Code kChoiceFreeLoop{63};
inline constexpr Code kChoicesCanRunOut{64};
inline constexpr Code kOtherwiseNeverUsed{65};
inline constexpr Code kNoWayToAnEnding{66};

// --- Names and what they refer to, continued ---
inline constexpr Code kTurnedRange{67};
inline constexpr Code kBadStart{68};
inline constexpr Code kBadAnswer{69};

// --- What the guide for authors asks ---
inline constexpr Code kSeriousRatedWell{39};
inline constexpr Code kBannedWord{70};
inline constexpr Code kDiscouragedWord{71};
inline constexpr Code kExploiterInScene{72};
inline constexpr Code kYoungerChild{73};
inline constexpr Code kLooksDescribed{74};
inline constexpr Code kSoundsLikeBlame{75};
inline constexpr Code kPromisesTooMuch{76};
inline constexpr Code kSafetyErrorWithoutCode{77};
inline constexpr Code kLongTurn{78};
inline constexpr Code kHardToRead{79};
inline constexpr Code kUnknownResource{80};
inline constexpr Code kExceptionMade{81};
inline constexpr Code kExceptionWithoutEffect{82};
inline constexpr Code kHarmfulThroughout{83};
inline constexpr Code kNoteOfOtherLength{84};
inline constexpr Code kReviewMissing{85};
inline constexpr Code kReviewExpired{86};
inline constexpr Code kReviewDatedLater{87};
inline constexpr Code kBadPhrase{88};
inline constexpr Code kNoHelpOffered{89};
inline constexpr Code kNoteLeavesOut{130};
inline constexpr Code kOtherPronoun{131};
inline constexpr Code kSaidTwice{132};
inline constexpr Code kSpeakerInWords{133};

// --- What has no use or the wrong one; the numbers below 100 are used up ---
inline constexpr Code kOmissionMetByHarm{200};
inline constexpr Code kOnceWithoutReturn{201};

// --- What each key may hold, continued ---
inline constexpr Code kMarkInText{202};

}  // namespace steadfast::codes
