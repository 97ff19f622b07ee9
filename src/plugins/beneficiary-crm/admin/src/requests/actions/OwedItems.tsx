import { Checkbox, Field, Flex, Typography } from '@strapi/design-system';
import type { RequestDetail } from '../../../../contracts/admin';
import { useWords } from '../../app/words';
import type { OwedChoice } from './forms';

interface Props {
  request: RequestDetail;
  chosen: OwedChoice[];
  change: (chosen: OwedChoice[]) => void;
  error?: string;
}

/** What may be asked of the applicant: each document, each answer, the declaration, or a free text. */
export function OwedItems({ request, chosen, change, error }: Props) {
  const { t } = useWords();
  const missing = new Set(
    request.checklist.filter((row) => row.state === 'problem').map((row) => row.key),
  );
  const choices: (OwedChoice & { label: string })[] = [
    ...request.documents.map(({ key, label }) => ({ kind: 'document' as const, key, label })),
    ...request.answers.map(({ key, label }) => ({ kind: 'field' as const, key, label })),
    ...(request.declaration.state === 'not_needed'
      ? []
      : [{ kind: 'declaration' as const, key: 'declaration', label: t('form.owed-declaration') }]),
    { kind: 'text', key: 'text', label: t('form.owed-text') },
  ];
  const has = (item: OwedChoice) =>
    chosen.some(({ kind, key }) => kind === item.kind && key === item.key);
  const toggle = ({ kind, key }: OwedChoice, on: boolean) =>
    change(
      on
        ? [...chosen, { kind, key }]
        : chosen.filter((other) => other.kind !== kind || other.key !== key),
    );

  return (
    <Field.Root name="items" required error={error}>
      <Flex
        tag="fieldset"
        direction="column"
        alignItems="start"
        gap={3}
        style={{ border: 0, padding: 0 }}
      >
        <Typography tag="legend" variant="pi" fontWeight="bold" paddingBottom={2}>
          {t('form.items')}
        </Typography>
        {choices.map((item) => (
          <Checkbox
            key={`${item.kind}.${item.key}`}
            checked={has(item)}
            onCheckedChange={(on) => toggle(item, on === true)}
          >
            {missing.has(item.key) || missing.has(`${item.kind}.${item.key}`)
              ? t('form.owed-problem', { label: item.label })
              : item.label}
          </Checkbox>
        ))}
        <Field.Error />
      </Flex>
    </Field.Root>
  );
}
