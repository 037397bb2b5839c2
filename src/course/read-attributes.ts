import type { Expression } from 'estree';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from 'mdast-util-mdx';

export interface AttributesRead {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly errors: readonly string[];
}

class NotPlain extends Error {}

/** The value of an expression that is plain data: no name, call or template with holes. */
function evaluate(expression: Expression): unknown {
  switch (expression.type) {
    case 'Literal':
      return expression.value;
    case 'TemplateLiteral':
      if (expression.expressions.length > 0) throw new NotPlain();
      return expression.quasis[0]?.value.cooked ?? '';
    case 'UnaryExpression': {
      const value = evaluate(expression.argument);
      if (expression.operator === '-' && typeof value === 'number') return -value;
      throw new NotPlain();
    }
    case 'ArrayExpression':
      return expression.elements.map((element) => {
        if (!element || element.type === 'SpreadElement') throw new NotPlain();
        return evaluate(element);
      });
    case 'ObjectExpression':
      return Object.fromEntries(
        expression.properties.map((property) => {
          if (property.type !== 'Property' || property.computed) throw new NotPlain();
          const { key, value } = property;
          const name =
            key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
          if (name === undefined) throw new NotPlain();
          return [name, evaluate(value as Expression)];
        }),
      );
    default:
      throw new NotPlain();
  }
}

function plainValue(attribute: MdxJsxAttribute): unknown {
  const { value } = attribute;
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const statement = value.data?.estree?.body[0];
  if (statement?.type !== 'ExpressionStatement') throw new NotPlain();
  return evaluate(statement.expression);
}

/** Reads a component's attributes as plain data; what needs code to be known is an error in words. */
export function readAttributes(
  list: readonly (MdxJsxAttribute | MdxJsxExpressionAttribute)[],
): AttributesRead {
  const attributes: Record<string, unknown> = {};
  const errors: string[] = [];
  for (const attribute of list) {
    if (attribute.type !== 'mdxJsxAttribute') {
      errors.push('{...spread} is not read by the check');
      continue;
    }
    try {
      attributes[attribute.name] = plainValue(attribute);
    } catch (thrown) {
      if (!(thrown instanceof NotPlain)) throw thrown;
      errors.push(`the value of “${attribute.name}” is not plain data`);
    }
  }
  return { attributes, errors };
}
