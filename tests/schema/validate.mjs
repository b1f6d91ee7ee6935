// Judges YAML files by JSON Schemas, all of them in one go: node validate.mjs MODULES LIST
//
// MODULES is the folder in which `npm ci` put what package.json names. LIST has a line for each file, with
// tabs: `schema FORM PATH` or `file FORM PATH`. For each `file`, in order, a line says `accepted`,
// `refused: why` or `unreadable: why`, which is no YAML at all.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [modules, list] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "validate.mjs"));
const Ajv = require("ajv");
const YAML = require("yaml");

// `required` and `properties` beside no `type` are no mistake: they speak of objects that are described elsewhere.
const ajv = new Ajv({ strictSchema: true, strictTypes: false });
ajv.addVocabulary(["errorMessage"]);

const validators = new Map();
const oneLine = (text) => String(text).replaceAll(/\s+/g, " ").trim();

function parsed(bytes) {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  const documents = YAML.parseAllDocuments(text, { version: "1.2", logLevel: "silent", prettyErrors: false });
  if (documents.length === 0) return null;
  if (documents.length > 1) throw new Error("several documents");
  const [document] = documents;
  if (document.errors.length > 0) throw document.errors[0];
  return document.toJS();
}

function judge(form, path) {
  let value;
  try {
    value = parsed(readFileSync(path));
  } catch (error) {
    return `unreadable: ${oneLine(error.message)}`;
  }
  const validate = validators.get(form);
  if (validate(value)) return "accepted";
  const [error] = validate.errors;
  return `refused: ${oneLine(`${error.instancePath} ${error.message}`)}`;
}

const lines = [];
for (const line of readFileSync(list, "utf8").split("\n")) {
  if (line === "") continue;
  const [what, form, path] = line.split("\t");
  if (what === "schema") validators.set(form, ajv.compile(JSON.parse(readFileSync(path, "utf8"))));
  if (what === "file") lines.push(judge(form, path));
}
process.stdout.write(lines.map((line) => line + "\n").join(""));
