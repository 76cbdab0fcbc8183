import type { Problem } from '../problem.js';
import type { CodePoints } from '../text/codePoints.js';
import type { Span } from '../text/span.js';

/** What the front matter of a transcript says. Every entry is optional; unknown keys are kept in `other`. */
export interface FrontMatter {
  readonly kind?: string;
  /** Ids of the participants, as in `participants.csv`. */
  readonly participants: readonly string[];
  readonly date?: string;
  readonly site?: string;
  readonly language?: string;
  /** Labels or names of those who asked. */
  readonly interviewers: readonly string[];
  /** Who the labels of this transcript stand for; missing where it does not say. */
  readonly speakers?: readonly NamedSpeaker[];
  /** Name of the session that this file is a part of; missing where it is a session of its own. */
  readonly session?: string;
  readonly duration?: string;
  readonly other: Readonly<Record<string, string>>;
}

/** What a label of one transcript stands for. */
export interface NamedSpeaker {
  /** As in the text. */
  readonly label: string;
  /** Id of the participant, or of who asks. */
  readonly participant: string;
}

/** One speaker's uninterrupted speech, or a stretch of text before the first label (then without a speaker). */
export interface Turn {
  /** The speaker as written in the label, emphasis and colon dropped: `PP3`. */
  readonly speaker?: string;
  /** The whole turn, from its label to the last character that belongs to it (trailing blank lines left out). */
  readonly span: Span;
  /** The label with its emphasis, colon and timestamps, where there is one. */
  readonly label?: Span;
  /** What was said: from behind the label to the end of the turn. */
  readonly body: Span;
  /** Time of the turn in milliseconds from the start of the recording, where the label or the turn's end gives one. */
  readonly time?: number;
}

/** A piece of text a reader sees, and where it stands in the source. Markdown marks are between the pieces. */
export interface TextRun {
  readonly span: Span;
  /** The text as read; differs from the source where an escape or an entity is written. */
  readonly text: string;
  /** What holds it. Speech is `prose`; headings that are not labels, code blocks and tables are told apart. */
  readonly kind: 'prose' | 'heading' | 'code' | 'table';
}

/** A parsed transcript. All positions are code points into `text`. */
export interface Transcript {
  readonly path: string;
  /** Text without byte order mark, line ends LF. */
  readonly text: string;
  readonly points: CodePoints;
  readonly frontMatter: FrontMatter;
  /** Where the body starts (after the front matter). */
  readonly bodyStart: number;
  /** In document order, not overlapping. */
  readonly turns: readonly Turn[];
  /** Visible text in document order. Labels and timestamps that belong to labels are not among them. */
  readonly runs: readonly TextRun[];
  readonly problems: readonly Problem[];
}
