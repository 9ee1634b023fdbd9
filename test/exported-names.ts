import ts from 'typescript';

/** The names that a file exports of its own: without `default` and re-exports. */
export function exportedNames(file: string, text: string): string[] {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const imported = new Set(statements.flatMap(importedBy));
  return [...new Set(statements.flatMap(namesOf))].filter((name) => !imported.has(name));
}

/** The names of `import { a, b as c } from …`: a and c. */
function importedBy(statement: ts.Statement): string[] {
  const bindings = ts.isImportDeclaration(statement) && statement.importClause?.namedBindings;
  return bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : [];
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause, moduleSpecifier } = statement;
    const own = exportClause && ts.isNamedExports(exportClause) && !moduleSpecifier;
    return own ? exportClause.elements.map(({ name }) => name.text) : [];
  }
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const has = (kind: ts.SyntaxKind) => modifiers.some((it) => it.kind === kind);
  if (!has(ts.SyntaxKind.ExportKeyword) || has(ts.SyntaxKind.DefaultKeyword)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  return 'name' in statement ? [(statement.name as ts.Identifier).text] : [];
}

/** `const { a, b: [c] } = …` binds a and c. */
const boundBy = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((it) => (ts.isBindingElement(it) ? boundBy(it.name) : []));
