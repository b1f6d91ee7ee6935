// A source on its way to being loaded: read as YAML and compared with its schema.
#pragma once

#include "problems.h"
#include "schema.h"
#include "source_text.h"
#include "steadfast/load.h"
#include "yaml_tree.h"

namespace steadfast {

// Stays where it is, because tree and texts point into it and into the source.
struct OpenSource {
  // Must hold: `source` outlives this.
  OpenSource(const Source& source, const ObjectSchema& schema);
  OpenSource(const OpenSource&) = delete;
  OpenSource& operator=(const OpenSource&) = delete;

  YamlNode root() const { return yaml.tree.root(); }

  Problems problems;
  SourceText text;
  YamlReading yaml;
  // False when places are left out: what refers to them would then be reported for nothing.
  bool can_be_linked = false;
};

}  // namespace steadfast
