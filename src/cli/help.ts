// The words of `--help`. Every example in it is run by a test.

export const root =
  "Finds which vendors' models a repository uses, where their weights come from and who answers its prompts, and explains the risk of each.";

export const rootAfter = `
Examples:
  $ waybill scan                          scan the current folder
  $ waybill scan --format sarif -o waybill.sarif
  $ waybill identify qwen3-8b             whose model is that?
  $ waybill explain deepseek-endpoint

Exit codes:
  0   nothing at or above the threshold
  1   findings at or above the threshold (--fail-on, default: warning)
  2   a mistake in a flag, a configuration, a rule
  3   with --strict: less was seen than was asked
  70  a bug in waybill

Environment:
  NO_COLOR, FORCE_COLOR   colours off, on
  SOURCE_DATE_EPOCH       the day of the scan, for reports that can be repeated
  HF_ENDPOINT             the Hub that --hub asks
  WAYBILL_CACHE_DIR       where scans of 100 files and more keep what they read
                          (default: waybill in the user's cache folder)`;

export const scan =
  "Reports each use of a vendor's model in files and folders, with its source line, its lineage and why it matters. Nothing that is scanned is run, and without --hub nothing leaves the machine.";

export const failOn = 'lowest level that makes the exit code 1; none: never (default: as in waybill.yaml, else warning)';

export const scanAfter = `
Examples:
  $ waybill scan services/api deploy
  $ waybill scan --exclude 'docs/**' --fail-on error
  $ waybill scan --format json -o before.json --exit-zero
  $ waybill scan --baseline before.json   fail on what is new only`;

export const identify =
  'Says what is known about the name of a model: vendor, family, who trained it and on what the answer rests. A name that nothing is known about is answered too.';

export const identifyAfter = `
Standard input:
  One name a line, in UTF-8. Blanks around a name do not count, and a line
  that is empty or blank is skipped. Each name gets one answer, in the same
  order, also if it stands there twice; --format json prints each answer as
  one object on a line of its own, with the name as it was read.

Examples:
  $ waybill identify deepseek-chat moonshotai/Kimi-K2-Instruct
  $ waybill identify --platform ollama qwen2.5-coder:7b
  $ waybill identify --format json < names.txt`;

export const explain =
  'Says of a rule, or of a class of rules (endpoint, weights ...), what it finds, why that matters and what to do, with examples of what is found and what is not.';

export const explainAfter = `
Examples:
  $ waybill explain deepseek-endpoint
  $ waybill rules list                    all ids`;

export const rules = 'There is one rule for each class of findings and vendor. Without a command it lists them.';

export const rulesAfter = `
Examples:
  $ waybill rules list                    all ids, their levels and titles
  $ waybill rules check my-rules          run the cases of rules of your own
  $ waybill scan --rules my-rules         and scan with them`;

export const rulesList = 'Prints id, level and title of each rule, one a line where no terminal reads it.';

export const rulesListAfter = `
Examples:
  $ waybill rules list
  $ waybill rules list --rules my-rules`;

export const rulesCheck =
  'Reads the files below risks/ of a folder and runs the cases that they hold through the whole scan. Each mistake is told with file and line; the exit code is then 2.';

export const rulesCheckAfter = `
Examples:
  $ waybill rules check
  $ waybill rules check my-rules`;

export const knowledge =
  'Everything that waybill knows of vendors, names and platforms is a fact with a source and a day. Without a command it checks them.';

export const knowledgeCheck =
  'Refuses a fact without source or day, a name that two vendors claim, and a pattern that could be slow or has no near miss. Each mistake is told with file and line; the exit code is then 2.';

export const knowledgeCheckAfter = `
Examples:
  $ waybill knowledge check
  $ waybill knowledge check my-rules`;
