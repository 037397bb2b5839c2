import { expect, it } from 'vitest';
import { cutPrediction, keyOfChoice } from './prediction.ts';

it('cuts a prediction into its parts', () => {
  const html = `<p>How <code>many</code>?</p>
<pw-choice>Ten</pw-choice> <p><pw-choice data-correct="true"><p>All</p></pw-choice></p>
<p> </p><pw-answer><p>Because.</p><p>Really.</p></pw-answer>`;
  expect(cutPrediction(html)).toEqual({
    question: '<p>How <code>many</code>?</p>',
    choices: [
      { html: 'Ten', correct: false },
      { html: 'All', correct: true },
    ],
    answer: '<p>Because.</p><p>Really.</p>',
  });
});

it('tells what is said of a choice from its words', () => {
  const html = '<pw-choice><p>Ten</p><pw-reply>Of <code>orders</code>, yes.</pw-reply></pw-choice>';
  const [ten] = cutPrediction(html).choices;
  expect(ten).toEqual({ html: 'Ten', correct: false, reply: 'Of <code>orders</code>, yes.' });
  expect(ten && keyOfChoice(ten)).toBe(keyOfChoice({ html: 'Ten', correct: false }));
});

it('puts a bare answer into a paragraph', () => {
  expect(cutPrediction('<pw-answer> so </pw-answer>').answer).toBe('<p>so</p>');
});

it('keeps a choice by its words: in another order it is the same, with other words another', () => {
  const keys = (html: string) => cutPrediction(html).choices.map(keyOfChoice);
  const [ten, all] = keys('<pw-choice>Ten</pw-choice><pw-choice data-correct="true">All</pw-choice>');
  expect(keys('<pw-choice>All</pw-choice><pw-choice data-correct="true">Ten</pw-choice>')).toEqual([
    all,
    ten,
  ]);
  expect(keys('<pw-choice>Ten pages</pw-choice>')).not.toContain(ten);
});
