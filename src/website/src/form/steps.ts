import type { DocumentRequirement, FormDefinition, FormField } from '../api/types';
import type { TextKey } from '../texts/i18n';
import { documentId, fieldId, isAsked } from './values';
import type { Uploads, Values } from './values';

/** A question as it is asked: a field, and what helps the keyboard and the browser. */
export interface Question extends FormField {
  autoComplete?: string;
}

/** One page of a form. `path` is how the server names what is asked there. */
export type Step = { id: string; path: string } & (
  | { type: 'question'; question: Question }
  | { type: 'document'; document: DocumentRequirement }
  | { type: 'consent' }
  | { type: 'check' }
  | { type: 'declaration' }
);

type Say = (key: TextKey) => string;

const blank = { hint: null, min: null, max: null, maxLength: null, options: [], showIf: null };
const idTypes = ['national_id', 'iqama', 'other'] as const;
const channels = ['phone', 'whatsapp', 'sms', 'email', 'interview', 'delegate', 'letter'] as const;

type Asked = Omit<Partial<Question>, 'key'> & { key: string; type: Question['type'] };

/**
 * Who is asking. Only a request for support asks for an identity, and only where somebody may have
 * to come does a form ask for the town: nothing is collected that its purpose does not need.
 */
function applicantQuestions(kind: FormDefinition['kind'], values: Values, say: Say): Asked[] {
  const about = (key: 'name' | 'phone' | 'email' | 'idType' | 'idNumber' | 'city') => ({
    key,
    label: say(`q.${key}`),
    hint: say(`q.${key}.hint`),
  });
  const support = kind === 'assistance';
  const questions: Asked[] = [
    { ...about('name'), type: 'text', required: true, autoComplete: 'name', maxLength: 120 },
    { ...about('phone'), type: 'phone', required: true, autoComplete: 'tel', maxLength: 40 },
    { ...about('email'), type: 'text', autoComplete: 'email', maxLength: 200 },
  ];
  if (support)
    questions.push({
      ...about('idType'),
      type: 'choice',
      options: idTypes.map((value) => ({ value, label: say(`q.idType.${value}`) })),
    });
  if (support && values.idType)
    questions.push({ ...about('idNumber'), type: 'text', autoComplete: 'off', maxLength: 40 });
  if (support || kind === 'volunteering')
    questions.push({
      ...about('city'),
      type: 'text',
      autoComplete: 'address-level2',
      maxLength: 80,
    });
  questions.push({
    key: 'preferredChannel',
    label: say('q.preferredChannel'),
    hint: say('q.preferredChannel.hint'),
    type: 'choice',
    options: channels.map((value) => ({ value, label: say(`q.preferredChannel.${value}`) })),
  });
  return questions;
}

/** A form of no questions of its own still has to hear what it is about. */
function messageQuestion({ kind, form }: FormDefinition, say: Say): Asked[] {
  if (kind === 'assistance' || kind === 'appeal' || form.fields.length > 0) return [];
  const [label, hint] = [say(`q.message.${kind}`), say(`q.message.${kind}.hint`)];
  return [{ key: 'message', type: 'textarea', label, hint, required: true, maxLength: 5000 }];
}

const complete = (asked: Asked): Question => ({ ...blank, label: '', required: false, ...asked });

/** The pages of a form, in order, as they stand after what has been answered. */
export function stepsOf(definition: FormDefinition, values: Values, say: Say): Step[] {
  const { kind, form, requiredDocuments, declaration } = definition;
  const steps: Step[] = [];
  for (const asked of applicantQuestions(kind, values, say))
    steps.push({
      id: asked.key,
      path: `applicant.${asked.key}`,
      type: 'question',
      question: complete(asked),
    });
  for (const field of form.fields)
    if (isAsked(field, form.fields, values))
      steps.push({
        id: fieldId(field.key),
        path: `answers.${field.key}`,
        type: 'question',
        question: field,
      });
  for (const document of requiredDocuments)
    steps.push({
      id: documentId(document.key),
      path: `documents.${document.key}`,
      type: 'document',
      document,
    });
  for (const asked of messageQuestion(definition, say))
    steps.push({ id: 'message', path: 'message', type: 'question', question: complete(asked) });
  steps.push({ id: 'consent', path: 'consent', type: 'consent' });
  steps.push({ id: 'check', path: '', type: 'check' });
  if (declaration) steps.push({ id: 'declaration', path: 'declaration', type: 'declaration' });
  return steps;
}

/** Has the page got what it cannot do without? */
export function isAnswered(step: Step, values: Values, uploads: Uploads): boolean {
  if (step.type === 'question') return !step.question.required || Boolean(values[step.id]?.trim());
  if (step.type === 'document') return !step.document.required || Boolean(uploads[step.id]);
  if (step.type === 'consent') return values.consent === 'true';
  return true;
}

/**
 * The page on which a mistake that the server found can be mended; undefined when it has none.
 * @param sent the keys of the documents, in the order in which they were sent
 */
export function stepOfError(path: string, steps: Step[], sent: string[]): Step | undefined {
  const [root = '', part = ''] = path.replace(/\[(\w+)\]/g, '.$1').split('.');
  const key = root === 'documents' && /^\d+$/.test(part) ? sent[Number(part)] : part;
  const whole = key ? `${root}.${key}` : root;
  const pages = steps.filter((step) => step.path !== '');
  return (
    pages.find((step) => step.path === whole) ??
    pages.find((step) => step.path === root || step.path === `answers.${root}`)
  );
}
