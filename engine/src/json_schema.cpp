#include "steadfast/json_schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

#include "json_schema_values.h"
#include "json_text.h"
#include "schema.h"

namespace steadfast {

namespace {

constexpr std::array<FileForm, 10> kForms{{
    {"scenario", "A conversation to practise."},
    {"policy", "What a programme decides: `policy.yaml` in its data folder."},
    {"policy-default", "What scenarios take for granted: assets/policy/default.yaml."},
    {"rubric", "What is rated, and what is never averaged: assets/rubric.yaml."},
    {"mentee-model", "How a young person may respond: assets/mentee-model.yaml."},
    {"acts", "What mentors do: assets/acts.yaml."},
    {"scene", "The pictures of a place and its people: scene.yaml in a folder of assets/scenes."},
    {"grounding", "Short ways back to the present: assets/grounding.yaml."},
    {"resources", "People to talk to: assets/resources.yaml."},
    {"care-words", "The words that scenarios do without: assets/care-words.yaml."},
}};
constexpr std::array kSchemas{scenario_schema,     policy_schema,    policy_default_schema, rubric_schema,
                              mentee_model_schema, acts_schema,      scene_schema,          grounding_schema,
                              resources_schema,    care_words_schema};
static_assert(kForms.size() == kSchemas.size());

// --- What keys ask of each other --------------------------------------------------------------------

Json truths(std::string_view word) {
  Json ways = Json::list();
  ways.add(Json::literal(word)).add(Json::text(word));
  return Json::object_with("enum", std::move(ways));
}

// Describes objects in which the key is written and its value is as described.
Json is_written_as(std::string_view key, Json value) {
  Json object = Json::object_with("required", Json::strings({key}));
  object.add("properties", Json::object_with(key, std::move(value)));
  return object;
}

Json item_fact_of(const ItemFact& fact) {
  if (fact.claim == Claim::is_true) return is_written_as(fact.key, truths("true"));
  return Json::object_with("required", Json::strings({fact.key}));
}

// Objects of which the fact holds. Editors show `message` beside what is missing.
Json fact_of(const Fact& fact, const ObjectSchema& schema, const std::string& message) {
  const auto told = [&message](Json json) {
    if (!message.empty()) json.add("errorMessage", Json::text(message));
    return json;
  };
  switch (fact.claim) {
    case Claim::is_written:
      return told(Json::object_with("required", Json::strings({fact.key})));
    case Claim::is_true:
      return told(is_written_as(fact.key, told(truths("true"))));
    case Claim::has_items:
      return told(is_written_as(fact.key, told(Json::object_with("minItems", Json::number(1)))));
    case Claim::has_item_without: {
      Json facts = Json::list();
      for (const ItemFact& of_item : fact.without) facts.add(item_fact_of(of_item));
      Json some = Json::object_with("contains",
                                    Json::object_with("not", Json::object_with("anyOf", std::move(facts))));
      return told(is_written_as(fact.key, told(std::move(some))));
    }
    case Claim::rates_low: {
      Json low =
          Json::object_with("additionalProperties", told(Json::object_with("pattern", Json::text("^[01]"))));
      return Json::object_with("properties", Json::object_with(fact.key, std::move(low)));
    }
    case Claim::has_free_key: {
      Json keys = Json::list();
      for (const KeyRule& rule : schema.keys) keys.add(Json::text(rule.key));
      return told(Json::object_with(
          "not", Json::object_with("propertyNames", Json::object_with("enum", std::move(keys)))));
    }
  }
  return Json::object();
}

// Objects of which the fact does not hold.
Json contrary_of(const Fact& fact, const std::string& message) {
  Json contrary = Json::object();
  if (fact.claim == Claim::is_true) {
    Json other = truths("false");
    other.add("errorMessage", Json::text(message));
    contrary.add("properties", Json::object_with(fact.key, std::move(other)));
    return contrary;
  }
  assert(fact.claim == Claim::is_written);
  contrary.add("properties", Json::object_with(fact.key, Json::literal("false")));
  contrary.add("errorMessage", Json::text(message));
  return contrary;
}

Json one_or_many(Json many, std::string_view join) {
  return many.size() == 1 ? many.first() : Json::object_with(join, std::move(many));
}

Json bond_of(const Bond& bond, const ObjectSchema& schema) {
  const std::string message = fmt::format(
      "{}: {}", fmt::format(fmt::runtime(bond.message), fmt::format("this {}", schema.name)), bond.help);
  Json written = Json::list();
  Json where = Json::list();
  Json then = Json::list();
  for (const Fact& fact : bond.where) {
    if (bond.needs.empty() && fact.key == bond.at) {
      then.add(contrary_of(fact, message));
    } else if (fact.claim == Claim::is_written) {
      written.add(Json::text(fact.key));
    } else {
      where.add(fact_of(fact, schema, {}));
    }
  }
  if (written.size() > 0) where.add(Json::object_with("required", std::move(written)));
  for (const Fact& fact : bond.needs) then.add(fact_of(fact, schema, message));
  if (bond.where.empty()) return one_or_many(std::move(then), "anyOf");
  Json object = Json::object_with("if", one_or_many(std::move(where), "allOf"));
  object.add("then", one_or_many(std::move(then), "anyOf"));
  return object;
}

// --- Objects ----------------------------------------------------------------------------------------

Json object_of(const ObjectSchema& schema) {
  Json object = Json::object_with("type", Json::text("object"));
  Json properties = Json::object();
  Json required = Json::list();
  for (const KeyRule& rule : schema.keys) {
    properties.add(rule.key, value_of(rule));
    if (rule.need == Need::required) required.add(Json::text(rule.key));
  }
  object.add("properties", std::move(properties));
  object.add("additionalProperties",
             schema.others == nullptr ? Json::literal("false") : value_of(*schema.others));
  if (required.size() > 0) object.add("required", std::move(required));
  if (schema.bonds.empty()) return object;
  Json bonds = Json::list();
  for (const Bond& bond : schema.bonds) bonds.add(bond_of(bond, schema));
  object.add("allOf", std::move(bonds));
  return object;
}

// What an object refers to, each once, in the order in which it is met.
struct Parts {
  std::vector<const ObjectSchema*> objects;
  std::vector<ValueType> values;
};

template <class Thing>
bool add_once(std::vector<Thing>& things, Thing thing) {
  if (std::find(things.begin(), things.end(), thing) != things.end()) return false;
  things.push_back(thing);
  return true;
}

void collect_parts(const ObjectSchema& schema, Parts& parts) {
  for (const KeyRule& rule : schema.keys) {
    add_once(parts.values, rule.type);
    if (rule.object != nullptr && add_once(parts.objects, rule.object)) collect_parts(*rule.object, parts);
  }
  if (schema.others != nullptr) add_once(parts.values, schema.others->type);
}

Json definitions_of(const ObjectSchema& schema) {
  Parts parts;
  collect_parts(schema, parts);
  Json definitions = Json::object();
  for (const ObjectSchema* part : parts.objects) {
    definitions.add(definition_name(*part), object_of(*part));
  }
  for (const ValueType type : parts.values) {
    const std::string_view name = definition_name(type);
    if (!name.empty()) definitions.add(name, value_definition(type));
  }
  return definitions;
}

}  // namespace

std::span<const FileForm> file_forms() {
  return kForms;
}

std::string json_schema(std::string_view form) {
  const auto found = std::find_if(kForms.begin(), kForms.end(),
                                  [form](const FileForm& known) { return known.name == form; });
  assert(found != kForms.end());
  const ObjectSchema& schema = kSchemas[static_cast<std::size_t>(found - kForms.begin())]();
  Json root = Json::object_with("$schema", Json::text("http://json-schema.org/draft-07/schema#"));
  root.add("$comment", Json::text(fmt::format("Written by `steadfast schema {}`, not by hand.", form)));
  root.add("description", Json::text(found->about));
  root.add_keys_of(object_of(schema));
  root.add("definitions", definitions_of(schema));
  return root.print() + '\n';
}

}  // namespace steadfast
