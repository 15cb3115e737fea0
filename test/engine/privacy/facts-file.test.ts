import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFacts, settleFacts, writeFacts } from '../../../src/engine/privacy/facts-file';
import { schemaOf } from '../../evaluation/make-tables';

const columns = [schemaOf('age', 'integer'), schemaOf('ward', 'category')];

describe('a file of public facts', () => {
  it('is read as bounds and categories by the columns’ kinds', () => {
    const typed = parseFacts('{ "age": [0, 120], "ward": ["A", "B"], "others": "private" }', 'facts.json');
    expect(settleFacts(typed, columns, 'facts.json')).toEqual({
      facts: { age: { bounds: { minimum: 0, maximum: 120 } }, ward: { categories: ['A', 'B'] } },
      findsFacts: true,
    });
  });

  it('is written as it is read', () => {
    // A column named as the switch is cannot be told from it; "__proto__" is no own key of an object literal.
    const name = fc.string().filter((text) => text !== 'others' && text !== '__proto__');
    fc.assert(
      fc.property(fc.dictionary(name, fc.array(fc.string())), fc.boolean(), (typed, findsFacts) => {
        expect(parseFacts(writeFacts({ typed, findsFacts }), 'x')).toEqual({ typed, findsFacts });
      }),
    );
  });

  it('is refused in a sentence that names it', () => {
    for (const text of ['nonsense', '[]', 'null'])
      expect(() => parseFacts(text, 'facts.json')).toThrow('facts.json must hold one JSON object');
    expect(() => parseFacts('{"age": 3}', 'facts.json')).toThrow('"age" must be a list');
    const strange = parseFacts('{"gone": [1, 2]}', 'facts.json');
    expect(() => settleFacts(strange, columns, 'facts.json')).toThrow('names a column "gone"');
  });
});
