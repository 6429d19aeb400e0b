import ts from 'typescript';

/**
 * Names of the field that look like a text. Everything else that does is to be marked with `$localize`.
 */
const NAMES = new Set([
  'Admin',
  'Authorization',
  'Microsoft Graph',
  'Object',
  'Retry-After',
  'Tasks',
  'already redirecting',
  'correlation ID …',
  'expires soon',
  'redirect loop',
  'signed in',
  'textarea, select, input',
]);

/**
 * Returns the texts of a TypeScript file that look as if people read them, and are not marked: two words, or one that
 * begins with a capital. Left out are errors for developers, imports, types and names of errors.
 */
export function unmarkedTexts(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isForMachines(node)) return;
    const text = textOf(node);
    if (text !== undefined && looksRead(text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${name}:${line + 1} ${text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether nothing below a node is shown: `$localize` marks it, or it is no text of a page. */
function isForMachines(node: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(node)) return true;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return true;
  if (ts.isTypeNode(node)) return true;
  // The template of a component is checked by @angular-eslint/template/i18n.
  if (ts.isDecorator(node)) return true;
  if (ts.isCallExpression(node))
    return /^(?:console\.\w+|v\.check)$|\.querySelector(?:All)?$/.test(
      node.expression.getText().replace(/<.*>/, ''),
    );
  return ts.isNewExpression(node) && /^(?:Range|Type)?Error$/.test(node.expression.getText());
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

function looksRead(text: string): boolean {
  if (NAMES.has(text) || text.endsWith('Error')) return false;
  const isSyntax = /^\s*[<[]|; Path=|^\w+ (?:asc|desc)$/.test(text);
  return !isSyntax && (/^[A-Z][a-z’]+$/.test(text) || /\p{L}[,.:;]? \p{L}/u.test(text));
}
