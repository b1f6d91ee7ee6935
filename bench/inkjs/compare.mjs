// Runs the engine's benchmarks and inkjs in turns, compares them, and prints the ratios beside what is to be
// reached. Each ratio is the median of the ratios of its rounds: the two sides of a round run right after
// each other, so that what else the machine does hits both.
import { execFileSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { InkjsSide, openInkjs } from "./inkjs_side.mjs";

const kSizes = [30, 300, 3000, 30000];
const kInkjsSizes = [300, 3000]; // at 30,000 its compiler needs more memory than Node.js gives it
const kDecisions = 30;
const kPlaysRead = 1000;

const root = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");
const programs = `${root}/build/bench/bin`;
const folder = `${root}/build/peers`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (options.help) {
  console.log("bench/peers [--rounds N (5)] [--json]: how the engine does beside inkjs and yaml-cpp");
  process.exit(0);
}
const rounds = Number(options.rounds);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds takes a number above 0");

const say = (text) => process.stderr.write(`${text}\n`);

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const kMilliseconds = { ns: 1e-6, us: 1e-3, ms: 1, s: 1e3 };

// One measurement of the engine, in a process of its own.
function engine(name) {
  const output = execFileSync(
    `${programs}/engine_bench`,
    [`--benchmark_filter=^${name}$`, "--benchmark_format=json", "--benchmark_min_time=0.5"],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 26 },
  );
  const found = JSON.parse(output).benchmarks;
  if (found.length !== 1 || found[0].error_occurred) {
    throw new Error(`${name}: ${found[0]?.error_message ?? "there is no such benchmark"}`);
  }
  return { ...found[0], milliseconds: found[0].real_time * kMilliseconds[found[0].time_unit] };
}

function writeStories() {
  mkdirSync(folder, { recursive: true });
  for (const nodes of kSizes) {
    const yaml = `${folder}/generated-${nodes}.yaml`;
    const write = (language, file) =>
      execFileSync(`${programs}/write_story`, [language, `${nodes}`, `${kDecisions}`, file]);
    write("yaml", yaml);
    if (kInkjsSizes.includes(nodes)) write("ink", `${folder}/generated-${nodes}.ink`);
    // At thirty thousand nodes the analysis behind the check takes long and is not what is measured.
    if (nodes <= 3000) execFileSync(`${programs}/steadfast`, ["check", yaml], { stdio: "ignore" });
  }
}

// Both sides must have done the same, or a ratio would mean nothing.
function sameWork(what, ours, theirs, counters) {
  for (const counter of counters) {
    if (ours[counter] !== theirs[counter]) {
      throw new Error(`${what}: ${counter} are ${ours[counter]} here and ${theirs[counter]} in inkjs`);
    }
  }
}

const measured = {}; // by name, the times of all rounds in milliseconds
const counted = {}; // by name, what the last round counted
function keep(name, result) {
  (measured[name] ??= []).push(result.milliseconds);
  counted[name] = result;
  return result;
}
const ours = (name) => keep(name, engine(name));
const time = (name) => median(measured[name]);
const ratio = (slower, faster) => median(measured[slower].map((value, round) => value / measured[faster][round]));

function measure() {
  const inkjs = openInkjs(folder);
  const sides = new Map();
  for (const nodes of kInkjsSizes) {
    say(`inkjs compiles ${nodes} nodes`);
    sides.set(nodes, new InkjsSide(inkjs, `${folder}/generated-${nodes}.ink`));
  }
  for (const side of sides.values()) side.steps(100); // so that it is compiled to machine code
  for (let round = 1; round <= rounds; ++round) {
    say(`round ${round} of ${rounds}`);
    for (const nodes of kSizes) {
      const shown = ours(`steps/${nodes}/${kPlaysRead}`);
      if (!sides.has(nodes)) continue;
      global.gc();
      const theirs = keep(`inkjs steps/${nodes}`, sides.get(nodes).steps(kPlaysRead));
      sameWork("steps", shown, theirs, ["steps", "letters", "decisions"]);
    }
    const played = ours("plays/300/30/6");
    global.gc();
    const theirs = keep("inkjs plays/300", sides.get(300).plays(10000));
    sameWork("plays", played, theirs, ["steps", "decisions", "covered"]);
    for (const nodes of kSizes) {
      ours(`save/${nodes}`);
      if (nodes === 300) keep("inkjs save/300", sides.get(300).save(1000));
    }
    for (const nodes of kSizes) {
      ours(`load/${nodes}`);
      if (nodes === 300) {
        global.gc();
        keep("inkjs compile/300", sides.get(300).compile());
      }
      ours(`yaml/${nodes}`);
      ours(`memory/${nodes}/iterations:1`);
    }
    ours("plays/300/10/3");
    ours("outlook");
    ours("analysis");
  }
}

function rows() {
  const list = [];
  const atLeast = (what, value, target, unit = "×") =>
    list.push({ what, value, target, unit, wanted: "at least", reached: value >= target });
  const atMost = (what, value, target, unit = "×") =>
    list.push({ what, value, target, unit, wanted: "at most", reached: value <= target });
  const inform = (what, value, unit) => list.push({ what, value, unit });
  const steps = (nodes) => `steps/${nodes}/${kPlaysRead}`;

  atLeast("steps a second with texts, 300 nodes, of inkjs", ratio("inkjs steps/300", steps(300)), 400);
  atLeast("steps a second with texts, 3,000 nodes, of inkjs", ratio("inkjs steps/3000", steps(3000)), 800);
  atLeast("10,000 random plays with coverage, of inkjs", ratio("inkjs plays/300", "plays/300/30/6"), 300);
  atLeast("save and restore, of inkjs", ratio("inkjs save/300", "save/300"), 45);
  atMost("save and restore, 30,000 nodes against 30", ratio("save/30000", "save/30"), 1.5);
  atMost("bytes of a save, 30,000 nodes against 30", counted["save/30000"].bytes / counted["save/30"].bytes, 1.2);
  atLeast("load and check, 300 nodes, of inkjs compiling", ratio("inkjs compile/300", "load/300"), 12);
  for (const nodes of kSizes) {
    atMost(`load and check of YAML::Load alone, ${nodes.toLocaleString("en")} nodes`, ratio(`load/${nodes}`, `yaml/${nodes}`), 1);
  }
  atMost("exact outlook, of 10,000 own plays of the same", ratio("outlook", "plays/300/10/3"), 3);
  atMost("exact outlook, of 10,000 own plays of 30 steps", ratio("outlook", "plays/300/30/6"), 3);
  inform("everything analyze says, of 10,000 own plays of the same", ratio("analysis", "plays/300/10/3"), "×");
  const perByte = (name) => measured[name].map((value) => value / counted[name].bytes);
  const growth = median(perByte("load/30000").map((value, round) => value / perByte("load/300")[round]));
  atMost("load time a byte, 30,000 nodes against 300", growth, 1.2);
  const kept = (nodes) => counted[`memory/${nodes}/iterations:1`].kept / counted[`memory/${nodes}/iterations:1`].bytes;
  atMost("memory a byte of source, 30,000 nodes against 300", kept(30000) / kept(300), 1.2);
  atMost("time of a step, 30,000 nodes against 300", ratio(steps(30000), steps(300)), 4);
  atMost("memory at 30,000 nodes, of the source's size", kept(30000), 3);
  return list;
}

function details() {
  const list = {};
  for (const name of Object.keys(measured)) list[name] = { milliseconds: time(name), rounds: measured[name] };
  return list;
}

const shown = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

function printTable(list) {
  for (const row of list) {
    const value = `${shown(row.value)} ${row.unit}`.padStart(10);
    const target = row.wanted ? `   ${row.wanted} ${row.target} ${row.unit}`.padEnd(20) : "";
    const verdict = row.wanted ? (row.reached ? "reached" : "missed") : "";
    console.log(`${row.what.padEnd(60)}${value}${target}${verdict}`.trimEnd());
  }
}

writeStories();
measure();
const list = rows();
if (options.json) {
  const bytes = {};
  for (const nodes of kSizes) bytes[nodes] = statSync(`${folder}/generated-${nodes}.yaml`).size;
  console.log(JSON.stringify({ rounds, bytes, ratios: list, times: details() }, null, 2));
} else {
  printTable(list);
}
