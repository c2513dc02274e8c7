import { type Options, readOptions, USAGE, UsageError } from './options.ts';
import { type Report, storm } from './storm.ts';

/** `npm run torture`: runs the product while everything that it depends on fails, and checks from outside what is left. */

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const MOST_TOLD = 40;

function tell(report: Report): void {
  const { failures, endedByItself, checks } = report;
  for (const [check, looked] of Object.entries(checks)) {
    const wrong = failures.filter((one) => one.startsWith(`${check}: `)).length;
    say(
      `${wrong === 0 ? 'held  ' : 'BROKEN'}  ${check} (${looked} looked at${wrong ? `, ${wrong} wrong` : ''})`,
    );
  }
  for (const failure of failures.slice(0, MOST_TOLD)) say(`  ${failure}`);
  if (failures.length > MOST_TOLD) say(`  … and ${failures.length - MOST_TOLD} more`);
  for (const end of endedByItself) say(`ended by itself: ${end}`);
}

async function main(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  let broken = 0;
  for (const engine of options.engines) {
    const report = await storm(options, engine, say);
    if (!report) {
      say('server: skipped, this machine has no PostgreSQL');
      continue;
    }
    tell(report);
    broken += report.failures.length;
    process.stdout.write(`${JSON.stringify(report)}\n`);
  }
  return broken > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
