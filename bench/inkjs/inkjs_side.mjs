// inkjs at the same work as bench/play_bench.cpp and bench/load_bench.cpp.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

export function openInkjs(folder) {
  return createRequire(`${folder}/package.json`)("inkjs/full");
}

// The same numbers as class Pick of bench/pick.h.
class Pick {
  constructor(seed) {
    this.state = seed;
  }
  below(count) {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % count;
  }
}

const kSeed = 5;

class Shown {
  steps = 0;
  letters = 0;
  decisions = 0;
  decided(offered, taken) {
    ++this.steps;
    this.decisions = (Math.imul(this.decisions, 31) + offered * 8 + taken) >>> 0;
  }
}

export class InkjsSide {
  constructor(inkjs, file) {
    this.inkjs = inkjs;
    this.source = readFileSync(file, "utf8");
    this.story = this.compile().story;
  }

  compile() {
    const before = performance.now();
    const story = new this.inkjs.Compiler(this.source).Compile();
    return { milliseconds: performance.now() - before, story };
  }

  // Everything a reader is shown is fetched, and its length added up.
  steps(plays) {
    const { story } = this;
    const pick = new Pick(kSeed);
    const shown = new Shown();
    const before = performance.now();
    for (let play = 0; play < plays; ++play) {
      story.ResetState();
      for (;;) {
        // Each line comes with the end of a line, which ours does not count.
        while (story.canContinue) shown.letters += story.Continue().length - 1;
        const choices = story.currentChoices;
        if (choices.length === 0) break;
        for (const choice of choices) shown.letters += choice.text.length;
        const taken = pick.below(choices.length);
        shown.decided(choices.length, taken);
        story.ChooseChoiceIndex(taken);
      }
    }
    return { milliseconds: performance.now() - before, ...shown };
  }

  // Counts how often each choice was taken and reads nothing.
  plays(plays) {
    const { story } = this;
    const pick = new Pick(kSeed);
    const shown = new Shown();
    const takenTimes = new Map();
    const before = performance.now();
    for (let play = 0; play < plays; ++play) {
      story.ResetState();
      for (;;) {
        story.ContinueMaximally();
        const choices = story.currentChoices;
        if (choices.length === 0) break;
        const taken = pick.below(choices.length);
        shown.decided(choices.length, taken);
        const path = choices[taken].sourcePath;
        takenTimes.set(path, (takenTimes.get(path) ?? 0) + 1);
        story.ChooseChoiceIndex(taken);
      }
    }
    return { milliseconds: performance.now() - before, ...shown, covered: takenTimes.size };
  }

  // Keeps a play of 29 decisions as text and goes on from that text.
  save(times) {
    const { story } = this;
    const pick = new Pick(kSeed);
    story.ResetState();
    for (let decision = 0; decision < 29; ++decision) {
      story.ContinueMaximally();
      story.ChooseChoiceIndex(pick.below(story.currentChoices.length));
    }
    story.ContinueMaximally();
    const offered = story.currentChoices.map((choice) => choice.text).join();
    const before = performance.now();
    let text = "";
    for (let time = 0; time < times; ++time) {
      text = story.state.ToJson();
      story.state.LoadJson(text);
    }
    const milliseconds = performance.now() - before;
    if (story.currentChoices.map((choice) => choice.text).join() !== offered) throw new Error("a save was lost");
    return { milliseconds: milliseconds / times, bytes: text.length };
  }
}
