import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { datasetSchema, specSchema } from './spec.ts';

describe('schemas', () => {
  test('every key is described, so that documentation can be made of them', () => {
    const undescribed: string[] = [];
    const visited: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      const properties: unknown =
        typeof schema === 'object' && schema !== null ? Reflect.get(schema, 'properties') : undefined;
      for (const [key, value] of Object.entries(properties ?? {})) {
        visited.push(`${path}.${key}`);
        const isKind = key === 'kind';
        if (!isKind && !(typeof value === 'object' && 'description' in value))
          undescribed.push(`${path}.${key}`);
        visit(value, `${path}.${key}`);
        visit(Reflect.get(value, 'items'), `${path}.${key}`);
        for (const choice of Reflect.get(Reflect.get(value, 'items') ?? {}, 'oneOf') ?? [])
          visit(choice, `${path}.${key}`);
      }
    };
    visit(z.toJSONSchema(specSchema, { io: 'input' }), 'exercise');
    visit(z.toJSONSchema(datasetSchema, { io: 'input' }), 'dataset');
    expect(undescribed).toEqual([]);
    expect(visited).toContain('exercise.checks.at-most');
  });
});
