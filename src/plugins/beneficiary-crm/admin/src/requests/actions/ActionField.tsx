import { Field, Textarea } from '@strapi/design-system';
import type { RequestAction } from '../../../../contracts/vocabulary';
import type { RequestDetail } from '../../../../contracts/admin';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { Choices } from '../../ui/Choices';
import { OwedItems } from './OwedItems';
import { StaffField } from './StaffField';
import { fieldLabelKey } from './labels';
import { PreparedAnswers } from './PreparedAnswers';
import { preparedFor } from './prepared';
import type { FieldSpec, Typed } from './forms';

interface Props {
  action: RequestAction;
  field: FieldSpec;
  request: RequestDetail;
  value: Typed[string];
  change: (value: Typed[string]) => void;
  error?: string;
}

/** One field of an action's form. */
export function ActionField({ action, field, request, value, change, error }: Props) {
  const { t, word } = useWords();
  const label = t(fieldLabelKey(action, field.name));

  if (field.kind === 'items')
    return (
      <OwedItems
        request={request}
        chosen={Array.isArray(value) ? value.filter((one) => typeof one === 'object') : []}
        change={change}
        error={error}
      />
    );

  if (field.kind === 'choices' && field.list) {
    const { words, values } = field.list;
    return (
      <Choices
        label={label}
        chosen={Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []}
        options={values.map((one) => ({ value: one, label: word(words, one) }))}
        change={change}
        error={error}
      />
    );
  }

  const text = typeof value === 'string' ? value : '';
  if (field.kind === 'staff')
    return (
      <StaffField name={field.name} label={label} value={text} change={change} error={error} />
    );
  if (field.kind === 'yes_no')
    return (
      <Choice
        name={field.name}
        label={field.required ? label : t('form.optional', { label })}
        required={field.required}
        error={error}
        value={text}
        options={(['yes', 'no'] as const).map((one) => ({ value: one, label: t(`form.${one}`) }))}
        change={change}
      />
    );
  if (field.kind === 'choice' && field.list) {
    const { words, values } = field.list;
    return (
      <Choice
        name={field.name}
        label={label}
        required={field.required}
        error={error}
        value={text}
        options={values.map((one) => ({ value: one, label: word(words, one) }))}
        change={change}
      />
    );
  }

  const prepared = preparedFor[action];
  const input = (
    <Field.Root name={field.name} required={field.required} error={error}>
      <Field.Label>{field.required ? label : t('form.optional', { label })}</Field.Label>
      {field.kind === 'area' ? (
        <Textarea
          value={text}
          maxLength={field.maxLength}
          onChange={(event) => change(event.target.value)}
        />
      ) : (
        <Field.Input
          type={field.kind === 'day' ? 'date' : 'text'}
          inputMode={field.kind === 'number' ? 'decimal' : undefined}
          maxLength={field.maxLength}
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      )}
      <Field.Error />
    </Field.Root>
  );
  if (prepared?.field !== field.name) return input;
  return (
    <>
      <PreparedAnswers
        purpose={prepared.purpose}
        kind={request.kind}
        language={request.writtenTo.locale}
        gaps={{
          applicantName: request.applicant.name,
          service: request.writtenTo.service,
          reference: request.reference,
        }}
        typed={text}
        change={change}
      />
      {input}
    </>
  );
}
