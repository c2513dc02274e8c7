import { parseArgs } from 'node:util';
import { BackupRefused } from '../backup/format.ts';
import type { Environment } from '../environment/environment.ts';
import { readEnvironment } from '../environment/read-environment.ts';

/** What `npm run backup` and `npm run restore` have in common: one file, one folder, and words for the console. */
export interface FileCommand {
  readonly usage: string;
  /** The option that names the file. */
  readonly fileOption: 'to' | 'from';
  /** The folder where `--data-dir` names none. */
  readonly folderOf: (environment: Environment) => string;
  /** Answers what to say when it is done. */
  readonly work: (file: string, dataDir: string) => Promise<string>;
}

/** Answers the exit code of the process. */
export type RunCommand = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  say: (text: string) => void,
) => Promise<0 | 1>;

export const commandOf =
  (command: FileCommand): RunCommand =>
  async (args, environment, say) => {
    try {
      const given = optionsOf(command, args);
      const file = given[command.fileOption];
      if (file === undefined) throw new BackupRefused(command.usage);
      const dataDir = given['data-dir'] ?? command.folderOf(readEnvironment(environment));
      say(`${await command.work(file, dataDir)}\n`);
      return 0;
    } catch (error) {
      say(`${error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    }
  };

function optionsOf(
  { fileOption, usage }: FileCommand,
  args: readonly string[],
): Readonly<Record<string, string | undefined>> {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { [fileOption]: text, 'data-dir': text } }).values;
  } catch (error) {
    throw new BackupRefused(`${(error as Error).message}\n\n${usage}`);
  }
}

/** Runs it with what the process was started with. */
export async function runFromConsole(run: RunCommand): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), process.env, (text) => process.stdout.write(text));
}
