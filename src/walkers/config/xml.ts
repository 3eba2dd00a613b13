// Settings in XML: of .NET, of Spring, of Apple's programs, of what an editor starts.
import { parseXmlTree } from '../../formats/xml-tree.ts';
import { structured } from './structured.ts';

/** What a program says in one language, and what other walkers read. */
const OTHERS = String.raw`pom\.xml$|(?:packages|nuget)\.config$|(?:strings|arrays|messages)[\w-]{0,40}\.xml$|values[\w-]{0,30}/`;

export const xml = structured({
  name: 'xml',
  reads: 'settings in XML (`web.config`, beans, property lists, schemes and run configurations of editors)',
  files: new RegExp(String.raw`(?:^|/)(?!${OTHERS})[^/]*\.(?:xml|config|plist|xcscheme|entitlements)$`, 'i'),
  gate: 'hits',
  parse: parseXmlTree,
});
