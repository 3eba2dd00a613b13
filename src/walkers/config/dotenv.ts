// Files of environment variables. Read even without a vendor's name: other files use the variables that are set here.

import { parseDotenv } from '../../formats/dotenv.ts';
import { structured } from './structured.ts';
import { STAGE } from './suffix.ts';

export const dotenv = structured({
  name: 'dotenv',
  reads: '.env files, .envrc and other files of NAME=value lines',
  files: new RegExp(
    String.raw`(?:^|\/)(?:\.env(?:[._-][\w.-]{1,60})?|[^/]{0,60}\.envrc|\.flaskenv|[^/]{1,60}\.env(?:\.[\w-]{1,40})?|${STAGE}|\.dev\.vars)$`,
    'i',
  ),
  gate: 'always',
  parse: parseDotenv,
});
