// The contract of a walker: a pure generator over one document. It knows a format and no vendor, has no options and no
// file system; what it yielded before it failed survives.
import type { Document } from '../formats/document.ts';
import type { Sighting } from '../model.ts';

export interface Walker {
  /** Unique, kebab-case, the name of its file and of its fixture folder. */
  readonly name: string;
  /** One line for the generated table of walkers. */
  readonly reads: string;
  /** Tested against the path relative to the root, with `/`. The first walker of the registry that claims a document reads it. */
  readonly files: RegExp;
  /** If given, at least one of these must occur in the text (ASCII, at least 4 characters): how a LiteLLM file is told from any YAML file. */
  readonly signals?: readonly string[];
  /**
   * `always`: a small structured file that can matter without a vendor's name in it (an alias, a fine-tune); read whenever it
   * is claimed. `hits`: read only if the prefilter found a literal of the catalog or one of the walker's signals in it.
   */
  readonly gate: 'always' | 'hits';
  /** It reads lists of packages: there, names of libraries that serve many vendors are hits too. */
  readonly listsPackages?: true;
  read(document: Document): Iterable<Sighting>;
}
