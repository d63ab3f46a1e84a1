/** What the page and the editor say to each other. Offsets are UTF-16 units of the text. */

export type Severity = "error" | "warning" | "info";

export interface Problem {
  from: number;
  to: number;
  severity: Severity;
  rule: string;
  message: string;
  help: string | null;
  /** What each fix does, in a few words. */
  fixes: string[];
}

export interface Option {
  label: string;
  /** Other names by which it is found. */
  also: string;
  apply: string;
  detail: string;
  info: string;
  kind: "key" | "sub-type" | "section" | "value";
}

export interface Completions {
  from: number;
  to: number;
  options: Option[];
}

/** A coloured span. */
export interface Mark {
  from: number;
  to: number;
  /** A class of the sheet: `group-1` to `group-8`, `code-escape`, `code-set`, `code-operator`. Of two marks the shorter one lies on top. */
  kind: string;
}

/** What lies over a text, the one that was last given or delivered; edits move it along until another comes. */
export interface Over {
  problems: Problem[];
  marks: Mark[];
}

/** What a part of the text means, each line of it a paragraph. */
export interface Explanation {
  from: number;
  to: number;
  text: string;
}

export interface Host {
  /** The person's edit of the text that the host knows: `insert` stands where `from` to `to` was. Never called for the page's own. */
  change(from: number, to: number, insert: string): void;
  undo(): void;
  redo(): void;
  /** Both count from 0: in the problems last given to `show`, and in that problem's `fixes`. */
  fix(problem: number, fix: number): void;
  /** In the text last delivered. */
  complete(offset: number): Completions | null | undefined;
  /** The person moved the cursor to an offset without typing. */
  pointed?(offset: number): void;
  /** The part that holds the character behind `offset`. */
  explain?(offset: number): Explanation | null | undefined;
}

export interface Options {
  text: string;
  /** The accessible name. */
  label: string;
  /** A pattern has one line, and Tab moves on from it as from any field. */
  language: "json" | "pattern";
  /** The selection to begin with. */
  from?: number;
  to?: number;
}

export interface Editor {
  /**
   * The page's own edit, and what lies over the text, in one step. The text comes in with the smallest change and no
   * echo; left out, it stays. Without `over` what lies over it stays. Whether that is the text now.
   */
  show(text: string | undefined, over: Over | null): boolean;
  /** Selects, centres and focuses. */
  reveal(from: number, to: number): void;
  /** A soft mark behind a range; an empty range clears it. */
  highlight(from: number, to: number, show: boolean): void;
  focus(): void;
  cursor(): number;
  text(): string;
  /** Whether a change is still waiting. */
  isPending(): boolean;
  /** Delivers a change that is still waiting. */
  flush(): void;
  /** Drops a change that is still waiting: `flush` first where it counts. */
  destroy(): void;
}
