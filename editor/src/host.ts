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

export interface Host {
  /** The whole text after the person's edit, in UTF-8; never called for the page's own. Bytes cross the border faster. */
  change(text: Uint8Array): void;
  undo(): void;
  redo(): void;
  /** Both count from 0: in the list last given to `setProblems`, and in that problem's `fixes`. */
  fix(problem: number, fix: number): void;
  /** In the text last delivered. */
  complete(offset: number): Completions | null | undefined;
  cursor(offset: number): void;
}

export interface Options {
  text: string;
  /** The accessible name. */
  label: string;
  language: "json";
  /** The selection to begin with. */
  from?: number;
  to?: number;
}

export interface Editor {
  /** The page's own edit: the smallest change, and no echo. */
  setText(text: string): void;
  setProblems(problems: Problem[]): void;
  /** Selects, centres and focuses. */
  reveal(from: number, to: number): void;
  /** A soft mark behind a range; an empty range clears it. */
  highlight(from: number, to: number): void;
  focus(): void;
  text(): string;
  /** Delivers a change that is still waiting. */
  flush(): void;
  /** Drops a change that is still waiting: `flush` first where it counts. */
  destroy(): void;
}
