"""Judges YAML files by JSON Schemas, all of them in one go: python3 validate.py LIST

LIST has a line for each file, with tabs: `schema FORM PATH` or `file FORM PATH`. For each `file`, in order, a
line says `accepted`, `refused: why` or `unreadable: why`, which is no YAML at all. What plain scalars mean is
the core schema of YAML 1.2, as for editors; ruamel.yaml's own reading still knows dates.
"""

import json
import re
import sys

import jsonschema
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)


class NoYaml(Exception):
    """Says why a text cannot be read."""


CORE = [
    (re.compile(r"(?:null|Null|NULL|~|)\Z"), lambda text: None),
    (re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]+\Z"), int),
    (re.compile(r"0o[0-7]+\Z"), lambda text: int(text[2:], 8)),
    (re.compile(r"0x[0-9a-fA-F]+\Z"), lambda text: int(text[2:], 16)),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"), float),
    (re.compile(r"[-+]?\.(?:inf|Inf|INF)\Z"), lambda text: float(text.replace(".", "", 1))),
    (re.compile(r"\.(?:nan|NaN|NAN)\Z"), lambda text: float("nan")),
]


def scalar(event):
    if not event.implicit[0]:
        return event.value
    for pattern, meaning in CORE:
        if pattern.match(event.value):
            return meaning(event.value)
    return event.value


def key_text(key):
    if key is None:
        return ""
    return json.dumps(key) if not isinstance(key, str) else key


def value_of(event, events, anchors):
    """The value that begins with the event; takes the rest of it from the events."""
    if isinstance(event, AliasEvent):
        if event.anchor not in anchors:
            raise NoYaml("an alias for nothing")
        return anchors[event.anchor]
    if isinstance(event, ScalarEvent):
        value = scalar(event)
    elif isinstance(event, SequenceStartEvent):
        value = []
        for item in events:
            if isinstance(item, SequenceEndEvent):
                break
            value.append(value_of(item, events, anchors))
    else:
        assert isinstance(event, MappingStartEvent)
        value = {}
        for first in events:
            if isinstance(first, MappingEndEvent):
                break
            key = key_text(value_of(first, events, anchors))
            if key in value:
                raise NoYaml(f"the key {key} is written twice")
            value[key] = value_of(next(events), events, anchors)
    if event.anchor:
        anchors[event.anchor] = value
    return value


def parsed(path):
    with open(path, "rb") as file:
        text = file.read().decode("utf-8")
    events = YAML(typ="safe").parse(text)
    documents = 0
    value = None
    for event in events:
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise NoYaml("several documents")
            value = value_of(next(events), events, {})
    return value


def pattern(validator, wanted, instance, schema):
    """As ECMAScript reads it, where `$` is the very end."""
    if validator.is_type(instance, "string") and not re.search(wanted.replace("$", r"\Z"), instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {wanted!r}")


Validator = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": pattern})


def one_line(text):
    return " ".join(str(text).split())


def judge(validator, path):
    try:
        value = parsed(path)
    except RecursionError:
        return "unreadable: nested too deeply"
    except (YAMLError, NoYaml, UnicodeDecodeError) as error:
        return f"unreadable: {one_line(error)}"
    for error in validator.iter_errors(value):
        place = "/".join(str(part) for part in error.absolute_path)
        return f"refused: {one_line(f'/{place} {error.message}')}"
    return "accepted"


def main(list_path):
    validators = {}
    with open(list_path, encoding="utf-8") as lines:
        for line in lines:
            what, form, path = line.rstrip("\n").split("\t")
            if what == "schema":
                with open(path, encoding="utf-8") as file:
                    schema = json.load(file)
                Validator.check_schema(schema)
                validators[form] = Validator(schema)
            elif what == "file":
                print(judge(validators[form], path))


main(sys.argv[1])
