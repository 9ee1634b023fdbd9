import type { Rule } from 'eslint';

interface Expression {
  type: string;
  expression?: Expression | boolean;
}

/**
 * ESLint rule: no `...{ a, b }` and no `...[a, b]`. The compiler looks for unknown fields in a literal, but not in one that is
 * spread into another. `...(x ? {} : { a })` stays: under exactOptionalPropertyTypes an optional field has no other form.
 */
export const spreadOfLiteralRule: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    SpreadElement(node) {
      const { type } = unwrap(node.argument);
      if (type !== 'ObjectExpression' && type !== 'ArrayExpression') return;
      context.report({
        node,
        message:
          'A literal that is spread turns off the check for unknown fields: write its fields where it stands, ' +
          'or call a function that makes the whole. A real table may keep its lines with `// prettier-ignore`.',
      });
    },
  }),
};

const unwrap = (it: Expression): Expression =>
  /^TS(As|Satisfies|NonNull)Expression$|^TSTypeAssertion$/.test(it.type) && typeof it.expression === 'object'
    ? unwrap(it.expression)
    : it;
