import type { FieldError, OwedItem, RespondBody } from '../api/types';
import type { Question } from '../form/steps';
import { answerOf, attached, documentId, plain } from '../form/values';
import type { Uploads, Values } from '../form/values';
import type { Mistake } from '../ui/states';

/** The id of the control that answers an item. */
export const controlId = ({ kind, key }: Pick<OwedItem, 'kind' | 'key'>) => `owed-${kind}-${key}`;

/** What is owed as a question; a free text where no field of the form is meant. */
export function questionOf(item: OwedItem): Question {
  const free = { type: 'textarea', hint: null, min: null, max: null, options: [] } as const;
  const field = item.field ?? { ...free, options: [], key: item.key, maxLength: 5000 };
  return { ...field, label: item.label || field.key, required: true, showIf: null };
}

/** What is sent of what was typed and uploaded: exactly what was asked. */
export function responseTo(
  items: OwedItem[],
  values: Values,
  uploads: Uploads,
): Pick<RespondBody, 'answers' | 'documents' | 'message'> {
  const answers: RespondBody['answers'] = {};
  const said: string[] = [];
  for (const item of items) {
    if (item.kind === 'field' && item.field) {
      const answer = answerOf(item.field, values[controlId(item)]);
      if (answer !== undefined) answers[item.key] = answer;
    }
    if (item.kind === 'text') said.push(plain(values[controlId(item)] ?? ''));
  }
  const papers = items.filter(({ kind }) => kind === 'document');
  return {
    answers,
    documents: attached(papers, uploads),
    message: said.join('\n') || undefined,
  };
}

/** What the server refused, each at the control that can put it right. */
export function refusedAt(errors: FieldError[], items: OwedItem[], uploads: Uploads): Mistake[] {
  const sent = attached(
    items.filter(({ kind }) => kind === 'document'),
    uploads,
  );
  return errors.map(({ path, message }) => {
    const [part = '', name = ''] = path.split('.');
    const kind = part === 'documents' ? 'document' : part === 'answers' ? 'field' : 'text';
    const key = kind === 'document' ? (sent[Number(name)]?.key ?? name) : name || 'text';
    const item = items.find((one) => one.kind === kind && one.key === key);
    if (part === 'declaration') return { message, target: 'signed-name' };
    return item ? { message: `${item.label}: ${message}`, target: controlId(item) } : { message };
  });
}

/** Uploads are kept under the document's own name, as in every form. */
export const uploadOf = (item: OwedItem, uploads: Uploads) => uploads[documentId(item.key)];
