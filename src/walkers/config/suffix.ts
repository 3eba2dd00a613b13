// A file that becomes another when it is filled in is read as what it becomes: `values.yaml.gotmpl`, `config.toml.example`.

export const SUFFIX = String.raw`(?:\.(?:example|sample|template|tmpl|tpl|tftpl|gotmpl|j2|jinja2?|erb|dist|default|orig|bak|in|mustache|hbs|ejs))`;

/** The end of a pattern for names of files. */
export const END = `${SUFFIX}{0,2}$`;

/** What a file of variables is for: `env.prod`, `env_gpu`. */
export const STAGE = String.raw`env[._-](?:example|sample|template|dist|local|prod(?:uction)?|dev(?:elopment)?|staging|test|docker|defaults?|[cg]pu|rtx\w{1,10})`;

const AT_END = new RegExp(`${SUFFIX}{1,2}$`, 'i');

export function withoutSuffix(path: string): string {
  return path.replace(AT_END, '');
}
