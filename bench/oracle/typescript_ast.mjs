// What the TypeScript compiler reads in a file: every string and template with its value and the call around it.
import ts from 'typescript';

const { SyntaxKind: Kind } = ts;

/** A call's name as waybill writes it: without arguments and subscripts. */
function dotted(node) {
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) return node.text;
  if (node.kind === Kind.ThisKeyword) return 'this';
  if (node.kind === Kind.SuperKeyword) return 'super';
  if (node.kind === Kind.ImportKeyword) return 'import';
  if (ts.isPropertyAccessExpression(node)) return [dotted(node.expression), node.name.text].filter(Boolean).join('.');
  if (ts.isElementAccessExpression(node) || ts.isCallExpression(node) || ts.isNewExpression(node)) return dotted(node.expression);
  if (ts.isNonNullExpression(node)) return dotted(node.expression);
  return '';
}

const isTemplate = (node) => ts.isTemplateExpression(node) || ts.isTemplateLiteralTypeNode(node);

function meant(node) {
  if (!isTemplate(node)) return node.text;
  return node.head.text + node.templateSpans.map(({ literal }) => `*${literal.text}`).join('');
}

const isCall = (node) => ts.isCallExpression(node) || (ts.isNewExpression(node) && node.arguments !== undefined);

/** Where a statement starts anew, the call around it no longer says what a literal in it is. */
const isScope = (node) => ts.isBlock(node) || ts.isClassLike(node) || ts.isModuleBlock(node) || ts.isCaseBlock(node);

/** The call around a child, given the one around its parent. */
function callAround(parent, child, outer) {
  if (isScope(child) || ts.isParameter(child)) return null;
  if (ts.isImportTypeNode(parent)) return child === parent.argument ? { name: 'import', end: null } : outer;
  if (!isCall(parent)) return outer;
  if (!parent.arguments.includes(child)) return outer;
  return { name: dotted(parent.expression), end: parent.end };
}

function keyOf(parent, child) {
  if (!parent || !ts.isPropertyAssignment(parent) || parent.initializer !== child) return null;
  return ts.isIdentifier(parent.name) || ts.isStringLiteral(parent.name) ? parent.name.text : null;
}

/** Literals in any order; null where the file is no valid program. */
export function literalsOf(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  if (file.parseDiagnostics.length > 0) return null;
  const found = [];
  const todo = [{ node: file, parent: null, call: null }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { node, parent, call } = next;
    if (ts.isStringLiteralLike(node) || isTemplate(node))
      found.push({ start: node.getStart(file), end: node.end, value: meant(node), call, key: keyOf(parent, node) });
    ts.forEachChild(node, (child) => {
      todo.push({ node: child, parent: node, call: callAround(node, child, call) });
    });
  }
  return found;
}
