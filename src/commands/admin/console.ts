import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { passwordProblem } from '../../identity/password-rules.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../identity/passwords.ts';

export interface Console {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
}

/** A mistake of the person at the console, told without a stack. */
export class Mistake extends Error {}

export async function newPassword({ input, output }: Console): Promise<string> {
  const password = input.isTTY ? await askedTwice(input, output) : await firstLine(input);
  if (password.length < SHORTEST_PASSWORD || password.length > LONGEST_PASSWORD) {
    throw new Mistake(
      `A password of ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters is required, found ${password.length}.`,
    );
  }
  if (passwordProblem(password, '') === 'common') {
    throw new Mistake('That password is among those that are guessed first. Choose another.');
  }
  return password;
}

async function firstLine(input: Readable): Promise<string> {
  const lines = createInterface({ input });
  for await (const line of lines) return line;
  return '';
}

/** Without an output readline echoes nothing. */
async function askedTwice(input: Readable, output: Writable): Promise<string> {
  const typed = createInterface({ input, terminal: true });
  try {
    output.write('Password: ');
    const first = await typed.question('');
    output.write('\nOnce more: ');
    const second = await typed.question('');
    output.write('\n');
    if (first !== second) throw new Mistake('The two passwords differ.');
    return first;
  } finally {
    typed.close();
  }
}

/** Options that are not ours are a mistake of whoever typed them. */
export function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new Mistake(error instanceof Error ? error.message : String(error));
  }
}
