// The commands and their flags. What they do stands beside this file and is loaded when it is needed.
import { Command, Option } from 'commander';
import { version } from '../util/version.ts';
import { commanderError } from './errors.ts';
import * as help from './help.ts';
import type { IdentifyFlags } from './identify.ts';
import { colorOf, type Io, widthOf } from './io.ts';
import type { ScanFlags } from './scan.ts';
import type { Stages } from './stages.ts';

export interface Host {
  readonly io: Io;
  readonly stages: Stages;
  /** Takes the exit code of the command that ran. */
  readonly done: (code: number) => void;
}

/** Flags that more than one command has. */
interface Shared {
  readonly rules?: readonly string[];
  readonly color: boolean;
}

export function program(host: Host): Command {
  const root = new Command('waybill')
    .description(help.root)
    .version(version, '-V, --version', 'print the version')
    .option('--no-color', 'print without colours')
    .addHelpText('after', help.rootAfter);
  for (const command of [scan(host), identify(host), explain(host), rules(host), knowledge(host)]) root.addCommand(command);
  return settle(root, host.io);
}

function scan({ io, stages, done }: Host): Command {
  return new Command('scan')
    .summary('find models, servers, SDKs and keys of the vendors in a repository')
    .description(help.scan)
    .argument('[path...]', 'files or folders to scan (default: the current folder)')
    .addOption(new Option('-f, --format <format>', 'how to write the report').choices(['text', 'json', 'sarif']).default('text'))
    .option('-o, --output <file>', 'write the report to a file, whole or not at all')
    .addOption(new Option('--fail-on <level>', help.failOn).choices(['none', 'note', 'warning', 'error']))
    .option('--exit-zero', 'exit 0 whatever was found')
    .option('--include <glob>', 'scan only files that match; without a slash: at any depth (repeatable)', collect)
    .option('--exclude <glob>', 'leave files that match alone, or folders (repeatable)', collect)
    .option('--config <file>', 'policy to use (default: waybill.yaml of the scanned folder)')
    .option('--baseline <file>', 'a JSON report; what it holds already does not fail the scan')
    .option('--rules <dir>', 'further rules and facts (repeatable)', collect)
    .option('--hub', 'ask the Hugging Face Hub about models that are not known, which sends it their names')
    .option('--suppressed', 'also show what is suppressed or in the baseline')
    .option('--strict', 'exit 3 if less was seen than was asked')
    .option('--no-cache', 'read every file anew, and keep nothing for the next scan')
    .option('-q, --quiet', 'print no progress, and of the text report only what it adds up to')
    .addHelpText('after', help.scanAfter)
    .action(async (paths: string[], _: unknown, command: Command) => {
      const { scanCommand } = await import('./scan.ts');
      done(await scanCommand(paths, command.optsWithGlobals<ScanFlags>(), { io, stages }));
    });
}

function identify({ io, stages, done }: Host): Command {
  return new Command('identify')
    .summary('say whose model a name is')
    .description(help.identify)
    .argument('[name...]', 'names of models; without any, one a line from standard input (empty lines are skipped)')
    .option('--platform <platform>', 'the platform whose spelling the names have (openrouter, bedrock, ollama ...)')
    .addOption(new Option('-f, --format <format>', 'json: one object a line').choices(['text', 'json']).default('text'))
    .option('--rules <dir>', 'further facts (repeatable)', collect)
    .addHelpText('after', help.identifyAfter)
    .action(async (names: string[], _: unknown, command: Command) => {
      const flags = command.optsWithGlobals<IdentifyFlags & Shared>();
      const { identifyCommand } = await import('./identify.ts');
      done(await identifyCommand(names, flags, { io, stages, color: flags.color }));
    });
}

function explain({ io, stages, done }: Host): Command {
  return new Command('explain')
    .summary('say what a rule finds, why it matters and what to do')
    .description(help.explain)
    .argument('<rule>', 'id of a rule, as it stands in a report, or a class')
    .option('--rules <dir>', 'further rules (repeatable)', collect)
    .addHelpText('after', help.explainAfter)
    .action(async (rule: string, _: unknown, command: Command) => {
      const { rules = [], color } = command.optsWithGlobals<Shared>();
      const { explainRule } = await import('./rules.ts');
      done(await explainRule(rule, rules, { io, stages, color }));
    });
}

function rules({ io, stages, done }: Host): Command {
  const list = new Command('list')
    .summary('list all rules')
    .description(help.rulesList)
    .option('--rules <dir>', 'further rules (repeatable)', collect)
    .addHelpText('after', help.rulesListAfter)
    .action(async (_: unknown, command: Command) => {
      const { rules = [], color } = command.optsWithGlobals<Shared>();
      const { listRules } = await import('./rules.ts');
      done(await listRules(rules, { io, stages, color }));
    });
  const check = new Command('check')
    .summary('check rules and run their own cases')
    .description(help.rulesCheck)
    .argument('[dir]', 'folder with rules (default: those of waybill)')
    .addHelpText('after', help.rulesCheckAfter)
    .action(async (directory: string | undefined, _: unknown, command: Command) => {
      const { color } = command.optsWithGlobals<Shared>();
      const { checked } = await import('./rules.ts');
      done(await checked(await stages.checkRules(directory ?? null), { io, stages, color }));
    });
  return new Command('rules')
    .summary('list the rules, or check rules of your own')
    .description(help.rules)
    .addHelpText('after', help.rulesAfter)
    .addCommand(list)
    .addCommand(check);
}

function knowledge({ io, stages, done }: Host): Command {
  const check = new Command('check')
    .summary('check that every fact has a source, a date and no rival')
    .description(help.knowledgeCheck)
    .argument('[dir]', 'folder with vendors/ and platforms/ (default: those of waybill)')
    .addHelpText('after', help.knowledgeCheckAfter)
    .action(async (directory: string | undefined, _: unknown, command: Command) => {
      const { color } = command.optsWithGlobals<Shared>();
      const { checked } = await import('./rules.ts');
      done(await checked(await stages.checkKnowledge(directory ?? null), { io, stages, color }));
    });
  return new Command('knowledge').summary('check the facts that waybill rests on').description(help.knowledge).addCommand(check);
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/** Every command prints where, as wide and as colourful as it was told, and never ends the process. */
function settle(command: Command, io: Io): Command {
  const name = () => {
    const names: string[] = [];
    for (let at: Command | null = command; at; at = at.parent) names.unshift(at.name());
    return names.join(' ');
  };
  command
    .exitOverride()
    .helpOption('-h, --help', 'show help')
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, print) => print(commanderError(text, name())),
      getOutHelpWidth: () => Math.min(100, widthOf(io)),
      getErrHelpWidth: () => Math.min(100, widthOf(io)),
      getOutHasColors: () => colorOf(io, io.stdout),
      getErrHasColors: () => colorOf(io, io.stderr),
    })
    .configureHelp({
      showGlobalOptions: true,
      minWidthToWrap: 20,
      styleTitle: (text) => (colorOf(io, io.stdout) ? `\u001b[1m${text}\u001b[22m` : text),
    });
  if (command.commands.length > 0) command.helpCommand('help [command]', 'show help for a command');
  for (const child of command.commands) settle(child, io);
  return command;
}
