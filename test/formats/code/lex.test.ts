import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/formats/code/language.ts';
import {
  apex,
  c,
  csharp,
  dart,
  go,
  java,
  kotlin,
  rescript,
  rust,
  scala,
  swift,
  zig,
} from '../../../src/formats/code/languages/c-family.ts';
import { jsonnet } from '../../../src/formats/code/languages/configuration.ts';
import { autohotkey, nushell, powershell, vim, visualbasic } from '../../../src/formats/code/languages/desktop.ts';
import { elm, erlang, fsharp, haskell, ocaml } from '../../../src/formats/code/languages/functional.ts';
import { javascript } from '../../../src/formats/code/languages/javascript.ts';
import { python } from '../../../src/formats/code/languages/python.ts';
import {
  coffeescript,
  elixir,
  gdscript,
  julia,
  lua,
  nim,
  nix,
  perl,
  php,
  r,
  ruby,
  sql,
} from '../../../src/formats/code/languages/scripting.ts';
import { lex } from '../../../src/formats/code/lex.ts';
import { literalOf } from '../../../src/formats/code/literal.ts';
import { COMMENT, OPAQUE, OPEN, STRING, TEMPLATE } from '../../../src/formats/code/tokens.ts';
import { scalar } from '../../../src/formats/nodes.ts';

/** Texts as they are meant, comments in `<>`, opaque literals in `//`. */
function see(language: Language, text: string): string[] {
  const code = lex(text, language);
  const seen: string[] = [];
  for (let token = 0; token < code.count; token++) {
    const kind = code.kinds[token];
    const written = text.slice(code.starts[token], code.ends[token]);
    if (kind === COMMENT) seen.push(`<${written}>`);
    else if (kind === OPAQUE) seen.push(`/${written}/`);
    else if (kind === STRING || kind === TEMPLATE) {
      const literal = literalOf(code, token, scalar(text, 0, text.length));
      if (literal.first === token) seen.push(literal.node.value);
    }
  }
  return seen;
}

describe('strings and comments', () => {
  it.each<readonly [Language, string, readonly string[]]>([
    [python, `a = "x" 'y' # c\n"""d\n"e" """`, ['xy', '<# c>', 'd\n"e" ']],
    [python, String.raw`r"\d" rb'\'' "\"\x41\u00e9"`, [String.raw`\d\'"Aé`]],
    [python, 'f"a{b["c"]}d{{e}}" f\'{x!r:>{w}}\'', ['a*d{{e}}*', 'c']],
    [python, '"open\nb = "x"', ['open', 'x']],
    [python, "don't = 1; s = 'x'", ['x']],
    [javascript, '`a${`b${"c"}`}d` + x', ['a*d*', 'b*', 'c']],
    [javascript, "a = /['\"/]/g; b = c / d / 'e'; return /'/.test('f')", ['//[\'"/]/g/', 'e', "//'//", 'f']],
    [javascript, "return'a\"';throw'b';o.of'c'", ['a"', 'b']],
    [python, String.raw`"\U0001f680\v"`, ['\u{1f680}\v']],
    [javascript, "<p>it's</p>; // 'x'\n/* \"y\" */ 'z'", ["<// 'x'>", '</* "y" */>', 'z']],
    [go, '`raw\\` + "a\\"b" + \'"\'', ['raw\\a"b', "/'\"'/"]],
    [java, `"""\n a "b" """ + 'c' + '"' + "d"`, ['\n a "b" ', "/'c'/", "/'\"'/", '*d']],
    [
      kotlin,
      '"a$b${c("d")}e" /* /* x */ */ """f\\"""',
      ['a**e', 'd', '<//* /* x */ *//>'.replace('<//', '</').replace('//>', '/>'), 'f\\'],
    ],
    [scala, 's"a$b" "c$d"', ['a*', 'c$d']],
    [rust, `r#"a"b"# "c\\"d" 'e' &'f str b"g" '"'`, ['a"b', 'c"d', "/'e'/", 'g', "/'\"'/"]],
    [csharp, '@"a\\""b" $"c{d("e")}{{f}}" """g"h""" \'"\'', ['a\\""b', 'c*{{f}}', 'e', 'g"h', "/'\"'/"]],
    [swift, '"a\\(b("c"))d" #"e"f"# """\ng"h\n"""', ['a*d', 'c', 'e"f', '\ng"h\n']],
    [dart, `'a$b\${c}' r'd$e' "f" 'g'`, ['a**d$efg']],
    [c, `R"x(a)"b)x" "c" "d" 'e' 1'000 L"f" // g`, ['a)"bcd', "/'e'/", 'f', '<// g>']],
    [ruby, '"a#{b "c"}d" \'e#{f}\' %w[g h] # i', ['a*d', 'c', 'e#{f}', 'g h', '<# i>']],
    [ruby, 'x = foo(<<~EOS, "a")\n  text "b"\nEOS\ny = "c"', ['a', '  text "b"\n', 'c']],
    [php, `'a\\'b' "c$d{$e}f" // g\n<<<EOT\nh "i"\nEOT;\n'j'`, ["a'b", 'c**f', '<// g>', 'h "i"\n', 'j']],
    [elixir, `"a#{b}" 'c' ~s(d "e") """\nf\n""" # g`, ['a*', "/'c'/", 'd "e"', '\nf\n', '<# g>']],
    [lua, `"a" .. 'b' [[c]] [==[d]]e]==] x[1] -- f\n--[[ g ]] "h"`, ['ab', 'c', 'd]]e', '<-- f>', '<--[[ g ]]>', 'h']],
    [gdscript, '"a" + \'b\' # c\nx = """d\n"e" """; y = r"f\\d"; $"g"', ['ab', '<# c>', 'd\n"e" ', 'f\\d', '/$"g"/']],
    [
      julia,
      `"a$b$(c "d")" * "e" #= f #= g =# =# x' 'h' raw"i\\j" # k\n"""l "m""""`,
      ['a**e', 'd', '<#= f #= g =# =#>', "/'h'/", 'i\\j', '<# k>', 'l "m"'],
    ],
    [perl, `"a$b" q(c "d") $#e # f\n$x{'g'}`, ['a*', 'c "d"', '<# f>', 'g']],
    [nim, `"a" & r"b\\" 'c' #[ d "e" ]# fmt"f{g}" # h`, ['ab\\', "/'c'/", '<#[ d "e" ]#>', 'f*', '<# h>']],
    [coffeescript, `"a#{b}" 'c' ### d ### x = /e "f"/ # g`, ['a*', 'c', '<### d ###>', '//e "f"//', '<# g>']],
    [autohotkey, '"a`"b" c;d ; e', ['a"b', '<; e>']],
    [vim, `" a "b\nlet c = "d" .. 'e''f'`, ['/" a "b\n/', "de''f"]],
    [nushell, `"a" $"b(c)" 'd\\' # e`, ['a', 'b*', 'd\\', '<# e>']],
    [visualbasic, `"a""b" & $"c{d}" ' e "f"`, ['a""bc*', '<\' e "f">']],
    [fsharp, `"a" @"b\\" $"c{d}" f' 'g' (* h "i" *) // j`, ['a', 'b\\', 'c*', "/'g'/", '<(* h "i" *)>', '<// j>']],
    [ocaml, `"a" ^ "b" {x|c "d"|x} f' 'g' (* h (* i *) *)`, ['ab', 'c "d"', "/'g'/", '<(* h (* i *) *)>']],
    [haskell, `"a" <> "b" f' 'c' {- d {- e -} -} -- g`, ['ab', "/'c'/", '<{- d {- e -} -}>', '<-- g>']],
    [elm, `"""a "b"""" -- c`, ['a "b"', '<-- c>']],
    [erlang, `"a" 'b c' % d`, ['a', "/'b c'/", '<% d>']],
    [apex, `'a\\'b' // c`, ["a'b", '<// c>']],
    [zig, `"a" 'b' // c`, ['a', "/'b'/", '<// c>']],
    [rescript, '"a" ++ "b" `c${d}` {|e "f"|}', ['ab', 'c*', 'e "f"']],
    [jsonnet, `"a" + 'b' |||\n c "d"\n||| @"e\\" # f`, ['ab', '\n c "d"\n', 'e\\', '<# f>']],
    [nix, '"a${b "c"}" \'\'d "e"\'\' # f', ['a*', 'c', 'd "e"', '<# f>']],
    [r, '"a" \'b\' r"(c"d)" `e` # f', ['a', 'b', 'c"d', '/`e`/', '<# f>']],
    [sql, `'a''b' "c" -- d\nE'e\\'f'`, ["a''b", 'c', '<-- d>', "e'f"]],
    [powershell, '"a`"b$c$(d "e")" \'f\'\'g\' <# h #> x#y # z', ['a"b$c*', 'e', "f''g", '<<# h #>>', '<# z>']],
  ])('$0.name: $1', (language, text, expected) => {
    expect(see(language, text)).toEqual(expected);
  });
});

describe('brackets', () => {
  const pairs = (language: Language, text: string) => {
    const code = lex(text, language);
    const seen: string[] = [];
    for (let token = 0; token < code.count; token++) {
      if (code.kinds[token] !== OPEN) continue;
      const close = code.links[token] ?? -1;
      seen.push(text.slice(code.starts[token], close < 0 ? undefined : code.ends[close]));
    }
    return seen;
  };

  it('are matched, whatever stands in strings', () => {
    expect(pairs(javascript, 'f(")", [1, {a: `${g(2)}`}])')).toEqual([
      '(")", [1, {a: `${g(2)}`}])',
      '[1, {a: `${g(2)}`}]',
      '{a: `${g(2)}`}',
      '(2)',
    ]);
  });

  it('are matched again behind one that is missing or too many', () => {
    expect(pairs(python, 'f(a[1)\ng(2)')).toEqual(['(a[1)', '[1)\ng(2)', '(2)']);
    expect(pairs(python, 'f(1)])\ng(2)')).toEqual(['(1)', '(2)']);
  });
});

describe('any text', () => {
  const languages = [python, javascript, rust, csharp, ruby, php, lua, swift];

  it.each(languages)('is lexed to its end: $name', (language) => {
    for (const unit of ['"', "'", '`', '"""', '(', ')', '${', '`${', '/*', '#{"', '[[', 'r#"', '<<EOS\n', '{"a":', '\\', 'f"{', '\n']) {
      const code = lex(unit.repeat(20_000), language);
      const starts = code.starts.subarray(0, code.count);
      expect(starts.every((start, token) => token === 0 || start >= (starts[token - 1] ?? 0))).toBe(true);
    }
  });
});
