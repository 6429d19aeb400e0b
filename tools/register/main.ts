import { readFileSync, writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import { confirm, isCancel, log } from '@clack/prompts';
import { AUDIENCES } from './description.ts';
import { GraphClient } from './graph/graph-client.ts';
import { REGISTER_CLOUDS } from './clouds.ts';
import { register } from './register.ts';
import type { Dialog, RegisterOptions } from './register.ts';
import { SIGN_INS, tokenSource } from './sign-in.ts';
import type { SignIn } from './sign-in.ts';

/** `npm run register`: exits 1, with one sentence, when it cannot. */

interface Options extends RegisterOptions {
  readonly origin: readonly string[];
  readonly signIn: SignIn;
  readonly tenant?: string;
  readonly yes?: boolean;
  readonly widen?: boolean;
  readonly consent?: boolean;
}

const CONFIG = new URL('../../public/config.json', import.meta.url);

function origin(value: string, list: readonly string[]): string[] {
  if (!/^https:\/\/[^\s?#*@]+\/$/.test(value) || !URL.canParse(value)) {
    throw new InvalidArgumentError(
      'Give the https address of the app with a slash at its end: https://app.contoso.com/portal/.',
    );
  }
  return [...list, value];
}

const command = new Command('npm run register --')
  .description(
    'Creates or updates the app registration in Microsoft Entra ID, and writes config.json.',
  )
  .addOption(cloudOption())
  .addOption(new Option('--audience <who>', 'who may sign in').choices(Object.keys(AUDIENCES)))
  .addOption(new Option('--sign-in <how>', 'how you sign in').choices(SIGN_INS).default('cli'))
  .option('--tenant <id>', 'the directory to register in, when you belong to several')
  .option('--name <text>', 'name of the registration')
  .option('--client-id <guid>', 'the registration to update, where there are namesakes')
  .option('--origin <url>', 'where the app is deployed; may be given again', origin, [])
  .option('--logout-url <url>', 'front-channel logout URL, of a page that you add')
  .option('--dry-run', 'show the plan and do nothing')
  .option('--remove', 'delete the registration')
  .option('--yes', 'do what the plan says without asking')
  .option('--widen', 'add again what was narrowed, without asking')
  .option('--consent', 'grant consent for everybody, without asking');

function cloudOption(): Option {
  const choices = Object.keys(REGISTER_CLOUDS);
  return new Option('--cloud <name>', 'which Microsoft cloud').choices(choices).default('global');
}

function dialogFor(options: Options): Dialog {
  const said = { apply: options.yes, widen: options.widen, consent: options.consent };
  return {
    show: (text) => {
      log.message(text);
    },
    confirm: async (question, about) => {
      if (said[about]) return true;
      // Without a terminal, or with --yes, what nobody said yes to is not done.
      if (options.yes || !process.stdin.isTTY) return false;
      const answer = await confirm({ message: question, initialValue: about === 'apply' });
      return !isCancel(answer) && answer;
    },
  };
}

async function run(): Promise<void> {
  const options: Options = command.parse().opts();
  const dialog = dialogFor(options);
  const token = tokenSource(options, (text) => {
    dialog.show(text);
  });
  await register(
    { ...options, origins: options.origin },
    {
      graph: new GraphClient({ origin: REGISTER_CLOUDS[options.cloud].graph, token }),
      dialog,
      config: JSON.parse(readFileSync(CONFIG, 'utf8')) as Record<string, unknown>,
      writeConfig: (text) => {
        writeFileSync(CONFIG, text);
      },
    },
  );
}

await run().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
