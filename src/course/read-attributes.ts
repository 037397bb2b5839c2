import type { Expression, ObjectExpression } from 'estree';
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from 'mdast-util-mdx';

export interface AttributesRead {
  /** What is not plain data is undefined in them. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly errors: readonly AttributeError[];
}

export interface AttributeError {
  readonly what: string;
  readonly fix: string;
}

const PLAIN = 'write plain text, numbers, true, false, arrays and objects';

/** Told of each part that is no plain data: the keys that lead to it, and the name that it is, where it is one. */
type Tell = (path: readonly string[], name?: string) => void;

function objectOf({ properties }: ObjectExpression, path: readonly string[], tell: Tell): unknown {
  const entries = properties.flatMap((property) => {
    if (property.type !== 'Property' || property.computed) return tell(path) ?? [];
    const { key, value } = property;
    if (key.type !== 'Identifier' && key.type !== 'Literal') return tell(path) ?? [];
    const name = key.type === 'Identifier' ? key.name : String(key.value);
    return [[name, evaluate(value as Expression, [...path, name], tell)] as const];
  });
  return Object.fromEntries(entries);
}

/** The value of an expression that is plain data: no name, call or template with holes. */
function evaluate(expression: Expression, path: readonly string[], tell: Tell): unknown {
  switch (expression.type) {
    case 'Literal':
      return expression.value;
    case 'TemplateLiteral':
      if (expression.expressions.length > 0) break;
      return expression.quasis[0]?.value.cooked ?? '';
    case 'UnaryExpression': {
      const value = evaluate(expression.argument, path, () => {});
      if (expression.operator === '-' && typeof value === 'number') return -value;
      break;
    }
    case 'ArrayExpression':
      return expression.elements.flatMap((element) => {
        if (!element || element.type === 'SpreadElement') return tell(path) ?? [];
        return evaluate(element, path, tell) ?? [];
      });
    case 'ObjectExpression':
      return objectOf(expression, path, tell);
    case 'Identifier':
      return expression.name === 'undefined' ? undefined : tell(path, expression.name);
  }
  return tell(path);
}

function plainValue(attribute: MdxJsxAttribute, tell: Tell): unknown {
  const { value } = attribute;
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value;
  const statement = value.data?.estree?.body[0];
  return statement?.type === 'ExpressionStatement' ? evaluate(statement.expression, [], tell) : tell([]);
}

function notPlain(attribute: string, path: readonly string[], name: string | undefined): AttributeError {
  const key = path.at(-1);
  const part = [key, name].filter((one) => one !== undefined).join(': ');
  const where = part === '' ? '' : `“${part}” in `;
  const fix = name === undefined ? PLAIN : `write ${name} in quotes, where it is text: '${name}'`;
  return { what: `${where}the value of “${attribute}” is not plain data`, fix };
}

/** Reads a component's attributes as plain data; each part that needs code to be known is an error in words. */
export function readAttributes(
  list: readonly (MdxJsxAttribute | MdxJsxExpressionAttribute)[],
): AttributesRead {
  const attributes: Record<string, unknown> = {};
  const errors: AttributeError[] = [];
  for (const attribute of list) {
    if (attribute.type !== 'mdxJsxAttribute') {
      errors.push({ what: '{...spread} is not read by the check', fix: PLAIN });
      continue;
    }
    const { name } = attribute;
    const before = errors.length;
    const value = plainValue(attribute, (path, part) => void errors.push(notPlain(name, path, part)));
    if (value !== undefined || errors.length === before) attributes[name] = value;
  }
  return { attributes, errors };
}
