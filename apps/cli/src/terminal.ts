import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { Interrupted } from './failure.ts';

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';

/** Whoever typed the command, and where the answer goes. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Somebody is there who can answer a question. */
  readonly isInteractive: boolean;
  /** Writes a line of the answer: standard output. */
  print(line: string): void;
  /** Writes a piece of the answer as it is; done when there is room for the next. */
  write(piece: string): Promise<void>;
  /** Writes a line beside the answer: standard error. */
  note(line: string): void;
  /** Styles text of the answer, or beside it; leaves it plain where that is no terminal, or NO_COLOR is set. */
  style(style: Style, text: string, where?: 'answer' | 'beside'): string;
  /** @throws Interrupted on Ctrl-C. An end of input is an empty answer. */
  ask(question: string): Promise<string>;
  /** As `ask`, without showing what is typed. */
  askSecret(question: string): Promise<string>;
  /** All that is piped in. */
  readInput(): Promise<string>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  for (const stream of [stdout, stderr]) {
    // `vl users | head` has read enough: that is no failure.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      throw error;
    });
  }
  return {
    env: process.env,
    isInteractive: stdin.isTTY === true,
    print: (line) => void stdout.write(`${line}\n`),
    write: async (piece) => {
      if (!stdout.write(piece)) await once(stdout, 'drain');
    },
    note: (line) => void stderr.write(`${line}\n`),
    style: (style, text, where = 'answer') =>
      styleText(style, text, { stream: where === 'answer' ? stdout : stderr }),
    ask: (question) => ask(question, stderr),
    async askSecret(question) {
      stderr.write(question);
      try {
        return await ask('', new Writable({ write: (_chunk, _encoding, done) => done() }));
      } finally {
        stderr.write('\n');
      }
    },
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks).toString('utf8');
    },
  };
}

async function ask(question: string, output: NodeJS.WritableStream): Promise<string> {
  const reader = createInterface({ input: process.stdin, output, terminal: true });
  try {
    return await new Promise((resolve, reject) => {
      reader.once('SIGINT', () => reject(new Interrupted()));
      reader.once('close', () => resolve(''));
      reader.question(question, resolve);
    });
  } finally {
    reader.close();
  }
}
