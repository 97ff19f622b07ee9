import type { FormDefinition } from '../../../../contracts/website';
import { askedFields, asksForMessage, signedOver } from './draft';
import type { Draft, Step } from './draft';

/** Keys of messages by the path of what is wrong. The server decides; this spares a way there and back. */
export type Problems = Record<string, string>;

const empty = (text: string | undefined): boolean => (text ?? '').trim() === '';
const required = 'form.error.required';

/** What keeps the first step from being left: it does not know the form yet. */
export function startProblems({ channel, kind, service, applicant }: Draft): Problems {
  const found: Problems = {};
  if (!channel) found.channel = required;
  if (!kind) found.kind = required;
  if (kind === 'assistance' && !service) found.service = required;
  if (applicant.name.trim().length < 3) found['applicant.name'] = required;
  if (empty(applicant.phone)) found['applicant.phone'] = required;
  if (!empty(applicant.idNumber) && !applicant.idType) found['applicant.idType'] = required;
  return found;
}

function answerProblems(definition: FormDefinition, draft: Draft): Problems {
  const found: Problems = {};
  for (const field of askedFields(definition, draft.answers))
    if (field.required && empty(draft.answers[field.key])) found[`answers.${field.key}`] = required;
  if (asksForMessage(definition) && empty(draft.message)) found.message = required;
  return found;
}

const documentProblems = ({ requiredDocuments }: FormDefinition, { uploads }: Draft): Problems =>
  Object.fromEntries(
    requiredDocuments
      .filter(({ key, required: needed }) => needed && !uploads[key])
      .map(({ key }) => [`documents.${key}`, 'receive.error.document']),
  );

function declarationProblems(definition: FormDefinition, draft: Draft): Problems {
  const { signing, consented } = draft;
  const found: Problems = {};
  if (!consented) found.consent = 'receive.error.consent';
  if (!definition.declaration) return found;
  if (!signing.way) found.declaration = 'receive.error.way';
  else if (signing.way === 'drawn' && signing.strokes.length === 0)
    found['declaration.strokes'] = 'receive.error.strokes';
  else if (signing.way === 'code' && !signing.codeId)
    found['declaration.code'] = 'receive.error.code-not-sent';
  else if (signing.way === 'code' && empty(signing.code)) found['declaration.code'] = required;
  else if (signing.way === 'paper' && !signing.witnessed)
    found['declaration.witnessed'] = 'receive.error.witnessed';
  else if (signing.over !== signedOver(definition, draft))
    found.declaration = 'receive.error.changed';
  return found;
}

/** What is still missing on a step. */
export function problemsOf(definition: FormDefinition, draft: Draft, step: Step): Problems {
  switch (step) {
    case 'start':
      return startProblems(draft);
    case 'answers':
      return answerProblems(definition, draft);
    case 'documents':
      return documentProblems(definition, draft);
    case 'declaration':
      return declarationProblems(definition, draft);
    case 'check':
      return {};
  }
}

/** The steps that this form has. */
export const stepsOf = ({ requiredDocuments }: FormDefinition): Step[] => [
  'start',
  'answers',
  ...(requiredDocuments.length > 0 ? (['documents'] as const) : []),
  'declaration',
  'check',
];

/** A path as the server names it, in the words of the form: `request.documents.0.upload` → `documents.lease`. */
export function pathHere(path: string, sent: readonly { key: string }[]): string {
  const here = path.replace(/^request\./, '');
  const paper = /^documents\.(\d+)/.exec(here);
  const key = paper && sent[Number(paper[1])]?.key;
  return key ? `documents.${key}` : here;
}

/** The step on which what is wrong can be mended. */
export function stepOf(path: string): Step {
  const [root] = path.split('.');
  if (root === 'answers' || root === 'message') return 'answers';
  if (root === 'documents') return 'documents';
  if (root === 'declaration' || root === 'consent') return 'declaration';
  return 'start';
}
