import { createHash } from 'node:crypto';

export interface PredictionChoice {
  readonly html: string;
  readonly correct: boolean;
  /** HTML of what is said to a reader who chose it. */
  readonly reply?: string;
}

export interface Prediction {
  readonly question: string;
  readonly choices: readonly PredictionChoice[];
  readonly answer: string;
}

const choicePattern = /<pw-choice([^>]*)>([\s\S]*?)<\/pw-choice>/g;
const replyPattern = /<pw-reply>([\s\S]*?)<\/pw-reply>/;
const answerPattern = /<pw-answer>([\s\S]*?)<\/pw-answer>/g;

/** Drops the paragraph that Markdown puts around a single line. */
function unwrapParagraph(html: string): string {
  const inner = /^\s*<p>([\s\S]*)<\/p>\s*$/.exec(html)?.[1];
  return (inner === undefined || inner.includes('<p>') ? html : inner).trim();
}

/** Cuts the rendered body of `Predict` into its question, its choices and its answer. */
export function cutPrediction(html: string): Prediction {
  const choices = Array.from(html.matchAll(choicePattern), ([, attributes = '', body = '']) => {
    const reply = replyPattern.exec(body)?.[1];
    const text = unwrapParagraph(body.replace(replyPattern, ''));
    return {
      html: text,
      correct: attributes.includes('data-correct'),
      ...(reply === undefined ? {} : { reply }),
    };
  });
  const answer = Array.from(html.matchAll(answerPattern), ([, body = '']) => body.trim()).join('\n');
  const question = html
    .replace(choicePattern, '')
    .replace(answerPattern, '')
    .replace(/<p>\s*<\/p>/g, '')
    .trim();
  return { question, choices, answer: answer === '' || answer.startsWith('<') ? answer : `<p>${answer}</p>` };
}

/**
 * Under what a reader's choice is kept: by its words, so that it is still theirs when the choices stand in another order,
 * and nobody's when the words are others.
 */
export function keyOfChoice({ html }: PredictionChoice): string {
  return createHash('sha256').update(html).digest('hex').slice(0, 8);
}
